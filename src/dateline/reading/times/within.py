"""Lengths at one end of something: "the first ten months of 2031", "the last two weeks of March", "the last weeks of the siege"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from dateline.model import Interval
from dateline.reading.parse import text_of
from dateline.reading.times.calendar import add, add_days
from dateline.reading.times.context import Resolved
from dateline.reading.times.meaning import Length
from dateline.reading.times.understand import Read

_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_AT_START = frozenset(("first", "opening", "initial"))
_AT_END = frozenset(("last", "final", "closing"))
_POINTING = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my", "a", "an"))


def at_ends(read: Sequence[Read], resolved: Sequence[Resolved]) -> list[Resolved]:
    """The same, each length that lies at one end of the period named next with its days; one at the end of an event without."""
    made = []
    for one, found, after, whole in zip_longest(read, resolved, read[1:], resolved[1:]):
        led = next((word for word in one.found.words[:2] if word in _AT_START | _AT_END), "")
        days = found.days
        if led and isinstance(one.normalised.meaning, Length) and one.found.after[:1] == ("of",):
            text = text_of(one.found.tokens.doc)
            if after is not None and _OF.fullmatch(text, one.found.end, after.found.start):
                days = _at_end(one.normalised.meaning, whole.days, last=led in _AT_END)
            elif one.found.after[1:2] and one.found.after[1] in _POINTING:
                days = Interval()  # "the last six months of the siege" are not those before the writing
        made.append(replace(found, days=days))
    return made


def _at_end(meaning: Length, whole: Interval, *, last: bool) -> Interval:
    [(count, unit), *more] = meaning.amounts
    if count is None or count != int(count) or more or whole.start is None or whole.end is None:
        return Interval()
    if last:
        start = min(add(add_days(whole.end, 1), -count, unit), whole.end)  # hours are within one day
        return Interval(start, whole.end) if start >= whole.start else Interval()
    end = max(add_days(add(whole.start, count, unit), -1), whole.start)
    return Interval(whole.start, end) if end <= whole.end else Interval()
