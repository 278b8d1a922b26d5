"""Lines stamped with their day, as some archives keep a page: the stamp becomes a line of its own."""

import re
from collections.abc import Iterator

from dateline.pages.days import written_days
from dateline.pages.traced import Traced

_STAMP = re.compile(r"^(?:date|published|posted)(?: on| at)?(?: ?[:|–—-])? (?=.{0,24}\d)", re.IGNORECASE | re.MULTILINE)
_LATIN_CAPITAL = re.compile(r"[ ,|–—-]*(?<= )(?=[\"“'‘]?[A-ZÀ-Þ])")
_MONTH = re.compile(r"(?:19|20)\d\d-\d\d(?![\d-])")
_LONGEST = 40
"""Code points of a stamp at most: the label, the day and the marks between."""

_WORDS = 3
"""Words behind a stamp that are more than a rubric."""


def unstamped(text: Traced) -> Traced:
    """With a line break behind each "date 2031-05-04 " that a line's own words follow; else unchanged. Doing it twice is doing it once."""
    return text.edited((start, end, "\n") for start, end in _ends(text.text))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where a stamp's line should end, and where the words behind it begin."""
    for stamp in _STAMP.finditer(text):
        line_end = text.find("\n", stamp.end())
        line = text[stamp.end() : line_end if line_end >= 0 else len(text)]
        end = _end_of_day(line)
        gap = _LATIN_CAPITAL.match(line, end) if end else None
        if gap is not None and len(line[gap.end() :].split()) >= _WORDS:
            yield stamp.end() + end, stamp.end() + gap.end()


def _end_of_day(line: str) -> int:
    """Where the month or the day ends that the words begin with; 0 where they begin with none."""
    month = _MONTH.match(line)
    if month is not None:
        return month.end()
    day = next(iter(written_days(line[:_LONGEST])), None)
    return day.end if day is not None and day.start == 0 else 0
