"""Months without their year that are told as past: most lie a few months back, so that one year of several may be the likely one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from dateline.model import Evidence, Interval
from dateline.reading.times.calendar import add_days, add_months
from dateline.reading.times.direction import told_as
from dateline.reading.times.meaning import Calendar
from dateline.reading.times.understand import Read

LAGS = (0.028, 0.250, 0.208, 0.205, 0.083, 0.080, 0.028, 0.021, 0.042, 0.024, 0.024, 0.007)
"""How often such a month lies so many months before the publication: shares of 288 in dated articles of Wikinews, news_cluster, PolNeAR
and Timeline17. A month that still runs is "this month"; a year ago it is given its year."""

LONGEST = 800
"""Days of an interval up to which a month narrows it; in a longer one no year stands out."""

LIKELY = 0.8
"""The share of the weight that one year must hold to be taken alone; with LAGS, one month too early or late is left out in 3 of 100."""


@dataclass(frozen=True, slots=True)
class MonthClue:
    """A month (January is 1) that lay behind when the article was written, and the words."""

    month: int
    evidence: Evidence


def month_clues(read: list[Read]) -> Iterator[MonthClue]:
    """The text's bare months of things that are over, each once."""
    seen: set[int] = set()
    for one in read:
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or meaning.month is None or meaning.month in seen:
            continue
        if meaning.day or meaning.year or meaning.shift or meaning.year_shift:
            continue
        if one.preposition in ("in", "since", "during") and told_as(one.found.tokens, one.preposition) == "past":
            seen.add(meaning.month)
            yield MonthClue(meaning.month, Evidence("text", one.quote))


def in_months(days: Interval, clue: MonthClue, others: Sequence[MonthClue]) -> Interval | None:
    """The days of the interval that lie in the months after the month of one year, where that year is the likely one; else None.

    `others` are all months of the text: together they say in which month it was written.
    """
    if days.start is None or days.end is None or (days.days or 0) > LONGEST:
        return None
    weights: dict[Interval, float] = {}
    for year in range(days.start.year - 1, days.end.year + 1):
        first = date(max(1, year), clue.month, 1)
        window = Interval(add_months(first, 1), add_days(add_months(first, 12), -1)).meet(days)
        if window is not None:
            weights[window] = sum(_weight(add_months(first, lag), others, days) for lag in range(12))
    total = sum(weights.values())
    best = max(weights, key=lambda window: weights[window], default=None)
    return best if best is not None and weights[best] >= LIKELY * total > 0 else None


def _weight(first: date, clues: Sequence[MonthClue], days: Interval) -> float:
    """How likely the months of the text are in an article of the month that begins so, times the part of it that the interval holds."""
    month = Interval(first, add_days(add_months(first, 1), -1))
    met = month.meet(days)
    part = (met.days or 0) / (month.days or 1) if met is not None else 0.0
    return prod((LAGS[(first.month - clue.month) % 12] for clue in clues), start=part)
