"""Expressions before the day of writing is known: detected, with their meaning, their preposition, and which way they look."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from dateline.reading.parse import Parsed, text_of
from dateline.reading.times.detect import detect
from dateline.reading.times.direction import Direction, binding, direction
from dateline.reading.times.found import Found
from dateline.reading.times.meaning import Calendar, Normalised, Range, TimeOfDay, Weekday
from dateline.reading.times.normalise import in_calendar_of_text, normalise

_PREPOSITIONS = ("by", "until", "till", "before", "within", "since", "in", "on", "from", "after", "over")


@dataclass(frozen=True, slots=True)
class Read:
    """An expression before the day of writing is known: its words with their preposition, what it means, which way it looks."""

    found: Found
    quote: str
    normalised: Normalised
    direction: Direction
    bound: bool
    preposition: str
    paragraph: int
    end_of: Literal["first", "last"] | None = None
    """Which end of a range written in one piece ("3-5 May") the words are; `normalised` is the whole range."""


def understand(parsed: Parsed) -> list[Read]:
    """The text's expressions with their meaning: everything that does not hang on the day of writing."""
    read = []
    for found in detect(parsed):
        normalised = normalise(found)
        if normalised is not None:
            way = direction(found.tokens, found.before)
            preposition = _preposition(found)
            paragraph = parsed.paragraph_of(found.start)
            one = Read(
                found,
                _quote(found, parsed.text),
                normalised,
                way,
                binding(found.tokens, way),
                preposition,
                paragraph,
            )
            read += _ends(one, parsed)
    meanings = in_calendar_of_text([one.normalised for one in read])
    read = [replace(one, normalised=meaning) for one, meaning in zip(read, meanings, strict=True)]
    read = [_with_year_of(one, after, parsed.text) for one, after in zip(read, [*read, None][1:], strict=True)]
    read = [_with_day_of(one, after, parsed.text) for one, after in zip(read, [*read, None][1:], strict=True)]
    return [_with_weekday_of(one, before, parsed.text) for before, one in zip([None, *read], read, strict=False)]


_JOINED = re.compile(r",? (?:and|or|to|until|through)(?: (?:in|on|early|late|mid|the))* | ?[-–—] ?|/")


def _with_year_of(one: Read, after: Read | None, text: str) -> Read:
    """A month or day shares the year of the date to which it is joined: "in April and June 1955", "from 2 March to 8 May 1990"."""
    mine, next_ = one.normalised.meaning, after.normalised.meaning if after is not None else None
    if after is None or not isinstance(mine, Calendar) or not isinstance(next_, Calendar):
        return one
    if mine.month is None or next_.month is None or next_.year is None:
        return one
    if mine.year is not None or mine.shift is not None or mine.year_shift is not None:
        return one
    if (mine.day is None) != (next_.day is None) or not _JOINED.fullmatch(text, one.found.end, after.found.start):
        return one
    earlier = (mine.month, mine.day or 0) <= (next_.month, next_.day or 0)
    meaning = replace(mine, year=next_.year if earlier else next_.year - 1)
    return replace(one, normalised=replace(one.normalised, meaning=meaning))


def _with_day_of(one: Read, after: Read | None, text: str) -> Read:
    """A clock time shares the day of the one to which it is joined: "between 9:30 a.m. and noon on 17 May"."""
    mine, next_ = one.normalised.meaning, after.normalised.meaning if after is not None else None
    if after is None or not isinstance(mine, TimeOfDay) or not isinstance(next_, TimeOfDay):
        return one
    if mine.of is not None or mine.anaphor or mine.elsewhere or next_.of is None:
        return one
    if not _JOINED.fullmatch(text, one.found.end, after.found.start):
        return one
    return replace(one, normalised=replace(one.normalised, meaning=replace(mine, of=next_.of)))


_JOINT = re.compile(r"\s*(?:[-–‑—/]|\b(?:to|through|and)\b)\s*(?:the\s+)?(?=\w)")


_BESIDE = re.compile(r"\s?[(,]\s?(?:the )?")


def _with_weekday_of(one: Read, before: Read | None, text: str) -> Read:
    """A day of the month has the weekday that stands beside it: "on Wednesday (Nov 2)", "on Wednesday, the 2nd of November"."""
    day, week = one.normalised.meaning, before.normalised.meaning if before is not None else None
    if before is None or not isinstance(day, Calendar) or not isinstance(week, Weekday) or day.weekday or not day.day:
        return one
    if week.shift or week.week or week.plus or not _BESIDE.fullmatch(text, before.found.end, one.found.start):
        return one
    return replace(one, normalised=replace(one.normalised, meaning=replace(day, weekday=week.index)))


def _ends(one: Read, parsed: Parsed) -> list[Read]:
    """The two ends of a range apart, as TIMEX3 has them: "3-5 May" is "3" and "5 May". A choice ("May or June") is one window."""
    joint = _JOINT.search(parsed.text, one.found.start, one.found.end)
    if not isinstance(one.normalised.meaning, Range) or joint is None:
        return [one]
    ends: list[Read] = []
    halves: tuple[tuple[Literal["first", "last"], int, int], ...] = (
        ("first", one.found.start, joint.start()),
        ("last", joint.end(), one.found.end),
    )
    for which, start, end in halves:
        tokens = parsed.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None:
            return [one]
        half = replace(one, found=replace(one.found, start=start, end=end, tokens=tokens), end_of=which)
        if joint[0].strip() == "and":  # two days, not a range
            day = one.normalised.meaning.first if which == "first" else one.normalised.meaning.last
            half = replace(half, normalised=replace(one.normalised, meaning=day), end_of=None)
        ends.append(half)
    return ends


def _quote(found: Found, text: str) -> str:
    start, doc = found.tokens.start, found.tokens.doc
    led = start > 0 and doc[start - 1].pos_ in ("ADP", "SCONJ")
    return text[doc[start - 1].idx if led else found.start : found.end]


def _preposition(found: Found) -> str:
    if tuple(found.before[-3:]) == ("on", "or", "before"):
        return "by"
    for word in reversed(found.before[-2:]):
        if word in _PREPOSITIONS:
            return word
        if word not in ("the", "at", "of", "about", "around"):
            break
    return ""


def year_given(one: Read) -> int | None:
    """The year that the words themselves give."""
    meaning = one.normalised.meaning
    return meaning.year if isinstance(meaning, Calendar) else None


def quoted(one: Read) -> bool:
    """Whether it stands in a quotation, whose now is its speaker's."""
    text = text_of(one.found.tokens.doc)
    line = text[text.rfind("\n", 0, one.found.start) + 1 : one.found.start]
    return line.count('"') % 2 == 1 or line.rfind("“") > line.rfind("”")
