"""Small made-up readings: a text, and records anchored to phrases of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Self

from dateline.model import (
    Actor,
    ActorKind,
    Anchor,
    Article,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Interval,
    PageRef,
    Published,
    Reading,
    article_id,
    content_id,
)


def days(value: str | None) -> Interval:
    """`2031-05-01`, `2031-05-01/2031-05-09`, or None."""
    if value is None:
        return Interval()
    first, _, last = value.partition("/")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


@dataclass
class Told:
    """An article in the making; `reading()` finishes it."""

    text: str
    headline: str | None = None
    published: str | None = None
    outlet: str | None = None
    source: str = "page.txt"
    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)

    @property
    def id(self) -> str:
        return article_id(self.text)

    def at(self, phrase: str) -> Anchor:
        start = self.text.index(phrase)
        return Anchor(start, start + len(phrase), phrase)

    def actor(
        self,
        name: str,
        kind: ActorKind = "person",
        side: str | None = None,
        roles: Sequence[str] = (),
        names: Sequence[str] = (),
        mention: str | None = None,
    ) -> Self:
        anchor = self.at(mention or name)
        made = Actor(
            id=content_id("actor", self.id, anchor.start, name),
            name=name,
            kind=kind,
            side=side,
            roles=tuple(roles),
            mentions=(anchor,),
            names=(name, *names),
        )
        self.actors.append(made)
        return self

    def event(
        self,
        type_: EventType,
        clause: str,
        actors: Sequence[str] = (),
        recipients: Sequence[str] = (),
        when: str | None = None,
        status: EventStatus = "happened",
        place: str | None = None,
    ) -> Self:
        anchor = self.at(clause)
        self.events.append(
            Event(
                id=content_id("event", self.id, anchor.start, clause),
                type=type_,
                anchor=anchor,
                trigger=anchor,
                actors=self._ids(actors),
                recipients=self._ids(recipients),
                place=place,
                days=days(when),
                status=status,
            )
        )
        return self

    def commitment(
        self,
        clause: str,
        parties: Sequence[str] = (),
        due: str | None = None,
        status: CommitmentStatus = "announced",
        kind: CommitmentKind = "pledge",
        condition: str | None = None,
    ) -> Self:
        anchor = self.at(clause)
        self.commitments.append(
            Commitment(
                id=content_id("commitment", self.id, anchor.start, clause),
                anchor=anchor,
                kind=kind,
                parties=self._ids(parties),
                toward=(),
                due=days(due) if due else None,
                condition=self.at(condition) if condition else None,
                status=status,
            )
        )
        return self

    def _ids(self, names: Sequence[str]) -> tuple[str, ...]:
        by_name = {a.name: a.id for a in self.actors}
        return tuple(by_name[name] for name in names)

    def reading(self) -> Reading:
        when = days(self.published)
        published = (
            Published(start=when.start, end=when.end, basis="stated", evidence=(Evidence("text", "made up"),))
            if self.published
            else Published()
        )
        page = PageRef(
            source=self.source, sha256=sha256((self.source + self.text).encode(errors="surrogatepass")).hexdigest()
        )
        return Reading(
            article=Article(
                id=self.id, page=page, text=self.text, headline=self.headline, outlet=self.outlet, published=published
            ),
            actors=tuple(self.actors),
            events=tuple(self.events),
            commitments=tuple(self.commitments),
        )
