"""Cuts a page into its articles."""

from dataclasses import dataclass, replace

from dateline.model import Article, Page, PageRef, Problem, article_id
from dateline.pages.bundles import items_of
from dateline.pages.captions import caption_of
from dateline.pages.clean import clean
from dateline.pages.decode import decode
from dateline.pages.html import from_html, is_html
from dateline.pages.lines import lines_of
from dateline.pages.metadata import Metadata
from dateline.pages.outlet import outlet_of
from dateline.pages.parts import Item
from dateline.pages.stamped import unstamped
from dateline.pages.stated import byline_in, published_in, url_in
from dateline.pages.traced import Traced, joined
from dateline.pages.wrapped import unwrapped

CUT_AT_MOST = 2_000_000
"""Code points of a page's text that articles are cut from; what lies beyond is named in a `Problem`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a page gave: its articles, and what went wrong."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def cut(page: Page) -> Cut:
    """The articles of a page, in the page's order. Never raises: what cannot be read is a problem.

    The articles' texts are cleaned; paragraphs are set apart by one empty line; `offsets` lead back to the page's bytes.
    """
    decoded = decode(page)
    problems = list(decoded.problems)
    if is_html(decoded.text.text):
        made = from_html(page, page.ref, decoded.text)
        if made.cut_short:
            message = f"{page.source} has so much markup that its article was looked for in the first part alone"
            problems.append(Problem(stage="html", code="too_long", message=message))
        articles = made.articles or _from_text(page, made.text, problems, made.known)
    else:
        articles = _from_text(page, decoded.text, problems)
    if not articles and not any(p.code == "binary" for p in problems):
        problems.append(Problem(stage="cut", code="no_article", message=f"{page.source} holds no article"))
    return Cut(articles=articles, problems=tuple(problems))


def _from_text(page: Page, text: Traced, problems: list[Problem], known: Metadata | None = None) -> tuple[Article, ...]:
    if len(text) > CUT_AT_MOST:
        message = f"articles are cut from the first {CUT_AT_MOST} of {len(text)} characters of {page.source}"
        problems.append(Problem(stage="cut", code="too_long", message=message))
        text = text.part(0, CUT_AT_MOST)
    text = unwrapped(unstamped(clean(text)))
    items = items_of(lines_of(text.text))
    ref = page.ref
    outlet = (known.outlet if known else None) or outlet_of(items)
    found = [_article(page, ref, text, item, outlet) for item in items]
    if known and len(found) == 1:
        found = [_with_metadata(found[0], known)]
    return tuple({article.id: article for article in reversed(found)}.values())[::-1]


def _with_metadata(article: Article, known: Metadata) -> Article:
    return replace(
        article,
        headline=known.headline or article.headline,
        byline=known.byline or article.byline,
        url=known.url or article.url,
        published=article.published if known.published.basis == "unknown" else known.published,
    )


def _article(page: Page, ref: PageRef, text: Traced, item: Item, outlet: str | None) -> Article:
    body = joined([text.part(line.start, line.end) for line in item.body], "\n\n")
    return Article(
        id=article_id(body.text),
        page=ref,
        text=body.text,
        headline=item.headline.text if item.headline else None,
        byline=byline_in(item),
        outlet=outlet,
        url=page.url or url_in(item),
        published=published_in(item, page.url),
        captions=tuple(caption_of(line.text) for line in item.captions),
        offsets=body.offsets(),
    )
