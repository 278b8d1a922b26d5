"""The articles that are found by a word, as a database's table tells them (`dateline.linking.regions.Looks`)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.bodies import packed, unpacked
from dateline.ledger.schema import PLACE
from dateline.linking.regions import Place, Spot
from dateline.linking.regions.places import UNDATED
from dateline.linking.vectors import Vector

T = TypeVar("T")
AT_ONCE = 500
"""Values that are asked for in one question."""

_ASKED = {
    "before": "(day, code) < (:day, :code) ORDER BY day DESC, code DESC",
    "before undated": "day = :undated AND code < :code ORDER BY code DESC",
    "after": "day < :undated AND (day, code) > (:day, :code) ORDER BY day, code",
    "after undated": "day = :undated AND code > :code ORDER BY code",
    "first": "day < :undated ORDER BY day, code",
    "undated": "day = :undated ORDER BY code",
}


@lru_cache(maxsize=256)
def _question(name: str, words: int) -> sa.TextClause:
    """The spots of so many words at once, in no order."""
    one = (
        "SELECT * FROM (SELECT {k} AS k, day, code FROM look WHERE word = :word{k} AND {asked} LIMIT :number) AS of{k}"
    )
    return sa.text(" UNION ALL ".join(one.format(k=k, asked=_ASKED[name]) for k in range(words)))


class StoredLooks:
    """`Looks` over the table as it is while this is used: no question is asked twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._asked: dict[tuple[str, str, Spot | None, int], list[Spot]] = {}

    def before(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        found = self._spots("before" if spot.dated else "before undated", words, spot, number)
        return [spots[::-1] for spots in found]

    def after(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        return self._spots("after" if spot.dated else "after undated", words, spot, number)

    def first(self, words: Sequence[str], number: int) -> list[list[Spot]]:
        """As in `Looks`."""
        return self._spots("first", words, None, number)

    def undated(self, words: Sequence[str]) -> list[list[Spot]]:
        """As in `Looks`."""
        return self._spots("undated", words, None, 10**9)

    def words(self, spots: Collection[Spot]) -> dict[Spot, Vector]:
        """What the articles at the spots are compared by."""
        made = {}
        for some in batched(sorted(spots)):
            codes = {spot.code: spot for spot in some}
            for row in self._connection.execute(
                sa.select(PLACE.c.code, PLACE.c.body).where(PLACE.c.code.in_(codes))
            ).all():
                made[codes[row.code]] = words_of(row.body)[1]
        return made

    def _spots(self, question: str, words: Sequence[str], spot: Spot | None, number: int) -> list[list[Spot]]:
        """A list for each word, ascending."""
        missing = [word for word in words if (question, word, spot, number) not in self._asked]
        if missing:
            values = {"number": number, "undated": UNDATED} | {f"word{k}": number_of(w) for k, w in enumerate(missing)}
            if spot is not None:
                values |= {"day": spot.day, "code": spot.code}
            found: list[list[Spot]] = [[] for _ in missing]
            for k, day, code in self._connection.execute(_question(question, len(missing)), values).all():
                found[k].append(Spot(day, code))
            for word, spots in zip(missing, found, strict=True):
                self._asked[question, word, spot, number] = sorted(spots)
        return [self._asked[question, word, spot, number] for word in words]


def body_of(place: Place) -> bytes:
    """A place's words as a column holds them; read back by `words_of`."""
    keys = frozenset(place.keys)
    lines = (f"{'*' if word in keys else ''}{word} {x!r}" for word, x in place.words.items())
    return packed("\n".join(lines))


@lru_cache(maxsize=4096)
def words_of(body: bytes) -> tuple[tuple[str, ...], Vector]:
    """The words that an article is found by, and those that it is compared by."""
    words: Vector = {}
    keys = []
    for line in unpacked(body).splitlines():
        word, _, x = line.rpartition(" ")
        if word.startswith("*"):
            word = word[1:]
            keys.append(word)
        words[word] = float(x)
    return tuple(keys), words


def look_rows(places: Iterable[Place]) -> Iterator[dict[str, int]]:
    """The rows of places in the table."""
    for place in places:
        for number in sorted({number_of(word) for word in place.keys}):
            yield {"word": number, "day": place.spot.day, "code": place.spot.code}


def inserted(connection: Connection, table: sa.Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Puts many rows into a table."""
    for some in batched(rows, 5000):
        connection.execute(table.insert(), list(some))


@lru_cache(maxsize=65536)
def number_of(word: str) -> int:
    """A word's number in the table."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def batched(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The values, so many at once."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
