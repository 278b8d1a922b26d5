"""What is taken from one article. Every record has an anchor; every anchor quotes the article's text.

Ids are unique within a reading and made from content (`dateline.model.ids.content_id` over the article's id, the kind and
the first anchor), so reading twice gives the same ids.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.model.page import Article, Problem
from dateline.model.text import Anchor
from dateline.model.time import Interval

ActorKind = Literal["person", "organisation", "state", "group", "unnamed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "indirect", "mixed"]
MediumKind = Literal[
    "statement",
    "post",
    "interview",
    "letter",
    "briefing",
    "speech",
    "broadcast",
    "report",
    "hearing",
    "call",
    "meeting",
]
EventStatus = Literal["happened", "planned", "denied", "possible"]
CommitmentKind = Literal["agreement", "pledge", "schedule", "threat"]
CommitmentStatus = Literal[
    "agreed", "announced", "proposed", "denied", "fulfilled", "ongoing", "violated", "ended", "postponed"
]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or speaks in the article.

    `name` is the fullest name or description; `names` all spellings used; `side` the name of a state or organisation;
    `mentions` every place that means this actor, pronouns and descriptions included, in the order of the text.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    roles: tuple[str, ...]
    mentions: tuple[Anchor, ...]
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError("an actor needs a mention")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3: its words, type and value, and the days that it denotes (open where the text does not settle them)."""

    anchor: Anchor
    type: TimeType
    value: str
    days: Interval = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place; coordinates in degrees (WGS 84), country as ISO 3166 alpha-2, geonameid as in GeoNames."""

    anchor: Anchor
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """In what something was said ("a statement", "a post on Facebook", "state television"), and which kind of thing that is."""

    kind: MediumKind
    anchor: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what: source, cue and content, each one or more anchors (a span may be discontinuous).

    `source` is an actor's id, None where the text names no source (source_anchor is then empty). `denial` holds where the
    source denies the content or refuses to confirm it. `medium` is None where the text does not tell it.
    """

    id: str
    source: str | None
    source_anchor: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    kind: AttributionKind
    addressee: str | None = None
    said: Interval = Interval()
    denial: bool = False
    medium: Medium | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution needs content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened or is said to: PLOVER type, who to whom (actors' ids), where, when, and how sure."""

    id: str
    type: EventType
    anchor: Anchor
    trigger: Anchor
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None = None
    days: Interval = Interval()
    status: EventStatus = "happened"
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a party undertakes. `due` None: no deadline is told; `parties` and `toward` are actors' ids."""

    id: str
    anchor: Anchor
    kind: CommitmentKind
    parties: tuple[str, ...]
    toward: tuple[str, ...]
    due: Interval | None
    condition: Anchor | None
    status: CommitmentStatus
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured fact. `low` and `high` are bounds, equal where exact; an open bound is None.

    `of` says of whom or what, `place` where, `days` as of when.
    """

    id: str
    anchor: Anchor
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: str | None = None
    place: str | None = None
    days: Interval = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything taken from one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    problems: tuple[Problem, ...] = ()

    def anchors(self) -> Iterator[Anchor]:
        """Every anchor of every record."""
        for actor in self.actors:
            yield from actor.mentions
        yield from (time.anchor for time in self.times)
        yield from (place.anchor for place in self.places)
        yield from (quantity.anchor for quantity in self.quantities)
        for said in self.attributions:
            yield from (*said.source_anchor, *said.cue, *said.content)
            if said.medium is not None:
                yield said.medium.anchor
        for event in self.events:
            yield from (event.anchor, event.trigger)
        for commitment in self.commitments:
            yield commitment.anchor
            if commitment.condition is not None:
                yield commitment.condition
