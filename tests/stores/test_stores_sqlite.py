"""What SQLite alone does: a file that is made while another program holds it."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.ledger import open_store, sqlite


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """A file that is not a ledger yet, and a connection that is writing to it: SQLite refuses such a file's log at once, without a wait."""
    path = tmp_path / "held.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield path, other


def test_a_ledger_is_made_once_another_program_lets_its_file_go(held: tuple[Path, sqlite3.Connection]) -> None:
    path, other = held
    with ThreadPoolExecutor(1) as thread:
        making = thread.submit(open_store, str(path), create=True)
        try:
            assert not wait([making], timeout=0.3).done
        finally:
            other.execute("COMMIT")
        with making.result() as store:
            assert store.verify() == []


def test_a_file_that_is_never_let_go_is_said_to_be_busy(held: tuple[Path, sqlite3.Connection]) -> None:
    with pytest.raises(LedgerError, match="the ledger is busy: another program"):
        sqlite.keep_log(sqlite.engine(held[0]), seconds=0.05)


def test_a_log_that_cannot_be_kept_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"SQLite format 3\0" + b"\1" * 4096)
    with pytest.raises(LedgerError, match="the ledger cannot be used"):
        sqlite.keep_log(sqlite.engine(path))
