"""What every engine that a ledger can be kept in brings of its own, and which one a connection has."""

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from sqlalchemy import Connection

from dateline.ledger import postgresql, sqlite


class Own(Protocol):
    """The part of an engine that is written in its own SQL; each engine's file has it as functions."""

    def put_words(self, connection: Connection, number: int, headline: str, text: str) -> None:
        """Puts an article's texts into the index of words, under its number."""

    def with_words(
        self, connection: Connection, phrases: Sequence[str], wanted: Container[int]
    ) -> Iterator[tuple[int, str]]:
        """Of the wanted numbers, those whose texts hold all the phrases, best first, with the found words of the text marked."""

    def damages(self, connection: Connection) -> Iterator[tuple[str, str]]:
        """A code and a message for all that is wrong with the database's own structure."""


_OWN: dict[str, Own] = {"sqlite": sqlite, "postgresql": postgresql}


def own(connection: Connection) -> Own:
    """What the connection's engine brings."""
    return _OWN[connection.dialect.name]
