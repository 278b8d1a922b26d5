"""Actors: who acts or speaks in the article, under all their spellings, with roles and sides."""

from dateline.reading.actors.cast import Cast, find_cast

__all__ = ["Cast", "find_cast"]
