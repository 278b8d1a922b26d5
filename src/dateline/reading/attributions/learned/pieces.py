"""Words and word pieces: the cutting that the uncased BERT vocabularies were made with, with the words' offsets kept.

Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", 2019: words are lowered, accents taken off, each
punctuation mark is a word, and a word is cut greedily into the longest pieces that the vocabulary knows.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Span

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Piece to number, with the numbers of the three pieces that are no words."""

    numbers: dict[str, int]

    @property
    def unknown(self) -> int:
        """The number that stands for a word which cannot be cut into known pieces."""
        return self.numbers["[UNK]"]

    @property
    def first(self) -> int:
        """The number that opens a window."""
        return self.numbers["[CLS]"]

    @property
    def last(self) -> int:
        """The number that closes a window."""
        return self.numbers["[SEP]"]

    def cut(self, word: str) -> list[int]:
        """The numbers of the word's pieces; never empty."""
        bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not bare or len(bare) > _LONGEST_WORD:
            return [self.unknown]
        found, at = [], 0
        while at < len(bare):
            for end in range(len(bare), at, -1):
                number = self.numbers.get(bare[at:end] if at == 0 else "##" + bare[at:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            at = end
        return found


def vocabulary_of(listed: str) -> Vocabulary:
    """The vocabulary of a list of pieces, one to a line, numbered from 0."""
    return Vocabulary({piece: i for i, piece in enumerate(listed.split("\n")) if piece})


def words_of(text: str) -> Iterator[Span]:
    """The runs of letters and digits, and every other mark by itself, in order; white space lies between."""
    for match in _WORD.finditer(text):
        yield Span(match.start(), match.end())
