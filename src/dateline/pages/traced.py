"""A text whose every code point knows the bytes of the page that it came from."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.model import OffsetMap, Piece


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """`text[i]` came from the bytes `[first[i], last[i])` of the page; where the two are equal, from none."""

    text: str
    first: "array[int]" = field(repr=False)
    last: "array[int]" = field(repr=False)

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> "Traced":
        """The code points `[start, end)`."""
        return Traced(self.text[start:end], self.first[start:end], self.last[start:end])

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> "Traced":
        """With each `(start, end, words)` put in place of `[start, end)`; edits ascend and do not overlap.

        The new code points lead back to all that they replace.
        """
        texts: list[str] = []
        first, last = array("I"), array("I")
        done = 0
        for start, end, words in edits:
            texts += (self.text[done:start], words)
            first.extend(self.first[done:start])
            last.extend(self.last[done:start])
            if words:
                first.extend([self.first[start]] * len(words))
                last.extend([self.last[end - 1]] * len(words))
            done = end
        if not texts:
            return self
        texts.append(self.text[done:])
        first.extend(self.first[done:])
        last.extend(self.last[done:])
        return Traced("".join(texts), first, last)

    def offsets(self) -> OffsetMap:
        """The map from code points to bytes, with runs that are byte for byte made one piece."""
        pieces: list[Piece] = []
        start = source = length = width = 0
        for i, (low, high) in enumerate(zip(self.first, self.last, strict=True)):
            if high - low == 1 and width == 1 and start + length == i and source + length == low:
                length += 1
                continue
            if length:
                pieces.append(Piece(start, length, source, length if width == 1 else width))
            start, source, length, width = i, low, int(high > low), high - low
        if length:
            pieces.append(Piece(start, length, source, length if width == 1 else width))
        return OffsetMap(tuple(pieces))


def untraced(text: str) -> Traced:
    """A text that came from no bytes."""
    nowhere = array("I", bytes(4 * len(text)))
    return Traced(text, nowhere, nowhere)


def joined(parts: Sequence[Traced], between: str) -> Traced:
    """The parts in a row, with words between them that came from no bytes."""
    if len(parts) == 1:
        return parts[0]
    first, last = array("I"), array("I")
    gap = array("I", bytes(4 * len(between)))
    for k, part in enumerate(parts):
        if k:
            first.extend(gap)
            last.extend(gap)
        first.extend(part.first)
        last.extend(part.last)
    return Traced(between.join(part.text for part in parts), first, last)
