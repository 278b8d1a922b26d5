"""Two figures for one thing at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts_denials import conflict
from dateline.linking.conflicts_statements import content_stems, telling
from dateline.linking.words import stem
from dateline.model import Citation, Conflict, Interval, Quantity, Reading

_BLOCK_AT_MOST = 60
_SLACK = 0.1
"""An approximate figure may be off by this share."""

_ALIKE = 0.5
"""Share of the weight of the words around the figures that both have to have."""

_DAYS_APART = 1
_PARTIAL = re.compile(
    r"\b(?:including|among|another|others?|more|additional|further|of (?:them|whom|which|the)|at least one|each|per|"
    r"previous(?:ly)?|earlier|up from|down from|compared|since|new|average|daily|rose|risen|increased?|fell|total of|"
    r"first|second|third|last (?:week|month|year)|yesterday|overnight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Figure:
    quantity: Quantity
    citation: Citation
    source: str | None
    around: frozenset[str]
    partial: bool
    published: Interval


def find_figures(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The pairs of figures that differ, of the same unit, thing, place and time, from two sources or two articles."""
    blocks: dict[tuple[str, ...], list[_Figure]] = defaultdict(list)
    for reading in readings:
        for figure in _figures(reading):
            quantity = figure.quantity
            unit, place = stem(quantity.unit), (quantity.place or "").casefold()
            blocks[reading.article.id, unit, place].append(figure)
            if quantity.days != Interval():
                day = str(quantity.days)
                blocks["", unit, place, day].append(figure)
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > _BLOCK_AT_MOST:
            continue  # so many figures of one unit and place are no longer of one thing
        for a, b in combinations(block, 2):
            if _disagree(a, b):
                first, second = sorted((a, b), key=lambda f: f.citation)
                yield conflict("figure", first.citation, second.citation, _note(first, second))


def _figures(reading: Reading) -> Iterator[_Figure]:
    contents = sorted((a.start, a.end, said.source or said.id) for said in reading.attributions for a in said.content)
    text = reading.article.text
    for quantity in reading.quantities:
        at = quantity.anchor.start
        source = next((who for start, end, who in contents if start <= at < end), None)
        around, partial = _around(text, quantity)
        yield _Figure(
            quantity=quantity,
            citation=Citation(reading.article.id, quantity.anchor),
            source=source,
            around=around,
            partial=partial,
            published=reading.article.published.interval,
        )


def _around(text: str, quantity: Quantity) -> tuple[frozenset[str], bool]:
    """The telling words of the figure's sentence, and whether the sentence tells of a part, a change or another time."""
    anchor = quantity.anchor
    start = max(text.rfind("\n", 0, anchor.start), text.rfind(". ", 0, anchor.start), anchor.start - 300) + 1
    ends = [k for k in (text.find("\n", anchor.end), text.find(". ", anchor.end)) if k >= 0]
    sentence = text[start : min([*ends, anchor.end + 300, len(text)])]
    return content_stems(f"{sentence} {quantity.of or ''}"), _PARTIAL.search(sentence) is not None


def _disagree(a: _Figure, b: _Figure) -> bool:
    same = a.citation.article == b.citation.article
    if a.partial or b.partial or not _apart(a.quantity, b.quantity):
        return False
    if same and (a.source is None or b.source is None or a.source == b.source):
        return False
    if not _same_thing(a.quantity.of, b.quantity.of) or a.quantity.days != b.quantity.days:
        return False
    if not same and (a.quantity.days == Interval() or not _published_together(a, b)):
        return False
    weights = telling(a.around), telling(b.around)
    told = a.quantity.of is not None or a.quantity.place is not None
    return telling(a.around & b.around) >= _ALIKE * max(min(weights) if told else max(weights), 1.0)


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
    return high_a < low_b or high_b < low_a


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = quantity.low if quantity.low is not None else float("-inf")
    high = quantity.high if quantity.high is not None else float("inf")
    slack = _SLACK if quantity.approximate else 0.0
    return low - abs(low) * slack if slack and low != float("-inf") else low, high + abs(
        high
    ) * slack if slack and high != float("inf") else high


def _published_together(a: _Figure, b: _Figure) -> bool:
    first, second = (f.published.start or f.published.end for f in (a, b))
    return first is not None and second is not None and abs((first - second).days) <= _DAYS_APART


def _note(a: _Figure, b: _Figure) -> str:
    return f"two figures for one thing: {a.quantity.anchor.quote} and {b.quantity.anchor.quote}"
