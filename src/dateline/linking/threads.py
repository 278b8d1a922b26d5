"""Joins what is alike on average (average linkage over unit vectors), the most alike first; time apart counts softly."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from dateline.linking.neighbours import neighbours
from dateline.linking.vectors import Vector, length, product
from dateline.linking.words import is_common

JOIN = 0.13
"""Articles are joined whose vectors' average product is at least this and `DOUBT`; the gold stories are flat around these."""
DOUBT = 0.06
"""How much more one pair needs than many pairs do together, on average."""
PROCESS = 0.06
"""How alike articles must be in their words but names (less between threads): below, the same people do other things."""
SAME_NAMES = 0.0075
"""How alike they must be in their names, on average: two ferries that sink in two lands are told of in the same words."""
FADE = 0.1
"""What part of its likeness a pair may lose by lying far apart in time."""
FADE_DAYS = 180.0
"""After how many days most of that is lost."""
WORDS_KEPT = 300
"""A thread goes by so many words, the weightiest, however long it grows."""
ROUNDED = 1e-9
"""What part of a bound sums in another order may differ by, and much more."""


_Entry = tuple[float, int, int, int, int, bool]
"""Less how alike a pair is, the two, their sizes (they tell whether it still stands when its turn comes), whether it is that alike."""


@dataclass(slots=True)
class _Thread:
    members: list[int]
    names: Vector
    process: Vector
    """The words that tell what goes on, and not who and where; with the names, the sum of the vectors of its members."""
    length: float
    """That of the sum."""
    first: float | None
    last: float | None
    apart: set[int] = field(default_factory=set)
    near: dict[int, float] = field(default_factory=dict)
    """Its neighbours, and what the product of both sums is at most."""


def threads(
    vectors: Sequence[Vector],
    days: Sequence[float | None],
    together: Iterable[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Positions joined to threads, each ascending. `days` are ordinals in the order of publication.

    `together` are joined in any case, `apart` never (a decision to join wins over one to part).
    A pair stands in the heap by how alike it is at most, and only when its turn comes, by how alike it is: most pairs' never does.
    """
    made = {
        k: _Thread([k], *_parted(v.items()), length(v), day, day)
        for k, (v, day) in enumerate(zip(vectors, days, strict=True))
    }
    for first, second in apart:
        made[first].apart.add(second)
        made[second].apart.add(first)
    for first, second, alike in neighbours(vectors):
        made[first].near[second] = made[second].near[first] = alike
    _decided(made, together)
    heap = [entry for a in sorted(made) for b in sorted(made[a].near) if a < b for entry in _at_most(made, a, b)]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b, sure = heappop(heap)
        still = a in made and b in made and (len(made[a].members), len(made[b].members)) == (size_a, size_b)
        if not still or made[a].apart.intersection(made[b].members):
            continue
        if not sure:
            for entry in _entry(made, a, b):
                heappush(heap, entry)
            continue
        _join(made, a, b)
        for other in sorted(made[a].near):
            for entry in _at_most(made, *sorted((a, other))):
                heappush(heap, entry)
    return [sorted(thread.members) for _, thread in sorted(made.items())]


def _decided(made: dict[int, _Thread], together: Iterable[tuple[int, int]]) -> None:
    root = {k: k for k in made}
    for first, second in sorted(together):
        a, b = sorted((root[first], root[second]))
        if a != b:
            _join(made, a, b)
            root |= dict.fromkeys(made[a].members, a)


def _at_most(made: dict[int, _Thread], a: int, b: int) -> list[_Entry]:
    """The pair for the heap by how alike it is at most, where that may be enough."""
    return _ranked(made, a, b, made[a].near[b] * (1 + ROUNDED), sure=False)


def _entry(made: dict[int, _Thread], a: int, b: int) -> list[_Entry]:
    """The pair for the heap by how alike it is, where it is alike enough to be joined.

    Two articles need to share what goes on, and not just who and where: a country and its minister are no process; nor
    is one without a name in common.
    """
    first, second = made[a], made[b]
    pairs = len(first.members) * len(second.members)
    process = product(first.process, second.process)
    if process < PROCESS * math.sqrt(pairs):
        return []
    names = product(first.names, second.names)
    if names < SAME_NAMES * pairs:
        return []
    exact = process + names
    first.near[b] = second.near[a] = exact
    return _ranked(made, a, b, exact, sure=True)


def _ranked(made: dict[int, _Thread], a: int, b: int, together: float, *, sure: bool) -> list[_Entry]:
    first, second = made[a], made[b]
    pairs = len(first.members) * len(second.members)
    alike = together / pairs * _near(first, second)
    if alike < JOIN + DOUBT / math.sqrt(pairs):
        return []
    return [(-alike, a, b, len(first.members), len(second.members), sure)]


def _parted(words: Iterable[tuple[str, float]]) -> tuple[Vector, Vector]:
    """Names, and words that tell what goes on."""
    parts: tuple[Vector, Vector] = {}, {}
    for word, x in words:
        parts[is_common(word)][word] = x
    return parts


def _near(first: _Thread, second: _Thread) -> float:
    """What is left of a likeness over the days between the two; the days are in order, undated ones are near to all."""
    if first.first is None or first.last is None or second.first is None or second.last is None:
        return 1.0
    gap = max(0.0, second.first - first.last, first.first - second.last)
    return 1 - FADE * (1 - math.exp(-gap / FADE_DAYS))


def _join(made: dict[int, _Thread], a: int, b: int) -> None:
    kept, gone = made[a], made.pop(b)
    _share_neighbours(made, a, b, gone)
    kept.members += gone.members
    for ours, theirs in ((kept.names, gone.names), (kept.process, gone.process)):
        for word, x in theirs.items():
            ours[word] = ours.get(word, 0.0) + x
    if len(kept.names) + len(kept.process) > 2 * WORDS_KEPT:
        weightiest = sorted((-x, word) for part in (kept.names, kept.process) for word, x in part.items())
        kept.names, kept.process = _parted((word, -less) for less, word in weightiest[:WORDS_KEPT])
    kept.length = math.hypot(length(kept.names), length(kept.process))
    kept.first = min((d for d in (kept.first, gone.first) if d is not None), default=None)
    kept.last = max((d for d in (kept.last, gone.last) if d is not None), default=None)
    kept.apart |= gone.apart


def _share_neighbours(made: dict[int, _Thread], a: int, b: int, gone: _Thread) -> None:
    """The neighbours of both are neighbours of the joined; a product of sums is the sum of products, and none is more than that of the lengths."""
    kept = made[a]
    for other in kept.near.keys() | gone.near.keys():
        if other in (a, b):
            continue
        its = made[other]
        ours = kept.near.get(other, kept.length * its.length)
        theirs = gone.near.get(other, gone.length * its.length)
        its.near.pop(b, None)
        kept.near[other] = its.near[a] = ours + theirs
    kept.near.pop(b, None)
