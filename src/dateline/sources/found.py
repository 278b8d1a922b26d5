"""What a source gives, one thing at a time."""

from dataclasses import dataclass
from typing import Protocol

from dateline.model import Article, Page, Problem

READ_AT_MOST = 64 * 1024 * 1024
"""Bytes of one file or record, unpacked; a larger one is a `Problem`, which bounds memory whatever is packed in it."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, none at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page that is to be cut, an article that is one already (its text taken unchanged), or what went wrong.

    `source` names the path or address, in every case.
    """

    source: str
    what: Page | Article | Problem


def problem(source: str, code: str, message: str) -> Found:
    """What went wrong with a source, as a thing found."""
    return Found(source=source, what=Problem(stage="source", code=code, message=message))
