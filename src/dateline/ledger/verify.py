"""Checks a ledger against itself: bytes, articles, anchors, offsets, keys, and the database's own structure."""

import zlib
from collections.abc import Iterator
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.codec import from_json
from dateline.errors import LedgerError
from dateline.ledger.bodies import article_of, unpacked
from dateline.ledger.engines import own
from dateline.ledger.schema import ARTICLE, PAGE, READING
from dateline.model import Article, Problem, Reading, article_id


def verify(connection: Connection) -> list[Problem]:
    """What is not as it should be; empty where all is well."""
    found: list[Problem] = []
    try:
        for check in (own(connection).damages, _pages, _articles, _readings):
            found += (Problem(stage="store", code=code, message=message) for code, message in check(connection))
    except LedgerError as error:
        found.append(Problem(stage="store", code="damaged", message=str(error)))
    return found


def _pages(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in connection.execute(sa.select(PAGE.c.sha256, PAGE.c.content, PAGE.c.size).order_by(PAGE.c.sha256)):
        try:
            content = zlib.decompress(row.content)
        except zlib.error as error:
            yield "page_bytes", f"the bytes of page {row.sha256} cannot be unpacked: {error}"
            continue
        if sha256(content).hexdigest() != row.sha256 or len(content) != row.size:
            yield "page_bytes", f"the bytes of page {row.sha256} are not those it was added with"


def _articles(connection: Connection) -> Iterator[tuple[str, str]]:
    rows = sa.select(ARTICLE.c.page, ARTICLE.c.position, ARTICLE.c.id, ARTICLE.c.body, PAGE.c.size).join(PAGE)
    for row in connection.execute(rows.order_by(ARTICLE.c.page, ARTICLE.c.position)):
        name = f"article {row.position} of page {row.page}"
        try:
            article = article_of(row.body)
        except (zlib.error, ValueError, KeyError) as error:
            yield "article_body", f"{name} cannot be read back: {error}"
            continue
        if article.id != row.id or article_id(article.text) != row.id:
            yield "article_text", f"{name} is not the text it was added with"
        yield from _offsets(name, article, row.size)


def _offsets(name: str, article: Article, size: int) -> Iterator[tuple[str, str]]:
    for piece in article.offsets.pieces:
        if piece.start + piece.length > len(article.text) or piece.source + piece.source_length > size:
            yield "offsets", f"the offsets of {name} lead out of the text or the page"
            return


def _readings(connection: Connection) -> Iterator[tuple[str, str]]:
    rows = sa.select(READING).order_by(READING.c.page, READING.c.position, READING.c.reader)
    for row in connection.execute(rows):
        name = f"reading {row.reader} of article {row.position} of page {row.page}"
        try:
            line = unpacked(row.body)
            reading = from_json(line)
        except (zlib.error, ValueError, KeyError) as error:
            yield "reading_body", f"{name} cannot be read back: {error}"
            continue
        if sha256(line.encode()).hexdigest() != row.digest:
            yield "reading_body", f"{name} is not what was stored"
        yield from _anchors(name, reading)


def _anchors(name: str, reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.article.text
    for anchor in reading.anchors():
        if text[anchor.start : anchor.end] != anchor.quote:
            yield "anchor", f"{name}: {anchor.start}..{anchor.end} does not quote the text"
