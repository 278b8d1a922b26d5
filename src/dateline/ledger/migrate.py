"""Brings a ledger's schema to this program's version, and says which version it has."""

from importlib.resources import files

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.errors import SchemaError
from dateline.ledger.schema import VERSION


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
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("dateline.ledger") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
