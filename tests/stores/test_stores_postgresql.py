"""What only PostgreSQL can do wrong: addresses, other people's databases, damage, and waiting."""

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from dateline.errors import LedgerError, LedgerNotFound, SchemaError
from dateline.ledger import open_store
from dateline.ledger import postgresql as own
from dateline.ledger.transactions import writing
from made_pages import ferry, kept

if TYPE_CHECKING:
    from postgresql_server import Server


def test_a_ledger_is_made_only_when_asked(postgresql: "Server") -> None:
    where = postgresql.schema("made")
    with pytest.raises(LedgerNotFound, match="no ledger in this database"):
        open_store(where, create=False)
    open_store(where, create=True).close()
    for scheme in ("postgres", "postgresql+psycopg"):
        with open_store(where.replace("postgresql", scheme, 1), create=False) as store:
            assert store.readings() == []


def test_another_database_is_left_alone(postgresql: "Server") -> None:
    where = postgresql.schema("songs")
    postgresql.execute("CREATE TABLE songs.song (title TEXT)")
    for create in (True, False):
        with pytest.raises(LedgerError, match="not a ledger"):
            open_store(where, create=create)


def test_a_newer_ledger_is_refused(postgresql: "Server") -> None:
    where = postgresql.schema("newer")
    open_store(where, create=True).close()
    postgresql.execute("UPDATE newer.alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaError, match="9999"):
        open_store(where, create=False)


def test_what_the_server_says_is_told_without_the_password(postgresql: "Server") -> None:
    with pytest.raises(LedgerError, match="does not exist") as told:
        open_store(
            f"postgresql://dateline:secret@/nowhere?{postgresql.place}&password=hush&connect_timeout=5", create=True
        )
    assert not any(word in str(told.value) for word in ("secret", "hush"))
    assert "/nowhere" in str(told.value)
    with pytest.raises(LedgerError, match="cannot be used"):
        open_store(f"postgresql://nobody@/postgres?{postgresql.place}", create=True)


def test_a_malformed_address_is_refused() -> None:
    with pytest.raises(LedgerError, match="no address"):
        open_store("postgresql://host:port/base", create=True)


def test_a_database_of_another_encoding_is_refused(postgresql: "Server") -> None:
    postgresql.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(LedgerError, match="LATIN1"):
        open_store(f"postgresql://dateline@/latin?{postgresql.place}", create=True)


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE source SET page = repeat('0', 64)", ["dangling"]),
        ("UPDATE reading SET position = 7", ["dangling"]),
        ("DELETE FROM words", ["damaged"]),
        ("UPDATE page SET size = size + 1", ["page_bytes"]),
        ("UPDATE article SET body = 'none'", ["article_body"]),
        ("UPDATE reading SET digest = ''", ["reading_body"]),
        ("DROP TABLE correction, words", ["damaged"]),
    ],
)
def test_damage_is_seen(postgresql: "Server", statement: str, codes: list[str]) -> None:
    where = postgresql.schema("damaged")
    with open_store(where, create=True) as store:
        kept(ferry(1, "2031-05-01")).add_to(store)
        postgresql.execute(f"SET search_path = damaged; SET session_replication_role = replica; {statement}")
        assert [p.code for p in store.verify()] == codes
    postgresql.execute("DROP SCHEMA damaged CASCADE")


def test_a_writer_waits_for_its_turn_and_says_when_it_is_too_long(
    postgresql: "Server", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "WAIT_SECONDS", 1)
    with open_store(postgresql.schema("waiting"), create=True) as store:
        kept(ferry(1)).add_to(store)
        with store._engine.connect() as plain, writing(plain) as first, first.begin():
            first.execute(sa.text("DELETE FROM source"))
            assert len(store.readings()) == 1  # questions do not wait
            with pytest.raises(LedgerError, match="the ledger is busy: another program"):
                kept(ferry(2)).add_to(store)
            with open_store(postgresql.schema("elsewhere"), create=True) as other:
                assert kept(ferry(2)).add_to(other)  # another ledger's writers do not wait
            first.get_transaction().rollback()  # type: ignore[union-attr]
        assert kept(ferry(2)).add_to(store)


def test_a_question_sees_one_moment(postgresql: "Server") -> None:
    with open_store(postgresql.schema("moment"), create=True) as store:
        kept(ferry(1)).add_to(store)
        lines = store.rows()
        seen = [next(lines)]
        kept(ferry(2), source="later").add_to(store)
        assert [table for table, _ in (*seen, *lines)] == ["page", "source", "article", "reading"]


def test_a_server_that_drops_its_connections_is_asked_again(postgresql: "Server") -> None:
    with open_store(postgresql.schema("dropped"), create=True) as store:
        kept(ferry(1)).add_to(store)
        postgresql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        assert len(store.readings()) == 1


def test_without_the_driver_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"dateline\[postgres\]"):
        open_store("postgresql://dateline@/base", create=True)
