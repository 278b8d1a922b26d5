"""Dates an undated article by its story: a month told without a year is the one in which the story's dated articles stand."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Evidence, Interval, Published, Reading, Story, TimeExpression

NARROW = 62
"""Articles whose days of publication are not more than these can date others."""

_MONTH = re.compile(r"XXXX-(\d\d)")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to|by|until|next|plan\w*|schedul\w*|set|due|expect\w*|hope\w*|if)\b", re.IGNORECASE
)
_BEFORE = 80
"""How many characters before a month are looked through for words that put it in the future."""


def dated_by_story(readings: Mapping[str, Reading], stories: Iterable[Story]) -> dict[str, Reading]:
    """The readings, those without a first or last day of publication dated by what their stories settle.

    A past month without a year lies within the year before publication; so where the story has a dated article in that month of
    one year only, the article was published from then on, and within a year.
    """
    made = dict(readings)
    for story in stories:
        mates = [
            r
            for r in (readings[a] for a in story.articles)
            if (r.article.published.interval.days or NARROW + 1) <= NARROW
        ]
        for id_ in story.articles:
            own = readings[id_].article.published.interval
            if (own.start is None or own.end is None) and (found := _settled(readings[id_], mates)):
                made[id_] = replace(readings[id_], article=replace(readings[id_].article, published=found))
    return made


def _settled(reading: Reading, mates: Sequence[Reading]) -> Published | None:
    days = reading.article.published.interval
    evidence: list[Evidence] = []
    for time in reading.times:
        month = _MONTH.fullmatch(time.value)
        if month is None or not 1 <= int(month[1]) <= 12 or _ahead(reading.article.text, time):
            continue
        windows = {w: mate for mate in reversed(mates) for w in _windows(mate, int(month[1])) if w.meet(days)}
        if len(windows) != 1:
            continue
        ((window, mate),) = windows.items()
        days = window.meet(days) or days
        evidence += (
            Evidence("text", time.anchor.quote),
            Evidence("story", mate.article.headline or mate.article.text.strip()[:80] or mate.article.id),
        )
    if not evidence:
        return None
    known = reading.article.published.evidence
    return Published(start=days.start, end=days.end, basis="inferred", evidence=(*known, *dict.fromkeys(evidence)))


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
