"""A figure told twice of the same thing is one record: the one that tells more is kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from dateline.model import Interval, Quantity
from dateline.reading.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]{4,}")
_ROOT = 5
"""Letters in which two words agree, whatever their endings."""

_AROUND = 80
"""Code points on either side of a figure in which the sentences' words are compared."""

_ROUND = 10
"""From here on people counted twice by one number are likely to be the same people: "12 marchers", "12 of the protesters"."""

_SHARED = 2
"""Words around both figures that tell of one thing, where the unit alone leaves it open: "10 percent", "24 hours"."""

_FURTHER = re.compile(r"\b(?:other|another|further|additional|more|second|extra)\s+(?:\S+\s+)?\Z", re.IGNORECASE)
"""Words before a figure that set it apart from one like it: "the other 20 boats"."""

_BEFORE = 24
_MOST = 30
"""Figures of one number that a further one is compared with, which keeps the work in step with the text."""


def without_repeats(quantities: Iterable[Quantity], text: str) -> tuple[Quantity, ...]:
    """The quantities, in their order, without those that tell the figure of another again; what it tells besides is lent to that one.

    Two are one where number and unit agree, nothing that one tells (of whom, where, as of when, dead or hurt) is told otherwise
    by the other, and the sentences have words in common or people are counted by a number that is no small one.
    """
    kept: list[Quantity] = []
    by_number: dict[tuple[float | None, float | None], list[int]] = {}
    for one in quantities:
        same = by_number.setdefault((one.low, one.high), [])
        at = next((k for k in same[-_MOST:] if _is_one(kept[k], one, text)), None)
        if at is None:
            same.append(len(kept))
            kept.append(one)
        else:
            fuller, other = sorted((kept[at], one), key=_tells, reverse=True)
            days = other.days if fuller.days == Interval() else fuller.days
            kept[at] = replace(fuller, of=fuller.of or other.of, place=fuller.place or other.place, days=days)
    return tuple(sorted(kept, key=lambda q: (q.anchor.start, q.anchor.end)))


def _tells(one: Quantity) -> tuple[bool, int]:
    """Whether the figure tells what befell those counted; then how much it tells besides."""
    told = (one.of is not None) + (one.place is not None) + (one.days != Interval())
    return bool(_state(one.unit)), told


def _is_one(a: Quantity, b: Quantity, text: str) -> bool:
    if _is_set_apart(b, text) or "percent" in (a.unit, b.unit):
        return False  # shares of one size are of many things
    if not (_agree(a.of, b.of) and _agree(a.place, b.place) and a.approximate == b.approximate):
        return False
    if a.days != b.days and Interval() not in (a.days, b.days):
        return False
    if not _agree(_state(a.unit), _state(b.unit)):
        return False
    noun, other = _noun(a.unit), _noun(b.unit)
    people = {noun, other} <= _people() and (a.low or a.high or 0) >= _ROUND
    if noun != other and not people:
        return False
    shared = _around(a, text) & _around(b, text)
    return (people and bool(shared)) or len(shared - {w[:_ROOT] for w in (noun, other)}) >= _SHARED


def _is_set_apart(one: Quantity, text: str) -> bool:
    """Whether words say that it is a further one: "a further 48 hours", "14 other members"."""
    first = one.anchor.quote.casefold().split()[:2]
    before = text[max(0, one.anchor.start - _BEFORE) : one.anchor.start]
    return bool(_FURTHER.search(before)) or not {"other", "more", "further", "another"}.isdisjoint(first)


def _agree(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other


def _state(unit: str) -> str:
    """What befell those counted, by the last word of the unit: "killed"."""
    last = unit.casefold().split()[-1] if unit else ""
    return last if last in _states() else ""


def _noun(unit: str) -> str:
    """The noun of the unit, in the singular."""
    words = [w for w in unit.casefold().split() if w not in _states()] or unit.casefold().split() or [""]
    return words[-1].removesuffix("s")


@cache
def _states() -> frozenset[str]:
    units = lexicon("units")
    return frozenset((*units["states"].values(), *units["casualties"].values()))


@cache
def _people() -> frozenset[str]:
    return frozenset((*lexicon("unnamed")["singular"], *lexicon("likeness")["people"]))


def _around(one: Quantity, text: str) -> frozenset[str]:
    start, end = one.anchor.start, one.anchor.end
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return frozenset(
        w[:_ROOT] for w in _WORD.findall(f"{before.rpartition('. ')[2]} {behind.partition('. ')[0]}".casefold())
    )
