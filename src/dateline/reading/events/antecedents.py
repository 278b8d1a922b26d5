"""Pronouns of which the events cannot be sure whom they mean; better nobody than a wrong party."""

from spacy.tokens import Token

from dateline.reading.events.arguments import is_passive, objects, subjects
from dateline.reading.events.lexical import words
from dateline.reading.events.nouns import after
from dateline.reading.events.parties import Parties

_BESIDE = frozenset({"after", "as", "before", "since", "until", "when", "while"})
_THEY = frozenset({"it", "they"})
"""Whom the cast finds without the help of a gender."""


def without_unsure(nouns: list[Token], parties: Parties) -> list[Token]:
    """The nouns without pronouns that the cast takes for somebody whom their clause does not speak of."""
    return [t for t in nouns if t.lower_ not in _THEY or not _is_unsure(t, parties)]


def _is_unsure(pronoun: Token, parties: Parties) -> bool:
    """Whether the pronoun is led past those named in the clause above it, or to a paper that tells of a deed.

    Such as "miners say they envy the guards, who took the arms when they stormed the port", where those who stormed it are no
    miners, and "the statement of the ministry said that it struck a bus".
    """
    clause = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    above = clause.head
    if clause.dep_ == "ccomp":
        told = [s for s in subjects(above) if s.lemma_.lower() in words("parties", "documents")]
        return pronoun.lower_ == "it" and bool(told)
    beside = any(c.lower_ in _BESIDE and c.dep_ in {"advmod", "mark"} for c in clause.lefts)
    if clause.dep_ != "advcl" or not beside or above.i > clause.i:
        return False
    before = [*(objects(above) if is_passive(above) else subjects(above)), *objects(above)]
    before += [t for place in ("with", "on", "at", "against", "to") for t in after(above, place)]
    meant, named = set(parties.of([pronoun])), set(parties.of(before))
    return bool(subjects(above) and named) and not meant & named
