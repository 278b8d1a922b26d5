"""Whom "who", "which" and "that" take up in a relative clause, also where the parser hangs it on the wrong noun."""

from spacy.tokens import Token

from dateline.reading.events.lexical import noun_frame, verb_frame, words
from dateline.reading.events.nouns import with_conjuncts

_DEPTH = 6


def antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun takes up; any other token is itself."""
    if token.tag_ in {"WDT", "WP"} or (
        token.lower_ in {"that", "which", "who", "whom"} and token.pos_ in {"PRON", "DET", "SCONJ"}
    ):
        clause = verb
        for _ in range(3):
            if clause.dep_ == "relcl":
                if token.lower_ == "who" and (taken := _taken_up_by_who(token, clause.head)) is not None:
                    return taken
                return _nearest(_struck_there(_agreeing(clause.head, clause), verb), clause)
            clause = clause.head
    return token


def _taken_up_by_who(who: Token, noun: Token) -> Token | None:
    """Whom "who" takes up where the noun before it is none of a human being's; None where it is."""
    return _office_before(noun) or _people_before(who, noun) or _met_at(noun)


def _office_before(body: Token) -> Token | None:
    """The office that "who" takes up, where the parser has the body: "the head of the Civil Service, who promised"."""
    office = body.head.head if body.dep_ == "pobj" and body.head.lower_ == "of" else body
    human = office.lower_ in words("sets", "visitors") | {"head", "director", "chairman", "chair", "spokesman"}
    return office if office != body and human and body.tag_ in {"NNP", "NN"} and body.ent_type_ != "PERSON" else None


def _people_before(who: Token, name: Token) -> Token | None:
    """Whom "who" takes up right behind the name of one person, which no comma sets off: "miners close to Juan Ose who"."""
    if name.ent_type_ != "PERSON" or name.pos_ != "PROPN" or who.nbor(-1).text == "," or who.i < name.i:
        return None
    at = name
    for _ in range(_DEPTH):
        if at.tag_ == "NNS" and at != name:
            return at
        if at.pos_ not in {"PROPN", "ADP", "VERB", "ADJ", "NOUN"} or at.dep_ not in _BELOW_A_NOUN:
            break
        at = at.head
    return None


def _met_at(place: Token) -> Token | None:
    """Whom "who" takes up behind a place: "met nurses at the Grand Hotel who were freed", "miners hiding in the port who"."""
    named = place.ent_type_ in {"FAC", "GPE", "LOC"} or place.lemma_.lower() in words("sets", "settlements")
    if not named or place.dep_ != "pobj" or place.head.lower_ not in _WHERE:
        return None
    above = place.head.head
    found = [c for c in above.rights if c.dep_ == "dobj"] if above.pos_ == "VERB" else [above]
    if not found and above.dep_ in {"acl", "relcl"}:
        found = [above.head]
    return found[0] if found and found[0].tag_ == "NNS" else None


_WHERE = frozenset({"around", "at", "from", "in", "inside", "near"})
_BELOW_A_NOUN = frozenset({"acl", "amod", "appos", "compound", "conj", "pobj", "prep"})


def _agreeing(noun: Token, clause: Token) -> Token:
    """Of "a breach of the rules that threatens the port" the breach: a verb in the singular speaks of no several."""
    first = next((c for c in clause.lefts if c.dep_ in {"aux", "auxpass"}), clause)
    single = first.tag_ == "VBZ" or first.lower_ == "was"
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if single and noun.tag_ == "NNS" and above.tag_ == "NN" else noun


def _struck_there(noun: Token, verb: Token) -> Token:
    """Of "an attack on a village that killed two" the attack: what was struck did not kill."""
    killed = verb_frame(verb)
    preposition = noun.head
    if killed is None or killed.type != "ASSAULT" or preposition.dep_ != "prep" or noun.ent_type_ in {"PERSON", "ORG"}:
        return noun
    attack = preposition.head
    frame = noun_frame(attack) if attack.pos_ == "NOUN" else None
    return attack if frame is not None and frame.type == "ASSAULT" else noun


def _nearest(noun: Token, clause: Token) -> Token:
    """Of "Fiji and Malta, which supports it" the one meant: a verb in the singular speaks of the last."""
    words = [clause, *(c for c in clause.children if c.dep_ in {"aux", "auxpass"})]
    if any(w.tag_ == "VBZ" or w.lower_ == "was" for w in words):
        return max((t for t in with_conjuncts(noun) if t.i < clause.left_edge.i), key=lambda t: t.i, default=noun)
    return noun
