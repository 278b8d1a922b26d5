"""CSV: one file for each table, safe to open in a spreadsheet."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.export.tables import tables, write_tables
from dateline.model import Record
from records import FIRST, ferry

ON = date(2031, 10, 1)


class Asked:
    """Stands for a ledger."""

    def __init__(self, record: Record) -> None:
        self.given = record

    def record(self, as_of: date | None) -> Record:
        assert as_of is None or as_of == ON
        return self.given


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("as_of", [None, ON])
def test_the_tables_and_their_rows(tmp_path: Path, as_of: date | None) -> None:
    asked: Any = Asked(ferry())
    files = write_tables(asked, tmp_path / "out", as_of=as_of)
    assert [f.stem for f in files] == [name for name, _ in tables(ferry(), on=ON)]
    assert len(rows(tmp_path / "out" / "articles.csv")) == 4
    [promise] = rows(tmp_path / "out" / "commitments.csv")
    assert (promise["parties"], promise["due_start"], promise["due_end"]) == ("Norlandia; Sudmark", "", "2031-09-15")
    assert promise["history"].startswith('[{"day"')
    if as_of:
        assert promise["state"] == "overdue"


def test_a_commitment_without_due_days_has_the_same_columns(tmp_path: Path) -> None:
    record = ferry()
    [kept] = record.commitments
    asked: Any = Asked(replace(record, commitments=(kept, replace(kept, id="c2", due=None))))
    write_tables(asked, tmp_path)
    assert [r["due_end"] for r in rows(tmp_path / "commitments.csv")] == ["2031-09-15", ""]


@pytest.mark.parametrize("headline", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(tmp_path: Path, headline: str) -> None:
    record = ferry()
    reading = record.readings[FIRST.id]
    changed = replace(reading, article=replace(reading.article, headline=headline, byline="a\ud800b"))
    asked: Any = Asked(replace(record, readings={**record.readings, FIRST.id: changed}))
    write_tables(asked, tmp_path)
    [row] = [r for r in rows(tmp_path / "articles.csv") if r["id"] == FIRST.id]
    assert row["headline"] == "'" + headline
    assert row["byline"] == "a\\ud800b"


def test_an_empty_record_has_empty_tables(tmp_path: Path) -> None:
    asked: Any = Asked(Record(readings={}))
    assert all(path.read_text() == "" for path in write_tables(asked, tmp_path))
