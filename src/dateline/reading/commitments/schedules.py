"""Schedules without a verb of undertaking: deadlines, time that is given, and meetings told in the present of a day to come."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.due import Times
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    is_passive,
    names_a_day,
    negation,
    own_subject,
    subject_of,
    takes_effect,
)
from dateline.reading.commitments.ultimatums import is_or_else
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_SPANS = frozenset({"day", "week", "month", "year", "hour", "time"})


def find_schedules(doc: Doc, times: Times, published: date | None) -> Iterator[Undertaking]:
    """The deadlines, spans and meetings of days to come, in the order of the text."""
    for token in doc:
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN", "VBZ") and _calls(token):
            yield from _convoked(token, times, published)
        if lemma(token) == "deadline" and token.pos_ == "NOUN":
            yield from _deadline(token)
        elif lemma(token) == "have" and token.pos_ == "VERB":
            yield from (one for one in _given_time(token) if not _is_over(token, times, published))
        elif lemma(token) == "have" and token.dep_ == "aux":
            yield from _given_until(token)
        elif token.tag_ in ("VBZ", "VBP") and token.pos_ == "VERB":
            yield from _present(token, times, published)
        elif token.tag_ in ("VB", "VBN") and has_to(token) and token.dep_ in ("relcl", "acl", "parataxis", "appos"):
            yield from _to_be_held(token)


def _deadline(deadline: Token) -> Iterator[Undertaking]:
    """The deadline "is 31 October", "stands at ..."."""
    verb = deadline.head
    if deadline.dep_ != "nsubj" or lemma(verb) not in ("be", "stand", "fall"):
        return
    if negation(verb) is not None or is_unreal(verb) or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return
    if any(names_a_day(c) for c in children(verb, "attr", "prep", "npadvmod")):
        yield Undertaking(trigger=verb, action=verb, subject=deadline, kind="schedule", status="ongoing", shared=True)


def _given_time(have: Token) -> Iterator[Undertaking]:
    """Somebody "has two weeks to form a government", "has until May to answer"."""
    subject = own_subject(have)
    future = future_auxiliary(have)
    if not is_agent(subject) or negation(have) is not None or (future is None and is_unreal(have)):
        return
    span = first(have, "dobj")
    until = next((c for c in children(have, "prep") if c.lower_ in ("until", "till")), None) or _up_to(have)
    if span is not None and any(c.lower_ == "no" for c in span.children):
        return
    if span is not None and lemma(span) in _SPANS and any(t.like_num or t.lower_ in ("few", "a") for t in span.subtree):
        action = next(
            (c for c in (*children(have, "xcomp", "advcl"), *children(span, "acl", "relcl")) if has_to(c)), None
        )
    elif until is not None and span is None:
        action = next((c for c in (*children(have, "xcomp", "advcl"), *_inside(until)) if has_to(c)), None)
    else:
        return
    if action is not None and is_or_else(action):
        yield Undertaking(trigger=have, action=action, subject=None, kind="threat", status="announced")
    elif action is not None:
        status: CommitmentStatus = "ongoing" if future is None else "announced"
        yield Undertaking(trigger=have, action=action, subject=subject, kind="schedule", status=status)


def _is_over(have: Token, times: Times, published: date | None) -> bool:
    """Whether the time that somebody "had" has run out."""
    days = times.due(have, have, list(have.subtree)) if have.tag_ == "VBD" and published is not None else None
    return days is not None and days.end is not None and published is not None and days.end <= published


def _up_to(have: Token) -> Token | None:
    """The "to" of "have up to the end of the week to answer"."""
    beside = children(have, "prep")
    return next((c for c in beside if c.lower_ == "to" and c.nbor(-1).lower_ == "up" and names_a_day(c)), None)


def _given_until(have: Token) -> Iterator[Undertaking]:
    """Somebody "has until May to answer", where the parse takes "has" for an auxiliary of "answer"."""
    verb = have.head
    until = next((c for c in children(have, "prep") if c.lower_ in ("until", "till")), None)
    subject = subject_of(verb)
    if until is not None and has_to(verb) and have.tag_ in ("VBZ", "VBP", "VBD") and is_agent(subject):
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind="schedule", status="ongoing")


def _inside(preposition: Token) -> list[Token]:
    noun = first(preposition, "pobj")
    return [] if noun is None else children(noun, "acl", "relcl")


def _present(verb: Token, times: Times, published: date | None) -> Iterator[Undertaking]:
    """The ministers "meet on Monday", a law "takes effect in May", where that day is still to come."""
    effect = takes_effect(verb)
    subject = own_subject(verb)
    measure = (
        subject is not None and is_one_of(subject, "subjects", "measures") and is_one_of(verb, "actions", "begins")
    )
    expires = (
        subject is not None and is_one_of(subject, "subjects", "expiring") and is_one_of(verb, "actions", "runs_out")
    )
    effect = effect or measure or expires
    if published is None or not (effect or is_one_of(verb, "actions", "meeting")) or negation(verb) is not None:
        return
    if subject is None or is_unreal(verb) or (verb.dep_ == "advcl" and children(verb, "mark")):
        return
    if not (effect or is_one_of(subject, "subjects", "occasions") or is_agent(subject)):
        return
    due = times.due(verb, verb)
    if due is None or due.start is None or (due.end or due.start) <= published:
        return
    if due.start <= published and subject.lower_ in ("i", "we"):
        return  # "we join them this month"
    yield Undertaking(trigger=verb, action=verb, subject=subject, kind="schedule", status="announced", shared=effect)


def _calls(verb: Token) -> bool:
    """Whether it calls an occasion for a day, or lays a measure on others from a day on."""
    return is_one_of(verb, "verbs", "convoke") or is_one_of(verb, "verbs", "impose")


def _convoked(verb: Token, times: Times, published: date | None) -> Iterator[Undertaking]:
    """The union "announced a walkout on 11 May", the president "called an election for June", where that day is to come.

    So is "announced a 30 percent tariff, starting on 11 May", which its author undertakes.
    """
    thing = first(verb, "dobj")
    if published is None or thing is None:
        return
    imposed = is_one_of(thing, "subjects", "measures")
    called = is_one_of(thing, "subjects", "occasions") and is_one_of(verb, "verbs", "convoke")
    if not (called or imposed):
        return
    if negation(verb) is not None or is_unreal(verb) or future_auxiliary(verb) is not None or is_passive(verb):
        return
    due = times.due(verb, verb)
    if due is not None and due.start is not None and due.start > published:
        kind: CommitmentKind = "schedule" if called else "pledge"
        yield Undertaking(trigger=verb, action=verb, subject=subject_of(verb), kind=kind, status="announced")


def _to_be_held(verb: Token) -> Iterator[Undertaking]:
    """Elections "to be held in May", a choice "to be announced within two weeks"."""
    noun = own_subject(verb) or verb.head
    if not is_passive(verb) or noun.pos_ not in ("NOUN", "PROPN") or not names_a_day(verb):
        return
    if not _is_asked_for(noun):
        yield Undertaking(trigger=verb, action=verb, subject=noun, kind="schedule", status="announced", shared=True)


def _is_asked_for(noun: Token) -> bool:
    head = noun.head
    if is_one_of(noun, "unreal", "governors") or lemma(noun) in ("right", "opportunity", "attempt", "bid", "time"):
        return True  # "the chance to be heard in May"
    return is_one_of(head, "unreal", "governors") or (
        head.pos_ == "ADP" and is_one_of(head.head, "unreal", "governors")
    )
