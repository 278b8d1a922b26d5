"""Finds the parts of a record by their ids."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from dateline.errors import QuestionError
from dateline.model import (
    Actor,
    Anchor,
    Attribution,
    Citation,
    LinkedActor,
    Member,
    Published,
    Reading,
    Record,
    Story,
)
from dateline.views.sentences import sentence_at

LATEST = date.max
"""Sorts what has no day after what has one."""


class Lookup:
    """A record with its indexes. Indexes are made when first asked for; the record is not changed."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def actors(self) -> dict[str, LinkedActor]:
        """Linked actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def actor_of(self) -> dict[Member, LinkedActor]:
        """The linked actor of an article's actor."""
        return {member: actor for actor in self.record.actors for member in actor.members}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Stories by id."""
        return {story.id: story for story in self.record.stories}

    @cached_property
    def story_of(self) -> dict[str, str]:
        """The story of an article; the first where it is in several."""
        found: dict[str, str] = {}
        for story in self.record.stories:
            for article in story.articles:
                found.setdefault(article, story.id)
        return found

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The origin of an article; an article without one is its own."""
        found = {article: article for article in self.record.readings}
        found.update({article: origin.id for origin in self.record.origins for article in origin.articles})
        return found

    @cached_property
    def own_actors(self) -> dict[Member, Actor]:
        """The actors of the readings."""
        return {
            Member(article, actor.id): actor
            for article, reading in self.record.readings.items()
            for actor in reading.actors
        }

    @cached_property
    def attributions(self) -> dict[Member, Attribution]:
        """The attributions of the readings."""
        return {
            Member(article, said.id): said
            for article, reading in self.record.readings.items()
            for said in reading.attributions
        }

    @cached_property
    def said_by(self) -> Counter[Member]:
        """How many statements each actor of a reading makes."""
        return Counter(
            Member(article, said.source)
            for article, reading in self.record.readings.items()
            for said in reading.attributions
            if said.source is not None
        )

    def articles(self, story: str | None) -> tuple[str, ...]:
        """The articles of a story, or all. Raises QuestionError for an unknown story."""
        if story is None:
            return tuple(self.record.readings)
        if story not in self.stories:
            raise QuestionError(f"there is no story {story}; `dateline stories` lists them")
        return tuple(article for article in self.stories[story].articles if article in self.record.readings)

    def readings(self, story: str | None) -> tuple[Reading, ...]:
        """The readings of a story's articles, or all."""
        return tuple(self.record.readings[article] for article in self.articles(story))

    def published(self, article: str) -> Published:
        """When an article was published."""
        reading = self.record.readings.get(article)
        return reading.article.published if reading else Published()

    def headline(self, article: str) -> str | None:
        """An article's headline."""
        reading = self.record.readings.get(article)
        return reading.article.headline if reading else None

    def outlet(self, article: str) -> str | None:
        """An article's outlet."""
        reading = self.record.readings.get(article)
        return reading.article.outlet if reading else None

    def day(self, article: str) -> date | None:
        """The day of publication that an article is sorted by: the last that is possible."""
        published = self.published(article)
        return published.end or published.start

    def actor_name(self, article: str, actor: str | None) -> str | None:
        """The linked name of an article's actor; its own name where it was not linked."""
        if actor is None:
            return None
        member = Member(article, actor)
        if member in self.actor_of:
            return self.actor_of[member].name
        return self.own_actors[member].name if member in self.own_actors else None

    def names(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The names of linked actors; an unknown id stands for itself."""
        return tuple(dict.fromkeys(self.actors[a].name if a in self.actors else a for a in actors))

    def matching_actors(self, name: str) -> frozenset[str]:
        """The ids of the linked actors with this id or name (any spelling, without regard to case)."""
        wanted = name.casefold()
        return frozenset(
            actor.id
            for actor in self.record.actors
            if wanted == actor.id or any(wanted == spelling.casefold() for spelling in (actor.name, *actor.names))
        )

    def cite(self, article: str, anchors: Iterable[Anchor]) -> tuple[Citation, ...]:
        """Anchors of one article, as citations."""
        return tuple(Citation(article, anchor) for anchor in anchors)

    def sentence(self, citation: Citation) -> Citation:
        """The sentence around the cited words; the words themselves where their article is not in the record."""
        reading = self.record.readings.get(citation.article)
        if reading is None:
            return citation
        return Citation(citation.article, sentence_at(reading.article.text, citation.anchor.start, citation.anchor.end))
