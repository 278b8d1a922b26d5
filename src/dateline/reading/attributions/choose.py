"""One attribution for one statement: those that lie inside another's content go, split quotations come together."""

from collections.abc import Iterable

from dateline.model import Span
from dateline.reading.attributions.detected import Detected


def choose(found: Iterable[Detected]) -> list[Detected]:
    """Those whose cue does not lie in the content of another one, in the order of the text."""
    ordered = sorted(found, key=lambda d: (-_size(d), d.order, d.cue))
    kept: list[Detected] = []
    for one in ordered:
        if not any(_inside(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda d: (d.order, d.cue))


def _size(one: Detected) -> int:
    return sum(c.end - c.start for c in one.content)


def _inside(one: Detected, other: Detected) -> bool:
    marked = one.cue or one.content
    return any(m.overlaps(c) for m in marked for c in other.content) or _same(one.cue, other.cue)


def _same(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return bool(a) and a == b
