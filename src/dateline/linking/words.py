"""The words of a text that tell its subject, and how telling each is: a fixed table, so that new articles do not change old links."""

import math
import re
import tomllib
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files

UNSEEN = 1 / 1500
"""Added to every word's rate: a word that the table lacks tells as much as one in 1,500 articles."""
TELLING = 2.0
"""Words that tell less (about one article in seven has them) are left out."""

COMMON = 15
"""A word is common that is written in lower case at least so many times of 100."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


def as_written(text: str) -> list[str]:
    """The words of a text in their order."""
    return _WORD.findall(text)


def words(text: str) -> list[str]:
    """The words of a text in their order, stemmed."""
    return [stem(word) for word in _WORD.findall(text)]


def plain_words(text: str) -> list[str]:
    """The words of a text in their order, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word in lower case without possessive and the commonest endings; crude, but the same for both sides of a comparison."""
    plain = word.lower().replace("’", "'")
    plain = plain.removesuffix("'s")
    for ending, instead in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3 and not plain.endswith("ss"):
            return plain[: -len(ending)] + instead
    return plain


@lru_cache(maxsize=65536)
def weight(stemmed: str) -> float:
    """How telling a stemmed word is: the logarithm of how rarely articles have it; 0 where it tells nothing."""
    if len(stemmed) < 2:
        return 0.0
    telling = -math.log(_table().get(stemmed, (0.0, False))[0] + UNSEEN)
    return telling if telling >= TELLING else 0.0


@lru_cache(maxsize=65536)
def is_common(stemmed: str) -> bool:
    """Whether a word that may be part of a name is a common word as well: `ministry`, `joint`, `command`."""
    return _table().get(stemmed, (0.0, False))[1]


def contrasting(first: Collection[str], second: Collection[str]) -> bool:
    """Whether of two sets of stemmed words each has its own of some that part things: a unilateral truce is not a bilateral one."""
    one, other = (_parting().intersection(stems) for stems in (first, second))
    if not one or not other:
        return False
    return any(line & one and line & other and not line & one & other for line in _contrasts())


@cache
def _parting() -> frozenset[str]:
    return frozenset().union(*_contrasts())


@cache
def _contrasts() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, line.split())) for line in lines("contrasts"))


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words of words.toml."""
    return frozenset(" ".join(lines(name)).split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list of words.toml that hold words."""
    lists = tomllib.loads((files("dateline.linking") / "words.toml").read_text("utf-8"))
    return tuple(line for line in str(lists[name]).splitlines() if line.strip())


@cache
def _table() -> dict[str, tuple[float, bool]]:
    """The share of articles that have a word, and whether it is written in lower case, as training/word_rates.py counted it."""
    table = (files("dateline.linking.weights") / "word_rates.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {word: (int(rate) / 10_000, int(lower) >= COMMON) for word, rate, lower in rows}
