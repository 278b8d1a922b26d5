"""Opens a ledger at a path or address."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine

from dateline.errors import LedgerError, LedgerNotFound
from dateline.ledger import postgresql, sqlite
from dateline.ledger.migrate import migrate, version
from dateline.ledger.schema import VERSION
from dateline.ledger.store import Store
from dateline.ledger.transactions import writing


def open_store(where: str, *, create: bool) -> Store:
    """The ledger in a file (a path, or `sqlite:///PATH`) or in a PostgreSQL database (`postgresql://...`); with `create`, made where there is none.

    A database's ledger stands in the schema that its connections see first. Raises LedgerNotFound where there is none,
    SchemaError where it is newer than this program, LedgerError where the place holds something else or cannot be used.
    """
    scheme, colon, rest = where.partition("://")
    if colon and scheme in postgresql.SCHEMES:
        return _in_database(where, create)
    if colon and scheme != "sqlite":
        raise LedgerError(f"no ledger can be kept at {scheme}://: give a file or a postgresql:// address")
    return _in_file(Path(rest.removeprefix("/") if colon else where), create)


def _in_file(path: Path, create: bool) -> Store:
    if path.exists():  # asked first: another program may make it at any moment
        if not path.is_file():
            raise LedgerError(f"{path} is not a file")
    elif not create:
        raise LedgerNotFound(f"there is no ledger at {path}: make one with `dateline add`")
    elif not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} to make a ledger in")
    return _opened(sqlite.engine(path), str(path), create)


def _in_database(where: str, create: bool) -> Store:
    url = postgresql.address(where)
    name = url.set(drivername="postgresql", query={}).render_as_string(
        hide_password=True
    )  # a query may hold a password too
    return _opened(postgresql.engine(url), name, create)


def _opened(made: Engine, name: str, create: bool) -> Store:
    try:
        _prepare(made, create)
    except LedgerError as error:
        made.dispose()
        raise type(error)(f"{name}: {error}") from error
    return Store(made)


def _prepare(made: Engine, create: bool) -> None:
    with made.connect() as plain, plain.begin():
        found = version(plain)
        empty = set(sa.inspect(plain).get_table_names()) <= {
            "alembic_version"
        }  # which a ledger that was undone leaves behind
        encoding = plain.exec_driver_sql("SHOW server_encoding").scalar() if _on_server(made) else "UTF8"
    if found is None and not create and empty and _on_server(made):
        raise LedgerNotFound("there is no ledger in this database: make one with `dateline add`")
    if found is None and not (create and empty):
        raise LedgerError("this is not a ledger")
    if encoding != "UTF8":
        raise LedgerError(f"the database keeps its texts in {encoding}: a ledger needs one with the encoding UTF8")
    if found is None and not _on_server(made):
        sqlite.keep_log(made)
    if found != VERSION:
        with made.connect() as plain, writing(plain) as connection, connection.begin():
            migrate(connection)


def _on_server(made: Engine) -> bool:
    return made.dialect.name == "postgresql"
