"""An article from a page of markup."""

import re
from dataclasses import dataclass

from dateline.model import Article, Caption, Page, PageRef, article_id
from dateline.pages.blocks import Block, Markup, markup_of
from dateline.pages.body import body_lines, chosen
from dateline.pages.bundles import Item, trimmed
from dateline.pages.captions import caption_of, credit_of, is_credit
from dateline.pages.jsonld import body_in
from dateline.pages.lines import Line
from dateline.pages.markup import unescaped
from dateline.pages.metadata import Metadata, metadata_of
from dateline.pages.outlet import outlet_of
from dateline.pages.traced import Traced, joined

_MARKUP = re.compile(
    r"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+)?html)|(?s:.{0,4000}?)<(?:html|head|body)[\s>]",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"</?(?:p|div|span|br|a|li|ul|h[1-6]|b|i|em|strong|img|table|article|section|meta|script|title)\b[^<>]{0,300}>",
    re.IGNORECASE,
)

_BESIDE = 12
"""Blocks before the article, and at the page's end, that may tell of it."""

_SHORT = 40
"""Words; a shorter body is no article where the page's scripts hold a longer one."""


def is_html(text: str) -> bool:
    """Whether a text is markup: it begins as a document does, or holds tags again and again."""
    look = text[:8000]
    return bool(_MARKUP.match(look)) or len(_TAGS.findall(look)) >= max(3, len(look) // 700)


@dataclass(frozen=True, slots=True)
class FromMarkup:
    """What markup gave. Where trafilatura finds no body, `article` is None, and `text` holds all that the page shows, line by line."""

    article: Article | None
    text: Traced
    known: Metadata
    cut_short: bool


def from_html(page: Page, ref: PageRef, text: Traced) -> FromMarkup:
    """The article of a page of markup, with its metadata."""
    markup = markup_of(text)
    picked = chosen(markup, body_lines(markup.lean))
    first = picked[0][0] if picked else 0
    beside = [block.text.text for block in markup.blocks[max(0, first - 12) : first + 3]]
    known = metadata_of(markup, text, page.url, page.fetched, beside)
    shown = joined([block.text for block in markup.blocks], "\n") if markup.blocks else text.part(0, 0)
    lines: list[Line] = []
    parts: list[Traced] = []
    for k, a, b in picked:
        block = markup.blocks[k]
        if block.inside & {"figcaption", "h1", "embed"} or (known.headline and _same(block.text.text, known.headline)):
            continue
        for start, end in _lines(block, a, b):
            parts.append(block.text.part(start, end))
            lines.append(Line(len(lines), len(lines) + 1, parts[-1].text, 1))
    kept = trimmed(lines)
    scripted = _scripted(markup, text) if sum(line.count for line in kept) < _SHORT else None
    if scripted is not None or not kept:
        return FromMarkup(None, scripted or shown, known, markup.cut_short)
    body = joined([parts[line.start] for line in kept], "\n\n")
    article = Article(
        id=article_id(body.text),
        page=ref,
        text=body.text,
        headline=known.headline,
        byline=known.byline,
        outlet=known.outlet or _outlet(markup, kept, first, picked[-1][0]),
        url=known.url,
        published=known.published,
        captions=_captions(markup.blocks, first, picked[-1][0], body.text),
        offsets=body.offsets(),
    )
    return FromMarkup(article, shown, known, markup.cut_short)


def _outlet(markup: Markup, kept: tuple[Line, ...], first: int, last: int) -> str | None:
    """The outlet that the page's words show, those shortly before the article and after it among them."""
    beside = [*markup.blocks[max(0, first - _BESIDE) : first], *markup.blocks[last + 1 :][-_BESIDE:]]
    around = tuple(Line(0, 1, block.text.text, 1) for block in beside if "h1" not in block.inside)
    return outlet_of([Item(None, (), kept, around)])


def _scripted(markup: Markup, text: Traced) -> Traced | None:
    """The article's text as the page's JSON-LD repeats it, for pages that show it by script alone."""
    for tag, raw in markup.scripts:
        if "ld+json" in text.text[tag.start : min(tag.end, tag.start + 1000)]:
            body = body_in(text.part(raw.start, raw.end))
            if body is not None and body.text.count(" ") > _SHORT * 3:
                return unescaped(body)
    return None


def _lines(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    return [
        (start + m.start(), start + m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", block.text.text[start:end])
    ]


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
        named = [b.text.text for b in parts if "credit" in b.inside or is_credit(b.text.text)]
        if len(said.split()) < 3 or len(said) > 1500 or said in body:
            continue
        made = caption_of(said)
        if made.credit is None and named:
            found_credit = credit_of(named[0])
            made = Caption(
                text=made.text, credit=found_credit[1] if found_credit else named[0].strip("()[] "), taken=made.taken
            )
        found.setdefault(" ".join(re.findall(r"\w+", made.text.casefold())), made)
    return tuple(found.values())
