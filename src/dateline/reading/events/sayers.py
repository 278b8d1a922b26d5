"""Who says a clause, for what "it", "he" and "their country" mean in it."""

from spacy.tokens import Token

from dateline.reading.events.arguments import objects, subjects
from dateline.reading.events.lexical import words
from dateline.reading.events.nouns import with_conjuncts
from dateline.reading.lexicon import lexicon

_DEPTH = 6

_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def sayers(noun: Token) -> list[Token]:
    """Who says the clause that the noun is the subject of."""
    clause = noun.head
    for _ in range(_DEPTH):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
            return [s for s in subjects(clause.head) if s.pos_ in {"NOUN", "PROPN"}]
        if clause.dep_ not in {"conj", "xcomp", "advcl"}:
            break
        clause = clause.head
    return []


def speaker(pronoun: Token) -> list[Token]:
    """Who says the clause that the pronoun is the subject of: "Malta said it would pay" is about Malta."""
    if pronoun.lower_ not in _PRONOUNS or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    clause = pronoun.head
    for _ in range(4):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB" and clause.head.i < clause.i:
            said = [s for s in subjects(clause.head) if s.pos_ in {"NOUN", "PROPN"}]
            if pronoun.lower_ == "they":
                return said if len(said) > 1 else [s for s in said if not _is_one_human(s)]
            if pronoun.lower_ == "it" and _is_of_a_paper(clause.head):
                return []
            person = pronoun.lower_ != "it"
            alone = [s for s in said if len(with_conjuncts(s)) == 1 and s.tag_ not in {"NNS", "NNPS"}]
            if pronoun.lower_ in {"he", "she"}:
                return [s for s in alone if _is_human(s)]
            return [s for s in alone if person or s.ent_type_ != "PERSON"]
        if clause.dep_ not in {"conj", "ccomp", "xcomp", "advcl"}:
            return []
        clause = clause.head
    return []


def _is_human(noun: Token) -> bool:
    """Whether the noun is of one human being: a person's name, or a common noun that is none for a body."""
    if noun.ent_type_ in {"GPE", "ORG", "NORP"} or noun.lower_ in lexicon("organisations")["common"]:
        return False
    return noun.ent_type_ == "PERSON" or noun.pos_ == "NOUN"


def _is_one_human(noun: Token) -> bool:
    """Whether the noun is of a single human being, who is no "they"."""
    joined = len(with_conjuncts(noun)) > 1
    if any(t.lower_.startswith("spokes") for t in (noun, *noun.lefts)):
        return False  # who speaks for others
    return not joined and noun.tag_ in {"NN", "NNP"} and (noun.ent_type_ == "PERSON" or noun.lemma_.lower() in _SINGLE)


_SINGLE = frozenset(lexicon("unnamed")["singular"]) - frozenset(lexicon("organisations")["common"])
"""Nouns for one human being."""


def _is_of_a_paper(saying: Token) -> bool:
    """Whether "it" behind a participle of saying may be what was just told of: "condemned the plan, saying it would fail"."""
    told = saying.head if saying.tag_ == "VBG" and saying.dep_ in {"advcl", "acl"} else saying
    return told is not saying and any(t.lemma_.lower() in words("parties", "documents") for t in objects(told))
