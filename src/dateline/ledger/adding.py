"""A page with what was cut and read from it, as rows of the tables."""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.codec import dumps, encode_article, encode_problem, to_json
from dateline.ledger.bodies import packed
from dateline.ledger.schema import ARTICLE, PAGE, READING, SOURCE
from dateline.ledger.search import index
from dateline.model import Article, Page, PageRef, Problem, Reading

Row = dict[str, object]


def has(connection: Connection, digest: str) -> bool:
    """Whether a page with these bytes is there."""
    return connection.execute(sa.select(PAGE.c.sha256).where(PAGE.c.sha256 == digest)).first() is not None


def insert(
    connection: Connection, page: Page, articles: Sequence[Article], problems: Sequence[Problem], recorded: date
) -> None:
    """Puts in a page that is not there, and its articles."""
    connection.execute(PAGE.insert().values(**page_row(page, problems, recorded)))
    number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(ARTICLE.c.number), 0))).scalar_one()
    for position, article in enumerate(articles):
        number += 1
        connection.execute(ARTICLE.insert().values(**article_row(page.ref.sha256, position, number, article)))
        index(connection, number, article)


def insert_readings(
    connection: Connection, page: str, articles: Sequence[Article], readings: Sequence[Reading], reader: int
) -> None:
    """Puts in what a version of the reader took from a page's articles; each of the same text has its own."""
    for position, reading in _positions(page, articles, readings):
        connection.execute(READING.insert().values(**reading_row(page, position, reader, reading)))


def note_source(connection: Connection, page: Page) -> None:
    """Puts in where a page was found, if that is not there."""
    row = source_row(page)
    there = sa.select(SOURCE.c.source).where(SOURCE.c.page == row["page"], SOURCE.c.source == row["source"])
    if connection.execute(there).first() is None:
        connection.execute(SOURCE.insert().values(**row))


def page_row(page: Page, problems: Sequence[Problem], recorded: date) -> Row:
    """A row of the pages."""
    return {
        "sha256": page.ref.sha256,
        "content": zlib.compress(page.content),
        "size": len(page.content),
        "media_type": page.media_type,
        "charset": page.charset,
        "recorded": recorded,
        "problems": dumps([encode_problem(p) for p in problems]),
    }


def source_row(page: Page) -> Row:
    """A row of the sources."""
    return {"page": page.ref.sha256, "source": page.source, "url": page.url, "fetched": page.fetched}


def article_row(page: str, position: int, number: int, article: Article) -> Row:
    """A row of the articles."""
    body = packed(dumps(encode_article(_bare(article))))
    return {"page": page, "position": position, "id": article.id, "number": number, "body": body}


def reading_row(page: str, position: int, reader: int, reading: Reading) -> Row:
    """A row of the readings."""
    line = to_json(replace(reading, article=_bare(reading.article)))
    published = reading.article.published
    return {
        "page": page,
        "position": position,
        "reader": reader,
        "digest": sha256(line.encode()).hexdigest(),
        "published_start": published.start,
        "published_end": published.end,
        "body": packed(line),
    }


def _positions(page: str, articles: Sequence[Article], readings: Sequence[Reading]) -> Iterator[tuple[int, Reading]]:
    waiting: dict[str, list[int]] = {}
    for position, article in enumerate(articles):
        waiting.setdefault(article.id, []).append(position)
    taken: Counter[str] = Counter()
    for reading in readings:
        key = reading.article.id
        if taken[key] >= len(waiting.get(key, ())):
            raise ValueError(f"a reading of {key}, which is not among the articles of page {page}")
        yield waiting[key][taken[key]], reading
        taken[key] += 1


def _bare(article: Article) -> Article:
    """The article without what depends on the other pages: the name its page goes by, and what it repeats."""
    return replace(article, page=PageRef(source="", sha256=article.page.sha256), duplicate_of=None)
