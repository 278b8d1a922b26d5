"""Names that the word lists know: states under all their words, bodies, movements, outlets, and names that never act."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from dateline.reading.lexicon import lexicon

KnownKind = Literal["state", "adjective", "people", "capital", "organisation", "group", "outlet", "nothing"]

_LONGEST = 12
"""Tokens of the longest listed name, with room to spare."""

_SPOKEN = 4
"""Letters of a short name that may be written as a word is."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a listed name means: `name` is the short name, `side` the state or body that it belongs to or stands for."""

    kind: KnownKind
    name: str
    side: str | None = None
    country: str | None = None


def known_at(text: str, start: int) -> tuple[int, Known] | None:
    """The longest listed name that starts at this code point, and where it ends."""
    first = _WORD.match(text, start)
    if first is None:
        return None
    for words, known in _index().get(first[0], ()):
        end = start + len(words)
        if text.startswith(words, start) and not (text[end : end + 1].isalnum() and words[-1].isalnum()):
            return end, known
    return None


def known_from(doc: Doc, k: int) -> tuple[int, Known] | None:
    """The longest listed name that starts with token k and ends with a token, and the token after it."""
    first = _WORD.match(doc[k].text)
    if first is None or first[0] not in _index():
        return None
    tokens = doc[k : k + _LONGEST]
    text = "".join([token.text_with_ws for token in tokens])
    hit = known_at(text, 0)
    if hit is None:
        return None
    reached = 0
    for token in tokens:
        reached += len(token)
        if reached >= hit[0]:
            return (token.i + 1, hit[1]) if reached == hit[0] else None
        reached += len(token.whitespace_)
    return None


@cache
def _index() -> dict[str, tuple[tuple[str, Known], ...]]:
    by_first: dict[str, dict[str, Known]] = {}
    for words, known in _listed():
        for spelling in (words, words.replace("'", "’")):
            first = _WORD.match(spelling)
            if first is not None:
                by_first.setdefault(first[0], {}).setdefault(spelling, known)
    return {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in by_first.items()}


def _shared_adjectives() -> frozenset[str]:
    """Adjectives that two states have, so that they say of neither."""
    counts = Counter(word for row in lexicon("states").values() for word in {*row["adjectives"], *row["people"]})
    return frozenset(word for word, n in counts.items() if n > 1)


def _listed() -> Iterator[tuple[str, Known]]:
    """Every listed name; of names that are listed twice, the first counts."""
    shared = _shared_adjectives()
    yield from ((word, Known("nothing", word)) for word in sorted(shared))
    for country, row in lexicon("states").items():
        name: str = row["name"]
        kinds: tuple[tuple[KnownKind, list[str]], ...] = (
            ("state", [name, *row["aliases"]]),
            ("adjective", row["adjectives"]),
            ("people", row["people"]),
            ("capital", row["capitals"]),
        )
        for kind, names in kinds:
            for words in names:
                yield words.removeprefix("the "), Known(kind, name, name, country)
    for country, row in lexicon("states").items():
        for style in lexicon("naming")["state_styles"]:
            yield f"{style} {row['name']}", Known("state", row["name"], row["name"], country)
        yield f"{row['name']} Republic", Known("state", row["name"], row["name"], country)
    bodies = lexicon("organisations")
    for words, side in bodies["seats"].items():
        yield words, Known("organisation", words, side or None)
    for row in bodies["between_states"]:
        for words in _as_written(row["names"]):
            yield words, Known("organisation", row["names"][0], row.get("side", row["names"][0]))
        if "seat" in row:
            yield row["seat"], Known("capital", row["names"][0], row["names"][0])
    for row in bodies["charities"]:
        for words in row["names"]:
            yield words, Known("organisation", row["names"][0], row["names"][0])
    for words in bodies["outlets"]["names"]:
        yield words, Known("outlet", words.removeprefix("The "))
    for row in lexicon("groups")["known"]:
        for words in _as_written(row["names"]):
            yield words, Known("group", row["names"][0])
    for words in bodies["not_actors"]["names"]:
        yield words, Known("nothing", words)


def _as_written(names: list[str]) -> Iterator[str]:
    """The names, and letters that are spoken as a word also as one: "Nato"."""
    yield from names
    yield from (name.capitalize() for name in names if name.isupper() and name.isalpha() and len(name) >= _SPOKEN)


@cache
def countries() -> dict[str, str]:
    """The short name of each state by its ISO 3166 code."""
    return {country: row["name"] for country, row in lexicon("states").items()}
