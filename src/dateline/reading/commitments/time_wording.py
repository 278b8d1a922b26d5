"""How a time expression is worded: the preposition before it, whether it counts units, whether it names no days at all."""

import re

from spacy.tokens import Doc, Token

from dateline.model import TimeExpression
from dateline.reading.lexicon import lexicon

UNTIL = frozenset({"until", "till"})
BY = frozenset({"by", "before", "through", "to", "within", *UNTIL})
FROM = frozenset({"from", "after", "since", "starting", "beginning", "effective"})
_BETWEEN = frozenset(
    {"the", "of", "on", "at", "around", "about", "end", "early", "late", "mid", "day", "midnight", "noon"}
)
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_VAGUE = re.compile(
    r"\b(?:(?:next|coming|following) (?:few |several |couple of )?|(?:first|initial) (?:[\w-]+ )?|recent )(?:days|weeks|months|years)\b"
)
LENGTH = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?)\b")


def is_vague(time: TimeExpression) -> bool:
    """Whether the words name no days: a bare season, which may be any year's; "in the next months"."""
    told = time.anchor.quote.casefold()
    if told.startswith("earlier "):
        return True  # "earlier this week": told of, not due
    return told.removeprefix("the ") in _SEASONS or _VAGUE.search(told) is not None


def has_count(time: TimeExpression) -> bool:
    """Whether it counts its units, "two days", "48 hours later", and names no day by them: "this week"."""
    words_of = time.anchor.quote.casefold().replace("-", " ").split()
    return any(w.isdigit() or w in lexicon("numbers")["cardinals"] or w in ("a", "an") for w in words_of)


def has_number(time: TimeExpression) -> bool:
    return any(c.isdigit() for c in time.anchor.quote)


def preposition_of(head: Token, time: TimeExpression) -> str:
    """The preposition before the time expression, or that it begins with."""
    first_word = time.anchor.quote.split()[0].casefold()
    if first_word in BY | FROM:
        return first_word
    doc, k = head.doc, head.i
    while k > 0 and doc[k].idx > time.anchor.start:
        k -= 1
    k -= 1
    k = _before_first_name(doc, k)
    while k > 0 and doc[k].lower_ in _BETWEEN:
        k -= 1
    if k < 0:
        return ""
    word = str(doc[k].lower_)
    if doc[k].dep_ == "mark":
        return ""  # "before the July 5 strike was called off"
    if word == "before" and k > 0 and doc[k - 1].lower_ in ("minute", "minutes", "second", "seconds", "hour", "hours"):
        return "at"
    if word == "before" and k > 1 and (doc[k - 2].lower_, doc[k - 1].lower_) == ("on", "or"):
        return "by"
    if word == "as" and doc[k + 1].lower_ == "of":
        return "from"  # "as of 4 May"
    if word == "in" and k > 0 and doc[k - 1].lower_ in FROM:
        return str(doc[k - 1].lower_)
    if word in ("least", "most") and k > 1 and doc[k - 1].lower_ == "at":
        return str(doc[k - 2].lower_)  # "until at least Tuesday"
    if word == "than" and k > 0 and doc[k - 1].lower_ == "later":
        return "by"
    return word


def _before_first_name(doc: Doc, k: int) -> int:
    """The token before the first name of a day that has two: before "today" in "from today, May 8"."""
    if doc[k].text != "," or k == 0 or doc[k - 1].ent_type_ not in ("DATE", "TIME"):
        return k
    k -= 1
    while k > 0 and doc[k].ent_type_ in ("DATE", "TIME"):
        k -= 1
    return k
