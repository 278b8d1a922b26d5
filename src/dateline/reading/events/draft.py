"""An event before its parties are known: nouns instead of actors."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.model import EventStatus, EventType

FROM_COOPERATION = frozenset({"AID", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT"})
FROM_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""What is only announced is an AGREE where it is cooperation, a THREATEN where it is force (CAMEO 03 and 13)."""


@dataclass(slots=True)
class Draft:
    """An event before its parties are known: nouns instead of actors."""

    type: EventType
    head: Token
    trigger: list[Token]
    actors: list[Token]
    recipients: list[list[Token]]
    status: EventStatus
    inside: tuple[str, ...] | None = None
    nominal: bool = False
    mutual: list[Token] = field(default_factory=list)
    clause: Token | None = None
    directly: bool = False
    """Whether the actor must be named itself: no "rules of the house" may stand for the house."""
    obliged: bool = False
    """Whether it is said of the recipient itself that it must: what "buyers of Maltese oil" must do is not asked of Malta."""
    told: EventType | None = None
    """What is promised, threatened or refused: the type that the deed itself would have."""
    deed: Token | None = None
