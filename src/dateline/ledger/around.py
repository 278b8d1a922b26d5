"""The region of one article, now or on a past day, found from its neighbours outwards: no more of a large ledger is read than that."""

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.looks import batched
from dateline.ledger.schema import PLACE
from dateline.ledger.then import Then
from dateline.linking.regions import DECIDED, LEVELS, TWIG, Edge, Spot, most, pieces

NOWHERE = 0
"""The region of an article that has none yet."""


class Around:
    """Regions by the bonds in the table and by what a person decided, as `dateline.linking.regions.cut` makes them of all articles.

    With `then`, as they were on that day: what has a day is bound to earlier articles only, so its bond is the one that is there now.
    """

    def __init__(self, connection: Connection, decided: Iterable[Edge] = (), then: Then | None = None) -> None:
        self._connection = connection
        self._then = then
        self._beside: dict[Spot, list[tuple[Spot, float]]] = {}
        self._decided: dict[Spot, list[tuple[Spot, float]]] = {}
        for first, second, alike in decided:
            self._decided.setdefault(first, []).append((second, alike))
            self._decided.setdefault(second, []).append((first, alike))

    def region(self, spot: Spot) -> list[Spot]:
        """The region of a spot, in the order of publication."""
        if spot not in self._beside:
            self._fetch([spot, *self._now_with(spot)])  # most likely what is needed, all at once
        held = self._held(spot)
        parent = self._hangs_on(held)
        if parent is not None and len(larger := self._held(parent)) >= TWIG:
            held = larger
        return sorted(held | self._twigs(held)) if len(held) >= TWIG else sorted(held)

    def _held(self, spot: Spot) -> set[Spot]:
        """What holds together with a spot and is not too many, without its twigs."""
        for level in LEVELS:
            found = self._connected(spot, level, most(level))
            if len(found) <= most(level):
                return found
        whole = sorted(self._connected(spot, LEVELS[-1], None))
        return next(set(piece) for piece in pieces(whole) if spot in piece)

    def _hangs_on(self, held: Collection[Spot]) -> Spot | None:
        """What few articles came off when they were parted from it; None where they are not few or came off nothing."""
        if len(held) >= TWIG:
            return None
        for spot in sorted(held):
            for other, alike in self._bound(spot):
                if other < spot and other not in held and self._comes_off(spot, alike) == held:
                    return other
        return None

    def _twigs(self, held: Collection[Spot]) -> set[Spot]:
        """The few articles that came off such as hold together."""
        hanging = [
            (other, alike)
            for spot in sorted(held)
            for other, alike in self._bound(spot)
            if spot < other and other not in held
        ]
        self._fetch([other for other, _ in hanging])
        twigs = [self._comes_off(other, alike) for other, alike in hanging]
        return {spot for twig in twigs if self._hangs_on(twig) in held for spot in twig}

    def _comes_off(self, spot: Spot, alike: float) -> set[Spot]:
        """With what a spot comes off where its bond no longer holds; nothing where that is many."""
        level = next((level for level in LEVELS if level > alike), None)
        found = set() if level is None else self._connected(spot, level, TWIG - 1)
        return found if len(found) < TWIG else set()

    def _bound(self, spot: Spot) -> list[tuple[Spot, float]]:
        """What a spot is bound to and what is bound to it, but for what a person decided."""
        return [(other, alike) for other, alike in self._beside[spot] if alike < DECIDED]

    def _now_with(self, spot: Spot) -> list[Spot]:
        """What the table has in one region with a spot."""
        region = sa.select(PLACE.c.region).where(PLACE.c.code == spot.code, PLACE.c.region != NOWHERE).scalar_subquery()
        rows = sa.select(PLACE.c.day, PLACE.c.code).where(PLACE.c.region == region)
        if self._then is not None:
            rows = rows.where(PLACE.c.day <= self._then.day)
        return [one for one in (Spot(day, code) for day, code in self._connection.execute(rows).all()) if one != spot]

    def _connected(self, spot: Spot, level: float, most: int | None) -> set[Spot]:
        """What hangs together with a spot; more than `most` where it is too many."""
        found = {spot}
        edge = [spot]
        while edge:
            self._fetch(edge)
            reached = {other for one in edge for other, alike in self._beside[one] if alike >= level}
            edge = sorted(reached - found)
            found.update(edge)
            if most is not None and len(found) > most:
                break
        return found

    def _fetch(self, spots: Collection[Spot]) -> None:
        for some in batched(spot for spot in spots if spot not in self._beside):
            for spot in some:
                self._beside[spot] = list(self._decided.get(spot, ()))
            for here, other, alike in self._bonds(some):
                self._beside[here].append((other, alike))

    def _bonds(self, spots: Collection[Spot]) -> Iterator[Edge]:
        """From each spot to what it is bound to, and to what is bound to it."""
        at = {spot.code: spot for spot in spots}
        above = PLACE.alias()
        to = sa.select(PLACE.c.code.label("here"), above.c.day, above.c.code, PLACE.c.alike).join(
            above, PLACE.c.parent == above.c.code
        )
        beneath = sa.select(PLACE.c.parent.label("here"), PLACE.c.day, PLACE.c.code, PLACE.c.alike)
        if self._then is not None:
            to, beneath = (rows.where(PLACE.c.day <= self._then.day) for rows in (to, beneath))
        for rows in (to.where(PLACE.c.code.in_(at)), beneath.where(PLACE.c.parent.in_(at))):
            for row in self._connection.execute(rows).all():
                yield at[row.here], Spot(row.day, row.code), row.alike
        if self._then is not None:
            yield from self._then.bonds_of_undated(spots)
