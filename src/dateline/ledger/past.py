"""Regions of a large ledger as they were on a past day, found and linked as they are asked for."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.around import Around
from dateline.ledger.looks import batched
from dateline.ledger.placing import marks_known
from dateline.ledger.regional import Judged, articles_of, judge, part_of, read, stories_in
from dateline.ledger.schema import PLACE
from dateline.ledger.then import Then
from dateline.linking import decided_edges, prepared
from dateline.linking.regions import Edge, Spot, cut
from dateline.model import Correction, Record


class Past:
    """What was known on a day, region by region; none is found or linked twice."""

    def __init__(
        self,
        connection: Connection,
        as_of: date,
        corrections: Sequence[Correction],
        *,
        undertakings_only: bool = False,
    ) -> None:
        self._connection, self._as_of, self._corrections = connection, as_of, corrections
        self._undertakings_only = undertakings_only
        self._then = Then(connection, as_of)
        self._few = self._then.few()
        self._judged: dict[str, Judged] = {}
        self._stories: dict[str, str | None] = {}

    def around(self, article: str) -> Mapping[str, str | None]:
        """The articles of the region of one, each with its story, if it was in one; none where the article was not known."""
        if article not in self._judged:
            some = self._articles(article)
            if not some:
                return {}
            made = self.judged(some)
            self._judged |= dict.fromkeys(some, made)
            self._stories |= dict.fromkeys(some) | stories_in(made.line)
        line = self._judged[article].line
        return {a: self._stories[a] for a, one in self._judged.items() if one.line is line}

    def regions(self) -> list[list[str]]:
        """The articles of every region, each by itself."""
        if self._few is not None:
            return [self._few]
        rows = sa.select(PLACE.c.article, PLACE.c.day, PLACE.c.code, PLACE.c.parent, PLACE.c.alike)
        places = {row.code: row for row in self._connection.execute(rows.where(PLACE.c.known <= self._then.day)).all()}
        spots = {code: Spot(row.day, code) for code, row in places.items()}
        edges: list[Edge] = [
            (spot, spots[places[code].parent], places[code].alike)
            for code, spot in spots.items()
            if spot.dated and places[code].parent is not None
        ]
        undated = [spot for spot in spots.values() if not spot.dated]
        edges += self._then.bonds_upwards(undated)
        edges += self._decided()
        return [[places[spot.code].article for spot in some] for some in cut(sorted(spots.values()), edges)]

    def judged(self, articles: Sequence[str]) -> Judged:
        """What linking makes of the articles of a region."""
        return judge(
            self._connection, 0, articles, self._corrections, self._as_of, undertakings_only=self._undertakings_only
        )

    def region_of_story(self, story: str) -> Judged:
        """The region of a story that `around` told of."""
        return next(self._judged[article] for article, one in self._stories.items() if one == story)

    def made(self) -> Iterable[Judged]:
        """All regions that were asked for."""
        return {one.digest: one for one in self._judged.values()}.values()

    def part(self, articles: Collection[str]) -> Record:
        """What was said then of the days and stories of some articles, of those that were known."""
        for article in articles:
            self.around(article)
        readings = prepared(read(self._connection, articles, self._corrections, self._as_of), self._corrections)
        open_days = [a for a, r in readings.items() if r.article.published.interval.days is None]
        dated: dict[str, Any] = {}
        for line in {self._judged[article].line for article in open_days}:
            dated |= json.loads(line)["dated"]
        return part_of(self._stories, dated, readings)

    def _articles(self, article: str) -> list[str]:
        row = self._connection.execute(
            sa.select(PLACE.c.day, PLACE.c.code, PLACE.c.region, PLACE.c.known).where(PLACE.c.article == article)
        ).first()
        if row is None or row.known > self._then.day:
            return []
        if self._few is not None:
            return self._few
        if self._then.was_all():
            return articles_of(self._connection, row.region)
        around = Around(self._connection, self._decided(), self._then)
        return self._named(around.region(Spot(row.day, row.code)))

    def _decided(self) -> list[Edge]:
        marks = marks_known(self._connection, self._then.day) if self._corrections else {}
        return decided_edges(marks, self._corrections)

    def _named(self, spots: Collection[Spot]) -> list[str]:
        rows = sa.select(PLACE.c.article)
        return [
            article
            for some in batched(sorted(spots))
            for article in self._connection.execute(rows.where(PLACE.c.code.in_([s.code for s in some]))).scalars()
        ]
