"""A few words that a ledger keeps about itself."""

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.schema import STATE


def get(connection: Connection, name: str) -> str:
    """The value under a name; empty where there is none."""
    return connection.execute(sa.select(STATE.c.value).where(STATE.c.name == name)).scalar() or ""


def put(connection: Connection, name: str, value: str) -> None:
    """Keeps a value under a name."""
    if connection.execute(STATE.update().where(STATE.c.name == name).values(value=value)).rowcount == 0:
        connection.execute(STATE.insert().values(name=name, value=value))


def count_up(connection: Connection, name: str) -> None:
    """Adds one to a number."""
    put(connection, name, str(int(get(connection, name) or 0) + 1))
