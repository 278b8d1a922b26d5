"""What articles state, as far as two statements can contradict each other: words, who speaks, of whom, for or against."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from dateline.linking.conflicts.tellers import Teller, opposed
from dateline.linking.words import is_common, listed, stem, weight
from dateline.model import ActorKind, Anchor, Attribution, Citation, Interval, Reading

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "none", "neither", "nor", "nothing", "cannot", "n't", "without"]
)
_BESIDE = r"[\"“”‘.,;:()]*"
_NOT = re.compile(rf"(?<!\S){_BESIDE}(?:{'|'.join(sorted(_NEGATIONS))}){_BESIDE}(?!\S)|n['’]t{_BESIDE}(?!\S)")
_WITHHELD = re.compile(
    r"\b(?:no (?:announcement|comment|statement|decision|plans?|reports?|information|word|confirmation)|nothing to (?:say|announce|add|report)|"
    r"(?:declin|refus)(?:e[sd]?|ing) to (?:comment|confirm|say)|(?:could|can|would) (?:not|neither) confirm)\b",
    re.IGNORECASE,
)
_DENIAL_WORDS = re.compile(
    r"\b(?:deny|denie[sd]|denying|denial|refut(?:e[sd]?|ing)|disput(?:e[sd]?|ing))\b", re.IGNORECASE
)
_REJECTS = re.compile(r"\b(?:reject|dismiss|refut|den[yi]|disput|rebut)\w*", re.IGNORECASE)
_REPORTS = re.compile(
    r"^\W*(?:as\s+(?:\w+\s+){1,3}?)?(?:(?:an?|the|any|all|such|these|those|media|press|news|earlier|\w+[’']s?)\s+){0,3}?"
    r"(?:claims?|reports?|allegations?|accusations?|rumou?rs?|assertions?|suggestions?|speculation|charges?)\s+(?:(?:by|from|in)\s+[^,;]{1,60}?\s+)?that\s+",
    re.IGNORECASE,
)
"""What is rejected is what a report tells."""
_UNTRUE = re.compile(
    r"^\W*(?:the |any |all |these |those )?(?:media |press |news )?(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|news) that (?P<what>.+)\s+"
    r"(?:is|are|was|were)\s+(?:[\w“\"]+\s+){0,2}?[“\"]?(?:untrue|false|not true|baseless|unfounded|groundless|nonsense|lies|a lie|invented|pure invention|fabricated|incorrect|wrong)\b",
    re.IGNORECASE | re.DOTALL,
)
_TURNS = frozenset(["but", "and", "while", "although", "though", "which", "who", "because"])
_HELD = re.compile(r"\b(?:\w+ed|said|told|says?) that\b")
"""Where the words go over to what somebody agreed, promised or said."""
_REACH = 6
"""Words after a word of negation that it may concern."""

_DONE_TO = re.compile(r"\b(?:is|are|was|were|been|being)\b", re.IGNORECASE)
"""By nobody who is named, a request rather than a charge is denied: "claims for damages that were denied"."""

_ACCUSING = re.compile(r"\b(?:accus|alleg|blam|charg|suspect|implicat)\w*", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:that|the|these|those|any|all|such|his|her|its|their)\s+)*(?:\w+\s+)?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs?|assertions?|involvement|responsibility|wrongdoing|"
    r"it|this|that)\W*$",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|urg|demand|want|hop|fear|expect|warn|threaten|believ|think|thought|doubt|ask|propos|suggest|offer|predict|wonder|"
    r"request|appeal|plead|insist(?:s|ed)? on|vow|pledg|promis|consider|question|speculat|feel|felt|recommend)\w*",
    re.IGNORECASE,
)
"""Cues of what is no account of a fact."""
_ASKED = re.compile(r"\W*(?:whether|if|how|why|what|who|when|where)\b", re.IGNORECASE)
_NOBODY = frozenset(["this", "that", "it", "which", "they", "the"])
_NAMED: tuple[ActorKind, ...] = ("state", "organisation", "person")
_NEAR = 90
"""Code points between a cue and its content that are quoted together."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its place, the stems of its content words, who says it, whom it names, and whether it says no.

    `denies`: the source denies the content. `withholds`: the source refuses to confirm. `negated`: its own words say not; `refused` are the
    telling words that follow a word of negation closely. `accuses`: the source accuses. `points_back`: the content is
    only a word for what was said before ("the charges", "it").
    `words`: all that is said. `told`: it is told as a fact by whoever tells it, and not called for, hoped, feared or thought.
    """

    citation: Citation
    content: Anchor
    words: str
    stems: frozenset[str]
    source: str | None
    side: str | None
    named: frozenset[str]
    denies: bool
    withholds: bool
    negated: bool
    refused: frozenset[str]
    accuses: bool
    points_back: bool
    published: Interval
    order: tuple[str, int]
    told: bool = True


def statements(reading: Reading) -> Iterator[Statement]:
    """What the article's sources say, and what it tells of events and commitments in its own voice, in the order of the text."""
    names = Names(reading)
    inside: list[tuple[int, int]] = []
    for said in reading.attributions:
        yield _of_attribution(reading, said, names)
        inside += [(a.start, a.end) for a in said.content]
    inside.sort()
    for anchor in dict.fromkeys(
        [c.anchor for c in reading.commitments] + [e.anchor for e in reading.events if e.status != "denied"]
    ):
        if not any(start <= anchor.start < end for start, end in inside):
            yield _of_text(reading, anchor, names)


def _of_attribution(reading: Reading, said: Attribution, names: "Names") -> Statement:
    content = next((a for a in said.content if says_not(a.quote)), said.content[0])
    words = " ".join(a.quote for a in said.content)
    cue = " ".join(a.quote for a in said.cue)
    reported = _REPORTS.match(words) if _REJECTS.search(cue) else None
    if reported is not None:
        words = words[reported.end() :]
    elif untrue := _UNTRUE.match(words):
        reported, words = untrue, untrue["what"]
    source = names.of(said.source) if said.source is not None else None
    withholds = _WITHHELD.search(words) is not None
    return Statement(
        citation=Citation(reading.article.id, _with_cue(reading, said, content)),
        content=content,
        words=words,
        stems=content_stems(" ".join(names.without(a) for a in said.content)),
        source=source[0] if source else None,
        side=source[1] if source else None,
        named=names.inside(said.content),
        denies=reported is not None
        or (
            said.denial
            and not withholds
            and _DENIAL_WORDS.search(cue) is not None
            and (source is not None or not _DONE_TO.search(cue))
        ),
        withholds=withholds or (said.denial and _WITHHELD.search(cue) is not None),
        negated=says_not(words),
        refused=refused_stems(words),
        accuses=_ACCUSING.search(cue) is not None,
        points_back=_POINTS_BACK.match(words[:80]) is not None,
        published=reading.article.published.interval,
        order=(reading.article.id, content.start),
        told=_NOT_TOLD.search(cue) is None and _ASKED.match(words) is None,
    )


def _of_text(reading: Reading, anchor: Anchor, names: "Names") -> Statement:
    return Statement(
        citation=Citation(reading.article.id, anchor),
        content=anchor,
        words=anchor.quote,
        stems=content_stems(names.without(anchor)),
        source=None,
        side=None,
        named=names.inside((anchor,)),
        denies=False,
        withholds=False,
        negated=says_not(anchor.quote),
        refused=refused_stems(anchor.quote),
        accuses=False,
        points_back=False,
        published=reading.article.published.interval,
        order=(reading.article.id, anchor.start),
    )


def _with_cue(reading: Reading, said: Attribution, content: Anchor) -> Anchor:
    """The content, and for a denial the words that deny it, where they stand before it."""
    if not (said.denial or _REJECTS.search(said.cue[0].quote if said.cue else "")) or not said.cue:
        return content
    start = said.cue[0].start
    text = reading.article.text
    if not start < content.start <= start + _NEAR or "\n" in text[start : content.start]:
        return content
    return Anchor(start, content.end, text[start : content.end])


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
        """The name of whoever the article's attributions have deny something within `text[start:end]`."""
        said = (
            s
            for s in self._said
            if s.denial and s.source is not None and any(start <= cue.start < end for cue in s.cue)
        )
        known = next((self.of(s.source) for s in said if s.source is not None), None)
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


def two_voices(a: Statement, b: Statement) -> bool:
    """Whether two statements are of two who are not one, nor of one side as far as that is known; rebels of a land are not its government."""
    if a.source is None or b.source is None or one_name(a.source, b.source):
        return False
    return a.side is None or a.side != b.side or opposed(Teller(a.source, a.side), Teller(b.source, b.side))


_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}")
_LETTERS = 4
"""Letters that a land's name shares with its adjective."""


def capitals(words: str) -> frozenset[str]:
    """The beginnings of the words that are written as names, days apart."""
    found = (word.casefold() for word in _CAPITAL.findall(words))
    return frozenset(
        word[:_LETTERS] for word in found if not is_common(stem(word)) and stem(word) not in listed("calendar")
    )


_WHERE = re.compile(r"\b(?:in|near|at|over|off|outside|on)\s+(?:the\s+)?(?:[a-z]+\s+of\s+)?([A-Z][\w’'-]{2,})")
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def of_other_times(a: Statement, b: Statement) -> bool:
    """Whether two statements name days or months, or places behind a preposition, and none in common."""
    days = (set(_DAYS.findall(one.words)) for one in (a, b))
    places = ({place for place in _WHERE.findall(one.words) if not _DAYS.fullmatch(place)} for one in (a, b))
    return any(first and second and not first & second for first, second in (days, places))


def of_other_scenes(a: Statement, b: Statement) -> bool:
    """Whether two statements name places, days or anything else by names, and none in common."""
    first, second = capitals(a.words), capitals(b.words)
    return of_other_times(a, b) or bool(first and second and not first & second and not a.named & b.named)


def says_not(words: str) -> bool:
    """Whether a word of negation stands in the words."""
    return _NOT.search(words.casefold()) is not None


def refused_stems(words: str) -> frozenset[str]:
    """The telling words among the few that follow each word of negation, up to the next comma or turn.

    What is agreed, promised or said not to be so is no negation of what the words themselves state.
    """
    found: set[str] = set()
    plain = _HELD.split(words, maxsplit=1)[0].split() if says_not(words) else ()
    for k, word in enumerate(plain):
        if not says_not(word):
            continue
        after = []
        for following in plain[k + 1 : k + 1 + _REACH]:
            if following.casefold() in _TURNS:
                break
            after.append(following)
            if following.endswith((",", ";", ":", ".")):
                break
        found |= content_stems(" ".join(after))
    return frozenset(found)


def content_stems(words: str) -> frozenset[str]:
    """The telling words of a statement, words of one meaning made one."""
    return frozenset(filter(None, map(_content_stem, _WORD.findall(words))))


@lru_cache(maxsize=65536)
def _content_stem(written: str) -> str | None:
    """What stands for a word; None where it tells nothing."""
    word = written.casefold()
    if word in _NEGATIONS or word.endswith(("n't", "n’t")):
        return None
    stemmed = stem(word)
    return _same().get(word) or _same().get(stemmed) or (stemmed if weight(stemmed) > 0 else None)


def telling(stems: frozenset[str]) -> float:
    """How much the words tell together; rare words and those of the list of synonyms tell alike."""
    return sum(_MOST if s.startswith("=") else min(weight(s), _MOST) for s in sorted(stems))


_MOST = 3.5


@cache
def _same() -> dict[str, str]:
    return {form: f"={line[0]}" for line in synonyms("same") for word in line for form in (word, stem(word))}


def synonyms(name: str) -> list[list[str]]:
    """The lists of that name in synonyms.toml: words for one thing, the first of which stands for all."""
    lists: dict[str, list[list[str]]] = tomllib.loads(
        (files("dateline.linking.conflicts") / "synonyms.toml").read_text("utf-8")
    )
    return lists[name]
