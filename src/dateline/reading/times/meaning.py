"""What a time expression means before it is known when it was written: partial dates, shifts, lengths, repetitions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Shift = Literal["this", "last", "next", "past", "coming", "previous", "following", "same", "the"] | None
Part = (
    Literal[
        "early",
        "mid",
        "late",
        "start",
        "end",
        "first_half",
        "second_half",
        "week1",
        "week2",
        "week3",
        "week4",
        "week5",
        "last_week",
    ]
    | None
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A year, month or day of the calendar, or parts of one: "Dec. 6", "last April", "June 2014", "2015"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: Shift = None
    year_shift: Shift = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """A numeric date whose order of day and month is open: "04/05/2021" has two readings."""

    readings: tuple[Calendar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From the first of two partial dates to the last."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week (Monday is 1), so many weeks and days away from the one that is meant."""

    index: int
    shift: Shift = None
    week: Shift = None
    plus: int = 0
    month_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A day counted from today: yesterday is -1."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A whole period about now or about a day of the text: "this week", "the following year"."""

    unit: str
    shift: Shift
    fiscal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBefore:
    """The same day, month or quarter a year before the one that the text speaks of: "the same month last year"."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The last day of a period: "year-end"."""

    unit: str
    shift: Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A numbered quarter or half, or a season: of a year, of the year about now, or the nearest one."""

    unit: Literal["quarter", "half", "season"]
    index: int | None = None
    season: str | None = None
    year: int | None = None
    shift: Shift = None
    year_shift: Shift = None
    years_ago: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """So many units from now ("ago") or from a day of the text ("later"). `count` None: an unknown number.

    `step` is +1 or -1. `of` is what it is counted from, where the words say so.
    """

    count: float | None
    unit: str
    step: int
    base: Literal["now", "text"] = "text"
    of: "Calendar | Relative | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long: so many units. `window` says whether it ends now (past), starts now (next), or neither (None); `start` is the
    day from which it runs, where the words give it.
    """

    amounts: tuple[tuple[float | None, str], ...]
    window: Literal["past", "next"] | None = None
    start: "Calendar | Weekday | Relative | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """How often; `value` as TIMEX3 has it."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """A decade, by its first year."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Century:
    """The n-th century; before our era with a minus."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A year before our era (negative), or early in it."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast of the calendar, by its name in the lexicon."""

    name: str
    year: int | None = None
    shift: Shift = None
    year_shift: Shift = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolarYear:
    """An Iranian year: by its number, by a Gregorian month in which it begins (or `ends`), or moved from the one that runs."""

    year: int | None = None
    month: date | None = None
    ends: bool = False
    shift: Shift = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The present, the past or the future as such."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """A clock time or part of a day; `of` is the day, None where the words do not give it. `same`: the text's last day.

    `elsewhere`: the day is that of an event ("the night of the raid"), and not known.
    """

    clock: str
    of: "Calendar | Weekday | Relative | Holiday | None" = None
    anaphor: Shift = None
    elsewhere: bool = False


Meaning = (
    Calendar
    | Numeric
    | Range
    | Weekday
    | Relative
    | Period
    | YearBefore
    | Piece
    | Offset
    | Length
    | Repeat
    | Decade
    | Ending
    | Century
    | Era
    | Holiday
    | Reference
    | SolarYear
    | TimeOfDay
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """A meaning, the part of it that is meant, and whether the number in it is a rough one."""

    meaning: Meaning
    part: Part = None
