"""How much alike two passages are: cosine of their words, weighted by how rare each word is among all passages."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

Vector = Mapping[str, float]
"""Words with their weights, of length one."""

_WORD = re.compile(r"[^\W_]+")
_HEAVY = 6
"""Words by which a vector is found again."""

_FUNCTION_WORDS = frozenset(files("dateline.views").joinpath("function_words.txt").read_text("utf-8").split())
"""Words of English that tell nothing of what a passage is about; with those of reporting, and names of days and months."""


def content_words(text: str) -> tuple[str, ...]:
    """The words that tell what a text is about, folded, with plurals as singulars (S-stemmer, Harman 1991)."""
    return tuple(_singular(word) for word in _WORD.findall(text.casefold()) if word not in _FUNCTION_WORDS)


def rarity(texts: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """For each word the logarithm of how many texts there are for each that has it (Spärck Jones 1972).

    One is added, so that words of all texts still count where the texts are few.
    """
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        seen.update(set(text))
    return {word: math.log(1 + count / times) for word, times in seen.items()}


def vector(words: Sequence[str], rare: Mapping[str, float]) -> dict[str, float]:
    """The words' counts, damped, times their rarity, made of length one; empty for no words."""
    raw = {word: (1 + math.log(times)) * rare.get(word, 0.0) for word, times in sorted(Counter(words).items())}
    return _normal(raw)


def mean(vectors: Iterable[tuple[Vector, float]]) -> dict[str, float]:
    """The weighted middle of vectors, made of length one."""
    total: dict[str, float] = {}
    for one, weight in vectors:
        for word, value in one.items():
            total[word] = total.get(word, 0.0) + weight * value
    return _normal(total)


def alike(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one: 0 without shared words, 1 for the same words."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


class Seen:
    """Vectors seen so far, found again by their heaviest words, so that many can be asked for quickly."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Vector]] = {}

    def add(self, one: Vector) -> None:
        """Takes a vector."""
        for word in _heaviest(one):
            self._by_word.setdefault(word, []).append(one)

    def holds(self, one: Vector, least: float) -> bool:
        """Whether one that shares a heavy word is at least so much alike."""
        return any(alike(one, other) >= least for word in _heaviest(one) for other in self._by_word.get(word, ()))


def _heaviest(one: Vector) -> list[str]:
    return sorted(one, key=lambda word: (-one[word], word))[:_HEAVY]


def _normal(raw: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
