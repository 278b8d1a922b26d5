"""Who acts and speaks."""

from dataclasses import dataclass

from dateline.model import ActorKind, Citation, LinkedActor, Record
from dateline.views.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A linked actor. `mentions` counts all mentions, `said` the statements; `anchors` quote the first mention in each article."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    side: str | None
    roles: tuple[str, ...]
    articles: tuple[str, ...]
    mentions: int
    said: int
    why: tuple[str, ...]
    anchors: tuple[Citation, ...]


def actors(
    record: Record, *, story: str | None = None, kind: ActorKind | None = None, name: str | None = None
) -> tuple[ActorRow, ...]:
    """The actors, those of most articles first; with a story, as they appear in its articles."""
    look = Lookup(record)
    held = set(look.articles(story))
    wanted = None if name is None else look.matching_actors(name)
    rows = [
        _row(look, actor, held)
        for actor in record.actors
        if (kind is None or actor.kind == kind)
        and (wanted is None or actor.id in wanted)
        and not held.isdisjoint(actor.articles)
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.articles), -row.mentions, row.name, row.id)))


def _row(look: Lookup, actor: LinkedActor, held: set[str]) -> ActorRow:
    members = [m for m in actor.members if m.article in held and m in look.own_actors]
    first: dict[str, Citation] = {}
    for member in members:
        [here] = look.cite(member.article, look.own_actors[member].mentions[:1])
        before = first.get(member.article, here)
        first[member.article] = min(here, before)
    return ActorRow(
        id=actor.id,
        name=actor.name,
        names=actor.names,
        kind=actor.kind,
        side=actor.side,
        roles=actor.roles,
        articles=tuple(article for article in actor.articles if article in held),
        mentions=sum(len(look.own_actors[member].mentions) for member in members),
        said=sum(look.said_by[member] for member in members),
        why=actor.why,
        anchors=tuple(first[article] for article in actor.articles if article in first),
    )
