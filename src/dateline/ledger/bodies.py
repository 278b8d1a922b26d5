"""Articles and lines of JSON as a column holds them: zlib of UTF-8."""

import json
import zlib

from dateline.codec import decode_article
from dateline.model import Article


def packed(line: str) -> bytes:
    """A line as a column's bytes."""
    return zlib.compress(line.encode())


def unpacked(body: bytes) -> str:
    """The line of a column's bytes. Raises zlib.error where they are damaged."""
    return zlib.decompress(body).decode()


def article_of(body: bytes) -> Article:
    """The article of a column's bytes. Raises zlib.error, ValueError or KeyError where they are damaged."""
    return decode_article(json.loads(unpacked(body)))
