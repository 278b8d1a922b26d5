"""Brings a ledger's schema to this program's version, and says which version it has."""

from importlib.resources import files
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.errors import SchemaError
from dateline.ledger.schema import VERSION

if TYPE_CHECKING:  # Alembic is slow to import, and seldom needed
    from alembic.config import Config


def version(connection: Connection) -> str | None:
    """The schema's version; None where the database holds no ledger."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection) -> None:
    """Runs the migrations that are missing. Raises SchemaError where the schema is newer than this program."""
    found = version(connection)
    if found == VERSION:
        return
    if found is not None and found > VERSION:
        raise SchemaError(f"the ledger has schema {found}, this program knows {VERSION}: use a newer Dateline")
    from alembic import command

    command.upgrade(_config(connection), "head")


def undo(connection: Connection) -> None:
    """Runs every migration backwards: the ledger and all that it holds are gone."""
    from alembic import command

    command.downgrade(_config(connection), "base")


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("dateline.ledger") / "migrations"))
    config.attributes["connection"] = connection
    return config
