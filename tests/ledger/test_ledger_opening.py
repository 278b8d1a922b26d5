"""Opening: what is made, what is refused, and what a newer or foreign file says."""

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import LedgerError, LedgerNotFound, SchemaError
from dateline.ledger import open_store
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
        open_store("mysql://host/base", create=True)
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
