"""Joins what is alike on average (average linkage over unit vectors), the most alike first; time apart counts softly."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from dateline.linking.neighbours import neighbours
from dateline.linking.vectors import Vector, product
from dateline.linking.words import is_common

JOIN = 0.13
"""Articles are joined whose vectors' average product is at least this and `DOUBT`; the gold stories are flat around these."""
DOUBT = 0.06
"""How much more one pair needs than many pairs do together, on average."""
PROCESS = 0.06
"""How alike articles must be in their words but names (less between threads): below, the same people do other things."""
FADE = 0.1
"""What part of its likeness a pair may lose by lying far apart in time."""
FADE_DAYS = 180.0
"""After how many days most of that is lost."""
WORDS_KEPT = 300
"""A thread goes by so many words, the weightiest, however long it grows."""


@dataclass(slots=True)
class _Thread:
    members: list[int]
    total: Vector
    process: Vector
    """Those of the words that tell what goes on; made anew with `total`."""
    first: float | None
    last: float | None
    apart: set[int] = field(default_factory=set)
    near: set[int] = field(default_factory=set)


def threads(
    vectors: Sequence[Vector],
    days: Sequence[float | None],
    together: Iterable[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Positions joined to threads, each ascending. `days` are ordinals in the order of publication.

    `together` are joined in any case, `apart` never (a decision to join wins over one to part).
    """
    made = {
        k: _Thread([k], dict(v), _process(v), day, day) for k, (v, day) in enumerate(zip(vectors, days, strict=True))
    }
    for first, second in apart:
        made[first].apart.add(second)
        made[second].apart.add(first)
    for first, second in neighbours(vectors):
        made[first].near.add(second)
        made[second].near.add(first)
    _decided(made, together)
    heap = [entry for a in sorted(made) for b in sorted(made[a].near) if a < b for entry in _entry(made, a, b)]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        still = a in made and b in made and (len(made[a].members), len(made[b].members)) == (size_a, size_b)
        if not still or made[a].apart.intersection(made[b].members):
            continue
        _join(made, a, b)
        for other in sorted(made[a].near):
            for entry in _entry(made, *sorted((a, other))):
                heappush(heap, entry)
    return [sorted(thread.members) for _, thread in sorted(made.items())]


def _decided(made: dict[int, _Thread], together: Iterable[tuple[int, int]]) -> None:
    root = {k: k for k in made}
    for first, second in sorted(together):
        a, b = sorted((root[first], root[second]))
        if a != b:
            _join(made, a, b)
            root |= dict.fromkeys(made[a].members, a)


def _entry(made: dict[int, _Thread], a: int, b: int) -> list[tuple[float, int, int, int, int]]:
    """The pair for the heap, where it is alike enough to be joined. The sizes tell whether it still stands when its turn comes."""
    first, second = made[a], made[b]
    alike = product(first.total, second.total) / (len(first.members) * len(second.members)) * _near(first, second)
    needed = JOIN + DOUBT / math.sqrt(len(first.members) * len(second.members))
    if alike < needed or not _one_process(first, second):
        return []
    return [(-alike, a, b, len(first.members), len(second.members))]


def _one_process(first: _Thread, second: _Thread) -> bool:
    """Whether two articles share what goes on, and not just who and where: a country and its minister are no process."""
    pairs = len(first.members) * len(second.members)
    return product(first.process, second.process) / pairs >= PROCESS / math.sqrt(pairs)


def _process(words: Vector) -> Vector:
    return {word: x for word, x in words.items() if is_common(word)}


def _near(first: _Thread, second: _Thread) -> float:
    """What is left of a likeness over the days between the two; the days are in order, undated ones are near to all."""
    if first.first is None or first.last is None or second.first is None or second.last is None:
        return 1.0
    gap = max(0.0, second.first - first.last, first.first - second.last)
    return 1 - FADE * (1 - math.exp(-gap / FADE_DAYS))


def _join(made: dict[int, _Thread], a: int, b: int) -> None:
    kept, gone = made[a], made.pop(b)
    kept.members += gone.members
    for word, x in gone.total.items():
        kept.total[word] = kept.total.get(word, 0.0) + x
    if len(kept.total) > 2 * WORDS_KEPT:
        kept.total = dict(sorted(kept.total.items(), key=lambda item: (-item[1], item[0]))[:WORDS_KEPT])
    kept.process = _process(kept.total)
    kept.first = min((d for d in (kept.first, gone.first) if d is not None), default=None)
    kept.last = max((d for d in (kept.last, gone.last) if d is not None), default=None)
    kept.apart |= gone.apart
    for other in gone.near:
        if other != a:
            made[other].near.discard(b)
            made[other].near.add(a)
            kept.near.add(other)
    kept.near.discard(b)
