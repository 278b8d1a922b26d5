"""Which reports tell of one event, and what they say of it together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.actors import Links
from dateline.linking.clusters import Clusters
from dateline.linking.decisions import Decisions
from dateline.linking.event_pairs import ENOUGH, Judge, alike_pairs, may_be_one
from dateline.linking.event_reports import Report, reports_of
from dateline.model import Event, Interval, LinkedEvent, Member, Reading, content_id

LOOKED_AT = 6
"""How many reports of each of two sets are compared before the sets are joined."""


def event_id(key: str) -> str:
    """The id of the linked event whose smallest report this is (`ARTICLE EVENT`)."""
    return content_id("happening", key)


def find_linked_events(
    readings: Mapping[str, Reading],
    links: Links,
    story: Mapping[str, str],
    origin: Mapping[str, str],
    decisions: Decisions,
) -> tuple[LinkedEvent, ...]:
    """Every event with all its reports, in the order of days; undated ones last."""
    reports = {r.key: r for r in reports_of(readings, links, story)}
    known = {r.event.id: r.key for r in reports.values()} | {event_id(key): key for key in reports}
    same, apart = decisions.pairs("event", known)
    clusters = Clusters(reports, apart)
    for first, second in sorted(same):
        clusters.join(first, second)
    judge = Judge({article: reading.article for article, reading in readings.items()})
    for _, first, second in alike_pairs(list(reports.values()), judge):
        if clusters.root(first) != clusters.root(second) and _fits(clusters, reports, judge, first, second):
            clusters.join(first, second)
    made = [_linked([reports[k] for k in keys], origin) for keys in clusters.sets()]
    return tuple(sorted(made, key=lambda e: (e.days.start is None, str(e.days.start), str(e.days.end), e.id)))


def _fits(clusters: Clusters, reports: Mapping[str, Report], judge: Judge, first: str, second: str) -> bool:
    """Whether the sets of both are one event as well: the days of all meet, and on average the reports speak for it.

    So a chain of reports never spans what none of them says.
    """
    a, b = ([reports[key] for key in sorted(clusters.members(key))] for key in (first, second))
    days: Interval | None = Interval()
    for report in (*a, *b):
        days = days.meet(report.event.days) if days is not None else None
    if days is None:
        return False
    if len(a) == len(b) == 1:
        return True
    pairs = [(one, other) for one in _some(a) for other in _some(b)]
    return all(may_be_one(*pair) for pair in pairs) and sum(judge.points(*pair) for pair in pairs) >= ENOUGH * len(
        pairs
    )


def _some(reports: Sequence[Report]) -> Sequence[Report]:
    """A few of them, evenly taken."""
    step = -(-len(reports) // LOOKED_AT)
    return reports[::step]


def _linked(reports: Sequence[Report], origin: Mapping[str, str]) -> LinkedEvent:
    days = Interval()
    for report in reports:
        days = days.meet(report.event.days) or days  # a correction may join what does not meet
    places = Counter(r.event.place for r in reports if r.event.place)
    newest = max(reports, key=lambda r: (_certainty(r.event), r.place, r.key))
    return LinkedEvent(
        id=event_id(min(r.key for r in reports)),
        type=newest.event.type,
        actors=_ranked(r.actors for r in reports),
        recipients=_ranked(r.recipients for r in reports),
        place=min(places, key=lambda p: (-places[p], p), default=None),
        days=days,
        status=newest.event.status,
        reports=tuple(
            Member(r.reading.article.id, r.event.id) for r in sorted(reports, key=lambda r: (r.place, r.key))
        ),
        origins=len({origin[r.reading.article.id] for r in reports}),
        story=min((r.story for r in reports if r.story), default=None),
    )


def _certainty(event: Event) -> int:
    """What happened is told of as planned before; so the report that it did decides."""
    return ("possible", "planned", "denied", "happened").index(event.status)


def _ranked(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(who for ids in lists for who in ids)
    return tuple(sorted(counts, key=lambda w: (-counts[w], w)))
