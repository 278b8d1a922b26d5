"""The tagger: reads an article's windows, finds the cues, and reads again for each cue what belongs to it.

Conditioning on the cue is the gain of CofeNet (Wang et al., "CofeNet: Context and Former-Label Enhanced Net for Complicated
Quotation Extraction", COLING 2022); here the words' relation to the cue in the parse is given to it too.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.learned import signs
from dateline.reading.attributions.learned.decode import likeliest, likelihoods, stretches
from dateline.reading.attributions.learned.pieces import Vocabulary, vocabulary_of, words_of
from dateline.reading.attributions.learned.relation import relations
from dateline.reading.attributions.learned.windows import spread, stretch, windows
from dateline.reading.parse import Parsed

Numbers = npt.NDArray[np.int64]
States = npt.NDArray[np.float32]

_TOGETHER = 32
"""Cues that are read again at once; more would cost memory and win no time."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What training made: two graphs, the pieces and the relations that they know."""

    read: onnxruntime.InferenceSession
    again: onnxruntime.InferenceSession
    vocabulary: Vocabulary
    relations: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sight:
    """An article as the encoder sees it: its words, their tokens, pieces, signs and lines."""

    parsed: Parsed
    words: tuple[Span, ...]
    tokens: Numbers
    pieces: tuple[tuple[int, ...], ...]
    signs: Numbers
    lines: tuple[range, ...]

    @property
    def sizes(self) -> list[int]:
        """The number of pieces of each word."""
        return [len(cut) for cut in self.pieces]


@cache
def weights() -> Weights:
    """The package's weights. Each graph runs on one thread, so that a text gives the same answer on every machine."""
    folder = files("dateline.reading.attributions.learned") / "weights"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    read, again = (
        onnxruntime.InferenceSession((folder / name).read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in ("read.onnx", "again.onnx")
    )
    known = (folder / "relations.txt").read_text("utf-8").split()
    vocabulary = vocabulary_of((folder / "pieces.txt").read_text("utf-8"))
    return Weights(read, again, vocabulary, {name: i for i, name in enumerate(known, start=1)})


def see(parsed: Parsed, ruled: Sequence[Detected], vocabulary: Vocabulary) -> Sight:
    """The article as numbers. `ruled` are the rules' attributions, which are signs among others."""
    words = tuple(words_of(parsed.text))
    tokens = signs.tokens_of_words(parsed, words)
    pieces = tuple(tuple(vocabulary.cut(parsed.text[w.start : w.end])) for w in words)
    sight = signs.signs_of(parsed, words, tokens, ruled)
    return Sight(parsed, words, tokens, pieces, sight, tuple(signs.lines_of(parsed.text, words)))


def tag(parsed: Parsed, ruled: Sequence[Detected]) -> list[Detected]:
    """The attributions that the weights find, in the order of their cues; every one has a cue and a content."""
    known = weights()
    sight = see(parsed, ruled, known.vocabulary)
    found: list[Detected] = []
    for window in windows(sight.sizes, sight.lines):
        states, roles = _read(known, sight, window)
        cues = [range(window.start + c.start, window.start + c.stop) for c in stretches(likeliest(roles))["cue"]]
        for k in range(0, len(cues), _TOGETHER):
            found += _again(known, sight, window, states, cues[k : k + _TOGETHER], ruled)
    return found


def _read(known: Weights, sight: Sight, window: range) -> tuple[States, States]:
    """The states of the window's pieces, and the scores of the roles for its words."""
    inner = [piece for i in window for piece in sight.pieces[i]]
    sizes = [len(sight.pieces[i]) for i in window]
    pieces = np.array([[known.vocabulary.first, *inner, known.vocabulary.last]], dtype=np.int64)
    signed = np.zeros((1, len(inner) + 2, sight.signs.shape[1]), dtype=np.int64)
    signed[0, 1:-1] = spread(sight.signs[window.start : window.stop], sizes)
    states, roles = known.read.run(None, {"pieces": pieces, "signs": signed})
    opens = np.cumsum([0, *sizes[:-1]])
    return states[0, 1:-1], likelihoods(roles[0, 1:-1][opens])


def _again(
    known: Weights, sight: Sight, window: range, states: States, cues: Sequence[range], ruled: Sequence[Detected]
) -> Iterator[Detected]:
    """What belongs to each of the cues."""
    lines = [_line_of(sight, cue) for cue in cues]
    parts = [stretch(cue, line, window) for cue, line in zip(cues, lines, strict=True)]
    at = np.cumsum([0, *(len(sight.pieces[i]) for i in window)])
    ends = [(int(at[part.start - window.start]), int(at[part.stop - window.start])) for part in parts]
    wide = max(stop - start for start, stop in ends)
    given = {name: np.zeros((len(cues), wide), dtype=np.int64) for name in ("relation", "rule", "marked")}
    real = np.zeros((len(cues), wide), dtype=bool)
    shown = np.zeros((len(cues), wide, states.shape[1]), dtype=np.float32)
    for k, (cue, part, (start, stop)) in enumerate(zip(cues, parts, ends, strict=True)):
        sizes = [len(sight.pieces[i]) for i in part]
        here = sight.words[part.start : part.stop]
        relation = [known.relations.get(name, 0) for name in related(sight, cue, part)]
        marked = [int(i in cue) for i in part]
        rule = signs.roles_of(here, signs.ruled_beside(sight.words, cue, ruled))
        for name, row in (("relation", relation), ("rule", rule), ("marked", marked)):
            given[name][k, : stop - start] = spread(np.asarray(row, dtype=np.int64), sizes)
        real[k, : stop - start] = True
        shown[k, : stop - start] = states[start:stop]
    [scores] = known.again.run(None, {"states": shown, "real": real, **given})
    for k, part in enumerate(parts):
        opens = np.cumsum([0, *(len(sight.pieces[i]) for i in part[:-1])])
        named = stretches(likeliest(likelihoods(scores[k][opens])))
        if named["cue"] and named["content"]:
            yield Detected(
                source=_spans(sight, part, named["source"]),
                cue=_spans(sight, part, named["cue"]),
                content=_spans(sight, part, named["content"]),
            )


def related(sight: Sight, cue: range, part: range) -> list[str]:
    """The relation of each word of the part to the cue."""
    tokens = sight.tokens
    of_cue = range(int(tokens[cue.start]), int(tokens[cue.stop - 1]) + 1)
    within = range(int(tokens[part.start]), int(tokens[part.stop - 1]) + 1)
    found = relations(sight.parsed.doc, of_cue, within)
    return [found[int(tokens[i]) - within.start] for i in part]


def _line_of(sight: Sight, cue: range) -> range:
    return sight.lines[bisect_right(sight.lines, cue.start, key=lambda line: line.start) - 1]


def _spans(sight: Sight, part: range, named: list[range]) -> tuple[Span, ...]:
    """The stretches of the text, those with only white space between them made one."""
    found: list[Span] = []
    for one in named:
        first, last = sight.words[part.start + one.start], sight.words[part.start + one.stop - 1]
        if found and not sight.parsed.text[found[-1].end : first.start].strip():
            found[-1] = Span(found[-1].start, last.end)
        else:
            found.append(Span(first.start, last.end))
    return tuple(found)
