"""From an article to its reading: a pure function, one file or folder for each kind of record."""

from dateline.reading.read import read

__all__ = ["read"]
