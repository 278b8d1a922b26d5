"""Whole periods: weeks, quarters, seasons, decades, centuries, and feasts."""

from datetime import date

from dateline.model import Interval
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add, add_days, clamped, period_of, season
from dateline.reading.times.context import OPEN_UNITS, Context, Resolved, base_of, nearest, steps, whole, year_of
from dateline.reading.times.holidays import fixed_day, holiday, is_sighted
from dateline.reading.times.lengths import duration_value, resolve_length
from dateline.reading.times.meaning import Century, Decade, Ending, Era, Holiday, Length, Period, Piece, YearBefore


def resolve_period(meaning: Period, context: Context) -> Resolved:
    """For "this week", "the following year", "the quarter"."""
    unit, shift, now = meaning.unit, meaning.shift, context.now
    if shift == "past" or (shift == "last" and unit in ("decade", "century")):
        return resolve_length(Length(amounts=((1.0, unit),), window="past"), context)
    if unit in ("hour", "minute", "second"):
        return Resolved("DURATION", duration_value(((1.0, unit),)))
    anchor = now
    if shift in ("previous", "following", "same") and unit in ("day", "night"):
        anchor = context.day.start if context.day is not None else None
    elif shift in ("previous", "following", "same") and context.text is not None:
        anchor = context.text.start
    if shift == "the" and unit == "quarter" and context.quarter is not None:
        return whole(context.quarter)
    if shift == "the" and unit == "day" and context.day is not None:
        anchor = context.day.start
    if anchor is None:
        return Resolved("DATE", OPEN_UNITS[unit])
    here = period_of(anchor, unit)
    if unit == "weekend":
        if (
            shift in ("the", "this", "last")
            and anchor.isoweekday() < 6
            and (shift == "last" or context.direction == "past")
        ):
            return whole(here.shift(-1))
        if shift == "last":
            return whole(here.shift(-1))
    if shift == "the" and unit == "quarter":
        return whole(here.shift(-1) if context.direction != "future" else here)
    return whole(here.shift(steps(shift)))


def resolve_ending(meaning: Ending, context: Context) -> Resolved:
    """The last day of a period: "year-end"."""
    found = resolve_period(Period(unit=meaning.unit, shift=meaning.shift), context)
    if found.period is None:
        return found
    last = found.period
    if context.preposition == "since" and meaning.shift == "the":
        last = last.shift(-1)
    return whole(Days("day", last.end))


def resolve_year_before(meaning: YearBefore, context: Context) -> Resolved:
    """For "the same month last year": of the month that the text named last, else of the one that runs.

    A "period" is the quarter that a business text speaks of, else whatever month or quarter was named.
    """
    unit, text = meaning.unit, context.text
    if unit == "quarter" and context.quarter is not None:
        return whole(context.quarter.shift(-4))
    if unit == "quarter" and text is not None and text.unit == "month":
        unit = "month"
    told = text is not None and text.unit == unit
    anchor = text.start if text is not None and told else context.now
    if anchor is None:
        return Resolved("DATE", OPEN_UNITS[unit])
    if unit == "quarter" and not told:
        return whole(period_of(anchor, "year").shift(-1))  # it is not said which period
    back = add(anchor, -52, "week") if unit in ("week", "weekend") else add(anchor, -1, "year")
    return whole(period_of(back, unit))


def resolve_piece(meaning: Piece, context: Context) -> Resolved:
    """A quarter, half or season."""
    now = context.now
    year = meaning.year
    if meaning.year_shift is not None:
        year = year_of(meaning.year_shift, context)
    if meaning.unit == "season":
        return _season(meaning, year, context)
    unit = meaning.unit
    letter = "Q" if unit == "quarter" else "H"
    months = 3 if unit == "quarter" else 6
    if meaning.index is None:
        return _unnumbered(meaning, year, context)
    if year is None and now is not None:
        base, way = base_of(context)
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
    return whole(Days(unit, clamped(year, (meaning.index - 1) * months + 1, 1)))


def _unnumbered(meaning: Piece, year: int | None, context: Context) -> Resolved:
    """The quarter that the text speaks of, moved: "the year-earlier quarter", "the 1988 quarter", "the latest period"."""
    quarter = context.quarter
    if quarter is None and context.now is not None:
        quarter = period_of(context.now, "quarter").shift(-1)
    if year is not None:
        if context.quarter is None:
            return whole(Days("year", clamped(year, 1, 1)))
        return whole(Days("quarter", clamped(year, context.quarter.start.month, 1)))
    if quarter is None:
        return Resolved("DATE", "XXXX-QX")
    back = 4 if meaning.years_ago or meaning.shift == "same" else 0
    return whole(quarter.shift(-back))


def _season(meaning: Piece, year: int | None, context: Context) -> Resolved:
    name = str(meaning.season)
    if year is not None:
        return whole(season(year, name))
    base, way = base_of(context)
    if base is None:
        return Resolved("DATE", f"XXXX-{name}")
    around = [season(base.year + k, name) for k in (-1, 0, 1, 2)]
    if context.told and meaning.shift in (None, "same") and way is None and context.text is not None:
        return whole(_told_season(around, context.text))
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
    return whole(chosen)


def _told_season(around: list[Days], text: Days) -> Days:
    """The season that a narrative means: of the year that it has just named, else the one that runs or comes next."""
    if text.unit == "year":
        return around[1]
    return next(one for one in around if one.end >= text.start)


def resolve_decade(meaning: Decade, context: Context) -> Resolved:
    """A decade."""
    del context
    return whole(Days("decade", clamped(meaning.year, 1, 1)))


def resolve_century(meaning: Century, context: Context) -> Resolved:
    """A century; one before our era has no days here."""
    del context
    if meaning.number < 0:
        return Resolved("DATE", f"BC{-meaning.number - 1:02d}")
    first = date(max(1, (meaning.number - 1) * 100), 1, 1)
    return Resolved("DATE", f"{meaning.number - 1:02d}", Interval(first, date(meaning.number * 100 - 1, 12, 31)))


def resolve_era(meaning: Era, context: Context) -> Resolved:
    """A year before our era, which has no days here."""
    del context
    return Resolved("DATE", f"BC{-meaning.year:04d}")


def resolve_holiday(meaning: Holiday, context: Context) -> Resolved:
    """A feast, in its year or the nearest one."""
    year = meaning.year
    if meaning.year_shift is not None:
        year = year_of(meaning.year_shift, context)
    base, way = base_of(context)
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
            start = nearest([one.start for one in near if one.start], base, way)
            days = next((one for one in near if one.start == start), None)
    if days is None or days.start is None or days.end is None:
        fixed = fixed_day(meaning.name)
        return Resolved("DATE", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX")
    if days.day is not None:
        return whole(Days("day", days.day))
    # The sighting of the moon may move a lunar month by a day.
    slack = 1 if is_sighted(meaning.name) else 0
    wide = Interval(add_days(days.start, -slack), add_days(days.end, slack))
    return Resolved("DATE", f"{days.start}/{days.end}", wide, Days("day", days.start))
