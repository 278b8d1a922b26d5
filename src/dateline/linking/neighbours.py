"""Which articles are worth comparing: those that share one of their most telling words. Near linear in the articles."""

from collections import defaultdict
from collections.abc import Sequence

from dateline.linking.vectors import Vector

TELLING_WORDS = 24
"""How many of an article's words are looked up."""
COMMON = 48
"""Where more articles than this share a word, each is compared with as many neighbours in the order given."""


def neighbours(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs of positions, the smaller first, ascending. Give the vectors in the order of publication."""
    having: dict[str, list[int]] = defaultdict(list)
    for k, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda w: (-vector[w], w))[:TELLING_WORDS]:
            having[word].append(k)
    pairs: set[tuple[int, int]] = set()
    for positions in having.values():
        for at, first in enumerate(positions):
            pairs.update((first, second) for second in positions[at + 1 : at + 1 + COMMON])
    return sorted(pairs)
