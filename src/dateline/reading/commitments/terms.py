"""Terms: from when and for how long something is to hold: "for 180 days from 3 August", "a 72-hour truce starting on Sunday"."""

import math
import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.lengths import reached
from dateline.reading.commitments.words import words

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])|PT(\d{1,3})H")
_LASTING = (
    r"(?:armistice|ban|boycott|cease-?fire|closure|curfew|extension|freeze|halt|lockdown|lull|moratorium|patrol|pause|stoppage|"
    r"strike|suspension|truce|waiver|walk-?out)"
)
_FOR = re.compile(
    r"\bfor(?: (?:an?|the|up to|at least|about|around|another|further|additional|initial|period|total|of|next|coming))* \Z",
    re.IGNORECASE,
)
_OF_WHAT_LASTS = re.compile(rf"[ -](?:[\w-]+,? ){{0,4}}{_LASTING}s?\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|starting|beginning|effective|as of|begins?|starts?|(?:in)?to (?:effect|force)|commencing)\b"
    r"(?: (?:at|on|as|of|from|about|around|midnight|noon|dawn|\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|\([^()]{1,20}\)|local|time|[A-Z]{3,4}))*,? ?\Z"
)
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)?")
_WEEK = 7
_WEEKDAYS = words("days", "weekdays")
_REACH = 60
"""Code points before a time expression in which the words stand that say what it is to the term."""


def term_of(text: str, times: Sequence[TimeExpression], written: date | None) -> Interval | None:
    """The days from the first to the last of the term that the time expressions of a clause set; None where they set none.

    A length counts only where it follows "for" or stands before a word for what lasts, and only from a day that is
    named as the first: of 24 hours from Saturday the last day is Sunday. A weekday is the next one from `written` on, the
    day of the article.
    """
    lengths = [t for t in times if _length(text, t) is not None]
    whole = next((t.days for t in lengths if t.days.start is not None and t.days.end is not None), None)
    if whole is not None:
        return whole  # "180 days from 3 August" is one expression
    first = next((_coming(t, written) for t in times if _is_first(text, t)), None)
    length = next((_length(text, t) for t in lengths), None)
    if first is None or length is None:
        return None
    last = _last(first, length)
    return None if last is None else Interval(first, last)


def _coming(time: TimeExpression, written: date | None) -> date | None:
    first = time.days.start
    if first is None or written is None or not 0 < (written - first).days < _WEEK:
        return first
    said = _CLOCK.sub("", time.anchor.quote.casefold()).split()
    bare = not any(c.isdigit() for word in said for c in word)
    return first + timedelta(_WEEK) if bare and not _WEEKDAYS.isdisjoint(said) else first


def _is_first(text: str, time: TimeExpression) -> bool:
    named = time.days.start is not None and time.type in ("DATE", "TIME")
    return named and _FROM.search(_before(text, time)) is not None


def _length(text: str, time: TimeExpression) -> re.Match[str] | None:
    told = _FOR.search(_before(text, time)) or _OF_WHAT_LASTS.match(text, time.anchor.end)
    return _LENGTH.fullmatch(time.value) if told else None


def _before(text: str, time: TimeExpression) -> str:
    return text[max(0, time.anchor.start - _REACH) : time.anchor.start]


def _last(first: date, length: re.Match[str]) -> date | None:
    number, unit, hours = length.groups()
    return reached(first, math.ceil(int(hours) / 24), "D") if hours else reached(first, int(number), unit)
