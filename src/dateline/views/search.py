"""The articles that a search found, with the sentences that hold the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Anchor, Citation, Record
from dateline.views.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """An article; `text` is the first sentence that holds words of the query, `anchors` quote the first few."""

    id: str
    headline: str | None
    outlet: str | None
    day: date | None
    story: str | None
    text: str
    anchors: tuple[Citation, ...]


def search(
    record: Record, hits: Iterable[tuple[str, Sequence[Anchor]]], *, story: str | None = None
) -> tuple[SearchRow, ...]:
    """Rows for a store's hits (an article's id, and the sentences), in their order; hidden articles are left out.

    An article that holds the words in its headline alone has no sentence: its text then is the headline.
    """
    look = Lookup(record)
    held = set(look.articles(story))
    return tuple(
        SearchRow(
            id=article,
            headline=look.headline(article),
            outlet=look.outlet(article),
            day=look.day(article),
            story=look.story_of.get(article),
            text=sentences[0].quote if sentences else look.headline(article) or "",
            anchors=look.cite(article, sentences),
        )
        for article, sentences in hits
        if article in held
    )
