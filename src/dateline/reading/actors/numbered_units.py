"""Units of armies with their number before their name: "the 12th Armoured Brigade"."""

import re

from spacy.tokens import Doc

from dateline.reading.actors.words import words

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_LONGEST_UNIT = 6
"""Tokens from a unit's number to its kind."""


def is_numbered(doc: Doc, i: int, end: int) -> bool:
    """Whether the number of a unit of an army stands here, before its name: "the 12th Armoured Brigade"."""
    if i + 2 >= end or not _ORDINAL.fullmatch(doc[i].text):
        return False
    unit = next(
        (t for t in doc[i + 1 : min(end, i + _LONGEST_UNIT)] if t.lower_ in words("groups", "numbered_units")), None
    )
    return unit is not None and all(t.text[0].isupper() for t in doc[i + 1 : unit.i + 1])
