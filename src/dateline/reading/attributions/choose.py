"""One attribution for one statement: what is reported inside another's content is part of that content."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Span
from dateline.reading.attributions.detected import Detected

_HARDLY_MORE = 0.5
_LOOSE_END = re.compile(r"(?:[\s,;:]|\b(?:and|but|as|while))\Z")


def choose(text: str, found: Iterable[Detected], relayed: Iterable[Detected]) -> list[Detected]:
    """Those of both whose cue does not lie in the content of a longer one, in the order of the text.

    `relayed` may wrap a report of its own ("..., the ministry said, according to the agency"): of the two, the one
    nearer to the statement stays, and the wrapping one goes where it adds hardly more.
    """
    plain = sorted((d for d in found if d.cue), key=lambda d: d.cue[0].start)
    starts = [d.cue[0].start for d in plain]
    kept_relays = [one for one in relayed if not any(_wraps(one, inner) for inner in _within(one, plain, starts))]
    covered, told = bytearray(len(text)), bytearray(len(text))
    taken: set[tuple[Span, ...]] = set()
    kept: list[Detected] = []
    for one in sorted([*plain, *kept_relays], key=lambda d: (-_size(d), d.place)):
        if one.cue in taken or any(covered.find(1, s.start, s.end) >= 0 for s in one.cue):
            continue
        if all(covered.find(0, s.start, s.end) < 0 for s in one.content):
            continue
        own = [s for s in one.content if covered.find(0, s.start, s.end) >= 0]  # the rest is the longer one's
        content = tuple(left for s in own if (left := _before(text, told, s)) is not None)
        if not content:
            continue
        taken.add(one.cue)
        kept.append(replace(one, content=content))
        for span in (*one.source, *one.cue):
            told[span.start : span.end] = b"\x01" * (span.end - span.start)
        for span in one.content:
            covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    return sorted(kept, key=lambda d: d.place)


def _before(text: str, told: bytearray, span: Span) -> Span | None:
    """The content before the words that tell a longer statement, where it reaches into them; None where they begin it.

    Of "Varga said the port is shut, the office said" the office's words are no "Varga said the".
    """
    at = told.find(1, span.start, span.end)
    if at < 0:
        return span
    end = at
    while (loose := _LOOSE_END.search(text, span.start, end)) is not None:
        end = loose.start()
    return Span(span.start, end) if end > span.start else None


def _within(outer: Detected, plain: list[Detected], starts: list[int]) -> list[Detected]:
    """Those whose cue starts in the outer one's content."""
    return [d for c in outer.content for d in plain[bisect_left(starts, c.start) : bisect_left(starts, c.end)]]


def _size(one: Detected) -> int:
    return sum(c.end - c.start for c in one.content)


def _wraps(outer: Detected, inner: Detected) -> bool:
    first, last = inner.order
    return bool(inner.source) and last - first >= _HARDLY_MORE * _size(outer)
