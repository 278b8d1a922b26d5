"""Days that are told one after another: "on 18 and 19 January", "on 12, 14 and 16 April", "on 12 April, 14 April and 1 May"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Interval, TimeExpression

_CLOSE = timedelta(32)
"""Two days that are named together are no further apart."""

_BETWEEN = re.compile(r"\s*(?:,|,? ?and|,? ?or)\s*")
_BARE = re.compile(r"(?<![\w.$€£])(\d{1,2})(?:st|nd|rd|th)?, $")
"""A day of the month before the first that is told with its month: "12, " of "12, 14 and 16 April"."""

_REACH = 6
_MONTH = re.compile(r"\d{4}-\d\d")


def with_those_beside(times: list[TimeExpression], k: int, text: str) -> TimeExpression:
    """The `k`-th time expression with the days from the first to the last of those that it is told with.

    In: the time expressions in the order of the text. Out: the expression as it is where it is told alone, or is no single day.
    """
    time = times[k]
    months = _months(times, k, text) or (_months(times, k - 1, text) if k > 0 else None)
    if months is not None:
        return replace(time, days=months)
    first = last = time.days.day
    if first is None or last is None:
        return time
    low = high = k
    while low > 0 and (before := _follows(times[low - 1], times[low], text)) is not None:
        low, first = low - 1, before
    while high + 1 < len(times) and _follows(times[high], times[high + 1], text) is not None:
        high, last = high + 1, times[high + 1].days.day or last
    first = _first_bare(text, times[low].anchor.start, first)
    return time if first == last else replace(time, days=Interval(first, last))


def _months(times: list[TimeExpression], k: int, text: str) -> Interval | None:
    """The days of "in December and January", "in April or May": of both months, where the second comes right after the first."""
    if k + 1 >= len(times) or not _BETWEEN.fullmatch(text[times[k].anchor.end : times[k + 1].anchor.start]):
        return None
    one, other = times[k].days, times[k + 1].days
    whole = all(_MONTH.fullmatch(t.value) and t.days.start and t.days.end for t in times[k : k + 2])
    if not whole or one.end is None or other.start is None or other.end is None:
        return None
    gap = other.start - one.end
    if gap < timedelta() and other.end.year < one.end.year + 1:  # the January before December
        other = Interval(other.start.replace(year=other.start.year + 1), other.end.replace(year=other.end.year + 1))
        gap = (other.start or one.end) - one.end
    return Interval(one.start, other.end) if timedelta() <= gap < _CLOSE else None


def _follows(one: TimeExpression, other: TimeExpression, text: str) -> date | None:
    """The day of the first of two expressions, where the second goes on with the list."""
    first, second = one.days.day, other.days.day
    between = text[one.anchor.end : other.anchor.start]
    if first is None or second is None or not _BETWEEN.fullmatch(between):
        return None
    return first if timedelta() < second - first < _CLOSE else None


def _first_bare(text: str, start: int, first: date) -> date:
    """The first of the bare days of the same month that stand before a day: the 12th of "12, 14 and 16 April"."""
    while (match := _BARE.search(text, max(0, start - _REACH), start)) is not None:
        day = int(match[1])
        if not 0 < day < first.day:
            break
        first, start = first.replace(day=day), match.start()
    return first
