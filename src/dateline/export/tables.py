"""The answers as CSV, one file for each table (RFC 4180, UTF-8)."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline import views
from dateline.api import Ledger, today
from dateline.codec import dumps
from dateline.model import Record

_OBEYED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV injection)."""

Row = dict[str, Any]


def write_tables(ledger: Ledger, folder: Path, *, as_of: date | None = None) -> list[Path]:
    """Writes the tables into the folder, which is made where there is none: the files, in the order of the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in tables(ledger.record(as_of), on=as_of or today()):
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            _write(csv.writer(file, lineterminator="\r\n"), rows)
        written.append(path)
    return written


def tables(record: Record, *, on: date) -> Iterator[tuple[str, list[Row]]]:
    """Each table's name and its rows; a table without rows has none."""
    yield "articles", [_article(record, article) for article in sorted(record.readings)]
    for name, rows in (
        ("stories", views.stories(record)),
        ("timeline", views.timeline(record)),
        ("commitments", views.commitments(record, on=on)),
        ("attributions", views.attributions(record)),
        ("conflicts", views.conflicts(record)),
        ("actors", views.actors(record)),
        ("quantities", views.quantities(record)),
    ):
        yield name, [views.to_plain(row) for row in rows]
    yield "events", [views.to_plain(event) for event in record.events]


def _article(record: Record, article: str) -> Row:
    found = record.readings[article].article
    return {
        "id": found.id,
        "headline": found.headline,
        "byline": found.byline,
        "outlet": found.outlet,
        "url": found.url,
        "source": found.page.source,
        "sha256": found.page.sha256,
        "start": views.to_plain(found.published.start),
        "end": views.to_plain(found.published.end),
        "basis": found.published.basis,
        "duplicate_of": found.duplicate_of,
        "text": found.text,
    }


def _write(writer: Any, rows: Iterable[Row]) -> None:  # noqa: ANN401 -- csv names no type for its writers
    for k, row in enumerate(map(_flat, rows)):
        if k == 0:
            writer.writerow(row)
        writer.writerow([_cell(value) for value in row.values()])


def _flat(row: Row) -> Row:
    """Intervals become two columns; lists of words are joined, other parts are JSON."""
    made: Row = {}
    for name, value in row.items():
        if isinstance(value, dict) and value.keys() == {"start", "end"}:
            made |= {f"{name}_start": value["start"], f"{name}_end": value["end"]}
        elif name in {"due", "days"} and value is None:
            made |= {f"{name}_start": None, f"{name}_end": None}
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            made[name] = "; ".join(value)
        elif isinstance(value, list | dict):
            made[name] = dumps(value)
        else:
            made[name] = value
    return made


def _cell(value: object) -> object:
    """The value; text that a spreadsheet would run is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_OBEYED) else value
