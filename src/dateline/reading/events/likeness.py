"""Whether two actors of one article may be the same: "a dock worker" told of first, Lena Frey named next."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dateline.model import Actor
from dateline.reading.lexicon import lexicon

_COUNT = re.compile(r"\d[\d,.]*|[^\W\d_]+")
_BEHIND = re.compile(r"\b(?:of|in|from|with|at|on|who|that)\b")


@cache
def _cardinals() -> dict[str, int]:
    found: dict[str, int] = lexicon("numbers")["cardinals"]
    return found


@cache
def _single() -> frozenset[str]:
    """Nouns for one human being."""
    return frozenset(lexicon("unnamed")["singular"]) | frozenset(lexicon("roles")["heads"])


@dataclass(frozen=True, slots=True)
class _Look:
    """What an actor is known by: the folded name, its noun without the ending of the plural, the number of those counted."""

    name: str
    kind: str
    side: str | None
    noun: str
    several: bool
    count: tuple[int, ...]
    proper: frozenset[str]


_PEOPLE = frozenset({"people", "person", "other", "civilian", "individual", "victim", "men", "suspect"})
"""Nouns that leave open what kind of people were counted."""


_OFFICIALS = frozenset(
    [
        "delegate",
        "diplomat",
        "envoy",
        "leader",
        "mediator",
        "minister",
        "negotiator",
        "official",
        "representative",
        "side",
    ]
)
"""Nouns by turns for those who talk for others."""

_ATTACKERS = frozenset(
    [
        "assailant",
        "attacker",
        "bandit",
        "fighter",
        "gunman",
        "gunmen",
        "insurgent",
        "jihadist",
        "militant",
        "raider",
        "rebel",
        "terrorist",
    ]
)
"""Nouns by turns for those who attacked."""


class Likeness:
    """Asks who may be whom, by name, number and kind; `named` gives the actor of an id."""

    def __init__(self, named: Callable[[str], Actor]) -> None:
        self._named = named
        self._looks: dict[str, _Look] = {}

    def covers(self, some: tuple[str, ...], others: tuple[str, ...], *, offices: bool = True) -> bool:
        """Whether everyone of the shorter row may be somebody of the longer one; an open row speaks against nobody."""
        few, many = sorted((some, others), key=len)
        return self.are_among(few, many, offices=offices)

    def are_among(self, some: tuple[str, ...], others: tuple[str, ...], *, offices: bool = True) -> bool:
        """Whether everyone of the first row may be somebody of the second."""
        return all(any(self.may_be(s, o, offices=offices) for o in others) for s in some)

    def may_be(self, a: str, b: str, *, offices: bool = True) -> bool:
        """Whether the two ids may mean the same one; with `offices` a state is also its ministers and troops."""
        if a == b:
            return True
        one, other = sorted((self._look(a), self._look(b)), key=lambda look: look.kind != "unnamed")
        if one.name == other.name:
            return True
        if _are_of_two_sides(one, other):
            return False
        if offices and (_is_office_of(one, other) or _is_office_of(other, one)):
            return True
        if one.kind != "unnamed":
            return False
        if other.kind == "person":
            return not one.several and one.noun in _single() and not one.count
        if {one.noun, other.noun} <= _ATTACKERS:
            return True
        if one.several and other.several and one.noun in _OFFICIALS and other.noun in _OFFICIALS:
            return not (one.count and other.count)
        words = [{w.removesuffix("s") for w in look.name.split() if w not in _cardinals()} for look in (one, other)]
        contained = words[0] <= words[1] or words[1] <= words[0]  # "farmers", "representatives of farmers"
        if contained and one.several and other.several and not (one.count and other.count):
            return True
        if one.count or other.count:
            alike = one.noun == other.noun or bool({one.noun, other.noun} & _PEOPLE)
            same = one.count == other.count and (alike or one.count > (_SMALL,))
            return same or (
                one.noun == other.noun and not (one.count and other.count) and one.several and other.several
            )
        return one.noun == other.noun

    def name(self, id_: str) -> str:
        """The name of the actor."""
        return self._named(id_).name

    def _look(self, id_: str) -> _Look:
        found = self._looks.get(id_)
        if found is None:
            found = self._looks[id_] = _look(self._named(id_))
        return found


_SMALL = 4
"""Up to so many, a number alone does not tell that the same are counted."""


def _are_of_two_sides(one: _Look, other: _Look) -> bool:
    """Whether what the two are called sets them apart: "Malian troops", "Chadian troops"."""
    if one.side is not None and other.side is not None and one.side != other.side:
        return True
    described = one.kind == "unnamed" and other.kind == "unnamed"
    return described and bool(one.proper and other.proper) and not one.proper & other.proper


def _is_office_of(state: _Look, person: _Look) -> bool:
    """Whether a state did what its minister or its troops did."""
    return (
        state.kind == "state"
        and person.kind in {"person", "unnamed"}
        and person.side is not None
        and person.side.casefold() == state.name
    )


def _look(actor: Actor) -> _Look:
    name = actor.name.casefold()
    words = _COUNT.findall(name)
    cardinals = _cardinals()
    count = tuple(
        cardinals[w] if w in cardinals else int(w.strip(",.").replace(",", "").split(".")[0])
        for w in words
        if w in cardinals or w[0].isdecimal()
    )
    head = (_BEHIND.split(name, maxsplit=1)[0].split() or [name])[-1]
    several = (head.endswith("s") and not head.endswith("ss")) or head in {
        "people",
        "men",
        "women",
        "police",
        "children",
    }
    noun = head.removesuffix("s") if several else head
    described = actor.kind == "unnamed" or (
        actor.kind == "group" and actor.name != actor.name.title() and head in actor.name.split()
    )
    kind = "unnamed" if described else "person" if _is_called_like_a_person(actor) else actor.kind
    first, *further = actor.name.split()
    proper = {w for w in further if w[:1].isupper()} | ({first} if first in _nations() else set())
    return _Look(name, kind, actor.side, noun, several, count if described else (), frozenset(proper))


@cache
def _nations() -> frozenset[str]:
    rows = lexicon("states").values()
    return frozenset(word for row in rows for word in (*row["adjectives"], *row["aliases"], row["name"]))


def _is_called_like_a_person(actor: Actor) -> bool:
    """Whether what was taken for a body has a name of two or three words, none of which a body has: "Ana Frey"."""
    words = actor.name.split()
    bodies = lexicon("organisations")["heads"]
    named = len(words) in {2, 3} and all(w[:1].isupper() and w[1:].islower() for w in words)
    return actor.kind == "organisation" and named and not any(w in bodies for w in words)
