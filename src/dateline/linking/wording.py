"""The wording of a clause as a vector: what two short statements have to share to say the same."""

from collections import Counter

from dateline.linking.vectors import Vector, unit
from dateline.linking.words import listed, weight, words

_PLAIN = 0.7
"""Words that tell nothing about a whole article still tell a little within one clause."""

_EMPTY = listed("empty")


def clause_vector(text: str) -> Vector:
    """A unit vector of the clause's words but the empty ones."""
    counts = Counter(word for word in words(text) if word not in _EMPTY and len(word) > 1)
    return unit({word: max(weight(word), _PLAIN) for word, _ in sorted(counts.items())})
