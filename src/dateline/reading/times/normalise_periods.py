"""Whole periods from their words: weeks to years about now, quarters, seasons, decades, centuries, Iranian years."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from dateline.reading.times.found import Found
from dateline.reading.times.meaning import (
    Calendar,
    Century,
    Decade,
    Ending,
    Meaning,
    Offset,
    Period,
    Piece,
    SolarYear,
    YearBefore,
)
from dateline.reading.times.normalise_days import calendar
from dateline.reading.times.numbers import ordinal, spoken_year
from dateline.reading.times.said import listed, shift_of, unit_of
from dateline.reading.times.solar import FIRST, LAST


def _unit_period(found: Found) -> Meaning:
    parts = found.parts
    if parts.get("shift") == ("the", "next") and parts["unit"][-1] in ("day", "night"):
        return Period(unit="day", shift="following")
    if parts.get("shift") == ("the", "last") and not parts.keys() & {"mod", "fiscal"} and parts["unit"] != ("quarter",):
        return Period(unit=unit_of(parts["unit"]), shift="past")
    if "month" in parts:
        day = calendar(found)
        if day is not None:
            return Offset(count=0, unit="week", step=1, of=day)
    return Period(
        unit=unit_of(parts["unit"]),
        shift=shift_of(parts["shift"]) if "shift" in parts else "the",
        fiscal=bool(parts.get("fiscal", ("",))[0] in ("fiscal", "financial")),
    )


def _year_before(found: Found) -> Meaning:
    word = found.parts["unit"][-1]
    return YearBefore(unit="quarter" if word == "period" else unit_of((word,)))


def _unit_end(found: Found) -> Meaning:
    parts = found.parts
    return Ending(unit=unit_of(parts["unit"]), shift=shift_of(parts["shift"]) if "shift" in parts else "the")


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
        shift=None if ago or not shift_words else shift_of(shift_words),
        year_shift=shift_of(parts["year_shift"]) if "year_shift" in parts else None,
        years_ago=ago,
    )


def _season(found: Found) -> Meaning:
    parts = found.parts
    return Piece(
        unit="season",
        season=str(listed("seasons", parts["season"][0])),
        year=spoken_year(parts["year"]) if "year" in parts else None,
        shift=shift_of(parts["shift"]) if "shift" in parts else None,
        year_shift=shift_of(parts["year_shift"]) if "year_shift" in parts else None,
    )


def _decade(found: Found) -> Meaning | None:
    word = found.parts["decade"][0]
    if word[0].isalpha():
        return Decade(year=int(listed("decades", word)))
    digits = "".join(c for c in word if c.isdecimal())
    if len(digits) == 2:
        return Decade(year=int(digits) + (2000 if int(digits) < 30 else 1900))
    return Decade(year=int(digits)) if int(digits) > 0 else None


def _century(found: Found) -> Meaning | None:
    rank = ordinal(found.parts["century"])
    if rank is None or not 1 <= rank <= 30:
        return None
    return Century(number=-rank if found.parts.get("era", ("",))[0].startswith("b") else rank)


def _solar(found: Found) -> Meaning | None:
    parts = found.parts
    number_of_year = spoken_year(parts["solar"]) if "solar" in parts else None
    if number_of_year is not None and not FIRST <= number_of_year <= LAST:
        return Calendar(year=number_of_year)
    edge = calendar(found) if "edge" in parts and "month" in parts else None
    return SolarYear(
        year=number_of_year,
        month=date(edge.year, edge.month or 1, 1) if edge is not None and edge.year else None,
        ends=parts.get("edge", ("",))[-1].startswith("end"),
        shift=shift_of(parts["shift"]) if "shift" in parts else "this",
    )


PERIODS: dict[str, Callable[[Found], Meaning | None]] = {
    "unit": _unit_period,
    "unit_end": _unit_end,
    "year_before": _year_before,
    "part": _piece,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "solar": _solar,
}
