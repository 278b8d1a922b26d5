"""Which stories there are, and the articles of each in the order of publication."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Citation, PageRef, Published, Record
from dateline.views.lookup import Lookup
from dateline.views.sentences import first_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticle:
    """An article of a story."""

    id: str
    headline: str | None
    outlet: str | None
    page: PageRef
    published: Published


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story; `anchors` quote the first sentence of each article, `why` says what joined them."""

    id: str
    articles: tuple[StoryArticle, ...]
    title: str
    origins: int
    why: tuple[str, ...]
    anchors: tuple[Citation, ...]


def stories(record: Record) -> tuple[StoryRow, ...]:
    """The stories, the largest first; copies of an article count once."""
    look = Lookup(record)
    rows = []
    for story in record.stories:
        articles = look.articles(story.id)
        texts = [record.readings[article].article for article in articles]
        rows.append(
            StoryRow(
                id=story.id,
                title=story.title,
                articles=tuple(
                    StoryArticle(id=a.id, headline=a.headline, outlet=a.outlet, page=a.page, published=a.published)
                    for a in texts
                ),
                origins=len({look.origin_of[article] for article in articles}),
                why=story.why,
                anchors=tuple(c for a in texts for c in look.cite(a.id, first_sentence(a.text))),
            )
        )
    return tuple(sorted(rows, key=_largest))


def stories_of(parts: Iterable[Record]) -> tuple[StoryRow, ...]:
    """The same of a record that comes in parts, none of which says anything of another's stories; one part is held at a time."""
    return tuple(sorted((row for part in parts for row in stories(part)), key=_largest))


def _largest(row: StoryRow) -> tuple[int, int, str, str]:
    return (-row.origins, -len(row.articles), row.title, row.id)
