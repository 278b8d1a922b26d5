"""How the tagger's encoder sees each token: the head's directions of its states, and what layers of our own answer."""

import numpy as np
import numpy.typing as npt

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.attributions import Seen
from dateline.reading.commitments.learned.head import shipped
from dateline.reading.commitments.learned.layers import ANSWERS, KINDS, STATUSES, judge

Floats = npt.NDArray[np.float32]


class View:
    """Two tables with one row a token: nothing but zeros where the encoder has not read.

    `rows` has one column a direction of the package's head, `judged` what the layers answer (ANSWERS): so the encoder's own numbers, 384 a
    piece, need not be kept. Training gives other `directions` (the encoder's width, by their number), and the layers are not asked.
    """

    def __init__(self, tokens: int, directions: Floats | None = None) -> None:
        self._asks = directions is None
        self._directions = shipped().directions if directions is None else directions
        self.rows: Floats = np.zeros((tokens, self._directions.shape[1]), dtype=np.float32)
        self.judged: Floats = np.zeros((tokens, len(ANSWERS)), dtype=np.float32)

    def show(self, seen: Seen) -> None:
        """Takes in a window. What is seen of a word, the mean of its pieces, is so of all its tokens; the layers' answer stands at its first piece."""
        if not len(seen.tokens):
            return
        stops = np.append(seen.opens[1:], len(seen.states) - 1)
        sums = np.add.reduceat(seen.states[:-1], seen.opens, axis=0)
        means = (sums / (stops - seen.opens)[:, None]).astype(np.float32)
        ends = np.append(seen.tokens[1:], seen.tokens[-1] + 1)
        spans = [slice(start, max(end, start + 1)) for start, end in zip(seen.tokens, ends, strict=True)]
        for span, row in zip(spans, means @ self._directions, strict=True):
            self.rows[span] = row
        if self._asks:
            for span, answers in zip(spans, judge(seen.embedded, seen.signs)[seen.opens], strict=True):
                self.judged[span] = answers

    def kind(self, token: int) -> CommitmentKind:
        """The likeliest kind of what the token undertakes."""
        return KINDS[int(self.judged[token, 1 : 1 + len(KINDS)].argmax())]

    def status(self, token: int) -> CommitmentStatus:
        """The likeliest status of what the token undertakes."""
        return STATUSES[int(self.judged[token, 1 + len(KINDS) :].argmax())]
