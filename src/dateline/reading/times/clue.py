"""A clue to the day of writing: the days that some words allow, and what the kinds of clues share."""

from dataclasses import dataclass
from typing import Literal

from dateline.model import Evidence, Interval
from dateline.reading.times.meaning import TimeOfDay, Weekday
from dateline.reading.times.understand import Read

Kind = Literal[
    "stated",
    "coinage",
    "past",
    "news",
    "incumbent",
    "plan",
    "caption",
    "age",
    "month",
    "dated_weekday",
    "dateline",
    "copyright",
]

FIRST_YEAR, LAST_YEAR = 1980, 2060
"""Years that yearly clues are laid out over; bounds with a year of their own may lie beyond."""

CLOCKS = 1
"""Days by which a report may carry an earlier day than the one that it tells of: it is written and filed by other clocks."""

LEDE = 500
"""Code points at the start of a text in which a weekday is that of the news itself."""


@dataclass(frozen=True, slots=True)
class Clue:
    """The days that the words allow, in ascending order, and the words. Weaker clues give way where clues contradict."""

    kind: Kind
    days: tuple[Interval, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class WeekdayClue:
    """The weekdays (Monday is 1) on which the article may have been written, with the weight of each."""

    weights: tuple[tuple[int, float], ...]
    evidence: Evidence


def bare_weekday(one: Read) -> int | None:
    """The weekday (Monday is 1) that the words name without saying which one."""
    meaning = one.normalised.meaning
    if isinstance(meaning, TimeOfDay):
        meaning = meaning.of if meaning.of is not None else meaning
    if isinstance(meaning, Weekday) and meaning.shift is None and meaning.week is None and not meaning.plus:
        return meaning.index
    return None


def day_told(one: Read) -> object:
    """What the words mean; of a time of day, its day."""
    meaning = one.normalised.meaning
    return meaning.of if isinstance(meaning, TimeOfDay) else meaning
