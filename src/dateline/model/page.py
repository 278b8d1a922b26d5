"""Pages as they were saved, and the articles that are cut from them."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

from dateline.model.text import OffsetMap
from dateline.model.time import Published

Stage = Literal["source", "decode", "html", "clean", "cut", "parse", "read", "link", "store"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong with one page, at which stage, and why; the rest goes on."""

    stage: Stage
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRef:
    """Names a page: where it came from, and the SHA-256 of its bytes in hexadecimal."""

    source: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was saved or fetched. `source` is the path or address as given; `media_type` and `charset` as the sender stated them."""

    source: str
    content: bytes = field(repr=False)
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: date | None = None

    @property
    def ref(self) -> PageRef:
        """The page's name; hashes the content."""
        return PageRef(source=self.source, sha256=sha256(self.content).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words under a picture, who is credited with it, and the day it was taken where the words say so."""

    text: str
    credit: str | None = None
    taken: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news item cut from a page. `text` is the cleaned body, without headline and captions; `offsets` lead from it to the page's bytes.

    `id` is made from the text alone (`dateline.model.ids.article_id`), so the same text has the same id wherever it was found.
    """

    id: str
    page: PageRef
    text: str
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published = Published()
    captions: tuple[Caption, ...] = ()
    duplicate_of: str | None = None
    offsets: OffsetMap = OffsetMap()
