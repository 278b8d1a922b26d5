"""The articles of a page of markup: one, mostly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model import Article, Caption, Page, PageRef, article_id
from dateline.pages.blocks import Block, Markup, markup_of
from dateline.pages.body import body_lines, chosen
from dateline.pages.captions import caption_of, credit_of, is_credit
from dateline.pages.jsonld import body_in
from dateline.pages.lines import Line
from dateline.pages.markup import unescaped
from dateline.pages.metadata import Metadata, metadata_of, metadata_of_part
from dateline.pages.outlet import outlet_of
from dateline.pages.parts import Item, trimmed
from dateline.pages.several import heading_of, parts_of
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
    """What markup gave. Where trafilatura finds no body, there are no `articles`, and `text` holds all that the page shows, line by line."""

    articles: tuple[Article, ...]
    text: Traced
    known: Metadata
    cut_short: bool


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines of an article's text, where they came from, and the blocks that they lie between."""

    kept: tuple[Line, ...]
    text: Traced
    first: int
    last: int


def from_html(page: Page, ref: PageRef, text: Traced) -> FromMarkup:
    """The articles of a page of markup, mostly one, with their metadata."""
    markup = markup_of(text)
    picked = chosen(markup, body_lines(markup.lean))
    first = picked[0][0] if picked else 0
    known = metadata_of(markup, text, page.url, page.fetched, _beside(markup, first))
    shown = joined([block.text for block in markup.blocks], "\n") if markup.blocks else text.part(0, 0)
    body = _body(markup, picked, known.headline)
    if known.outlet is None and body is not None:
        known = replace(known, outlet=_outlet(markup, body))
    parts = [_part(ref, text, markup, span, known) for span in parts_of(markup)]
    several = tuple(article for article in parts if article is not None)
    if len(several) > 1 and len(several) == len(parts):
        return FromMarkup(several, shown, known, markup.cut_short)
    scripted = _scripted(markup, text) if body is None or sum(line.count for line in body.kept) < _SHORT else None
    if scripted is not None or body is None:
        return FromMarkup((), scripted or shown, known, markup.cut_short)
    return FromMarkup((_article(ref, markup, body, known),), shown, known, markup.cut_short)


def _beside(markup: Markup, first: int) -> list[str]:
    return [block.text.text for block in markup.blocks[max(0, first - _BESIDE) : first + 3]]


def _part(ref: PageRef, text: Traced, whole: Markup, span: tuple[int, int], known: Metadata) -> Article | None:
    """One of several articles, by its own markup; the page's metadata tells of the one whose headline it has."""
    own = text.part(*span)
    markup = markup_of(own)
    headline = heading_of(markup)
    picked = chosen(markup, body_lines(f"<html><body><article>{markup.lean}</article></body></html>"))
    body = _body(markup, picked, headline)
    if body is None or headline is None:
        return None
    made = metadata_of_part(markup, own, whole, text, headline, _beside(markup, body.first))
    if known.headline and _same(known.headline, headline):
        made = replace(
            made,
            byline=made.byline or known.byline,
            url=made.url or known.url,
            published=known.published if made.published.basis == "unknown" else made.published,
        )
    return _article(ref, markup, body, replace(made, outlet=known.outlet))


def _body(markup: Markup, picked: Sequence[tuple[int, int, int]], headline: str | None) -> _Body | None:
    lines: list[Line] = []
    parts: list[Traced] = []
    for k, a, b in picked:
        block = markup.blocks[k]
        if block.inside & {"figcaption", "h1", "embed"} or (headline and _same(block.text.text, headline)):
            continue
        for start, end in _lines(block, a, b):
            parts.append(block.text.part(start, end))
            lines.append(Line(len(lines), len(lines) + 1, parts[-1].text, 1))
    kept = trimmed(lines)
    if not kept:
        return None
    return _Body(kept, joined([parts[line.start] for line in kept], "\n\n"), picked[0][0], picked[-1][0])


def _article(ref: PageRef, markup: Markup, body: _Body, known: Metadata) -> Article:
    return Article(
        id=article_id(body.text.text),
        page=ref,
        text=body.text.text,
        headline=known.headline,
        byline=known.byline,
        outlet=known.outlet,
        url=known.url,
        published=known.published,
        captions=_captions(markup.blocks, body.first, body.last, body.text.text),
        offsets=body.text.offsets(),
    )


def _outlet(markup: Markup, body: _Body) -> str | None:
    """The outlet that the page's words show, those shortly before the article and after it among them."""
    beside = [*markup.blocks[max(0, body.first - _BESIDE) : body.first], *markup.blocks[body.last + 1 :][-_BESIDE:]]
    around = tuple(Line(0, 1, block.text.text, 1) for block in beside if "h1" not in block.inside)
    return outlet_of([Item(None, (), body.kept, around)])


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
