"""Undertakings by a word that says so: "agreed to", "vowed that it would", "is ready to", "its plan to", "is due to"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.reading.commitments.adjectives import be_to, of_adjective
from dateline.reading.commitments.decisions import of_vote
from dateline.reading.commitments.named_days import may_come, of_day
from dateline.reading.commitments.nouns import of_draft, of_drafting, of_noun, plan_is_to
from dateline.reading.commitments.orders import of_judgement
from dateline.reading.commitments.owned import of_owned
from dateline.reading.commitments.provisions import of_duty, of_provision
from dateline.reading.commitments.ultimatums import of_ultimatum
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.verbs import of_verb
from dateline.reading.commitments.words import lemma


def find_explicit(doc: Doc) -> Iterator[Undertaking]:
    """The undertakings that a verb, adjective or noun of undertaking states, in the order of the text."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from of_provision(token)
            yield from of_duty(token)
            yield from of_ultimatum(token)
            yield from of_verb(token)
            yield from of_day(token)
            yield from may_come(token)
            yield from of_vote(token)
            yield from of_judgement(token)
            if lemma(token) == "be":
                yield from be_to(token)
        if token.pos_ in ("ADJ", "VERB"):
            yield from of_adjective(token)
        if token.pos_ == "NOUN":
            yield from of_noun(token)
            yield from of_owned(token)
            yield from plan_is_to(token)
        if token.lower_ in ("calls", "call", "provides", "provide") and token.dep_ in ("ROOT", "conj", "ccomp"):
            yield from of_draft(token)
        if token.tag_ == "VBG" and lemma(token) in ("draw", "draft", "prepare", "write"):
            yield from of_drafting(token)
