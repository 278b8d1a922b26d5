"""What each side said on one story: per actor, latest first, denials marked."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dateline.model import Citation, Interval, MediumKind, Record
from dateline.views.attributions import AttributionRow, attributions
from dateline.views.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that an actor said."""

    id: str
    day: date | None
    said: Interval
    cue: str | None
    text: str
    denial: bool
    addressee: str | None
    medium: MediumKind | None
    article: str
    outlet: str | None
    headline: str | None
    anchors: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """An actor's statements within one story. `anchors` are those of all statements."""

    actor: str | None
    name: str
    side: str | None
    story: str | None
    title: str | None
    denials: int
    statements: tuple[Statement, ...]
    anchors: tuple[Citation, ...]


def positions(record: Record, *, story: str | None = None, actor: str | None = None) -> tuple[PositionRow, ...]:
    """One row for each actor and story, the sides with most statements first; unattributed words are left out."""
    look = Lookup(record)
    grouped: dict[tuple[str, str], list[AttributionRow]] = defaultdict(list)
    for row in attributions(record, story=story, actor=actor):
        if row.source is not None:
            grouped[row.actor or row.source, row.story or ""].append(row)
    weight: dict[str, int] = defaultdict(int)
    for rows in grouped.values():
        weight[rows[0].side or ""] += len(rows)
    return tuple(
        _position(look, rows)
        for _, rows in sorted(
            grouped.items(),
            key=lambda pair: (
                not pair[0][1],
                pair[0][1],
                pair[1][0].side is None,
                -weight[pair[1][0].side or ""],
                pair[1][0].side or "",
                -len(pair[1]),
                pair[0],
            ),
        )
    )


def _position(look: Lookup, rows: list[AttributionRow]) -> PositionRow:
    first = rows[0]
    return PositionRow(
        actor=first.actor,
        name=first.source or "",
        side=first.side,
        story=first.story,
        title=look.stories[first.story].title if first.story else None,
        denials=sum(row.denial for row in rows),
        statements=tuple(
            Statement(
                id=row.id,
                day=row.day,
                said=row.said,
                cue=row.cue,
                text=row.text,
                denial=row.denial,
                addressee=row.addressee,
                medium=row.medium,
                article=row.article,
                outlet=row.outlet,
                headline=row.headline,
                anchors=row.anchors,
            )
            for row in rows
        ),
        anchors=tuple(dict.fromkeys(anchor for row in rows for anchor in row.anchors)),
    )
