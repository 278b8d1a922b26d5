"""Days that somebody names for an occasion, and occasions that may come on a day: "set 12 May as the date of the vote", "talks could begin on Monday"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_perfect,
    is_agent,
    is_occasion,
    is_of_a_day,
    is_passive,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_NAMES = frozenset({"set", "fix", "name", "choose", "pick", "declare", "designate", "select"})
_MAY = frozenset({"could", "may", "might"})
_HANDED_IN = frozenset(
    {"submit", "present", "hold", "convene", "sign", "announce", "table", "publish", "launch", "finalise", "finalize"}
)
_HELD = frozenset({"begin", "start", "resume", "take", "come", "open", "reopen", "reconvene", "convene"})


def of_day(verb: Token) -> Iterator[Undertaking]:
    """Who "set 12 May as the date of the election", "named 4 June as polling day"."""
    if lemma(verb) not in _NAMES or verb.tag_ not in ("VBD", "VBN") or is_passive(verb) or negation(verb) is not None:
        return
    day, namer = first(verb, "dobj"), subject_of(verb)
    if day is None or not is_of_a_day(day) or not is_agent(namer) or is_unreal(verb) or future_auxiliary(verb):
        return
    led = [c for holder in (verb, day) for c in children(holder, "prep") if c.lower_ in ("as", "for")]
    if any(is_occasion(t) for c in led for t in c.subtree if t.pos_ == "NOUN"):
        yield Undertaking(trigger=verb, action=verb, subject=namer, kind="schedule", status="announced")


def may_come(verb: Token) -> Iterator[Undertaking]:
    """Talks that "could begin on Monday", a draft that "may be submitted next week": planned for a day, though not for sure."""
    if not any(a.lower_ in _MAY for a in children(verb, "aux")) or has_perfect(verb) or negation(verb) is not None:
        return
    subject = own_subject(verb)
    if subject is None or not names_a_day(verb):
        return
    proposed = is_one_of(subject, "subjects", "proposals") or is_one_of(subject, "reports", "acts")
    held = lemma(verb) in _HANDED_IN and is_passive(verb) and (is_occasion(subject) or proposed)
    comes = lemma(verb) in _HELD and is_occasion(subject)
    if (held or comes) and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis"):
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind="schedule", status="announced", shared=True)
