"""Passages that cannot both be true."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Citation, Conflict, ConflictKind, Interval, Record
from dateline.views.lookup import LATEST, Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """One side of a conflict: the article that it stands in, and the sentence around the words."""

    article: str
    outlet: str | None
    headline: str | None
    published: Interval
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A conflict; `sides` and `anchors` go together, one side and the other."""

    id: str
    kind: ConflictKind
    note: str
    story: str | None
    sides: tuple[ConflictSide, ...]
    anchors: tuple[Citation, ...]


def conflicts(record: Record, *, story: str | None = None, kind: ConflictKind | None = None) -> tuple[ConflictRow, ...]:
    """The conflicts, by the day of the earlier side's publication."""
    look = Lookup(record)
    held = set(look.articles(story))
    found = [
        conflict
        for conflict in record.conflicts
        if (kind is None or conflict.kind == kind)
        and (story is None or conflict.story == story or all(side.article in held for side in conflict.sides))
    ]
    return tuple(sorted((_row(look, conflict) for conflict in found), key=_earlier))


def conflicts_of(parts: Iterable[Record], *, kind: ConflictKind | None = None) -> tuple[ConflictRow, ...]:
    """The same of a record that comes in parts, none of which says anything of another's conflicts; one part is held at a time."""
    return tuple(sorted((row for part in parts for row in conflicts(part, kind=kind)), key=_earlier))


def _earlier(row: ConflictRow) -> tuple[date, str, tuple[Citation, ...], str]:
    days = (side.published.end or side.published.start or LATEST for side in row.sides)
    return (min(days), row.kind, row.anchors, row.id)


def _row(look: Lookup, conflict: Conflict) -> ConflictRow:
    return ConflictRow(
        id=conflict.id,
        kind=conflict.kind,
        note=conflict.note,
        story=conflict.story,
        sides=tuple(
            ConflictSide(
                article=side.article,
                outlet=look.outlet(side.article),
                headline=look.headline(side.article),
                published=look.published(side.article).interval,
                text=look.sentence(side).anchor.quote,
            )
            for side in conflict.sides
        ),
        anchors=conflict.sides,
    )
