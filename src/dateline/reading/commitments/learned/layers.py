"""Six layers of a transformer beside the attribution tagger's: of each word what it undertakes and with whom it is, as far as they can tell.

They begin from what the tagger embeds and from its signs; they were trained on the same articles as the head (figures: the weights' card).
"""

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.graph import graph

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

UNDERTAKES = "undertakes"
"""The log odds that the word, a verb, undertakes something."""

KINDS: tuple[CommitmentKind, ...] = ("agreement", "pledge", "schedule", "threat")
STATUSES: tuple[CommitmentStatus, ...] = (
    "agreed",
    "announced",
    "proposed",
    "denied",
    "fulfilled",
    "ongoing",
    "violated",
    "ended",
    "postponed",
)

RARELY = "rarely"
"""What is added to how well a verb and a mention fit, so that it is the log odds that the one is a party of the other."""

ANSWERS = (UNDERTAKES, *KINDS, *STATUSES, RARELY)
"""The first columns of an answer: log odds, then a score for each kind and each status, each higher for what is likelier."""

SEEKING = 32
"""Numbers with which a verb seeks its parties, and as many by which a mention is found: how well both fit is their product."""


@cache
def _graph() -> onnxruntime.InferenceSession:
    """The package's weights."""
    return graph((files("dateline.reading.commitments.learned") / "weights" / "layers.onnx").read_bytes())


def judge(embedded: Floats, signs: Numbers) -> Floats:
    """For each piece of a window, with the tagger's numbers and signs of it, a row: the ANSWERS, what it seeks and what it is found by."""
    [answers] = _graph().run(["answers"], {"embedded": embedded[None], "signs": signs[None]})
    made: Floats = answers[0]
    return made
