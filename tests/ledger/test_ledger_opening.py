"""Opening: what is made, what is refused, and what a newer or foreign file says."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from dateline.errors import LedgerError, LedgerNotFound, SchemaError
from dateline.ledger import canonical, open_store
from dateline.ledger.migrate import migrate
from dateline.ledger.schema import METADATA, VERSION
from dateline.ledger.sqlite import engine
from made_pages import ferry, kept


def test_a_ledger_is_made_only_when_asked(tmp_path: Path) -> None:
    where = tmp_path / "new.db"
    with pytest.raises(LedgerNotFound, match="no ledger at"):
        open_store(str(where), create=False)
    assert not where.exists()
    with open_store(str(where), create=True) as store:
        assert kept(ferry(1)).add_to(store)
    with open_store(f"sqlite:///{where}", create=False) as store:
        assert len(store.readings()) == 1
    with sqlite3.connect(where) as base:
        assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    base.close()


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, and no database at all. " * 100)
    with pytest.raises(LedgerError, match="cannot be used"):
        open_store(str(text), create=True)
    assert text.read_text().startswith("These are notes")
    with pytest.raises(LedgerError, match="not a file"):
        open_store(str(tmp_path), create=True)
    with pytest.raises(LedgerError, match="postgresql"):
        open_store("postgresql://host/base", create=True)
    with pytest.raises(LedgerError, match="no folder"):
        open_store(str(tmp_path / "nowhere" / "x.db"), create=True)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "other.db"
    with sqlite3.connect(where) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    other.close()
    before = where.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_store(str(where), create=True)
    assert where.read_bytes() == before
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_store(str(empty), create=False)
    open_store(str(empty), create=True).close()


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    where = tmp_path / "newer.db"
    open_store(str(where), create=True).close()
    with sqlite3.connect(where) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(SchemaError, match="9999"):
        open_store(str(where), create=False)


def test_the_migrations_build_the_tables_that_the_program_asks(tmp_path: Path) -> None:
    made = engine(tmp_path / "built.db")
    with made.connect() as connection, connection.begin():
        migrate(connection)
        migrate(connection)
    with made.connect() as connection, connection.begin():
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _o, name, kind, *_: kind != "table" or not name.startswith("words")},
        )
        assert context.get_current_revision() == VERSION
        assert compare_metadata(context, METADATA) == []
        assert sa.inspect(connection).has_table("words")
    made.dispose()


ADDING = """
import sys
from dateline.ledger import open_store
sys.path.insert(0, sys.argv[2])
from made_pages import ferry, kept
store = open_store(sys.argv[1], create=True)
print("ready", flush=True)
for number in range(100000):
    kept(*(ferry(number * 9 + k, more=" It was told again." * 400) for k in range(9))).add_to(store)
    print(number, flush=True)
"""


def test_a_ledger_whose_program_was_killed_while_adding_is_whole(tmp_path: Path) -> None:
    where = tmp_path / "killed.db"
    tests = str(Path(__file__).parents[1])
    for wait in (0.02, 0.11):
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, str(where), tests], stdout=subprocess.PIPE, text=True
        ) as adding:
            assert adding.stdout is not None
            assert adding.stdout.readline() == "ready\n"
            added = 1 if adding.stdout.readline() else 0
            time.sleep(wait)
            adding.kill()
        assert adding.returncode != 0
        with open_store(str(where), create=False) as store:
            assert store.verify() == []
            readings = store.readings()
            assert len(readings) % 9 == 0
            assert len(readings) >= 9 * added


MEANWHILE = """
import sys
from dateline.ledger import open_store
sys.path.insert(0, sys.argv[2])
from made_pages import ferry, kept
with open_store(sys.argv[1], create=True) as store:
    for number in (range(12) if sys.argv[3] == "up" else reversed(range(12))):
        kept(ferry(number, "2031-05-01"), source=sys.argv[3], ending=str(number)).add_to(store)
"""


def test_two_programs_that_add_at_once_make_what_one_would(tmp_path: Path) -> None:
    where, alone = tmp_path / "shared.db", tmp_path / "alone.db"
    open_store(str(where), create=True).close()
    tests = str(Path(__file__).parents[1])
    adding = [subprocess.Popen([sys.executable, "-c", MEANWHILE, str(where), tests, way]) for way in ("up", "down")]
    assert [one.wait() for one in adding] == [0, 0]
    with open_store(str(where), create=False) as shared, open_store(str(alone), create=True) as single:
        for way in ("up", "down"):
            for number in range(12):
                kept(ferry(number, "2031-05-01"), source=way, ending=str(number)).add_to(single)
        assert list(canonical(shared)) == list(canonical(single))
        assert shared.verify() == []
