"""The cast of an article: who is in it, and who is meant by any stretch of its text."""

from spacy.tokens import Span as DocSpan

from dateline.model import Actor, Article, Place, anchor, content_id
from dateline.reading.parse import Parsed


class Cast:
    """Who is in the article. Built by `find_cast`; later steps ask who is meant, and may add whom they meet."""

    def __init__(self, article: Article, parsed: Parsed) -> None:
        self._article, self._parsed = article, parsed
        self._actors: dict[str, Actor] = {}

    def actor_at(self, start: int, end: int) -> str | None:
        """The id of the actor that `text[start:end]` means: of the mention that holds the head of that stretch; else None."""
        for actor in self._actors.values():
            if any(m.start < end and start < m.end for m in actor.mentions):
                return actor.id
        return None

    def actor_for(self, span: DocSpan) -> str:
        """The id of the actor that a noun phrase means; where the cast has none yet, one is added."""
        known = self.actor_at(span.start_char, span.end_char)
        if known is not None:
            return known
        mention = anchor(self._parsed.text, span.start_char, span.end_char)
        id_ = content_id("actor", self._article.id, mention.start, mention.end)
        self._actors[id_] = Actor(
            id=id_, name=mention.quote, kind="unnamed", side=None, roles=(), mentions=(mention,), names=(mention.quote,)
        )
        return id_

    def actors_for(self, span: DocSpan) -> tuple[str, ...]:
        """The ids of all actors that a noun phrase means: both of "Iraq and the US", and of "the two sides" where that is settled."""
        return (self.actor_for(span),)

    def named(self, id_: str) -> Actor:
        """The actor with this id. Raises KeyError where there is none."""
        return self._actors[id_]

    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order of their first mention."""
        return tuple(sorted(self._actors.values(), key=lambda a: (a.mentions[0], a.id)))


def find_cast(article: Article, parsed: Parsed, places: tuple[Place, ...]) -> Cast:
    """Everyone whom the article names or describes as acting or speaking."""
    del places
    return Cast(article, parsed)
