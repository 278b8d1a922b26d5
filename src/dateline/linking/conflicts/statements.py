"""What articles state, as far as two statements can contradict each other: words, who speaks, of whom, for or against."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dateline.linking.conflicts.names import Names, one_name
from dateline.linking.conflicts.tellers import Teller, opposed
from dateline.linking.words import is_common, listed, stem, weight
from dateline.model import Anchor, Attribution, Citation, Interval, Reading

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
_NEAR = 90
"""Code points between a cue and its content that are quoted together."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its place, the stems of its content words, who says it, whom it names, and whether it says no.

    `denies`: the source denies the content. `withholds`: the source refuses to confirm. `negated`: its own words say not. `accuses`: the
    source accuses. `points_back`: the content is only a word for what was said before ("the charges", "it").
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


def _of_attribution(reading: Reading, said: Attribution, names: Names) -> Statement:
    parts = [a for a in said.content if " " in a.quote] or said.content  # "which", it said, "killed several people"
    content = next((a for a in parts if says_not(a.quote)), parts[0])
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
        accuses=_ACCUSING.search(cue) is not None,
        points_back=_POINTS_BACK.match(words[:80]) is not None,
        published=reading.article.published.interval,
        order=(reading.article.id, content.start),
        told=_NOT_TOLD.search(cue) is None and _ASKED.match(words) is None,
    )


def _of_text(reading: Reading, anchor: Anchor, names: Names) -> Statement:
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


_SIDES = re.compile(r"\bin the ((?:north|south|east|west)\w*|capital|cent(?:re|er)|suburbs|countryside)\b")


def of_other_times(a: Statement, b: Statement) -> bool:
    """Whether two statements name days or months, or places behind a preposition, and none in common."""
    sides = (set(_SIDES.findall(one.words)) for one in (a, b))
    days = (set(_DAYS.findall(one.words)) for one in (a, b))
    places = ({place for place in _WHERE.findall(one.words) if not _DAYS.fullmatch(place)} for one in (a, b))
    return any(first and second and not first & second for first, second in (sides, days, places))


def of_other_scenes(a: Statement, b: Statement) -> bool:
    """Whether two statements name places, days or anything else by names, and none in common."""
    first, second = capitals(a.words), capitals(b.words)
    return of_other_times(a, b) or bool(first and second and not first & second and not a.named & b.named)


def says_not(words: str) -> bool:
    """Whether a word of negation stands in the words."""
    return _NOT.search(words.casefold()) is not None


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
