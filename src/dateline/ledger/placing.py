"""Keeps in its tables where each article of a large ledger stands, so that one more article changes the rows of few others.

The tables hold what `dateline.linking.find_regions` says of all that is known, whatever the order in which it was added.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.around import NOWHERE, Around
from dateline.ledger.known import Known, known, load, since
from dateline.ledger.looks import StoredLooks, batched, body_of, inserted, look_rows, words_of
from dateline.ledger.schema import ARTICLE, JUDGEMENT, LOOK, MARK, PLACE, REGION
from dateline.ledger.state import get, put
from dateline.linking import LINKER, bonds_of, decided_edges, marks_of, placed, story_id
from dateline.linking.regions import (
    WHOLE,
    Bond,
    Place,
    Spot,
    bond,
    cut,
    looking_at,
    place_of,
    unsettled,
)
from dateline.model import Correction

MANY = 300
"""So many new articles, and as many as a tenth of all, are placed together with all others at once."""

AT_A_TIME = 50
"""How many new articles are placed at a time where they are fewer: other programs that write wait no longer than this takes."""

ORPHANS = "orphans"
"""What is said of a ledger where regions were cut anew: judgements of former regions may be left in it."""


def settled(connection: Connection) -> bool:
    """Whether all that was added has its place."""
    return get(connection, "placed") == f"{LINKER} {get(connection, 'revision')}"


def settle(connection: Connection, corrections: Sequence[Correction]) -> bool:
    """Gives articles that have none their places; whether all have theirs now. Ledgers of few articles need none, and get none."""
    if settled(connection):
        return True
    decided = sha256(" ".join(c.id for c in corrections).encode()).hexdigest()
    basis = f"{LINKER} {decided} {get(connection, 'rereads')}"
    again = get(connection, "basis") != basis
    last = int(get(connection, "number") or 0)
    rows = sa.select(ARTICLE.c.number, ARTICLE.c.id).where(ARTICLE.c.number > last).order_by(ARTICLE.c.number)
    fresh = {row.number: row.id for row in connection.execute(rows)}
    count = connection.execute(sa.select(sa.func.count()).select_from(PLACE)).scalar_one()
    if again or not count or len(set(fresh.values())) > max(MANY, count // 10):
        _place_all(connection, corrections, anew=again or not count, fresh=set(fresh.values()))
        placed_now = fresh
    else:
        placed_now = dict(list(fresh.items())[:AT_A_TIME])
        _place_some(connection, sorted(set(placed_now.values())), corrections)
    put(connection, "basis", basis)
    put(connection, "number", str(max(placed_now, default=last)))
    if len(placed_now) < len(fresh):
        return False
    put(connection, "placed", f"{LINKER} {get(connection, 'revision')}")
    return True


def many(connection: Connection) -> bool:
    """Whether there are so many articles that they stand in regions."""
    some = sa.select(PLACE.c.code).limit(WHOLE + 1).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one() > WHOLE


def few(connection: Connection) -> bool:
    """Whether there are so few articles that they need no places, and have none."""
    some = sa.select(ARTICLE.c.id).distinct().limit(WHOLE + 1).subquery()
    count = connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()
    return count <= WHOLE and connection.execute(sa.select(PLACE.c.code).limit(1)).first() is None


def _place_some(connection: Connection, articles: Sequence[str], corrections: Sequence[Correction]) -> None:
    rows = known(connection, None, corrections, articles)
    raw = list(load(connection, rows))
    marks, found, days = marks_of(raw, corrections), placed(raw, corrections), since(rows)
    for article in articles:
        place = place_of(found[article].article) if article in found else None
        _place(connection, article, place, days.get(article), marks.get(article, ()), corrections)


def _place(
    connection: Connection,
    article: str,
    place: Place | None,
    day: date | None,
    marks: Collection[str],
    corrections: Sequence[Correction],
) -> None:
    """Puts one article in its place, where it has another one or none; what it holds may be new in any case. None: it is hidden."""
    before = connection.execute(
        sa.select(PLACE.c.day, PLACE.c.code, PLACE.c.region, PLACE.c.body).where(PLACE.c.article == article)
    ).first()
    if before is not None and place is not None and place.spot == before[:2] and body_of(place) == before.body:
        connection.execute(PLACE.update().where(PLACE.c.article == article).values(known=_since(place, day)))
        _soil(connection, {before.region})
        return
    touched: set[int] = set()
    if before is not None:
        keys, words = words_of(before.body)
        touched |= _take_away(connection, Place(article, Spot(before.day, before.code), keys, words))
        _soil(connection, {before.region})
    if place is not None:
        touched |= _put_in(connection, place, day, marks)
    _cut_again(connection, touched, corrections)


def _put_in(connection: Connection, place: Place, day: date | None, marks: Iterable[str]) -> set[int]:
    """Puts an article among the others; it, and those whose bonds changed or lead elsewhere now."""
    looks = StoredLooks(connection)
    inserted(connection, LOOK, look_rows([place]))
    inserted(connection, MARK, [{"target": target, "code": place.spot.code} for target in sorted(marks)])
    bound = bond(place, looks, looks.words)
    connection.execute(PLACE.insert().values(**_row(place, bound, None, day)))
    around = looking_at(place, looks)
    before = _bonds(connection, around)
    moved = unsettled(place, looks, before, looks.words)
    touched = {place.spot.code} | _bind_again(connection, [s for s, found in moved.items() if found is None], looks)
    for spot, found in moved.items():
        if found is not None:
            connection.execute(
                PLACE.update().where(PLACE.c.code == spot.code).values(parent=found.parent.code, alike=found.alike)
            )
            touched |= {spot.code, *([before[spot].parent.code] if spot in before else [])}
    return touched | ({bound.parent.code} if bound else set())


def _take_away(connection: Connection, place: Place) -> set[int]:
    """Takes an article from among the others; those that were beside it, and those whose bonds changed or lead elsewhere now."""
    looks = StoredLooks(connection)
    beneath = connection.execute(sa.select(PLACE.c.day, PLACE.c.code).where(PLACE.c.parent == place.spot.code))
    around = looking_at(place, looks) | {Spot(day, code) for day, code in beneath}
    region = sa.select(PLACE.c.region).where(PLACE.c.code == place.spot.code).scalar_subquery()
    beside = set(connection.execute(sa.select(PLACE.c.code).where(PLACE.c.region == region)).scalars())
    above = connection.execute(sa.select(PLACE.c.parent).where(PLACE.c.code == place.spot.code)).scalars().all()
    decided = sa.select(MARK.c.target).where(MARK.c.code == place.spot.code)
    beside |= set(connection.execute(sa.select(MARK.c.code).where(MARK.c.target.in_(decided))).scalars())
    beside |= {code for code in above if code is not None}
    for table in (LOOK, MARK, PLACE):
        connection.execute(table.delete().where(table.c.code == place.spot.code))
    return (beside - {place.spot.code}) | _bind_again(connection, around, StoredLooks(connection))


def _bind_again(connection: Connection, spots: Collection[Spot], looks: StoredLooks) -> set[int]:
    """Binds articles anew; all whose bond changed, and what they were and are bound to."""
    before = _bonds(connection, spots)
    changed: set[int] = set()
    for some in batched(sorted(spots)):
        codes = {spot.code: spot for spot in some}
        rows = connection.execute(sa.select(PLACE.c.code, PLACE.c.article, PLACE.c.body).where(PLACE.c.code.in_(codes)))
        for row in rows.all():
            spot = codes[row.code]
            found = bond(Place(row.article, spot, *words_of(row.body)), looks, looks.words)
            old = before.get(spot)
            if found != old:
                values = {"parent": found and found.parent.code, "alike": found and found.alike}
                connection.execute(PLACE.update().where(PLACE.c.code == row.code).values(**values))
                changed |= {row.code, *(one.parent.code for one in (found, old) if one)}
    return changed


def _bonds(connection: Connection, spots: Collection[Spot]) -> dict[Spot, Bond]:
    made = {}
    parent = PLACE.alias()
    rows = sa.select(PLACE.c.code, PLACE.c.alike, parent.c.day, parent.c.code.label("other")).join(
        parent, PLACE.c.parent == parent.c.code
    )
    for some in batched(sorted(spots)):
        codes = {spot.code: spot for spot in some}
        for row in connection.execute(rows.where(PLACE.c.code.in_(codes))):
            made[codes[row.code]] = Bond(Spot(row.day, row.other), row.alike)
    return made


def _cut_again(connection: Connection, touched: Collection[int], corrections: Sequence[Correction]) -> None:
    """Finds the regions of articles anew, and those of all that were in one region with them; rows that stay are not written."""
    marks = marks_known(connection)
    around = Around(connection, decided_edges(marks, corrections))
    decided = (
        {spot.code for spot in marks} if not marks.keys().isdisjoint(_spots(connection, PLACE.c.code, touched)) else ()
    )
    waiting = sorted(_spots(connection, PLACE.c.code, {*touched, *decided}), reverse=True)
    done: set[Spot] = set()
    seen: set[int] = set()
    soiled: set[int] = set()
    while waiting:
        spot = waiting.pop()
        if spot in done:
            continue
        region = around.region(spot)
        done.update(region)
        here = region[0].code
        before = _regions(connection, [one.code for one in region])
        moved = [code for code, was in before.items() if was != here]
        for some in batched(sorted(moved)):
            connection.execute(PLACE.update().where(PLACE.c.code.in_(some)).values(region=here))
        if moved:
            soiled |= {here, *before.values()} - {NOWHERE}
        left = set(before.values()) - seen
        seen |= left
        waiting += [one for one in _spots(connection, PLACE.c.region, left) if one not in done]
    _soil(connection, soiled)


def _spots(connection: Connection, column: sa.Column[int], values: Collection[int]) -> list[Spot]:
    return sorted(
        Spot(day, code)
        for some in batched(sorted(values))
        for day, code in connection.execute(sa.select(PLACE.c.day, PLACE.c.code).where(column.in_(some)))
    )


def _regions(connection: Connection, codes: Collection[int]) -> dict[int, int]:
    return {
        code: region
        for some in batched(codes)
        for code, region in connection.execute(sa.select(PLACE.c.code, PLACE.c.region).where(PLACE.c.code.in_(some)))
    }


def marks_known(connection: Connection, until: int | None = None) -> dict[Spot, list[str]]:
    """What corrections mean of the articles that were known on the day, or are now."""
    made: dict[Spot, list[str]] = {}
    rows = sa.select(MARK.c.target, PLACE.c.day, PLACE.c.code).join(PLACE, PLACE.c.code == MARK.c.code)
    for row in connection.execute(rows if until is None else rows.where(PLACE.c.known <= until)):
        made.setdefault(Spot(row.day, row.code), []).append(row.target)
    return made


def _soil(connection: Connection, regions: Collection[int]) -> None:
    """The regions are to be linked anew; what was linked before is of no use, and goes."""
    for some in batched(sorted(regions)):
        old = sa.select(REGION.c.digest).where(REGION.c.code.in_(some), REGION.c.digest.is_not(None))
        connection.execute(JUDGEMENT.delete().where(JUDGEMENT.c.digest.in_(old), JUDGEMENT.c.number == 0))
        connection.execute(REGION.delete().where(REGION.c.code.in_(some)))
        there = connection.execute(sa.select(PLACE.c.region).where(PLACE.c.region.in_(some)).distinct()).scalars().all()
        inserted(connection, REGION, [{"code": code, "digest": None} for code in there])


def _place_all(
    connection: Connection, corrections: Sequence[Correction], *, anew: bool, fresh: Collection[str]
) -> None:
    """Places everything at once; the words of what has its place are taken from there, unless decisions or readings changed."""
    places: dict[Spot, Place] = {}
    if not anew:
        for row in connection.execute(sa.select(PLACE.c.article, PLACE.c.day, PLACE.c.code, PLACE.c.body)):
            if row.article not in fresh:
                places[Spot(row.day, row.code)] = Place(row.article, Spot(row.day, row.code), *words_of(row.body))
    rows = known(connection, None, corrections)
    days = since(rows)
    by_article: dict[str, list[Known]] = {}
    for one in rows:
        if anew or one.article in fresh:
            by_article.setdefault(one.article, []).append(one)
    hidden = {t for c in corrections if c.kind == "hide" for t in c.targets}
    if len({one.article for one in rows} - hidden) <= WHOLE:
        for table in (LOOK, MARK, PLACE, REGION):
            connection.execute(table.delete())
        return
    marks: dict[Spot, list[str]] = {} if anew else marks_known(connection)
    for some in batched(sorted(by_article), 200):
        raw = list(load(connection, [row for article in some for row in by_article[article]]))
        meant = marks_of(raw, corrections)
        for article, reading in placed(raw, corrections).items():
            place = place_of(reading.article)
            places[place.spot] = place
            if article in meant:
                marks[place.spot] = sorted(meant[article])
    spots = sorted(places)
    edges = bonds_of(places)
    parent = {child: Bond(above, alike) for child, above, alike in edges}
    regions = cut(spots, [*edges, *decided_edges(marks, corrections)])
    region = {spot: some[0].code for some in regions for spot in some}
    for table in (LOOK, MARK, PLACE, REGION):
        connection.execute(table.delete())
    inserted(connection, PLACE, (_row(places[s], parent.get(s), region[s], days.get(places[s].article)) for s in spots))
    inserted(connection, LOOK, look_rows(places[spot] for spot in spots))
    inserted(connection, MARK, ({"target": t, "code": spot.code} for spot in spots for t in marks.get(spot, ())))
    inserted(connection, REGION, ({"code": c, "digest": None} for c in sorted(set(region.values()))))
    put(connection, ORPHANS, "some")


def _row(place: Place, bound: Bond | None, region: int | None, day: date | None) -> dict[str, object]:
    return {
        "code": place.spot.code,
        "article": place.article,
        "named": story_id(place.article),
        "day": place.spot.day,
        "known": _since(place, day),
        "parent": bound.parent.code if bound else None,
        "alike": bound.alike if bound else None,
        "region": NOWHERE if region is None else region,
        "story": None,
        "body": body_of(place),
    }


def _since(place: Place, day: date | None) -> int:
    """Since which day an article is known, as an ordinal; `day` is what `since` tells of its pages."""
    return place.spot.day if place.spot.dated or day is None else day.toordinal()
