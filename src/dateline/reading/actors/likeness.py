"""Whether two actors of one article that the cast keeps apart may be the same: "a dock worker" told of first, Lena Frey named next.

The cast joins what the text itself joins. Here it is asked what may be left apart: of two tellings that agree in all else these may
be one where their parties may be. Nothing is joined by it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dateline.model import Actor
from dateline.reading.lexicon import lexicon

Row = tuple[str, ...]
"""Ids of the actors on one side of a record."""


class Likeness:
    """Asks who may be whom, by name, number and kind; `named` gives the actor of an id."""

    def __init__(self, named: Callable[[str], Actor]) -> None:
        self._named = named
        self._looks: dict[str, _Look] = {}

    def covers(self, some: Row, others: Row, *, offices: bool = True) -> bool:
        """Whether everyone of the shorter row may be somebody of the longer one; an open row speaks against nobody."""
        few, many = sorted((some, others), key=len)
        left = list(many)
        for one in few:  # each somebody else: two states are not both "the government"
            found = one if one in left else next((o for o in left if self.may_be(one, o, offices=offices)), None)
            if found is None:
                return self._are_counted(few, many) or self._are_counted(many, few)
            left.remove(found)
        return True

    def are_among(self, some: Row, others: Row, *, offices: bool = True) -> bool:
        """Whether everyone of the first row may be somebody of the second; or one of them stands for all: "the two sides"."""
        found = all(any(self.may_be(s, o, offices=offices) for o in others) for s in some)
        return found or self.stands_for(some, others)

    def meet(self, some: Row, others: Row) -> bool:
        """Whether somebody of the one row may be somebody of the other, and nobody who has a name is left over in both."""
        left = [s for s in some if not any(self.may_be(s, o) for o in others)]
        rest = [o for o in others if not any(self.may_be(s, o) for s in some)]
        return len(left) < len(some) and not (any(map(self.is_named, left)) and any(map(self.is_named, rest)))

    def may_be(self, a: str, b: str, *, offices: bool = True) -> bool:
        """Whether the two ids may mean the same one; with `offices` a state or body is also those who hold office in it."""
        if a == b:
            return True
        one, other = sorted((self._look(a), self._look(b)), key=lambda look: look.kind != "unnamed")
        if one.name == other.name:
            return True
        if _are_of_two_sides(one, other):
            return False
        if offices and (_is_office_of(one, other) or _is_office_of(other, one)):
            return True
        if _is_short_for(one, other) or _is_short_for(other, one):
            return True
        return one.kind == "unnamed" and _may_be_described_as(one, other)

    def name(self, id_: str) -> str:
        """The name of the actor."""
        return self._named(id_).name

    def is_named(self, id_: str) -> bool:
        """Whether the actor has a name of its own, and is not only described."""
        return self._look(id_).kind != "unnamed"

    def _are_counted(self, some: Row, others: Row) -> bool:
        """Whether the one of the first row stands for all of the second: "both sides", "two officials" who are named elsewhere."""
        if len(some) != 1 or len(others) < _SEVERAL:
            return False
        one = self._look(some[0])
        if one.kind != "unnamed" or not one.several or one.count not in ((), (len(others),)):
            return False
        if one.noun in _words("sides"):
            return not one.proper
        people = one.noun in _words("people") or one.noun in _single()
        return (
            people
            and bool(one.count)
            and all(o.kind == "person" or o.noun == one.noun for o in map(self._look, others))
        )

    def stands_for(self, some: Row, others: Row) -> bool:
        """Whether one who counts several stands for all of the other row: "the two ministers" for two who were named."""
        return self._are_counted(some, others) or self._are_counted(others, some)

    def _look(self, id_: str) -> "_Look":
        found = self._looks.get(id_)
        if found is None:
            found = self._looks[id_] = _look(self._named(id_))
        return found


_SMALL = 4
"""Up to so many, a number alone does not tell that the same are counted."""

_SEVERAL = 2

_STEM = 4
"""Letters in which the name of a union and the people in it agree: "Mineworkers", "miners"."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What an actor is known by: the folded name and its words, its noun without the ending of the plural, how many are counted."""

    written: str
    name: str
    names: frozenset[str]
    kind: str
    side: str | None
    roles: frozenset[str]
    noun: str
    several: bool
    count: tuple[int, ...]
    proper: frozenset[str]
    told: frozenset[str]

    @property
    def is_plain(self) -> bool:
        """Whether a noun is all that is told of one: "the group", "the country"."""
        return self.kind == "unnamed" and not (self.several or self.count or self.proper)


def _may_be_described_as(one: _Look, other: _Look) -> bool:
    """Whether the first, who is only described, may be the other."""
    if other.kind == "person":
        office = (
            bool(other.roles) and one.noun in lexicon("roles")["heads"] and one.noun not in _words("offices_of_many")
        )
        return not (one.several or one.count) and (one.noun in other.roles or (one.noun in _single() and not office))
    if one.count and other.count and one.count != other.count:
        return False
    if any({one.noun, other.noun} <= _words(key) for key in ("attackers", "forces", "officers")):
        return True
    if one.is_plain and one.name == one.noun in _words("bodies") and other.kind in {"organisation", "group"}:
        return True  # "the group", which has a name elsewhere
    if one.noun in _words("talkers") and other.noun in _words("talkers"):
        several = one.several and other.several and not (one.count and other.count)
        return several or (one.several == other.several and one.side is not None and one.side == other.side)
    if _is_union_of(one, other) or _is_union_of(other, one):
        return True
    contained = bool(one.told and other.told) and (one.told <= other.told or other.told <= one.told)
    if contained and one.noun in _words("bodies") and other.kind in {"organisation", "group"}:
        return True  # "a dockers' union", which has a name elsewhere
    if contained and one.several and (other.several or other.kind in {"group", "organisation"}):
        return not (one.count and other.count) or one.count == other.count  # "farmers", "representatives of farmers"
    if one.count or other.count:
        return _are_as_many(one, other)
    short, long = sorted((one.name, other.name), key=len)  # "a convoy", "a convoy guarding the dam"
    return one.noun == other.noun or (other.kind == "unnamed" and long.startswith(f"{short} "))


def _are_as_many(one: _Look, other: _Look) -> bool:
    """Whether the same are counted, or counted once and told of once more: "nine guards", "nine people", "the guards"."""
    same = one.noun == other.noun
    if one.count == other.count:
        return same or bool({one.noun, other.noun} & _words("people")) or one.count > (_SMALL,)
    return same and not (one.count and other.count) and one.several and other.several


def _are_of_two_sides(one: _Look, other: _Look) -> bool:
    """Whether what the two are called sets them apart: "Malian troops", "Chadian troops"."""
    if one.side is not None and other.side is not None and one.side != other.side:
        return True
    described = one.kind == "unnamed" and other.kind == "unnamed"
    return described and bool(one.proper and other.proper) and not one.proper & other.proper


def _is_office_of(body: _Look, person: _Look) -> bool:
    """Whether a state or a body did what its minister, its troops or its staff did."""
    official = person.kind == "person" and bool(person.roles)
    acts = (
        person.kind in {"person", "unnamed"} if body.kind == "state" else official or person.noun in _words("talkers")
    )
    if body.kind == "state" and person.is_plain and person.noun in _words("states"):
        return person.side in (None, body.side)
    if person.side is None or not acts:
        return False
    if body.side == person.side and body.noun in _words("ministries"):
        return bool(person.roles) or person.kind == "unnamed"
    held = body.kind == "state" or (body.kind == "organisation" and person.kind == "unnamed")
    return held and person.side.casefold() in body.names


def _is_short_for(one: _Look, other: _Look) -> bool:
    """Whether the second has the first's name and nouns behind it: "Unity", "Unity union"."""
    behind = other.written.removeprefix(f"{one.written} ")
    return one.kind in {"organisation", "group"} and behind != other.written and behind.islower()


def _is_union_of(union: _Look, people: _Look) -> bool:
    """Whether the people are those in a union: "the Dockers' Union", "striking dockers", "two hundred workers"."""
    united = union.noun in _words("unions") or any(w.removesuffix("s") in _words("unions") for w in union.name.split())
    if not united or people.kind != "unnamed" or not people.several or people.noun in _words("unions"):
        return False
    own = any(w[:_STEM] == people.noun[:_STEM] for w in union.name.split() if len(w) >= _STEM)
    return own or people.noun.endswith(tuple(_words("workers")))


_COUNT = re.compile(r"\d[\d,.]*|[^\W\d_]+")
_BEHIND = re.compile(r"(?<=\w )(?:of|in|from|with|at|on|who|that)\b")
_AGE = re.compile(r"\b(?:\w+-)?\w+-years?-olds?\b")


def _look(actor: Actor) -> _Look:
    name = _AGE.sub("", actor.name.casefold()).strip() or actor.name.casefold()
    words = _COUNT.findall(name)
    cardinals = _cardinals()
    count = tuple(
        cardinals[w] if w in cardinals else int(w.strip(",.").replace(",", "").split(".")[0])
        for w in words
        if w in cardinals or w[0].isdecimal()
    )
    head = (_BEHIND.split(name, maxsplit=1)[0].split() or [name])[-1]
    several = (head.endswith("s") and not head.endswith("ss")) or head in _words("plurals")
    noun = head.removesuffix("s") if several else head
    described = actor.kind == "unnamed" or (
        actor.kind in {"group", "organisation"} and actor.name != actor.name.title() and head in actor.name.split()
    )
    kind = "unnamed" if described else "person" if _is_called_like_a_person(actor) else actor.kind
    first, *further = actor.name.split()
    proper = {w for w in further if w[:1].isupper()} | ({first} if first in _nations() else set())
    told = {w.removesuffix("s") for w in words if w not in cardinals and not w[0].isdecimal()} - _words("small")
    return _Look(
        written=actor.name,
        name=name,
        names=frozenset(n.casefold() for n in (actor.name, *actor.names)),
        kind=kind,
        side=actor.side,
        roles=frozenset(w for role in actor.roles for w in role.casefold().split()),
        noun=noun,
        several=several,
        count=count if described else (),
        proper=frozenset(proper),
        told=frozenset(told - _words("bodies") or told),
    )


@cache
def _words(key: str) -> frozenset[str]:
    found = lexicon("likeness")[key]
    return frozenset(found)


@cache
def _cardinals() -> dict[str, int]:
    found: dict[str, int] = lexicon("numbers")["cardinals"]
    return found


@cache
def _single() -> frozenset[str]:
    """Nouns for one human being."""
    return frozenset(lexicon("unnamed")["singular"]) | frozenset(lexicon("roles")["heads"])


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
