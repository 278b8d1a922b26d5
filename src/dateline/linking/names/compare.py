"""How alike two names are: token by token, letter by letter, with vowels that transliterations mix up nearly free."""

from functools import lru_cache
from itertools import accumulate

from rapidfuzz import fuzz

from dateline.linking.names.fold import folded, sounded

ALIKE = 0.52
"""From here on two spellings are one name rather than two: the best F1 on JRC-Names' pairs (benchmarks/linking.py)."""

LONGEST = 60
"""Longer tokens are no names, and are one only where they sound the same."""

_VOWELS = frozenset("aeiou")
_NEAR_VOWELS = frozenset({"ae", "ea", "ei", "ie", "ou", "uo"})
_PAIRS = ("bp", "dt", "fv", "gk", "sz", "jg", "jz", "iy", "uv", "gh", "hk")
_NEAR_CONSONANTS = frozenset(_PAIRS) | frozenset(pair[::-1] for pair in _PAIRS)
_NEAR = {pair[0]: frozenset(other[1] for other in _NEAR_CONSONANTS if other[0] == pair[0]) for pair in _NEAR_CONSONANTS}
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def tokens_alike(first: str, second: str, least: float = 0.0) -> float:
    """From 0 to 1: how alike two folded tokens sound. Letters that transliterations mix up cost a part of a letter.

    What is less than `least` may come out as 0, and does so sooner.
    """
    if first == second:
        return 1.0
    a, b = sounded(first), sounded(second)
    if a == b:
        return 0.98
    if a + "i" == b or b + "i" == a:
        return 0.75  # Rahman is not Rahmani: the ending makes a name of its own
    longest = max(len(a), len(b))
    if longest > LONGEST:
        return 0.0
    if abs(len(a) - len(b)) > longest // 2 or 1 - max(_lacking(a, b), _lacking(b, a)) / longest < least:
        return 0.0
    return max(0.0, 1 - _distance(a, b) / longest)


def _lacking(a: str, b: str) -> float:
    """What the distance is at least: each letter that only one of them has is left out or changed."""
    return sum([_least(letter, b) for letter in {*a}.difference(b)])


def _least(letter: str, others: str) -> float:
    if letter in _VOWELS:
        return 0.25
    return 0.5 if letter == "h" or not _NEAR.get(letter, _NONE).isdisjoint(others) else 1.0


def _distance(a: str, b: str) -> float:
    added = [_missing(letter) for letter in b]
    row = [0.0, *accumulate(added)]
    for left in a:
        gone = _missing(left)
        last, here = row, row[0] + gone
        row = [here]
        for k, right in enumerate(b):
            here = min(last[k] + _change(left, right), last[k + 1] + gone, here + added[k])
            row.append(here)
    return row[-1]


def _missing(letter: str) -> float:
    return 0.5 if letter in _VOWELS or letter == "h" else 1.0


@lru_cache(maxsize=4096)
def _change(left: str, right: str) -> float:
    if left == right:
        return 0.0
    if left in _VOWELS and right in _VOWELS:
        return 0.25 if left + right in _NEAR_VOWELS else 0.6
    return 0.5 if left + right in _NEAR_CONSONANTS else 1.0


@lru_cache(maxsize=65536)
def names_alike(first: str, second: str) -> float:
    """From 0 to 1: how alike two spellings of a name are; `ALIKE` and more is the same name, on the whole.

    The mean of three looks: token by token whatever their order (initials stand for the names they begin, tokens that only
    one spelling has cost less than tokens that differ, and what one writes as two words may be one in the other), and
    letter by letter over the whole name, as written and with its tokens sorted (Levenshtein's ratio without replacements).
    """
    a, b = folded(first), folded(second)
    if not a or not b:
        return 0.0
    if sorted(a) == sorted(b):
        return 1.0
    joined = tokens_alike("".join(a), "".join(b))
    written = fuzz.ratio(" ".join(a), " ".join(b)) / 100
    resorted = fuzz.ratio(" ".join(sorted(a)), " ".join(sorted(b))) / 100
    return (max(joined, _aligned(a, b)) + written + resorted) / 3


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if len(a) > len(b):
        a, b = b, a
    pairs = sorted(((_pair(x, y), -abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b)), reverse=True)
    left, right = set(range(len(a))), set(range(len(b)))
    gained = weight = 0.0
    for alike, _, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            size = max(_weight(a[i]), _weight(b[j]))
            gained += alike * size
            weight += size
    extra = sum(_weight(b[j]) for j in right)
    return gained / (weight + 0.5 * extra)


def _weight(token: str) -> float:
    return 1.0 if len(token) == 1 else 2.0 + min(len(token), 8) / 4


def _pair(first: str, second: str) -> float:
    if len(first) == 1 or len(second) == 1:
        return 0.85 if first[0] == second[0] else 0.0
    return tokens_alike(first, second)
