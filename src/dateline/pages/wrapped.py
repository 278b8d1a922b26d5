"""Text whose lines were broken to a width, as mail and old archives do: the lines of a paragraph become one again."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.pages.traced import Traced

_Pair = tuple[tuple[int, int], tuple[int, int]]
_WIDEST = 100
_NARROWEST = 40


def unwrapped(text: Traced) -> Traced:
    """With the line breaks inside paragraphs made spaces, where the page's lines are all broken to one width, or a sentence goes on.

    Where all are broken, a break is one of these where the next line's first word would not have fitted into the line
    before. Doing it twice is doing it once: what is joined is wider than any such page.
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    pairs = [(a, b) for a, b in pairwise(lines) if a[1] > a[0] and b[1] > b[0]]
    wrapped = set(_to_a_width(text.text, pairs, max((b - a for a, b in lines), default=0)))
    broken: list[_Pair] = []
    begin = 0  # of the line that what is joined so far makes
    for a, b in pairs:
        begin = begin if broken and broken[-1][1] == a else a[0]
        if (a, b) in wrapped or _goes_on(text.text, (begin, a[1]), b):
            broken.append((a, b))
    return text.edited((a[1], b[0], " ") for a, b in broken)


def _to_a_width(text: str, pairs: Sequence[_Pair], width: int) -> list[_Pair]:
    """The pairs of lines that were one, where all lines are broken to one width."""
    if len(pairs) < 4 or not _NARROWEST <= width <= _WIDEST:
        return []
    broken = [(a, b) for a, b in pairs if _full(text, a, b, width)]
    small = sum(text[b[0]].islower() for _, b in broken)
    return broken if len(broken) >= 0.6 * len(pairs) and small >= 0.4 * len(broken) else []


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a sentence goes on in the next line: the one breaks off behind a word, the other begins with a small one."""
    words = text[line[0] : line[1]]
    if len(words) < _NARROWEST or not (words[-1].isalpha() or words[-1] == ","):
        return False
    return text[following[0]].islower() and " " in text[following[0] : following[0] + _NARROWEST]


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : following[1]].split(" ", 1)[0]
    return line[1] - line[0] + 1 + len(word) > width - 8 and line[1] - line[0] > width // 2
