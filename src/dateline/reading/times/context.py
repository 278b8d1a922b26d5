"""What a meaning is resolved against, what comes of it, and which of several days is the nearest."""

from dataclasses import dataclass
from datetime import date

from dateline.model import Interval, TimeType
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.direction import Direction
from dateline.reading.times.meaning import Shift

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


OPEN_UNITS = {
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

_LONG, _SHORT = 270, 95
"""Days: a year-less date lies no further than the first, where it could lie nearer than the second."""

_JUST_OVER = 10
"""Days since a year-less date within which it is meant even by a verb that looks ahead."""


def whole(period: Days) -> Resolved:
    """The period as a date."""
    return Resolved("DATE", period.value, period.days, period)


def nearest(
    candidates: list[date], now: date, direction: Direction, *, firm: bool = True, told: bool = False
) -> date | None:
    """Of days in ascending order: the last one up to now, the first one from now on, or the closest (the earlier of two).

    `firm`: a verb of its own gives the direction; `told`: the words do ("next October 12").
    """
    before = max((day for day in candidates if day <= now), default=None)
    after = min((day for day in candidates if day >= now), default=None)
    if before is not None and after is not None and direction is not None:
        back, ahead = (now - before).days, (after - now).days
        # Nobody leaves out the year of a day eleven months away where the same day is weeks away on the other side.
        if not firm and max(back, ahead) > _LONG and min(back, ahead) < _SHORT:
            return before if back < ahead else after
        # "The polls close on January 1", written the day after: no verb speaks of the next one.
        if direction == "future" and not told and back < _JUST_OVER and ahead > _LONG:
            return before
    if direction == "past":
        return before
    if direction == "future":
        return after
    return min(candidates, key=lambda day: (abs((day - now).days), day), default=None)


def base_of(context: Context) -> tuple[date | None, Direction]:
    """The day that year-less dates are near to: now, or the text's own time where the passage tells of the past."""
    text, now = context.text, context.now
    if text is not None and context.told and context.direction != "future":
        return text.start, None
    return now, context.direction


def year_of(shift: Shift, context: Context) -> int | None:
    """The year that "last year", "that year" and their like name."""
    here = context.now
    if shift in ("previous", "following", "same") and context.text is not None:
        here = context.text.start
    if here is None:
        return None
    return here.year + steps(shift)


def steps(shift: Shift) -> int:
    """How many periods a shift goes: last is -1."""
    return {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(str(shift), 0)
