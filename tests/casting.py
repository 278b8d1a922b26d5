"""Casts of made-up texts, for the tests of actors."""

from spacy.tokens import Span as DocSpan

from dateline.model import Actor, Article, PageRef, article_id
from dateline.reading.actors import Cast, find_cast
from dateline.reading.parse import Parsed, parse
from dateline.reading.places import find_places


def cast_of(text: str) -> tuple[Parsed, Cast]:
    """The analysis and the cast of a text."""
    parsed = parse(text)
    article = Article(id=article_id(text), page=PageRef(source="made up", sha256="0" * 64), text=text)
    return parsed, find_cast(article, parsed, find_places(parsed))


def span_of(parsed: Parsed, words: str, nth: int = 0) -> DocSpan:
    """The nth place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = parsed.text.index(words, start + 1)
    span = parsed.doc.char_span(start, start + len(words))
    assert span is not None, f"{words!r} does not begin and end with a token"
    return span


def who(text: str, words: str, nth: int = 0) -> Actor:
    """The actor that the words mean in the text."""
    parsed, cast = cast_of(text)
    return cast.named(cast.actor_for(span_of(parsed, words, nth)))


def people(text: str) -> dict[str, Actor]:
    """The persons of a text by name."""
    return {actor.name: actor for actor in cast_of(text)[1].actors() if actor.kind == "person"}
