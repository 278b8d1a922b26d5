"""What linking made of the regions of a large ledger: kept under digests, made anew where an article came, asked for by story."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.codec import decode_article
from dateline.ledger.bodies import packed, unpacked
from dateline.ledger.judgements import judgements_to_json, record_of
from dateline.ledger.known import Known, appearances, bodies, known, load, sources
from dateline.ledger.looks import batched
from dateline.ledger.placing import ORPHANS
from dateline.ledger.schema import JUDGEMENT, MARK, PLACE, REGION
from dateline.ledger.state import get, put
from dateline.linking import LINKER, link_region, prepared, without_hidden
from dateline.model import Article, Correction, PageRef, Reading, Record

Json = dict[str, Any]
Of = Literal["stories", "commitments", "conflicts"]
"""Kinds of records that a region tells of by itself."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One region as it was linked: `line` is what `judgements_to_json` made, `rows` of what.

    `new` where it was not kept before; then `readings` are what the rows hold.
    """

    code: int
    digest: str
    line: str
    new: bool
    rows: tuple[Known, ...]
    readings: tuple[Reading, ...] = ()


def soiled(connection: Connection, number: int) -> list[int]:
    """So many of the regions that are to be linked anew."""
    rows = sa.select(REGION.c.code).where(REGION.c.digest.is_(None)).order_by(REGION.c.code).limit(number)
    return list(connection.execute(rows).scalars())


def unlinked(connection: Connection, articles: Collection[str]) -> list[str]:
    """One of the articles of each region that is to be linked anew."""
    rows = sa.select(PLACE.c.region, PLACE.c.article).join(REGION, REGION.c.code == PLACE.c.region)
    rows = rows.where(REGION.c.digest.is_(None))
    found: dict[int, str] = {}
    for some in batched(sorted(articles)):
        found |= {row.region: row.article for row in connection.execute(rows.where(PLACE.c.article.in_(some)))}
    return sorted(found.values())


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
    *,
    undertakings_only: bool = False,
) -> Judged:
    """What linking makes of the articles of a region that were known on the day; taken from what is kept where it is there.

    With `undertakings_only` it may lack events and conflicts, which take a good part of the time.
    """
    rows = tuple(known(connection, as_of, corrections, articles))
    relevant = _relevant(connection, articles, corrections)
    whole = digest_of(rows, relevant)
    part = sha256(f"{whole} undertakings".encode()).hexdigest()
    for digest in (whole, part) if undertakings_only else (whole,):
        stored = connection.execute(sa.select(JUDGEMENT.c.body).where(JUDGEMENT.c.digest == digest)).scalar()
        if stored is not None:
            return Judged(code, digest, unpacked(stored), new=False, rows=rows)
    readings = tuple(load(connection, rows))
    record = link_region(prepared(readings, relevant), relevant, undertakings_only=undertakings_only)
    digest = part if undertakings_only else whole
    return Judged(code, digest, judgements_to_json(record), new=True, rows=rows, readings=readings)


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


def article_of_story(connection: Connection, story: str) -> str | None:
    """The smallest article of a story with this id, if there is one now or was one; None where there never was."""
    return connection.execute(sa.select(PLACE.c.article).where(PLACE.c.named == story)).scalar()


def region_of(connection: Connection, article: str) -> int | None:
    """The region of an article; None where it is unknown or hidden."""
    return connection.execute(sa.select(PLACE.c.region).where(PLACE.c.article == article)).scalar()


def articles_of(connection: Connection, code: int) -> list[str]:
    """The articles of a region of all that is known."""
    return list(connection.execute(sa.select(PLACE.c.article).where(PLACE.c.region == code)).scalars())


def stories_in(line: str) -> dict[str, str]:
    """The story of each article of a region that is in one, as it was linked."""
    return {article: story["id"] for story in json.loads(line)["stories"] for article in story["articles"]}


def articles_in(line: str, story: str) -> list[str]:
    """The articles of a story of a region as it was linked, in the order of publication; none where it has no such story."""
    return [article for one in json.loads(line)["stories"] if one["id"] == story for article in one["articles"]]


def story_part(
    connection: Connection,
    story: str,
    judged: Judged,
    corrections: Sequence[Correction],
    as_of: date | None,
) -> Record:
    """Of a region's judgement what is said of one story, over the readings that this needs."""
    value: Json = json.loads(judged.line)
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
    wanted = held | cited | set(repeats.values())
    if judged.new:
        readings = [reading for reading in judged.readings if reading.article.id in wanted]
    else:
        readings = read(connection, wanted, corrections, as_of)
    record = record_of(part, prepared(readings, corrections), appearances(readings))
    return without_hidden(record, corrections)


def light_part(connection: Connection, judged: Judged, corrections: Sequence[Correction], of: Of) -> Record:
    """Of a region's judgement one kind of record, over the articles that it cites, without what was read of them: that is most of the work.

    An article that stands on several pages is read all the same, since that tells which of them counts.
    """
    value: Json = json.loads(judged.line)
    cited = {article for one in value[of] for article in _CITED[of](one)}
    rows = [row for row in judged.rows if row.article in cited]
    pages = Counter(row.article for row in rows)
    several = [row for row in rows if pages[row.article] > 1]
    light = [Reading(article=article) for article in _bare(connection, [r for r in rows if pages[r.article] == 1])]
    readings = prepared([*light, *load(connection, several)], corrections)
    kept = {part: value[part] if part in (of, *_BESIDE[of]) else [] for part in _LISTS}
    return without_hidden(record_of(kept | {"repeats": {}, "dated": value["dated"]}, readings), corrections)


_LISTS = ("actors", "origins", "stories", "events", "commitments", "conflicts")
_BESIDE: dict[Of, tuple[str, ...]] = {"stories": ("origins",), "commitments": ("actors",), "conflicts": ()}
"""What the rows of one kind take from others."""
_CITED: dict[Of, Callable[[Json], Iterable[str]]] = {
    "stories": lambda story: story["articles"],
    "commitments": lambda commitment: (step["citation"]["article"] for step in commitment["history"]),
    "conflicts": lambda conflict: (side["article"] for side in conflict["sides"]),
}


def _bare(connection: Connection, rows: Sequence[Known]) -> Iterator[Article]:
    """The articles of readings, as these date them."""
    names = sources(connection, {row.page for row in rows})
    for row, body in bodies(connection, rows):
        article = decode_article(json.loads(unpacked(body))["article"])
        yield replace(article, page=PageRef(source=names[row.page], sha256=row.page))


def articles_part(connection: Connection, articles: Collection[str], corrections: Sequence[Correction]) -> Record:
    """Of the record what is said of the days and stories of some articles."""
    rows = sa.select(PLACE.c.article, PLACE.c.story, PLACE.c.region)
    places = {
        row.article: row
        for some in batched(sorted(articles))
        for row in connection.execute(rows.where(PLACE.c.article.in_(some)))
    }
    readings = prepared(read(connection, places, corrections, None), corrections)
    open_days = {places[a].region for a, r in readings.items() if r.article.published.interval.days is None}
    dated: Json = {}
    for code in sorted(open_days):
        digest = sa.select(REGION.c.digest).where(REGION.c.code == code).scalar_subquery()
        body = connection.execute(sa.select(JUDGEMENT.c.body).where(JUDGEMENT.c.digest == digest)).scalar()
        dated |= json.loads(unpacked(body))["dated"] if body is not None else {}
    return part_of({article: row.story for article, row in places.items()}, dated, readings)


def part_of(stories: Mapping[str, str | None], dated: Json, readings: Mapping[str, Reading]) -> Record:
    """A record of nothing but readings with the days that linking told of them, and the stories of their articles."""
    held: dict[str, list[str]] = {}
    for article in sorted(readings):
        if (story := stories.get(article)) is not None:
            held.setdefault(story, []).append(article)
    nothing: Json = {part: [] for part in ("actors", "origins", "events", "commitments", "conflicts")}
    told = [{"id": story, "title": "", "articles": some, "why": []} for story, some in sorted(held.items())]
    return record_of(nothing | {"repeats": {}, "dated": dated, "stories": told}, readings)


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
