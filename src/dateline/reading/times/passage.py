"""The expressions of a text resolved in its order: what one names the next may lean on; histories, and the quarter of a business text."""

import re
from dataclasses import replace
from datetime import date

from dateline.reading.parse import text_of
from dateline.reading.times.calendar import Period as Days
from dateline.reading.times.calendar import add_days, period_of
from dateline.reading.times.context import Context, Resolved, whole
from dateline.reading.times.meaning import (
    Length,
    Meaning,
    Offset,
    Period,
    Piece,
    Relative,
    TimeOfDay,
    Weekday,
    YearBefore,
)
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read, quoted, year_given
from dateline.reading.times.within import at_ends


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
    return at_ends(read, resolved)


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
    if isinstance(meaning, YearBefore):
        return True
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
    if not _ENDED.fullmatch(text_of(one.found.tokens.doc), one.found.end, after.found.start):
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
    deictic = sum(_points_at_now(one.normalised.meaning) and not quoted(one) for one in read)
    if len(years) < _FEW_YEARS or deictic * _YEARS_TO_EACH > len(years):
        return False
    if now is None or len(years) >= _MANY_YEARS:
        return True
    return 4 * sum(abs(year - now.year) <= 1 for year in years) < len(years)


_FEW_YEARS, _MANY_YEARS = 4, 20
"""Years named from which a text may be, and is, a history, where nothing in it points at now."""

_YEARS_TO_EACH = 8
"""Years named in a history for each word that points at now, at least."""


def _points_at_now(meaning: Meaning) -> bool:
    if isinstance(meaning, TimeOfDay):
        return meaning.of is not None and _points_at_now(meaning.of)
    if isinstance(meaning, Offset):
        return meaning.base == "now"
    if isinstance(meaning, Period):
        return meaning.shift in ("this", "last", "past")
    return isinstance(meaning, Weekday | Relative)
