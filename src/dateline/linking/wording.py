"""The wording of a clause as a vector: what two short statements have to share to say the same."""

from dateline.linking.vectors import Vector, product, unit
from dateline.linking.words import is_common, listed, weight, words

_PLAIN = 0.7
"""Words that tell nothing about a whole article still tell a little within one clause."""

_NAME = 0.5
"""Names count for less than what is said of them: who is meant is compared by itself."""

_ALL_BUT = 0.9

_EMPTY = listed("empty")


def clauses_alike(first: Vector, second: Vector) -> float:
    """From 0 to 1: how alike two clauses are in words; 0 where they share one word only, unless they say little else."""
    alike = product(first, second)
    return alike if alike >= _ALL_BUT or sum(word in second for word in first) > 1 else 0.0


def clause_vector(text: str) -> Vector:
    """A unit vector of the clause's words but the empty ones."""
    said = {word for word in words(text) if word not in _EMPTY and len(word) > 1}
    return unit({word: max(weight(word), _PLAIN) * (1 if is_common(word) else _NAME) for word in sorted(said)})
