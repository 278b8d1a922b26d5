"""The tagger: reads an article's windows, finds the cues, and reads again for each cue what belongs to it.

Conditioning on the cue is the gain of CofeNet (Wang et al., "CofeNet: Context and Former-Label Enhanced Net for Complicated
Quotation Extraction", COLING 2022); here the words' relation to the cue in the parse is given to it too.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
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
from dateline.reading.graph import graph
from dateline.reading.parse import Parsed

Numbers = npt.NDArray[np.int64]
States = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """A window as the encoder sees it.

    For each word `tokens` has the token and `opens` the piece that it starts in. For each piece, of which the first and the last open and
    close the window, there are its signs and 384 numbers twice: `embedded` below all layers, `states` above those that all roles share.
    """

    tokens: Numbers
    opens: Numbers
    signs: Numbers
    embedded: States
    states: States


Onlooker = Callable[[Seen], None]
"""Is shown each window as the encoder sees it."""

_TOGETHER = 8
"""Cues that are read again at once: of like length, since the shorter ones are filled up to the longest."""


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


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue of the first reading, the words among which its source and content are looked for, and their pieces' states."""

    words: range
    part: range
    states: States


@cache
def weights() -> Weights:
    """The package's weights."""
    folder = files("dateline.reading.attributions.learned") / "weights"
    read, again = (graph((folder / name).read_bytes()) for name in ("read.onnx", "again.onnx"))
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


def tag(parsed: Parsed, ruled: Sequence[Detected], onlooker: Onlooker | None = None) -> list[Detected]:
    """The attributions that the weights find, in the order of their cues; every one has a cue and a content."""
    known = weights()
    sight = see(parsed, ruled, known.vocabulary)
    cues = [cue for window in windows(sight.sizes, sight.lines) for cue in _cues(known, sight, window, onlooker)]
    order = sorted(range(len(cues)), key=lambda k: len(cues[k].states))
    found: dict[int, Detected | None] = {}
    for k in range(0, len(order), _TOGETHER):
        some = order[k : k + _TOGETHER]
        found.update(zip(some, _again(known, sight, [cues[i] for i in some], ruled), strict=True))
    return [one for _, one in sorted(found.items()) if one]


def _cues(known: Weights, sight: Sight, window: range, onlooker: Onlooker | None) -> Iterator[_Cue]:
    """The cues that the first reading finds in the window, which the onlooker is shown."""
    inner = [piece for i in window for piece in sight.pieces[i]]
    sizes = [len(sight.pieces[i]) for i in window]
    pieces = np.array([[known.vocabulary.first, *inner, known.vocabulary.last]], dtype=np.int64)
    signed = np.zeros((1, len(inner) + 2, sight.signs.shape[1]), dtype=np.int64)
    signed[0, 1:-1] = spread(sight.signs[window.start : window.stop], sizes)
    states, embedded, scores = known.read.run(["states", "embedded", "roles"], {"pieces": pieces, "signs": signed})
    opens = np.cumsum([0, *sizes])
    if onlooker is not None:
        tokens = sight.tokens[window.start : window.stop]
        onlooker(Seen(tokens, 1 + opens[:-1], signed[0], embedded[0], states[0]))
    roles = likeliest(likelihoods(scores[0, 1:-1][opens[:-1]]))
    for run in stretches(roles)["cue"]:
        words = range(window.start + run.start, window.start + run.stop)
        part = stretch(words, _line_of(sight, words), window)
        yield _Cue(words, part, states[0, 1 + opens[part.start - window.start] : 1 + opens[part.stop - window.start]])


def _again(known: Weights, sight: Sight, cues: Sequence[_Cue], ruled: Sequence[Detected]) -> Iterator[Detected | None]:
    """What belongs to each of the cues; nothing where the second reading takes it for none."""
    shape = (len(cues), max(len(cue.states) for cue in cues))
    given = {name: np.zeros(shape, dtype=np.int64) for name in ("relation", "rule", "marked")}
    real = np.zeros(shape, dtype=bool)
    shown = np.zeros((*shape, cues[0].states.shape[1]), dtype=np.float32)
    sizes = [[len(sight.pieces[i]) for i in cue.part] for cue in cues]
    for k, cue in enumerate(cues):
        length = len(cue.states)
        relation = [known.relations.get(name, 0) for name in related(sight, cue.words, cue.part)]
        near = signs.ruled_beside(sight.words, cue.words, ruled)
        rule = signs.roles_of(sight.words[cue.part.start : cue.part.stop], near)
        marked = [int(i in cue.words) for i in cue.part]
        for name, row in (("relation", relation), ("rule", rule), ("marked", marked)):
            given[name][k, :length] = spread(np.asarray(row, dtype=np.int64), sizes[k])
        real[k, :length] = True
        shown[k, :length] = cue.states
    [scores] = known.again.run(None, {"states": shown, "real": real, **given})
    for k, cue in enumerate(cues):
        opens = np.cumsum([0, *sizes[k][:-1]])
        named = stretches(likeliest(likelihoods(scores[k][opens])))
        source, said, content = (_spans(sight, cue.part, named[role]) for role in ("source", "cue", "content"))
        yield Detected(source=source, cue=said, content=content) if said and content else None


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
