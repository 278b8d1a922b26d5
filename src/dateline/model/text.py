"""Spans of a text, anchors that quote them, and the map that leads back to the page."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of a text. Raises ValueError unless `0 <= start < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A span of an article's text with the words that stand there; `text[start:end] == quote`.

    Make one with `anchor`, which takes the words from the text; law 1 checks every anchor of a reading.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"an anchor {self.start}..{self.end} cannot quote {len(self.quote)} code points")

    @property
    def span(self) -> Span:
        """The anchor without its words."""
        return Span(self.start, self.end)


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`, without white space at its ends. Raises ValueError where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Anchor(start, end, text[start:end])


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """`length` code points of a text from `start` on stand for `source_length` bytes of the page from `source` on.

    A piece of equal lengths is byte for byte; another one (a character reference, a replaced byte, a multi-byte
    character) leads back as a whole.
    """

    start: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from code points of a text back to the bytes of its page. Pieces ascend by `start` and do not overlap."""

    pieces: tuple[Piece, ...] = ()

    def bytes_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The `[first, last)` bytes of the page that `text[start:end]` came from; None where nothing of it did."""
        k = max(0, bisect_right(self.pieces, start, key=lambda p: p.start) - 1)
        low = high = -1
        for piece in self.pieces[k:]:
            if piece.start >= end:
                break
            if piece.start + piece.length <= start:
                continue
            if piece.length == piece.source_length:
                first = piece.source + max(start, piece.start) - piece.start
                last = piece.source + min(end, piece.start + piece.length) - piece.start
            else:
                first, last = piece.source, piece.source + piece.source_length
            low = first if low < 0 else min(low, first)
            high = max(high, last)
        return None if low < 0 else (low, high)


def merged(pieces: Iterable[Piece]) -> OffsetMap:
    """An offset map of the pieces, with neighbours that are byte for byte made one."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.length == last.source_length
            and piece.length == piece.source_length
            and last.start + last.length == piece.start
            and last.source + last.source_length == piece.source
        ):
            kept[-1] = Piece(
                last.start, last.length + piece.length, last.source, last.source_length + piece.source_length
            )
        else:
            kept.append(piece)
    return OffsetMap(tuple(kept))
