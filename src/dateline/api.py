"""The public verbs in Python; the command line has the same."""

from datetime import date
from hashlib import sha256

from dateline.model import Article, Evidence, PageRef, Published, Reading, article_id
from dateline.reading import read


def read_text(text: str, published: str | date | None = None) -> Reading:
    """The reading of one clean article, whose text is taken unchanged; `published` is an ISO day, where it is known."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    given = (
        Published()
        if day is None
        else Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"published: {day}"),))
    )
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read(Article(id=article_id(text), page=PageRef(source="text", sha256=digest), text=text, published=given))
