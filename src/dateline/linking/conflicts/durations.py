"""Two sources that tell for how long one thing was agreed, extended, suspended or imposed: "for 60 days", "for 120 days"."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.names import Names, one_name
from dateline.linking.conflicts.statements import content_stems, telling
from dateline.linking.order import within
from dateline.model import Anchor, Attribution, Citation, Conflict, Interval, Reading, TimeExpression

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAYS_OF = {"D": 1, "W": 7, "M": 30, "Y": 365}
_EXACT = re.compile(r"(?:an?|another|[\w-]+)[ -]+(?:more[ -])?(?:days?|weeks?|months?|years?)", re.IGNORECASE)
"""A length without a bound: not "at least 60 days", "up to a year"."""
_FOR_SO_LONG = re.compile(
    r"(?:\b(?:for|by|to|only|just|another|a further|an additional|a)\s*|\bterm of )$", re.IGNORECASE
)
"""What stands before the length of something; a horizon ("in 60 days") and a look back ("the past 60 days") are none."""
_WISHED = re.compile(
    r"\b(?:call|push|press|urg|demand|propos|want|seek|sought|ask|request|suggest|offer|hop|plead|recommend|consider|warn)\w*",
    re.IGNORECASE,
)
"""Cues of those who tell what they would have, not what is: two wishes are a difference of opinion."""
_OPEN = re.compile(r"\b(?:should|must|may|might|could|if|unless|whether|not|never)\b|\bneeds? to\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|,\s*(?:but|while|whereas|and|although)\b|\bbut\b")
_BLOCK_AT_MOST = 60
_ALIKE = 0.5
"""Share of the weight of the words of the lighter clause that both have to have, and so many words at least."""
_SHARED = 2
_DAYS_APART = 7
"""Days between the publication of two articles; a later one may tell of a new term."""
_A_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class _Term:
    """A length that somebody tells: in days, of what (stems), by whom."""

    citation: Citation
    days: int
    words: frozenset[str]
    who: frozenset[str]
    name: str
    published: Interval


def find_durations(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The pairs of lengths of one thing that differ by more than a tenth, told by two sides within a week."""
    found = sorted((term for reading in readings for term in _terms(reading)), key=lambda term: term.citation)
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(found):
        for word in term.words:
            blocks[word].append(place)
    pairs = {pair for block in blocks.values() if len(block) <= _BLOCK_AT_MOST for pair in combinations(block, 2)}
    told: list[tuple[_Term, _Term]] = []
    for a, b in sorted(pairs, key=lambda pair: (not _in_one_article(found, pair), pair)):
        first, second = found[a], found[b]
        if not _disagree(first, second) or any(_is_told(first, second, known) for known in told):
            continue
        told.append((first, second))
        lengths = f"{first.citation.anchor.quote} ({first.name}) and {second.citation.anchor.quote} ({second.name})"
        yield conflict("figure", first.citation, second.citation, f"two lengths of one thing: {lengths}")


def _in_one_article(found: Sequence[_Term], pair: tuple[int, int]) -> bool:
    first, second = (found[k].citation.article for k in pair)
    return first == second


def _is_told(first: _Term, second: _Term, known: tuple[_Term, _Term]) -> bool:
    """Whether the same two lengths of the same thing are set against each other already: many papers tell of one dispute."""
    lengths = {first.days, second.days} == {known[0].days, known[1].days}
    one = known[0] if known[0].days == first.days else known[1]
    return lengths and len(one.words & first.words) >= _SHARED and within(_DAYS_APART, one.published, first.published)


def _terms(reading: Reading) -> Iterator[_Term]:
    lengths = sorted((t for t in reading.times if t.type == "DURATION"), key=lambda t: t.anchor.start)
    starts = [t.anchor.start for t in lengths]
    names = Names(reading) if lengths else None
    for said in reading.attributions:
        source = names.of(said.source) if names and said.source else None
        if names is None or source is None or said.denial or any(_WISHED.search(a.quote) for a in said.cue):
            continue
        for part in said.content:
            for length in lengths[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
                days, clause = _days(length), _clause(part, length)
                if days is None or clause is None:
                    continue
                yield _Term(
                    citation=Citation(reading.article.id, length.anchor),
                    days=days,
                    words=content_stems(names.without(clause)) - content_stems(length.anchor.quote),
                    who=frozenset(name.casefold() for name in source),
                    name=source[0],
                    published=_when(reading, said),
                )


def _days(length: TimeExpression) -> int | None:
    """The length in days; None where it is a bound or no number."""
    value = _LENGTH.fullmatch(length.value or "")
    if value is None or _EXACT.fullmatch(length.anchor.quote) is None:
        return None
    return int(value[1]) * _DAYS_OF[value[2]]


def _clause(part: Anchor, length: TimeExpression) -> Anchor | None:
    """The clause of what is said that tells the length as a fact; None where none does."""
    at, end = length.anchor.start - part.start, length.anchor.end - part.start
    if _FOR_SO_LONG.search(part.quote, 0, at) is None and not length.anchor.quote.casefold().startswith("another"):
        return None
    first = max((m.end() for m in _CLAUSE.finditer(part.quote, 0, at)), default=0)
    first = max([first, part.quote.rfind(". ", 0, at) + 1])
    after = _CLAUSE.search(part.quote, end)
    stop = part.quote.find(". ", end)
    last = min(after.start() if after else len(part.quote), stop if stop >= 0 else len(part.quote))
    words = part.quote[first:last]
    return None if _OPEN.search(words) else Anchor(part.start + first, part.start + last, words)


def _when(reading: Reading, said: Attribution) -> Interval:
    return said.said if said.said.start is not None else reading.article.published.interval


def _disagree(a: _Term, b: _Term) -> bool:
    if _one_side(a, b) or abs(a.days - b.days) <= _A_TENTH * max(a.days, b.days) or not _together(a, b):
        return False
    shared = a.words & b.words
    lighter = min(telling(a.words), telling(b.words))
    return len(shared) >= _SHARED and telling(shared) >= _ALIKE * lighter


def _one_side(a: _Term, b: _Term) -> bool:
    return bool(a.who & b.who) or one_name(a.name, b.name)


def _together(a: _Term, b: _Term) -> bool:
    return a.citation.article == b.citation.article or within(_DAYS_APART, a.published, b.published)
