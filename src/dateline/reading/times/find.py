"""The stages in order: detect, normalise, resolve. The context runs along with the text."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Interval, Published, TimeExpression, anchor
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add_days
from dateline.reading.times.context import Context, Resolved
from dateline.reading.times.detect import detect
from dateline.reading.times.direction import Direction, binding, direction
from dateline.reading.times.found import Found
from dateline.reading.times.meaning import (
    Calendar,
    Meaning,
    Normalised,
    Offset,
    Period,
    Relative,
    TimeOfDay,
    Weekday,
)
from dateline.reading.times.normalise import in_calendar_of_text, normalise
from dateline.reading.times.resolve import resolve

_PREPOSITIONS = ("by", "until", "till", "before", "within", "since", "in", "on", "from", "after", "over")


@dataclass(frozen=True, slots=True)
class Read:
    """An expression before the day of writing is known: its words with their preposition, what it means, which way it looks."""

    found: Found
    quote: str
    normalised: Normalised
    direction: Direction
    bound: bool
    preposition: str
    paragraph: int


def understand(parsed: Parsed) -> list[Read]:
    """The text's expressions with their meaning: everything that does not hang on the day of writing."""
    read = []
    for found in detect(parsed):
        normalised = normalise(found)
        if normalised is not None:
            way = direction(found.tokens, found.before)
            preposition = _preposition(found)
            paragraph = parsed.paragraph_of(found.start)
            read.append(
                Read(
                    found,
                    _quote(found, parsed.text),
                    normalised,
                    way,
                    binding(found.tokens, way),
                    preposition,
                    paragraph,
                )
            )
    meanings = in_calendar_of_text([one.normalised for one in read])
    return [replace(one, normalised=meaning) for one, meaning in zip(read, meanings, strict=True)]


def _quote(found: Found, text: str) -> str:
    start, doc = found.tokens.start, found.tokens.doc
    led = start > 0 and doc[start - 1].pos_ in ("ADP", "SCONJ")
    return text[doc[start - 1].idx if led else found.start : found.end]


def _preposition(found: Found) -> str:
    for word in reversed(found.before[-2:]):
        if word in _PREPOSITIONS:
            return word
        if word not in ("the", "at", "of", "about", "around"):
            break
    return ""


def find_times(parsed: Parsed, published: Published) -> tuple[TimeExpression, ...]:
    """The TIMEX3 expressions of the text, resolved against the day of publication, in the order of the text.

    Where the article was published on one of several days, an expression is resolved if it means the same whichever it
    was; otherwise its value stays open. All resolvers move with the day of writing in one direction, so that the
    interval's two ends stand for all days between them.
    """
    read = understand(parsed)
    days = published.interval
    if days.day is not None:
        return _expressions(parsed, read, resolve_all(read, days.day))
    still_open = resolve_all(read, None)
    if days.start is None or days.end is None:
        return _expressions(parsed, read, still_open)
    both = zip(read, resolve_all(read, days.start), resolve_all(read, days.end), still_open, strict=True)
    resolved = [(_agreed(first, last) or _only(one, days.start, days.end) or none) for one, first, last, none in both]
    return _expressions(parsed, read, resolved)


def _only(one: Read, first: date, last: date) -> Resolved | None:
    """A month or day without its year, where only one year brings it near enough to a writing between the two days.

    The ends of the interval may disagree though nothing else fits: written from 3 March to 20 April, "on 1 April" told as
    past is this year's, for last year's lies eleven months and more before any of those days.
    """
    meaning = one.normalised.meaning
    if not isinstance(meaning, Calendar) or meaning.month is None or one.direction is None:
        return None
    if meaning.year is not None or meaning.shift is not None or meaning.year_shift is not None:
        return None
    low = add_days(first, -FAR_OFF) if one.direction == "past" else first
    high = add_days(last, FAR_OFF) if one.direction == "future" else last
    years = range(low.year, high.year + 1)
    fits = [replace(meaning, year=year) for year in years if _lies_in(replace(meaning, year=year), low, high)]
    if len(fits) != 1:
        return None
    return resolve(replace(one.normalised, meaning=fits[0]), Context(None, preposition=one.preposition))


def _lies_in(meaning: Calendar, low: date, high: date) -> bool:
    days = resolve(Normalised(meaning=meaning), Context(None)).days
    if days.start is None or days.end is None or days.end < low or days.start > high:
        return False
    return meaning.weekday is None or meaning.day is None or days.start.isoweekday() == meaning.weekday


FAR_OFF = 330
"""Days from the writing beyond which nobody leaves out the year of a date."""


def _agreed(first: Resolved, last: Resolved) -> Resolved | None:
    if first.value != last.value:
        return None
    starts, ends = (first.days.start, last.days.start), (first.days.end, last.days.end)
    start = min((day for day in starts if day), default=None) if all(starts) else None
    end = max((day for day in ends if day), default=None) if all(ends) else None
    return replace(first, days=Interval(start, end))


def resolve_all(read: list[Read], now: date | None) -> list[Resolved]:
    """Every expression's value and days, if the article was written on the day; each may refer to those before it."""
    resolved = []
    text: Days | None = None
    teller: Read | None = None
    history = _tells_history(read, now)
    day: Days | None = None
    day_paragraph = -2
    quarter: Days | None = None
    quarter_paragraph = -2
    for one in read:
        near = quarter if one.paragraph - quarter_paragraph <= 1 else None
        beside = teller is not None and teller.found.tokens.sent == one.found.tokens.sent
        told = text is not None and teller is not None and (history or _tells(teller, one, text, now))
        last_day = day if history or one.paragraph - day_paragraph <= 1 else None
        context = Context(now, text, last_day, near, one.direction, one.preposition, told, beside, one.bound)
        if history and text is not None:
            # The narrative has its own present; what lies ahead of a verb in it is not known.
            context = replace(context, now=text.start, direction=None)
        found = resolve(one.normalised, context)
        resolved.append(found)
        if found.period is not None:
            text, teller = found.period, one
            if found.period.unit == "day":
                day, day_paragraph = found.period, one.paragraph
            if found.period.unit == "quarter":
                if now is None or found.period.start.year == now.year or quarter is None:
                    quarter = found.period
                quarter_paragraph = one.paragraph
    return resolved


_FAR = 400
"""Days from now on which a passage about a month or day tells of its own time, not of now: more than a year, as year-less
dates lie within a year of the writing."""


def _tells(teller: Read, one: Read, text: Days, now: date | None) -> bool:
    """Whether a year-less date belongs to the dated one before it: "arrested on 3 June 1967 and freed in August"."""
    if teller.found.tokens.sent != one.found.tokens.sent or text.unit not in ("day", "month"):
        return False
    if _year_given(teller) is None:
        return False
    return now is None or abs((text.start - now).days) > _FAR


def _tells_history(read: list[Read], now: date | None) -> bool:
    """Whether the whole text tells of another time: it gives years, hardly any of them near now, and names no weekday alone."""
    years = [year for one in read if (year := _year_given(one)) is not None]
    deictic = sum(_points_at_now(one.normalised.meaning) for one in read)
    if len(years) < 4 or deictic * 15 > len(years):
        return False
    return now is None or 4 * sum(abs(year - now.year) <= 1 for year in years) < len(years)


def _points_at_now(meaning: Meaning) -> bool:
    if isinstance(meaning, TimeOfDay):
        return meaning.of is not None and _points_at_now(meaning.of)
    if isinstance(meaning, Offset):
        return meaning.base == "now"
    if isinstance(meaning, Period):
        return meaning.shift in ("this", "last", "past")
    return isinstance(meaning, Weekday | Relative)


def _year_given(one: Read) -> int | None:
    meaning = one.normalised.meaning
    return meaning.year if isinstance(meaning, Calendar) else None


def _expressions(parsed: Parsed, read: list[Read], resolved: list[Resolved]) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(
            anchor=anchor(parsed.text, one.found.start, one.found.end),
            type=found.type,
            value=found.value,
            days=found.days,
        )
        for one, found in zip(read, resolved, strict=True)
    )
