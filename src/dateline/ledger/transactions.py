"""How a transaction says that it writes."""

from sqlalchemy import Connection

_WRITES = "dateline_writes"


def writing(connection: Connection) -> Connection:
    """The connection, whose next transaction waits for its turn to write from its start, so that it never has to give up half way."""
    return connection.execution_options(**{_WRITES: True})


def writes(connection: Connection) -> bool:
    """Whether `writing` was said of the connection."""
    return bool(connection.get_execution_options().get(_WRITES, False))
