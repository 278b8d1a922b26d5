"""Windows: an article's lines packed into stretches that the encoder reads at once, and a cue's stretch within one.

Lines stay whole where they can, because what is said hardly ever runs over a line's end (8 of 1,000 attributions of PolNeAR).
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

WINDOW = 192
"""Pieces of a window, the opening and the closing one included."""

REACH = 72
"""Words on either side of a cue among which its source and content are looked for; 98 of 100 lie nearer."""


def windows(sizes: Sequence[int], lines: Sequence[range], first: int = WINDOW) -> list[range]:
    """Runs of words, in order, of at most WINDOW pieces; the first of at most `first`.

    `sizes` holds the number of pieces of each word. A line longer than a window is cut between words.
    """
    found: list[range] = []
    start = stop = 0
    room = first - 2
    for line in lines:
        for part in _cut(sizes, line):
            size = sum(sizes[i] for i in part)
            if size > room and stop > start:
                found.append(range(start, stop))
                start, room = part.start, WINDOW - 2
            stop, room = part.stop, room - size
    return [*found, range(start, stop)] if stop > start else found


def stretch(cue: range, line: range, window: range) -> range:
    """The words among which the cue's source and content are looked for."""
    start = max(cue.start - REACH, line.start, window.start)
    return range(start, min(cue.stop + REACH, line.stop, window.stop))


def spread(values: Numbers, sizes: Sequence[int]) -> Numbers:
    """A value (or row) for each word, given to each of its pieces."""
    return np.repeat(values, sizes, axis=0)


def _cut(sizes: Sequence[int], line: range) -> list[range]:
    found, first, size = [], line.start, 0
    for i in line:
        if size + sizes[i] > WINDOW - 2:
            found.append(range(first, i))
            first, size = i, 0
        size += sizes[i]
    return [*found, range(first, line.stop)]
