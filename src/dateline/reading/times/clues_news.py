"""Clues from the newest day that a text gives as news does: posts pasted in with their day, and the agencies' "Tuesday, Jan. 2, 2031"."""

import re
from collections.abc import Iterator
from datetime import date

from dateline.model import Evidence, Interval
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import add_days, day_or_none
from dateline.reading.times.clue import Clue, bare_weekday
from dateline.reading.times.context import Context
from dateline.reading.times.meaning import Calendar
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read

_POST = re.compile(r"\(@\w{1,30}\) (?=[A-Z])")

POST_DAYS = 75
"""A page that pastes posts in runs within so many days of the newest, where it tells of days of the week and so is no review of a
year: 18 of 19 articles with a day, of news_cluster and PolNeAR."""

NEWS_DAYS = 7
"""A page runs within a week of the newest day that it gives with weekday and year and no preposition ("Tuesday, Jan. 2, 2031"), as
agencies give the day of the news, where its text speaks of that weekday too; a picture from the archive is given so as well."""

YEARLESS_DAYS = 200
"""The newest day without its year lies no further back, a bound chosen by eye over dated articles of Wikinews, news_cluster, T17 and PolNeAR."""


def days_of_news(parsed: Parsed, read: list[Read]) -> Iterator[Clue]:
    """The newest post that is pasted in with its signature, and the newest day of the agencies' kind."""
    ends = {match.end(): match.start() for match in _POST.finditer(parsed.text)}
    spoken = {bare_weekday(one) for one in read} - {None}
    newest: dict[int, tuple[date, str]] = {}
    for one in read:
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or not (meaning.year and meaning.day):
            continue
        day = resolve(one.normalised, Context(None)).days.day
        if day is None:
            continue
        start, reach = one.found.start, POST_DAYS
        if start in ends:
            start = ends[start]
        elif meaning.weekday and one.found.before[-1:] and not one.preposition and day.isoweekday() in spoken:
            reach = NEWS_DAYS
        else:
            continue
        if reach not in newest or day > newest[reach][0]:
            newest[reach] = day, parsed.text[start : one.found.end]
    for reach, (day, quote) in sorted(newest.items()):
        fresh = bool(spoken) and _is_recent(day, reach, read)
        # A post's day is that of its reader's clock, an agency's that of its bureau: the page's may be one less.
        yield Clue(
            "news", (Interval(add_days(day, -1), add_days(day, reach) if fresh else None),), Evidence("text", quote)
        )


def _is_recent(day: date, reach: int, read: list[Read]) -> bool:
    """Whether the days without a year that the text tells as past may lie shortly before a writing soon after the day."""
    last = add_days(day, reach)
    for one in read:
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or not meaning.day or meaning.year or one.direction != "past":
            continue
        told = [day_or_none(year, meaning.month or 1, meaning.day) for year in (last.year - 1, last.year)]
        if not any(then <= last and add_days(then, YEARLESS_DAYS) >= day for then in told if then is not None):
            return False
    return True
