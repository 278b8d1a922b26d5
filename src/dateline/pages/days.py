"""Days that are written out in full, as pages write them: `3 March 2024`, `Sat, Mar. 3rd 2024`, `2024-03-03T10:00Z`, `/2024/03/03/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BEGINS_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR = rf"{_BEGINS_YEAR}(?!\d)"
_DAY = r"(?<![\d.,:$€£])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_AFTER = _MONTH.replace("<month>", "<after>")
_YEARLESS = re.compile(
    rf"\b{_MONTH}\s{{0,2}}{_DAY}\b(?!,?\s?(?:19|20)\d\d)|(?<![\d.,:$€£/-])(?P<before>[0-3]?\d)(?:st|nd|rd|th)?\s{_AFTER}(?!,?\s?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_ISO = re.compile(rf"(?<![\d.]){_YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)")
_DAY_FIRST = re.compile(rf"{_DAY}(?:\s+of)?[\s.,-]{{1,3}}{_MONTH}[\s,-]{{1,3}}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}[\s-]{{0,2}}{_DAY}\b,?\s{{0,2}}(?:at\s)?{_YEAR}", re.IGNORECASE)
_COMPACT = re.compile(rf"(?<!\d){_BEGINS_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T\d\d|\b)")
_NUMBERS = re.compile(rf"(?<![\d./-])(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark){_YEAR}")
_URL = re.compile(
    rf"[/_.-]{_BEGINS_YEAR}(?P<mark>[/_.-]?)(?P<month>[01]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P=mark)(?P<day>[0-3]?\d)(?![\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class WrittenDay:
    """A day and where its words stand in the text that was searched."""

    start: int
    end: int
    day: date


def written_days(text: str) -> tuple[WrittenDay, ...]:
    """Every full date in the text, in its order. `03/04/2024` is left out: only `23/04/2024` can be read in one way."""
    found = sorted(_found(text), key=lambda d: (d.start, -d.end))
    kept: list[WrittenDay] = []
    for day in found:
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A month and day whose year the words do not give, and where they stand."""

    start: int
    end: int
    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """The day in this year; None for a leap day where the year has none."""
        return _day(str(year), self.month, str(self.day))


def yearless_day(text: str) -> YearlessDay | None:
    """The first `December 29` or `29 December` of the text, where no year follows."""
    for m in _YEARLESS.finditer(text):
        month = _MONTHS.index((m["month"] or m["after"]).lower()[:3]) + 1
        day = int(m["day"] or m["before"])
        if _day("2024", month, str(day)):
            return YearlessDay(m.start(), m.end(), month, day)
    return None


def url_day(url: str) -> WrittenDay | None:
    """The day in an address's path, such as `/2024/mar/03/` or `-20240303`."""
    for m in _URL.finditer(url):
        month = m["month"].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        if not m["mark"] and (len(m["month"]) < 2 or len(m["day"]) < 2):
            continue
        day = _day(m["year"], number, m["day"])
        if day:
            return WrittenDay(m.start() + 1, m.end(), day)
    return None


def _found(text: str) -> Iterator[WrittenDay]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, _COMPACT):
        for m in pattern.finditer(text):
            month = m["month"].lower()
            day = _day(m["year"], int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1, m["day"])
            if day:
                yield WrittenDay(m.start(), m.end(), day)
    for m in _NUMBERS.finditer(text):
        one, two = int(m["one"]), int(m["two"])
        if m["mark"] == "." or one > 12 or one == two:
            day = _day(m["year"], two, m["one"])
        else:
            day = _day(m["year"], one, m["two"]) if two > 12 else None
        if day:
            yield WrittenDay(m.start(), m.end(), day)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
