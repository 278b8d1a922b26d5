"""Whether a state's or a capital's name means the party or the place."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.known import known_from
from dateline.reading.actors.names import Name

_LOCATIVE = frozenset(
    "in at near outside inside around across throughout within into from through via toward towards along over off leaving".split()
)
_MOTION = frozenset(
    "travel fly go come arrive return flee head drive move visit trip journey flight tour come_back deport send deploy sail march"
    " relocate withdraw transfer ship bring take lead open stretch run connect extend road way route back export".split()
)
_TO_PARTY = frozenset(
    "tell say speak give offer sell provide appeal belong listen react respond talk turn apply present submit hand convey deliver relay"
    " write pay lend grant promise pledge suggest propose signal".split()
)
_OF_PLACE = frozenset(
    "city town capital province region district north south east west northeast northwest southeast southwest streets street outskirts"
    " suburb suburbs area village port center centre neighbourhood neighborhood airport map part parts coast border borders part rest most"
    " much half centre heart kilometers kilometres miles km university bank archdiocese siege bombing bombardment liberation fall".split()
)
_PLACE_NOUNS = frozenset(
    "airport street streets suburb suburbs neighborhood neighbourhood province region district city area university hotel hospital"
    " residents resident court police embassy office bureau school metro time summit conference talks meeting attacks stock".split()
)


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
    if capital and root.dep_ == "compound" and root.head.lower_ in _PLACE_NOUNS:
        return True
    if root.dep_ == "npadvmod" and not (follows is not None and follows.text in ("-", "–")):
        return True
    head = _first_conjunct(root)
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
        return governor.pos_ in ("VERB", "NOUN") and governor.lemma_.lower() in _MOTION
    if word in ("over", "off", "through"):
        return governor.pos_ == "VERB"
    if word in _LOCATIVE:
        return True
    if word == "to":
        if capital and governor.pos_ == "VERB":
            return governor.lemma_.lower() not in _TO_PARTY
        return governor.lemma_.lower() in _MOTION
    if word == "of":
        return governor.lower_ in _OF_PLACE
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
    closes = end >= len(doc) or doc[end].text in (",", ".", ")", "(", ";") or doc[end].is_space
    return closes and other.ent_type_ in ("GPE", "LOC", "FAC")
