"""Clues that all but state the day of writing: stamps, first lines, datelines, "today, 3 March", copyright lines."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dateline.model import Evidence, Interval
from dateline.model.datelines import dateline_of
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import add_days, day_or_none
from dateline.reading.times.clue import CLOCKS, FIRST_YEAR, LAST_YEAR, LEDE, Clue, day_told
from dateline.reading.times.context import Context
from dateline.reading.times.meaning import Calendar, Relative, TimeOfDay
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read, quoted


def stated(parsed: Parsed, read: list[Read]) -> Iterator[Clue]:
    """A date with its time of day near the start, a first line that is a date, or a dateline before the first sentence."""
    if not parsed.paragraphs or not read:
        return
    stamp = next((one for one in read if one.found.start < LEDE and _is_stamp(one, parsed.text)), None)
    if stamp is not None:
        yield Clue("stated", (resolve(stamp.normalised, Context(None)).days,), Evidence("text", stamp.quote))
        return
    line = parsed.paragraphs[0]
    for one in read[:2]:
        meaning = one.normalised.meaning
        if not (isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day):
            continue
        before = parsed.text[line.start : one.found.start]
        after = parsed.text[one.found.end : line.end]
        alone = not after.strip(" .—–-|") and not before.strip(" —–-|:,") and one.found.end <= line.end
        dateline = (
            before.strip(" ,(/") == before.strip(" ,(/").upper()
            and len(before) < 40
            and re.match(r"\s*(?:\([^)]{2,30}\))?\s*(?:--|[—–:]|-\s)", after)
        )
        if alone or (dateline and before.strip()):
            days = resolve(one.normalised, Context(None)).days
            yield Clue("stated", (days,), Evidence("text", parsed.text[one.found.start : one.found.end]))
        return


_CLOCK = re.compile(r"\s*[,;|@·–-]?\s*\d{1,2}\s?(?:[:.]\s?\d\d(?!\d)|[ap]\.?m\b)")

_LABEL = re.compile(r"(?:updated|published|posted|modified|issued|filed)(?: on)?\W{0,3}$", re.IGNORECASE)


def _is_stamp(one: Read, text: str) -> bool:
    """Whether it is a stamp as sites print them: "Wed 2 Mar 2031 9:52 am", "Updated: 2031-03-02"; no preposition leads to it."""
    told = one.normalised.meaning
    meaning = told.of if isinstance(told, TimeOfDay) else told
    if not (isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day):
        return False
    if _LABEL.search(text, max(0, one.found.start - _LABELS), one.found.start):
        return True
    if one.found.before[-1:] and one.found.before[-1] in _LED:
        return False
    dated_first = not one.found.words[0][0].isdigit() or ":" not in one.found.words[0]
    clocked = isinstance(told, TimeOfDay) or _CLOCK.match(text, one.found.end) is not None
    return clocked and dated_first


_LABELS = 24

_LED = frozenset(("on", "at", "by", "until", "since", "from", "of", "in", "before", "after", "for", "to"))

_BESIDE = re.compile(r"\s?[,(–—-]\s?(?:the )?|\s(?:the )?")


def todays(text: str, read: list[Read]) -> Iterator[Clue]:
    """A day that the text names beside "today" or its neighbours: "today, 3 March 2031", "on 4 March (tomorrow)".

    Near the start alone: further down a statement that is passed on has a today of its own.
    """
    for one, after in pairwise(one for one in read if one.found.start < LEDE):
        for near, named in ((one, after), (after, one)):
            relative = day_told(near)
            day = day_told(named)
            if not isinstance(relative, Relative) or not isinstance(day, Calendar) or day.day is None:
                continue
            if not _BESIDE.fullmatch(text, one.found.end, after.found.start) or quoted(one):
                continue
            evidence = Evidence("text", text[one.found.start : after.found.end])
            if day.year is not None:
                that = resolve(named.normalised, Context(None)).days.day
                if that is not None:
                    written = add_days(that, -relative.days)
                    yield Clue("stated", (Interval(written, written),), evidence)
            else:
                yield _each_year(day, -relative.days, -relative.days, evidence)


def datelines(parsed: Parsed, read: list[Read]) -> Iterator[Clue]:
    """The month and day of a dateline that leaves the year out: it is printed on that day or the next."""
    for one in read[:1]:
        told = one.normalised.meaning
        place = dateline_of(parsed.text, parsed.paragraphs[0].start, parsed.paragraphs[0].end)
        if place is None or one.found.end > place.span.end or not isinstance(told, Calendar):
            continue
        if told.day is not None and told.year is None:
            yield _each_year(told, 0, CLOCKS, Evidence("text", parsed.text[place.span.start : place.span.end].strip()))


def _each_year(day: Calendar, first: int, last: int, evidence: Evidence) -> Clue:
    days = (day_or_none(year, day.month or 1, day.day or 1) for year in range(FIRST_YEAR, LAST_YEAR))
    spans = (Interval(add_days(d, first), add_days(d, last)) for d in days if d is not None)
    return Clue("dateline", tuple(spans), evidence)


_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\D{0,30}((?:19|20)\d\d)\b(?!\s?[-–])", re.IGNORECASE)


def copyright_year(text: str) -> Iterator[Clue]:
    """The year that agencies and papers claim their report for, below it: of 33 dated articles that hold such a line, 31 are of that year."""
    found = list(_COPYRIGHT.finditer(text))
    for match in found[-1:]:
        year = int(match[1])
        days = Interval(add_days(date(year, 1, 1), -CLOCKS), date(year, 12, 31))
        yield Clue("copyright", (days,), Evidence("text", match[0]))
