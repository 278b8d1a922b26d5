"""The ledger's store: what was added, as of when it was known, and what linking made of it."""

import json
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from dateline.codec import dumps
from dateline.errors import QuestionError
from dateline.ledger.adding import has, insert, insert_readings, note_source
from dateline.ledger.bodies import article_of, packed, unpacked
from dateline.ledger.judgements import correction_of, correction_to_json, judgements_to_json, record_of
from dateline.ledger.known import appearances, known, load, sources
from dateline.ledger.past import Past
from dateline.ledger.placing import few, many, settle, settled
from dateline.ledger.regional import (
    Judged,
    Of,
    article_of_story,
    articles_in,
    articles_of,
    articles_part,
    digest_of,
    judge,
    keep,
    light_part,
    region_of,
    regions,
    soiled,
    story_part,
    unlinked,
)
from dateline.ledger.schema import ARTICLE, CORRECTION, JUDGEMENT, PAGE, READING, SOURCE
from dateline.ledger.search import Hit, KnownNumbers, search
from dateline.ledger.state import count_up, get
from dateline.ledger.transactions import writing
from dateline.ledger.verify import verify
from dateline.linking import joined, link, prepared, story_then
from dateline.linking.corrections import days_of, in_order
from dateline.model import Appearance, Article, Correction, Page, PageRef, Problem, Reading, Record

READER = 1
"""The version of the reader that readings are stored under unless another is given."""
JUDGEMENTS = 16
"""How many answers of linking are kept, besides those for the regions of all that is known."""
REGIONS_AT_ONCE = 16
"""How many regions are linked before what was made of them is kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of a record that a question about a story needs, and the id that the story has in it."""

    story: str
    record: Record


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
            return has(connection, sha256)

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
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            new = not has(connection, page.ref.sha256)
            if new:
                insert(connection, page, articles, problems, recorded)
                insert_readings(connection, page.ref.sha256, articles, readings, reader)
                count_up(connection, "revision")
            note_source(connection, page)
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
            insert_readings(connection, sha256, articles, readings, reader)
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

    def story(self, story: str, as_of: date | None = None, *, undertakings_only: bool = False) -> Asked | None:
        """What is said of one story, in a ledger of many articles; None where the whole record is to be asked.

        Reads and links no more than the articles around the story. Actors have the names that those articles call them by. As of a past
        day the story is the one with this id then, else what there was of today's (`story_then`). With `undertakings_only` there may be
        no events and no conflicts in it.
        """
        self.place()
        with self._engine.begin() as connection:
            if not many(connection):
                return None
            first = article_of_story(connection, story)
        nothing = Asked(story, Record(readings={}))
        if first is None:
            return nothing
        if as_of is not None:
            found = self._story_then(
                lambda past: story if story in past.around(first).values() else None, as_of, undertakings_only
            )
            if found is not None:
                return found
        now = self._judged(first)
        if now is None:
            return nothing
        if as_of is not None:
            articles = articles_in(now.line, story)
            return self._story_then(lambda past: story_then(articles, past.around), as_of, undertakings_only) or nothing
        with self._engine.begin() as connection:
            return Asked(story, story_part(connection, story, now, _corrections(connection), None))

    def _story_then(self, which: Callable[[Past], str | None], as_of: date, undertakings_only: bool) -> Asked | None:
        """What was said of a story on a day; None where `which` finds none."""
        with self._engine.begin() as connection:
            corrections = _corrections(connection)
            past = Past(connection, as_of, corrections, undertakings_only=undertakings_only)
            story = which(past)
            if story is None:
                return None
            part = story_part(connection, story, past.region_of_story(story), corrections, as_of)
        self._keep_past(past)
        return Asked(story, part)

    def parts(self, of: Of, as_of: date | None = None) -> Iterator[Record] | None:
        """One kind of record, a region at a time, in a ledger of many articles; None where the whole record is to be asked.

        Actors have the names that the articles of the region call them by; of the articles there is nothing that was read of them.
        """
        self.place()
        with self._engine.begin() as connection:
            if not many(connection):
                return None
        if as_of is None:
            self.settle()
        return self._parts(of, as_of)

    def _parts(self, of: Of, as_of: date | None) -> Iterator[Record]:
        with self._engine.begin() as connection:
            corrections = _corrections(connection)
            if as_of is None:
                for code, articles in regions(connection):
                    yield light_part(connection, judge(connection, code, articles, corrections), corrections, of)
                return
            past = Past(connection, as_of, corrections, undertakings_only=of != "conflicts")
            for articles in past.regions():
                yield light_part(connection, past.judged(articles), corrections, of)

    def _judged(self, article: str) -> Judged | None:
        """The region of an article, linked; None where it has none."""
        while True:
            self.place()
            with self._engine.begin() as connection:
                code = region_of(connection, article)
                if code is None:
                    return None
                revision = get(connection, "revision")
                made = judge(connection, code, articles_of(connection, code), _corrections(connection))
            if not made.new or self._kept([made], revision):
                return made

    def _kept(self, made: Sequence[Judged], revision: str) -> bool:
        """Keeps what was made of regions, unless another program added something since."""
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            if get(connection, "revision") != revision:
                return False
            keep(connection, made)
        return True

    def settle(self) -> int:
        """Links what was added since the last time, with what it touches and nothing else; so many regions were linked anew.

        Questions do so as well. Needs no more memory than one region.
        """
        count = 0
        while True:
            self.place()
            with self._engine.begin() as connection:
                revision = get(connection, "revision")
                corrections = _corrections(connection)
                codes = soiled(connection, REGIONS_AT_ONCE)
                made = [judge(connection, c, articles_of(connection, c), corrections) for c in codes]
            if not made:
                return count
            if self._kept(made, revision):
                count += len(made)

    def place(self) -> None:
        """Gives the articles that were added since the last time their places, in a ledger of many; links nothing. Questions do so as well."""
        done = False
        while not done:
            with self._engine.begin() as connection:
                if settled(connection) or few(connection):
                    return
            with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
                done = settle(connection, _corrections(connection))

    def search(
        self, query: str, as_of: date | None = None, limit: int = 20, among: Collection[str] | None = None
    ) -> list[Hit]:
        """The articles (of these, or of all) that hold all the words of the query (a phrase in quotation marks stays together), best first."""
        with self._engine.begin() as connection:
            wanted = KnownNumbers(connection, as_of, _corrections(connection), among)
            return search(connection, query, wanted, limit)

    def found(self, articles: Sequence[str], as_of: date | None = None) -> Record | None:
        """The part of the record that tells where found articles belong, in a ledger of many; None where the whole record is to be asked."""
        self.place()
        with self._engine.begin() as connection:
            if not many(connection):
                return None
            corrections = _corrections(connection)
            past = None if as_of is None else Past(connection, as_of, corrections, undertakings_only=True)
            if past is not None:
                part = past.part(articles)
        if past is not None:
            self._keep_past(past)
            return part
        with self._engine.begin() as connection:
            waiting = unlinked(connection, articles)
        for article in waiting:
            self._judged(article)
        with self._engine.begin() as connection:
            return articles_part(connection, articles, _corrections(connection))

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

    def _keep_past(self, past: Past) -> None:
        for one in past.made():
            if one.new:
                self._keep(one.digest, one.line)

    def _keep(self, digest: str, line: str) -> None:
        with self._engine.connect() as plain, writing(plain) as connection, connection.begin():
            if connection.execute(sa.select(JUDGEMENT.c.digest).where(JUDGEMENT.c.digest == digest)).first() is None:
                last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(JUDGEMENT.c.number), 0))).scalar_one()
                connection.execute(
                    JUDGEMENT.delete().where(JUDGEMENT.c.number > 0, JUDGEMENT.c.number <= last + 1 - JUDGEMENTS)
                )
                connection.execute(JUDGEMENT.insert().values(digest=digest, number=last + 1, body=packed(line)))


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
