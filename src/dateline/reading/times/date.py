"""When an article was written, from its own words: clues are gathered (clues.py) and laid over each other.

Linking may narrow the result by an article's neighbours: the interval holds every day that the words allow, so that the
meet with another interval stays true.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Article, Evidence, Interval, Published
from dateline.reading.parse import Parsed
from dateline.reading.times.clue import Clue, WeekdayClue
from dateline.reading.times.clues import clues, weekday_clues
from dateline.reading.times.clues_months import in_months, month_clues
from dateline.reading.times.understand import Read, understand, year_given

_ORDER = (
    "stated",
    "copyright",
    "coinage",
    "past",
    "caption",
    "news",
    "incumbent",
    "plan",
    "dateline",
    "dated_weekday",
    "age",
    "month",
)
"""Which clues are laid on first; one that leaves no day is left out."""

_NEED_BOUNDS = ("dateline", "dated_weekday", "age", "month")
"""Clues that come round every year, or that join two passages: they narrow what others have bounded, and bound nothing."""

_WEEKS = 60
"""Days of an interval up to which weekdays narrow it; in a longer one each comes round too often."""

_MOST = 2 / 3
"""The share of the days that one piece must hold to be taken alone, where clues leave several apart."""

_MOST_WEIGHT = 0.8
"""The same for runs of weekdays, by weight."""


@dataclass(frozen=True, slots=True)
class _State:
    days: tuple[Interval, ...] = (Interval(),)
    evidence: tuple[Evidence, ...] = ()


def date_article(article: Article, parsed: Parsed) -> Published:
    """When the article was published: what the page states, else what its own words allow within the page's bounds, else unknown.

    Every bound comes with the words that it rests on; without any the day stays unknown.
    """
    known = article.published
    if known.basis not in ("unknown", "inferred"):
        return known
    read = understand(parsed)
    gathered = clues(article, parsed, read)
    state = _State((known.interval,), known.evidence)  # the page may bound the days: by a post that it shows
    ordered = sorted(gathered, key=lambda one: _ORDER.index(one.kind))
    for clue in ordered:
        if clue.kind not in _NEED_BOUNDS:
            state = _laid(state, clue)
    state = replace(state, days=_told_of(state.days, read))
    for clue in ordered:
        if clue.kind in _NEED_BOUNDS:
            state = _laid(state, clue)
    if not state.evidence:
        return Published()
    days = _one(state.days)
    evidence = list(state.evidence)
    months = tuple(month_clues(read))
    for month in months:
        narrowed = in_months(days, month, months)
        if narrowed is not None and narrowed != days:
            days = narrowed
            evidence.append(month.evidence)
    for weekday in weekday_clues(read):
        narrowed = _on_weekdays(days, weekday)
        if narrowed is not None and narrowed != days:
            days = narrowed
            evidence.append(weekday.evidence)
    stated = any(clue.kind == "stated" and clue.days == (days,) for clue in gathered)
    return Published(
        start=days.start,
        end=days.end,
        basis="stated" if stated else "inferred",
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _laid(state: _State, clue: Clue) -> _State:
    """The days that both allow; unchanged where the clue says nothing new, or contradicts harder ones."""
    met = tuple(both for a in state.days for b in clue.days if (both := a.meet(b)) is not None)
    if not met or met == state.days:
        return state
    if clue.kind in _NEED_BOUNDS and (state.days[0].start is None or state.days[-1].end is None):
        return state
    return _State(met, (*state.evidence, clue.evidence))


def _told_of(days: tuple[Interval, ...], read: list[Read]) -> tuple[Interval, ...]:
    """Of several pieces that lie years apart (two terms of one president) the one that holds the last year that the text names."""
    if len(days) == 1:
        return days
    years = [year for one in read if (year := year_given(one)) is not None and one.direction != "future"]
    if not years:
        return days
    last = Interval(date(max(years), 1, 1), date(max(years), 12, 31))
    return tuple(one for one in days if one.meet(last) is not None) or days


def _one(days: tuple[Interval, ...]) -> Interval:
    """One interval of several: the piece that holds most of the days, else all from the first to the last."""
    counts = [one.days for one in days]
    whole = [count for count in counts if count is not None]
    if len(whole) == len(counts):
        best = max(range(len(whole)), key=whole.__getitem__)
        if whole[best] >= _MOST * sum(whole):
            return days[best]
    return Interval(days[0].start, days[-1].end)


def _on_weekdays(days: Interval, clue: WeekdayClue) -> Interval | None:
    """The run of fitting days that holds most of the weight, else all from the first fitting day to the last."""
    count = days.days
    if count is None or count > _WEEKS or days.start is None:
        return None
    weights = dict(clue.weights)
    runs: list[tuple[date, date, float]] = []
    for k in range(count):
        day = days.start + timedelta(k)
        weight = weights.get(day.isoweekday())
        if weight is None:
            continue
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1] = (runs[-1][0], day, runs[-1][2] + weight)
        else:
            runs.append((day, day, weight))
    if not runs:
        return None
    best = max(runs, key=lambda run: run[2])
    if best[2] >= _MOST_WEIGHT * sum(run[2] for run in runs):
        return Interval(best[0], best[1])
    return Interval(runs[0][0], runs[-1][1])
