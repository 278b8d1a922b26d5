"""How long: lengths as TIMEX3 writes them, and the days of those that end or begin now."""

from dateline.model import Interval
from dateline.reading.times.calendar import add
from dateline.reading.times.context import Context, Resolved
from dateline.reading.times.meaning import Length

_UNIT_LETTER = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "W",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}


def duration_value(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """A length as TIMEX3 has it: P2Y6M, PT1H, PXD; a decade is P10Y where it is counted, PXE where not."""
    days, hours = "", ""
    for count, unit in amounts:
        scale = {"decade": 10, "century": 100, "millennium": 1000}.get(unit)
        letter = _UNIT_LETTER[unit]
        if unit == "fortnight":
            scale, letter = 2, "W"
        elif unit == "weekend":
            scale, letter = 2, "D"
        elif unit in ("decade", "century", "millennium") and count is not None:
            letter = "Y"
        text = _count_text(count, scale or 1, letter)
        if letter.startswith("T"):
            hours += text.replace("T", "")
        else:
            days += text
    return f"P{days}" + (f"T{hours}" if hours else "")


def _count_text(count: float | None, scale: int, letter: str) -> str:
    if count is None:
        return f"X{letter}"
    total = count * scale
    if total == int(total):
        return f"{int(total)}{letter}"
    smaller = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60)}.get(letter)
    if smaller and (total * smaller[1]) == int(total * smaller[1]):
        whole = int(total)
        rest = f"{round((total - whole) * smaller[1])}{smaller[0]}"
        return (f"{whole}{letter}" if whole else "") + rest
    return f"{total:g}{letter}"


def resolve_length(meaning: Length, context: Context) -> Resolved:
    """A length; it has days where it ends or begins with `now`, the day of writing or the day from which the words count it."""
    value = duration_value(meaning.amounts)
    now = context.now
    if now is None or any(count is None for count, _ in meaning.amounts):
        if now is not None and meaning.window:
            return Resolved("DURATION", value, Interval(None, now) if meaning.window == "past" else Interval(now, None))
        return Resolved("DURATION", value)
    window = "next" if meaning.start is not None else meaning.window
    if window is None and context.preposition == "within" and context.direction != "past":
        window = "next"
    if window is None:
        return Resolved("DURATION", value)
    other = now
    for count, unit in meaning.amounts:
        other = add(other, (count or 0) * (-1 if window == "past" else 1), unit)
    days = Interval(other, now) if window == "past" else Interval(now, other)
    return Resolved("DURATION", value, days)
