"""Single words of a form, as the lexicon has them: months and weekdays, units, and which way a shift goes."""

from typing import cast

from dateline.reading.lexicon import lexicon
from dateline.reading.times.meaning import Shift

_SHIFTS: dict[str, Shift] = {
    "this": "this",
    "latest": "last",
    "current": "this",
    "present": "this",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming",
    "upcoming": "coming",
    "forthcoming": "coming",
    "previous": "previous",
    "preceding": "previous",
    "prior": "previous",
    "following": "following",
    "subsequent": "following",
    "ensuing": "following",
    "that": "same",
    "same": "same",
    "the": "the",
    "full": "the",
    "whole": "the",
    "entire": "the",
}


def listed(table: str, word: str) -> str | int:
    """What a table of the lexicon says of a word."""
    return cast("str | int", lexicon("times_words")[table][word])


def shift_of(words: tuple[str, ...]) -> Shift:
    """Which way words such as "the following" move."""
    if words[:2] in (("this", "past"), ("this", "coming")):
        words = words[1:]
    return next((_SHIFTS[word] for word in reversed(words) if word in _SHIFTS), None)


def unit_of(words: tuple[str, ...]) -> str:
    """The unit of time that the words end in, in the singular."""
    table = lexicon("times_words")
    return str(table["units"].get(words[-1]) or table["units_plural"][words[-1]])
