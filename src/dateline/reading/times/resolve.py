"""From a meaning to a TIMEX3 value and days, given the day of writing, the last day that the text named, and the direction.

`now` None: the day of writing is unknown; what hangs on it stays open (XXXX-12-06, XXXX-WXX-1).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.model import Interval, TimeType
from dateline.reading.times.calendar import (
    Period as Days,
)
from dateline.reading.times.calendar import (
    add,
    add_days,
    clamped,
    day_or_none,
    part_of,
    period_of,
    season,
    weekday_on_or_after,
    weekday_on_or_before,
)
from dateline.reading.times.direction import Direction
from dateline.reading.times.holidays import holiday
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
    Shift,
    TimeOfDay,
    Weekday,
)
from dateline.reading.times.normalise import duration_value

_OPEN = Interval()


@dataclass(frozen=True, slots=True)
class Context:
    """What a meaning is resolved against.

    `now` is the day of writing; `text` the period that the text named last, `day` the day that it
    named last and not long ago, `told` whether the passage tells of that time
    and not of now, `near` whether it stands in the same sentence; `bound` whether
    a verb itself gives the direction; `quarter` the quarter that a business text speaks of.
    """

    now: date | None
    text: Days | None = None
    day: Days | None = None
    quarter: Days | None = None
    direction: Direction = None
    preposition: str = ""
    told: bool = False
    near: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A type, a value, the days, and the period to which later words ("two days later") may refer."""

    type: TimeType
    value: str
    days: Interval = _OPEN
    period: Days | None = None


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


_FRESH = 3
"""Days that a weekday's news stays fresh: one that no verb places ahead ("the vote on Friday") is then the one just past."""

_LONG, _SHORT = 270, 95
"""Days: a year-less date lies no further than the first, where it could lie nearer than the second."""


def _date(period: Days) -> Resolved:
    return Resolved("DATE", period.value, period.days, period)


def _nearest(candidates: list[date], now: date, direction: Direction, *, firm: bool = True) -> date | None:
    """Of days in ascending order: the last one up to now, the first one from now on, or the closest (the earlier of two)."""
    before = max((day for day in candidates if day <= now), default=None)
    after = min((day for day in candidates if day >= now), default=None)
    if not firm and before is not None and after is not None and direction is not None:
        # Nobody leaves out the year of a day eleven months away where the same day is weeks away on the other side.
        back, ahead = (now - before).days, (after - now).days
        if max(back, ahead) > _LONG and min(back, ahead) < _SHORT:
            return before if back < ahead else after
    if direction == "past":
        return before
    if direction == "future":
        return after
    return min(candidates, key=lambda day: (abs((day - now).days), day), default=None)


# ---------------------------------------------------------------- calendar days


def _base(context: Context) -> tuple[date | None, Direction]:
    """The day that year-less dates are near to: now, or the text's own time where the passage tells of the past."""
    text, now = context.text, context.now
    if text is not None and context.told and context.direction != "future":
        return text.start, None
    return now, context.direction


def _year_of(shift: Shift, context: Context) -> int | None:
    here = context.now
    if shift in ("previous", "following", "same") and context.text is not None:
        here = context.text.start
    if here is None:
        return None
    return here.year + _steps(shift)


def _steps(shift: Shift) -> int:
    return {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(str(shift), 0)


def _calendar(meaning: Calendar, context: Context) -> Resolved:
    year = meaning.year if meaning.year is not None else None
    if meaning.year_shift is not None:
        year = _year_of(meaning.year_shift, context)
    if meaning.month is None:
        return _date(Days("year", clamped(year, 1, 1))) if year else Resolved("DATE", "XXXX")
    if year is not None:
        return _in_year(meaning, year)
    base, way = _base(context)
    if meaning.shift in ("last", "past", "previous"):
        base, way = context.now or base, "past"
    elif meaning.shift in ("next", "coming", "following"):
        base, way = context.now or base, "future"
    elif meaning.shift == "same" and context.text is not None:
        base, way = context.text.start, None
    if base is None:
        return Resolved("DATE", _open_value(meaning))
    if context.told and meaning.shift is None and base is not context.now and context.text is not None:
        return _narrated(meaning, context.text)
    if meaning.shift == "this" and context.now is not None:
        return _in_year(meaning, context.now.year)
    if meaning.day is None:
        firsts = [clamped(base.year + k, meaning.month, 1) for k in (-1, 0, 1)]
        here = base.replace(day=1)
        if meaning.shift in ("last", "next"):  # never the month that runs
            firsts = [day for day in firsts if day != here]
        chosen = _nearest(firsts, here, way, firm=context.bound or meaning.shift is not None)
        return _date(Days("month", chosen)) if chosen else Resolved("DATE", _open_value(meaning))
    days = [d for k in range(-9, 10) if (d := day_or_none(base.year + k, meaning.month, meaning.day))]
    if meaning.weekday is not None:
        days = [day for day in days if day.isoweekday() == meaning.weekday] or days
    # An agency's story may carry a day's date before that day has begun elsewhere.
    slack = timedelta(1) if way == "past" else timedelta(0)
    chosen = _nearest(days, base + slack, way, firm=context.bound and meaning.weekday is None)
    return _date(Days("day", chosen)) if chosen else Resolved("DATE", _open_value(meaning))


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
        return _date(Days("month", clamped(year, meaning.month, 1)))
    day = day_or_none(year, meaning.month, meaning.day)
    return _date(Days("day", day)) if day else Resolved("DATE", _open_value(meaning))


def _numeric(meaning: Numeric, context: Context) -> Resolved:
    found = [_calendar(reading, context) for reading in meaning.readings]
    now = context.now
    if now is not None:
        # Of two readings the one near the day of writing is meant, where the other one is far from it.
        near = sorted(found, key=lambda one: abs(((one.days.start or date.min) - now).days))
        gaps = [abs(((one.days.start or date.min) - now).days) for one in near]
        if gaps[0] <= 21 < gaps[1]:
            return near[0]
    starts = sorted(one.days.start for one in found if one.days.start)
    return Resolved("DATE", f"{meaning.readings[0].year:04d}-XX-XX", Interval(starts[0], starts[-1]))


def _range(meaning: Range, context: Context) -> Resolved:
    first, last = _calendar(meaning.first, context), _calendar(meaning.last, context)
    start, end = first.days.start, last.days.end
    if start is not None and end is not None and end < start and meaning.last.year is None:
        last = _calendar(replace(meaning.last, year=start.year), context)
        end = last.days.end
    if start is None or end is None or end < start:
        return Resolved("DATE", f"{first.value}/{last.value}")
    return Resolved("DATE", f"{first.value}/{last.value}", Interval(start, end), last.period)


# ---------------------------------------------------------------- weekdays, today


def _weekday(meaning: Weekday, context: Context) -> Resolved:
    day = _weekday_day(meaning, context)
    return _date(Days("day", day)) if day else Resolved("DATE", f"XXXX-WXX-{meaning.index}")


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
        monday = add_days(now, -now.weekday() + 7 * _steps(meaning.week))
        return add_days(monday, index - 1)
    if meaning.month_day is not None:
        near = [add_days(now, k) for k in range(-31, 32)]
        fitting = [d for d in near if d.isoweekday() == index and d.day == meaning.month_day]
        return _nearest(fitting, now, context.direction) or _nearest(fitting, now, None)
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


def _relative(meaning: Relative, context: Context) -> Resolved:
    if context.now is None:
        return Resolved("DATE", "XXXX-XX-XX")
    return _date(Days("day", add_days(context.now, meaning.days)))


# ---------------------------------------------------------------- whole periods


_OPEN_UNITS = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}


def _period(meaning: Period, context: Context) -> Resolved:
    unit, shift, now = meaning.unit, meaning.shift, context.now
    if shift == "past" or (shift == "last" and unit in ("decade", "century")):
        length = Length(amounts=((1.0, unit),), window="past")
        return _length(length, context)
    if unit in ("hour", "minute", "second"):
        return Resolved("DURATION", duration_value(((1.0, unit),)))
    anchor = now
    if shift in ("previous", "following", "same") and unit in ("day", "night"):
        anchor = context.day.start if context.day is not None else None
    elif shift in ("previous", "following", "same") and context.text is not None:
        anchor = context.text.start
    if shift == "the" and unit == "quarter" and context.quarter is not None:
        return _date(context.quarter)
    if shift == "the" and unit == "day" and context.day is not None:
        anchor = context.day.start
    if anchor is None:
        return Resolved("DATE", _OPEN_UNITS[unit])
    here = period_of(anchor, unit)
    if unit == "weekend":
        if (
            shift in ("the", "this", "last")
            and anchor.isoweekday() < 6
            and (shift == "last" or context.direction == "past")
        ):
            return _date(here.shift(-1))
        if shift == "last":
            return _date(here.shift(-1))
    if shift == "the" and unit == "quarter":
        return _date(here.shift(-1) if context.direction != "future" else here)
    return _date(here.shift(_steps(shift)))


def _ending(meaning: Ending, context: Context) -> Resolved:
    found = _period(Period(unit=meaning.unit, shift=meaning.shift), context)
    if found.period is None:
        return found
    last = found.period
    if context.preposition == "since" and meaning.shift == "the":
        last = last.shift(-1)
    return _date(Days("day", last.end))


def _piece(meaning: Piece, context: Context) -> Resolved:
    now = context.now
    year = meaning.year
    if meaning.year_shift is not None:
        year = _year_of(meaning.year_shift, context)
    if meaning.unit == "season":
        return _season(meaning, year, context)
    unit = meaning.unit
    letter = "Q" if unit == "quarter" else "H"
    months = 3 if unit == "quarter" else 6
    if meaning.index is None:
        return _unnumbered(meaning, year, context)
    if year is None and now is not None:
        base, way = _base(context)
        assert base is not None  # noqa: S101 -- now is known
        year = base.year
        first = clamped(year, (meaning.index - 1) * months + 1, 1)
        last = Days(unit, first).end
        if first > base and way != "future":
            year -= 1
        elif add_days(last, 100) < base and way == "future":
            # The quarter that has just ended is what a coming report is on.
            year += 1
        year -= meaning.years_ago
    if year is None:
        return Resolved("DATE", f"XXXX-{letter}{meaning.index}")
    return _date(Days(unit, clamped(year, (meaning.index - 1) * months + 1, 1)))


def _unnumbered(meaning: Piece, year: int | None, context: Context) -> Resolved:
    """The quarter that the text speaks of, moved: "the year-earlier quarter", "the 1988 quarter", "the latest period"."""
    quarter = context.quarter
    if quarter is None and context.now is not None:
        quarter = period_of(context.now, "quarter").shift(-1)
    if year is not None:
        if context.quarter is None:
            return _date(Days("year", clamped(year, 1, 1)))
        return _date(Days("quarter", clamped(year, context.quarter.start.month, 1)))
    if quarter is None:
        return Resolved("DATE", "XXXX-QX")
    back = 4 if meaning.years_ago or meaning.shift == "same" else 0
    return _date(quarter.shift(-back))


def _season(meaning: Piece, year: int | None, context: Context) -> Resolved:
    name = str(meaning.season)
    if year is not None:
        return _date(season(year, name))
    base, way = _base(context)
    if base is None:
        return Resolved("DATE", f"XXXX-{name}")
    around = [season(base.year + k, name) for k in (-1, 0, 1, 2)]
    match meaning.shift:
        case "last" | "past" | "previous":
            chosen = max((one for one in around if one.end < base), key=lambda one: one.start)
        case "next" | "coming" | "following":
            chosen = min((one for one in around if one.start > base), key=lambda one: one.start)
        case _:
            if way == "future":
                chosen = min((one for one in around if one.end >= base), key=lambda one: one.start)
            elif way == "past":
                chosen = max((one for one in around if one.start <= base), key=lambda one: one.start)
            else:
                chosen = min(around, key=lambda one: abs((one.start - base).days + 45))
    return _date(chosen)


def _decade(meaning: Decade, context: Context) -> Resolved:
    del context
    return _date(Days("decade", clamped(meaning.year, 1, 1)))


def _century(meaning: Century, context: Context) -> Resolved:
    del context
    if meaning.number < 0:
        return Resolved("DATE", f"BC{-meaning.number - 1:02d}")
    first = date(max(1, (meaning.number - 1) * 100), 1, 1)
    return Resolved("DATE", f"{meaning.number - 1:02d}", Interval(first, date(meaning.number * 100 - 1, 12, 31)))


def _era(meaning: Era, context: Context) -> Resolved:
    del context
    return Resolved("DATE", f"BC{-meaning.year:04d}")


def _holiday(meaning: Holiday, context: Context) -> Resolved:
    year = meaning.year
    if meaning.year_shift is not None:
        year = _year_of(meaning.year_shift, context)
    base, way = _base(context)
    if meaning.shift in ("last", "past", "previous"):
        way = "past"
    elif meaning.shift in ("next", "coming", "following"):
        way = "future"
    days: Interval | None = None
    if year is not None:
        days = holiday(meaning.name, year)
    elif base is not None:
        near = [one for k in (-1, 0, 1) if (one := holiday(meaning.name, base.year + k)) and one.start]
        if way == "future":
            # A feast that still runs counts as the coming one, as it counts as the past one.
            starts = [one for one in near if one.end and one.end >= base]
            days = starts[0] if starts else None
        else:
            start = _nearest([one.start for one in near if one.start], base, way)
            days = next((one for one in near if one.start == start), None)
    if days is None or days.start is None or days.end is None:
        known = holiday(meaning.name, 2001)
        fixed = known is not None and known == holiday(meaning.name, 2002 - 1) and known.day is not None
        first, second = holiday(meaning.name, 2001), holiday(meaning.name, 2002)
        if (
            fixed
            and first
            and second
            and first.start
            and second.start
            and first.start.replace(year=2002) == second.start
        ):
            return Resolved("DATE", f"XXXX-{first.start.month:02d}-{first.start.day:02d}")
        return Resolved("DATE", "XXXX-XX-XX")
    if days.day is not None:
        return _date(Days("day", days.day))
    return Resolved("DATE", f"{days.start}/{days.end}", days, Days("day", days.start))


# ---------------------------------------------------------------- offsets and lengths


def _offset(meaning: Offset, context: Context) -> Resolved:
    unit, step = meaning.unit, meaning.step
    base: date | None
    if meaning.of is not None:
        base = resolve(Normalised(meaning=meaning.of), replace(context, preposition="")).days.start
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
        return Resolved("DATE", _OPEN_UNITS.get(unit, "XXXX-XX-XX"))
    if base is None:
        return Resolved("DATE", _OPEN_UNITS.get(unit, "XXXX-XX-XX"))
    if unit == "year" and meaning.count == 1 and step < 0 and context.quarter is not None:
        return _date(context.quarter.shift(-4))
    if unit in ("hour", "minute", "second"):
        return Resolved("DATE", base.isoformat(), Interval(base, base), Days("day", base))
    day = add(base, meaning.count * step, unit)
    if meaning.base == "text" and step > 0 and context.direction == "past" and context.now and day > context.now:
        return Resolved("DATE", _OPEN_UNITS.get(unit, "XXXX-XX-XX"))  # what is told as past cannot lie ahead
    if meaning.of is not None and meaning.count:
        return _date(Days("day", day))
    if unit == "decade":
        unit = "year"
    if meaning.count != int(meaning.count):
        unit = {"year": "month", "month": "day", "week": "day"}.get(unit, unit)
    return _date(period_of(day, unit))


def _length(meaning: Length, context: Context) -> Resolved:
    value = duration_value(meaning.amounts)
    now = context.now
    if now is None or any(count is None for count, _ in meaning.amounts):
        if now is not None and meaning.window:
            return Resolved("DURATION", value, Interval(None, now) if meaning.window == "past" else Interval(now, None))
        return Resolved("DURATION", value)
    window = meaning.window
    if window is None and context.preposition == "within" and context.direction != "past":
        window = "next"
    if window is None:
        return Resolved("DURATION", value)
    other = now
    for count, unit in meaning.amounts:
        other = add(other, (count or 0) * (-1 if window == "past" else 1), unit)
    days = Interval(other, now) if window == "past" else Interval(now, other)
    return Resolved("DURATION", value, days)


def _repeat(meaning: Repeat, context: Context) -> Resolved:
    del context
    return Resolved("SET", meaning.value)


def _reference(meaning: Reference, context: Context) -> Resolved:
    del context
    return Resolved("DATE", meaning.value)


def _time(meaning: TimeOfDay, context: Context) -> Resolved:
    day: date | None = None
    if meaning.of is not None:
        found = _RESOLVERS[type(meaning.of)](meaning.of, context)
        if found.period is None:
            return Resolved("TIME", found.value + meaning.clock)
        day = found.period.start
    else:
        text = context.day
        if not context.near and meaning.anaphor is None and not context.told:
            text = None
        if meaning.anaphor is not None and text is not None:
            day = add_days(text.start, _steps(meaning.anaphor))
        elif text is not None:
            day = text.start
        else:
            day = context.now
    if day is None:
        return Resolved("TIME", "XXXX-XX-XX" + meaning.clock)
    return Resolved("TIME", day.isoformat() + meaning.clock, Interval(day, day), Days("day", day))


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Calendar: _calendar,
    Numeric: _numeric,
    Range: _range,
    Weekday: _weekday,
    Relative: _relative,
    Period: _period,
    Ending: _ending,
    Piece: _piece,
    Offset: _offset,
    Length: _length,
    Repeat: _repeat,
    Decade: _decade,
    Century: _century,
    Era: _era,
    Holiday: _holiday,
    Reference: _reference,
    TimeOfDay: _time,
}
