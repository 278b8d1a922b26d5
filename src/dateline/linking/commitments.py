"""What was undertaken, over time: one undertaking in many articles, with its history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.actors import Links
from dateline.linking.clusters import Clusters
from dateline.linking.decisions import Decisions
from dateline.linking.order import publication
from dateline.linking.vectors import Vector
from dateline.linking.wording import clause_vector, clauses_alike
from dateline.model import Citation, Commitment, Interval, LinkedCommitment, Member, Reading, Step, content_id

SAME_DUE = 0.35
"""How alike the words must be where the deadlines agree."""
NO_DUE = 0.45
"""... where one of them or both tell no deadline."""
WITHIN = 0.75
"""... within one article, which says most things once."""
MOVED = 0.6
"""... where the deadlines differ: only a later article can have moved one, so never within one article."""
WINDOW = 40
"""With how many told before it one is compared, among those of one party in the order of publication."""
_FOLLOWS = frozenset({"fulfilled", "violated", "ended", "postponed", "ongoing", "denied"})
"""What becomes of an undertaking is told in other words than the undertaking itself."""


_UNDERTAKEN = frozenset({"agreed", "announced", "proposed"})
_DONE = frozenset({"fulfilled", "violated", "ended"})


@dataclass(frozen=True, slots=True)
class _Told:
    key: str
    reading: Reading
    commitment: Commitment
    parties: tuple[str, ...]
    toward: tuple[str, ...]
    words: Vector
    story: str | None
    place: tuple[float, str]


def commitment_id(key: str) -> str:
    """The id of the linked commitment whose smallest member this is (`ARTICLE COMMITMENT`)."""
    return content_id("undertaking", key)


def find_linked_commitments(
    readings: Mapping[str, Reading], links: Links, story: Mapping[str, str], decisions: Decisions
) -> tuple[LinkedCommitment, ...]:
    """Every undertaking with its history; soonest due first, those without a deadline last."""
    told = {t.key: t for t in _told(readings, links, story)}
    known = {t.commitment.id: t.key for t in told.values()} | {commitment_id(key): key for key in told}
    same, apart = decisions.pairs("commitment", known)
    clusters = Clusters(told, apart)
    for first, second in sorted(same):
        clusters.join(first, second)
    for _, first, second in _alike_pairs(list(told.values())):
        if _fits(clusters, told, first, second):
            clusters.join(first, second)
    made = [_linked([told[k] for k in keys]) for keys in clusters.sets()]
    return tuple(sorted(made, key=lambda c: (_last_day(c.due), c.id)))


def _last_day(due: Interval | None) -> tuple[bool, str]:
    last = due.end or due.start if due else None
    return (last is None, str(last))


def _told(readings: Mapping[str, Reading], links: Links, story: Mapping[str, str]) -> list[_Told]:
    made = [
        _Told(
            key=f"{article} {commitment.id}",
            reading=reading,
            commitment=commitment,
            parties=links.of(article, commitment.parties),
            toward=links.of(article, commitment.toward),
            words=clause_vector(commitment.anchor.quote),
            story=story.get(article),
            place=publication(reading),
        )
        for article, reading in readings.items()
        for commitment in reading.commitments
    ]
    return sorted(made, key=lambda t: t.key)


def _alike_pairs(told: Sequence[_Told]) -> list[tuple[float, str, str]]:
    blocks: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        for party in one.parties:
            blocks[party].append(one)
        if one.story:
            blocks[f"story {one.story}"].append(one)
    found: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        block.sort(key=lambda t: (t.place, t.key))
        for k, second in enumerate(block):
            for first in block[max(0, k - WINDOW) : k]:
                pair = (min(first.key, second.key), max(first.key, second.key))
                if pair not in found and (alike := _alike(first, second)):
                    found[pair] = alike
    return sorted(((alike, *pair) for pair, alike in found.items()), key=lambda f: (-f[0], *f[1:]))


def _alike(first: _Told, second: _Told) -> float:
    """How alike two are, where they may be one undertaking; else 0."""
    if first.parties and second.parties and not set(first.parties) & set(second.parties):
        return 0.0
    one, other = first.commitment, second.commitment
    if (one.kind == "threat") != (other.kind == "threat"):
        return 0.0
    within = first.reading.article.id == second.reading.article.id
    near = first.story is not None and first.story == second.story
    if not (near or within or set(first.parties) & set(second.parties)):
        return 0.0
    needed = _needed(one, other, within)
    if needed is None or (within and one.status != other.status):
        return 0.0
    if within:
        needed = WITHIN
    elif not near:
        needed += 0.15
    alike = clauses_alike(first.words, second.words)
    return alike if alike >= needed else 0.0


def _needed(one: Commitment, other: Commitment, within: bool) -> float | None:
    if one.due is None or other.due is None:
        follows = not within and (one.status in _FOLLOWS) != (other.status in _FOLLOWS)
        return SAME_DUE if follows else NO_DUE
    if one.due.meet(other.due) is not None:
        return SAME_DUE
    return None if within else MOVED


def _fits(clusters: Clusters, told: Mapping[str, _Told], first: str, second: str) -> bool:
    """Whether no two of one article with deadlines that differ would meet."""
    due: dict[str, Interval] = {}
    for key in (*clusters.members(first), *clusters.members(second)):
        one = told[key]
        if one.commitment.due is not None:
            kept = due.get(one.reading.article.id, Interval()).meet(one.commitment.due)
            if kept is None:
                return False
            due[one.reading.article.id] = kept
    return True


def _linked(told: Sequence[_Told]) -> LinkedCommitment:
    ordered = sorted(told, key=lambda t: (t.place, t.commitment.anchor, t.key))
    newest = _newest(ordered)
    fullest = max(ordered, key=lambda t: (t.commitment.due is not None, len(t.words), t.place, t.key))
    due = next((t.commitment.due for t in reversed(ordered) if t.commitment.due is not None), None)
    condition = next(
        (Citation(t.reading.article.id, t.commitment.condition) for t in reversed(ordered) if t.commitment.condition),
        None,
    )
    kinds = Counter(t.commitment.kind for t in ordered)
    return LinkedCommitment(
        id=commitment_id(min(t.key for t in told)),
        text=fullest.commitment.anchor.quote,
        kind=min(kinds, key=lambda k: (-kinds[k], k)),
        parties=_ranked(t.parties for t in ordered),
        toward=_ranked(t.toward for t in ordered),
        due=due,
        condition=condition,
        status=newest.commitment.status,
        history=tuple(
            Step(
                day=t.reading.article.published.interval,
                status=t.commitment.status,
                due=t.commitment.due,
                member=Member(t.reading.article.id, t.commitment.id),
                citation=Citation(t.reading.article.id, t.commitment.anchor),
            )
            for t in ordered
        ),
        story=min((t.story for t in told if t.story), default=None),
    )


def _newest(ordered: Sequence[_Told]) -> _Told:
    """The latest with a day of publication. What was done with stays done when a later article only tells again what was undertaken."""
    dated = [t for t in ordered if t.reading.article.published.interval != Interval()] or list(ordered)
    last = dated[-1]
    if last.commitment.status in _UNDERTAKEN:
        return next((t for t in reversed(dated) if t.commitment.status in _DONE), last)
    return last


def _ranked(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(who for ids in lists for who in ids)
    return tuple(sorted(counts, key=lambda w: (-counts[w], w)))
