"""How long, how long ago and how often, from their words."""

from collections.abc import Callable
from typing import Literal

from dateline.reading.lexicon import lexicon
from dateline.reading.times.found import Found
from dateline.reading.times.lengths import duration_value
from dateline.reading.times.meaning import Calendar, Length, Meaning, Offset, Relative, Repeat
from dateline.reading.times.normalise_days import TODAY, calendar, day_in
from dateline.reading.times.numbers import number, ordinal
from dateline.reading.times.said import listed, unit_of


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


_BACK = ("past", "last", "previous", "preceding", "prior", "recent", "latest")

_AHEAD = ("next", "coming", "upcoming", "forthcoming", "following", "subsequent", "ensuing", "future")


def _offset(found: Found) -> Meaning:
    parts = found.parts
    sign = " ".join(parts.get("sign", ("ago",)))
    step = -1 if sign in ("ago", "earlier", "before", "previously", "prior", "beforehand") else 1
    base: Literal["now", "text"] = "now" if sign in ("ago", "from now") else "text"
    of: Calendar | Relative | None = None
    if "month" in parts:
        of = calendar(found)
    elif "word" in parts:
        of = Relative(days=TODAY[parts["word"][0]])
    unit = unit_of(parts["unit"]) if "unit" in parts else unit_of(parts["bare"]) if "bare" in parts else "day"
    count = 1.0 if "one" in parts and "unit" not in parts else _amount(found)
    if parts.get("one") == ("the",):
        count = 1.0
    return Offset(count=count, unit=unit, step=step, base=base, of=of)


def _length(found: Found) -> Meaning | None:
    parts = found.parts
    if parts.get("one") in (("a",), ("an",)) and _is_rate(found):
        return Repeat(value=duration_value(((1.0, unit_of(parts["unit"])),)))
    words = parts.get("window", ())
    window: Literal["past", "next"] | None = None
    if any(word in _BACK for word in words):
        window = "past"
    elif any(word in _AHEAD for word in words):
        window = "next"
    unit = unit_of(parts["unit"])
    counted = parts.keys() & {"count", "vague", "one"}
    start = day_in(found) if "begin" in parts else None
    alone = not counted and parts["unit"][-1] in lexicon("times_words")["units"]  # "the past year or so"
    count = 1.0 if alone else _amount(found, "count2" if "count2" in parts else "count")
    amounts: list[tuple[float | None, str]] = [(count, unit)]
    if "count3" in parts:
        amounts.append((_amount(found, "count3"), unit_of(parts["unit3"])))
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
        return Repeat(value=str(listed("adverbs", parts["word"][0])))
    daypart = str(listed("dayparts", parts["part"][0])) if "part" in parts else ""
    if "weekday" in parts:
        table = lexicon("times_words")
        word = parts["weekday"][0]
        index = table["weekdays"].get(word) or table["weekdays_plural"][word]
        return Repeat(value=f"XXXX-WXX-{index}" + (f"T{daypart}" if daypart else ""))
    if "month" in parts:
        return Repeat(value=f"XXXX-{int(listed('months', parts['month'][0])):02d}")
    if "season" in parts:
        table = lexicon("times_words")
        word = parts["season"][0]
        return Repeat(value=f"XXXX-{table['seasons'].get(word) or table['seasons_plural'][word]}")
    if "daypart" in parts:
        return Repeat(value=f"XXXX-XX-XXT{listed('dayparts', parts['daypart'][0])}")
    unit = unit_of(parts["unit"])
    count = 1
    if "count" in parts:
        count = int(number(parts["count"]) or 1)
    elif "ordinal" in parts and parts["ordinal"][0] != "single":
        count = 2 if parts["ordinal"][0] == "other" else ordinal(parts["ordinal"]) or 1
    if unit == "weekend":
        return Repeat(value="XXXX-WXX-WE")
    return Repeat(value=duration_value(((float(count), unit),)))


LENGTHS: dict[str, Callable[[Found], Meaning | None]] = {
    "offset": _offset,
    "length": _length,
    "repeat": _repeat,
}
