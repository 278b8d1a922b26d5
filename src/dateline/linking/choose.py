"""One reading for each article, whichever pages it was found on."""

from collections.abc import Iterable

from dateline.codec import to_json
from dateline.model import Reading

_BASES = ("stated", "metadata", "inferred", "unknown")


def one_per_article(readings: Iterable[Reading]) -> dict[str, Reading]:
    """The best dated reading of each article by its id, ids ascending; ties fall to the smallest page, so order does not matter."""
    chosen: dict[str, Reading] = {}
    for reading in readings:
        kept = chosen.get(reading.article.id)
        if kept is None or _before(reading, kept):
            chosen[reading.article.id] = reading
    return dict(sorted(chosen.items()))


def _before(reading: Reading, kept: Reading) -> bool:
    rank, other = _rank(reading), _rank(kept)
    return rank < other if rank != other else to_json(reading) < to_json(kept)


def _rank(reading: Reading) -> tuple[int, int, str, str, str, int, str, str]:
    article = reading.article
    published = article.published
    days = published.interval.days
    first = article.offsets.pieces[0].source if article.offsets.pieces else 0
    return (
        _BASES.index(published.basis),
        days if days is not None else 10**9,
        published.start.isoformat() if published.start else "",
        published.end.isoformat() if published.end else "",
        article.page.sha256,
        first,
        article.page.source,
        article.headline or "",
    )
