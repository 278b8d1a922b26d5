"""Makes one record of those of many regions: nothing but who is who is looked at again over all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.linking.actors import join_actors
from dateline.linking.corrections import without_hidden
from dateline.linking.decisions import Decisions
from dateline.linking.order import publication
from dateline.model import Appearance, Conflict, Correction, Interval, LinkedCommitment, LinkedEvent, Record


def joined(
    parts: Sequence[Record], appearances: Iterable[Appearance] = (), corrections: Sequence[Correction] = ()
) -> Record:
    """The record of all regions, its parts in the order in which one region's are; the order of the regions does not matter."""
    found = tuple(sorted(set(appearances), key=_where))
    if len(parts) == 1:
        return replace(parts[0], appearances=found)
    readings = dict(sorted((id_, reading) for part in parts for id_, reading in part.readings.items()))
    order = {r.article.id: k for k, r in enumerate(sorted(readings.values(), key=publication))}
    linked = [actor for part in parts for actor in part.actors]
    actors, now = join_actors(linked, readings, order, Decisions(corrections))
    record = Record(
        readings=readings,
        appearances=found,
        actors=actors,
        origins=tuple(sorted((o for part in parts for o in part.origins), key=lambda o: order[o.articles[0]])),
        stories=tuple(sorted((s for part in parts for s in part.stories), key=lambda s: (order[s.articles[0]], s.id))),
        events=tuple(sorted((_event(e, now) for part in parts for e in part.events), key=_day)),
        commitments=tuple(sorted((_commitment(c, now) for part in parts for c in part.commitments), key=_soonest)),
        conflicts=tuple(sorted((c for part in parts for c in part.conflicts), key=lambda c: _places(c, order))),
    )
    return without_hidden(record, corrections)


def _event(event: LinkedEvent, now: Mapping[str, str]) -> LinkedEvent:
    return replace(event, actors=_named(event.actors, now), recipients=_named(event.recipients, now))


def _commitment(commitment: LinkedCommitment, now: Mapping[str, str]) -> LinkedCommitment:
    return replace(commitment, parties=_named(commitment.parties, now), toward=_named(commitment.toward, now))


def _named(actors: tuple[str, ...], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now.get(actor, actor) for actor in actors))


def _day(event: LinkedEvent) -> tuple[bool, str, str, str]:
    return (event.days.start is None, str(event.days.start), str(event.days.end), event.id)


def _soonest(commitment: LinkedCommitment) -> tuple[bool, str, str]:
    due = commitment.due or Interval()
    last = due.end or due.start
    return (last is None, str(last), commitment.id)


def _places(conflict: Conflict, order: Mapping[str, int]) -> tuple[object, ...]:
    return (*((order[side.article], side.anchor.start) for side in conflict.sides), conflict.kind, conflict.id)


def _where(appearance: Appearance) -> tuple[str, str, str, str]:
    return (appearance.article, appearance.page.sha256, appearance.page.source, appearance.headline or "")
