"""The head: linear weights of signs, for whether a verb undertakes something."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

SIGN, STATE = "sign", "state"
"""What the lines of the signs' and of the states' weights begin with."""

ALWAYS = "always="
"""The sign that every verb has: the constant."""

WIDTH = 384
"""Numbers of a state of the attribution tagger's encoder."""

PLACES = ("verb", "head", "subject", "clause")
"""Whose state counts: the verb's, that of the word above it, its subject's, and the mean of its clause."""


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of signs, and of the encoder's states.

    `directions` has a column for each of PLACES: the product of a token's state with it is what the token says in that place.
    """

    weights: Mapping[str, float]
    directions: npt.NDArray[np.float32] = field(repr=False)

    def leaning(self, signs: Collection[str], seen: float) -> float:
        """How far a verb leans to undertaking something, as log odds, by its signs and by what the states say (logistic regression)."""
        weights = self.weights
        return weights.get(ALWAYS, 0.0) + math.fsum(weights[sign] for sign in signs if sign in weights) + seen


def likelihood(odds: float) -> float:
    """The likelihood, from 0 to 1, of log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def head_of(text: str) -> Head:
    """The head written as lines of "sign" or "state", which, and weight, parted by tabs; which state is told as "PLACE NUMBER"."""
    weights: dict[str, float] = {}
    directions = np.zeros((WIDTH, len(PLACES)), dtype=np.float32)
    for line in text.splitlines():
        what, name, weight = line.split("\t")
        if what == SIGN:
            weights[name] = float(weight)
        else:
            place, _, number = name.partition(" ")
            directions[int(number), PLACES.index(place)] = float(weight)
    return Head(weights, directions)


@cache
def shipped() -> Head:
    """The package's head."""
    return head_of((files("dateline.reading.commitments.learned") / "weights" / "head.tsv").read_text("utf-8"))
