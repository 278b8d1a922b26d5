"""Shows what an id names: an article, or a record with the passage that it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.codec import Json, encode_reading
from dateline.errors import QuestionError
from dateline.model import Anchor, Citation, Member, PageRef, Published, Reading, Record
from dateline.views.actors import actors
from dateline.views.commitments import commitments
from dateline.views.conflicts import conflicts
from dateline.views.lookup import Lookup
from dateline.views.row import to_plain
from dateline.views.stories import stories

_READ = {
    "actors": "mention",
    "attributions": "attribution",
    "events": "event",
    "commitments": "commitment",
    "quantities": "quantity",
}
"""The tables of a reading whose records have ids, and what one record of each is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The paragraph around an anchor, as text; `start` is where it starts in the article."""

    article: str
    headline: str | None
    outlet: str | None
    start: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRow:
    """What the id names: `kind` says which table it is of, `record` is its row there, `passages` its places in the text.

    An article has its whole text as its one passage.
    """

    id: str
    kind: str
    page: PageRef | None
    published: Published | None
    record: Json
    passages: tuple[Passage, ...]
    anchors: tuple[Citation, ...]


def show(record: Record, wanted: str, *, on: date) -> tuple[ShowRow, ...]:
    """What the id names; several rows where records of several articles share it. Raises QuestionError for an unknown id."""
    look = Lookup(record)
    rows = tuple(_rows(look, wanted, on))
    if not rows:
        raise QuestionError(f"nothing here has the id {wanted}; ids stand in the answers of --json")
    return rows


def _rows(look: Lookup, wanted: str, on: date) -> Iterator[ShowRow]:
    record = look.record
    if wanted in record.readings:
        yield _article(look, record.readings[wanted])
        return
    linked: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("story", stories(record)),
        ("actor", actors(record)),
        ("commitment", commitments(record, on=on)),
        ("conflict", conflicts(record)),
    )
    for kind, rows in linked:
        for row in rows:
            if row.id == wanted:
                yield _linked(look, wanted, kind, to_plain(row), row.anchors)
    for event in record.events:
        if event.id == wanted:
            yield _linked(look, wanted, "event", to_plain(event), _reports(record, event.reports))
    for reading in record.readings.values():
        if not any(one.id == wanted for table in _READ for one in getattr(reading, table)):
            continue
        encoded = encode_reading(reading)
        for table, kind in _READ.items():
            for one in encoded[table]:
                if one["id"] == wanted:
                    yield _linked(look, wanted, kind, one, look.cite(reading.article.id, _anchors(one)))


def _linked(look: Lookup, wanted: str, kind: str, value: Json, anchors: tuple[Citation, ...]) -> ShowRow:
    return ShowRow(
        id=wanted,
        kind=kind,
        page=None,
        published=None,
        record=value,
        passages=tuple(dict.fromkeys(_passage(look, citation) for citation in anchors)),
        anchors=anchors,
    )


def _article(look: Lookup, reading: Reading) -> ShowRow:
    article = reading.article
    return ShowRow(
        id=article.id,
        kind="article",
        page=article.page,
        published=article.published,
        record=encode_reading(reading),
        passages=(
            Passage(article=article.id, headline=article.headline, outlet=article.outlet, start=0, text=article.text),
        ),
        anchors=look.cite(article.id, sorted(set(reading.anchors()))),
    )


def _reports(record: Record, members: tuple[Member, ...]) -> tuple[Citation, ...]:
    return tuple(
        Citation(member.article, event.anchor)
        for member in members
        if member.article in record.readings
        for event in record.readings[member.article].events
        if event.id == member.id
    )


def _anchors(value: object) -> list[Anchor]:
    """All anchors of an encoded record, in the order of the text."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "quote"}:
            return [Anchor(value["start"], value["end"], value["quote"])]
        return sorted({found for part in value.values() for found in _anchors(part)})
    if isinstance(value, list):
        return sorted({found for part in value for found in _anchors(part)})
    return []


def _passage(look: Lookup, citation: Citation) -> Passage:
    article = citation.article
    reading = look.record.readings.get(article)
    text = reading.article.text if reading else citation.anchor.quote
    if reading is None:
        return Passage(article=article, headline=None, outlet=None, start=citation.anchor.start, text=text)
    start = text.rfind("\n", 0, citation.anchor.start) + 1
    end = text.find("\n", citation.anchor.end)
    return Passage(
        article=article,
        headline=reading.article.headline,
        outlet=reading.article.outlet,
        start=start,
        text=text[start : end if end >= 0 else len(text)],
    )
