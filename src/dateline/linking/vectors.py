"""An article as a unit vector of its telling words."""

import math
from collections import Counter
from functools import lru_cache

from dateline.linking.words import as_written, listed, stem, weight, words
from dateline.model import Article

Vector = dict[str, float]
"""Weights by word, the words ascending, so that sums come out the same everywhere."""

HEADLINE = 3
"""How many times more a word of the headline counts as said."""

UNSAID = 150.0
"""What every article leaves unsaid, as the square of a length (of some six words): two short notes that share a word are not alike."""

_AGENCIES = listed("agencies")
"""Who wrote or pictured it says nothing of what it tells."""


def vector(article: Article) -> Vector:
    """TF-IDF with logarithmic counts; names of outlet, agencies and authors do not count. Many ask for it: do not change it."""
    return _vector(article.text, article.headline or "", f"{article.outlet or ''} {article.byline or ''}")


@lru_cache(maxsize=2048)
def _vector(text: str, headline: str, author: str) -> Vector:
    counts: Counter[str] = Counter()
    for word, count in Counter(as_written(text)).items():
        counts[stem(word)] += count
    for word in set(words(headline)):
        counts[word] += HEADLINE
    written_by = set(words(author)) | _AGENCIES
    telling = ((word, weight(word)) for word in counts if word not in written_by)
    made = {word: (1 + math.log(counts[word])) * rare for word, rare in sorted(telling) if rare}
    return unit(made, UNSAID)


def length(weights: Vector, unsaid: float = 0.0) -> float:
    """The length, made more by what is `unsaid` (a square of a length)."""
    return math.sqrt(sum([x * x for x in weights.values()]) + unsaid)


def unit(weights: Vector, unsaid: float = 0.0) -> Vector:
    """The weights at length one, less where much is `unsaid` (a square of a length); empty stays empty."""
    whole = length(weights, unsaid)
    return {word: x / whole for word, x in weights.items()} if whole else {}


def product(first: Vector, second: Vector) -> float:
    """The scalar product: of unit vectors, how alike they are from 0 to 1."""
    if len(second) < len(first):
        first, second = second, first
    return sum([x * second[word] for word, x in first.items() if word in second])  # a list: much asked, and quicker
