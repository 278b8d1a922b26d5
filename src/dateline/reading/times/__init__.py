"""Time expressions: what day is meant, and when was this written."""

from dateline.model import Article, Published, TimeExpression
from dateline.reading.parse import Parsed

__all__ = ["date_article", "find_times"]


def find_times(parsed: Parsed, published: Published) -> tuple[TimeExpression, ...]:
    """The TIMEX3 expressions of the text, resolved against the day of publication, in the order of the text."""
    del parsed, published
    return ()


def date_article(article: Article, parsed: Parsed) -> Published:
    """When the article was published: what the page states, else what its own words allow, else unknown."""
    del parsed
    return article.published
