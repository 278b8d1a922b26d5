"""Attributions: who said what. Detection finds source, cue and content; assembly makes records of them."""

from dateline.model import Article, Attribution, Published, TimeExpression
from dateline.reading.actors import Cast
from dateline.reading.attributions.assemble import assemble
from dateline.reading.attributions.detect import detect
from dateline.reading.attributions.learned.tagger import Onlooker, Seen
from dateline.reading.parse import Parsed

__all__ = ["Seen", "find_attributions"]


def find_attributions(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    published: Published,
    onlooker: Onlooker | None = None,
) -> tuple[Attribution, ...]:
    """Source, cue and content of everything that the article attributes, in the order of the text.

    The onlooker is shown how the tagger's encoder sees the text, so that others need not read it again.
    """
    return assemble(article, parsed, cast, times, published, detect(parsed, onlooker))
