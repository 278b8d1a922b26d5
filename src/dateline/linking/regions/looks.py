"""Which earlier articles each article looks back at, and which of them it is bound to."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dateline.linking.regions.cut import LEVELS
from dateline.linking.regions.places import Place, Spot
from dateline.linking.vectors import Vector, product

NEAR = 12
"""How many articles before it one meets by each word."""
SHARED = 2
"""By how many words it has to meet another one."""

Words = Callable[[Collection[Spot]], Mapping[Spot, Vector]]
"""Gives the words that the articles at some spots are compared by."""


class Looks(Protocol):
    """The articles that are found by a word."""

    def before(self, word: str, spot: Spot, number: int) -> list[Spot]:
        """The last so many before the spot, latest first; those without a day for a spot without one, else those with one."""

    def after(self, word: str, spot: Spot, number: int) -> list[Spot]:
        """The next so many behind the spot, earliest first; as above."""

    def first(self, word: str, number: int) -> list[Spot]:
        """The first so many of those with a day."""

    def undated(self, word: str) -> list[Spot]:
        """All without a day."""


class Postings:
    """`Looks` in memory."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._having: dict[tuple[str, bool], list[Spot]] = defaultdict(list)
        for place in sorted(places, key=lambda p: p.spot):
            for word in place.keys:
                self._having[word, place.spot.dated].append(place.spot)

    def before(self, word: str, spot: Spot, number: int) -> list[Spot]:
        """As in `Looks`."""
        having = self._having.get((word, spot.dated), [])
        at = bisect_left(having, spot)
        return having[max(0, at - number) : at][::-1]

    def after(self, word: str, spot: Spot, number: int) -> list[Spot]:
        """As in `Looks`."""
        having = self._having.get((word, spot.dated), [])
        at = bisect_right(having, spot)
        return having[at : at + number]

    def first(self, word: str, number: int) -> list[Spot]:
        """As in `Looks`."""
        return self._having.get((word, True), [])[:number]

    def undated(self, word: str) -> list[Spot]:
        """As in `Looks`."""
        return list(self._having.get((word, False), []))


@dataclass(frozen=True, slots=True)
class Bond:
    """To which earlier article one is bound, and how alike the two are."""

    parent: Spot
    alike: float


def bond(place: Place, looks: Looks, words: Words) -> Bond | None:
    """The most alike of those that an article meets, the earliest of equals; None where none is alike enough."""
    others = _met(place, looks)
    known = words(others)
    ranked = ((-round(product(known[spot], place.words), 4), spot) for spot in others)
    alike, parent = min(ranked, default=(0.0, place.spot))
    return Bond(parent, -alike) if -alike >= LEVELS[0] else None


def _met(place: Place, looks: Looks) -> list[Spot]:
    """Whom an article meets by enough of its words, in their order.

    One with a day meets those just before it. One without a day meets the earliest with one, and those without one just before it
    in the order of their numbers. Neither changes when later articles are added or taken away, but for who meets the earliest.
    """
    count: Counter[Spot] = Counter()
    for word in place.keys:
        count.update(looks.before(word, place.spot, NEAR))
        if not place.spot.dated:
            count.update(looks.first(word, NEAR))
    return sorted(spot for spot, times in count.items() if times >= SHARED)


def looking_at(place: Place, looks: Looks) -> set[Spot]:
    """All whose bond may change when the article at this place comes or goes; `looks` knows of it."""
    found: set[Spot] = set()
    for word in place.keys:
        found.update(looks.after(word, place.spot, NEAR))
        if place.spot.dated and place.spot in looks.first(word, NEAR):
            found.update(looks.undated(word))
    return found


def unsettled(place: Place, looks: Looks, bonds: Mapping[Spot, Bond], words: Words) -> set[Spot]:
    """Of those that look at an article that has come, whose bond may be another one now; `bonds` are those from before.

    Either the new article is more like one that meets it than what that is bound to, or it takes the place of that in a list.
    """
    meeting: Counter[Spot] = Counter()
    found: set[Spot] = set()
    for word in place.keys:
        behind = looks.after(word, place.spot, NEAR)
        before = looks.before(word, place.spot, NEAR)
        meeting.update(behind)
        for k, spot in enumerate(behind):
            gone = before[NEAR - 1 - k : NEAR - k]  # what leaves the list of the one so far behind
            if spot in bonds and bonds[spot].parent in gone:
                found.add(spot)
        if not place.spot.dated:
            continue
        first = looks.first(word, NEAR + 1)
        if place.spot in first[:NEAR]:
            undated = looks.undated(word)
            meeting.update(undated)
            found.update(s for s in undated if s in bonds and bonds[s].parent in first[NEAR:])
    near = [spot for spot, times in meeting.items() if times >= SHARED and spot not in found]
    known = words(near)
    for spot in near:
        alike = round(product(known[spot], place.words), 4)
        if alike >= LEVELS[0] and (spot not in bonds or alike >= bonds[spot].alike):
            found.add(spot)
    return found
