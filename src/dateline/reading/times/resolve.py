"""From a meaning to a TIMEX3 value and days, given the day of writing, the last day that the text named, and the direction.

`now` None: the day of writing is unknown; what hangs on it stays open (XXXX-12-06, XXXX-WXX-1).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.model import Interval
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add, add_days, part_of, period_of
from dateline.reading.times.context import OPEN_UNITS, Context, Resolved, steps, whole
from dateline.reading.times.lengths import duration_value, resolve_length
from dateline.reading.times.meaning import (
    Calendar,
    Century,
    Decade,
    Ending,
    Era,
    Holiday,
    Length,
    Normalised,
    Numeric,
    Offset,
    Period,
    Piece,
    Range,
    Reference,
    Relative,
    Repeat,
    SolarYear,
    TimeOfDay,
    Weekday,
    YearBefore,
)
from dateline.reading.times.resolve_days import (
    resolve_calendar,
    resolve_numeric,
    resolve_range,
    resolve_relative,
    resolve_weekday,
)
from dateline.reading.times.resolve_periods import (
    resolve_century,
    resolve_decade,
    resolve_ending,
    resolve_era,
    resolve_holiday,
    resolve_period,
    resolve_piece,
    resolve_year_before,
)
from dateline.reading.times.solar import resolve_solar


def resolve(normalised: Normalised, context: Context) -> Resolved:
    """The value and days of a meaning. Never raises: what the context does not settle stays open."""
    found = _RESOLVERS[type(normalised.meaning)](normalised.meaning, context)
    days = part_of(found.days, normalised.part) if normalised.part else found.days
    if context.preposition in ("by", "until", "till") and found.type in ("DATE", "TIME") and found.days.end:
        # The deadline is the whole period's last day, also where only its start or middle is meant.
        days = Interval(None, days.end)
    elif context.preposition == "before" and found.type == "DATE" and days.start is not None:
        last = days.end if normalised.part == "end" else add_days(days.start, -1)
        days = Interval(None, last)
    return replace(found, days=days)


# ---------------------------------------------------------------- offsets and lengths


def _offset(meaning: Offset, context: Context) -> Resolved:
    unit, step = meaning.unit, meaning.step
    if unit in _CLOCK_UNITS and meaning.base == "text" and meaning.of is None:
        # No hour is known that it could be counted from; the length is what the words give.
        day = context.day.start if context.day is not None else None
        return Resolved("DURATION", duration_value(((meaning.count, unit),)), Interval(day, day))
    base: date | None
    if meaning.of is not None:
        # The day that it is counted from may lie behind, whichever way the verb looks.
        base = resolve(Normalised(meaning=meaning.of), replace(context, preposition="", direction=None)).days.start
    elif meaning.base == "text" and unit in ("day", "night", "week", "fortnight", "hour", "minute", "second"):
        base = context.day.start if context.day is not None else context.now if step < 0 else None
    elif meaning.base == "now" or context.text is None:
        base = context.now
        if meaning.base == "text" and step > 0:
            base = None
    else:
        base = context.text.start if step < 0 else context.text.end
    if meaning.count is None:
        if meaning.base == "now":
            return Resolved(
                "DATE",
                "PAST_REF" if step < 0 else "FUTURE_REF",
                Interval(None, base) if step < 0 else Interval(base, None),
            )
        return Resolved("DATE", OPEN_UNITS.get(unit, "XXXX-XX-XX"))
    if base is None:
        return Resolved("DATE", OPEN_UNITS.get(unit, "XXXX-XX-XX"))
    if unit == "year" and meaning.count == 1 and step < 0 and context.quarter is not None:
        return whole(context.quarter.shift(-4))
    if unit in _CLOCK_UNITS:
        return Resolved("DATE", base.isoformat(), Interval(base, base), Days("day", base))
    day = add(base, meaning.count * step, unit)
    if meaning.base == "text" and step > 0 and context.direction == "past" and context.now and day > context.now:
        return Resolved("DATE", OPEN_UNITS.get(unit, "XXXX-XX-XX"))  # what is told as past cannot lie ahead
    if meaning.of is not None and meaning.count:
        return whole(Days("day", day))
    if unit == "decade":
        unit = "year"
    if meaning.count != int(meaning.count):
        unit = {"year": "month", "month": "day", "week": "day"}.get(unit, unit)
    return whole(period_of(day, unit))


_CLOCK_UNITS = ("hour", "minute", "second")


def _length(meaning: Length, context: Context) -> Resolved:
    if meaning.start is None:
        return resolve_length(meaning, context)
    # A term that runs ("holds for 90 days from May 1") may have begun; only a weekday needs the verb.
    way = context.direction if isinstance(meaning.start, Weekday) else None
    first = resolve(Normalised(meaning=meaning.start), replace(context, preposition="", direction=way)).days.day
    return resolve_length(meaning, replace(context, now=first, preposition=""))


def _repeat(meaning: Repeat, context: Context) -> Resolved:
    del context
    return Resolved("SET", meaning.value)


def _reference(meaning: Reference, context: Context) -> Resolved:
    del context
    return Resolved("DATE", meaning.value)


def _is_told_on(day: date, context: Context) -> bool:
    """Whether an hour is of the day named before: "... a walkout on June 14. The strike will start at 7am"; of what was, days ago at most."""
    if context.now is None or context.direction is None:
        return False
    return day > context.now if context.direction == "future" else 0 <= (context.now - day).days < _WEEK


_WEEK = 7


def _time(meaning: TimeOfDay, context: Context) -> Resolved:
    day: date | None = None
    if meaning.elsewhere:
        return Resolved("TIME", "XXXX-XX-XX" + meaning.clock)
    if meaning.of is not None:
        found = _RESOLVERS[type(meaning.of)](meaning.of, context)
        if found.period is None:
            return Resolved("TIME", found.value + meaning.clock)
        day = found.period.start
    else:
        text = context.day
        if not (context.near or meaning.anaphor or context.told or (text and _is_told_on(text.start, context))):
            text = None
        if meaning.anaphor is not None and text is not None:
            day = add_days(text.start, steps(meaning.anaphor))
        elif text is not None:
            day = text.start
        else:
            day = context.now
    if day is None:
        return Resolved("TIME", "XXXX-XX-XX" + meaning.clock)
    return Resolved("TIME", day.isoformat() + meaning.clock, Interval(day, day), Days("day", day))


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Calendar: resolve_calendar,
    Numeric: resolve_numeric,
    Range: resolve_range,
    Weekday: resolve_weekday,
    Relative: resolve_relative,
    Period: resolve_period,
    YearBefore: resolve_year_before,
    Ending: resolve_ending,
    Piece: resolve_piece,
    Offset: _offset,
    Length: _length,
    Repeat: _repeat,
    Decade: resolve_decade,
    Century: resolve_century,
    Era: resolve_era,
    Holiday: resolve_holiday,
    SolarYear: resolve_solar,
    Reference: _reference,
    TimeOfDay: _time,
}
