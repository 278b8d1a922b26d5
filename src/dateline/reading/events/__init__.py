"""Events: what happened or is said to, on the PLOVER ontology."""

from dateline.model import Article, Attribution, Event, Place, TimeExpression
from dateline.reading.actors import Cast
from dateline.reading.parse import Parsed

__all__ = ["find_events"]


def find_events(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    places: tuple[Place, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Event, ...]:
    """The events of the article, in the order of the text."""
    del article, parsed, cast, times, places, attributions
    return ()
