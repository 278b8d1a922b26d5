"""Windows of several articles, and the cues that stand in them, as padded arrays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import numpy.typing as npt
from training.attribution.examples import Cue, Example

from dateline.reading.attributions.learned.pieces import Vocabulary
from dateline.reading.attributions.learned.windows import WINDOW, spread, stretch, windows

Numbers = npt.NDArray[np.int64]

UNSEEN = -1
"""The role of a piece that is not learned from: one that does not open a word, or fills the row."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article, with the cues that stand in it."""

    example: Example
    words: range
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Cues of like length: `rows` and `places` say where in the windows each one's pieces stand."""

    rows: Numbers
    places: Numbers
    relations: Numbers
    ruled: Numbers
    marked: Numbers
    real: npt.NDArray[np.bool_]
    roles: Numbers


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as (row, piece) arrays, and their cues in groups."""

    pieces: Numbers
    signs: Numbers
    real: npt.NDArray[np.bool_]
    roles: Numbers
    cues: tuple[Stretches, ...]


def windows_of(example: Example, first: int = WINDOW) -> list[Window]:
    """The article's windows; the first of at most `first` pieces."""
    found = windows(example.sight.sizes, example.sight.lines, first)
    return [Window(example, run, tuple(c for c in example.cues if c.words.start in run)) for run in found]


def shuffled(examples: Sequence[Example], chance: Random, rows: int) -> Iterator[list[Window]]:
    """All windows once, in a random order, packed anew from a random length on, so that no two passes show the same cuts."""
    found = [w for e in examples for w in windows_of(e, chance.randint(WINDOW // 3, WINDOW))]
    chance.shuffle(found)
    for k in range(0, len(found), rows):
        yield found[k : k + rows]


def batch(rows: Sequence[Window], vocabulary: Vocabulary, relations: dict[str, int], *, ruled: bool = True) -> Batch:
    """The windows as arrays. Without `ruled` the signs of the rules are taken away, so that the tagger learns to do without."""
    lengths = [sum(len(w.example.sight.pieces[i]) for i in w.words) + 2 for w in rows]
    shape = (len(rows), max(lengths))
    pieces, roles = np.zeros(shape, np.int64), np.full(shape, UNSEEN, np.int64)
    sight = np.zeros((*shape, rows[0].example.sight.signs.shape[1]), np.int64)
    real = np.arange(shape[1]) < np.array(lengths)[:, None]
    cues: list[tuple[int, int, int, Cue, range]] = []
    for row, window in enumerate(rows):
        seen, words = window.example.sight, window.words
        sizes = [len(seen.pieces[i]) for i in words]
        opens = np.cumsum([1, *sizes])
        pieces[row, 0], pieces[row, opens[-1]] = vocabulary.first, vocabulary.last
        pieces[row, 1 : opens[-1]] = [piece for i in words for piece in seen.pieces[i]]
        sight[row, 1 : opens[-1]] = spread(seen.signs[words.start : words.stop], sizes)
        roles[row, opens[:-1]] = window.example.roles[words.start : words.stop]
        for cue in window.cues:
            part = stretch(cue.words, cue.line, words)
            start, stop = opens[part.start - words.start], opens[part.stop - words.start]
            cues.append((row, int(start), int(stop), cue, part))
    if not ruled:
        sight[..., -1] = 0
    cues.sort(key=lambda one: one[2] - one[1])
    thirds = [cues[k * len(cues) // 3 : (k + 1) * len(cues) // 3] for k in range(3)]
    return Batch(pieces, sight, real, roles, tuple(_stretches(rows, c, relations, ruled=ruled) for c in thirds if c))


def _stretches(
    rows: Sequence[Window], cues: Sequence[tuple[int, int, int, Cue, range]], numbers: dict[str, int], *, ruled: bool
) -> Stretches:
    wide = max(stop - start for _, start, stop, _, _ in cues)
    made = {name: np.zeros((len(cues), wide), np.int64) for name in ("places", "relations", "ruled", "marked")}
    roles, real = np.full((len(cues), wide), UNSEEN, np.int64), np.zeros((len(cues), wide), bool)
    for k, (row, start, stop, cue, part) in enumerate(cues):
        pieces = rows[row].example.sight.pieces
        sizes = [len(pieces[i]) for i in part]
        inner = slice(part.start - cue.line.start, part.stop - cue.line.start)
        known = np.array([numbers.get(name, 0) for name in cue.relations[inner]], np.int64)
        marks = np.array([i in cue.words for i in part], np.int64)
        made["places"][k, : stop - start] = np.arange(start, stop)
        made["relations"][k, : stop - start] = spread(known, sizes)
        made["ruled"][k, : stop - start] = spread(cue.ruled[inner], sizes) if ruled else 0
        made["marked"][k, : stop - start] = spread(marks, sizes)
        real[k, : stop - start] = True
        roles[k, np.cumsum([0, *sizes[:-1]])] = cue.roles[inner]
    at = np.array([[row] for row, *_ in cues], np.int64).repeat(wide, axis=1)
    return Stretches(rows=at, real=real, roles=roles, **made)
