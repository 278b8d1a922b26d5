"""What linking makes of many readings: who is who, which articles tell one story, what was promised, what disagrees.

A `Record` is a pure function of a set of readings (and of the reader's corrections). Ids are made from content.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.page import PageRef
from dateline.model.reading import ActorKind, CommitmentKind, CommitmentStatus, EventStatus, EventType, Reading
from dateline.model.text import Anchor
from dateline.model.time import Interval

ConflictKind = Literal["denial", "figure", "date", "account"]
CommitmentState = Literal["open", "due", "overdue", "fulfilled", "broken", "ended"]


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A record of a reading, named by its article's id and its own."""

    article: str
    id: str


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """An anchor with the id of the article whose text it quotes."""

    article: str
    anchor: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedActor:
    """One actor over all articles. `why` explains each joining of spellings, in words."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    side: str | None
    roles: tuple[str, ...]
    articles: tuple[str, ...]
    members: tuple[Member, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles with one origin: a copy, a near copy, or an agency's text in several papers. The first is the original."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that follow one process, in the order of publication; undated ones come after those that bound them."""

    id: str
    title: str
    articles: tuple[str, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEvent:
    """One event with all reports of it. `origins` counts independent origins. Actors are linked actors' ids."""

    id: str
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    days: Interval
    status: EventStatus
    reports: tuple[Member, ...]
    origins: int
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One point in a commitment's life: what was told of it, on which day (of publication), by which record."""

    day: Interval
    status: CommitmentStatus
    due: Interval | None
    member: Member
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCommitment:
    """One undertaking over all articles, with its history in the order of publication. Parties are linked actors' ids.

    `lasts`: the days it is due are a term for which it is to hold (a truce, a strike), and not days by which it is to be done.
    """

    id: str
    text: str
    kind: CommitmentKind
    parties: tuple[str, ...]
    toward: tuple[str, ...]
    due: Interval | None
    condition: Citation | None
    status: CommitmentStatus
    history: tuple[Step, ...]
    story: str | None
    lasts: bool = False

    def state(self, on: date) -> CommitmentState:
        """Whether it is open, due (within 30 days), overdue, fulfilled, broken or ended on a day.

        A commitment is overdue where its last day is past and no later report says what became of it; one that was to last
        for a term has then ended, and so has a threat: nobody is late with it. One that a party denies keeps the state of its
        days: the denial is in its status, and who is right is not the program's to say.
        """
        if self.status == "fulfilled":
            return "fulfilled"
        if self.status == "violated":
            return "broken"
        if self.status == "ended":
            return "ended"
        last = self.due.end if self.due else None
        if last is None:
            return "open"
        if last < on:
            return "ended" if self.lasts or self.kind == "threat" else "overdue"
        return "due" if (last - on).days <= 30 else "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two passages that cannot both be true."""

    id: str
    kind: ConflictKind
    note: str
    sides: tuple[Citation, Citation]
    story: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Where an article was found: the page, and the headline it had there."""

    article: str
    page: PageRef
    headline: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The ledger's content as one value: the readings, and what linking makes of them."""

    readings: dict[str, Reading]
    appearances: tuple[Appearance, ...] = ()
    actors: tuple[LinkedActor, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    events: tuple[LinkedEvent, ...] = ()
    commitments: tuple[LinkedCommitment, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
