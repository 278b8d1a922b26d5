"""From the words of a form to their meaning. One function for each `meaning` of the lexicon."""

from collections.abc import Callable
from datetime import date
from typing import Literal, cast

from dateline.reading.lexicon import lexicon
from dateline.reading.times.calendar import day_or_none
from dateline.reading.times.found import Found
from dateline.reading.times.lengths import duration_value
from dateline.reading.times.meaning import (
    Calendar,
    Century,
    Decade,
    Ending,
    Era,
    Holiday,
    Length,
    Meaning,
    Normalised,
    Numeric,
    Offset,
    Part,
    Period,
    Piece,
    Range,
    Reference,
    Relative,
    Repeat,
    Shift,
    SolarYear,
    TimeOfDay,
    Weekday,
)
from dateline.reading.times.numbers import number, ordinal, spoken_year
from dateline.reading.times.solar import FIRST, LAST

_WEEKS: dict[int | None, Part] = {1: "week1", 2: "week2", 3: "week3", 4: "week4", 5: "week5"}
_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "now": 0}
_PARTS: dict[str, Part] = {
    "early": "early",
    "earlier": "early",
    "beginning": "start",
    "start": "start",
    "onset": "start",
    "outset": "start",
    "opening": "start",
    "late": "late",
    "later": "late",
    "latter": "late",
    "mid": "mid",
    "middle": "mid",
    "midst": "mid",
    "midway": "mid",
    "end": "end",
    "close": "end",
    "conclusion": "end",
}
_SHIFTS: dict[str, Shift] = {
    "this": "this",
    "latest": "last",
    "current": "this",
    "present": "this",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming",
    "upcoming": "coming",
    "forthcoming": "coming",
    "previous": "previous",
    "preceding": "previous",
    "prior": "previous",
    "following": "following",
    "subsequent": "following",
    "ensuing": "following",
    "that": "same",
    "same": "same",
    "the": "the",
    "full": "the",
    "whole": "the",
    "entire": "the",
}


def normalise(found: Found) -> Normalised | None:
    """What the expression means; None where its words make no sense together (the 31st of June)."""
    meaning = _MEANINGS[found.form.meaning](found)
    return None if meaning is None else Normalised(meaning=meaning, part=_part(found))


def _part(found: Found) -> Part:
    if "week" in found.parts and found.form.meaning == "calendar":
        rank = ordinal(found.parts["week"][1:2])
        if found.parts["week"][1] == "opening":
            rank = 1
        return _WEEKS.get(rank, "last_week")
    words = found.parts.get("mod", ())
    if "half" in words:
        return "first_half" if set(words) & {"first", "early"} else "second_half"
    return next((_PARTS[word] for word in words if word in _PARTS), None)


def _listed(table: str, word: str) -> str | int:
    return cast("str | int", lexicon("times_words")[table][word])


def _shift(words: tuple[str, ...]) -> Shift:
    if words[:2] in (("this", "past"), ("this", "coming")):
        words = words[1:]
    return next((_SHIFTS[word] for word in reversed(words) if word in _SHIFTS), None)


def _unit(words: tuple[str, ...]) -> str:
    table = lexicon("times_words")
    return str(table["units"].get(words[-1]) or table["units_plural"][words[-1]])


def _calendar(found: Found) -> Calendar | None:
    parts = found.parts
    year = spoken_year(parts["year"]) if "year" in parts else None
    month = int(_listed("months", parts["month"][0])) if "month" in parts else None
    day = ordinal(parts["day"]) if "day" in parts else None
    if day is not None and (month is None or day_or_none(2024 if year is None else max(1, year), month, day) is None):
        return None
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=int(_listed("weekdays", parts["weekday"][0])) if "weekday" in parts else None,
        shift=_shift(parts["shift"]) if "shift" in parts else None,
        year_shift=_shift(parts["year_shift"]) if "year_shift" in parts else None,
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
    month = int(_listed("months", parts["month"][0]))
    to_month = int(_listed("months", parts["to_month"][0])) if "to_month" in parts else month
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
        index=int(_listed("weekdays", parts["weekday"][0])),
        shift=_shift(parts["shift"]) if "shift" in parts else None,
        week=_shift(parts["week"]) if "week" in parts else None,
        plus=plus,
        month_day=ordinal(parts["day"]) if "day" in parts else None,
    )
    return _with_daypart(found, meaning)


def _with_daypart(found: Found, day: Weekday | Relative | Calendar | None, anaphor: Shift = None) -> Meaning:
    words = found.parts.get("daypart")
    if words is None:
        assert day is not None  # noqa: S101 -- only forms with a daypart come without a day
        return day
    name = "NI" if words[0] == "overnight" else str(_listed("dayparts", words[0]))
    return TimeOfDay(clock=f"T{name}", of=day, anaphor=anaphor)


def _today(found: Found) -> Meaning:
    parts = found.parts
    if "word" not in parts:
        last = parts["shift"][0] == "last"
        return _with_daypart(found, Relative(days=-1 if last else 0))
    words = parts["word"]
    if len(words) > 1:
        return Relative(days=-2 if words[-1] == "yesterday" else 2)
    day = Relative(days=_TODAY[words[0]])
    if words[0] == "tonight":
        return TimeOfDay(clock="TNI", of=day)
    return _with_daypart(found, day)


def _day_in(found: Found) -> Weekday | Relative | Calendar | None:
    parts = found.parts
    if "month" in parts:
        return _calendar(found)
    if "weekday" in parts:
        return Weekday(
            index=int(_listed("weekdays", parts["weekday"][0])),
            shift=_shift(parts["shift"]) if "shift" in parts else None,
        )
    if "word" in parts:
        return Relative(days=_TODAY[parts["word"][-1]])
    return None


def _daypart(found: Found) -> Meaning | None:
    if "daypart" not in found.parts:
        return TimeOfDay(clock="TMO", of=_day_in(found))  # "the early hours of Monday"
    anaphor = _shift(found.parts["anaphor"]) if "anaphor" in found.parts else None
    return _with_daypart(found, _day_in(found), anaphor)


def _clock(found: Found) -> Meaning | None:
    words = found.parts["clock"]
    fixed = lexicon("times_words")["fixed_hours"].get(words[0])
    if fixed:
        return TimeOfDay(clock=f"T{fixed}", of=_day_in(found))
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
    return TimeOfDay(clock=f"T{hour:02d}:{minute:02d}", of=_day_in(found))


def _unit_period(found: Found) -> Meaning:
    parts = found.parts
    if parts.get("shift") == ("the", "next") and parts["unit"][-1] in ("day", "night"):
        return Period(unit="day", shift="following")
    if parts.get("shift") == ("the", "last") and not parts.keys() & {"mod", "fiscal"} and parts["unit"] != ("quarter",):
        return Period(unit=_unit(parts["unit"]), shift="past")
    if "month" in parts:
        day = _calendar(found)
        if day is not None:
            return Offset(count=0, unit="week", step=1, of=day)
    return Period(
        unit=_unit(parts["unit"]),
        shift=_shift(parts["shift"]) if "shift" in parts else "the",
        fiscal=bool(parts.get("fiscal", ("",))[0] in ("fiscal", "financial")),
    )


def _unit_end(found: Found) -> Meaning:
    parts = found.parts
    return Ending(unit=_unit(parts["unit"]), shift=_shift(parts["shift"]) if "shift" in parts else "the")


def _piece(found: Found) -> Meaning | None:
    parts = found.parts
    words = parts.get("unit", ("quarter",))
    ranks = parts.get("ordinal")
    index: int | None = None
    if ranks:
        text = ranks[-1]
        if text[0] in "qh" and text[1:].isdecimal():
            index = int(text[1:])
            words = ("quarter",) if text[0] == "q" else ("half",)
        else:
            index = ordinal(ranks) if text not in ("last", "latter", "final") else 2 if words[0] == "half" else 4
    unit: Literal["quarter", "half"] = "half" if words[0] == "half" else "quarter"
    if index is not None and index > (2 if unit == "half" else 4):
        return None
    shift_words = parts.get("shift", ())
    ago = int("year" in shift_words)
    return Piece(
        unit=unit,
        index=index,
        year=spoken_year(parts["year"]) if "year" in parts else None,
        shift=None if ago or not shift_words else _shift(shift_words),
        year_shift=_shift(parts["year_shift"]) if "year_shift" in parts else None,
        years_ago=ago,
    )


def _season(found: Found) -> Meaning:
    parts = found.parts
    return Piece(
        unit="season",
        season=str(_listed("seasons", parts["season"][0])),
        year=spoken_year(parts["year"]) if "year" in parts else None,
        shift=_shift(parts["shift"]) if "shift" in parts else None,
        year_shift=_shift(parts["year_shift"]) if "year_shift" in parts else None,
    )


def _decade(found: Found) -> Meaning | None:
    word = found.parts["decade"][0]
    if word[0].isalpha():
        return Decade(year=int(_listed("decades", word)))
    digits = "".join(c for c in word if c.isdecimal())
    if len(digits) == 2:
        return Decade(year=int(digits) + (2000 if int(digits) < 30 else 1900))
    return Decade(year=int(digits)) if int(digits) > 0 else None


def _century(found: Found) -> Meaning | None:
    rank = ordinal(found.parts["century"])
    if rank is None or not 1 <= rank <= 30:
        return None
    return Century(number=-rank if found.parts.get("era", ("",))[0].startswith("b") else rank)


def _amount(found: Found, count: str = "count", half: str = "half") -> float | None:
    parts = found.parts
    if count in parts:
        value = number(parts[count])
        return value + 0.5 if value is not None and (half in parts or "half2" in parts) else value
    if "one" in parts:
        words = parts["one"]
        base = {"half": 0.5, "three": 0.75}.get(words[0], 0.25 if "quarter" in words else 1.0)
        return base + 0.5 if "half2" in parts else base
    if "couple" in parts.get("vague", ()):
        return 2.0
    return None


def _offset(found: Found) -> Meaning:
    parts = found.parts
    sign = " ".join(parts.get("sign", ("ago",)))
    step = -1 if sign in ("ago", "earlier", "before", "previously", "prior", "beforehand") else 1
    base: Literal["now", "text"] = "now" if sign in ("ago", "from now") else "text"
    of: Calendar | Relative | None = None
    if "month" in parts:
        of = _calendar(found)
    elif "word" in parts:
        of = Relative(days=_TODAY[parts["word"][0]])
    unit = _unit(parts["unit"]) if "unit" in parts else _unit(parts["bare"]) if "bare" in parts else "day"
    count = 1.0 if "one" in parts and "unit" not in parts else _amount(found)
    if parts.get("one") == ("the",):
        count = 1.0
    return Offset(count=count, unit=unit, step=step, base=base, of=of)


_BACK = ("past", "last", "previous", "preceding", "prior", "recent", "latest")
_AHEAD = ("next", "coming", "upcoming", "forthcoming", "following", "subsequent", "ensuing", "future")


def _length(found: Found) -> Meaning | None:
    parts = found.parts
    if parts.get("one") in (("a",), ("an",)) and _is_rate(found):
        return Repeat(value=duration_value(((1.0, _unit(parts["unit"])),)))
    words = parts.get("window", ())
    window: Literal["past", "next"] | None = None
    if any(word in _BACK for word in words):
        window = "past"
    elif any(word in _AHEAD for word in words):
        window = "next"
    unit = _unit(parts["unit"])
    counted = parts.keys() & {"count", "vague", "one"}
    start = _day_in(found) if "begin" in parts else None
    alone = not counted and parts["unit"][-1] in lexicon("times_words")["units"]  # "the past year or so"
    count = 1.0 if alone else _amount(found, "count2" if "count2" in parts else "count")
    amounts: list[tuple[float | None, str]] = [(count, unit)]
    if "count3" in parts:
        amounts.append((_amount(found, "count3"), _unit(parts["unit3"])))
    return Length(amounts=tuple(amounts), window=window, start=start)


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often: "$5 million a year", "two flights a week"."""
    first = found.tokens[0]
    if first.i == 0 or "approx" in found.parts or "half2" in found.parts or len(found.tokens) > 2:
        return False
    previous = first.nbor(-1)
    return previous.pos_ in ("NUM", "NOUN", "SYM") and first.text.islower() and previous.tag_ != "VBG"


def _repeat(found: Found) -> Meaning | None:
    parts = found.parts
    if "word" in parts:
        return Repeat(value=str(_listed("adverbs", parts["word"][0])))
    daypart = str(_listed("dayparts", parts["part"][0])) if "part" in parts else ""
    if "weekday" in parts:
        table = lexicon("times_words")
        word = parts["weekday"][0]
        index = table["weekdays"].get(word) or table["weekdays_plural"][word]
        return Repeat(value=f"XXXX-WXX-{index}" + (f"T{daypart}" if daypart else ""))
    if "month" in parts:
        return Repeat(value=f"XXXX-{int(_listed('months', parts['month'][0])):02d}")
    if "season" in parts:
        table = lexicon("times_words")
        word = parts["season"][0]
        return Repeat(value=f"XXXX-{table['seasons'].get(word) or table['seasons_plural'][word]}")
    if "daypart" in parts:
        return Repeat(value=f"XXXX-XX-XXT{_listed('dayparts', parts['daypart'][0])}")
    unit = _unit(parts["unit"])
    count = 1
    if "count" in parts:
        count = int(number(parts["count"]) or 1)
    elif "ordinal" in parts and parts["ordinal"][0] != "single":
        count = 2 if parts["ordinal"][0] == "other" else ordinal(parts["ordinal"]) or 1
    if unit == "weekend":
        return Repeat(value="XXXX-WXX-WE")
    return Repeat(value=duration_value(((float(count), unit),)))


def _holiday(found: Found) -> Meaning:
    parts = found.parts
    said = [
        "POSS" if word in ("'s", "’s", "'", "’") else "HYPHEN" if word in ("-", "–") else word for word in parts["name"]
    ]
    return Holiday(
        name=" ".join(said),
        year=spoken_year(parts["year"]) if "year" in parts else None,
        shift=_shift(parts["shift"]) if "shift" in parts else None,
        year_shift=_shift(parts["year_shift"]) if "year_shift" in parts else None,
    )


def _solar(found: Found) -> Meaning | None:
    parts = found.parts
    number_of_year = spoken_year(parts["solar"]) if "solar" in parts else None
    if number_of_year is not None and not FIRST <= number_of_year <= LAST:
        return Calendar(year=number_of_year)
    edge = _calendar(found) if "edge" in parts and "month" in parts else None
    return SolarYear(
        year=number_of_year,
        month=date(edge.year, edge.month or 1, 1) if edge is not None and edge.year else None,
        ends=parts.get("edge", ("",))[-1].startswith("end"),
        shift=_shift(parts["shift"]) if "shift" in parts else "this",
    )


def in_calendar_of_text(found: list[Normalised]) -> list[Normalised]:
    """The same meanings; where the text counts years as Iran does, its bare years of that count are Iranian ones."""
    if not any(isinstance(one.meaning, SolarYear) for one in found):
        return found
    return [_as_solar(one) for one in found]


def _as_solar(one: Normalised) -> Normalised:
    meaning = one.meaning
    if isinstance(meaning, Calendar) and meaning.month is None and meaning.year and FIRST <= meaning.year <= LAST:
        return Normalised(meaning=SolarYear(year=meaning.year), part=one.part)
    return one


def _reference(found: Found) -> Meaning:
    return Reference(value=found.form.value)


_MEANINGS: dict[str, Callable[[Found], Meaning | None]] = {
    "calendar": _calendar,
    "iso": _iso,
    "numeric": _numeric,
    "era": _era,
    "span": _span,
    "weekday": _weekday,
    "today": _today,
    "daypart": _daypart,
    "clock": _clock,
    "unit": _unit_period,
    "unit_end": _unit_end,
    "part": _piece,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "offset": _offset,
    "length": _length,
    "repeat": _repeat,
    "holiday": _holiday,
    "solar": _solar,
    "reference": _reference,
}
