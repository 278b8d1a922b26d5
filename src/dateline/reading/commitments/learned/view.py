"""How the tagger's encoder sees each token, from the head's directions: its 384 numbers a token need not be kept."""

import numpy as np
import numpy.typing as npt

from dateline.reading.commitments.learned.head import shipped

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


class View:
    """One row a token, one column a direction; nothing but zeros where the encoder has not read.

    `directions` are the columns (the encoder's width, by their number), by default those of the package's head.
    """

    def __init__(self, tokens: int, directions: Floats | None = None) -> None:
        self._directions = shipped().directions if directions is None else directions
        self.rows: Floats = np.zeros((tokens, self._directions.shape[1]), dtype=np.float32)

    def show(self, tokens: Numbers, states: Floats) -> None:
        """Takes in a window: for each word the token that it starts in, and its state. A word's state is that of all its tokens."""
        if not len(tokens):
            return
        ends = np.append(tokens[1:], tokens[-1] + 1)
        for start, end, row in zip(tokens, ends, states @ self._directions, strict=True):
            self.rows[start : max(end, start + 1)] = row
