"""What shows that a name is a person's where the model does not say so: an office, an owner, a verb, what befalls people alone."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.names import Name
from dateline.reading.actors.words import is_title, words

_ONE = frozenset(("he", "she"))

_LONGEST_PERSON = 4
"""Words of a name that an unsure name may still be a person's."""


def shown_as_one(doc: Doc, name: Name, root: Token, before: Token | None) -> int:
    """How much speaks for a person where the model knows nothing of a name: an office before or behind, an owner, a verb, another person."""
    if any(
        not t.is_title and t.lower_ not in words("naming", "particles") and t.text != "-" and not t.is_upper
        for t in root.doc[name.start : name.end]
    ):
        return 0
    if (
        before is not None
        and is_title(before)
        and before.text[0].isupper()
        and before.lower_ not in words("organisations", "heads")
    ):
        return 4 if name.end - name.start < _LONGEST_PERSON else 0  # "King X IV"
    if role_follows(doc, name):
        return 4
    if doc[name.start].ent_type_ not in ("", "PERSON"):
        return 0
    owned = before is not None and before.tag_ == "POS" and root.dep_ in ("nsubj", "conj")
    beside = root.dep_ == "conj" and root.head.ent_type_ == "PERSON"
    verb = root.head if root.dep_ == "nsubj" else root.head.head
    acts = verb.pos_ == "VERB" and verb.lemma_ not in words("naming", "done_by_things")
    return 4 if (owned and acts) or beside else 0


def is_not_yet(token: Token) -> bool:
    """Whether the token is the end of an office that is yet to be taken up: "Prime Minister-designate"."""
    return (
        token.lower_ in ("designate", "elect")
        and token.i > 1
        and token.nbor(-1).text == "-"
        and is_title(token.nbor(-2))
    )


def is_called(doc: Doc, name: Name) -> bool:
    """Whether an office or a form of address stands before the name, or "he" or "she" takes it up."""
    return (name.start > 0 and is_title(doc[name.start - 1])) or speaks_as_one(doc[name.end - 1])


def is_held(doc: Doc, name: Name) -> bool:
    """Whether the clause tells of the name what befalls people alone: "X was arrested", "the court jailed X"."""
    root = doc[name.start : name.end].root
    if root.dep_ not in ("nsubjpass", "dobj") or name.end - name.start > _LONGEST_PERSON:
        return False
    verb = root.head
    if verb.lemma_ == "place":
        under = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "under")
        return any(o.lower_ in ("arrest", "detention") for prep in under for o in prep.children)
    return verb.lemma_ in words("naming", "befalls_people")


def speaks_as_one(token: Token) -> bool:
    """Whether "he" or "she" goes on with what the token's bearer says: "Varga said he was tired", "Varga agreed. She added ..."."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in words("unnamed", "speech"):
        return False
    told = (c for c in verb.rights if c.dep_ == "ccomp")
    if any(s.dep_ == "nsubj" and s.lower_ in _ONE for clause in told for s in clause.lefts):
        return True
    end = token.sent.end
    following = token.doc[end].sent if end < len(token.doc) else token.sent
    return any(
        t.dep_ == "nsubj" and t.lower_ in _ONE and t.head.lemma_ in words("unnamed", "speech") for t in following[:3]
    )


def role_follows(doc: Doc, name: Name) -> bool:
    """Whether an apposition with a role follows: ", a former minister,"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    for token in doc[name.end + 1 : name.end + 7]:
        if (token.is_punct and token.text != "-") or token.pos_ in ("VERB", "AUX") or token.ent_type_ == "PERSON":
            return False
        if any(token.lower_ in words("roles", key) for key in ("honorifics", "honorifics_male", "honorifics_female")):
            return False  # another one follows: "the head of XYZ, Mrs Varga"
        if is_title(token) and token.tag_ not in ("NNS", "NNPS"):
            return True
    return False
