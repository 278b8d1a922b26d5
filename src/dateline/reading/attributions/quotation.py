"""Quotation marks: which of a text's marks belong together, with the mess that real pages make of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span

_MARK = re.compile("``|''|[\"“”„«»‘’']")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_SINGLE = frozenset("‘’'")
_FEW_WORDS = 40
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/:")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """`text[start:end]` with its marks. `closed` is False where the paragraph ends before the quotation does."""

    start: int
    end: int
    closed: bool = True
    single: bool = False

    @property
    def span(self) -> Span:
        """The whole, marks included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a text, in order; they do not overlap."""

    all: tuple[Quote, ...]

    def at(self, offset: int) -> Quote | None:
        """The quotation that holds this offset, its marks included."""
        k = bisect_right(self.all, offset, key=lambda q: q.start) - 1
        return self.all[k] if k >= 0 and offset < self.all[k].end else None

    def after(self, offset: int) -> Quote | None:
        """The first quotation that starts at the offset or later."""
        k = bisect_right(self.all, offset - 1, key=lambda q: q.start)
        return self.all[k] if k < len(self.all) else None

    def before(self, offset: int) -> Quote | None:
        """The last quotation that ends at the offset or earlier."""
        k = bisect_right(self.all, offset, key=lambda q: q.end) - 1
        return self.all[k] if k >= 0 else None


def find_quotes(text: str, paragraphs: Sequence[Span]) -> Quotes:
    """The quotations of each paragraph. Marks inside a quotation belong to it; an apostrophe is none.

    An opening mark without a closing one quotes to the end of its paragraph: so do papers, where a speech goes on in
    the next one.
    """
    return Quotes(tuple(quote for paragraph in paragraphs for quote in _of_paragraph(text, paragraph)))


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
    k = 0
    while k < len(marks):
        at, mark = marks[k]
        if not _may_open(text, at, mark, paragraph):
            k += 1
            continue
        closing = _closing_single(text, marks, k, paragraph) if mark in _SINGLE else _closing(text, marks, k, paragraph)
        if closing is not None:
            end = marks[closing][0] + len(marks[closing][1])
            yield Quote(at, end, single=mark in _SINGLE)
            k = closing + 1
        elif mark in _SINGLE:
            k += 1
        else:
            yield Quote(at, paragraph.end, closed=False)
            return


def _may_open(text: str, at: int, mark: str, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    following = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
    if following.isspace() and mark not in _OPENS:
        return False
    if mark in _OPENS or mark == "``":
        return True
    if mark in _SINGLE:
        return before in _BEFORE_OPENING and mark != "’" and following.isalnum()
    return before in _BEFORE_OPENING or not before.isalnum()


def _closing(text: str, marks: Sequence[tuple[int, str]], k: int, paragraph: Span) -> int | None:
    """The index of the mark that closes mark k; of several, the first that may."""
    typographic = marks[k][1] in _OPENS
    for j in range(k + 1, len(marks)):
        at, mark = marks[j]
        if mark in _CLOSES:
            return j
        if mark in _SINGLE or mark in _OPENS or mark == "``":
            continue
        before = text[at - 1]
        following = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
        if not following.isalnum() and (not before.isspace() or not typographic):
            return j
    return None


def _closing_single(text: str, marks: Sequence[tuple[int, str]], k: int, paragraph: Span) -> int | None:
    """The mark that closes a single one: after a stop or comma, else the first that is no apostrophe.

    An apostrophe after s may be a plural's ("the envoys' reply"): it closes a few words only, and only for want of another.
    """
    plural = None
    for j in range(k + 1, min(k + 40, len(marks))):
        at, mark = marks[j]
        following = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
        if mark not in {"’", "'"}:
            break
        if following.isalnum():
            continue
        if text[at - 1] != "s" or following in ".,;)":
            return j
        if plural is None and at - marks[k][0] < _FEW_WORDS:
            plural = j
    return plural
