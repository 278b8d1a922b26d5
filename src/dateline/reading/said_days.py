"""Days behind a verb of saying, which the parser hangs on what is said: "said on Tuesday the port was closed"."""

from spacy.tokens import Token


def is_of_the_saying(verb: Token, day: Token) -> bool:
    """Whether the day, which hangs on the verb, is when that was said: it stands right behind the saying, before the verb's subject."""
    saying = verb.head
    if verb.dep_ != "ccomp" or not saying.i < day.i < verb.i:
        return False
    subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and day.i < subject.i and all(t.dep_ != "mark" for t in verb.doc[saying.i : day.i])
