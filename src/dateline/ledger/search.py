"""Search in the articles' texts: the engine's index of words finds them, and every hit is anchored to its sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from dateline.ledger.bodies import article_of
from dateline.ledger.engines import own
from dateline.ledger.indexable import indexable
from dateline.ledger.schema import ARTICLE
from dateline.ledger.words import CLOSE, OPEN
from dateline.model import Anchor, Article, anchor

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


def search(connection: Connection, query: str, places: Mapping[tuple[str, int], str], limit: int) -> list[Hit]:
    """The articles among `places` (page and position to id) that hold all terms, best first, each once."""
    terms = [phrase or word for phrase, word in _TERM.findall(indexable(query))]
    short = [" ".join(term.replace('"', "").split()[:_TERMS]) for term in terms[:_TERMS]]
    phrases = [term for term in short if any(c.isalnum() for c in term)]
    if not phrases or limit <= 0:
        return []
    wanted = {
        row.number: places[row.page, row.position]
        for row in connection.execute(sa.select(ARTICLE.c.number, ARTICLE.c.page, ARTICLE.c.position))
        if (row.page, row.position) in places
    }
    hits: dict[str, Hit] = {}
    for number, marked in own(connection).with_words(connection, phrases, wanted):
        article = wanted[number]
        if article not in hits:
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
