"""Calendar arithmetic on periods: days, weeks, months, quarters, halves, seasons, years, decades, centuries."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.model import Interval

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
]
MONTHS: dict[str, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS: dict[str, int] = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_OF_MONTH = {
    month % 12 + 1 + k: name for name, month in SEASON_MONTH.items() for k in range(3) if month == 12
} | {month + k: name for name, month in SEASON_MONTH.items() for k in range(3) if month + k <= 12}
LONG: tuple[str, ...] = ("month", "quarter", "half", "season", "year", "decade", "century", "millennium")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def clamped(year: int, month: int, day: int) -> date:
    """The day; the month's last one where the month is shorter, the calendar's first or last where the year lies beyond it."""
    if year < 1:
        return date.min
    if year > 9999:
        return date.max
    return date(year, month, min(day, monthrange(year, month)[1]))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later; the month's last one where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    return clamped(total // 12, total % 12 + 1, day.day)


def add_days(day: date, days: int) -> date:
    """So many days later, kept within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def add(day: date, count: float, unit: str) -> date:
    """The day that lies `count` units later. Half units of a year are months, of a month days."""
    if abs(count) > 10_000_000:
        return date.max if count > 0 else date.min
    if unit in MONTHS:
        months = count * MONTHS[unit]
        whole = int(months)
        return add_days(add_months(day, whole), round((months - whole) * 30))
    if unit in DAYS:
        return add_days(day, round(count * DAYS[unit]))
    return add_days(day, int(count * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[unit] / 24))


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar period, named by its unit and its first day."""

    unit: str
    start: date

    @property
    def end(self) -> date:
        """The last day."""
        if self.unit in ("day", "night"):
            return self.start
        if self.unit == "weekend":
            return add_days(self.start, 1)
        if self.unit in ("week", "fortnight"):
            return add_days(self.start, DAYS[self.unit] - 1)
        following = add_months(self.start, MONTHS[self.unit])
        return date.max if following == date.max else add_days(following, -1)

    @property
    def days(self) -> Interval:
        """The first and the last day."""
        return Interval(self.start, self.end)

    def shift(self, count: int) -> "Period":
        """The period so many units later."""
        return Period(self.unit, add(self.start, count, self.unit)) if self.unit != "season" else self._season(count)

    def _season(self, count: int) -> "Period":
        return Period("season", add_months(self.start, 3 * count))

    @property
    def value(self) -> str:
        """The period as a TIMEX3 value."""
        first = self.start
        year = f"{first.year:04d}"
        match self.unit:
            case "day" | "night":
                return first.isoformat()
            case "week" | "fortnight":
                iso = first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}"
            case "weekend":
                iso = first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}-WE"
            case "month":
                return f"{year}-{first.month:02d}"
            case "quarter":
                return f"{year}-Q{(first.month + 2) // 3}"
            case "half":
                return f"{year}-H{1 if first.month < 7 else 2}"
            case "season":
                name = _SEASON_OF_MONTH[first.month]
                # A winter is named by the year in which it ends.
                return f"{first.year + (name == 'WI'):04d}-{name}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]
            case _:
                return year[:1]


def period_of(day: date, unit: str) -> Period:
    """The period of the unit that holds the day. A weekend is that of the day's week."""
    match unit:
        case "week" | "fortnight":
            start = add_days(day, -day.weekday())
        case "weekend":
            start = add_days(day, 5 - day.weekday())
        case "month":
            start = day.replace(day=1)
        case "quarter":
            start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case "half":
            start = date(day.year, 1 if day.month < 7 else 7, 1)
        case "season":
            month = day.month // 3 * 3
            start = date(day.year, month, 1) if month else clamped(day.year - 1, 12, 1)
        case "year":
            start = date(day.year, 1, 1)
        case "decade":
            start = clamped(day.year // 10 * 10, 1, 1)
        case "century":
            start = clamped(day.year // 100 * 100, 1, 1)
        case "millennium":
            start = clamped(day.year // 1000 * 1000, 1, 1)
        case _:
            start = day
    return Period("day" if unit in ("hour", "minute", "second") else unit, start)


def season(year: int, name: str) -> Period:
    """The season of a year: meteorological, three whole months; the winter of a year is the one that ends in it."""
    return Period("season", clamped(year - (name == "WI"), SEASON_MONTH[name], 1))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The latest such weekday (Monday is 1) that is not after the day."""
    return add_days(day, -((day.isoweekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first such weekday (Monday is 1) that is not before the day."""
    return add_days(day, (weekday - day.isoweekday()) % 7)


def part_of(days: Interval, part: str) -> Interval:
    """The early, middle or late part, the start or the end of a bounded interval: a third of it, for start and end a tenth.

    Thirds and tenths are this project's reading of words that state no bound; they hold the tests' usage of news.
    """
    if days.start is None or days.end is None:
        return days
    length = (days.end - days.start).days + 1
    third = max(1, -(-length // 3))
    edge = max(1, -(-length // 4)) if length <= 31 else max(1, -(-length // 8))
    match part:
        case "early":
            return Interval(days.start, days.start + timedelta(third - 1))
        case "late":
            return Interval(days.end - timedelta(third - 1), days.end)
        case "mid":
            return Interval(days.start + timedelta(length // 4), days.end - timedelta(length // 4))
        case "start":
            return Interval(days.start, days.start + timedelta(edge - 1))
        case "end":
            return Interval(days.end - timedelta(edge - 1), days.end)
        case "first_half":
            return Interval(days.start, days.start + timedelta(max(0, (length + 1) // 2 - 1)))
        case "second_half":
            return Interval(days.start + timedelta(length // 2), days.end)
        case "week1" | "week2" | "week3" | "week4" | "week5":
            first = days.start + timedelta(7 * (int(part[-1]) - 1))
            return days if first > days.end else Interval(first, min(days.end, first + timedelta(6)))
        case "last_week":
            return Interval(max(days.start, days.end - timedelta(6)), days.end)
        case _:
            return days
