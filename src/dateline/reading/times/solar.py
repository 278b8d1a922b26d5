"""Iranian (solar Hijri) years: from Nowruz to the day before the next one."""

from datetime import date, timedelta

from dateline.model import Interval
from dateline.reading.times.context import Context, Resolved, steps
from dateline.reading.times.meaning import SolarYear

FIRST, LAST = 1244, 1472
"""Years for which Birashk's cycle of 33 years with 8 leap years gives the true Nowruz (1865 to 2093)."""

_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_KNOWN_YEAR, _KNOWN_NOWRUZ = 1400, date(2021, 3, 21)
_BEHIND = 621
"""Years that the Iranian count lies behind the Gregorian one from Nowruz on."""


def nowruz(year: int) -> date:
    """The first day of the Iranian year (FIRST to LAST, and the one after)."""
    low, high = sorted((year, _KNOWN_YEAR))
    days = sum(365 + (between % 33 in _LEAP) for between in range(low, high))
    return _KNOWN_NOWRUZ + timedelta(days if year > _KNOWN_YEAR else -days)


def solar_year(year: int) -> Interval | None:
    """The days of the Iranian year; None for one beyond the known cycle."""
    if not FIRST <= year <= LAST:
        return None
    return Interval(nowruz(year), nowruz(year + 1) - timedelta(1))


def resolve_solar(meaning: SolarYear, context: Context) -> Resolved:
    """An Iranian year by its number, or moved from the one that runs; its value is the interval of its days."""
    year = meaning.year
    if year is None and meaning.month is not None:
        year = meaning.month.year - _BEHIND - meaning.ends
    elif year is None and context.now is not None:
        year = context.now.year - _BEHIND + steps(meaning.shift)
        here = solar_year(context.now.year - _BEHIND)
        year -= here is not None and here.start is not None and context.now < here.start
    days = solar_year(year) if year is not None else None
    if days is None:
        return Resolved("DATE", "XXXX")
    return Resolved("DATE", f"{days.start}/{days.end}", days)
