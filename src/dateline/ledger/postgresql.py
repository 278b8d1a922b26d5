"""What is PostgreSQL's own: how a ledger's database is opened, who may write, and the index of its texts."""

from collections.abc import Container, Iterable, Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, ExceptionContext, event

from dateline.errors import LedgerError
from dateline.ledger.bodies import article_of
from dateline.ledger.indexable import indexable
from dateline.ledger.schema import ARTICLE, METADATA
from dateline.ledger.transactions import writes
from dateline.ledger.words import marked, places_of_words

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
"""What an address begins with."""
WAIT_SECONDS = 600
"""How long a writer waits for another one; one that places a large ledger anew takes minutes."""
CONNECT_SECONDS = 15
"""How long a server may take to answer at first, where the address does not say it (`connect_timeout`)."""

_LAST_PLACE, _PLACES, _WORD, _VECTOR = 16_383, 255, 500, 1_000_000
"""What a tsvector holds: the last place and the places of one word, code points of a word, bytes in all (each a little less)."""
_ASKED = 64
"""Words of a phrase that the index is asked for."""


def address(where: str) -> sa.URL:
    """The address as SQLAlchemy takes it. Raises LedgerError where it is malformed."""
    try:
        url = sa.make_url(where).set(drivername="postgresql+psycopg")
    except (sa.exc.ArgumentError, ValueError) as error:
        raise LedgerError(f"this is no address of a database: {error}") from error
    missing = {} if "connect_timeout" in url.query else {"connect_timeout": str(CONNECT_SECONDS)}
    return url.update_query_dict(missing | {"client_encoding": "utf8"})


def engine(url: sa.URL) -> Engine:
    """An engine on the database. Transactions that write say so with `writing`. Raises LedgerError where the driver is not installed."""
    try:
        made = sa.create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise LedgerError(f"PostgreSQL needs its driver: install dateline[postgres] ({error})") from error
    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _say)
    return made


def put_words(connection: Connection, number: int, headline: str, text: str) -> None:
    """Puts an article's texts into the index of words, under its number."""
    terms, whole = _vector(places_of_words(headline, text))
    connection.execute(
        sa.text("INSERT INTO words(number, terms, whole) VALUES (:number, CAST(:terms AS tsvector), :whole)"),
        {"number": number, "terms": terms, "whole": whole},
    )


def with_words(connection: Connection, phrases: Sequence[str], wanted: Container[int]) -> Iterator[tuple[int, str]]:
    """Of the wanted numbers, those whose texts hold all the phrases, best first, with the found words of the text marked.

    The index gives the articles that may, by PostgreSQL's `ts_rank`; whether they do is then read in the texts.
    """
    asked = [_in_order(phrase) for phrase in phrases]
    every = sorted({term for terms in asked for term in terms})
    rows = connection.execute(
        sa.text(
            "SELECT number FROM words, CAST(:every AS tsquery) AS every, CAST(:phrases AS tsquery) AS phrases "
            "WHERE terms @@ every AND (NOT whole OR terms @@ phrases) OR terms IS NULL "
            "ORDER BY coalesce(ts_rank(terms, every, 1), 0) DESC, number"
        ),
        {"every": " & ".join(every), "phrases": " & ".join(" <-> ".join(terms) for terms in asked if terms)},
    )
    numbers = (number for number in rows.scalars().all() if number in wanted)
    return marked(_texts(connection, numbers), phrases)


def damages(connection: Connection) -> Iterator[tuple[str, str]]:
    """Rows that refer to nothing, and articles that the index of words lacks. Damaged blocks show when the rows are read."""
    for table in METADATA.sorted_tables:
        for key in sorted(table.foreign_key_constraints, key=lambda k: tuple(k.column_keys)):
            other = key.referred_table
            there = other.alias("there")
            same = [e.parent == there.c[e.column.name] for e in key.elements]
            first = next(iter(there.primary_key))
            lost = sa.select(sa.func.count()).select_from(table.outerjoin(there, sa.and_(*same))).where(first.is_(None))
            for _ in range(connection.execute(lost).scalar_one()):
                yield "dangling", f"a row of {table.name} refers to a row of {other.name} that is not there"
    missing = sa.text("SELECT number FROM article WHERE number NOT IN (SELECT number FROM words) ORDER BY number")
    for number in connection.execute(missing).scalars():
        yield "damaged", f"the index of words lacks article number {number}"


def _begin(connection: Connection) -> None:
    """One writer at a time in a schema, waited for; questions see the ledger as it was when they began."""
    if writes(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('dateline ' || current_schema()))")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _say(context: ExceptionContext) -> None:
    """What PostgreSQL complains of (no server, no such database, no rights, a full disk) is an error of ours, with its words."""
    import psycopg

    if context.is_pre_ping:
        return  # another connection is tried
    if isinstance(context.original_exception, psycopg.errors.LockNotAvailable):
        raise LedgerError(f"the ledger is busy: another program has been writing to it for {WAIT_SECONDS} s")
    if isinstance(context.original_exception, psycopg.Error):
        raise LedgerError(f"the ledger cannot be used: {context.original_exception}") from context.original_exception


def _vector(places: dict[str, list[int]]) -> tuple[str | None, bool]:
    """Words and places as a tsvector is written, and whether it holds all the places.

    None where it would be too large: such an article is looked at for every question.
    """
    short: dict[str, list[int]] = {}
    for term, at in places.items():
        short.setdefault(term[:_WORD], []).extend(at)
    parts = [(_quoted(t), sorted({min(p, _LAST_PLACE) for p in at})[:_PLACES]) for t, at in short.items()]
    if sum(len(term.encode()) + 4 + 2 * len(at) for term, at in parts) > _VECTOR:
        return None, False
    whole = all(len(at) <= _PLACES and max(at) <= _LAST_PLACE for at in short.values())
    return " ".join(f"{term}:{','.join(map(str, at))}" for term, at in parts), whole


def _in_order(phrase: str) -> list[str]:
    """The phrase's words as they are quoted in a question; the first ones of an endless phrase."""
    placed = sorted((place, term) for term, places in places_of_words("", phrase).items() for place in places)
    return [_quoted(term) for _, term in placed[:_ASKED]]


def _quoted(term: str) -> str:
    return "'" + term[:_WORD].replace("\\", "\\\\").replace("'", "''") + "'"


def _texts(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    for number in numbers:
        article = article_of(
            connection.execute(sa.select(ARTICLE.c.body).where(ARTICLE.c.number == number)).scalar_one()
        )
        yield number, indexable(article.headline or ""), indexable(article.text)
