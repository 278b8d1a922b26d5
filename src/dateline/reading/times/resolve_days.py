"""Days and months of the calendar, weekdays, and days counted from today."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Interval
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add_days, clamped, day_or_none, weekday_on_or_after, weekday_on_or_before
from dateline.reading.times.context import Context, Resolved, base_of, nearest, steps, whole, year_of
from dateline.reading.times.meaning import Calendar, Numeric, Range, Relative, Weekday

_FRESH = 3
"""Days that a weekday's news stays fresh: one that no verb places ahead ("the vote on Friday") is then the one just past."""

# ---------------------------------------------------------------- calendar days


def resolve_calendar(meaning: Calendar, context: Context) -> Resolved:
    """A partial date: "Dec. 6", "last April", "June 2014", "2015"."""
    year = meaning.year if meaning.year is not None else None
    if meaning.year_shift is not None:
        year = year_of(meaning.year_shift, context)
    if meaning.month is None:
        return whole(Days("year", clamped(year, 1, 1))) if year else Resolved("DATE", "XXXX")
    if year is not None:
        return _in_year(meaning, year)
    base, way = base_of(context)
    if meaning.shift in ("last", "past", "previous"):
        base, way = context.now or base, "past"
    elif meaning.shift in ("next", "coming", "following"):
        base, way = context.now or base, "future"
    elif meaning.shift == "same" and context.text is not None:
        base, way = context.text.start, None
    if base is None:
        return Resolved("DATE", _open_value(meaning))
    if context.told and meaning.shift is None and context.direction != "future" and context.text is not None:
        return _narrated(meaning, context.text)
    if meaning.shift == "this" and context.now is not None:
        return _in_year(meaning, context.now.year)
    if meaning.day is None:
        firsts = [clamped(base.year + k, meaning.month, 1) for k in (-1, 0, 1)]
        here = base.replace(day=1)
        if meaning.shift in ("last", "next"):  # never the month that runs
            firsts = [day for day in firsts if day != here]
        chosen = nearest(firsts, here, way, firm=context.bound or meaning.shift is not None)
        return whole(Days("month", chosen)) if chosen else Resolved("DATE", _open_value(meaning))
    days = [d for k in range(-9, 10) if (d := day_or_none(base.year + k, meaning.month, meaning.day))]
    if meaning.weekday is not None:
        days = [day for day in days if day.isoweekday() == meaning.weekday] or days
    # An agency's story may carry a day's date before that day has begun elsewhere.
    slack = timedelta(1) if way == "past" else timedelta(0)
    firm, told = context.bound and meaning.weekday is None, meaning.shift is not None
    chosen = nearest(days, base + slack, way, firm=firm or told, told=told)
    return whole(Days("day", chosen)) if chosen else Resolved("DATE", _open_value(meaning))


def _narrated(meaning: Calendar, text: Days) -> Resolved:
    """A year-less date in a passage that tells of its own time: in the year told of, else in the year around, rather later."""
    assert meaning.month is not None  # noqa: S101 -- the caller has seen to it
    if text.unit == "year":
        return _in_year(meaning, text.start.year)
    for year in (text.start.year, text.start.year + 1, text.start.year - 1):
        found = _in_year(meaning, year)
        if found.days.end is not None and -_BACKWARD <= (found.days.end - text.start).days <= 365 - _BACKWARD:
            return found
    return _in_year(meaning, text.start.year)


_BACKWARD = 90
"""Days that a narrative steps back at most without naming the year."""


def _open_value(meaning: Calendar) -> str:
    return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _in_year(meaning: Calendar, year: int) -> Resolved:
    assert meaning.month is not None  # noqa: S101 -- the caller has seen to it
    if meaning.day is None:
        return whole(Days("month", clamped(year, meaning.month, 1)))
    day = day_or_none(year, meaning.month, meaning.day)
    return whole(Days("day", day)) if day else Resolved("DATE", _open_value(meaning))


def resolve_numeric(meaning: Numeric, context: Context) -> Resolved:
    """A numeric date of two readings: the one near the day of writing, else both as an interval."""
    found = [resolve_calendar(reading, context) for reading in meaning.readings]
    now = context.now
    if now is not None:
        # Of two readings the one near the day of writing is meant, where the other one is far from it.
        near = sorted(found, key=lambda one: abs(((one.days.start or date.min) - now).days))
        gaps = [abs(((one.days.start or date.min) - now).days) for one in near]
        if gaps[0] <= 21 < gaps[1]:
            return near[0]
    starts = sorted(one.days.start for one in found if one.days.start)
    return Resolved("DATE", f"{meaning.readings[0].year:04d}-XX-XX", Interval(starts[0], starts[-1]))


def resolve_range(meaning: Range, context: Context) -> Resolved:
    """From one partial date to another."""
    first, last = resolve_calendar(meaning.first, context), resolve_calendar(meaning.last, context)
    start, end = first.days.start, last.days.end
    if start is not None and end is not None and end < start and meaning.last.year is None:
        last = resolve_calendar(replace(meaning.last, year=start.year), context)
        end = last.days.end
    if start is None or end is None or end < start:
        return Resolved("DATE", f"{first.value}/{last.value}")
    return Resolved("DATE", f"{first.value}/{last.value}", Interval(start, end), last.period)


# ---------------------------------------------------------------- weekdays, today


def resolve_weekday(meaning: Weekday, context: Context) -> Resolved:
    """A weekday, alone or shifted."""
    day = _weekday_day(meaning, context)
    return whole(Days("day", day)) if day else Resolved("DATE", f"XXXX-WXX-{meaning.index}")


def _weekday_day(meaning: Weekday, context: Context) -> date | None:
    shift, index = meaning.shift, meaning.index
    text = context.day
    if shift in ("previous", "following", "same") and text is not None:
        if shift == "previous":
            return weekday_on_or_before(add_days(text.start, -1), index)
        if shift == "following":
            return weekday_on_or_after(add_days(text.start, 1), index)
        return weekday_on_or_before(add_days(text.start, 3), index)
    now = context.now
    if now is None:
        return None
    if meaning.week is not None:
        monday = add_days(now, -now.weekday() + 7 * steps(meaning.week))
        return add_days(monday, index - 1)
    if meaning.month_day is not None:
        near = [add_days(now, k) for k in range(-31, 32)]
        fitting = [d for d in near if d.isoweekday() == index and d.day == meaning.month_day]
        return nearest(fitting, now, context.direction) or nearest(fitting, now, None)
    if shift in ("last", "past", "previous"):
        day = weekday_on_or_before(add_days(now, -1), index)
    elif shift in ("next", "coming", "following"):
        day = weekday_on_or_after(add_days(now, 1), index)
    elif shift == "this":
        day = weekday_on_or_before(now, index) if context.direction == "past" else weekday_on_or_after(now, index)
    elif context.direction == "future":
        day = weekday_on_or_after(now, index)
        back = weekday_on_or_before(now, index)
        if not context.bound and context.preposition not in ("by", "until", "till") and (now - back).days <= _FRESH:
            day = back
    else:
        day = weekday_on_or_before(now, index)
    return add_days(day, meaning.plus)


def resolve_relative(meaning: Relative, context: Context) -> Resolved:
    """Today and its neighbours."""
    if context.now is None:
        return Resolved("DATE", "XXXX-XX-XX")
    return whole(Days("day", add_days(context.now, meaning.days)))
