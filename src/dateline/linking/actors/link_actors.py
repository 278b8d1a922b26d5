"""The steps from the actors of articles to the actors of the record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.actors.bare import bare_joinings
from dateline.linking.actors.pairs import alike_pairs, compared
from dateline.linking.actors.persons import BEGINS
from dateline.linking.actors.spellings import gathered
from dateline.linking.actors.told import Spelling, Told, commonest, ranked, told_of
from dateline.linking.clusters import Clusters
from dateline.linking.decisions import Decisions
from dateline.linking.names import folded
from dateline.linking.order import publication
from dateline.linking.words import is_common, stem
from dateline.model import LinkedActor, Member, Reading, content_id


@dataclass(frozen=True, slots=True)
class Links:
    """The linked actors, and which one each article's actor is."""

    actors: tuple[LinkedActor, ...]
    by_member: Mapping[tuple[str, str], str]

    def of(self, article: str, actors: Iterable[str]) -> tuple[str, ...]:
        """The linked ids of an article's actors, each once, in their order."""
        return tuple(dict.fromkeys(self.by_member[article, a] for a in actors if (article, a) in self.by_member))


def actor_id(key: str) -> str:
    """The id of the linked actor whose smallest member this is (`ARTICLE ACTOR`)."""
    return content_id("who", key)


def find_actors(readings: Mapping[str, Reading], story: Mapping[str, str], decisions: Decisions) -> Links:
    """Every actor of the readings, linked; in the order of how many articles they are in."""
    told = told_of(readings, story)
    known = {t.actor.id: t.key for t in told} | {actor_id(t.key): t.key for t in told}
    same, apart = decisions.pairs("actor", known)
    clusters, why = clustered(told, same, apart)
    by_key = {t.key: t for t in told}
    order = {r.article.id: k for k, r in enumerate(sorted(readings.values(), key=publication))}
    sets = [[by_key[k] for k in keys] for keys in clusters.sets()]
    actors = sorted((merged(members, why, order) for members in sets), key=lambda a: (-len(a.articles), a.name, a.id))
    return Links(tuple(actors), {(m.article, m.id): a.id for a in actors for m in a.members})


def clustered(
    told: Sequence[Told], same: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]
) -> tuple[Clusters, dict[str, list[str]]]:
    """Who is one actor, by their keys, and what joined each; `same` and `apart` are decided."""
    clusters = Clusters((t.key for t in told), apart)
    why: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(same):
        if clusters.join(first, second):
            why[first].append("a correction says so")
    spellings, bare = gathered(told)
    for spelling in spellings:
        for one in spelling.told[1:]:
            clusters.join(spelling.told[0].key, one.key)
    _join_alike(spellings, clusters, why)
    by_key = {t.key: t for t in told}
    homes = {}
    for spelling in spellings:
        root = clusters.root(spelling.key)
        homes[root] = [by_key[k] for k in clusters.members(root)]
    for home, key, reason in bare_joinings(bare, homes):
        if clusters.join(home, key):
            why[key].append(f"“{by_key[key].actor.name}” {reason}")
    return clusters, why


def _join_alike(spellings: Sequence[Spelling], clusters: Clusters, why: dict[str, list[str]]) -> None:
    """Joins pair by pair; all spellings of an actor must be alike, and a short form that fits two different ones fits none."""
    by_key = {s.key: s for s in spellings}
    sets = Clusters(by_key)
    pairs = alike_pairs(spellings)
    doubtful = _doubtful([pair for pair in pairs if pair[3] != BEGINS], by_key)
    unsure = _doubtful(pairs, by_key)  # one slip that goes on behind a name must not part all its other forms
    for _, first, second, reason in pairs:
        if not (unsure if reason == BEGINS else doubtful).isdisjoint((first, second)):
            continue
        ones, others = sets.members(first), sets.members(second)
        fit = all(
            {a, b} == {first, second} or compared(by_key[a], by_key[b]) or "stands for" in reason
            for a in ones
            for b in others
        )
        if fit and sets.join(first, second) and clusters.join(first, second):
            shorter, longer = sorted((by_key[first].written, by_key[second].written), key=lambda n: (len(n), n))
            why[first].append(f"“{shorter}” {reason}: “{longer}”")


def _doubtful(pairs: Sequence[tuple[float, str, str, str]], by_key: Mapping[str, Spelling]) -> set[str]:
    longer: dict[str, list[str]] = defaultdict(list)
    for _, first, second, _ in pairs:
        a, b = by_key[first], by_key[second]
        if a.family == "person" and len(a.tokens) != len(b.tokens):
            short, long = (a, b) if len(a.tokens) < len(b.tokens) else (b, a)
            longer[short.key].append(long.key)
    return {
        short
        for short, long in longer.items()
        if any(compared(by_key[x], by_key[y]) is None for k, x in enumerate(long) for y in long[k + 1 :])
    }


def merged(members: Sequence[Told], why: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> LinkedActor:
    full = [t for t in members if t.actor.kind == "person" and len(folded(t.actor.name)) > 1]
    clean = [t for t in full if not is_common(stem(folded(t.actor.name)[0]))]  # no word of a title left before the name
    return LinkedActor(
        id=actor_id(min(t.key for t in members)),
        name=commonest(t.actor.name for t in clean or full or members),
        names=ranked(n for t in members for n in dict.fromkeys((t.actor.name, *t.actor.names))),
        kind=ranked(t.actor.kind for t in members)[0],
        side=next(iter(ranked(t.actor.side for t in members if t.actor.side)), None),
        roles=ranked(role for t in members for role in t.actor.roles),
        articles=tuple(sorted({t.article for t in members}, key=order.__getitem__)),
        members=tuple(sorted(Member(t.article, t.actor.id) for t in members)),
        why=tuple(dict.fromkeys(reason for t in members for reason in why.get(t.key, ()))),
    )
