"""The ledger's store: what was added, as of when it was known, and what linking made of it."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from dateline.codec import dumps, encode_article, encode_problem, to_json
from dateline.errors import QuestionError
from dateline.ledger.bodies import article_of, packed, unpacked
from dateline.ledger.judgements import correction_of, correction_to_json, judgements_to_json, record_of
from dateline.ledger.known import appearances, known, load, sources
from dateline.ledger.placing import few, many, settle, settled
from dateline.ledger.regional import (
    articles_of,
    articles_part,
    articles_then,
    digest_of,
    judge,
    keep,
    region_of_story,
    regions,
    soiled,
    story_part,
)
from dateline.ledger.schema import ARTICLE, CORRECTION, JUDGEMENT, PAGE, READING, SOURCE
from dateline.ledger.search import Hit, KnownNumbers, index, search
from dateline.ledger.state import count_up, get
from dateline.ledger.transactions import writing
from dateline.ledger.verify import verify
from dateline.linking import joined, link, prepared, story_id
from dateline.linking.corrections import days_of, in_order
from dateline.model import Appearance, Article, Correction, Page, PageRef, Problem, Reading, Record

READER = 1
"""The version of the reader that readings are stored under unless another is given."""
JUDGEMENTS = 16
"""How many answers of linking are kept, besides those for the regions of all that is known."""
REGIONS_AT_ONCE = 16
"""How many regions are linked before what was made of them is kept."""


class Store:
    """An open ledger. Safe against a crash at any point: each page is added as a whole or not at all. Close it, or use `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._last: tuple[str, Record] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the database."""
        self._engine.dispose()

    # adding

    def known(self, sha256: str) -> bool:
        """Whether a page with these bytes is in the ledger."""
        with self._engine.begin() as connection:
            return _has(connection, sha256)

    def add(
        self,
        page: Page,
        articles: Sequence[Article],
        readings: Sequence[Reading],
        problems: Sequence[Problem],
        recorded: date,
        *,
        reader: int = READER,
    ) -> bool:
        """Takes a page with what was cut and read from it, as a whole. False where its bytes are there already: then only its source is noted.

        `readings` belong to `articles` by their article's id; an article without a reading is kept all the same.
        """
        ref = page.ref
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            new = not _has(connection, ref.sha256)
            if new:
                _insert(connection, page, ref, articles, problems, recorded)
                _insert_readings(connection, ref, articles, readings, reader)
                count_up(connection, "revision")
            _note_source(connection, page, ref)
        return new

    def reread(self, sha256: str, readings: Sequence[Reading], *, reader: int) -> bool:
        """Takes what a newer reader made of a page's articles, beside what is there. False where the page is unknown or was read by it."""
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            rows = connection.execute(
                sa.select(ARTICLE.c.body).where(ARTICLE.c.page == sha256).order_by(ARTICLE.c.position)
            ).all()
            seen = connection.execute(
                sa.select(READING.c.reader).where(READING.c.page == sha256, READING.c.reader == reader).limit(1)
            ).first()
            if not rows or seen is not None:
                return False
            articles = [article_of(row.body) for row in rows]
            _insert_readings(connection, PageRef(source="", sha256=sha256), articles, readings, reader)
            count_up(connection, "revision")
            count_up(connection, "rereads")
        return True

    def correct(self, correction: Correction) -> bool:
        """Keeps a decision; False where the very same is there already. Raises QuestionError where its days are malformed."""
        if correction.kind in ("published", "days", "due"):
            try:
                days_of(correction.value)
            except ValueError as error:
                raise QuestionError(f"days are given as DAY, DAY/DAY or unknown, not {correction.value!r}") from error
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            if connection.execute(sa.select(CORRECTION.c.id).where(CORRECTION.c.id == correction.id)).first():
                return False
            connection.execute(CORRECTION.insert().values(id=correction.id, body=correction_to_json(correction)))
            count_up(connection, "revision")
        return True

    # asking

    def corrections(self) -> list[Correction]:
        """What was decided, in the order it takes effect."""
        with self._engine.begin() as connection:
            return _corrections(connection)

    def readings(self, as_of: date | None = None) -> list[Reading]:
        """One reading for each article that was known on that day, by the newest reader, as stored; ascending by article id.

        Known are articles whose days of publication have ended by then, and undated ones that were recorded by then.
        """
        with self._engine.begin() as connection:
            rows = known(connection, as_of, _corrections(connection))
            return list(prepared(load(connection, rows), ()).values())

    def record(self, as_of: date | None = None) -> Record:
        """What was known on that day, linked, with the corrections. Asked again, the stored judgement is taken."""
        if as_of is None:
            self.settle()
        with self._engine.begin() as connection:
            if as_of is None and not (settled(connection) or few(connection)):
                return self.record()  # another program added something just now
            corrections = _corrections(connection)
            rows = known(connection, as_of, corrections)
            names = sources(connection)
            state = digest_of(rows, corrections)
            full = sha256(f"{state}{sorted(names.items())}".encode("utf-8", "surrogatepass")).hexdigest()
            if self._last is not None and self._last[0] == full:
                return self._last[1]
            readings = list(load(connection, rows, names))
            found = appearances(readings)
            if as_of is None and many(connection):
                record = _of_regions(connection, readings, found, corrections)
                self._last = (full, record)
                return record
            stored = connection.execute(sa.select(JUDGEMENT.c.body).where(JUDGEMENT.c.digest == state)).scalar()
        if stored is None:
            record = link(readings, found, corrections)
            self._keep(state, judgements_to_json(record))
        else:
            record = record_of(json.loads(unpacked(stored)), prepared(readings, corrections), found)
        self._last = (full, record)
        return record

    def story(self, story: str, as_of: date | None = None) -> Record | None:
        """The part of the record that is about one story, in a ledger of many articles; None where only the whole record tells.

        Reads and links no more than the articles around the story. Actors have the names that those articles call them by.
        """
        self._settle()
        with self._engine.begin() as connection:
            if not many(connection):
                return None
            code = region_of_story(connection, story)
        if code is None:
            self.settle()  # it may be in a region that is not linked yet
        with self._engine.begin() as connection:
            corrections = _corrections(connection)
            code = region_of_story(connection, story)
            if code is None:
                return None
            articles = articles_of(connection, code)
            if as_of is not None:
                first = next(article for article in articles if story_id(article) == story)
                then = articles_then(connection, first, as_of, corrections)
                if not then:
                    return None if then is None else Record(readings={})
                articles = then
            made = judge(connection, code, articles, corrections, as_of)
            part = story_part(connection, story, made.line, corrections, as_of)
        if as_of is not None and made.new:
            self._keep(made.digest, made.line)
        return part

    def settle(self) -> int:
        """Links what was added since the last time, with what it touches and nothing else; so many regions were linked anew.

        Questions do so as well. Needs no more memory than one region.
        """
        count = 0
        while True:
            self._settle()
            with self._engine.begin() as connection:
                revision = get(connection, "revision")
                corrections = _corrections(connection)
                codes = soiled(connection, REGIONS_AT_ONCE)
                made = [judge(connection, c, articles_of(connection, c), corrections) for c in codes]
            if not made:
                return count
            with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
                if get(connection, "revision") == revision:  # else another program added something just now
                    keep(connection, made)
                    count += len(made)

    def _settle(self) -> None:
        """Gives new articles their places, in a ledger of many."""
        with self._engine.begin() as connection:
            if settled(connection) or few(connection):
                return
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            settle(connection, _corrections(connection))

    def search(self, query: str, as_of: date | None = None, limit: int = 20) -> list[Hit]:
        """The articles that hold all the words of the query (a phrase in quotation marks stays together), best first."""
        with self._engine.begin() as connection:
            return search(connection, query, KnownNumbers(connection, as_of, _corrections(connection)), limit)

    def found(self, articles: Sequence[str]) -> Record | None:
        """The part of the record that tells where found articles belong, in a ledger of many; None where only the whole record tells."""
        self.settle()
        with self._engine.begin() as connection:
            return articles_part(connection, articles, _corrections(connection)) if many(connection) else None

    def problems(self) -> list[tuple[PageRef, Problem]]:
        """What went wrong with pages, by page; the problems of an article stand in its reading."""
        with self._engine.begin() as connection:
            names = sources(connection)
            rows = connection.execute(sa.select(PAGE.c.sha256, PAGE.c.problems).order_by(PAGE.c.sha256)).all()
        return [
            (PageRef(source=names[row.sha256], sha256=row.sha256), Problem(**value))
            for row in rows
            for value in json.loads(row.problems)
        ]

    def content(self, sha256: str) -> bytes | None:
        """The bytes of a page; None where it is unknown."""
        with self._engine.begin() as connection:
            packed = connection.execute(sa.select(PAGE.c.content).where(PAGE.c.sha256 == sha256)).scalar()
        return None if packed is None else zlib.decompress(packed)

    def verify(self) -> list[Problem]:
        """Everything that is not as it should be: bytes, anchors, offsets, keys, the database itself. Empty where all is well."""
        with self._engine.connect() as connection:  # never committed: a damaged database could not be
            return verify(connection)

    def rows(self) -> Iterator[tuple[str, str]]:
        """Every row but what is derived (judgements) and when it was recorded, as a table's name and a line of JSON."""
        with self._engine.begin() as connection:
            for row in connection.execute(sa.select(PAGE).order_by(PAGE.c.sha256)):
                value = {"sha256": row.sha256, "size": row.size, "media_type": row.media_type, "charset": row.charset}
                yield "page", dumps({**value, "problems": json.loads(row.problems)})
            for row in connection.execute(sa.select(SOURCE)):
                fetched = row.fetched.isoformat() if row.fetched else None
                yield "source", dumps({"page": row.page, "source": row.source, "url": row.url, "fetched": fetched})
            for row in connection.execute(sa.select(ARTICLE).order_by(ARTICLE.c.page, ARTICLE.c.position)):
                value = {"page": row.page, "position": row.position}
                yield "article", dumps({**value, "article": json.loads(unpacked(row.body))})
            for row in connection.execute(sa.select(READING).order_by(READING.c.page, READING.c.position)):
                value = {"page": row.page, "position": row.position, "reader": row.reader}
                yield "reading", dumps({**value, "reading": json.loads(unpacked(row.body))})
            for body in connection.execute(sa.select(CORRECTION.c.body)).scalars():
                yield "correction", body

    def _keep(self, digest: str, line: str) -> None:
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            if connection.execute(sa.select(JUDGEMENT.c.digest).where(JUDGEMENT.c.digest == digest)).first() is None:
                last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(JUDGEMENT.c.number), 0))).scalar_one()
                connection.execute(
                    JUDGEMENT.delete().where(JUDGEMENT.c.number > 0, JUDGEMENT.c.number <= last + 1 - JUDGEMENTS)
                )
                connection.execute(JUDGEMENT.insert().values(digest=digest, number=last + 1, body=packed(line)))


def _has(connection: Connection, digest: str) -> bool:
    return connection.execute(sa.select(PAGE.c.sha256).where(PAGE.c.sha256 == digest)).first() is not None


def _insert(
    connection: Connection,
    page: Page,
    ref: PageRef,
    articles: Sequence[Article],
    problems: Sequence[Problem],
    recorded: date,
) -> None:
    connection.execute(
        PAGE.insert().values(
            sha256=ref.sha256,
            content=zlib.compress(page.content),
            size=len(page.content),
            media_type=page.media_type,
            charset=page.charset,
            recorded=recorded,
            problems=dumps([encode_problem(p) for p in problems]),
        )
    )
    number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(ARTICLE.c.number), 0))).scalar_one()
    for position, article in enumerate(articles):
        number += 1
        body = packed(dumps(encode_article(_bare(article))))
        row = {"page": ref.sha256, "position": position, "id": article.id, "number": number, "body": body}
        connection.execute(ARTICLE.insert().values(**row))
        index(connection, number, article)


def _insert_readings(
    connection: Connection, ref: PageRef, articles: Sequence[Article], readings: Sequence[Reading], reader: int
) -> None:
    waiting: dict[str, list[int]] = {}
    for position, article in enumerate(articles):
        waiting.setdefault(article.id, []).append(position)
    taken: Counter[str] = Counter()
    for reading in readings:
        key = reading.article.id
        if taken[key] >= len(waiting.get(key, ())):
            raise ValueError(f"a reading of {key}, which is not among the articles of page {ref.sha256}")
        position = waiting[key][taken[key]]
        taken[key] += 1
        line = to_json(replace(reading, article=_bare(reading.article)))
        published = reading.article.published
        connection.execute(
            READING.insert().values(
                page=ref.sha256,
                position=position,
                reader=reader,
                digest=sha256(line.encode()).hexdigest(),
                published_start=published.start,
                published_end=published.end,
                body=packed(line),
            )
        )


def _bare(article: Article) -> Article:
    """The article without what depends on the other pages: the name its page goes by, and what it repeats."""
    return replace(article, page=PageRef(source="", sha256=article.page.sha256), duplicate_of=None)


def _note_source(connection: Connection, page: Page, ref: PageRef) -> None:
    found = connection.execute(
        sa.select(SOURCE.c.source).where(SOURCE.c.page == ref.sha256, SOURCE.c.source == page.source)
    ).first()
    if found is None:
        connection.execute(
            SOURCE.insert().values(page=ref.sha256, source=page.source, url=page.url, fetched=page.fetched)
        )


def _corrections(connection: Connection) -> list[Correction]:
    made = [correction_of(body) for body in connection.execute(sa.select(CORRECTION.c.body)).scalars()]
    return in_order(made)


def _of_regions(
    connection: Connection,
    readings: Sequence[Reading],
    found: tuple[Appearance, ...],
    corrections: Sequence[Correction],
) -> Record:
    """The record of all regions of a ledger of many articles."""
    linked = prepared(readings, corrections)
    parts = []
    for code, articles in regions(connection):
        line = judge(connection, code, articles, corrections).line
        parts.append(record_of(json.loads(line), {a: linked[a] for a in articles}))
    return joined(parts, found, corrections)
