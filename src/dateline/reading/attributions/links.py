"""Addresses, handles and bullets, which pages leave in the text, are no part of what is said."""

import re

from dateline.model import Span

_LINK = r"(?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s\"'”’»]*|@\w{2,})"
_AT_END = re.compile(rf"\s?[\"'“‘«]?{_LINK}[\"'”’»]?$")
_AT_START = re.compile(rf"[\"'“‘«]?{_LINK}(?:\s+|$)")
_LOOSE = " \t\n\u00a0—–-"


def without_links(text: str, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The stretches without addresses and handles at their ends; those that are nothing else are left out."""
    return tuple(kept for one in contents if (kept := _stripped(text, one)) is not None)


def _stripped(text: str, one: Span) -> Span | None:
    start, end = one.start, one.end
    while start < end:
        word = max(text.rfind(" ", start, end), text.rfind("\n", start, end), start)
        last = _AT_END.match(text, word, end)
        first = _AT_START.match(text, start, end)
        if last is not None:
            end = word
        elif first is not None:
            start = first.end()
        else:
            return Span(start, end)
        while end > start and text[end - 1] in _LOOSE:
            end -= 1
        while start < end and text[start] in _LOOSE:
            start += 1
    return None
