"""Decoding: the likeliest row of roles for a run of words, and the stretches that it names."""

import numpy as np
import numpy.typing as npt

from dateline.reading.attributions.learned.signs import ROLES

Scores = npt.NDArray[np.float32]

_NEVER = -1e4
_STEPS = np.array(
    [[_NEVER if to[0] == "I" and before not in (to, "B" + to[1:]) else 0.0 for to in ROLES] for before in ROLES],
    dtype=np.float32,
)
_START = np.array([_NEVER if role[0] == "I" else 0.0 for role in ROLES], dtype=np.float32)


def likelihoods(scores: Scores) -> Scores:
    """Logarithms of probabilities from scores, row by row."""
    top = scores - scores.max(axis=-1, keepdims=True)
    made: Scores = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return made


def likeliest(scores: Scores) -> list[int]:
    """The likeliest index into ROLES for each word, an inner role only behind its own kind (Viterbi, 1967)."""
    if not len(scores):
        return []
    each = scores.argmax(axis=-1)  # where each word's own likeliest role may follow the one before, no row is likelier
    if _START[each[0]] == 0 and not _STEPS[each[:-1], each[1:]].any():
        return [int(role) for role in each]
    best, back = scores[0] + _START, []
    for row in scores[1:]:
        paths = best[:, None] + _STEPS
        before = paths.argmax(axis=0)
        back.append(before)
        best = paths[before, np.arange(len(ROLES))] + row
    path = [int(best.argmax())]
    for before in reversed(back):
        path.append(int(before[path[-1]]))
    return path[::-1]


def stretches(roles: list[int]) -> dict[str, list[range]]:
    """The runs of words of each role, in order."""
    found: dict[str, list[range]] = {"source": [], "cue": [], "content": []}
    for i, role in enumerate(roles):
        name = ROLES[role]
        if name[0] == "B":
            found[name[2:]].append(range(i, i + 1))
        elif name[0] == "I" and found[name[2:]]:
            last = found[name[2:]][-1]
            found[name[2:]][-1] = range(last.start, i + 1)
    return found
