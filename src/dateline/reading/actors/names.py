"""A proper name in an article: where it stands, and what it is a name of."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

NameKind = Literal["person", "organisation", "group", "outlet", "state", "adjective", "people", "place", "nothing"]


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[start, end)` that are a name. `short` is its short name; `side` what a listed name belongs to; `country` of a place."""

    start: int
    end: int
    kind: NameKind
    short: str
    side: str | None = None
    country: str | None = None
    listed: bool = False


def key_of(text: str) -> str:
    """A name without articles, particles' hyphens, case and accents, to compare spellings."""
    plain = (
        (text if text.isascii() else _without_accents(text))
        .lower()
        .replace("’", "'")
        .replace("-", " ")
        .removeprefix("the ")
        .removeprefix("al ")
    )
    return " ".join(plain.split())


_LETTERS = str.maketrans("łŁøØđĐıħß", "lLoOdDihs")


def _without_accents(text: str) -> str:
    """The text with plain letters: "Lindström" and "Lindstrom" are one name in two spellings."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
