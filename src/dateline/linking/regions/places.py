"""Where an article stands among all others: its day, and the words by which others find it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from dateline.linking.vectors import Vector, vector
from dateline.model import Article, Reading

KEYS = 24
"""How many of an article's words others find it by, the most telling."""
WORDS = 64
"""How many of its words are compared."""
UNDATED = 10_000_000
"""The day of articles without a last day of publication: after all others."""


class Spot(NamedTuple):
    """A place in the order of publication: the last day that is possible, as an ordinal, and a number made of the article's id."""

    day: int
    code: int

    @property
    def dated(self) -> bool:
        """Whether the day of publication has a known end."""
        return self.day < UNDATED


@dataclass(frozen=True, slots=True)
class Place:
    """An article's spot, the words it is found by, and the words it is compared by, ascending."""

    article: str
    spot: Spot
    keys: tuple[str, ...]
    words: Vector


def first_known(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Of each article the reading that was known first, ids ascending; ties fall to the smallest page, so order does not matter.

    By its day an article stands among the others: one that is found again on a later page stays where it was.
    """
    first: dict[str, Reading] = {}
    for reading in readings:
        kept = first.get(reading.article.id)
        if kept is None or _age(reading) < _age(kept):
            first[reading.article.id] = reading
    return dict(sorted(first.items()))


def _age(reading: Reading) -> tuple[date, str, int, str, str]:
    article = reading.article
    at = article.offsets.pieces[0].source if article.offsets.pieces else 0
    return (
        article.published.end or date.max,
        article.page.sha256,
        at,
        article.headline or "",
        f"{article.outlet or ''} {article.byline or ''}",
    )


def place_of(article: Article) -> Place:
    """The place of an article as it is dated.

    Of one without a day only the text counts: it may stand on several pages, and on a past day not the same of them were known.
    """
    told = article if article.published.end else replace(article, headline=None, outlet=None, byline=None)
    ranked = sorted(vector(told).items(), key=lambda item: (-item[1], item[0]))
    words = dict(sorted((word, round(x, 5)) for word, x in ranked[:WORDS]))
    return Place(article.id, spot_of(article), tuple(word for word, _ in ranked[:KEYS]), words)


def spot_of(article: Article) -> Spot:
    """Where an article stands in the order of publication."""
    digest = blake2b(article.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    end = article.published.end
    return Spot(UNDATED if end is None else end.toordinal(), int.from_bytes(digest, "big", signed=True))
