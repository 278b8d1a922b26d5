"""What goes in: files and pages cut into articles, articles read into records, with a `Problem` where something went wrong.

Heavy libraries are imported where they are first needed, so that a question to a ledger does not load the language model.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from typing import Any, BinaryIO

from dateline import codec
from dateline.errors import DatelineError, QuestionError
from dateline.model import (
    Anchor,
    Article,
    Evidence,
    OffsetMap,
    Page,
    PageRef,
    Problem,
    Published,
    Reading,
    Stage,
    anchor,
    article_id,
)

_SURROGATE = re.compile("[\ud800-\udfff]")


def cut(page: Page) -> list[Article]:
    """The articles of a page, in the page's order. Never raises: `taken` also says what went wrong."""
    from dateline.pages import cut as cut_page

    return list(cut_page(page).articles)


def read(article: Article) -> Reading:
    """Everything that the article says, each thing with its anchor.

    Lone surrogates, which no language model takes, are read as replacement characters and quoted as they are.
    """
    from dateline.reading import read as read_article

    whole = _SURROGATE.sub("\ufffd", article.text)
    if whole == article.text:
        return read_article(article)
    reading: Reading = _quoting(read_article(replace(article, text=whole)), article.text)
    return replace(reading, article=replace(reading.article, text=article.text))


def read_or_problem(article: Article) -> Reading:
    """The same; where a step of the reading fails, a reading of nothing with a `Problem` that names the step and the cause.

    No page should make one fail. One that does shows a defect of this program, which must not stop the pages behind it.
    """
    try:
        return read(article)
    except (DatelineError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a defect raises
        return Reading(article=article, problems=(_defect("read", error),))


def _cut_or_problem(page: Page) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles and the problems of a page; where cutting fails, none and a `Problem` as above."""
    from dateline.pages import cut as cut_page

    try:
        made = cut_page(page)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a defect raises
        return (), (_defect("cut", error),)
    return made.articles, made.problems


def _defect(stage: Stage, error: Exception) -> Problem:
    at = extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__} in {Path(at.filename).stem}, line {at.lineno}: {error}"
    return Problem(stage=stage, code="defect", message=f"a defect of this program, please report it: {cause}")


def read_text(text: str, published: str | date | None = None) -> Reading:
    """The reading of one clean article, whose text is taken unchanged; `published` is an ISO day, where it is known.

    Only two lone surrogates that stand side by side as a pair become the character that they mean, as in JSON.
    """
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(id=article_id(text), page=PageRef(source="text", sha256=digest), text=text)
    return read(article if published is None else replace(article, published=stated(published)))


def _quoting(value: Any, text: str) -> Any:  # noqa: ANN401 -- walks records of any type
    """The records with every anchor quoting this text, which has as many code points as the one that was read."""
    if isinstance(value, Anchor):
        return anchor(text, value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_quoting(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _quoting(getattr(value, field.name), text) for field in fields(value)})
    return value


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON, in the shape of the contract (docs/contract.md)."""
    return codec.to_json(reading)


def stated(published: str | date) -> Published:
    """A day of publication that the caller knows. Raises QuestionError where it is not an ISO day."""
    day = to_day(published)
    return Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"published: {day}"),))


def to_day(value: str | date) -> date:
    """The day of an ISO string. Raises QuestionError where it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise QuestionError(f"{value!r} is not a day: write it as 2026-11-21") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one source gave: a page with its articles and problems; no page where it could not be opened at all.

    A page that is `known` already was not cut.
    """

    source: str
    page: Page | None
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    known: bool = False


def taken(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    as_article: bool = False,
    published: str | date | None = None,
    known: Callable[[str], bool] | None = None,
) -> Iterator[Taken]:
    """The articles of files and folders, one page at a time, not yet read.

    `as_article` takes each file as one clean article; `published` gives the day of all of them; `-` is `stdin`.
    `known` says for the SHA-256 of a page whether it is known already.
    """
    from dateline.sources import open_pages

    given = None if published is None else stated(published)
    for found in open_pages([str(path) for path in paths], stdin=stdin, as_article=as_article):
        match found.what:
            case Problem() as problem:
                yield Taken(source=found.source, page=None, articles=(), problems=(problem,))
            case Article() as ready:
                page, article = _page_of(ready)
                yield Taken(source=found.source, page=page, articles=_dated((article,), given), problems=())
            case Page() as page if known is not None and known(page.ref.sha256):
                yield Taken(source=found.source, page=page, articles=(), problems=(), known=True)
            case Page() as page:
                articles, problems = _cut_or_problem(page)
                yield Taken(source=found.source, page=page, articles=_dated(articles, given), problems=problems)


def _page_of(article: Article) -> tuple[Page, Article]:
    """A page for an article that came without one: its text where that is all there was, else all that was told of it."""
    source = article.page.source
    page = Page(source=source, url=article.url, content=article.text.encode("utf-8", "surrogatepass"))
    if page.ref.sha256 == article.page.sha256:
        return page, article
    told = {
        "headline": article.headline,
        "byline": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "published": codec.encode_days(article.published.interval),
        "text": article.text,
    }
    page = Page(source=source, url=article.url, media_type="application/json", content=codec.dumps(told).encode())
    return page, replace(article, page=page.ref, offsets=OffsetMap())


def _dated(articles: Iterable[Article], given: Published | None) -> tuple[Article, ...]:
    return tuple(articles if given is None else (replace(article, published=given) for article in articles))
