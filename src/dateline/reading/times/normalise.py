"""From the words of a form to their meaning; the functions for each `meaning` of the lexicon stand in normalise_days, _periods and _lengths."""

from dateline.reading.times.found import Found
from dateline.reading.times.meaning import Calendar, Meaning, Normalised, Part, Reference, SolarYear
from dateline.reading.times.normalise_days import DAYS
from dateline.reading.times.normalise_lengths import LENGTHS
from dateline.reading.times.normalise_periods import PERIODS
from dateline.reading.times.numbers import ordinal
from dateline.reading.times.solar import FIRST, LAST

_WEEKS: dict[int | None, Part] = {1: "week1", 2: "week2", 3: "week3", 4: "week4", 5: "week5"}

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


_MEANINGS = DAYS | PERIODS | LENGTHS | {"reference": _reference}
