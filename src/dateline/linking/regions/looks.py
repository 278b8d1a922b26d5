"""Which earlier articles each article looks back at, and which of them it is bound to."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.linking.regions.cut import LEVELS
from dateline.linking.regions.places import Place, Spot
from dateline.linking.vectors import Vector, product

NEAR = 12
"""How many articles before it one meets by each word."""
SHARED = 2
"""By how many words it has to meet another one."""

Words = Callable[[Collection[Spot]], Mapping[Spot, Vector]]
"""Gives the words that the articles at some spots are compared by."""


class Earlier(Protocol):
    """The articles that are found by words, as one that looks for its bond needs them: a list for each word that is asked for."""

    def before(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """The last so many before the spot, latest first; those without a day for a spot without one, else those with one."""

    def first(self, words: Sequence[str], number: int) -> list[list[Spot]]:
        """The first so many of those with a day."""


class Looks(Earlier, Protocol):
    """The same, and whose bond an article may change."""

    def after(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """The next so many behind the spot, earliest first; else as `before`."""

    def undated(self, words: Sequence[str]) -> list[list[Spot]]:
        """All without a day."""


class Postings:
    """`Looks` in memory."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._having: dict[tuple[str, bool], list[Spot]] = defaultdict(list)
        for place in sorted(places, key=lambda p: p.spot):
            for word in place.keys:
                self._having[word, place.spot.dated].append(place.spot)

    def before(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        made = []
        for having in self._of(words, dated=spot.dated):
            at = bisect_left(having, spot)
            made.append(having[max(0, at - number) : at][::-1])
        return made

    def after(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        made = []
        for having in self._of(words, dated=spot.dated):
            at = bisect_right(having, spot)
            made.append(having[at : at + number])
        return made

    def first(self, words: Sequence[str], number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        return [having[:number] for having in self._of(words, dated=True)]

    def undated(self, words: Sequence[str]) -> list[list[Spot]]:
        """As in `Looks`."""
        return [list(having) for having in self._of(words, dated=False)]

    def _of(self, words: Sequence[str], *, dated: bool) -> list[list[Spot]]:
        return [self._having.get((word, dated), []) for word in words]


@dataclass(frozen=True, slots=True)
class Bond:
    """To which earlier article one is bound, and how alike the two are."""

    parent: Spot
    alike: float


def bond(place: Place, looks: Earlier, words: Words) -> Bond | None:
    """The most alike of those that an article meets, the earliest of equals; None where none is alike enough."""
    others = _met(place, looks)
    known = words(others)
    ranked = ((-round(product(known[spot], place.words), 4), spot) for spot in others)
    alike, parent = min(ranked, default=(0.0, place.spot))
    return Bond(parent, -alike) if -alike >= LEVELS[0] else None


def _met(place: Place, looks: Earlier) -> list[Spot]:
    """Whom an article meets by enough of its words, in their order.

    One with a day meets those just before it. One without a day meets the earliest with one, and those without one just before it
    in the order of their numbers. Neither changes when later articles are added or taken away, but for who meets the earliest.
    """
    count: Counter[Spot] = Counter()
    for spots in looks.before(place.keys, place.spot, NEAR):
        count.update(spots)
    if not place.spot.dated:
        for spots in looks.first(place.keys, NEAR + 1):
            count.update(spots[:NEAR])
    return sorted(spot for spot, times in count.items() if times >= SHARED)


def looking_at(place: Place, looks: Looks) -> set[Spot]:
    """All whose bond may change when the article at this place comes or goes; `looks` knows of it."""
    found = {spot for spots in looks.after(place.keys, place.spot, NEAR) for spot in spots}
    words, _ = _first_with(place, looks)
    return found.union(*looks.undated(words))


def unsettled(place: Place, looks: Looks, bonds: Mapping[Spot, Bond], words: Words) -> dict[Spot, Bond | None]:
    """Of those that look at an article that has come, whose bond is, or may be, another one now; `bonds` are those from before.

    Either the new article is more like one that meets it than what that was bound to: then that is its bond. Or the new one takes the
    place of what that was bound to in a list: then it is to be bound anew, which None says.
    """
    meeting: Counter[Spot] = Counter()
    doubtful: set[Spot] = set()
    behind = looks.after(place.keys, place.spot, NEAR)
    before = looks.before(place.keys, place.spot, NEAR)
    for after, earlier in zip(behind, before, strict=True):
        meeting.update(after)
        for k, spot in enumerate(after):
            gone = earlier[NEAR - 1 - k : NEAR - k]  # what leaves the list of the one so far behind
            if spot in bonds and bonds[spot].parent in gone:
                doubtful.add(spot)
    shared, gone_first = _first_with(place, looks)
    for undated, gone in zip(looks.undated(shared), gone_first, strict=True):
        meeting.update(undated)
        doubtful.update(s for s in undated if s in bonds and bonds[s].parent in gone)
    near = [spot for spot, times in meeting.items() if times >= SHARED]
    known = words(near)
    found: dict[Spot, Bond | None] = dict.fromkeys(sorted(doubtful))
    for spot in near:
        new = Bond(place.spot, round(product(known[spot], place.words), 4))
        old = bonds.get(spot)
        least = Bond(place.spot, LEVELS[0]) if old is None else old
        if (-new.alike, new.parent) <= (-least.alike, least.parent):
            found[spot] = new
    return found


def _first_with(place: Place, looks: Looks) -> tuple[list[str], list[list[Spot]]]:
    """By which of its words an article is among the first with a day, and so met by all without one; and whom it drives out there."""
    if not place.spot.dated:
        return [], []
    first = zip(place.keys, looks.first(place.keys, NEAR + 1), strict=True)
    found = [(word, spots[NEAR:]) for word, spots in first if place.spot in spots[:NEAR]]
    return [word for word, _ in found], [gone for _, gone in found]
