"""What happened on which day, in sentences taken from the articles.

Days are ranked by how many independent articles tell of them in dated words (mention counts are the strongest single
feature of Gholipour Ghalandari and Ifrim, Examining the State-of-the-Art in News Timeline Summarization, 2020), early in the
article and still when other news has come, by the weight of their events, and by how central their sentences are to the
story. The sentence of a day is the one closest to the story and to all that is told of the day, from the days on which
it was news. Tried on Timeline17, all of its crises at once.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Citation, EventType, Interval, Record
from dateline.views.likeness import Seen, Vector, alike, mean, rarity, vector
from dateline.views.lookup import Lookup
from dateline.views.passages import Passage, leans, passages

_WEIGHTS: dict[EventType, float] = {
    "AGREE": 1.5,
    "ASSAULT": 1.5,
    "SANCTION": 1.4,
    "COERCE": 1.3,
    "RETREAT": 1.3,
    "MOBILIZE": 1.2,
    "AID": 1.1,
    "THREATEN": 1.1,
    "REJECT": 1.1,
    "PROTEST": 1.1,
}
"""How much an event's type adds to its day; deeds weigh more than words."""

_FURTHER = 0.5
"""How near a further sentence of a day comes to the first one."""

_OF_DAY = 0.3
"""What closeness to all that is told of the day counts beside closeness to the story, in choosing its sentence."""

_REMEMBERED = 3
"""Days after which a day that is still told of is no longer mere news of the moment: then a report counts twice."""

_FRESH = 2
"""Days within which a day is news: reports from then tell it for itself."""

_LATER = 0.5
"""What a later report is worth beside those, in choosing a day's sentence."""

_AHEAD = 0.3
"""What a report from before the day is worth: it tells what was expected."""

_ANY = 0.1
"""What a report counts that shares no word with the story, beside how alike it is."""

_DEPTH = 10
"""Sentences into an article after which one speaks half as much for its day as the opening does."""

_OUTSIDE = 0.5
"""What a day long before the first article, or after the last, is worth beside one that they follow."""

_SPAN = 0.05
"""What several days are worth beside one: the days that matter are told of by themselves."""

_LEANING = 0.6
"""What a sentence that leans on another one, or stands in a copy, is worth beside one that stands alone."""

_SAME = 0.5
"""Cosine from which two sentences tell the same."""

_PER_DAY = 2
"""Sentences of one day at most; the second must tell something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A day (or short interval) and a sentence about it.

    `basis` is `stated` where the sentence's words or events date it, `published` where only its article's day does.
    `reports` counts the articles that tell the same of the day, `origins` those with an origin of their own; `anchors`
    quote the sentence first, then theirs.
    """

    day: date
    start: date | None
    end: date | None
    text: str
    basis: str
    story: str | None
    events: tuple[str, ...]
    reports: int
    origins: int
    article: str
    outlet: str | None
    headline: str | None
    anchors: tuple[Citation, ...]


def timeline(
    record: Record,
    *,
    story: str | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> tuple[TimelineRow, ...]:
    """The days from `first` to `last` in order; with a limit the most important ones."""
    look = Lookup(record)
    found = [
        p
        for p in passages(look, story)
        if p.days.start is not None
        and (first is None or p.days.start >= first)
        and (last is None or p.days.start <= last)
    ]
    vectors = _vectors(found)
    centre = mean((vectors[k], 1.0) for k in range(len(found)))
    covered = _covered(look, story)
    by_days: dict[Interval, list[int]] = defaultdict(list)
    for k, passage in enumerate(found):
        by_days[passage.days].append(k)
    after = [_days_after(look, passage) for passage in found]
    ranked = sorted(
        (
            (_importance(found, vectors, after, ks, centre) * _reach(days, covered), days)
            for days, ks in by_days.items()
        ),
        key=lambda pair: (-pair[0], pair[1].start or date.min, pair[1].end or date.max),
    )
    rows = []
    told = Seen()
    kept: Counter[date] = Counter()
    for _, days in ranked:
        assert days.start is not None  # noqa: S101 -- filtered above
        if limit is not None and len(kept) >= limit and days.start not in kept:
            continue
        for k in _best(found, vectors, after, by_days[days], centre, told)[: _PER_DAY - kept[days.start]]:
            told.add(vectors[k])
            rows.append(_row(look, found, vectors, by_days[days], k))
            kept[days.start] += 1
    return tuple(sorted(rows, key=lambda row: (row.day, row.end or row.day)))


def _vectors(found: Sequence[Passage]) -> list[Vector]:
    rare = rarity(passage.words for passage in found)
    made: dict[tuple[str, int], Vector] = {}
    for passage in found:
        key = (passage.article, passage.position)
        if key not in made:
            made[key] = vector(passage.words, rare)
    return [made[passage.article, passage.position] for passage in found]


def _weight(passage: Passage) -> float:
    """How much one passage speaks for its day."""
    weight = max((_WEIGHTS.get(kind, 1.0) for kind in passage.types), default=0.8)
    if passage.statuses and all(status != "happened" for status in passage.statuses):
        weight *= 0.7
    if not passage.dated and passage.position >= 3:
        weight *= 0.05
    return weight if passage.days.days == 1 else weight * _SPAN


def _days_after(look: Lookup, passage: Passage) -> int:
    """How many days after what a passage tells of its article was published; none where that is not known."""
    published = look.day(passage.article)
    return 0 if published is None or passage.days.start is None else (published - passage.days.start).days


def _importance(
    found: Sequence[Passage], vectors: Sequence[Vector], after: Sequence[int], ks: Sequence[int], centre: Vector
) -> float:
    """What all origins together say for a day; a sentence that several repeat word for word counts once."""
    told: dict[tuple[str, ...], tuple[float, str]] = {}
    for k in ks:
        weight = _weight(found[k]) * (_ANY + alike(vectors[k], centre)) / (1 + found[k].position / _DEPTH)
        weight *= 2 if after[k] > _REMEMBERED else 1
        told[found[k].words] = max(told.get(found[k].words, (0.0, "")), (weight, found[k].origin))
    by_origin: dict[str, float] = {}
    for weight, origin in told.values():
        by_origin[origin] = max(by_origin.get(origin, 0.0), weight)
    return sum(by_origin.values())


def _covered(look: Lookup, story: str | None) -> Interval:
    """From a week before the first possible day of publication to the last one: what the articles follow as it happens."""
    days = [look.published(article) for article in look.articles(story)]
    first = min((p.start for p in days if p.start is not None), default=date.min)
    return Interval(
        date.fromordinal(max(1, first.toordinal() - 7)), max((p.end for p in days if p.end is not None), default=None)
    )


def _reach(days: Interval, covered: Interval) -> float:
    return 1.0 if covered.meet(days) is not None else _OUTSIDE


def _best(
    found: Sequence[Passage],
    vectors: Sequence[Vector],
    after: Sequence[int],
    ks: Sequence[int],
    centre: Vector,
    told: Seen,
) -> list[int]:
    """The sentences of a day closest to the story and to what all sentences of the day tell, none that tells what was told already.

    A further one must come near enough to the first, and stand alone.
    """
    weights = {k: _weight(found[k]) * _freshness(after[k]) for k in ks}
    middle = mean((vectors[k], weights[k]) for k in ks)

    def closeness(k: int) -> float:
        near = _OF_DAY * alike(vectors[k], middle) + alike(vectors[k], centre)
        return near * weights[k] * (_LEANING if leans(found[k].sentence.quote) or found[k].copy else 1)

    kept: list[int] = []
    here = Seen()
    for near, k in sorted(
        ((closeness(k), k) for k in ks),
        key=lambda pair: (-pair[0], found[pair[1]].copy, found[pair[1]].article, found[pair[1]].position),
    ):
        if len(kept) == _PER_DAY or (kept and near < _FURTHER * closeness(kept[0])):
            break
        if kept and (leans(found[k].sentence.quote) or _of_one_event(found[k], [found[other] for other in kept])):
            continue
        if not told.holds(vectors[k], _SAME) and not here.holds(vectors[k], _SAME):
            kept.append(k)
            here.add(vectors[k])
    return kept


def _of_one_event(passage: Passage, kept: Sequence[Passage]) -> bool:
    """Whether all that happens in the passage happens in one of the others."""
    return bool(passage.events) and any(set(passage.events) <= set(other.events) for other in kept)


def _freshness(after: int) -> float:
    """What a report so many days after the day is worth in telling it."""
    if after < 0:
        return _AHEAD
    return 1.0 if after <= _FRESH else _LATER


def _row(look: Lookup, found: Sequence[Passage], vectors: Sequence[Vector], ks: Sequence[int], k: int) -> TimelineRow:
    passage = found[k]
    assert passage.days.start is not None  # noqa: S101 -- timeline keeps only passages with a first day
    told = set(passage.events)
    same = [
        other
        for other in ks
        if other != k and (not told.isdisjoint(found[other].events) or alike(vectors[k], vectors[other]) >= _SAME)
    ]
    same.sort(
        key=lambda other: (look.day(found[other].article) or date.max, found[other].article, found[other].position)
    )
    reports = [k, *same]
    return TimelineRow(
        day=passage.days.start,
        start=passage.days.start,
        end=passage.days.end,
        text=passage.sentence.quote,
        basis="stated" if passage.dated else "published",
        story=look.story_of.get(passage.article),
        events=tuple(dict.fromkeys(event for other in reports for event in found[other].events)),
        reports=len({found[other].article for other in reports}),
        origins=len({found[other].origin for other in reports}),
        article=passage.article,
        outlet=look.outlet(passage.article),
        headline=look.headline(passage.article),
        anchors=tuple(dict.fromkeys(Citation(found[other].article, found[other].sentence) for other in reports)),
    )
