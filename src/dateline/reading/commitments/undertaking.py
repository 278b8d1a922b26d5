"""What the detectors find: a word that makes an undertaking, and what is undertaken."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import CommitmentKind, CommitmentStatus

Made = tuple[CommitmentKind, CommitmentStatus]
"""The kind and the status that a word gives to what it undertakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """An undertaking as the parse shows it.

    `trigger` is the word that makes it one (pledged, will's verb, deadline), `action` what is undertaken (the same
    token where both are one), `subject` the head of who undertakes it; None where the clause does not say.
    `shared` holds where the parties to an agreement undertake it rather than the clause's subject. `told` holds where
    the clause reports on an undertaking, so that a day in it says when that happened, not by when it is due.
    `ground` is the plan or agreement whose provision it is, where that is not the subject.
    """

    trigger: Token
    action: Token
    subject: Token | None
    kind: CommitmentKind
    status: CommitmentStatus
    shared: bool = False
    told: bool = False
    ground: Token | None = None
