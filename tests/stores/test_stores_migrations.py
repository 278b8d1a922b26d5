"""The schema: built by the migrations as the program asks for it, and undone by them."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from dateline.ledger import Store, open_store
from dateline.ledger.migrate import migrate, undo, version
from dateline.ledger.schema import METADATA, VERSION
from dateline.ledger.transactions import writing
from made_pages import ferry, kept

OWN = {"ix_source_key", "ix_words_terms"}
"""What PostgreSQL needs besides."""


def asked(_thing: object, name: str | None, kind: str, *_: object) -> bool:
    return name not in OWN and not (kind == "table" and name is not None and name.startswith("words"))


def test_the_migrations_build_the_tables_that_the_program_asks(store: Store) -> None:
    with store._engine.connect() as plain, writing(plain) as connection, connection.begin():
        migrate(connection)
        context = MigrationContext.configure(connection, opts={"include_object": asked})
        assert context.get_current_revision() == VERSION
        assert compare_metadata(context, METADATA) == []
        assert sa.inspect(connection).has_table("words")


def test_the_migrations_lead_back_and_forth(store: Store, place: Callable[[str], str]) -> None:
    kept(ferry(1)).add_to(store)
    with store._engine.connect() as plain, writing(plain) as connection, connection.begin():
        undo(connection)
        assert version(connection) is None
        assert set(sa.inspect(connection).get_table_names()) == {"alembic_version"}
    with open_store(place("ledger"), create=True) as again:
        assert again.readings() == []
        assert kept(ferry(1)).add_to(again)
        assert again.verify() == []
