"""Towns whose names spaCy does not know and takes for something else: "in El Fasher"."""

from spacy.tokens import Doc

from dateline.reading.places.gazetteer import folded, towns

_SOME_SIZE = 20
"""Thousands of people from which on a town shows by its name and the preposition alone."""

_MISTAKEN = frozenset({"", "NORP", "ORG", "PERSON", "PRODUCT"})
"""What spaCy takes a town for whose name it does not know: "in El Fasher"."""

_INSIDE = frozenset({"in", "near", "off", "outside"})
_TRUSTED = frozenset(
    {"believe", "belief", "confidence", "faith", "hope", "interest", "invest", "investment", "stake", "trust"}
)
"""Words whose "in" leads to people and bodies."""


def is_in_town(doc: Doc, i: int, end: int) -> bool:
    """Whether a name that spaCy takes for something else stands behind "in" and is a town's of some size, and nobody's surname here."""
    before = doc[i - 1] if i > 0 else None
    if before is None or before.lower_ not in _INSIDE or before.head.lemma_.lower() in _TRUSTED:
        return False
    if doc[i].ent_type_ not in _MISTAKEN or doc[i].ent_iob_ == "I" or doc[i].text.isupper():
        return False
    if not any(t.thousands >= _SOME_SIZE for t in towns(folded(doc[i:end].text))):
        return False
    surname = doc[i].text
    return not any(t.text == surname and t.ent_type_ == "PERSON" and t.ent_iob_ == "I" for t in doc)
