"""Whom or what a figure counts, and between what numbers it lies."""

from collections.abc import Mapping
from functools import cache

from dateline.linking.conflicts.statements import synonyms
from dateline.linking.words import stem
from dateline.model import Quantity

_DEAD = frozenset({"killed", "dead", "deaths", "died", "death", "fatalities", "bodies"})


def unit_of(quantity: Quantity) -> str:
    """The unit: one word for all who count the dead, and what befell those who are counted: "people killed", "nurses held"."""
    parts = quantity.unit.casefold().split()
    if "or" in parts:
        return "=killed or hurt"
    if set(parts) & _DEAD:
        return "=dead"
    said = [*parts[1:], *quantity.anchor.quote.casefold().split()] if parts and parts[0] in _anybody() else parts[1:]
    befallen = next((word for word in said if word in _BEFALLEN), None)  # "60 injured people"
    return f"={_HURT.get(befallen, befallen)}" if befallen else stem(quantity.unit)


_BEFALLEN = frozenset(
    {
        "detained",
        "injured",
        "wounded",
        "captured",
        "kidnapped",
        "displaced",
        "evacuated",
        "released",
        "missing",
        "rescued",
        "stranded",
        "trapped",
    }
)
_HURT = {"wounded": "injured", "captured": "detained"}
_ANYBODY = frozenset(
    {
        "people",
        "person",
        "persons",
        "others",
        "men",
        "villagers",
        "residents",
        "dead",
        "deaths",
        "death",
        "fatalities",
        "casualties",
        "bodies",
        *_BEFALLEN,
    }
)


def counts_deed(quantity: Quantity) -> bool:
    """Whether the unit says what was done to those who are counted: "people killed", "deaths"."""
    return len(quantity.unit.split()) > 1 or unit_of(quantity)[:1] == "=" or quantity.unit == "casualties"


def _counted(quantity: Quantity) -> str:
    """Who is counted, in a word: of "five civilian deaths" civilians."""
    first = quantity.unit.casefold().split()[0]
    said = (word for word in quantity.anchor.quote.casefold().split() if word in _people())
    return next(said, first) if first in _ANYBODY else first


def same_people(a: Quantity, b: Quantity, *, restated: bool = False) -> bool:
    """Whether two figures may count the same people: by one noun, or one by a noun that says nothing of who they are.

    Fewer soldiers than people are some of them, unless the one figure is `restated` for the other; more soldiers than people
    contradict it.
    """
    first, second = _counted(a), _counted(b)
    if {first, second} <= _ANYBODY or (restated and {first, second} & _ANYBODY):
        return True
    if first in _ANYBODY:
        return bounds(b)[0] > bounds(a)[1]
    if second in _ANYBODY:
        return bounds(a)[0] > bounds(b)[1]
    return _people().get(first, stem(first)) == _people().get(second, stem(second))


def of_fighters(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is of fighters: an army counts all whom it killed as such."""
    return "militants" in {_people().get(_counted(quantity)) for quantity in (a, b)}


@cache
def _people() -> Mapping[str, str]:
    """Who is counted, in words that news uses for one another; the first of each list stands for all."""
    return {word: line[0] for line in synonyms("people") for word in line}


_UP_TO = 0.5
"""The share of "as many as 90" below which another figure is none of those."""

_SLACK = 0.1
"""An approximate figure may be off by this share."""


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Between what numbers the figure lies."""
    low = quantity.low if quantity.low is not None else (quantity.high or 0) * _UP_TO
    high = quantity.high if quantity.high is not None else float("inf")
    slack = _SLACK if quantity.approximate else 0.0
    return low - abs(low) * slack if slack and low != float("-inf") else low, high + abs(
        high
    ) * slack if slack and high != float("inf") else high


def are_civil(a: Quantity, b: Quantity) -> bool:
    """Whether both figures may be of the same people who serve nobody: protesters, worshippers, hostages."""
    return not {_counted(a), _counted(b)} & _serving()


@cache
def _serving() -> frozenset[str]:
    return frozenset(word for line in synonyms("serving") for word in line) | frozenset(_people()) - frozenset(
        synonyms("people")[0]
    )


def is_anybody(quantity: Quantity) -> bool:
    """Whether a figure is of people of whom nothing is said."""
    return quantity.unit.casefold() == "people"


def is_of_people(quantity: Quantity) -> bool:
    """Whether a figure is of people of whom its unit does not say what befell them."""
    return quantity.unit.casefold() in _crowds()


@cache
def _crowds() -> frozenset[str]:
    return frozenset(word for line in synonyms("crowds") for word in line)


def _anybody() -> frozenset[str]:
    return _crowds() | _ANYBODY


@cache
def people_words() -> frozenset[str]:
    """Words for those who are counted, whoever they are but anybody."""
    return (
        _crowds()
        | frozenset(_people())
        | frozenset(w for name in ("serving", "held") for line in synonyms(name) for w in line)
    ) - {
        "people",
        "persons",
        "others",
    }
