"""A past day of a large ledger: what was known, and what the articles without a day of publication were bound to."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.looks import StoredLooks, batched, words_of
from dateline.ledger.schema import PLACE
from dateline.linking.regions import SHARED, UNDATED, WHOLE, Bond, Edge, Place, Spot, bond


class Then:
    """Bonds of dated articles lead backwards and are the same on every day; those of undated ones are found anew here, as they are asked for."""

    def __init__(self, connection: Connection, as_of: date) -> None:
        self._connection = connection
        self.day = as_of.toordinal()
        """The day as an ordinal."""
        rows = sa.select(PLACE.c.code).where(PLACE.c.day == UNDATED, PLACE.c.known <= self.day)
        self._undated = frozenset(connection.execute(rows).scalars())
        self._looks = LooksThen(connection, self.day, self._undated)
        self._found: dict[Spot, Bond | None] = {}

    def was_all(self) -> bool:
        """Whether everything that is known now was known then."""
        last = self._connection.execute(sa.select(sa.func.max(PLACE.c.known))).scalar()
        return last is None or last <= self.day

    def few(self) -> list[str] | None:
        """All articles that were known, where they are so few that they are not cut into regions."""
        rows = sa.select(PLACE.c.article).where(PLACE.c.known <= self.day).limit(WHOLE + 1)
        found = list(self._connection.execute(rows).scalars())
        return sorted(found) if len(found) <= WHOLE else None

    def bonds_of_undated(self, spots: Collection[Spot]) -> Iterator[Edge]:
        """From each of the spots to those without a day that are bound to it, and from those without a day to what they are bound to."""
        if not self._undated:
            return
        yield from self.bonds_upwards([spot for spot in spots if not spot.dated])
        for place in self._places(spots):
            count: Counter[Spot] = Counter()
            for met in self._looks.undated(place.keys):
                count.update(met)
            near = [spot for spot, times in count.items() if times >= SHARED and spot > place.spot]
            for other in self._places(near):
                bound = self._bond(other)
                if bound is not None and bound.parent == place.spot:
                    yield place.spot, other.spot, bound.alike

    def bonds_upwards(self, undated: Collection[Spot]) -> Iterator[Edge]:
        """From spots without a day to what they are bound to."""
        for place in self._places(undated):
            if (bound := self._bond(place)) is not None:
                yield place.spot, bound.parent, bound.alike

    def _bond(self, place: Place) -> Bond | None:
        if place.spot not in self._found:
            self._found[place.spot] = bond(place, self._looks, self._looks.words)
        return self._found[place.spot]

    def _places(self, spots: Collection[Spot]) -> list[Place]:
        made = []
        for some in batched(sorted(spots)):
            at = {spot.code: spot for spot in some}
            rows = sa.select(PLACE.c.code, PLACE.c.article, PLACE.c.body).where(PLACE.c.code.in_(at))
            made += [Place(r.article, at[r.code], *words_of(r.body)) for r in self._connection.execute(rows).all()]
        return sorted(made, key=lambda place: place.spot)


class LooksThen:
    """`Earlier` for articles without a day. What has a day stands before what has a later one: it was there then as it is now."""

    def __init__(self, connection: Connection, day: int, undated: Collection[int]) -> None:
        self._day, self._undated = day, undated
        self._now = StoredLooks(connection)
        self.words = self._now.words

    def before(self, words: Sequence[str], spot: Spot, number: int) -> list[list[Spot]]:
        """As in `Earlier`."""
        return [[one for one in reversed(spots) if one < spot][:number] for spots in self.undated(words)]

    def first(self, words: Sequence[str], number: int) -> list[list[Spot]]:
        """As in `Earlier`."""
        return [[one for one in spots if one.day <= self._day] for spots in self._now.first(words, number)]

    def undated(self, words: Sequence[str]) -> list[list[Spot]]:
        """Those without a day, ascending."""
        return [[one for one in spots if one.code in self._undated] for spots in self._now.undated(words)]
