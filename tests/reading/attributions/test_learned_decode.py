"""From scores of roles to stretches."""

from itertools import pairwise

import numpy as np

from dateline.reading.attributions.learned.decode import likeliest, likelihoods, stretches
from dateline.reading.attributions.learned.signs import ROLES


def scores(*names: str) -> np.ndarray:
    """Rows that like the named roles best."""
    made = np.zeros((len(names), len(ROLES)), dtype=np.float32)
    for row, name in enumerate(names):
        made[row, ROLES.index(name)] = 3
    return made


def test_likelihoods_add_up_to_one() -> None:
    made = likelihoods(scores("O", "B-cue"))
    assert np.allclose(np.exp(made).sum(axis=1), 1)


def test_an_inner_role_never_stands_behind_another_kind() -> None:
    path = [ROLES[i] for i in likeliest(likelihoods(scores("I-cue", "O", "I-content", "B-source", "I-content")))]
    assert path[0][0] != "I"
    for before, after in pairwise(path):
        assert after[0] != "I" or before[2:] == after[2:]


def test_clear_scores_are_followed() -> None:
    wanted = ["B-source", "I-source", "B-cue", "O", "B-content", "I-content", "B-content"]
    assert [ROLES[i] for i in likeliest(likelihoods(scores(*wanted)))] == wanted


def test_nothing_gives_nothing() -> None:
    assert likeliest(np.zeros((0, len(ROLES)), dtype=np.float32)) == []


def test_stretches_of_roles() -> None:
    roles = [ROLES.index(r) for r in ("B-source", "I-source", "O", "B-cue", "B-content", "I-content", "B-content")]
    assert stretches(roles) == {"source": [range(2)], "cue": [range(3, 4)], "content": [range(4, 6), range(6, 7)]}
