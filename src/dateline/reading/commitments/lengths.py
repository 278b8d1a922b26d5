"""Lengths of time that count on from a day: "will meet in two weeks", "had decided on Monday to leave within ten days"."""

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from spacy.tokens import Token

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.grammar import lies_ahead

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_WEEK = 7
_MONTHS = 12


def counted_on(time: TimeExpression, word: str, trigger: Token, since: Interval) -> TimeExpression:
    """The time expression; where it is a length without days of its own, those that it reaches when counted from `since`.

    "In two weeks" is the week that is meant, "within two weeks" all days up to it, where the first is known. `word` is
    the preposition.
    """
    length = _LENGTH.fullmatch(time.value)
    if length is None or time.days != Interval() or since.end is None:
        return time
    if word == "in" and lies_ahead(trigger):
        return replace(time, days=_after(since.end, int(length[1]), length[2]))
    if word == "within" and since.start is not None:
        last = reached(since.end, int(length[1]), length[2])
        return time if last is None else replace(time, days=Interval(since.start, last))
    return time


def length_of(time: TimeExpression) -> tuple[int, str] | None:
    """The number and the unit (D, W, M, Y) of a length of time; None of what is none."""
    length = _LENGTH.fullmatch(time.value)
    return None if length is None else (int(length[1]), length[2])


def reached(day: date, number: int, unit: str) -> date | None:
    """The very day so many days, weeks, months or years after a day; None past the calendar."""
    if unit in ("D", "W"):
        ahead = timedelta(number * (_WEEK if unit == "W" else 1))
        return None if date.max - day <= ahead else day + ahead
    months = day.year * _MONTHS + day.month - 1 + number * (_MONTHS if unit == "Y" else 1)
    year, month = divmod(months, _MONTHS)
    if year >= MAXYEAR:
        return None
    following = date(year + 1, 1, 1) if month + 1 == _MONTHS else date(year, month + 2, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(1)).day))


def _after(day: date, number: int, unit: str) -> Interval:
    """The day, week, month or year that lies so many days, weeks, months or years after a day; nothing past the calendar."""
    if unit in ("D", "W"):
        ahead = timedelta(number * (_WEEK if unit == "W" else 1))
        if date.max - day <= ahead + timedelta(_WEEK):
            return Interval()
        met = day + ahead
        monday = met - timedelta(met.weekday())
        return Interval(met, met) if unit == "D" else Interval(monday, monday + timedelta(_WEEK - 1))
    months = day.year * _MONTHS + day.month - 1 + number * (_MONTHS if unit == "Y" else 1)
    year, month = divmod(months, _MONTHS)
    if year >= MAXYEAR:
        return Interval()
    if unit == "Y":
        return Interval(date(year, 1, 1), date(year, _MONTHS, 31))
    after = date(year + 1, 1, 1) if month + 1 == _MONTHS else date(year, month + 2, 1)
    return Interval(date(year, month + 1, 1), after - timedelta(1))
