"""Whether a page of markup holds several articles in full, and where each stands.

Infinite scroll pages and saved bundles hold several; so do, in form, live pages (posts), front pages (teasers) and pages with
comments. As with pages of text, splitting one article in two is worse than leaving two together: each part must have a
headline of its own and more words than a teaser, and the same evidence must speak for it that cuts pages of text, to which an
element of its own or a heading of the first rank adds some.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dateline.pages.blocks import Block, Markup
from dateline.pages.bundles import begins_anew
from dateline.pages.lines import Line

_ENOUGH = 60
"""Words of prose that an article has, at least."""

_POST = 150
"""Words; where three parts or more are mostly shorter, they are the posts of one live page."""

_HEADER = 8
"""Blocks before the headline of an article element, at most."""

_POINTS = {"article": 3, "h1": 3, "h2": 0}
_HEADINGS = frozenset(("h1", "h2", "h3"))
_APART = frozenset(("nav", "aside", "footer", "figcaption", "embed", "li"))


def parts_of(markup: Markup) -> list[tuple[int, int]]:
    """Where the articles stand in the page's text, `[start, end)` for each; none where the page holds one, or it is not sure."""
    blocks = [block for block in markup.blocks if not block.inside & _APART]
    end = max((block.at + 1 for block in markup.blocks), default=0)
    elements = [span for span in markup.articles if _heading(_inside(blocks, span)) is not None]
    found = _sure(blocks, elements, "article")
    for rank in ("h1", "h2"):
        if not found:
            heads = sorted({block.at for block in blocks if rank in block.inside and len(block.words) >= 3})
            found = _sure(blocks, list(pairwise([*heads, end])), rank)
    return found


def heading_of(markup: Markup) -> str | None:
    """The headline of a part."""
    found = _heading([block for block in markup.blocks if not block.inside & _APART])
    return found.text.text if found else None


def _sure(blocks: Sequence[Block], spans: Sequence[tuple[int, int]], kind: str) -> list[tuple[int, int]]:
    """The spans that are articles, where they are two or more; none where one of them is part of the one before."""
    parts = [(span, part) for span in spans if _prose(part := _inside(blocks, span)) >= _ENOUGH]
    sizes = sorted(_prose(part) for _, part in parts)
    if len(parts) < 2 or (len(parts) >= 3 and sizes[len(sizes) // 2] < _POST):
        return []
    lines: list[Line] = []
    heads: list[int] = []
    for _, part in parts:
        head = _heading(part)
        if head is None:
            return []
        heads.append(len(lines))
        lines += [_line(head), *(_line(block) for block in part if block is not head)]
    if len({lines[k].key for k in heads}) < len(heads):
        return []
    if not all(begins_anew(lines, a, b, _POINTS[kind]) for a, b in pairwise(heads)):
        return []
    return [span for span, _ in parts]


def _inside(blocks: Sequence[Block], span: tuple[int, int]) -> Sequence[Block]:
    low, high = (bisect_left(blocks, at, key=lambda block: block.at) for at in span)
    return blocks[low:high]


def _heading(part: Sequence[Block]) -> Block | None:
    """The heading that a part begins with, of three words or more."""
    for block in part[:_HEADER]:
        if block.inside & _HEADINGS and len(block.words) >= 3:
            return block
        if _line(block).prose:
            return None
    return None


def _prose(part: Sequence[Block]) -> int:
    return sum(len(block.words) for block in part if _line(block).prose)


def _line(block: Block) -> Line:
    return Line(0, len(block.text), block.text.text, 0)
