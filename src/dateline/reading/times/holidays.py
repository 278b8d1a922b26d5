"""Feasts: from the rule in lexicon/times_holidays.toml to the days in a given year.

Rules after Dershowitz and Reingold, Calendrical Calculations: Easter by the Gregorian and Julian computus, the tabular
Islamic calendar (the sighting of the moon may move a day), the arithmetic Hebrew calendar.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.model import Interval
from dateline.reading.lexicon import lexicon

_ISLAMIC_EPOCH = 227015
_HEBREW_EPOCH = -1373427


@cache
def holiday(name: str, year: int) -> Interval | None:
    """The days of the feast that begin in the year; None where none does (a lunar year may miss one)."""
    rule: dict[str, Any] = lexicon("times_holidays")[name]
    if not 1600 <= year <= 2400:
        return None
    start = _STARTS[rule["rule"]](rule, year)
    if start is None:
        return None
    return Interval(start, start + timedelta(rule.get("days", 1) - 1))


def fixed_day(name: str) -> tuple[int, int] | None:
    """Month and day of a feast that has the same ones every year; None for a movable one."""
    rule = lexicon("times_holidays")[name]
    return (rule["month"], rule["day"]) if rule["rule"] == "fixed" and "days" not in rule else None


def is_sighted(name: str) -> bool:
    """Whether the sighting of the moon decides the day, so that the rule may be a day out."""
    return bool(lexicon("times_holidays")[name]["rule"] == "islamic")


def _fixed(rule: dict[str, Any], year: int) -> date:
    return date(year, rule["month"], rule["day"])


def _nth(rule: dict[str, Any], year: int) -> date:
    month, n = rule["month"], rule["n"]
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - rule["weekday"]) % 7)
    first = date(year, month, 1)
    return first + timedelta((rule["weekday"] - first.isoweekday()) % 7 + 7 * (n - 1))


def _easter(rule: dict[str, Any], year: int) -> date:
    century = year // 100 + 1
    epact = (14 + 11 * (year % 19) - 3 * century // 4 + (5 + 8 * century) // 25) % 30
    if epact == 0 or (epact == 1 and year % 19 > 10):
        epact += 1
    moon = date(year, 4, 19) - timedelta(epact)
    return moon + timedelta(7 - moon.isoweekday() % 7 + rule["offset"])


def _orthodox(rule: dict[str, Any], year: int) -> date:
    epact = (14 + 11 * (year % 19)) % 30
    # The Julian April 19 lies this many days later in the Gregorian calendar.
    moon = date(year, 4, 19) + timedelta(year // 100 - year // 400 - 2 - epact)
    return moon + timedelta(7 - moon.isoweekday() % 7 + rule["offset"])


def _islamic(rule: dict[str, Any], year: int) -> date | None:
    first = int((year - 622) * 33 / 32) - 1
    for lunar in range(first, first + 4):
        month, day = rule["month"], rule["day"]
        fixed = day + 29 * (month - 1) + (6 * month - 1) // 11 + (lunar - 1) * 354 + (3 + 11 * lunar) // 30
        start = date.fromordinal(fixed + _ISLAMIC_EPOCH - 1)
        if start.year == year:
            return start
    return None


def _hebrew_new_year(year: int) -> int:
    def elapsed(number: int) -> int:
        months = (235 * number - 234) // 19
        parts = 12084 + 13753 * months
        days = 29 * months + parts // 25920
        return days + 1 if (3 * (days + 1)) % 7 < 3 else days

    before, here, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + correction


def _hebrew(rule: dict[str, Any], year: int) -> date:
    month, day = rule["month"], rule["day"]
    # Nisan to Elul of a Gregorian year belong to one Hebrew year, Tishri to December to the next.
    hebrew = year + 3760 + (month >= 7)
    start = _hebrew_new_year(hebrew)
    following = _hebrew_new_year(hebrew + 1)
    length = following - start
    if month >= 7:
        days = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30]
        fixed = start + sum(days[: month - 7]) + day - 1
    else:
        after = [30, 29, 30, 29, 30, 29]  # Nisan to Elul
        fixed = following - sum(after[month - 1 :]) + day - 1
    return date.fromordinal(fixed)


_STARTS = {
    "fixed": _fixed,
    "nth": _nth,
    "easter": _easter,
    "orthodox": _orthodox,
    "islamic": _islamic,
    "hebrew": _hebrew,
}
