"""Who said what, to whom, when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import (
    Anchor,
    Attribution,
    AttributionKind,
    Citation,
    Interval,
    LinkedActor,
    MediumKind,
    Member,
    Reading,
    Record,
)
from dateline.views.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow:
    """A statement. `source` is the linked name, `actor` its id.

    `said` is when it was said, else when its article was published; `day` is the last day that this allows.
    """

    id: str
    day: date | None
    said: Interval
    source: str | None
    actor: str | None
    side: str | None
    cue: str | None
    text: str
    kind: AttributionKind
    denial: bool
    addressee: str | None
    medium: MediumKind | None
    article: str
    outlet: str | None
    headline: str | None
    story: str | None
    anchors: tuple[Citation, ...]


def attributions(
    record: Record,
    *,
    story: str | None = None,
    actor: str | None = None,
    denials: bool = False,
    first: date | None = None,
    last: date | None = None,
) -> tuple[AttributionRow, ...]:
    """The statements, latest first; those of copies only once, from the first article of the origin that has them."""
    look = Lookup(record)
    wanted = None if actor is None else look.matching_actors(actor)
    rows = [
        row
        for reading in look.readings(story)
        if reading.article.duplicate_of is None or reading.article.duplicate_of not in record.readings
        for row in _rows(look, reading)
        if (not denials or row.denial)
        and (wanted is None or row.actor in wanted or (row.source or "").casefold() == (actor or "").casefold())
        and (first is None or (row.day is not None and row.day >= first))
        and (last is None or (row.day is not None and row.day <= last))
    ]
    return tuple(sorted(rows, key=lambda row: (_latest(row.day), row.article, row.anchors[0].anchor.start, row.id)))


def _rows(look: Lookup, reading: Reading) -> Iterator[AttributionRow]:
    article = reading.article
    for said in reading.attributions:
        when = said.said if said.said != Interval() else article.published.interval
        linked = look.actor_of.get(Member(article.id, said.source)) if said.source else None
        yield AttributionRow(
            id=said.id,
            day=when.end or when.start,
            said=when,
            source=look.actor_name(article.id, said.source),
            actor=linked.id if linked else None,
            side=_side(look, linked, said, article.id),
            cue=" … ".join(cue.quote for cue in said.cue) or None,
            text=" … ".join(part.quote for part in said.content),
            kind=said.kind,
            denial=said.denial,
            addressee=said.addressee,
            medium=said.medium.kind if said.medium else None,
            article=article.id,
            outlet=article.outlet,
            headline=article.headline,
            story=look.story_of.get(article.id),
            anchors=look.cite(article.id, (*said.content, *said.source_anchor, *said.cue, *_medium(said))),
        )


def _medium(said: Attribution) -> tuple[Anchor, ...]:
    return () if said.medium is None else (said.medium.anchor,)


def _side(look: Lookup, linked: LinkedActor | None, said: Attribution, article: str) -> str | None:
    if linked is not None:
        return linked.side or (linked.name if linked.kind in {"state", "organisation"} else None)
    own = look.own_actors.get(Member(article, said.source)) if said.source else None
    return own.side if own else None


def _latest(day: date | None) -> int:
    return -day.toordinal() if day else 0
