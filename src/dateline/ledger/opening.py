"""Opens a ledger at a path or address."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine

from dateline.errors import LedgerError, LedgerNotFound
from dateline.ledger.migrate import migrate, version
from dateline.ledger.schema import VERSION
from dateline.ledger.sqlite import engine, keep_log, writing
from dateline.ledger.store import Store


def open_store(where: str, *, create: bool) -> Store:
    """The ledger in a file (a path, or `sqlite:///PATH`); with `create`, made where there is none.

    Raises LedgerNotFound where there is none, SchemaError where it is newer than this program, LedgerError where the file
    is something else or cannot be used.
    """
    path = _path(where)
    if not path.is_file():
        if path.exists():
            raise LedgerError(f"{path} is not a file")
        if not create:
            raise LedgerNotFound(f"there is no ledger at {path}: make one with `dateline add`")
        if not path.parent.is_dir():
            raise LedgerError(f"there is no folder {path.parent} to make a ledger in")
    made = engine(path)
    try:
        _prepare(made, create)
    except LedgerError as error:
        made.dispose()
        raise type(error)(f"{path}: {error}") from error
    return Store(made)


def _prepare(made: Engine, create: bool) -> None:
    with made.connect() as plain, plain.begin():
        found = version(plain)
        empty = not sa.inspect(plain).get_table_names()
    if found is None and not (create and empty):
        raise LedgerError("this is not a ledger")
    if found is None:
        keep_log(made)
    if found != VERSION:
        with made.connect() as plain, writing(plain) as connection, connection.begin():
            migrate(connection)


def _path(where: str) -> Path:
    scheme, colon, rest = where.partition("://")
    if not colon:
        return Path(where)
    if scheme != "sqlite":
        raise LedgerError(f"no ledger can be kept at {scheme}:// yet: give a file")
    return Path(rest.removeprefix("/"))
