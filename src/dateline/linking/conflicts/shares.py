"""Whose share of a vote a figure is: a candidate's or a party's, or the turnout's."""

import re
from bisect import bisect_left

from dateline.model import Quantity, Reading

_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing|ers)|ballots?|elections?|polls?|turn-?out|referendum|seats?|counts?|tally|tallies|results?)\b",
    re.IGNORECASE,
)
_TURNOUT = re.compile(
    r"\b(?:turn-?out|(?:voters|electorate) (?:had )?(?:turned out|voted|cast)|participation)\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\W*(?:\w+\s+){0,3}?(?:of\s+(?:the\s+)?(?:\w+\s+)?(?:polling|voting|ballots|boxes|stations|centers|centres|districts|precincts)|counted|tallied)",
    re.IGNORECASE,
)
"""Behind a figure: it is of what was counted so far."""

_FOR = re.compile(r"\W*(?:of\s+the\s+votes?\s+|of\s+votes?\s+)?(?:for|to|going to|against)\s", re.IGNORECASE)
_WINS = re.compile(
    r"\b(?:w[io]n|winning|secur\w+|obtain\w*|receiv\w+|got|get|took|take|garner\w*|poll(?:ed|s)|had|has|have|with|claim\w*|"
    r"gain\w*|achiev\w*|scor\w+|lead\w*|led)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(r"\b(?:giv(?:e|es|en|ing)|gave|puts?)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_BESIDE = 12
"""Code points between whom a share is given ("gave Lind only") and the figure."""

_UNITS = frozenset({"percent", "votes", "seats"})
_FORETOLD = re.compile(
    r"\b(?:would|will|could|may|might|predict\w*|project\w*|expect\w*|forecast\w*|target\w*)\b", re.IGNORECASE
)
_PRONOUNS = frozenset({"he", "his", "him", "she", "her", "it", "its", "they", "their"})
_REACH = 60
"""Code points around a figure in which its owner is named."""


class Shares:
    """Whose shares an article's figures are, by the persons and bodies that it names."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._mentions = sorted(
            (mention.start, mention.end, actor.id)
            for actor in reading.actors
            if actor.kind in ("person", "organisation")
            for mention in actor.mentions
            if mention.quote[:1].isupper() and mention.quote.casefold() not in _PRONOUNS
        )
        self._starts = [start for start, _end, _actor in self._mentions]

    def of(self, quantity: Quantity, sentence: tuple[int, int], following: int) -> str | None:
        """A key of the unit and whose it is; None where the figure is no share of a vote, or its owner is not named beside it."""
        start, end = sentence
        at, behind = quantity.anchor.start, quantity.anchor.end
        if quantity.unit not in _UNITS or _VOTING.search(self._text, start, end) is None:
            return None
        reach = min(end, following, behind + _REACH)
        if _COUNTED.match(self._text, behind, reach) or _FORETOLD.search(self._text, start, at):
            return None
        near = self._text[max(start, at - _REACH) : reach]
        if _TURNOUT.search(near):
            return f"=turnout {quantity.unit}"
        if _FOR.match(self._text, behind, reach):
            owner = next((who for first, last, who in self._within(behind, end) if last <= end), None)
            return owner and f"=share {quantity.unit} {owner}"
        before = [(first, last, who) for first, last, who in self._within(start, at) if last <= at]
        if not before:
            return None
        between = self._text[before[-1][1] : at]
        given = len(between) <= _BESIDE and _GIVES.search(self._text, start, before[-1][0]) is not None
        if "," in between or not (given or _WINS.search(between)):
            return None
        return f"=share {quantity.unit} {before[-1][2]}"

    def _within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
