"""Which readings were known on a day, and the readings themselves, of all articles or of some."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.codec import from_json
from dateline.ledger.bodies import unpacked
from dateline.ledger.looks import batched
from dateline.ledger.schema import ARTICLE, PAGE, READING, SOURCE
from dateline.linking.corrections import days_of
from dateline.model import Appearance, Correction, PageRef, Reading


@dataclass(frozen=True, slots=True)
class Known:
    """One stored reading, without its body; `end` is its last possible day of publication, as corrected."""

    page: str
    position: int
    reader: int
    article: str
    digest: str
    end: date | None
    recorded: date


def known(
    connection: Connection,
    as_of: date | None,
    corrections: Iterable[Correction],
    articles: Collection[str] | None = None,
) -> list[Known]:
    """The newest reading of each article on each page that was known on the day, in the order of the pages; of these articles, or of all.

    Known are articles whose days of publication have ended by then, and undated ones that were recorded by then. A page that does not
    date an article which another page dates is known with that one at the earliest.
    """
    given = {t: days_of(c.value) for c in corrections if c.kind == "published" for t in c.targets}
    newest: dict[tuple[str, int], Known] = {}
    for row in _rows(connection, articles):
        days = given.get(row.article)
        end = row.published_end if days is None else days.end
        newest[row.page, row.position] = Known(
            row.page, row.position, row.reader, row.article, row.digest, end, row.recorded
        )
    rows = [one for _, one in sorted(newest.items())]
    if as_of is None:
        return rows
    first = since(rows)
    return [one for one in rows if (one.end or one.recorded) <= as_of and first[one.article] <= as_of]


def since(rows: Iterable[Known]) -> dict[str, date]:
    """By article the day since which it is known: the first by which it was surely published, else that of its first recording."""
    ends: dict[str, date] = {}
    recorded: dict[str, date] = {}
    for one in rows:
        kept = recorded if one.end is None else ends
        kept[one.article] = min(one.end or one.recorded, kept.get(one.article, date.max))
    return recorded | ends


def _rows(connection: Connection, articles: Collection[str] | None) -> Iterator[Any]:
    """Readings by page, position and reader, ascending for each article at least."""
    rows = (
        sa.select(
            READING.c.page,
            READING.c.position,
            READING.c.reader,
            READING.c.digest,
            READING.c.published_end,
            ARTICLE.c.id.label("article"),
            PAGE.c.recorded,
        )
        .join(ARTICLE, sa.and_(READING.c.page == ARTICLE.c.page, READING.c.position == ARTICLE.c.position))
        .join(PAGE, READING.c.page == PAGE.c.sha256)
        .order_by(READING.c.page, READING.c.position, READING.c.reader)
    )
    if articles is None:
        yield from connection.execute(rows)
        return
    for some in batched(sorted(articles)):
        yield from connection.execute(rows.where(ARTICLE.c.id.in_(some)))


def sources(connection: Connection, pages: Collection[str] | None = None) -> dict[str, str]:
    """The smallest source of each page (of these, or of all): which one came first must not matter."""
    rows = sa.select(SOURCE.c.page, SOURCE.c.source)
    smallest: dict[str, str] = {}
    for question in [rows] if pages is None else (rows.where(SOURCE.c.page.in_(b)) for b in batched(sorted(pages))):
        for row in connection.execute(question):
            smallest[row.page] = min(row.source, smallest.get(row.page, row.source))
    return smallest


def load(connection: Connection, rows: Sequence[Known], named: dict[str, str] | None = None) -> Iterator[Reading]:
    """The readings of the rows, in their order, with the names of their pages (`named`, else asked for)."""
    names = sources(connection, {row.page for row in rows}) if named is None else named
    for row, body in bodies(connection, rows):
        reading = from_json(unpacked(body))
        ref = PageRef(source=names[row.page], sha256=row.page)
        yield replace(reading, article=replace(reading.article, page=ref))


def bodies(connection: Connection, rows: Sequence[Known]) -> Iterator[tuple[Known, bytes]]:
    """The rows in their order, each with the column that holds its reading."""
    found = sa.select(READING.c.page, READING.c.position, READING.c.reader, READING.c.body)
    for some in batched(rows, 100):
        wanted = {(row.page, row.position, row.reader) for row in some}
        made = {
            (row.page, row.position, row.reader): row.body
            for row in connection.execute(found.where(READING.c.page.in_({row.page for row in some})))
            if (row.page, row.position, row.reader) in wanted
        }
        for row in some:
            yield row, made[row.page, row.position, row.reader]


def appearances(readings: Iterable[Reading]) -> tuple[Appearance, ...]:
    """Where the readings' articles were found, each place once."""
    found = {Appearance(article=r.article.id, page=r.article.page, headline=r.article.headline) for r in readings}
    return tuple(sorted(found, key=lambda a: (a.article, a.page.sha256, a.page.source, a.headline or "")))
