"""Which of many are compared at all: those that share a block and stand near each other in it."""

from collections.abc import Hashable, Iterable, Sequence


def near_pairs(keys: Iterable[Iterable[Hashable]], window: int) -> set[tuple[int, int]]:
    """Pairs of positions, the smaller first, that have a key in common; of one key each with so many before it.

    `keys` are those of each position, in the order in which what stands near is worth comparing.
    """
    blocks: dict[Hashable, list[int]] = {}
    for place, ones in enumerate(keys):
        for key in ones:
            blocks.setdefault(key, []).append(place)
    return {pair for block in blocks.values() for pair in _near(block, window)}


def _near(block: Sequence[int], window: int) -> Iterable[tuple[int, int]]:
    return ((earlier, later) for k, later in enumerate(block) for earlier in block[max(0, k - window) : k])
