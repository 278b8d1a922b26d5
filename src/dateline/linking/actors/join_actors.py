"""Who is who over regions that were linked each by itself: what each calls one actor is taken for one, and compared with the others'."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.linking.actors.link_actors import actor_id, clustered, merged
from dateline.linking.actors.told import Told
from dateline.linking.decisions import Decisions
from dateline.model import LinkedActor, Reading


def join_actors(
    linked: Sequence[LinkedActor], readings: Mapping[str, Reading], order: Mapping[str, int], decisions: Decisions
) -> tuple[tuple[LinkedActor, ...], dict[str, str]]:
    """The actors of all regions together, in the order of how many articles they are in; and the id that each has now."""
    own = {(id_, actor.id): actor for id_, reading in readings.items() for actor in reading.actors}
    keys = {actor.id: f"{actor.members[0].article} {actor.members[0].id}" for actor in linked}
    told = [
        Told(
            key=keys[actor.id],
            article=actor.members[0].article,
            actor=replace(
                own[actor.members[0].article, actor.members[0].id],
                name=actor.name,
                names=actor.names,
                kind=actor.kind,
                side=actor.side,
                roles=actor.roles,
            ),
            story=None,
        )
        for actor in linked
    ]
    told.sort(key=lambda t: t.key)
    known = {member.id: keys[actor.id] for actor in linked for member in actor.members}
    known |= {actor_id(f"{m.article} {m.id}"): keys[actor.id] for actor in linked for m in actor.members}
    same, apart = decisions.pairs("actor", known)
    clusters, why = clustered(told, same, apart)
    by_key = {t.key: t for t in told}
    part = {keys[actor.id]: actor for actor in linked}
    made = []
    for members in clusters.sets():
        whole = merged([by_key[key] for key in members], why, order) if len(members) > 1 else part[members[0]]
        parts = [part[key] for key in members]
        made.append(
            replace(
                whole,
                articles=tuple(sorted({a for actor in parts for a in actor.articles}, key=order.__getitem__)),
                members=tuple(sorted(m for actor in parts for m in actor.members)),
                why=tuple(dict.fromkeys(reason for one in (*parts, whole) for reason in one.why)),
            )
        )
    actors = tuple(sorted(made, key=lambda a: (-len(a.articles), a.name, a.id)))
    home = {member: actor.id for actor in actors for member in actor.members}
    return actors, {actor.id: home[actor.members[0]] for actor in linked}
