"""What is SQLite's own: how a ledger's file is opened, and the index of its texts."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from sqlite3 import SQLITE_BUSY, DatabaseError, OperationalError
from sqlite3 import Connection as Driver
from time import monotonic, sleep

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, ExceptionContext, event

from dateline.errors import LedgerError
from dateline.ledger.transactions import writes
from dateline.ledger.words import CLOSE, OPEN, match

WAIT_SECONDS = 600
"""How long a writer waits for another one; one that places a large ledger anew takes minutes."""

PAUSE_SECONDS = 0.01
"""How long a program that was refused at once waits before it asks again."""

CACHE = 65536
"""KiB of pages that SQLite may hold in memory; its own 2,000 are read anew for every article where a ledger is large."""

_BUSY = f"the ledger is busy: another program has been writing to it for {WAIT_SECONDS} s"


def engine(path: Path) -> Engine:
    """An engine on the file, with foreign keys on. Transactions that write say so with `writing`."""
    made = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _say)
    return made


def keep_log(engine_: Engine, seconds: float = WAIT_SECONDS) -> None:
    """Turns the write-ahead log on, for good: a file remembers it, so this is done where a ledger is made, and to no other file.

    Waits as many seconds as given for a program that writes to the file, or turns its log on, at the same moment. Raises LedgerError after them.
    """
    until = monotonic() + seconds
    with engine_.connect() as connection:
        driver = connection.connection.driver_connection
        while driver is not None:
            try:
                driver.execute("PRAGMA journal_mode = WAL")
            except DatabaseError as error:
                # Where two want the whole file, SQLite refuses one of them at once, whatever it was told to wait, lest they wait for each other.
                if error.sqlite_errorcode & 0xFF != SQLITE_BUSY:
                    raise LedgerError(f"the ledger cannot be used: {error}") from error
                if monotonic() > until:
                    raise LedgerError(_BUSY) from error
                sleep(PAUSE_SECONDS)
            else:
                return


def put_words(connection: Connection, number: int, headline: str, text: str) -> None:
    """Puts an article's texts into the index of words, under its number."""
    connection.execute(
        sa.text("INSERT INTO words(rowid, headline, text) VALUES (:number, :headline, :text)"),
        {"number": number, "headline": headline, "text": text},
    )


def with_words(connection: Connection, phrases: Sequence[str], wanted: Container[int]) -> Iterator[tuple[int, str]]:
    """Of the wanted numbers, those whose texts hold all the phrases, best first, with the found words of the text marked."""
    asked = {"match": match(phrases), "open": OPEN, "close": CLOSE}
    best = connection.execute(
        sa.text("SELECT rowid FROM words WHERE words MATCH :match ORDER BY bm25(words), rowid"), asked
    )
    mark = sa.text("SELECT highlight(words, 1, :open, :close) FROM words WHERE words MATCH :match AND rowid = :number")
    for number in best.scalars():
        if number in wanted:
            yield number, connection.execute(mark, {**asked, "number": number}).scalar_one()


def damages(connection: Connection) -> Iterator[tuple[str, str]]:
    """What SQLite's own checks find."""
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield "damaged", f"the database is damaged: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield "dangling", f"a row of {row[0]} refers to a row of {row[2]} that is not there"


def _prepare(driver: Driver, record: object) -> None:
    del record
    # The driver's own handling of transactions would begin them too late and end them before a table is made.
    driver.isolation_level = None
    driver.execute("PRAGMA synchronous = NORMAL")
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute(f"PRAGMA cache_size = -{CACHE}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes(connection) else "BEGIN")


def _say(context: ExceptionContext) -> None:
    """What SQLite complains of (a damaged, locked or foreign file, a full disk) is an error of ours, with its words."""
    if isinstance(context.original_exception, OperationalError) and "locked" in str(context.original_exception):
        raise LedgerError(_BUSY)
    if isinstance(context.original_exception, DatabaseError):
        raise LedgerError(f"the ledger cannot be used: {context.original_exception}") from context.original_exception
