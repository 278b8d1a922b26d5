"""What linking made of the regions of a large ledger: kept under digests, made anew where an article came, asked for by story."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.around import Around
from dateline.ledger.bodies import packed, unpacked
from dateline.ledger.judgements import judgements_to_json, record_of
from dateline.ledger.known import Known, appearances, known, load
from dateline.ledger.looks import batched
from dateline.ledger.placing import ORPHANS
from dateline.ledger.schema import JUDGEMENT, MARK, PLACE, REGION
from dateline.ledger.state import get, put
from dateline.linking import LINKER, link_region, prepared, without_hidden
from dateline.linking.regions import WHOLE, Spot
from dateline.model import Correction, Reading, Record

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One region as it was linked: `line` is what `judgements_to_json` made. `new` where it was not kept before."""

    code: int
    digest: str
    line: str
    new: bool


def soiled(connection: Connection, number: int) -> list[int]:
    """So many of the regions that are to be linked anew."""
    rows = sa.select(REGION.c.code).where(REGION.c.digest.is_(None)).order_by(REGION.c.code).limit(number)
    return list(connection.execute(rows).scalars())


def regions(connection: Connection) -> Iterator[tuple[int, list[str]]]:
    """Every region of all that is known, with its articles."""
    found: dict[int, list[str]] = {}
    for row in connection.execute(sa.select(PLACE.c.region, PLACE.c.article).order_by(PLACE.c.region, PLACE.c.article)):
        found.setdefault(row.region, []).append(row.article)
    yield from found.items()


def judge(
    connection: Connection,
    code: int,
    articles: Collection[str],
    corrections: Sequence[Correction],
    as_of: date | None = None,
) -> Judged:
    """What linking makes of the articles of a region that were known on the day; taken from what is kept where it is there."""
    rows = known(connection, as_of, corrections, articles)
    relevant = _relevant(connection, articles, corrections)
    digest = digest_of(rows, relevant)
    stored = connection.execute(sa.select(JUDGEMENT.c.body).where(JUDGEMENT.c.digest == digest)).scalar()
    if stored is not None:
        return Judged(code, digest, unpacked(stored), new=False)
    record = link_region(prepared(load(connection, rows), relevant), relevant)
    return Judged(code, digest, judgements_to_json(record), new=True)


def digest_of(rows: Sequence[Known], corrections: Sequence[Correction]) -> str:
    """The name of what linking makes of a set of readings and corrections."""
    digest = sha256(LINKER.encode())
    for row in rows:
        digest.update(f"\n{row.page} {row.position} {row.digest}".encode())
    for correction in corrections:
        digest.update(f"\n{correction.id}".encode())
    return digest.hexdigest()


def keep(connection: Connection, judged: Sequence[Judged]) -> None:
    """Keeps what was made of regions of all that is known, which no article may have joined since. The connection writes."""
    for one in judged:
        waits = sa.select(REGION.c.code).where(REGION.c.code == one.code, REGION.c.digest.is_(None))
        if connection.execute(waits).first() is None:
            continue
        there = sa.select(JUDGEMENT.c.digest).where(JUDGEMENT.c.digest == one.digest)
        if connection.execute(there).first() is None:
            connection.execute(JUDGEMENT.insert().values(digest=one.digest, number=0, body=packed(one.line)))
        else:
            connection.execute(JUDGEMENT.update().where(JUDGEMENT.c.digest == one.digest).values(number=0))
        connection.execute(REGION.update().where(REGION.c.code == one.code).values(digest=one.digest))
        story = {a: s["id"] for s in json.loads(one.line)["stories"] for a in s["articles"]}
        rows = connection.execute(sa.select(PLACE.c.article, PLACE.c.story).where(PLACE.c.region == one.code)).all()
        for row in rows:
            if row.story != story.get(row.article):
                connection.execute(
                    PLACE.update().where(PLACE.c.article == row.article).values(story=story.get(row.article))
                )
    if get(connection, ORPHANS) and not soiled(connection, 1):
        kept = sa.select(REGION.c.digest)
        connection.execute(JUDGEMENT.delete().where(JUDGEMENT.c.number == 0, JUDGEMENT.c.digest.not_in(kept)))
        put(connection, ORPHANS, "")


def region_of_story(connection: Connection, story: str) -> int | None:
    """The region of all that is known that has the story; None where no region that is linked has it."""
    return connection.execute(sa.select(PLACE.c.region).where(PLACE.c.story == story).limit(1)).scalar()


def articles_of(connection: Connection, code: int) -> list[str]:
    """The articles of a region of all that is known."""
    return list(connection.execute(sa.select(PLACE.c.article).where(PLACE.c.region == code)).scalars())


def articles_then(
    connection: Connection, article: str, day: date, corrections: Sequence[Correction]
) -> list[str] | None:
    """The region, as it was on the day, of an article, empty where that was not known; None where only the whole ledger tells.

    What has a day is bound to earlier articles only, so what was known then is cut by the bonds that are there now. An article without
    a day is bound to the earliest, which may not have been known; one on pages of several days may have had another day.
    """
    earlier = sa.select(PLACE.c.code).where(PLACE.c.day <= day.toordinal()).limit(WHOLE + 1).subquery()
    if connection.execute(sa.select(sa.func.count()).select_from(earlier)).scalar_one() <= WHOLE:
        return None
    names: dict[Spot, str] = {}
    doubtful = False

    def there(spots: Collection[Spot]) -> list[Spot]:
        nonlocal doubtful
        found = _named(connection, spots)
        ends: dict[str, set[date | None]] = {}
        then: set[str] = set()
        for one in known(connection, None, corrections, found.values()):
            ends.setdefault(one.article, set()).add(one.end)
            if (one.end or one.recorded) <= day:
                then.add(one.article)
        here = [spot for spot in spots if found[spot] in then]
        doubtful = doubtful or any(not s.dated or len(ends[found[s]]) > 1 for s in here)
        names.update({spot: found[spot] for spot in here})
        return here

    row = connection.execute(sa.select(PLACE.c.day, PLACE.c.code).where(PLACE.c.article == article)).one()
    start = there([Spot(row.day, row.code)])
    region = Around(connection, known=there).region(start[0]) if start else []
    if doubtful or _marked(connection, [spot.code for spot in names]):
        return None
    return [names[spot] for spot in region]


def _named(connection: Connection, spots: Collection[Spot]) -> dict[Spot, str]:
    made = {}
    for some in batched(sorted(spots)):
        at = {spot.code: spot for spot in some}
        for code, article in connection.execute(sa.select(PLACE.c.code, PLACE.c.article).where(PLACE.c.code.in_(at))):
            made[at[code]] = article
    return made


def story_part(
    connection: Connection,
    story: str,
    line: str,
    corrections: Sequence[Correction],
    as_of: date | None,
) -> Record:
    """Of a region's judgement what is said of one story, over the readings that this needs."""
    value: Json = json.loads(line)
    stories = [s for s in value["stories"] if s["id"] == story]
    held = {article for s in stories for article in s["articles"]}
    events = [e for e in value["events"] if e["story"] == story or _among(e["reports"], held)]
    commitments = [
        c
        for c in value["commitments"]
        if c["story"] == story or any(step["citation"]["article"] in held for step in c["history"])
    ]
    conflicts = [c for c in value["conflicts"] if c["story"] == story or _among(c["sides"], held)]
    named = {who for e in events for who in (*e["actors"], *e["recipients"])}
    named |= {who for c in commitments for who in (*c["parties"], *c["toward"])}
    repeats = {a: b for a, b in value["repeats"].items() if a in held}
    cited = {step["citation"]["article"] for c in commitments for step in c["history"]}
    cited |= {side["article"] for c in conflicts for side in c["sides"]}
    part = {
        "repeats": repeats,
        "dated": value["dated"],
        "actors": [a for a in value["actors"] if a["id"] in named or not held.isdisjoint(a["articles"])],
        "origins": [o for o in value["origins"] if not held.isdisjoint(o["articles"])],
        "stories": stories,
        "events": events,
        "commitments": commitments,
        "conflicts": conflicts,
    }
    readings = read(connection, held | cited | set(repeats.values()), corrections, as_of)
    record = record_of(part, prepared(readings, corrections), appearances(readings))
    return without_hidden(record, corrections)


def articles_part(connection: Connection, articles: Collection[str], corrections: Sequence[Correction]) -> Record:
    """Of the record what is said of the days and stories of some articles."""
    rows = sa.select(PLACE.c.article, PLACE.c.story, PLACE.c.region)
    places = {
        row.article: row
        for some in batched(sorted(articles))
        for row in connection.execute(rows.where(PLACE.c.article.in_(some)))
    }
    stories: dict[str, list[str]] = {}
    for article, row in sorted(places.items()):
        if row.story is not None:
            stories.setdefault(row.story, []).append(article)
    readings = prepared(load(connection, known(connection, None, corrections, places)), corrections)
    open_days = {places[a].region for a, r in readings.items() if r.article.published.interval.days is None}
    dated: Json = {}
    for code in sorted(open_days):
        digest = sa.select(REGION.c.digest).where(REGION.c.code == code).scalar_subquery()
        body = connection.execute(sa.select(JUDGEMENT.c.body).where(JUDGEMENT.c.digest == digest)).scalar()
        dated |= json.loads(unpacked(body))["dated"] if body is not None else {}
    part = {
        "repeats": {},
        "dated": dated,
        "actors": [],
        "origins": [],
        "stories": [{"id": s, "title": "", "articles": some, "why": []} for s, some in sorted(stories.items())],
        "events": [],
        "commitments": [],
        "conflicts": [],
    }
    return record_of(part, readings)


def read(
    connection: Connection, articles: Collection[str], corrections: Sequence[Correction], as_of: date | None
) -> list[Reading]:
    """The readings of articles that were known on the day, as stored."""
    return list(load(connection, known(connection, as_of, corrections, articles)))


def _among(members: Sequence[Mapping[str, Any]], held: Collection[str]) -> bool:
    return any(member["article"] in held for member in members)


def _relevant(connection: Connection, articles: Collection[str], corrections: Sequence[Correction]) -> list[Correction]:
    if not corrections:
        return []
    here: set[str] = set()
    for some in batched(sorted(articles)):
        rows = sa.select(MARK.c.target).join(PLACE, PLACE.c.code == MARK.c.code).where(PLACE.c.article.in_(some))
        here |= set(connection.execute(rows).scalars())
    return [c for c in corrections if not here.isdisjoint(c.targets)]


def _marked(connection: Connection, codes: Collection[int]) -> bool:
    return any(
        connection.execute(sa.select(MARK.c.code).where(MARK.c.code.in_(some)).limit(1)).first() is not None
        for some in batched(sorted(codes))
    )
