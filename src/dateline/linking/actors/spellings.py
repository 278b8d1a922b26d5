"""Gathers who carries one name, and parts namesakes: those on different sides with nothing in common."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.linking.actors.told import (
    Family,
    Spelling,
    Told,
    body_tokens,
    describes,
    family_of,
    generic,
    person_tokens,
    role_words,
)


def gathered(told: Iterable[Told]) -> tuple[list[Spelling], list[Told]]:
    """Spellings whose carriers are one actor each, ascending by key; and those whose bare name alone does not tell who they are."""
    full: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    single: dict[tuple[Family, str], list[Told]] = defaultdict(list)
    bare: list[Told] = []
    for one in told:
        family = family_of(one.actor)
        tokens = person_tokens(one.actor.name) if family == "person" else body_tokens(one.actor.name)
        if family is None or not tokens:
            continue
        if family != "state" and (describes(one.actor.name) or (family == "person" and len(tokens) == 1)):
            bare.append(one)
        elif len(tokens) == 1 or family == "state":
            single[family, " ".join(tokens)].append(one)
        else:
            full[tokens].append(one)
    made = []
    for tokens, carriers in full.items():
        made += _parted(_main_family(carriers), tokens, carriers)
    for (family, name), carriers in single.items():
        made += _parted(family, tuple(name.split()), carriers)
    return sorted(made, key=lambda s: s.key), bare


def _main_family(told: Sequence[Told]) -> Family:
    """What most articles take the name for: one reading's slip does not make two actors."""
    bodies = sum(family_of(t.actor) == "body" for t in told)
    return "body" if 2 * bodies >= len(told) else "person"


def _parted(family: Family, tokens: tuple[str, ...], told: Sequence[Told]) -> list[Spelling]:
    by_side: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_side[one.actor.side or ""].append(one)
    unsided = by_side.pop("", [])
    groups = sorted(by_side.values(), key=lambda g: (-len(g), g[0].actor.side or ""))
    if family == "body" and generic(tokens):
        groups = _generic(groups, unsided)
    elif family == "person":
        groups = _persons(groups, unsided)
    else:
        groups = [[one for group in groups for one in group] + unsided]
    return [
        Spelling(key=min(t.key for t in group), family=family, tokens=tokens, told=sorted(group, key=lambda t: t.key))
        for group in groups
        if group
    ]


def _generic(groups: list[list[Told]], unsided: Sequence[Told]) -> list[list[Told]]:
    """One for each side; who is on no known side belongs to the one of its story, where that is settled."""
    made = [list(group) for group in groups]
    left: dict[str, list[Told]] = defaultdict(list)
    for one in unsided:
        near = [g for g in made[: len(groups)] if one.story and any(t.story == one.story for t in g)]
        if len(near) == 1:
            near[0].append(one)
        else:
            left[one.story or one.key].append(one)
    return made + [left[key] for key in sorted(left)]


def _persons(groups: list[list[Told]], unsided: Sequence[Told]) -> list[list[Told]]:
    """Sides that differ part two persons unless they share a role, a story, or one has no role to tell."""
    made: list[list[Told]] = []
    for group in groups:
        home = next((g for g in made if _common_ground(g, group)), None)
        if home is None:
            made.append(list(group))
        else:
            home += group
    if not made:
        return [list(unsided)]
    made[0] += unsided
    return made


def _common_ground(first: Sequence[Told], second: Sequence[Told]) -> bool:
    roles, others = role_words(first), role_words(second)
    stories = {t.story for t in first if t.story} & {t.story for t in second if t.story}
    return not roles or not others or bool(roles & others) or bool(stories)
