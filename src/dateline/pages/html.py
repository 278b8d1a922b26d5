"""An article from a page of markup."""

import re

from dateline.model import Article, Caption, Page, PageRef, article_id
from dateline.pages.blocks import Block, markup_of
from dateline.pages.body import body_lines, chosen
from dateline.pages.bundles import trimmed
from dateline.pages.captions import caption_of, credit_of, is_credit
from dateline.pages.lines import Line
from dateline.pages.metadata import metadata_of
from dateline.pages.traced import Traced, joined

_MARKUP = re.compile(
    r"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+)?html)|(?s:.{0,4000}?)<(?:html|head|body)[\s>]", re.IGNORECASE
)
_TAGS = re.compile(r"</?(?:p|div|span|br|a|li|ul|h[1-6]|b|i|em|strong|img|table|article|section|meta|script|title)\b[^<>]{0,300}>", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text is markup: it begins as a document does, or holds tags again and again."""
    look = text[:8000]
    return bool(_MARKUP.match(look)) or len(_TAGS.findall(look)) >= max(3, len(look) // 700)


def from_html(page: Page, ref: PageRef, text: Traced) -> tuple[Article, ...] | None:
    """The article of a page of markup; None where nothing in it is told from what stands around it."""
    markup = markup_of(text)
    picked = chosen(markup, body_lines(markup.lean))
    if not picked:
        return None
    first = picked[0][0]
    beside = [block.text.text for block in markup.blocks[max(0, first - 12) : first + 3]]
    known = metadata_of(markup, text, page.url, page.fetched, beside)
    lines: list[Line] = []
    parts: dict[Line, Traced] = {}
    for k, a, b in picked:
        block = markup.blocks[k]
        if block.inside & {"figcaption", "h1", "embed"} or (known.headline and _same(block.text.text, known.headline)):
            continue
        for start, end in _lines(block, a, b):
            part = block.text.part(start, end)
            line = Line(len(lines), len(lines) + 1, part.text, 1)
            lines.append(line)
            parts[line] = part
    kept = trimmed(lines)
    if not kept:
        return None
    body = joined([parts[line] for line in kept], "\n\n")
    article = Article(
        id=article_id(body.text),
        page=ref,
        text=body.text,
        headline=known.headline,
        byline=known.byline,
        outlet=known.outlet,
        url=known.url,
        published=known.published,
        captions=_captions(markup.blocks, first, picked[-1][0], body.text),
        offsets=body.offsets(),
    )
    return (article,)


def _lines(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", block.text.text[start:end])]


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def _captions(blocks: list[Block], first: int, last: int, body: str) -> tuple[Caption, ...]:
    """The captions of the figures that stand in the article or shortly before it, each once."""
    figures: dict[int, list[Block]] = {}
    loose = -1
    for k, block in enumerate(blocks[max(0, first - 12) : last + 1], max(0, first - 12)):
        if "figcaption" in block.inside or ("caption" in block.inside and block.figure >= 0):
            figures.setdefault(block.figure if block.figure >= 0 else loose - k, []).append(block)
    found: dict[str, Caption] = {}
    for parts in figures.values():
        said = " ".join(b.text.text for b in parts if "credit" not in b.inside and not is_credit(b.text.text))
        credits = [b.text.text for b in parts if "credit" in b.inside or is_credit(b.text.text)]
        if len(said.split()) < 3 or len(said) > 1500 or said in body:
            continue
        made = caption_of(said)
        if made.credit is None and credits:
            named = credit_of(credits[0])
            made = Caption(text=made.text, credit=named[1] if named else credits[0].strip("()[] "), taken=made.taken)
        found.setdefault(" ".join(re.findall(r"\w+", made.text.casefold())), made)
    return tuple(found.values())
