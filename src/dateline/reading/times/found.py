"""An expression that was found in a text, before its meaning is known."""

from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from dateline.reading.times.patterns import Form


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that was found: its span, its form, its words and those of each named part (in small letters), up to
    four words on either side, and the tokens that it covers.
    """

    start: int
    end: int
    form: Form
    words: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    tokens: Tokens
