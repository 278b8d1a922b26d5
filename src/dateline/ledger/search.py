"""Search in the articles' texts: the engine's index of words finds them, and every hit is anchored to its sentence."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.bodies import article_of
from dateline.ledger.engines import own
from dateline.ledger.indexable import indexable
from dateline.ledger.known import known
from dateline.ledger.looks import batched
from dateline.ledger.schema import ARTICLE
from dateline.ledger.words import CLOSE, OPEN
from dateline.model import Anchor, Article, Correction, anchor

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*\s|\n")
_ANCHORS = 3
_TERMS = 64
"""More terms, and more words of a phrase, than these are left out: the index takes no endless question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that holds the words, with the sentences that hold them (the first three at most)."""

    article: str
    anchors: tuple[Anchor, ...]


def index(connection: Connection, number: int, article: Article) -> None:
    """Puts an article into the index."""
    own(connection).put_words(connection, number, indexable(article.headline or ""), indexable(article.text))


class KnownNumbers:
    """The numbers of articles (of these, or of all) that were known on a day, each asked for when it is met."""

    def __init__(
        self,
        connection: Connection,
        as_of: date | None,
        corrections: Sequence[Correction],
        among: Collection[str] | None = None,
    ) -> None:
        self._connection, self._as_of, self._corrections = connection, as_of, corrections
        self._known: dict[int, str | None] = {}
        self._among = None if among is None else frozenset(self._numbers(among))

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int) or (self._among is not None and number not in self._among):
            return False
        return self.article(number) is not None

    def article(self, number: int) -> str | None:
        """The id of the article; None where it was not known or was not read."""
        if number not in self._known:
            row = self._connection.execute(
                sa.select(ARTICLE.c.page, ARTICLE.c.position, ARTICLE.c.id).where(ARTICLE.c.number == number)
            ).one()
            rows = known(self._connection, self._as_of, self._corrections, [row.id])
            here = any((one.page, one.position) == (row.page, row.position) for one in rows)
            self._known[number] = row.id if here else None
        return self._known[number]

    def _numbers(self, articles: Collection[str]) -> Iterator[int]:
        for some in batched(sorted(articles)):
            yield from self._connection.execute(sa.select(ARTICLE.c.number).where(ARTICLE.c.id.in_(some))).scalars()


def search(connection: Connection, query: str, wanted: KnownNumbers, limit: int) -> list[Hit]:
    """The known articles that hold all terms, best first, each once."""
    terms = [phrase or word for phrase, word in _TERM.findall(indexable(query))]
    short = [" ".join(term.replace('"', "").split()[:_TERMS]) for term in terms[:_TERMS]]
    phrases = [term for term in short if any(c.isalnum() for c in term)]
    if not phrases or limit <= 0:
        return []
    hits: dict[str, Hit] = {}
    for number, marked in own(connection).with_words(connection, phrases, wanted):
        article = wanted.article(number)
        if article is not None and article not in hits:
            body = connection.execute(sa.select(ARTICLE.c.body).where(ARTICLE.c.number == number)).scalar_one()
            hits[article] = Hit(article=article, anchors=_anchors(article_of(body).text, marked))
            if len(hits) == limit:
                break
    return list(hits.values())


def _anchors(text: str, marked: str) -> tuple[Anchor, ...]:
    found: list[Anchor] = []
    removed = 0
    for k, character in enumerate(marked):
        if character in (OPEN, CLOSE):
            if character == OPEN:
                at = k - removed
                if not (found and at < found[-1].end):
                    found.append(_sentence(text, at))
                    if len(found) > _ANCHORS:
                        break
            removed += 1
    return tuple(found[:_ANCHORS])


def _sentence(text: str, at: int) -> Anchor:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 1000), at)), default=max(0, at - 1000))
    end = _SENTENCE_END.search(text, at, at + 1000)
    return anchor(text, start, end.end() if end else min(len(text), at + 1000))
