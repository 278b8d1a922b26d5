"""Who is meant by a bare surname or a description in an article that has no full name for it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.linking.actors.told import Told, describes, family_of, role_words
from dateline.linking.names import folded, sounded, tokens_alike

ALIKE = 0.9

Joining = tuple[str, str, str]
"""Two keys, and why."""


def bare_joinings(bare: Sequence[Told], actors: Mapping[str, Sequence[Told]]) -> list[Joining]:
    """What joins bare names to actors with a full name (given by key) or to each other; ascending."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for key, told in actors.items():
        for surname in sorted({sounded(token) for t in told if family_of(t.actor) == "person" for token in _last(t)}):
            by_surname[surname].append(key)
    made: list[Joining] = []
    alone: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in bare:
        tokens = folded(one.actor.name)
        home = _home(one, tokens, actors, by_surname) if len(tokens) == 1 and family_of(one.actor) == "person" else None
        if home is not None:
            made.append((home[0], one.key, home[1]))
        else:
            alone[" ".join(sounded(t) for t in tokens), one.actor.side or ""].append(one)
    for (_, side), group in sorted(alone.items()):
        made += _among([one for one in group if side or not describes(one.actor.name)], side)
    return sorted(made)


def _last(told: Told) -> tuple[str, ...]:
    return folded(told.actor.name)[-1:]


def _home(
    one: Told, tokens: tuple[str, ...], actors: Mapping[str, Sequence[Told]], by_surname: Mapping[str, Sequence[str]]
) -> tuple[str, str] | None:
    known = [k for k in by_surname.get(sounded(tokens[0]), ()) if any(_is_last(tokens[0], t) for t in actors[k])]
    near = [k for k in known if one.story and any(t.story == one.story for t in actors[k])]
    if len(near) == 1:
        return near[0], "is the only one of this surname in the story"
    roles = role_words((one,))
    fitting = [
        k
        for k in known
        if one.actor.side and any(t.actor.side == one.actor.side for t in actors[k]) and roles & role_words(actors[k])
    ]
    return (fitting[0], "has the same surname, side and role") if len(fitting) == 1 and not near else None


def _is_last(token: str, told: Told) -> bool:
    return any(tokens_alike(token, last) >= ALIKE for last in _last(told))


def _among(group: Sequence[Told], side: str) -> list[Joining]:
    """Bare names that sound the same, on one side: one within a story; over stories where they share a role as well."""
    made: list[Joining] = []
    for k, one in enumerate(group):
        for other in group[max(0, k - 20) : k]:
            if one.story and one.story == other.story:
                made.append((other.key, one.key, "has the same name in the story"))
                break
            person = family_of(one.actor) == "person" == family_of(other.actor)
            if person and side and role_words((one,)) & role_words((other,)):
                made.append((other.key, one.key, "has the same name, side and role"))
                break
    return made
