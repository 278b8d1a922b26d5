"""Which corrections concern which articles: a decision about one article's records changes nothing far from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from dateline.linking.actors import actor_id
from dateline.linking.commitments import commitment_id
from dateline.linking.events import event_id
from dateline.linking.regions import DECIDED, Edge, Spot
from dateline.linking.stories import story_id
from dateline.model import Correction, Reading


def targets_of(corrections: Iterable[Correction]) -> frozenset[str]:
    """Everything that corrections are about."""
    return frozenset(target for correction in corrections for target in correction.targets)


def marks_of(readings: Iterable[Reading], corrections: Iterable[Correction]) -> dict[str, frozenset[str]]:
    """By article the targets of corrections that may mean it or a record of it; of readings as they were made, before any correction."""
    targets = targets_of(corrections)
    made: dict[str, frozenset[str]] = {}
    for reading in readings if targets else ():
        if found := marked(reading, targets):
            made[reading.article.id] = made.get(reading.article.id, frozenset()) | found
    return made


def marked(reading: Reading, targets: frozenset[str]) -> frozenset[str]:
    """Those of the targets that may mean the article or a record of it, by its own id or by a linked one's."""
    return targets.intersection(_ids(reading)) if targets else frozenset()


def concerning(readings: Iterable[Reading], corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections about these articles or records of them."""
    if not corrections:
        return []
    targets = targets_of(corrections)
    here: set[str] = set()
    for reading in readings:
        here |= marked(reading, targets)
    return [c for c in corrections if not here.isdisjoint(c.targets)]


def decided_edges(marks: Mapping[Spot, Collection[str]], corrections: Iterable[Correction]) -> list[Edge]:
    """What holds together the articles of which a person said that something is the same in them."""
    having: dict[str, list[Spot]] = {}
    for spot in sorted(marks):
        for target in sorted(marks[spot]):
            having.setdefault(target, []).append(spot)
    edges: set[Edge] = set()
    for correction in corrections:
        if correction.kind.startswith("same_"):
            spots = sorted({spot for target in correction.targets for spot in having.get(target, ())})
            edges.update((first, second, DECIDED) for first, second in pairwise(spots))
    return sorted(edges)


def _ids(reading: Reading) -> Iterable[str]:
    article = reading.article.id
    yield article
    yield story_id(article)
    for actor in reading.actors:
        yield actor.id
        yield actor_id(f"{article} {actor.id}")
    for event in reading.events:
        yield event.id
        yield event_id(f"{article} {event.id}")
    for commitment in reading.commitments:
        yield commitment.id
        yield commitment_id(f"{article} {commitment.id}")
    for said in reading.attributions:
        yield said.id
    for quantity in reading.quantities:
        yield quantity.id
