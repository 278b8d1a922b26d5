"""Schedules without a verb of undertaking: deadlines, and meetings told in the present of a day to come."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dateline.reading.commitments.due import Times
from dateline.reading.commitments.grammar import children, first, has_to, is_unreal, negation, own_subject
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma


def find_schedules(doc: Doc, times: Times, published: date | None) -> Iterator[Undertaking]:
    """The deadlines and meetings of a day to come, in the order of the text."""
    for token in doc:
        if lemma(token) == "deadline" and token.pos_ == "NOUN":
            yield from _deadline(token)
        elif token.tag_ in ("VBZ", "VBP") and token.pos_ == "VERB":
            yield from _present(token, times, published)
        elif token.tag_ == "VB" and has_to(token) and token.dep_ in ("relcl", "acl", "parataxis", "appos"):
            yield from _to_be_held(token)


def _deadline(deadline: Token) -> Iterator[Undertaking]:
    """ "The deadline is 31 October"."""
    verb = deadline.head
    if deadline.dep_ != "nsubj" or lemma(verb) != "be" or negation(verb) is not None or is_unreal(verb):
        return
    told = first(verb, "attr", "prep")
    if told is None or not any(t.ent_type_ in ("DATE", "TIME") for t in told.subtree):
        return
    yield Undertaking(trigger=verb, action=verb, subject=None, kind="schedule", status="ongoing", shared=True)


def _present(verb: Token, times: Times, published: date | None) -> Iterator[Undertaking]:
    """ "The ministers meet on Monday", where that Monday is still to come."""
    if published is None or not is_one_of(verb, "actions", "meeting") or negation(verb) is not None:
        return
    subject = own_subject(verb)
    if subject is None or is_unreal(verb):
        return
    if not (
        is_one_of(subject, "subjects", "occasions") or is_one_of(subject, "subjects", "agents") or subject.ent_type_
    ):
        return
    due = times.due(verb, verb)
    if due is None or due.start is None or due.start <= published:
        return
    yield Undertaking(trigger=verb, action=verb, subject=subject, kind="schedule", status="announced")


def _to_be_held(verb: Token) -> Iterator[Undertaking]:
    """ "Elections to be held in May", "their choice, to be announced within two weeks"."""
    if not any(c.lower_ == "be" and c.dep_ == "auxpass" for c in verb.children):
        return
    noun = verb.head
    if noun.pos_ not in ("NOUN", "PROPN") or not any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree):
        return
    if not (is_one_of(noun, "subjects", "occasions") or is_one_of(noun, "nouns", "pledge") or noun.dep_ == "nsubjpass"):
        return
    if is_unreal_head(noun):
        return
    yield Undertaking(trigger=verb, action=verb, subject=noun, kind="schedule", status="announced", shared=True)


def is_unreal_head(noun: Token) -> bool:
    """Whether the noun is called for or hoped for."""
    head = noun.head
    return is_one_of(head, "unreal", "governors") or (
        head.pos_ == "ADP" and is_one_of(head.head, "unreal", "governors")
    )


__all__ = ["children", "find_schedules"]
