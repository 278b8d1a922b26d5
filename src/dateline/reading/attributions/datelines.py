"""Datelines: `PORT LINDT (Courier) —` before an article's first words is neither source nor content."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.model import Span

_LONGEST = 110
_ENDS = re.compile(r"/[A-Z][A-Za-z .-]{1,20}/[.:]?\s*[-–—]{0,2}\s*|\s[-–—]{1,2}\s?|[-–—]{1,2}\s|:\s")
_WORDS = re.compile(r"[^\s,|/()]+")
_AGENCY = re.compile(r"\([A-Z][^()\n]{1,40}\)\s*$|/[A-Z][^/\n]{1,20}/$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?")
_SMALL = frozenset(("am", "pm", "a.m.", "p.m.", "of", "and", "de", "the", "local", "time"))
_MOST_PLACE_WORDS = 3


def find_datelines(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The dateline of every paragraph that opens with one, up to the first word behind it."""
    return tuple(found for p in paragraphs if (found := _of_paragraph(text, p)) is not None)


def dateline_at(datelines: Sequence[Span], offset: int) -> Span | None:
    """The dateline that holds the offset."""
    k = bisect_right(datelines, offset, key=lambda d: d.start) - 1
    return datelines[k] if k >= 0 and offset < datelines[k].end else None


def _of_paragraph(text: str, paragraph: Span) -> Span | None:
    stop = min(paragraph.end, paragraph.start + _LONGEST)
    for mark in _ENDS.finditer(text, paragraph.start, stop):
        end = mark.end()
        if end >= paragraph.end or text[end].islower():
            return None
        head = text[paragraph.start : end if mark.group()[0] == "/" else mark.start()]
        if _is_dateline(head.strip(), colon=mark.group()[0] == ":"):
            return Span(paragraph.start, end)
    return None


def _is_dateline(head: str, *, colon: bool) -> bool:
    """Whether the words are a place in capitals, or names with an agency in brackets or a day."""
    words = _WORDS.findall(head)
    if not words or any(w[0].islower() and w.lower() not in _SMALL for w in words):
        return False
    capitals = len(words[0]) > 2 and words[0].isupper() and words[0][0].isalpha()
    if colon:
        return capitals and len(words) <= _MOST_PLACE_WORDS and all(w.isupper() for w in words)
    return capitals or bool(_AGENCY.search(head)) or (bool(_MONTH.search(head)) and any(c.isdigit() for c in head))
