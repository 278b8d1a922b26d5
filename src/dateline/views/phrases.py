"""Days, intervals and figures in words, for people."""

from datetime import date

from dateline.model import Interval

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: date) -> str:
    """`6 May 2031`, in any locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_in_words(days: Interval | None) -> str:
    """An interval; empty where both sides are open."""
    if days is None or (days.start is None and days.end is None):
        return ""
    if days.start is None:
        assert days.end is not None  # noqa: S101 -- both open is settled above
        return f"by {day_in_words(days.end)}"
    if days.end is None:
        return f"from {day_in_words(days.start)}"
    if days.start == days.end:
        return day_in_words(days.start)
    if (days.start.month, days.start.day, days.end.month, days.end.day) == (1, 1, 12, 31):
        years = (days.start.year, days.end.year)
        return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    if _whole_month(days.start, days.end):
        return f"{_MONTHS[days.start.month - 1]} {days.start.year}"
    if (days.start.year, days.start.month) == (days.end.year, days.end.month):
        return f"{days.start.day}–{day_in_words(days.end)}"
    if days.start.year == days.end.year:
        return f"{days.start.day} {_MONTHS[days.start.month - 1]} – {day_in_words(days.end)}"
    return f"{day_in_words(days.start)} – {day_in_words(days.end)}"


def figure_in_words(low: float | None, high: float | None, *, approximate: bool) -> str:
    """A figure with its bounds."""
    if low is not None and high is not None:
        text = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    elif low is not None:
        text = f"at least {_number(low)}"
    elif high is not None:
        text = f"at most {_number(high)}"
    else:
        text = "an unknown number of"
    return f"about {text}" if approximate else text


def counted(number: int, what: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {what if number == 1 else many or what + 's'}"


def _whole_month(start: date, end: date) -> bool:
    after = date.fromordinal(end.toordinal() + 1) if end < date.max else end
    return start.day == 1 and after.day == 1 and (start.year, start.month) == (end.year, end.month)


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
