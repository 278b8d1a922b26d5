"""How the tagger's encoder sees each token: the head's directions of its states, and what layers of our own answer."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.attributions import Seen
from dateline.reading.commitments.learned.head import shipped
from dateline.reading.commitments.learned.layers import ANSWERS, KINDS, RARELY, SEEKING, STATUSES, judge

Floats = npt.NDArray[np.float32]

_PARTS = 8
"""Tokens of a word at most that are asked whom it means: "Norland-Sudland" is five."""


CLEARLY = 1.5
"""Log odds by which the layers have to prefer another kind to the rules'."""


class View:
    """Tables with one row a token: nothing but zeros where the encoder has not read.

    `rows` has one column a direction of the package's head, `judged` what the layers answer (ANSWERS): so the encoder's own numbers, 384 a
    piece, need not be kept. What tokens seek and are found by is kept in half precision. Training gives other `directions` (the encoder's width, by their number), and the layers are not asked.
    """

    def __init__(self, tokens: int, directions: Floats | None = None) -> None:
        self._asks = directions is None
        self._directions = shipped().directions if directions is None else directions
        self.rows: Floats = np.zeros((tokens, self._directions.shape[1]), dtype=np.float32)
        self.judged: Floats = np.zeros((tokens, len(ANSWERS)), dtype=np.float32)
        self._pairing = np.zeros((tokens if self._asks else 0, 2 * SEEKING), dtype=np.float16)
        self._windows: list[npt.NDArray[np.int64]] = []
        self._window = np.full(tokens, -1, dtype=np.int32)

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
                self.judged[span] = answers[: len(ANSWERS)]
                self._pairing[span] = answers[len(ANSWERS) :]
                self._window[span] = len(self._windows)
            self._windows.append(seen.tokens)

    def kind(self, token: int) -> CommitmentKind:
        """The likeliest kind of what the token undertakes."""
        return KINDS[int(self.judged[token, 1 : 1 + len(KINDS)].argmax())]

    def kind_over(self, token: int, kind: CommitmentKind) -> CommitmentKind:
        """The likeliest kind, where it is clearly likelier than the given one, and else that; what is an agreement, the rules say by its words."""
        scores = self.judged[token, 1 : 1 + len(KINDS)]
        other = self.kind(token)
        clearly = scores.max() - scores[KINDS.index(kind)] > CLEARLY
        return other if clearly and "agreement" not in (kind, other) else kind

    def status(self, token: int) -> CommitmentStatus:
        """The likeliest status of what the token undertakes."""
        return STATUSES[int(self.judged[token, 1 + len(KINDS) : -1].argmax())]

    def parties(self, verb: int, told_at: Callable[[int], str | None]) -> dict[str, float]:
        """The log odds of everyone told of around a verb (a token) that it is a party to what the verb undertakes.

        `told_at` gives whom a token means. Only what the layers saw at once is looked at, some 150 words.
        """
        if self._window[verb] < 0:
            return {}
        told: dict[str, list[int]] = {}
        for word, end in pairwise([*self._windows[self._window[verb]].tolist(), len(self._window)]):
            ids = (
                told_at(token)
                for token in range(word, min(end, word + _PARTS))
                if self._window[token] == self._window[verb]
            )
            if (who := next((i for i in ids if i is not None), None)) is not None:
                told.setdefault(who, []).append(word)
        seeks = self._pairing[verb, :SEEKING].astype(np.float32)
        rarely = float(self.judged[verb, ANSWERS.index(RARELY)])
        fits = ((who, self._pairing[words, SEEKING:].astype(np.float32) @ seeks) for who, words in told.items())
        return {who: float(np.logaddexp.reduce(fit)) + rarely for who, fit in fits}
