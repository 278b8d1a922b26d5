"""The wording of a clause as a vector: what two short statements have to share to say the same."""

import re
from collections.abc import Collection

from dateline.linking.vectors import Vector, product, unit
from dateline.linking.words import is_common, lines, listed, stem, weight, words

_PLAIN = 0.7
"""Words that tell nothing about a whole article still tell a little within one clause."""

_NAME = 0.5
"""Names count for less than what is said of them: who is meant is compared by itself."""

_ALL_BUT = 0.9

_EMPTY = listed("empty")
_CALENDAR = listed("calendar")
_PART = re.compile(
    r"\b(?:end|start|beginning|middle|half) of\b"
    rf"|\b(?:last|first|second|third|fourth|final)\s+(?=(?:{'|'.join(sorted(_CALENDAR))}|quarter|half)\b)",
    re.IGNORECASE,
)
"""The end of a year, the last June: parts of dates."""
_SAME = {word: stem(line.split()[0]) for line in lines("same") for word in map(stem, line.split())}


def clauses_alike(first: Vector, second: Vector) -> float:
    """From 0 to 1: how alike two clauses are in words; 0 where they share one word only, unless they say little else."""
    alike = product(first, second)
    return alike if alike >= _ALL_BUT or sum(word in second for word in first) > 1 else 0.0


def clause_vector(text: str) -> Vector:
    """A unit vector of the clause's words but the empty ones."""
    said = {word for word in words(text) if word not in _EMPTY and len(word) > 1}
    return unit({word: max(weight(word), _PLAIN) * (1 if is_common(word) else _NAME) for word in sorted(said)})


def undertaking_vector(text: str, naming: Collection[str] = ()) -> Vector:
    """As `clause_vector`, without the words of a calendar (deadlines are compared by themselves), leaving and withdrawing as one.

    `naming` are stemmed words that only name who undertakes it; they are left out as well.
    """
    said = (
        _SAME.get(word, word) for word in words(_PART.sub(" ", text)) if word not in _CALENDAR and word not in naming
    )
    return clause_vector(" ".join(said))


def shared_words(first: Vector, second: Vector) -> tuple[int, float]:
    """How many words but names two clauses share, and what part of the shorter one is shared; a name is half a word."""
    shared = first.keys() & second.keys()
    if not shared:
        return 0, 0.0
    return sum(map(is_common, shared)), _length(shared) / min(_length(first), _length(second))


def _length(said: Collection[str]) -> float:
    return (len(said) + sum(map(is_common, said))) / 2
