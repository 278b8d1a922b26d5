"""Commitments: what a party undertakes, by when, on what condition."""

from dateline.model import Article, Attribution, Commitment, TimeExpression
from dateline.reading.actors import Cast
from dateline.reading.parse import Parsed

__all__ = ["find_commitments"]


def find_commitments(
    article: Article,
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Commitment, ...]:
    """The commitments of the article, in the order of the text."""
    del article, parsed, cast, times, attributions
    return ()
