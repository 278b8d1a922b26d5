"""Which articles are worth comparing: those that share some of their most telling words. Near linear in the articles."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from dateline.linking.vectors import Vector, product

TELLING_WORDS = 24
"""How many of an article's words are looked up."""
COMMON = 12
"""Where more articles than this share a word, each is compared with as many before it in the order given."""
CLOSEST = 8
"""How many neighbours an article keeps, the most alike; it may be one of more that others keep."""
FEW = 60
"""With up to so many others an article is compared for a single word in common, with more only for two."""
FLOOR = 0.08
"""What is less alike is no neighbour."""


def neighbours(vectors: Sequence[Vector]) -> list[tuple[int, int, float]]:
    """Pairs of positions, the smaller first, ascending, and how alike they are. Give the vectors in the order of publication."""
    having: dict[str, list[int]] = defaultdict(list)
    kept: set[tuple[int, int, float]] = set()
    near: list[list[tuple[float, int]]] = [[] for _ in vectors]
    for k, vector in enumerate(vectors):
        shared: dict[int, int] = {}  # a Counter takes twice as long for so few at a time
        for _, word in sorted([(-x, word) for word, x in vector.items()])[:TELLING_WORDS]:
            for other in having[word][-COMMON:]:
                shared[other] = shared.get(other, 0) + 1
            having[word].append(k)
        for other, count in shared.items():
            if (count > 1 or len(shared) <= FEW) and (alike := product(vectors[other], vector)) >= FLOOR:
                near[k].append((-alike, other))
                near[other].append((-alike, k))
    for k, others in enumerate(near):
        kept.update((min(k, other), max(k, other), -unlike) for unlike, other in nsmallest(CLOSEST, others))
    return sorted(kept)
