"""The order of publication: by the middle of the interval, undated last, ties by id."""

from datetime import date

from dateline.model import Interval, Reading


def midpoint(days: Interval) -> float | None:
    """The middle of an interval as an ordinal day; the known end of an open one; None where both are open."""
    if days.start is not None and days.end is not None:
        return (days.start.toordinal() + days.end.toordinal()) / 2
    known = days.start or days.end
    return None if known is None else float(known.toordinal())


def within(days: int, first: Interval, second: Interval) -> bool:
    """Whether two intervals begin (or, open at the start, end) at most so many days apart; never where one says nothing."""
    one, other = first.start or first.end, second.start or second.end
    return one is not None and other is not None and abs((one - other).days) <= days


def publication(reading: Reading) -> tuple[float, str]:
    """A key that puts readings in the order of publication."""
    middle = midpoint(reading.article.published.interval)
    return (float(date.max.toordinal()) if middle is None else middle, reading.article.id)
