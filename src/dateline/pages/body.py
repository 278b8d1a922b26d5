"""Which blocks of a page are its article. Trafilatura says which; where they stand, our own pass over the markup says.

Trafilatura gives words without places. Its words are laid along the blocks' words, in their order, and a block belongs to
the article where most of its words were found.
"""

import logging
import re
from bisect import bisect_left
from collections.abc import Sequence

from trafilatura import bare_extraction

from dateline.pages.blocks import Block, Markup

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_GRAM = 5
_FAR = 400
"""Words that may lie between two lines of the article before the second is looked for from the beginning."""


def body_lines(lean: str) -> tuple[str, ...]:
    """What trafilatura takes for the article, line by line; nothing where it finds none."""
    if not lean.strip():
        return ()
    made = bare_extraction(lean, include_comments=False, include_tables=True)
    text = made.text if made is not None and not isinstance(made, dict) else None
    return tuple(line for line in (text or "").split("\n") if line.strip())


def chosen(markup: Markup, lines: Sequence[str]) -> list[tuple[int, int, int]]:
    """The blocks that the lines stand in, as (block, first code point, last), in the page's order."""
    blocks = markup.blocks
    words: list[str] = []
    first: list[int] = []
    for block in blocks:
        first.append(len(words))
        words += block.words
    found = bytearray(len(words))
    for start, end in _laid([re.findall(r"\w+", line.casefold()) for line in lines], words):
        found[start:end] = b"\x01" * (end - start)
    picked: list[tuple[int, int, int]] = []
    for k, block in enumerate(blocks):
        size = len(block.words)
        hits = sum(found[first[k] : first[k] + size])
        if not hits or not size:
            continue
        if hits >= 0.5 * size:
            picked.append((k, 0, len(block.text)))
        elif hits >= 8:
            part = found[first[k] : first[k] + size]
            a, b = part.index(1), size - part[::-1].index(1)
            places = [m.span() for m in re.finditer(r"\w+", block.text.text)]
            if len(places) == size:
                picked.append((k, places[a][0], _to_mark(block, places[b - 1][1])))
    return picked


def _to_mark(block: Block, end: int) -> int:
    """The marks that close the last word's sentence belong to it."""
    following = re.compile(r"[.!?…”’\"')\]]*").match(block.text.text, end)
    return following.end() if following else end


def _laid(lines: Sequence[Sequence[str]], words: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of `words` that the lines are, in the lines' order where that is possible."""
    index: dict[tuple[str, ...], list[int]] = {}
    for k in range(len(words)):
        index.setdefault(tuple(words[k : k + _GRAM]), []).append(k)
    cursor = _before_first(lines, index)
    runs: list[tuple[int, int]] = []
    for line in lines:
        at = 0
        while at < len(line):
            gram = tuple(line[at : at + _GRAM])
            places = index.get(gram) if len(gram) == _GRAM else _short(gram, words, cursor)
            if not places:
                at += 1
                continue
            k = bisect_left(places, cursor)
            place = places[k] if k < len(places) and (places[k] - cursor < _FAR or k == 0) else None
            if place is None:
                place = places[k] if k < len(places) else places[-1]
            size = 0
            while at + size < len(line) and place + size < len(words) and line[at + size] == words[place + size]:
                size += 1
            runs.append((place, place + size))
            if place >= cursor and place - cursor < 10 * _FAR:
                cursor = place + size
            at += max(1, size)
    return runs


def _short(gram: tuple[str, ...], words: Sequence[str], cursor: int) -> list[int]:
    """Where the few words at a line's end, or of a short line, stand soon after the cursor."""
    size = len(gram)
    return [k for k in range(cursor, min(cursor + _FAR, len(words) - size + 1)) if tuple(words[k : k + size]) == gram][
        :1
    ]


def _before_first(lines: Sequence[Sequence[str]], index: dict[tuple[str, ...], list[int]]) -> int:
    """A place not long before the article: of the first long line that stands in the page once."""
    for n, line in enumerate(lines):
        if len(line) >= 12:
            places = index.get(tuple(line[:_GRAM]), [])
            if len(places) == 1:
                before = sum(len(other) for other in lines[:n])
                return max(0, places[0] - 2 * before - 40)
    return 0
