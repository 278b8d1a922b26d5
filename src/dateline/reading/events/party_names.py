"""Which names and nouns are parties at all: not papers, deeds, prefixes and pronouns left open."""

from spacy.tokens import Token

from dateline.model import Actor
from dateline.reading.events.lexical import is_deed, state_words, words
from dateline.reading.events.nouns import is_nation

UNSETTLED = frozenset(
    [
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "them",
        "him",
        "her",
        "us",
        "its",
        "their",
        "his",
        "our",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "one",
    ]
)


def named_behind(office: Token) -> Token:
    """The person whose office a noun tells: "the head of the port, Ana Frey, met"."""
    if office.tag_ != "NN" or office.lower_ not in _OFFICES:
        return office
    named = [c for c in office.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
    return named[0] if len(named) == 1 else office


_OFFICES = frozenset({"chief", "head", "leader"})
"""Nouns of offices of a body, which might be taken for the body itself."""


def is_nobody(name: str) -> bool:
    """Whether a pronoun is left open ("US" is no "us"), or leads to those who were only told."""
    plain = name.casefold()
    return plain in UNSETTLED or plain.split()[-1].removesuffix("s") in words("sets", "press")


def is_numbered_paper(name: str) -> bool:
    """Such as "Council Resolution 5": a paper, whoever passed it."""
    parts = name.casefold().split()
    return parts[-1].isdigit() and not words("parties", "documents").isdisjoint(parts)


def is_named_deed(actor: Actor) -> bool:
    """Whether what a step took for somebody who speaks is a deed: "settler attacks"."""
    last = actor.name.split()[-1]
    return (actor.kind == "unnamed" and len(actor.name.split()) > 1 and is_deed(last)) or last.casefold() in _MEETINGS


_MEETINGS = frozenset({"consultations", "discussions", "meeting", "meetings", "negotiations", "talks"})
"""Last words of names that are no party's: "Foreign Office Consultations"."""


def has_a_clause(noun: Token) -> bool:
    """Whether a participle behind the noun tells what was done to it."""
    return any(c.dep_ == "acl" and c.tag_ == "VBN" for c in noun.rights)


def is_prefix(token: Token) -> bool:
    """Whether the word is but the first part of a hyphened one: "intra-Fijian" names no "intra"."""
    joined = not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text in {"-", "\u2011"}
    return joined and token.text not in state_words()


def hyphened(token: Token) -> Token | None:
    """The first state of "Malta-Fijian", given the second; None where there is none."""
    if token.i < 2 or token.nbor(-1).text not in {"-", "\u2011", "\u2013", "/"} or not is_nation(token):
        return None
    first = token.nbor(-2)
    return first if is_nation(first) and not first.whitespace_ else None
