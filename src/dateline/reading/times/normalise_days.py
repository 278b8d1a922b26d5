"""Days from their words: of the calendar, of the week, about today, feasts, and the time of a day."""

from collections.abc import Callable

from dateline.reading.lexicon import lexicon
from dateline.reading.times.calendar import day_or_none
from dateline.reading.times.found import Found
from dateline.reading.times.meaning import (
    Calendar,
    Era,
    Holiday,
    Meaning,
    Numeric,
    Range,
    Relative,
    Shift,
    TimeOfDay,
    Weekday,
)
from dateline.reading.times.numbers import number, ordinal, spoken_year
from dateline.reading.times.said import listed, shift_of

TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "now": 0}
"""Days from today."""


def calendar(found: Found) -> Calendar | None:
    """A year, month or day of the calendar; None where there is no such day."""
    parts = found.parts
    year = spoken_year(parts["year"]) if "year" in parts else None
    month = int(listed("months", parts["month"][0])) if "month" in parts else None
    day = ordinal(parts["day"]) if "day" in parts else None
    if day is not None and (month is None or day_or_none(2024 if year is None else max(1, year), month, day) is None):
        return None
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=int(listed("weekdays", parts["weekday"][0])) if "weekday" in parts else None,
        shift=shift_of(parts["shift"]) if "shift" in parts else None,
        year_shift=shift_of(parts["year_shift"]) if "year_shift" in parts else None,
        fiscal="fiscal" in parts,
    )


def _iso(found: Found) -> Meaning | None:
    day, _, clock = found.parts["iso"][0].partition("t")
    year, month, number_of_day = (int(piece) for piece in day.split("-"))
    if day_or_none(year, month, number_of_day) is None:
        return None
    meaning = Calendar(year=year, month=month, day=number_of_day)
    return TimeOfDay(clock=f"T{clock.rstrip('z')}", of=meaning) if clock else meaning


def _numeric(found: Found) -> Meaning | None:
    pieces = found.parts["numeric"][0].replace(".", "/").split("/")
    if len(pieces[0]) == 4:
        orders = [(pieces[0], pieces[1], pieces[2])]
    else:
        orders = [(pieces[2], pieces[0], pieces[1]), (pieces[2], pieces[1], pieces[0])]
        if "." in found.parts["numeric"][0]:
            orders.reverse()
    readings = []
    for year, month, day in orders:
        whole = spoken_year((year,)) or 0
        if day_or_none(whole, int(month), int(day)) is not None:
            readings.append(Calendar(year=whole, month=int(month), day=int(day)))
    if not readings:
        return None
    return readings[0] if len(set(readings)) == 1 else Numeric(readings=tuple(readings))


def _era(found: Found) -> Meaning | None:
    year = number(found.parts["year"])
    if not year or year > 9999:
        return None
    return Era(year=-int(year)) if found.parts["era"][0].startswith("b") else Calendar(year=int(year))


def _span(found: Found) -> Meaning | None:
    parts = found.parts
    year = spoken_year(parts["year"]) if "year" in parts else None
    if "to_year" in parts and year is not None:
        [text] = parts["to_year"]
        last = int(text) if len(text) == 4 else year // 100 * 100 + int(text)
        if len(text) == 2 and last <= year and 1 <= int(text) <= 12:
            return Calendar(year=year, month=int(text))  # "2024-05", as in ISO 8601
        if len(text) == 2 and last <= year:
            last += 100
        return Range(first=Calendar(year=year), last=Calendar(year=last)) if last > year else None
    month = int(listed("months", parts["month"][0]))
    to_month = int(listed("months", parts["to_month"][0])) if "to_month" in parts else month
    day = ordinal(parts["day"]) if "day" in parts else None
    to_day = ordinal(parts["to_day"]) if "to_day" in parts else None
    first, final = Calendar(year=year, month=month, day=day), Calendar(year=year, month=to_month, day=to_day)
    if (to_month, to_day or 0) <= (month, day or 0):
        return None
    for end in (first, final):
        if end.day is not None and day_or_none(2024, end.month or 1, end.day) is None:
            return None
    return Range(first=first, last=final)


def _weekday(found: Found) -> Meaning:
    parts = found.parts
    plus = 0
    if "week_offset" in parts:
        plus = 7
    if "day_offset" in parts:
        plus = 1 if parts["day_offset"][-1] == "after" else -1
    meaning = Weekday(
        index=int(listed("weekdays", parts["weekday"][0])),
        shift=shift_of(parts["shift"]) if "shift" in parts else None,
        week=shift_of(parts["week"]) if "week" in parts else None,
        plus=plus,
        month_day=ordinal(parts["day"]) if "day" in parts else None,
    )
    return _with_daypart(found, meaning)


def _with_daypart(found: Found, day: Weekday | Relative | Calendar | None, anaphor: Shift = None) -> Meaning:
    words = found.parts.get("daypart")
    if words is None:
        assert day is not None  # noqa: S101 -- only forms with a daypart come without a day
        return day
    name = "NI" if words[0] == "overnight" else str(listed("dayparts", words[0]))
    return TimeOfDay(clock=f"T{name}", of=day, anaphor=anaphor)


def _today(found: Found) -> Meaning:
    parts = found.parts
    if "word" not in parts:
        last = parts["shift"][0] == "last"
        return _with_daypart(found, Relative(days=-1 if last else 0))
    words = parts["word"]
    if len(words) > 1:
        return Relative(days=-2 if words[-1] == "yesterday" else 2)
    day = Relative(days=TODAY[words[0]])
    if words[0] == "tonight":
        return TimeOfDay(clock="TNI", of=day)
    return _with_daypart(found, day)


def day_in(found: Found) -> Weekday | Relative | Calendar | None:
    """The day that a longer expression names in passing."""
    parts = found.parts
    if "month" in parts:
        return calendar(found)
    if "weekday" in parts:
        return Weekday(
            index=int(listed("weekdays", parts["weekday"][0])),
            shift=shift_of(parts["shift"]) if "shift" in parts else None,
        )
    if "word" in parts:
        return Relative(days=TODAY[parts["word"][-1]])
    return None


def _holiday(found: Found) -> Holiday:
    parts = found.parts
    said = [
        "POSS" if word in ("'s", "’s", "'", "’") else "HYPHEN" if word in ("-", "–") else word for word in parts["name"]
    ]
    return Holiday(
        name=" ".join(said),
        year=spoken_year(parts["year"]) if "year" in parts else None,
        shift=shift_of(parts["shift"]) if "shift" in parts else None,
        year_shift=shift_of(parts["year_shift"]) if "year_shift" in parts else None,
    )


def _daypart(found: Found) -> Meaning | None:
    if "daypart" not in found.parts:
        return TimeOfDay(clock="TMO", of=day_in(found))  # "the early hours of Monday"
    if "name" in found.parts:
        return TimeOfDay(clock=f"T{listed('dayparts', found.parts['daypart'][0])}", of=_holiday(found))
    anaphor = shift_of(found.parts["anaphor"]) if "anaphor" in found.parts else None
    told = _with_daypart(found, day_in(found), anaphor)
    if found.after[:1] == ("of",) and isinstance(told, TimeOfDay) and told.of is None:
        return TimeOfDay(clock=told.clock, elsewhere=True)
    return told


def _clock(found: Found) -> Meaning | None:
    words = found.parts["clock"]
    fixed = lexicon("times_words")["fixed_hours"].get(words[0])
    if fixed:
        return TimeOfDay(clock=f"T{fixed}", of=day_in(found))
    text = "".join(words).replace(".", "") if "." in words[0] and not words[0][0].isdigit() else "".join(words)
    half = ""
    for mark in ("a", "p"):
        if f"{mark}m" in text.replace(".", ""):
            half = mark
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    if digits and len(digits[0]) == 4:  # "0800 GMT"
        hour, minute = divmod(int(digits[0]), 100)
    elif digits:
        hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    else:
        hour, minute = int(number(words[:1]) or 0), 0
    daypart = found.parts.get("daypart", ("",))[0]
    if hour < 12 and (half == "p" or (not half and daypart in ("afternoon", "evening", "night"))):
        hour += 12
    if hour == 12 and half == "a":
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return TimeOfDay(clock=f"T{hour:02d}:{minute:02d}", of=day_in(found))


DAYS: dict[str, Callable[[Found], Meaning | None]] = {
    "calendar": calendar,
    "iso": _iso,
    "numeric": _numeric,
    "era": _era,
    "span": _span,
    "weekday": _weekday,
    "today": _today,
    "daypart": _daypart,
    "clock": _clock,
    "holiday": _holiday,
}
