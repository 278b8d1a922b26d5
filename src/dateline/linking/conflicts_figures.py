"""Two figures for one thing at one time."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations, pairwise

from dateline.linking.conflicts_denials import conflict
from dateline.linking.conflicts_statements import content_stems, says_not, synonyms, telling
from dateline.linking.order import within
from dateline.linking.words import stem
from dateline.model import Attribution, Citation, Conflict, Interval, Quantity, Reading

_BLOCK_AT_MOST = 60
_DEAD = frozenset({"killed", "dead", "deaths", "died", "death", "fatalities"})
_TOLL = re.compile(
    r"\b(?:toll|in all|altogether|so far|(?:in|during|since) the (?:start|beginning|conflict|war|uprising|unrest|crisis|fighting)"
    r"|estimat\w+)\b",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    r"\b(?:put|puts|estimate[sd]?|set)\s+(?:the|that|its|their)\s+(?:\w+\s+){0,4}?(?:at|to be)\s"
    r"|\bthe (?:true|real|actual|right|correct|exact) (?:number|figure|total|count|toll) (?:was|is|were)\s",
    re.IGNORECASE,
)
"""Another's figure for what was counted before: "put the crowd at 300", "the true number was 500"."""

_NEXT = 400
"""Code points within which two tolls are of one conflict."""

_SLACK = 0.1
"""An approximate figure may be off by this share."""

_UP_TO = 0.5
"""The share of "as many as 90" below which another figure is none of those."""

_ALIKE = 0.5
"""Share of the weight of the words around the figures that both have to have."""

_NEAR = 1500
"""Code points within which one article counts the same deed twice."""

_LEAD = 100
"""Code points between a source and its cue in which it may give a figure."""

_DAYS_APART = 1
_PART = re.compile(
    r"\b(?:including|among|another|others?|additional|further|of (?:them|whom|which|the|those)|at least one|each)\b",
    re.IGNORECASE,
)
"""Before a figure: it is of a part of those who are counted, or of some beside them."""

_MORE = re.compile(r"\b(?:another|others?|more(?! than)|additional|further|each|per)\b", re.IGNORECASE)
"""In a figure or right behind it: likewise."""

_WIDER = re.compile(r"\W{0,3}were of\b|\W{0,3}(?:\w+ ){0,2}including (?:all|the|those)\b", re.IGNORECASE)
"""Behind a figure: it counts others too, and does not say who is among them ("including two boys"), or some only."""

_BESIDE, _BEHIND = 40, 8
"""Code points before and behind a figure in which these are looked for."""

_OTHER_TIME = re.compile(
    r"\b(?:previous(?:ly)?|earlier|up from|down from|compared|since|new|average|daily|rose|risen|increased?|fell|total of|"
    r"first|second|third|last (?:week|month|year)(?!['’]s)|yesterday|overnight|countries|worldwide|globally|nationwide)\b",
    re.IGNORECASE,
)
"""In a figure's sentence: it is of another time, or of a sum over time or many lands."""

_TURN = re.compile(r"\b(?:another|a (?:second|third|separate|different)|separately|elsewhere)\b", re.IGNORECASE)
"""Where an article turns to another deed of the kind."""

_NOT = re.compile(r"(?: \w+){0,6},? (?:but |and )?not (?:the )?", re.IGNORECASE)
"""Between two figures of one sentence: "five civilians were killed, but not up to 90"."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure, who gives it, and what its sentence says of it.

    `stead`: it is said not to be so, and the one before it is; `scene`: how often the article turned to another deed before it.
    """

    quantity: Quantity
    citation: Citation
    source: str | None
    teller: str | None
    around: frozenset[str]
    places: frozenset[str]
    partial: bool
    toll: bool
    restates: bool
    stead: bool
    sentence: int
    scene: int
    published: Interval


def find_figures(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The pairs of figures that differ, of the same unit, thing, place and time, from two sources or two articles."""
    blocks: dict[tuple[str, ...], list[_Figure]] = defaultdict(list)
    for reading in readings:
        figures = list(_figures(reading))
        for one, other in pairwise(figures):
            if (
                other.stead
                and _apart(one.quantity, other.quantity)
                and _same_people(one.quantity, other.quantity, restated=True)
            ):
                yield _conflict(one, other)
        for figure in figures:
            quantity = figure.quantity
            unit, place = _unit(quantity.unit), (quantity.place or "").casefold()
            blocks[reading.article.id, unit].append(figure)
            if quantity.days != Interval():
                day = str(quantity.days)
                blocks["", unit, place, day].append(figure)
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > _BLOCK_AT_MOST:
            continue  # so many figures of one unit and place are no longer of one thing
        for a, b in combinations(block, 2):
            if _disagree(a, b):
                yield _conflict(*sorted((a, b), key=lambda f: f.citation))


def _figures(reading: Reading) -> Iterator[_Figure]:
    contents = sorted((*span, _teller(said)) for said in reading.attributions for span in _told(said))
    reach = list(accumulate((end for _start, end, _who in contents), max))
    places = sorted((p.anchor.start, p.name) for p in reading.places)
    text = reading.article.text
    names = {actor.id: actor.name for actor in reading.actors}
    turns = [turn.start() for turn in _TURN.finditer(text)]
    before = 0
    for quantity in sorted(reading.quantities, key=lambda q: q.anchor):
        at = quantity.anchor.start
        first = bisect_right(reach, at)  # of those that end behind it
        source = next((who for start, _end, who in contents[first : first + 1] if start <= at), None)
        start, end = _sentence(text, quantity)
        behind = quantity.anchor.end
        part = _PART.search(text, max(start, at - _BESIDE), at) or _MORE.search(text, at, behind + _BEHIND)
        part = part or _WIDER.match(text, behind)
        sentence = text[start:end]
        named = _between(places, start, end)
        yield _Figure(
            quantity=quantity,
            citation=Citation(reading.article.id, quantity.anchor),
            source=source,
            teller=None if says_not(text[start:at]) else names.get(source or ""),
            around=content_stems(f"{sentence} {quantity.of or ''}"),
            places=frozenset(named),
            partial=part is not None or _OTHER_TIME.search(sentence) is not None,
            toll=_unit(quantity.unit) == "=dead" and _TOLL.search(sentence) is not None,
            restates=_RESTATED.search(sentence) is not None,
            stead=before < at and _NOT.fullmatch(text, before, at) is not None,
            sentence=start,
            scene=bisect_left(turns, at),
            published=reading.article.published.interval,
        )
        before = quantity.anchor.end


def _told(said: Attribution) -> Iterator[tuple[int, int]]:
    """What is said, and what stands between who says it and the word for saying: "officials gave tolls of 22 to 32, and said"."""
    yield from ((a.start, a.end) for a in said.content)
    for who, cue in zip(said.source_anchor[:1], said.cue, strict=False):
        if 0 < cue.start - who.end < _LEAD:
            yield who.end, cue.start


def _teller(said: Attribution) -> str:
    """Who gives the figures of what is said; whose they are that somebody denies is not told."""
    return said.id if said.denial or said.source is None else said.source


def _unit(unit: str) -> str:
    """The unit: one word for all who count the dead, and what befell those who are counted: "people killed", "nurses held"."""
    parts = unit.casefold().split()
    if set(parts) & _DEAD:
        return "=dead"
    return f"={parts[-1]}" if len(parts) > 1 and parts[-1] in _BEFALLEN else stem(unit)


_BEFALLEN = frozenset(
    {
        "detained",
        "injured",
        "wounded",
        "captured",
        "kidnapped",
        "displaced",
        "evacuated",
        "released",
        "missing",
        "rescued",
        "stranded",
        "trapped",
    }
)
_ANYBODY = frozenset(
    {"people", "person", "persons", "others", "dead", "deaths", "death", "fatalities", "casualties", *_BEFALLEN}
)


def _counted(quantity: Quantity) -> str:
    """Who is counted, in a word: of "five civilian deaths" civilians."""
    first = quantity.unit.casefold().split()[0]
    said = (word for word in quantity.anchor.quote.casefold().split() if word in _people())
    return next(said, first) if first in _ANYBODY else first


def _same_people(a: Quantity, b: Quantity, *, restated: bool = False) -> bool:
    """Whether two figures may count the same people: by one noun, or one by a noun that says nothing of who they are.

    Fewer soldiers than people are some of them, unless the one figure is `restated` for the other; more soldiers than people
    contradict it.
    """
    first, second = _counted(a), _counted(b)
    if {first, second} <= _ANYBODY or (restated and {first, second} & _ANYBODY):
        return True
    if first in _ANYBODY:
        return _bounds(b)[0] > _bounds(a)[1]
    if second in _ANYBODY:
        return _bounds(a)[0] > _bounds(b)[1]
    return _people().get(first, stem(first)) == _people().get(second, stem(second))


@cache
def _people() -> dict[str, str]:
    """Who is counted, in words that news uses for one another; the first of each list stands for all."""
    return {word: line[0] for line in synonyms("people") for word in line}


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """The sentence of the figure, as far as its line and full stops tell."""
    anchor = quantity.anchor
    start = max(text.rfind("\n", 0, anchor.start), text.rfind(". ", 0, anchor.start), anchor.start - 300) + 1
    ends = [k for k in (text.find("\n", anchor.end), text.find(". ", anchor.end)) if k >= 0]
    return max(start, 0), min([*ends, anchor.end + 300, len(text)])


def _between(places: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    """The places that are named within `text[start:end]`."""
    found = []
    for at, name in places[bisect_left(places, (start, "")) :]:
        if at >= end:
            break
        found.append(name)
    return found


def _disagree(a: _Figure, b: _Figure) -> bool:
    same = a.citation.article == b.citation.article
    if a.partial or b.partial or not _apart(a.quantity, b.quantity) or _is_in(a, b) or _is_in(b, a):
        return False
    if same and (a.source is None or b.source is None or a.source == b.source):
        return False
    if same and a.scene != b.scene:
        return False
    if same and a.sentence == b.sentence and not _counts_deed(a.quantity):
        return False  # "trade of 9 billion, with a surplus of 2 billion"
    apart = abs(a.citation.anchor.start - b.citation.anchor.start)
    restated = same and (a.restates or b.restates) and apart <= _NEXT and _in_one_place(a, b)
    if not _same_thing(a.quantity.of, b.quantity.of) or not _same_people(a.quantity, b.quantity, restated=restated):
        return False
    open_day = Interval() in (a.quantity.days, b.quantity.days)
    if a.quantity.days != b.quantity.days and not (open_day and (restated or (same and _counts_deed(a.quantity)))):
        return False
    places = {(q.place or "").casefold() for q in (a.quantity, b.quantity)}
    if len(places) > 1 and not (restated and "" in places):
        return False
    if restated:
        return True
    if not same and (a.quantity.days == Interval() or not within(_DAYS_APART, a.published, b.published)):
        return False
    if same and _counts_deed(a.quantity) and _in_one_place(a, b):
        return True
    if same and a.toll and b.toll and _in_one_place(a, b):
        return abs(a.citation.anchor.start - b.citation.anchor.start) <= _NEXT
    weights = telling(a.around), telling(b.around)
    told = a.quantity.of is not None or a.quantity.place is not None
    return telling(a.around & b.around) >= _ALIKE * max(min(weights) if told else max(weights), 1.0)


def _is_in(a: _Figure, b: _Figure) -> bool:
    """Whether the words of one are some of the other's: one wording, read twice."""
    return a.quantity.anchor.quote != b.quantity.anchor.quote and a.quantity.anchor.quote in b.quantity.anchor.quote


def _counts_deed(quantity: Quantity) -> bool:
    """Whether the unit says what was done to those who are counted: "people killed", "deaths"."""
    return len(quantity.unit.split()) > 1 or _unit(quantity.unit) == "=dead"


def _in_one_place(a: _Figure, b: _Figure) -> bool:
    """Whether the sentences of two figures stand near and do not name two places.

    Where mere deaths are counted, a place that one of them names is not taken for the other's.
    """
    apart = abs(a.citation.anchor.start - b.citation.anchor.start)
    bare = "deaths" in (a.quantity.unit, b.quantity.unit) and bool(a.places) != bool(b.places)
    return apart <= _NEAR and not bare and (not a.places or not b.places or bool(a.places & b.places))


def _same_thing(a: str | None, b: str | None) -> bool:
    """Whether both are of the same people or thing: the same words, or neither says."""
    if a is None or b is None:
        return a is None and b is None
    first, second = content_stems(a), content_stems(b)
    return first == second if first and second else a.casefold() == b.casefold()


def _apart(a: Quantity, b: Quantity) -> bool:
    """Whether no number lies within both."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_a and low_b <= high_b and (high_a < low_b or high_b < low_a)


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = quantity.low if quantity.low is not None else (quantity.high or 0) * _UP_TO
    high = quantity.high if quantity.high is not None else float("inf")
    slack = _SLACK if quantity.approximate else 0.0
    return low - abs(low) * slack if slack and low != float("-inf") else low, high + abs(
        high
    ) * slack if slack and high != float("inf") else high


def _conflict(a: _Figure, b: _Figure) -> Conflict:
    first, second = (f.quantity.anchor.quote + (f" ({f.teller})" if f.teller else "") for f in (a, b))
    note = f"two figures for one thing: {first} and {second}"
    return conflict("figure", a.citation, b.citation, note)
