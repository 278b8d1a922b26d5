"""Clauses behind "in case", "in the event that": what they tell may never come."""

from spacy.tokens import Token

_OPENINGS = (("in", "case"), ("in", "case", "that"), ("in", "the", "event"), ("in", "the", "event", "that"))


def is_in_case(verb: Token) -> bool:
    """Whether the verb's clause stands right behind "in case" or its like, wherever the parse hangs these words."""
    subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    start = verb.i if subject is None else subject.left_edge.i
    before = tuple(t.lower_ for t in verb.doc[max(0, start - 4) : start])
    return any(before[-len(opening) :] == opening for opening in _OPENINGS)
