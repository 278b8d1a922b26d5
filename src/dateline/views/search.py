"""Finds sentences by their words."""

from dataclasses import dataclass
from datetime import date

from dateline.model import Citation, Record, anchor
from dateline.views.lookup import Lookup
from dateline.views.sentences import sentences
from dateline.views.words import content_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """A sentence that holds words of the query; `hits` is how many different ones."""

    id: str
    headline: str | None
    outlet: str | None
    day: date | None
    story: str | None
    text: str
    hits: int
    anchors: tuple[Citation, ...]


def search(
    record: Record,
    query: str,
    *,
    story: str | None = None,
    limit: int | None = 20,
    articles: tuple[str, ...] | None = None,
) -> tuple[SearchRow, ...]:
    """The sentences with most of the query's words, best first, at most one for each article.

    `articles` narrows the search, in the order of a store's own ranking, which settles ties.
    """
    look = Lookup(record)
    wanted = set(content_words(query)) or set(query.casefold().split())
    rank = {article: k for k, article in enumerate(articles or ())}
    rows = []
    for reading in look.readings(story):
        article = reading.article
        if articles is not None and article.id not in rank:
            continue
        best: tuple[int, int, int] | None = None
        for span in sentences(article.text):
            hits = len(wanted.intersection(content_words(article.text[span.start : span.end])))
            if hits and (best is None or hits > best[0]):
                best = (hits, span.start, span.end)
        headline_hits = len(wanted.intersection(content_words(article.headline or "")))
        if best is None and headline_hits:
            best = next(((0, span.start, span.end) for span in sentences(article.text)), None)
        if best is None:
            continue
        passage = anchor(article.text, best[1], best[2])
        rows.append(
            SearchRow(
                id=article.id,
                headline=article.headline,
                outlet=article.outlet,
                day=look.day(article.id),
                story=look.story_of.get(article.id),
                text=passage.quote,
                hits=best[0] + headline_hits,
                anchors=look.cite(article.id, (passage,)),
            )
        )
    rows.sort(key=lambda row: (-row.hits, rank.get(row.id, 0), -(row.day or date.min).toordinal(), row.id))
    return tuple(rows[:limit])
