"""Whether a state's or a capital's name means the party or the place."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name
from dateline.reading.actors.words import words


def means_place(doc: Doc, name: Name) -> bool:
    """Whether the name of a state or capital stands for the place here: "in Baghdad", "flew to Paris", "the city of Rome"."""
    return means_place_at(doc, name.start, name.end, is_capital(doc, name))


def means_place_at(doc: Doc, start: int, end: int, capital: bool) -> bool:
    """The same for tokens `[start, end)`, of which it is known whether they name a capital."""
    root = doc[start:end].root
    previous = doc[start - 1] if start > 0 else None
    if previous is not None and previous.lower_ in (
        "the",
        "neighbouring",
        "neighboring",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    ):
        if previous.lower_ != "the":
            return True
        previous = doc[start - 2] if start > 1 else None
    follows = doc[end] if end < len(doc) else None
    if follows is not None and follows.text == "-" and end + 1 < len(doc) and doc[end + 1].lower_ == "based":
        return True
    if capital and root.dep_ == "compound" and root.head.lower_ in words("naming", "place_nouns"):
        return True
    if capital and root.dep_ == "dobj" and root.head.lemma_ in words("naming", "going"):
        return True  # "leaving Rome"
    if root.dep_ == "npadvmod" and not (follows is not None and follows.text in ("-", "–")):
        return True
    head = _first_conjunct(root)
    if capital and start > 1 and doc[start - 1].text == "," and doc[start - 2].lower_ in ("capital", "city", "town"):
        return True  # "in the Norlandic capital, Lindt,"
    if head.dep_ == "appos" and previous is not None and previous.lower_ in ("capital", "city", "town", "in"):
        return True
    if previous is not None and previous.text == "," and _after_place(doc, start, end):
        return True
    prep = head.head if head.dep_ == "pobj" else None
    if prep is None:
        return False
    word = prep.lower_
    governor = prep.head
    if word in ("from", "toward", "towards"):
        return governor.pos_ in ("VERB", "NOUN") and governor.lemma_.lower() in words("naming", "motion")
    if word in ("over", "off", "through"):
        return governor.pos_ == "VERB"
    if word in words("naming", "place_prepositions"):
        return True
    if word == "to":
        if capital and governor.pos_ == "VERB":
            return governor.lemma_.lower() not in words("naming", "to_party")
        return governor.lemma_.lower() in words("naming", "motion")
    if word == "of":
        return governor.lower_ in words("naming", "of_place")
    return False


def is_capital(doc: Doc, name: Name) -> bool:
    """Whether the name is a capital, which may stand for its state."""
    hit = known_from(doc, name.start)
    return hit is not None and hit[1].kind == "capital"


def _first_conjunct(token: Token) -> Token:
    for _ in range(8):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _after_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the name follows a town's: "in Amman, Jordan"."""
    if start < 2:
        return False
    other = doc[start - 2]
    hit = known_from(doc, other.i)
    if hit is not None and hit[1].kind == "state":
        return False
    own = known_from(doc, start)
    if hit is not None and own is not None and hit[1].kind == "capital" and hit[1].name == own[1].name:
        return True  # "talks in Lindt, Norland from Monday"
    closes = end >= len(doc) or doc[end].text in (",", ".", ")", "(", ";") or doc[end].is_space
    return closes and other.ent_type_ in ("GPE", "LOC", "FAC")
