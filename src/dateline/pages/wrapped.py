"""Text whose lines were broken to a width, as mail and old archives do: the lines of a paragraph become one again."""

from itertools import pairwise

from dateline.pages.traced import Traced

_WIDEST = 100
_NARROWEST = 40


def unwrapped(text: Traced) -> Traced:
    """With the line breaks inside paragraphs made spaces, where the page's lines are all broken to one width; else unchanged.

    A break is one of these where the next line's first word would not have fitted into the line before. Doing it twice is
    doing it once: what is joined is wider than any such page.
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    pairs = [(a, b) for a, b in pairwise(lines) if a[1] > a[0] and b[1] > b[0]]
    width = max((b - a for a, b in lines), default=0)
    if len(pairs) < 4 or not _NARROWEST <= width <= _WIDEST:
        return text
    broken = [(a, b) for a, b in pairs if _full(text.text, a, b, width)]
    small = sum(text.text[b[0]].islower() for _, b in broken)
    if len(broken) < 0.6 * len(pairs) or small < 0.4 * len(broken):
        return text
    return text.edited((a[1], b[0], " ") for a, b in broken)


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : following[1]].split(" ", 1)[0]
    return line[1] - line[0] + 1 + len(word) > width - 8 and line[1] - line[0] > width // 2
