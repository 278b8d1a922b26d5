"""Which reports tell of one event: the same type, actors and days, in much the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.actors import Links
from dateline.linking.clusters import Clusters
from dateline.linking.decisions import Decisions
from dateline.linking.order import publication
from dateline.linking.vectors import Vector
from dateline.linking.wording import clause_vector, clauses_alike
from dateline.model import Event, Interval, LinkedEvent, Member, Reading, content_id

ALIKE = 0.3
"""How alike the clauses must be where actors and days agree."""
ALIKE_ALONE = 0.75
"""How alike they must be, and how many words they must have, where a day is not told or nobody is named by both, and within one article."""
WORDS_ALONE = 3
WINDOW = 24
"""With how many reports before it one is compared, among those of one type and actor in the order of days."""
LONG = 31
"""Days longer than this many say little about when."""


@dataclass(frozen=True, slots=True)
class _Report:
    key: str
    reading: Reading
    event: Event
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    words: Vector
    story: str | None
    place: tuple[float, str]


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
    reports = {r.key: r for r in _reports(readings, links, story)}
    known = {r.event.id: r.key for r in reports.values()} | {event_id(key): key for key in reports}
    same, apart = decisions.pairs("event", known)
    clusters = Clusters(reports, apart)
    for first, second in sorted(same):
        clusters.join(first, second)
    for _, first, second in _alike_pairs(list(reports.values())):
        if _fits(clusters, reports, first, second):
            clusters.join(first, second)
    made = [_linked([reports[k] for k in keys], origin) for keys in clusters.sets()]
    return tuple(sorted(made, key=lambda e: (e.days.start is None, str(e.days.start), str(e.days.end), e.id)))


def _reports(readings: Mapping[str, Reading], links: Links, story: Mapping[str, str]) -> list[_Report]:
    made = [
        _Report(
            key=f"{article} {event.id}",
            reading=reading,
            event=event,
            actors=links.of(article, event.actors),
            recipients=links.of(article, event.recipients),
            words=clause_vector(event.anchor.quote),
            story=story.get(article),
            place=publication(reading),
        )
        for article, reading in readings.items()
        for event in reading.events
    ]
    return sorted(made, key=lambda r: r.key)


def _alike_pairs(reports: Sequence[_Report]) -> list[tuple[float, str, str]]:
    blocks: dict[tuple[str, ...], list[_Report]] = defaultdict(list)
    for report in reports:
        for who in {*report.actors, *report.recipients}:
            blocks[report.event.type, who].append(report)
        if report.story:
            blocks[report.event.type, "story", report.story].append(report)
    found: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        block.sort(key=lambda r: (str(r.event.days.start or r.event.days.end or ""), r.key))
        for k, first in enumerate(block):
            for second in block[max(0, k - WINDOW) : k]:
                pair = (min(first.key, second.key), max(first.key, second.key))
                if pair not in found and (alike := _alike(first, second)):
                    found[pair] = alike
    return sorted(((alike, *pair) for pair, alike in found.items()), key=lambda f: (-f[0], *f[1:]))


def _alike(first: _Report, second: _Report) -> float:
    """How alike two reports are, where they may tell of one event; else 0."""
    days, others = first.event.days, second.event.days
    if days.meet(others) is None or (first.event.status == "denied") != (second.event.status == "denied"):
        return 0.0
    told = all((d.days or LONG + 1) <= LONG for d in (days, others))
    if _contradict(first.actors, second.actors) or _contradict(first.recipients, second.recipients):
        return 0.0
    agree = bool(set(first.actors) & set(second.actors)) or bool(set(first.recipients) & set(second.recipients))
    near = first.reading.article.id == second.reading.article.id or (
        first.story is not None and first.story == second.story
    )
    alike = clauses_alike(first.words, second.words)
    within = first.reading.article.id == second.reading.article.id
    if told and agree and not within:
        return alike if alike >= ALIKE else 0.0
    many = min(len(first.words), len(second.words)) >= WORDS_ALONE
    return alike if near and many and alike >= ALIKE_ALONE else 0.0


def _contradict(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return bool(first) and bool(second) and not set(first) & set(second)


def _fits(clusters: Clusters, reports: Mapping[str, _Report], first: str, second: str) -> bool:
    """Whether the days of all reports of both sets meet, so that a chain of reports never spans what none of them says."""
    days: Interval | None = Interval()
    for key in (*clusters.members(first), *clusters.members(second)):
        days = days.meet(reports[key].event.days) if days is not None else None
    return days is not None


def _linked(reports: Sequence[_Report], origin: Mapping[str, str]) -> LinkedEvent:
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
