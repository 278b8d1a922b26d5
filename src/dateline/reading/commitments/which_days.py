"""Which days a time expression means in a clause that looks ahead, and on which side its preposition leaves them open."""

import re
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from spacy.tokens import Token

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.grammar import children, negation
from dateline.reading.commitments.time_wording import BY, FROM, UNTIL, has_number
from dateline.reading.commitments.words import lemma, words

_WEEK = 7
_MONTHS = 12
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = re.compile(r"\d{4}")
_DAY_OR_MONTH_OF_YEAR = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_WEEKDAYS = words("days", "weekdays")


def names_weekday(time: TimeExpression) -> bool:
    """Whether its words name a day of the week."""
    return any(w.strip(".,").casefold() in _WEEKDAYS for w in time.anchor.quote.split())


def is_bare_weekday(time: TimeExpression) -> bool:
    """Whether its words are but a day of the week: "Monday", "on Monday night"."""
    said = time.anchor.quote.casefold().removeprefix("on ").removesuffix(" night").removesuffix(" evening")
    return said in _WEEKDAYS


def coming(time: TimeExpression, word: str, written: date | None, *, ahead: bool) -> TimeExpression:
    """The time expression, where "will meet on Monday", "agreed to leave by Monday" was resolved to the Monday before: a week later.

    So is "until Monday" in what is told on a Monday. `word` is the preposition, `written` the article's day.
    """
    days = time.days
    day = days.end if days.start in (None, days.end) else None
    if day is None or written is None or not 0 <= (written - day).days < _WEEK:
        return time
    if not (ahead and day < written) and not (day == written and word in UNTIL):
        return time
    if not names_weekday(time) or has_number(time):
        return time
    later = day + timedelta(_WEEK)
    return replace(time, days=Interval(None if days.start is None else later, later))


def next_year(time: TimeExpression, written: date | None) -> TimeExpression:
    """The time expression, where "until April 20", "by April" was resolved to the April before and the next one is nearer."""
    days, end = time.days, time.days.end
    if end is None or written is None or end >= written or time.type != "DATE" or _YEAR.search(time.anchor.quote):
        return time
    if _DAY_OR_MONTH_OF_YEAR.fullmatch(time.value) is None or end.year + 1 >= MAXYEAR:
        return time
    later = _a_year_after(end)
    if not timedelta() <= later - written < written - end:
        return time
    start = None if days.start is None else _a_year_after(days.start)
    return replace(time, days=Interval(start, later), value=f"{later.year}{time.value[4:]}")


def met(told: list[Interval]) -> Interval | None:
    """What the days have in common, as far as they go together; the last of several that begin alike."""
    common: Interval | None = None
    for days in told:
        both = days if common is None or days.start == common.start else common.meet(days)
        if both is None:
            break
        common = both
    return common


def bounded(time: TimeExpression, word: str, action: Token) -> Interval | None:
    """The days of one time expression, opened on the side that its preposition leaves open."""
    days = time.days
    if (days.start is None and days.end is None) or time.type == "SET":
        return None
    if word in UNTIL and negation(action) is not None:
        return Interval(named(time).start or days.end, None)
    if word == "within" and days.start is not None:
        return days
    if word in BY or _is_of_deadline(action):
        return Interval(None, days.end or days.start)
    if word in FROM and time.type != "DURATION":
        return Interval(days.end or days.start if word == "after" else days.start, None)
    return days


def named(time: TimeExpression) -> Interval:
    """The days that the words name by themselves: all of June, where "until June" leaves the start open."""
    match = _ISO.fullmatch(time.value)
    if match is None:
        return time.days
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1 <= year < MAXYEAR or not 1 <= (month or 1) <= _MONTHS:
        return time.days
    if day is not None:
        return Interval(time.days.end, time.days.end)
    first = date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (None, _MONTHS) else date(year, (month or 1) + 1, 1)
    return Interval(first, after - timedelta(1))


def _is_of_deadline(verb: Token) -> bool:
    """Whether "the deadline is 4 May", "set the other side a deadline of 4 May to leave" gives the day."""
    deadline = any(lemma(c) == "deadline" for c in children(verb, "nsubj", "nsubjpass"))
    given = verb.dep_ in ("acl", "relcl", "advcl") and (verb.head, *children(verb.head, "dobj"))
    return deadline or (bool(given) and any(lemma(t) == "deadline" for t in given or ()))


def _a_year_after(day: date) -> date:
    """The same day of the next year; of the 29th of February the 28th."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)
