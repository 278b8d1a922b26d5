"""Verify: every kind of damage is seen, named and counted."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import QuestionError
from dateline.ledger import open_store
from dateline.model import Correction
from made_pages import ferry, kept


@pytest.fixture
def where(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(str(path), create=True) as store:
        kept(ferry(1, "2031-05-01")).add_to(store)
        assert store.verify() == []
    return path


def changed(body: bytes, change: Callable[[str], str]) -> bytes:
    return zlib.compress(change(zlib.decompress(body).decode()).encode())


def damage(where: Path, table: str, column: str, change: Callable[[bytes], object]) -> list[str]:
    """The codes that verify gives once a column was changed behind its back."""
    with sqlite3.connect(where) as base:
        (body,) = base.execute(f"SELECT {column} FROM {table}").fetchone()  # noqa: S608 - names from this file
        base.execute(f"UPDATE {table} SET {column} = ?", (change(body),))  # noqa: S608
    base.close()
    with open_store(str(where), create=False) as store:
        return [p.code for p in store.verify()]


@pytest.mark.parametrize(
    ("table", "column", "change", "codes"),
    [
        ("page", "content", lambda b: b[:-3], ["page_bytes"]),
        ("page", "content", lambda _: zlib.compress(b"other"), ["page_bytes" ]),
        ("page", "size", lambda n: n + 1, ["page_bytes"]),
        ("page", "size", lambda _: 3, ["page_bytes", "offsets"]),
        ("article", "body", lambda _: b"no zlib", ["article_body"]),
        ("article", "body", lambda b: changed(b, lambda s: s.replace("breakwater", "boardwalks")), ["article_text"]),
        ("article", "body", lambda b: changed(b, lambda _: "{}"), ["article_body"]),
        ("reading", "body", lambda _: b"no zlib", ["reading_body"]),
        ("reading", "body", lambda b: changed(b, lambda s: s + " "), ["reading_body"]),
        ("reading", "body", lambda b: changed(b, lambda _: "{"), ["reading_body"]),
        ("source", "page", lambda _: "0" * 64, ["dangling"]),
    ],
)  # fmt: skip
def test_damage_is_seen(
    where: Path, table: str, column: str, change: Callable[[bytes], object], codes: list[str]
) -> None:
    assert damage(where, table, column, change) == codes


def test_an_anchor_that_does_not_quote_the_text_is_seen(where: Path) -> None:
    def moved(body: bytes) -> bytes:
        value = json.loads(zlib.decompress(body))
        anchor = value["commitments"][0]["anchor"]
        anchor["start"] += 1
        anchor["end"] += 1
        return zlib.compress(json.dumps(value).encode())

    assert damage(where, "reading", "body", moved) == ["reading_body", "anchor"]


def test_a_damaged_file_is_seen(where: Path) -> None:
    with sqlite3.connect(where) as base:
        base.execute("PRAGMA writable_schema = ON")
        base.execute("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'ix_article_id'")
    base.close()
    with open_store(str(where), create=False) as store:
        assert "damaged" in [p.code for p in store.verify()]


@pytest.mark.parametrize("kind", ["published", "days", "due"])
def test_malformed_days_of_a_correction_are_refused(where: Path, kind: str) -> None:
    with open_store(str(where), create=False) as store:
        with pytest.raises(QuestionError, match="soon"):
            store.correct(Correction(kind=kind, targets=("x",), value="soon"))  # type: ignore[arg-type]
        assert store.corrections() == []


def test_a_reading_of_another_page_is_refused_and_nothing_is_kept(where: Path) -> None:
    page, other = kept(ferry(2)), kept(ferry(3))
    with open_store(str(where), create=False) as store:
        with pytest.raises(ValueError, match="not among the articles"):
            store.add(page.page, page.articles, other.readings, (), kept().page.fetched or page.page.fetched)  # type: ignore[arg-type]
        assert not store.known(page.page.ref.sha256)
        assert store.verify() == []
