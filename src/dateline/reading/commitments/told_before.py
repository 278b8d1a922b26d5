"""When an undertaking was made that is told of as past, and what its days then mean: "in 2019 it agreed to leave by March"."""

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from spacy.tokens import Token

from dateline.model import Interval, TimeExpression

_YEAR = re.compile(r"\d{4}")
LONG_AGO = timedelta(60)
"""What lies so far back was ahead only of what is told of as past."""

_FEBRUARY, _LEAP = 2, 29


def made_on(trigger: Token, action: Token, times: list[TimeExpression], written: date | None) -> Interval | None:
    """The days on which the past verb says that it was undertaken, where they lie well before the article was written.

    In: `times`, those of the sentence. Only what hangs on the verb itself tells that, not what hangs on the action.
    """
    if written is None or trigger.tag_ != "VBD":
        return None
    days = told_on(trigger, action, times)
    long_ago = days is not None and days.end is not None and written - days.end > LONG_AGO
    return days if long_ago else None


def told_on(trigger: Token, action: Token, times: list[TimeExpression]) -> Interval | None:
    """The days that hang on the verb by which it was undertaken, before what is undertaken; None where no such days are told."""
    if trigger == action:
        return None
    for child in trigger.children:
        if child.dep_ not in ("prep", "npadvmod", "advmod") or child.left_edge.i <= action.i <= child.right_edge.i:
            continue
        start, end = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
        for time in times:
            days = time.days
            inside = start <= time.anchor.start and time.anchor.end <= end and child.i < action.i
            if inside and days.start is not None and days.end is not None:
                return days
    return None


def seen_from(time: TimeExpression, made: Interval) -> TimeExpression:
    """The time expression, where it names no year, as it was meant then: the first such day or month after it was said."""
    days, since = time.days, made.start
    day = days.start or days.end
    if time.type != "DATE" or day is None or since is None or not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", time.value):
        return time
    if _YEAR.search(time.anchor.quote) or not any(c.isupper() for c in time.anchor.quote):
        return time  # "the next day" counts from something else
    last = days.end or day
    year = since.year if _in_year(last, since.year) >= since else since.year + 1
    shift = year - last.year
    if not 1 < last.year + shift < MAXYEAR:
        return time
    moved = Interval(
        None if days.start is None else _in_year(days.start, days.start.year + shift),
        None if days.end is None else _in_year(days.end, days.end.year + shift),
    )
    return replace(time, days=moved, value=f"{last.year + shift:04}{time.value[4:]}")


def _in_year(day: date, year: int) -> date:
    leap = (day.month, day.day) == (_FEBRUARY, _LEAP)
    return day.replace(year=year, day=_LEAP - 1) if leap else day.replace(year=year)
