"""Dateline reads news pages and keeps the record of a negotiation or a crisis, every line anchored to its words."""

from dateline.api import read_text
from dateline.codec import to_json
from dateline.reading import read

__all__ = ["read", "read_text", "to_json"]
