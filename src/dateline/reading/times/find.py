"""The stages in order: detect, normalise, resolve. The context runs along with the text."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.model import Interval, Published, TimeExpression, anchor
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add_days, period_of
from dateline.reading.times.context import Context, Resolved, whole
from dateline.reading.times.detect import detect
from dateline.reading.times.direction import Direction, binding, direction
from dateline.reading.times.found import Found
from dateline.reading.times.meaning import (
    Calendar,
    Length,
    Meaning,
    Normalised,
    Offset,
    Period,
    Piece,
    Range,
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
    end_of: Literal["first", "last"] | None = None
    """Which end of a range written in one piece ("3-5 May") the words are; `normalised` is the whole range."""


def understand(parsed: Parsed) -> list[Read]:
    """The text's expressions with their meaning: everything that does not hang on the day of writing."""
    read = []
    for found in detect(parsed):
        normalised = normalise(found)
        if normalised is not None:
            way = direction(found.tokens, found.before)
            preposition = _preposition(found)
            paragraph = parsed.paragraph_of(found.start)
            one = Read(
                found,
                _quote(found, parsed.text),
                normalised,
                way,
                binding(found.tokens, way),
                preposition,
                paragraph,
            )
            read += _ends(one, parsed)
    meanings = in_calendar_of_text([one.normalised for one in read])
    read = [replace(one, normalised=meaning) for one, meaning in zip(read, meanings, strict=True)]
    return [_with_year_of(one, after, parsed.text) for one, after in zip(read, [*read, None][1:], strict=True)]


_JOINED = re.compile(r",? (?:and|or|to|until|through)(?: (?:in|on|early|late|mid|the))* | ?[-–—] ?|/")


def _with_year_of(one: Read, after: Read | None, text: str) -> Read:
    """A month or day shares the year of the date to which it is joined: "in April and June 1955", "from 2 March to 8 May 1990"."""
    mine, next_ = one.normalised.meaning, after.normalised.meaning if after is not None else None
    if after is None or not isinstance(mine, Calendar) or not isinstance(next_, Calendar):
        return one
    if mine.month is None or next_.month is None or next_.year is None:
        return one
    if mine.year is not None or mine.shift is not None or mine.year_shift is not None:
        return one
    if (mine.day is None) != (next_.day is None) or not _JOINED.fullmatch(text, one.found.end, after.found.start):
        return one
    earlier = (mine.month, mine.day or 0) <= (next_.month, next_.day or 0)
    meaning = replace(mine, year=next_.year if earlier else next_.year - 1)
    return replace(one, normalised=replace(one.normalised, meaning=meaning))


_JOINT = re.compile(r"\s*(?:[-–‑—/]|\b(?:to|through|and)\b)\s*(?:the\s+)?(?=\w)")


def _ends(one: Read, parsed: Parsed) -> list[Read]:
    """The two ends of a range apart, as TIMEX3 has them: "3-5 May" is "3" and "5 May". A choice ("May or June") is one window."""
    joint = _JOINT.search(parsed.text, one.found.start, one.found.end)
    if not isinstance(one.normalised.meaning, Range) or joint is None:
        return [one]
    ends: list[Read] = []
    halves: tuple[tuple[Literal["first", "last"], int, int], ...] = (
        ("first", one.found.start, joint.start()),
        ("last", joint.end(), one.found.end),
    )
    for which, start, end in halves:
        tokens = parsed.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None:
            return [one]
        half = replace(one, found=replace(one.found, start=start, end=end, tokens=tokens), end_of=which)
        if joint[0].strip() == "and":  # two days, not a range
            day = one.normalised.meaning.first if which == "first" else one.normalised.meaning.last
            half = replace(half, normalised=replace(one.normalised, meaning=day), end_of=None)
        ends.append(half)
    return ends


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
    if (days.end - days.start).days > _WIDE:
        # "In the coming days" of some day within years is no window at all.
        resolved = [replace(one, days=Interval()) if one.type == "DURATION" else one for one in resolved]
    return _expressions(parsed, read, resolved)


_WIDE = 62
"""Days of an interval of publication beyond which windows about now ("the past two months") stay open."""


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
    for one, after in zip(read, [*read, None][1:], strict=True):
        near = quarter if one.paragraph - quarter_paragraph <= _QUARTER_REACH else None
        beside = teller is not None and teller.found.tokens.sent == one.found.tokens.sent
        told = text is not None and teller is not None and (history or _tells(teller, one, text, now))
        last_day = day if history or one.paragraph - day_paragraph <= 1 else None
        context = Context(now, text, last_day, near, one.direction, one.preposition, told, beside, one.bound)
        if history and text is not None:
            # The narrative has its own present; what lies ahead of a verb in it is not known.
            context = replace(context, now=text.start, direction=None)
        ended = _ended_quarter(one, after, context)
        found = ended or _end_alone(resolve(one.normalised, context), one)
        resolved.append(found)
        if quarter is not None and _sums_up(one):
            quarter = None  # "in the nine months profit rose to 5 from 4 a year earlier": no quarter's
        if found.period is None or (history and _aside(one, found.period, text)):
            continue
        if found.period.unit == "quarter":
            # A firm's own second quarter keeps its number when its last day is told.
            aside = near is not None and found.period.start < near.start and not _fiscal(one)
            if quarter is None or (_reported(found.period, now) and not (ended and near) and not aside):
                quarter = found.period
            quarter_paragraph = one.paragraph
        if not history and _compares(one):
            continue  # "up from 5 a year earlier ... from 7 a year earlier": both are counted from the year reported
        text, teller = found.period, one
        if found.period.unit == "day":
            day, day_paragraph = found.period, one.paragraph
    return resolved


def _reported(quarter: Days, now: date | None) -> bool:
    """Whether a business text may report on it, so that its "year-earlier period" lies a year before: one that is over."""
    return now is None or (quarter.start.year == now.year and quarter.end < now)


def _sums_up(one: Read) -> bool:
    """Whether it is a length of several months, on which a business text reports beside the quarter."""
    meaning = one.normalised.meaning
    return isinstance(meaning, Length) and meaning.window is None and meaning.amounts in _SUMS


_SUMS = (((6.0, "month"),), ((9.0, "month"),))


def _fiscal(one: Read) -> bool:
    return "fiscal" in one.found.words


def _compares(one: Read) -> bool:
    """Whether it is the "a year earlier" with which a figure is compared; what opens a sentence tells a story."""
    meaning = one.normalised.meaning
    if isinstance(meaning, Piece):
        return meaning.years_ago > 0  # "the year-earlier quarter"
    if not isinstance(meaning, Offset) or meaning.base != "text" or meaning.unit != "year" or meaning.step > 0:
        return False
    return one.found.tokens.start - one.found.tokens.sent.start > _OPENING


_ENDED = re.compile(r",? (?:that )?(?:ended|ending|ends)(?: on)? ")


def _ended_quarter(one: Read, after: Read | None, context: Context) -> Resolved | None:
    """The quarter whose last day the words give: "the quarter ended July 31" is that in which the most of it lies."""
    meaning = one.normalised.meaning
    if after is None or not isinstance(meaning, Period) or meaning.unit != "quarter":
        return None
    if not _ENDED.fullmatch(one.found.tokens.doc.text, one.found.end, after.found.start):
        return None
    last = resolve(after.normalised, replace(context, direction=after.direction, preposition="")).period
    return whole(period_of(add_days(last.end, -_HALF_A_QUARTER), "quarter")) if last is not None else None


_HALF_A_QUARTER = 45
"""Days."""


_QUARTER_REACH = 2
"""Paragraphs over which "the quarter" and "a year earlier" speak of the quarter that was named, chosen over the TimeBank texts."""


def _end_alone(found: Resolved, one: Read) -> Resolved:
    """One end of a range: its own value; the first has the days of the whole range, the last its own."""
    if one.end_of is None:
        return found
    first, _, last = found.value.partition("/")
    if one.end_of == "first":
        return replace(found, value=first)
    return replace(found, value=last, days=found.period.days if found.period is not None else found.days)


def _aside(one: Read, period: Days, text: Days | None) -> bool:
    """Whether a narrative only looks away for a moment: at another year as a whole, and not where a sentence opens with it."""
    if text is None or period.unit not in ("year", "decade", "century"):
        return False
    return period.start.year != text.start.year and one.found.tokens.start - one.found.tokens.sent.start > _OPENING


_OPENING = 2
"""Words at most before an expression that opens its sentence ("In early 1941, ...")."""

_FAR = 400
"""Days from now on which a passage about a month or day tells of its own time, not of now: more than a year, as year-less
dates lie within a year of the writing."""


def _tells(teller: Read, one: Read, text: Days, now: date | None) -> bool:
    """Whether a year-less date belongs to the dated one before it: "arrested on 3 June 1967 and freed in August"."""
    if teller.found.tokens.sent != one.found.tokens.sent or text.unit not in ("day", "month"):
        return False
    if year_given(teller) is None:
        return False
    return now is None or abs((text.start - now).days) > _FAR


def _tells_history(read: list[Read], now: date | None) -> bool:
    """Whether the whole text tells of its own times: it gives years, and hardly a word that points at now ("Monday", "today").

    Few years make a history only where hardly any of them is near now; a long one may reach into the present.
    """
    years = [year for one in read if (year := year_given(one)) is not None]
    deictic = sum(_points_at_now(one.normalised.meaning) and not _quoted(one) for one in read)
    if len(years) < _FEW_YEARS or deictic * _YEARS_TO_EACH > len(years):
        return False
    if now is None or len(years) >= _MANY_YEARS:
        return True
    return 4 * sum(abs(year - now.year) <= 1 for year in years) < len(years)


_FEW_YEARS, _MANY_YEARS = 4, 20
"""Years named from which a text may be, and is, a history, where nothing in it points at now."""

_YEARS_TO_EACH = 8
"""Years named in a history for each word that points at now, at least."""


def _quoted(one: Read) -> bool:
    """Whether it stands in a quotation, whose now is its speaker's."""
    text = one.found.tokens.doc.text
    line = text[text.rfind("\n", 0, one.found.start) + 1 : one.found.start]
    return line.count('"') % 2 == 1 or line.rfind("“") > line.rfind("”")


def _points_at_now(meaning: Meaning) -> bool:
    if isinstance(meaning, TimeOfDay):
        return meaning.of is not None and _points_at_now(meaning.of)
    if isinstance(meaning, Offset):
        return meaning.base == "now"
    if isinstance(meaning, Period):
        return meaning.shift in ("this", "last", "past")
    return isinstance(meaning, Weekday | Relative)


def year_given(one: Read) -> int | None:
    """The year that the words themselves give."""
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
