"""The time expressions of a text, resolved against the interval in which it was published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.model import Interval, Published, TimeExpression, anchor
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import add_days
from dateline.reading.times.context import Context, Resolved
from dateline.reading.times.meaning import Calendar, Normalised
from dateline.reading.times.passage import resolve_all
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read, understand


def find_times(parsed: Parsed, published: Published) -> tuple[TimeExpression, ...]:
    """The TIMEX3 expressions of the text, resolved against the day of publication, in the order of the text.

    Where the article was published on one of several days, an expression is resolved if it means the same whichever it
    was; otherwise its value stays open. All resolvers move with the day of writing in one direction, so that the
    interval's two ends stand for all days between them.
    """
    read = understand(parsed)
    days = published.interval
    if days.day is not None:
        return _expressions(parsed, read, resolve_all(read, days.day))
    still_open = _with_years_told(read, resolve_all(read, None))
    if days.start is None or days.end is None:
        return _expressions(parsed, read, still_open)
    both = zip(read, resolve_all(read, days.start), resolve_all(read, days.end), still_open, strict=True)
    resolved = [(_agreed(first, last) or _only(one, days.start, days.end) or none) for one, first, last, none in both]
    if (days.end - days.start).days > _WIDE:
        # "In the coming days" of some day within years is no window at all.
        resolved = [replace(one, days=Interval()) if one.type == "DURATION" else one for one in resolved]
    return _expressions(parsed, read, resolved)


_WIDE = 62
"""Days of an interval of publication beyond which windows about now ("the past two months") stay open."""


def _with_years_told(read: Sequence[Read], resolved: Sequence[Resolved]) -> list[Resolved]:
    """Days without a year with the year that the text gives the same day elsewhere, where that is one year: "by May 4 ... until May 4, 2031"."""
    told: dict[tuple[int, int], set[int]] = {}
    for one in read:
        meaning = one.normalised.meaning
        if isinstance(meaning, Calendar) and meaning.month and meaning.day and meaning.year:
            told.setdefault((meaning.month, meaning.day), set()).add(meaning.year)
    made = list(resolved)
    for k, one in enumerate(read):
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or not meaning.month or not meaning.day or _moves(meaning):
            continue
        years = told.get((meaning.month, meaning.day), set())
        if len(years) == 1:
            made[k] = _in_year(one, meaning, *years)
    return made


def _moves(meaning: Calendar) -> bool:
    """Whether the words give a year, or count from one: "next May"."""
    return meaning.year is not None or meaning.shift is not None or meaning.year_shift is not None


def _in_year(one: Read, meaning: Calendar, year: int) -> Resolved:
    return resolve(
        replace(one.normalised, meaning=replace(meaning, year=year)), Context(None, preposition=one.preposition)
    )


def _only(one: Read, first: date, last: date) -> Resolved | None:
    """A month or day without its year, where only one year brings it near enough to a writing between the two days.

    The ends of the interval may disagree though nothing else fits: written from 3 March to 20 April, "on 1 April" told as
    past is this year's, for last year's lies eleven months and more before any of those days.
    """
    meaning = one.normalised.meaning
    if not isinstance(meaning, Calendar) or meaning.month is None or one.direction is None or _moves(meaning):
        return None
    low = add_days(first, -FAR_OFF) if one.direction == "past" else first
    high = add_days(last, FAR_OFF) if one.direction == "future" else last
    years = range(low.year, high.year + 1)
    fits = [year for year in years if _lies_in(replace(meaning, year=year), low, high)]
    return _in_year(one, meaning, fits[0]) if len(fits) == 1 else None


def _lies_in(meaning: Calendar, low: date, high: date) -> bool:
    days = resolve(Normalised(meaning=meaning), Context(None)).days
    if days.start is None or days.end is None or days.end < low or days.start > high:
        return False
    return meaning.weekday is None or meaning.day is None or days.start.isoweekday() == meaning.weekday


FAR_OFF = 330
"""Days from the writing beyond which nobody leaves out the year of a date."""


def _agreed(first: Resolved, last: Resolved) -> Resolved | None:
    if first.value != last.value:
        return None
    starts, ends = (first.days.start, last.days.start), (first.days.end, last.days.end)
    start = min((day for day in starts if day), default=None) if all(starts) else None
    end = max((day for day in ends if day), default=None) if all(ends) else None
    return replace(first, days=Interval(start, end))


def _expressions(parsed: Parsed, read: list[Read], resolved: list[Resolved]) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(
            anchor=anchor(parsed.text, one.found.start, one.found.end),
            type=found.type,
            value=found.value,
            days=found.days,
        )
        for one, found in zip(read, resolved, strict=True)
    )
