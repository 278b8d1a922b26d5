"""The head: linear weights of signs, for whether a verb undertakes something, for the kind and for the status."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

import numpy as np
import numpy.typing as npt

from dateline.model import CommitmentKind, CommitmentStatus

UNDERTAKES = "undertakes"
"""The question whether it is an undertaking at all; the others are the kinds and the statuses by their names."""

STATE = "state"
"""What the lines of the states' weights begin with."""

ALWAYS = "always="
"""The sign that every verb has: a question's constant."""


WIDTH = 384
"""Numbers of a state of the attribution tagger's encoder."""

PLACES = ("verb", "head", "subject", "clause")
"""Whose state counts: the verb's, that of the word above it, its subject's, and the mean of its clause."""


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of signs by question (`undertakes`, `kind NAME` and `status NAME`), and of the encoder's states for the first.

    `directions` has a column for each of PLACES: the product of a token's state with it is what the token says in that place.
    """

    weights: Mapping[str, Mapping[str, float]]
    directions: npt.NDArray[np.float32] = field(repr=False)

    def likelihood(self, signs: Collection[str], seen: float) -> float:
        """How likely a verb undertakes something, from 0 to 1, by its signs and by what the states say (logistic regression)."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.leaning(signs, seen)))))

    def leaning(self, signs: Collection[str], seen: float) -> float:
        """The same as log odds, before they are made a likelihood."""
        return self._sum(UNDERTAKES, signs) + seen

    def kind(self, signs: Collection[str]) -> CommitmentKind:
        """The likeliest kind of an undertaking with these signs."""
        return cast("CommitmentKind", self._likeliest("kind", signs))

    def status(self, signs: Collection[str]) -> CommitmentStatus:
        """The likeliest status of an undertaking with these signs."""
        return cast("CommitmentStatus", self._likeliest("status", signs))

    def _likeliest(self, of: str, signs: Collection[str]) -> str:
        names = sorted(q for q in self.weights if q.startswith(f"{of} "))
        return max(names, key=lambda q: self._sum(q, signs)).removeprefix(f"{of} ")

    def _sum(self, question: str, signs: Collection[str]) -> float:
        weights = self.weights[question]
        return weights.get(ALWAYS, 0.0) + math.fsum(weights[sign] for sign in signs if sign in weights)


def head_of(text: str) -> Head:
    """The head written as lines of question, sign and weight, parted by tabs; the states' weights as "PLACE NUMBER"."""
    weights: dict[str, dict[str, float]] = {}
    directions = np.zeros((WIDTH, len(PLACES)), dtype=np.float32)
    for line in text.splitlines():
        question, sign, weight = line.split("\t")
        place, _, number = sign.partition(" ")
        if question == STATE:
            directions[int(number), PLACES.index(place)] = float(weight)
        else:
            weights.setdefault(question, {})[sign] = float(weight)
    return Head(weights, directions)


@cache
def shipped() -> Head:
    """The package's head."""
    return head_of((files("dateline.reading.commitments.learned") / "weights" / "head.tsv").read_text("utf-8"))
