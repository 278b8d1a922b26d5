"""Which spellings are compared, and which of them are held for one actor's: blocks first, then features that say why."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from dateline.linking.actors.bodies import abbreviates, initial, same_body
from dateline.linking.actors.persons import Reason, begins, same_person
from dateline.linking.actors.told import Spelling, family_of
from dateline.linking.names import consonants, folded

CROWD = 60
"""Names that share a block with more others than this (common given names) are not compared by it."""


def alike_pairs(spellings: Sequence[Spelling]) -> list[tuple[float, str, str, str]]:
    """(how alike, first key, second key, why) of all pairs of spellings that may be one actor's, the most alike first."""
    blocks: dict[tuple[str, str], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        if spelling.family != "state":
            for name in _blocks(spelling):
                blocks[spelling.family, name].append(spelling)
    found: dict[tuple[str, str], Reason] = {}
    for block in blocks.values():
        if len(block) <= CROWD:
            for first, second in combinations(sorted(block, key=lambda s: s.key), 2):
                if (first.key, second.key) not in found and (reason := compared(first, second)):
                    found[first.key, second.key] = reason
    for low, high, why in _called_both(spellings):
        found.setdefault((low, high), (0.9, why))
    return sorted(((alike, *keys, why) for keys, (alike, why) in found.items()), key=lambda f: (-f[0], *f[1:]))


def compared(first: Spelling, second: Spelling) -> Reason | None:
    """How alike two spellings are and why, where they may be one actor's."""
    if first.family != second.family:
        return None
    if first.family == "body":
        return same_body(first, second)
    if first.tokens == second.tokens:
        return None  # namesakes, parted before
    reason = same_person(first.tokens, second.tokens)
    if reason is None and first.sides & second.sides and (first.roles & second.roles or first.stories & second.stories):
        reason = begins(first.tokens, second.tokens)
    conflicting = bool(first.sides and second.sides) and not first.sides & second.sides
    if reason and conflicting and not (first.roles & second.roles or first.stories & second.stories):
        return None
    return reason


def _blocks(spelling: Spelling) -> set[str]:
    tokens = spelling.tokens
    if spelling.family == "person":
        return {consonants(tokens[-1]), consonants("".join(tokens)), f"first {consonants(tokens[0])}"}
    letters = "".join(initial(t) for t in tokens if t not in ("of", "the", "and", "for"))
    whole = consonants("".join(tokens))
    return {f"letters {letters}", f"letters {tokens[0]}", whole} | {consonants(t) for t in tokens if len(t) > 3}


def _called_both(spellings: Sequence[Spelling]) -> list[tuple[str, str, str]]:
    """Bodies whose short name in capitals stands beside the long one in an article."""
    short = {s.tokens[0]: s for s in spellings if s.family == "body" and len(s.tokens) == 1}
    made = []
    for spelling in spellings:
        if spelling.family != "body" or len(spelling.tokens) == 1:
            continue
        names = {n for t in spelling.told if family_of(t.actor) == "body" for n in t.actor.names}
        for name in sorted(names):
            tokens = folded(name)
            other = short.get(tokens[0]) if len(tokens) == 1 and len(name) <= 8 else None
            if other is not None and abbreviates(tokens[0], spelling.tokens):
                low, high = sorted((spelling.key, other.key))
                made.append((low, high, "stands for it in an article"))
    return made
