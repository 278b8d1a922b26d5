"""Texts as an index of words can hold them."""

import re

from dateline.ledger.words import CLOSE, OPEN

_NOT_HELD = re.compile(f"[\0\ud800-\udfff{OPEN}{CLOSE}]")


def indexable(text: str) -> str:
    """The text, code point for code point, with what a database cannot hold or what marks hits replaced."""
    return _NOT_HELD.sub("\ufffd", text)
