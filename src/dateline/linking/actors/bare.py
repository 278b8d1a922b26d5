"""Who is meant by a bare surname or a description in an article that has no full name for it.

A surname is joined to the actor of the full name in its story, or to the only one of that surname that there is where both are
on one side. What is named by common nouns (`the joint commission`) is one within a story, and never over stories.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.linking.actors.told import Told, body_tokens, describes, family_of, person_tokens, role_words
from dateline.linking.names import folded, sounded, tokens_alike

ALIKE = 0.9

Joining = tuple[str, str, str]
"""Two keys, and why."""
Tokens = tuple[str, ...]


def bare_joinings(bare: Sequence[Told], actors: Mapping[str, Sequence[Told]]) -> list[Joining]:
    """What joins bare names to actors with a full name (given by key) or to each other; ascending."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for key, told in actors.items():
        for surname in sorted({sounded(token) for t in told if family_of(t.actor) == "person" for token in _last(t)}):
            by_surname[surname].append(key)
    made: list[Joining] = []
    alone: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in bare:
        person = family_of(one.actor) == "person"
        tokens = person_tokens(one.actor.name) if person else folded(one.actor.name)
        home = _home(one, tokens, actors, by_surname) if len(tokens) == 1 and person else None
        if home is not None:
            made.append((home[0], one.key, home[1]))
        else:
            alone[" ".join(sounded(t) for t in tokens), one.actor.side or ""].append(one)
    for (_, side), group in sorted(alone.items()):
        made += _among([one for one in group if side or not describes(one.actor.name)], side)
    return sorted([*made, *_by_common_noun(bare, actors)])


def _by_common_noun(bare: Sequence[Told], actors: Mapping[str, Sequence[Told]]) -> list[Joining]:
    """Organisations that the articles of one story call by the same common nouns, where nobody else there may be meant."""
    called: dict[tuple[str, Tokens], list[Told]] = defaultdict(list)
    for one in bare:
        if one.story and one.actor.kind == "organisation" and describes(one.actor.name):
            called[one.story, body_tokens(one.actor.name)].append(one)
    named: dict[tuple[str, Tokens], list[tuple[str, Told]]] = defaultdict(list)
    ending = {(story, tokens[-1:]) for story, tokens in called if len(tokens) > 1}
    for key in sorted(actors):
        for one in actors[key]:
            if one.story and family_of(one.actor) == "body":
                tokens = body_tokens(one.actor.name)
                named[one.story, tokens].append((key, one))
                if len(tokens) > 1:
                    ending.add((one.story, tokens[-1:]))
    made: list[Joining] = []
    for at, ones in sorted(called.items()):
        homes = {key: told for key, told in named.get(at, ()) if told not in ones}
        sides = {told.actor.side for told in (*ones, *homes.values()) if told.actor.side}
        many = len({one.article for one in ones}) < len(ones) or len(homes) > 1 or len(sides) > 1
        if many or at in ending:  # a longer name that ends in the one word: the word may mean it
            continue
        first, *others = [*homes, *sorted(one.key for one in ones)]
        made += [(first, other, "has the same name in the story") for other in others]
    return made


def _last(told: Told) -> tuple[str, ...]:
    return person_tokens(told.actor.name)[-1:]


def _home(
    one: Told, tokens: tuple[str, ...], actors: Mapping[str, Sequence[Told]], by_surname: Mapping[str, Sequence[str]]
) -> tuple[str, str] | None:
    known = [k for k in by_surname.get(sounded(tokens[0]), ()) if any(_is_last(tokens[0], t) for t in actors[k])]
    near = [k for k in known if one.story and any(t.story == one.story for t in actors[k])]
    if len(near) == 1:
        return near[0], "is the only one of this surname in the story"
    sided = [k for k in near or known if one.actor.side and any(t.actor.side == one.actor.side for t in actors[k])]
    if near:
        return (sided[0], "has the same surname and side in the story") if len(sided) == 1 else None
    roles = role_words((one,))
    fitting = [k for k in sided if roles & role_words(actors[k])]
    if len(fitting) == 1:
        return fitting[0], "has the same surname, side and role"
    if len(known) == 1 == len(sided) and not (roles and role_words(actors[sided[0]])):
        return sided[0], "is of the same side as the only one of this surname"
    return None


def _is_last(token: str, told: Told) -> bool:
    return any(tokens_alike(token, last, ALIKE) >= ALIKE for last in _last(told))


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
