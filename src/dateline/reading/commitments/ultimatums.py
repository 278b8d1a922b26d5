"""Time and warnings that one side gives another: "gave the junta a week to go or face sanctions", "issued a strike notice"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import CommitmentKind
from dateline.reading.commitments.grammar import (
    children,
    future_auxiliary,
    has_to,
    is_agent,
    is_of_a_day,
    is_passive,
    is_pluperfect,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.orders import gives_judgement
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_GIVES = frozenset({"give", "issue", "serve", "hand", "deliver", "set", "send", "submit", "impose", "fix", "present"})
_ENSUES = frozenset({"face", "risk", "suffer", "lose", "see", "be", "expect", "incur"})
"""What comes of it where the time runs out: "or face sanctions"."""


def of_ultimatum(verb: Token) -> Iterator[Undertaking]:
    """The threat or the deadline of whoever gives others so much time, or notice of a strike."""
    if lemma(verb) not in _GIVES or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or is_passive(verb):
        return
    giver = subject_of(verb)
    if negation(verb) is not None or is_unreal(verb) or future_auxiliary(verb) is not None or verb.dep_ == "acl":
        return
    if is_pluperfect(verb):
        return  # "had given them a week": it is over
    if giver is None or not (is_agent(giver) or giver.ent_type_ == "ORG") or gives_judgement(giver):
        return
    given = children(verb, "dobj")
    notice = next((t for t in given if _is_threat(t)), given[-1] if given else None)
    if notice is not None and _is_threat(notice):
        yield Undertaking(trigger=verb, action=verb, subject=giver, kind="threat", status="announced", told=True)
        return
    deadline = notice is not None and lemma(notice) == "deadline"
    if not deadline and not (lemma(verb) == "give" and _names_time(verb)):
        return
    deed = _to_be_done(verb, notice)
    if deed is None or not (deadline or (_receiver(verb, deed) and is_or_else(deed))):
        return  # who is only given time, is asked
    kind: CommitmentKind = "threat" if is_or_else(deed) else "schedule"
    yield Undertaking(trigger=verb, action=deed, subject=giver, kind=kind, status="announced")


def _is_threat(notice: Token) -> bool:
    """Whether it is an ultimatum, or the notice of a strike."""
    if lemma(notice) == "ultimatum":
        return True
    below = (*children(notice, "compound"), *(t for p in children(notice, "prep") for t in children(p, "pobj")))
    return lemma(notice) == "notice" and any(is_one_of(t, "repeats", "strikes") for t in below)


def _names_time(verb: Token) -> bool:
    """Whether "one week", "until 20 July", "up to Friday" hangs on the verb."""
    spans = (c for c in children(verb, "npadvmod", "dobj") if is_of_a_day(c) or lemma(c) in ("deadline", "time"))
    until = (c for c in children(verb, "prep") if c.lower_ in ("until", "till") and names_a_day(c))
    return any(names_a_day(c) for c in spans) or next(until, None) is not None


def _to_be_done(verb: Token, notice: Token | None) -> Token | None:
    """What is to be done in that time."""
    holders = [verb] if notice is None else [verb, notice]
    holders += [t for p in children(verb, "prep") for t in children(p, "pobj")]
    below = (c for holder in holders for c in children(holder, "xcomp", "advcl", "acl", "relcl", "ccomp"))
    return next((c for c in below if c.i > verb.i and has_to(c)), None)


def _receiver(verb: Token, deed: Token) -> bool:
    """Whether others are given the time."""
    others = (*children(verb, "dative", "dobj"), own_subject(deed))
    return any(t is not None and is_agent(t) for t in others)


def is_or_else(deed: Token) -> bool:
    """Whether "or face sanctions", "failing which they will strike" follows."""
    alternative = any(c.lower_ == "or" for c in children(deed, "cc"))
    if alternative and any(lemma(c) in _ENSUES for c in children(deed, "conj")):
        return True
    behind = deed.doc[deed.i + 1 : deed.sent.end]
    if any(t.lower_ == "or" and t.nbor(1).lower_ in _ENSUES for t in behind[:-1]):
        return True  # "or face force", the verb taken for a noun
    return any(t.lower_ in ("failing", "failure") and t.nbor(1).lower_ in ("which", "to") for t in behind[:-1])
