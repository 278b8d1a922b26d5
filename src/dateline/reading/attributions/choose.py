"""One attribution for one statement: what is reported inside another's content is part of that content."""

from collections.abc import Iterable

from dateline.model import Span
from dateline.reading.attributions.detected import Detected

_HARDLY_MORE = 0.5


def choose(text: str, found: Iterable[Detected], relayed: Iterable[Detected]) -> list[Detected]:
    """Those of both whose cue does not lie in the content of a longer one, in the order of the text.

    `relayed` may wrap a report of its own ("..., the ministry said, according to the agency"): of the two, the one
    nearer to the statement stays, and the wrapping one goes where it adds hardly more.
    """
    plain = sorted(found, key=lambda d: d.order)
    kept_relays = [one for one in relayed if not any(_wraps(one, inner) for inner in plain)]
    covered = bytearray(len(text))
    taken: set[tuple[Span, ...]] = set()
    kept: list[Detected] = []
    for one in sorted([*plain, *kept_relays], key=lambda d: (-_size(d), d.order, d.cue)):
        if one.cue in taken or any(any(covered[s.start : s.end]) for s in one.cue):
            continue
        if all(all(covered[s.start : s.end]) for s in one.content):
            continue
        taken.add(one.cue)
        kept.append(one)
        for span in one.content:
            covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    return sorted(kept, key=lambda d: (d.order, d.cue))


def _size(one: Detected) -> int:
    return sum(c.end - c.start for c in one.content)


def _wraps(outer: Detected, inner: Detected) -> bool:
    within = any(c.contains(cue) for c in outer.content for cue in inner.cue)
    return within and bool(inner.source) and _size(inner) >= _HARDLY_MORE * _size(outer)
