"""Verbs with event nouns in another sense: "answered a call" on the telephone, "gave new fuel to the dispute"."""

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.lexical import words
from dateline.reading.events.nouns import after

_ON_PAPER = frozenset({"advocate", "contemplate", "envisage", "envision", "foresee", "recommend", "stipulate"})


def is_other_turn(verb: Token, noun: Token, state: EventStatus | None) -> bool:
    """Whether the verb and its noun make no event of their turn."""
    if verb.lemma_ == "answer" and noun.lemma_ == "call":
        return not after(noun, "for")
    if noun.lemma_ == "fuel" and any(c.lower_ in {"fresh", "further", "more", "new"} for c in noun.lefts):
        return True
    if verb.lemma_ in _ON_PAPER:
        return True  # "the plan envisages an end to violence"
    if noun.lemma_ == "law" and noun.lower_ == "law":
        return not any(c.lower_ in {"emergency", "martial"} for c in noun.lefts)  # "adopted a law", "implement the law"
    if noun.lemma_.lower() in words("groups", "roads") and any(t.lower_ in {"it", "which"} for t in verb.lefts):
        return True  # the storm, which "also blocked roads"
    return verb.lemma_ in {"exclude", "rule"} and state == "denied"  # "did not rule out talks"
