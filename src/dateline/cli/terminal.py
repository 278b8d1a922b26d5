"""Prints answers: as JSON Lines, or as text that is safe on a terminal.

Text from pages is hostile: control characters, escape sequences and marks that turn the direction of writing are taken
out before it is printed, and nothing in it is read as markup.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.codec import dumps
from dateline.model import Interval
from dateline.views import to_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDTH = 80
"""Columns that an answer fits where nobody knows the terminal's width."""

_DAYS = {"day", "due", "published", "as of"}
"""Columns of days."""

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]?"  # control sequences: colours, cursor
    r"|\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # operating system commands: titles, links
    r"|\x1b[PX^_][^\x1b\x9c]*(?:\x1b\\|\x9c)?"  # strings that a terminal swallows
    r"|\x1b."
)
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_LONE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def safe(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    return _SPACE.sub(" ", safe_lines(text)).strip()


def safe_lines(text: str) -> str:
    """The text with its line breaks, without anything that a terminal would obey."""
    kept = _LONE.sub("\ufffd", _HIDDEN.sub("", _ESCAPES.sub("", text)))
    return re.sub(r"[\r\v\f\x85\u2028\u2029]+\n?", "\n", kept)


def print_json(rows: Iterable[object]) -> None:
    """One line of JSON for each row, as soon as it comes."""
    for row in rows:
        print_json_line(dumps(to_plain(row)))


def print_json_line(line: str) -> None:
    """A line of JSON; where the output cannot hold a character, JSON's own escape stands for it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if encoding.lower().replace("-", "") != "utf8" and not line.isascii():
        line = json.dumps(json.loads(line))
    print_line(line)


def print_line(line: str) -> None:
    """A line as it is."""
    sys.stdout.write(line + "\n")


def console() -> "Console":
    """Where readable answers go; 80 columns unless the terminal says otherwise. No markup, no emoji, no highlighting."""
    from rich.console import Console

    made = Console(file=sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=False)
    if not made.is_terminal:
        made.width = WIDTH
    return made


def plain(text: str | None, style: str = "") -> "Text":
    """Text from a page as a cell."""
    from rich.text import Text

    return Text(safe(text or ""), style=style, overflow="fold")


def print_table(columns: Sequence[str], rows: Iterable[Sequence["str | Text | None"]], nothing: str) -> None:
    """A table whose last column takes the room that is left; `nothing` where there are no rows.

    A column named with a trailing `|` keeps its words on one line; one of days breaks between its days.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), show_header=any(columns))
    for k, name in enumerate(columns):
        made.add_column(
            name.rstrip("|"),
            no_wrap=name.endswith("|"),
            overflow="fold",
            max_width=None if k == len(columns) - 1 else 15 if name in _DAYS else 20,
            ratio=1 if k == len(columns) - 1 else None,
        )
    count = 0
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else plain(cell) for cell in row))
        count += 1
    if count:
        console().print(made)
    else:
        print_line(nothing)


def days(interval: Interval | None) -> str:
    """An interval for a narrow column; a whole month or year as ISO 8601 writes it."""
    if interval is None or (interval.start is None and interval.end is None):
        return "–"
    if interval.start is None:
        return f"by {interval.end}"
    if interval.end is None:
        return f"from {interval.start}"
    if interval.start == interval.end:
        return str(interval.start)
    return whole(interval.start, interval.end) or f"{interval.start} to {interval.end}"


def whole(start: date, end: date) -> str | None:
    """`2031-05` or `2031` where the days are a whole month or year."""
    if start.day != 1 or (end < date.max and date.fromordinal(end.toordinal() + 1).day != 1):
        return None
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04}-{start.month:02}"
    return f"{start.year:04}" if (start.year, start.month, end.month) == (end.year, 1, 12) else None


def day(value: date | None) -> str:
    """A day, or a dash."""
    return str(value) if value else "–"


def source(outlet: str | None, headline: str | None, article: str) -> str:
    """Where something stands, in a line."""
    named = ", ".join(part for part in (outlet, headline and f"“{headline}”") if part)
    return named or article
