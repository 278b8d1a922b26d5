"""Dates an undated article by its story: by the months that it tells of, by copies of it, and by what was written around it."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Evidence, Interval, Published, Reading, Story, TimeExpression

NARROW = 62
"""Articles whose days of publication are not more than these can date others."""

EXACT = 7
"""The same where the neighbours' days themselves are what dates an article."""

TIGHT = 60
"""Days from the first to the last dated article of a story that is news of one time; a longer one says little of its members."""

MATES = 3
"""Dated neighbours from which on they say when the article among them was written."""

AROUND = timedelta(days=14)
"""Days before the first and after the last neighbour. With TIGHT and MATES: of 231 articles of news_cluster whose events fit, 96 %
were published within, and the middle one of the intervals holds 31 days."""

COPIED = timedelta(days=3)
"""Days by which a copy may be older or newer than its dated twin; papers run an agency's text when it comes."""

_MONTH = re.compile(r"XXXX-(\d\d)")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to|by|until|next|plan\w*|schedul\w*|set|due|expect\w*|hope\w*|if)\b", re.IGNORECASE
)
_BEFORE = 80
"""How many characters before a month are looked through for words that put it in the future."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """What is known of an article's day, with the evidence, and the years of its months that are thereby settled."""

    days: Interval
    evidence: tuple[Evidence, ...] = ()
    years: tuple[tuple[TimeExpression, int], ...] = ()


def dated_by_story(
    readings: Mapping[str, Reading], stories: Iterable[Story], repeats: Mapping[str, str] | None = None
) -> dict[str, Reading]:
    """The readings, those without a first or last day of publication dated by what their stories settle.

    Three things settle it, the surest first. A near copy with a day (`repeats` says which repeats which). A past month
    without a year: it lies within the year before publication, so where the story has a dated article in that month of
    one year only, the article was published from then on, and within a year; the month itself has then its year. And
    dated neighbours, several of them, in a story of one time.
    """
    made = dict(readings)
    for story in stories:
        mates = [r for r in (readings[a] for a in story.articles) if _width(r) <= NARROW]
        for id_ in story.articles:
            own = readings[id_].article.published.interval
            if own.start is None or own.end is None:
                first = (repeats or {}).get(id_, id_)
                twins = [mate for mate in mates if (repeats or {}).get(mate.article.id, mate.article.id) == first]
                found = _by_neighbours(_by_months(_by_twins(_Dated(own), twins), readings[id_], mates), mates)
                if found.evidence:
                    made[id_] = _with(readings[id_], found)
    return made


def _width(reading: Reading) -> int:
    return reading.article.published.interval.days or NARROW + 1


def _by_twins(known: _Dated, twins: Sequence[Reading]) -> _Dated:
    for twin in twins[:1]:
        days = twin.article.published.interval
        around = Interval(_moved(days.start, -COPIED), _moved(days.end, COPIED))
        both = around.meet(known.days)
        if both is not None:
            return _Dated(both, (*known.evidence, _told_by(twin)), known.years)
    return known


def _by_months(known: _Dated, reading: Reading, mates: Sequence[Reading]) -> _Dated:
    for time in reading.times:
        month = _MONTH.fullmatch(time.value)
        if month is None or not 1 <= int(month[1]) <= 12 or _ahead(reading.article.text, time):
            continue
        windows = {w: mate for mate in reversed(mates) for w in _windows(mate, int(month[1])) if w.meet(known.days)}
        if len(windows) != 1:
            continue
        ((window, mate),) = windows.items()
        year = window.start.year if window.start is not None else 0
        evidence = (Evidence("text", time.anchor.quote), _told_by(mate))
        known = _Dated(
            window.meet(known.days) or known.days, (*known.evidence, *evidence), (*known.years, (time, year))
        )
    return known


def _by_neighbours(known: _Dated, mates: Sequence[Reading]) -> _Dated:
    near = [mate for mate in mates if _width(mate) <= EXACT]
    days = [mate.article.published.interval for mate in near]
    first = min((one.start for one in days if one.start), default=None)
    last = max((one.end for one in days if one.end), default=None)
    if len(near) < MATES or first is None or last is None or (last - first).days > TIGHT:
        return known
    both = Interval(_moved(first, -AROUND), _moved(last, AROUND)).meet(known.days)
    if both is None or both == known.days:
        return known
    return _Dated(both, (*known.evidence, _told_by(near[0]), _told_by(near[-1])), known.years)


def _moved(day: date | None, by: timedelta) -> date | None:
    if day is None or not date.min - min(by, timedelta()) <= day <= date.max - max(by, timedelta()):
        return day
    return day + by


def _told_by(mate: Reading) -> Evidence:
    return Evidence("story", mate.article.headline or mate.article.text.strip()[:80] or mate.article.id)


def _with(reading: Reading, found: _Dated) -> Reading:
    """The reading with its day of publication, and its settled months, in its times and the events that stand with one alone."""
    known = reading.article.published.evidence
    published = Published(
        start=found.days.start,
        end=found.days.end,
        basis="inferred",
        evidence=(*known, *dict.fromkeys(found.evidence)),
    )
    settled = {time.anchor: _in_year(time, year) for time, year in found.years}
    times = tuple(settled.get(time.anchor, time) for time in reading.times)
    events = []
    for event in reading.events:
        inside = [t for t in times if event.anchor.start <= t.anchor.start and t.anchor.end <= event.anchor.end]
        only = inside[0] if len(inside) == 1 and event.days == Interval() else None
        events.append(replace(event, days=only.days) if only is not None and only.anchor in settled else event)
    article = replace(reading.article, published=published)
    return replace(reading, article=article, times=times, events=tuple(events))


def _in_year(time: TimeExpression, year: int) -> TimeExpression:
    month = int(time.value[-2:])
    days = Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return replace(time, value=f"{year:04d}-{month:02d}", days=days)


def _ahead(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.anchor.start - _BEFORE) : time.anchor.start]
    return _AHEAD.search(re.split(r"[.!?;\n]", before)[-1]) is not None


def _windows(mate: Reading, month: int) -> list[Interval]:
    """The year from each such month on in which the mate was published."""
    days = mate.article.published.interval
    if days.start is None or days.end is None:
        return []
    made = []
    for year in range(max(days.start.year, date.min.year), min(days.end.year, date.max.year - 1) + 1):
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if Interval(first, last).meet(days):
            made.append(Interval(first, date(year + 1, month, 1) - timedelta(days=1)))
    return made
