"""What is SQLite's own: how a ledger's file is opened, and the index of its texts."""

from pathlib import Path
from sqlite3 import Connection as Driver
from sqlite3 import DatabaseError

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, ExceptionContext, event

from dateline.errors import LedgerError

WAIT_SECONDS = 60
"""How long a writer waits for another one."""


def engine(path: Path) -> Engine:
    """An engine on the file, with foreign keys on. Transactions that write say so with `writing`."""
    made = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _say)
    return made


def keep_log(engine_: Engine) -> None:
    """Turns the write-ahead log on, for good: a file remembers it, so this is done where a ledger is made, and to no other file."""
    with engine_.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA journal_mode = WAL")


def writing(connection: Connection) -> Connection:
    """The connection, whose next transaction takes the file's one write lock from its start, so that it never has to give up half way."""
    return connection.execution_options(dateline_writes=True)


def _prepare(driver: Driver, record: object) -> None:
    del record
    # The driver's own handling of transactions would begin them too late and end them before a table is made.
    driver.isolation_level = None
    driver.execute("PRAGMA synchronous = NORMAL")
    driver.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dateline_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _say(context: ExceptionContext) -> None:
    """What SQLite complains of (a damaged, locked or foreign file, a full disk) is an error of ours, with its words."""
    if isinstance(context.original_exception, DatabaseError):
        raise LedgerError(f"the ledger cannot be used: {context.original_exception}") from context.original_exception
