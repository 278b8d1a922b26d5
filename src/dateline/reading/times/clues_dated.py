"""Clues from the dates of what a text tells: past events, plans, months and days that come round, ages of things."""

from collections.abc import Iterator
from datetime import date

from dateline.model import Evidence, Interval
from dateline.reading.lexicon import lexicon
from dateline.reading.times.calendar import add_days, add_months, day_or_none
from dateline.reading.times.clue import CLOCKS, FIRST_YEAR, LAST_YEAR, Clue
from dateline.reading.times.context import Context
from dateline.reading.times.direction import told_as
from dateline.reading.times.meaning import Calendar, Length, Range, TimeOfDay
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read

PLAN_AHEAD = 183
"""Days ahead at most for a plan that is set for one month or another ("in July or August")."""

REACH = 300
"""Days that a date without its year lies away at most; one further off would be given its year."""


def dated(one: Read) -> Iterator[Clue]:
    """A date with its year: a past event bounds from below, a plan from above. A month without one: "last April"."""
    meaning, preposition = one.normalised.meaning, one.preposition
    if isinstance(meaning, TimeOfDay) and isinstance(meaning.of, Calendar):
        if meaning.of.year and any(token.lemma_ == "write" for token in one.found.tokens.sent):
            return  # "At 4:15 pm on 11 June 2029, Doe wrote": a reader's comment, which is younger than the article
        meaning, preposition = meaning.of, "on"
    evidence = Evidence("text", one.quote)
    year = meaning.first.year if isinstance(meaning, Range) else meaning.year if isinstance(meaning, Calendar) else None
    if year is not None:
        days = resolve(one.normalised, Context(None)).days
        told = told_as(one.found.tokens, preposition)
        if told == "future" and days.end is not None:
            near = isinstance(meaning, Range) and (days.days or PLAN_AHEAD) < PLAN_AHEAD
            first = add_days(days.start, -PLAN_AHEAD) if near and days.start is not None else None
            yield Clue("plan", (Interval(first, days.end),), evidence)
        elif told == "past" and days.start is not None and not _may_lie_ahead(one):
            first = add_days(days.start, -CLOCKS) if days.day is not None else days.start
            yield Clue("past", (Interval(first, None),), evidence)
    elif isinstance(meaning, Calendar) and meaning.month is not None and meaning.year_shift is None:
        yield from _yearless(meaning, one, evidence)


def _may_lie_ahead(one: Read) -> bool:
    """Whether the date is that of a thing that was still to come ("the planned vote in May 2031 divided the party")."""
    words = lexicon("times_direction")
    ahead = {*words["future_adjectives"], *words["scheduling"], *words["planning"], *words["awaited"]}
    token = one.found.tokens.root
    if token.dep_ == "pobj":
        token = token.head.head
    for _ in range(_AHEAD_OF):
        if token.pos_ not in ("NOUN", "PROPN", "ADP"):
            return False
        near = (token, *(child for child in token.children if child.dep_ in ("amod", "acl", "compound")))
        if any(word.lemma_.lower() in ahead or word.lower_ in ahead for word in near):
            return True
        token = token.head
    return False


_AHEAD_OF = 6
"""Steps from a date to its verb that are looked at, over nouns and prepositions."""


def _yearless(meaning: Calendar, one: Read, evidence: Evidence) -> Iterator[Clue]:
    """Days that come round every year, and yet not on every day of it."""
    month = meaning.month or 1
    years = range(FIRST_YEAR, LAST_YEAR)
    if meaning.day is not None and meaning.weekday is not None and one.direction is not None and one.bound:
        # The weekday tells the year: 29 November is a Friday in some years only.
        fits = [day_or_none(year, month, meaning.day) for year in years]
        days = [day for day in fits if day is not None and day.isoweekday() == meaning.weekday]
        ahead = one.direction == "future"
        spans = (Interval(add_days(d, -REACH), d) if ahead else Interval(d, add_days(d, REACH)) for d in days)
        yield Clue("dated_weekday", tuple(spans), evidence)
    elif meaning.day is None and meaning.shift == "last":
        # "last April" is said from May on, and no longer when the next April is at hand.
        firsts = [date(year, month, 1) for year in years]
        spans = (Interval(add_months(first, 1), add_days(add_months(first, 11), -1)) for first in firsts)
        yield Clue("month", tuple(spans), evidence)


_FEW = 3
"""Months of one sentence, and lengths of one text, that are looked at; more are a table or a list."""


def ages(read: list[Read]) -> Iterator[Clue]:
    """Lengths that end with the writing: "ten years of joint work" beside "formed in 2014"; "six months of talks, begun in January"."""
    years = sorted(
        {
            one.normalised.meaning.year: one
            for one in read
            if isinstance(one.normalised.meaning, Calendar)
            and one.normalised.meaning.year
            and one.direction == "past"
            and _begins(one)
        }.items()
    )
    months: dict[int, list[Read]] = {}
    for one in read:
        meaning = one.normalised.meaning
        if isinstance(meaning, Calendar) and meaning.month and not (meaning.year or meaning.day or meaning.shift):
            sentence = months.setdefault(one.found.tokens.sent.start, [])
            if len(sentence) < _FEW and _begins(one):
                sentence.append(one)
    lengths = [one for one in read if _lasted(one)]
    if len(lengths) > _FEW:
        return
    for one in lengths:
        meaning = one.normalised.meaning
        assert isinstance(meaning, Length)  # noqa: S101 -- chosen so
        [(count, unit)] = meaning.amounts
        assert count is not None  # noqa: S101 -- chosen so
        if unit == "year" and count >= 2 and len(years) == 1:
            [(year, origin)] = years
            then = year + int(count)
            if year + count <= LAST_YEAR:
                span = Interval(date(then, 1, 1), date(then, 12, 31))
                yield Clue("age", (span,), Evidence("text", f"{one.quote} … {origin.quote}"))
        if unit == "month":
            yield from _months_since(one, int(count), months.get(one.found.tokens.sent.start, []))


def _lasted(one: Read) -> bool:
    """Whether it is one whole length of something: "ten years of joint work"; a list of such lengths tells of many things."""
    meaning = one.normalised.meaning
    if not isinstance(meaning, Length) or len(meaning.amounts) != 1 or meaning.window is not None:
        return False
    count = meaning.amounts[0][0]
    return count is not None and count == int(count) and one.found.after[:1] in (("of",), ("since",))


def _begins(one: Read) -> bool:
    if one.preposition == "since":
        return True
    token = one.found.tokens.root
    beginnings = lexicon("times_direction")["beginnings"]
    for _ in range(4):
        token = token.head
        if token.lemma_.lower() in beginnings:
            return True
    return False


def _months_since(one: Read, count: int, months: list[Read]) -> Iterator[Clue]:
    """For "six months of talks, begun in January": written at least so long after the first of January, and within its year."""
    if not 2 <= count <= 10:
        return
    for other in months:
        meaning = other.normalised.meaning
        assert isinstance(meaning, Calendar)  # noqa: S101 -- the caller has chosen them
        firsts = [date(year, meaning.month or 1, 1) for year in range(FIRST_YEAR, LAST_YEAR)]
        spans = (Interval(add_months(first, count), add_days(add_months(first, 12), -1)) for first in firsts)
        yield Clue("age", tuple(spans), Evidence("text", f"{one.quote} … {other.quote}"))
