"""Pronouns whose party the clause itself tells, and those of which it cannot be sure: better nobody than a wrong one."""

from itertools import islice

from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.events.arguments import is_passive, objects, subjects
from dateline.reading.events.lexical import verb_frame, words
from dateline.reading.events.nouns import after, with_conjuncts
from dateline.reading.events.parties import Parties

_BESIDE = frozenset({"after", "as", "before", "since", "until", "when", "while"})
_DEPTH = 5
_LONGEST = 60
"""Tokens of a clause that are looked at for who speaks of himself."""
_THEY = frozenset({"it", "they"})
"""Whom the cast finds without the help of a gender."""


def without_unsure(nouns: list[Token], parties: Parties) -> list[Token]:
    """The nouns without pronouns that the cast takes for somebody whom their clause does not speak of."""
    return [t for t in nouns if t.lower_ not in _THEY or not (_is_unsure(t, parties) or _is_one_person(t, parties))]


def each_of_those(noun: Token) -> list[Token]:
    """Those whom "each" stands for, the subject of the clause above: "the unions left, each asking for a new vote"."""
    alone = noun.lower_ == "each" and not after(noun, "of")
    if not alone:
        return [noun]
    clause = noun.head if noun.dep_ == "npadvmod" else noun.head.head
    return subjects(clause) if noun.dep_ == "npadvmod" or noun.head.dep_ == "advcl" else []


def _is_one_person(pronoun: Token, parties: Parties) -> bool:
    """Whether "they" is led to one person, as to him who speaks of others: "'if they shoot, we answer', Juan Ose said"."""
    clause = pronoun.head
    for _ in range(_DEPTH):
        if clause.dep_ == "ccomp" and clause.head.i < clause.i:
            own = any(t.lower_ in {"i", "me", "our", "us", "we"} for t in islice(clause.subtree, _LONGEST))
            if not own:
                return False  # "Juan Ose said they would not stop": he speaks for his own
        clause = clause.head
    meant = parties.of([pronoun]) if pronoun.lower_ == "they" else ()
    return len(meant) == 1 and parties.are_people(meant)


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


_WHEREABOUTS = frozenset({"AID", "CONSULT", "MOBILIZE", "PROTEST", "RETREAT"})
"""What is done to nobody where only its place is told."""

_ANYWHERE = frozenset({"area", "field", "location", "part", "place", "scene", "side", "zone"})


def without_mere_places(nouns: list[Token], type_: EventType) -> list[Token]:
    """The nouns without those that say no more than where: "sent troops to key areas", "left the area"."""
    if type_ not in _WHEREABOUTS:
        return nouns
    return [t for t in nouns if t.lemma_.lower() not in _ANYWHERE or t.pos_ != "NOUN" or _is_told_apart(t)]


def _is_told_apart(place: Token) -> bool:
    """Whether a name says which place it is: "Maltese areas", "areas near Valletta"."""
    near = [t for way in ("of", "near", "around", "in") for t in after(place, way)]
    return any(t.ent_type_ for t in near) or any(c.ent_type_ in {"GPE", "LOC", "NORP"} for c in place.lefts)


def is_said_by_officers(pronoun: Token) -> bool:
    """Whether "they" are said by those in charge to be held or accused: "police said they were arrested" is not of the police."""
    if pronoun.lower_ not in {"he", "it", "she", "they"} or pronoun.dep_ != "nsubjpass":
        return False
    above = pronoun.head.head
    who = subjects(above) if pronoun.head.dep_ == "ccomp" else []
    return any(t.lemma_.lower() in _OFFICERS for t in who)


_OFFICERS = frozenset(
    {"army", "authority", "court", "judge", "magistrate", "military", "official", "police", "prosecutor"}
)


_ANSWERED = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""What is done to somebody for what he did."""

_GUILT = frozenset({"ASSAULT", "COERCE", "PROTEST", "THREATEN", "MOBILIZE", "ACCUSE"})
"""What one is blamed or held for."""


def to_blame(pronoun: Token, type_: EventType) -> Token:
    """Whom "it", "he" or "they" takes up behind a blame or an arrest: "condemned Chad after it shelled a port" tells of Chad's deed.

    Any other token is itself.
    """
    clause = pronoun.head
    if pronoun.lower_ not in {"he", "it", "she", "they"} or pronoun.dep_ != "nsubj" or type_ not in _GUILT:
        return pronoun
    why = any(c.dep_ == "mark" and c.lower_ in {"after", "because", "for"} for c in clause.lefts)
    answered = verb_frame(clause.head) if clause.dep_ == "advcl" and why and clause.head.i < clause.i else None
    if answered is None or answered.type not in _ANSWERED:
        return pronoun
    whom = [t for t in objects(clause.head) if t.i < clause.i and t.pos_ in {"NOUN", "PROPN"}]
    if len(whom) != 1:
        return pronoun
    many = whom[0].tag_ in {"NNS", "NNPS"} or len(with_conjuncts(whom[0])) > 1
    human = whom[0].ent_type_ == "PERSON" or (whom[0].pos_ == "NOUN" and whom[0].tag_ == "NN")
    fits = many if pronoun.lower_ == "they" else not many and human is (pronoun.lower_ != "it")
    return whom[0] if fits else pronoun


def just_named(token: Token) -> Token:
    """Whom "him" takes up behind a comma: of "issued a warrant against Ana Frey, accusing her" the one person just named.

    And the one body: of "wrote to the XYZ urging them to return".
    """
    if token.lower_ in {"him", "her", "them"} and (beside := _named_beside(token)) is not None:
        return beside
    if token.lower_ == "it" and token.dep_ == "dobj":
        return _left_behind(token) or token
    clause = token.head
    bodies = token.lower_ == "them"
    if (
        token.lower_ not in {"him", "her", "them"}
        or token.dep_ != "dobj"
        or clause.dep_ != "advcl"
        or clause.tag_ != "VBG"
    ):
        return token
    between = token.doc[clause.head.i + 1 : clause.i] if clause.head.i < clause.i else ()
    kind = "ORG" if bodies else "PERSON"
    named = [t for t in between if t.ent_type_ == kind and t.head.ent_type_ != kind and t.dep_ != "poss"]
    return named[0] if len(named) == 1 and named[0].dep_ != "conj" else token


def _left_behind(pronoun: Token) -> Token | None:
    """The one thing that "it" takes up where many did something before: "thousands fled the town after rebels shelled it"."""
    clause = pronoun.head
    beside = any(c.lower_ in _BESIDE and c.dep_ in {"advmod", "mark"} for c in clause.lefts)
    if clause.dep_ != "advcl" or not beside or clause.head.i > clause.i:
        return None
    many = [t for t in subjects(clause.head) if t.tag_ in {"NNS", "NNPS", "CD"}]
    things = [t for t in objects(clause.head) if t.tag_ in {"NN", "NNP"} and t.i < clause.i]
    return things[0] if many and len(things) == 1 else None


def _named_beside(pronoun: Token) -> Token | None:
    """Whom "him" or "them" takes up behind "and": of "met Ana Frey and asked her", "held two men and charged them"."""
    clause = pronoun.head
    if pronoun.dep_ == "nsubj" and clause.dep_ in {"ccomp", "xcomp"}:
        clause = clause.head  # "asked her to leave", where the parser has her leave
    if pronoun.tag_ != "PRP" or clause.dep_ != "conj" or clause.head.pos_ != "VERB" or clause.head.i > clause.i:
        return None
    first = clause.head
    found = [*objects(first), *after(first, "with"), *after(first, "to")]
    found = [t for t in found if first.i < t.i < clause.i]
    if len(found) != 1 or len(with_conjuncts(found[0])) > 1:
        return None
    many = found[0].tag_ in {"NNS", "NNPS"}
    meant = many if pronoun.lower_ == "them" else found[0].ent_type_ == "PERSON"
    return found[0] if meant else None
