"""Whom an article names where: its actors by the sides that they are on, or by their own names."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from dateline.model import ActorKind, Anchor, Reading

_NOBODY = frozenset(["this", "that", "it", "which", "they", "the"])
_NAMED: tuple[ActorKind, ...] = ("state", "organisation", "person")


class Names:
    """Whom a stretch of one article names: each actor by its state or its own name."""

    def __init__(self, reading: Reading, kinds: tuple[ActorKind, ...] = _NAMED) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        named = [(a, (a.side or a.name).casefold()) for a in reading.actors if a.side is not None or a.kind in kinds]
        self._mentions = sorted(
            (mention.start, mention.end, name) for actor, name in named for mention in actor.mentions
        )
        self._starts = [m[0] for m in self._mentions]
        self._said = reading.attributions

    def written(self, names: Iterable[str]) -> list[str]:
        """Names and sides as the article's actors have them, of such as the other methods give."""
        called = (actor.side or actor.name for actor in self._actors.values())
        known = {name.casefold(): name for name in called}
        return sorted(known.get(name, name) for name in names)

    def teller(self, start: int, end: int, denier: frozenset[str]) -> str | None:
        """The name of the source of most of `text[start:end]`; None where it is nobody's, the denier's, or only told as denied."""
        for said in (s for s in self._said if not s.denial):
            shared = sum(max(0, min(a.end, end) - max(a.start, start)) for a in said.content)
            if said.source is not None and 2 * shared > end - start and (known := self.of(said.source)) is not None:
                return None if self._sides(said.source) & denier or known[0].casefold() in _NOBODY else known[0]
        return None

    def denier(self, start: int, end: int) -> str | None:
        """The name of whoever the article's attributions have deny something first within `text[start:end]`."""
        said = [
            (cue.start, s.source)
            for s in self._said
            if s.denial and s.source is not None
            for cue in s.cue
            if start < cue.end and cue.start < end
        ]
        known = self.of(min(said)[1]) if said else None
        return known[0] if known else None

    @cached_property
    def _told(self) -> list[tuple[int, int, frozenset[str]]]:
        told = ((said.source, a) for said in self._said if said.source is not None for a in said.content)
        return sorted((a.start, a.end, self._sides(source)) for source, a in told)

    def _sides(self, id_: str) -> frozenset[str]:
        return frozenset(n.casefold() for n in self.of(id_) or ())

    def _within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The mentions that begin within `text[start:end]`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def inside_of(self, start: int, end: int) -> frozenset[str]:
        """The sides and names that are meant within `text[start:end]`."""
        return frozenset(name for _start, last, name in self._within(start, end) if last <= end)

    def last_before(self, start: int, end: int) -> frozenset[str]:
        """The last one who is named within `text[start:end]`: the subject of what follows."""
        return frozenset(name for _start, _last, name in self._within(start, end)[-1:])

    def end_of_last(self, start: int, end: int) -> int:
        """Where the last mention within `text[start:end]` ends; `start` where there is none."""
        return max((last for _start, last, _name in self._within(start, end)[-1:]), default=start)

    def first_after(self, start: int, end: int) -> frozenset[str]:
        """The first one who is named within `text[start:end]`."""
        return frozenset(name for _start, _last, name in self._within(start, end)[:1])

    def says(self, who: frozenset[str], start: int, end: int) -> bool:
        """Whether one of these is the source of most of `text[start:end]`."""
        most = (end - start) / 2
        return any(min(last, end) - max(first, start) > most and who & sides for first, last, sides in self._told)

    def of(self, id_: str) -> tuple[str, str] | None:
        """An actor's name, and its side or else its name."""
        actor = self._actors.get(id_)
        return None if actor is None else (actor.name, (actor.side or actor.name).casefold())

    def called(self, written: str) -> tuple[str, str] | None:
        """The same of the first actor whose name is written so, whatever article stands before it."""
        plain = _bare(written)
        actor = next((a for a in self._actors.values() if plain in {_bare(n) for n in (a.name, *a.names)}), None)
        return None if actor is None else (actor.name, (actor.side or actor.name).casefold())

    def without(self, anchor: Anchor) -> str:
        """The anchor's words but for those that name or mean somebody."""
        kept, at = [], anchor.start
        for start, end, _name in self._within(anchor.start, anchor.end):
            if end <= anchor.end and start >= at:
                kept.append(anchor.quote[at - anchor.start : start - anchor.start])
                at = end
        kept.append(anchor.quote[at - anchor.start :])
        return " ".join(kept)

    def inside(self, anchors: tuple[Anchor, ...]) -> frozenset[str]:
        """The sides and names that are meant within the anchors."""
        return frozenset().union(*(self.inside_of(anchor.start, anchor.end) for anchor in anchors))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def one_name(first: str, second: str) -> bool:
    """Whether two names may be one's; who has a full name in one article may have the last of it in another."""
    short, long = sorted((first, second), key=len)
    return f" {long}".endswith(f" {short}") or f"{long} ".startswith(f"{short} ")
