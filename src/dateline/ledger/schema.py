"""The ledger's tables. The migrations build them; a test holds the two together. Nothing in them is ever overwritten."""

import json
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from dateline.codec import dumps

VERSION = "0003"
"""The newest migration; a ledger at another one is brought here, or refused where it is newer."""

METADATA = MetaData()


class AnyText(TypeDecorator[str]):
    """Text that may hold what a database's text cannot (NUL, lone surrogates), kept as a JSON string."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the column."""
        del dialect
        return None if value is None else dumps(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ANN401 - SQLAlchemy's signature
        """From the column."""
        del dialect
        return None if value is None else str(json.loads(value))


PAGE = Table(
    "page",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # zlib
    Column("size", Integer, nullable=False),
    Column("media_type", AnyText),
    Column("charset", AnyText),
    Column("recorded", Date, nullable=False),
    Column("problems", Text, nullable=False),
)
"""The bytes, once for all the places they were found at."""

SOURCE = Table(
    "source",
    METADATA,
    Column("page", ForeignKey("page.sha256"), primary_key=True),
    Column("source", AnyText, primary_key=True),
    Column("url", AnyText),
    Column("fetched", Date),
)
"""Where a page's bytes were found."""

ARTICLE = Table(
    "article",
    METADATA,
    Column("page", ForeignKey("page.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(32), nullable=False, index=True),
    Column("number", Integer, nullable=False, unique=True),  # the row of the text's index
    Column("body", LargeBinary, nullable=False),  # zlib of the contract's object
)
"""The articles that a page was cut into, in its order; the same article may stand on many pages."""

READING = Table(
    "reading",
    METADATA,
    Column("page", String(64), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("reader", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("published_start", Date),
    Column("published_end", Date),
    Column("body", LargeBinary, nullable=False),  # zlib of the contract's object
    ForeignKeyConstraint(["page", "position"], ["article.page", "article.position"]),
)
"""What a version of the reader took from an article. A newer version's stands beside the older one's."""

CORRECTION = Table(
    "correction",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("body", Text, nullable=False),
)
"""What a person decided."""

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("number", Integer, nullable=False),  # ascends with each that is made; 0 for the regions of all that is known
    Column("body", LargeBinary, nullable=False),  # zlib
)
"""What linking made of a set of readings and corrections, under the digest of the set; only the newest are kept, since any can be made again."""

STATE = Table(
    "state",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
"""How often the ledger was added to, and how far its articles are placed."""

PLACE = Table(
    "place",
    METADATA,
    Column("code", BigInteger, primary_key=True, autoincrement=False),
    Column("article", String(32), nullable=False, unique=True),
    Column("named", String(32), nullable=False, index=True),  # a story's id, where this is its smallest article
    Column("day", Integer, nullable=False),
    Column("known", Integer, nullable=False, index=True),  # since which day: its own, or when it was first recorded
    Column("parent", BigInteger, index=True),
    Column("alike", Float),
    Column("region", BigInteger, nullable=False, index=True),
    Column("story", String(32), index=True),
    Column("body", LargeBinary, nullable=False),  # zlib of the words
    Index("ix_place_day", "day", "known"),
)
"""Where each article stands in a ledger of many: its bond, its region and its story (dateline.linking.regions). Derived."""

LOOK = Table(
    "look",
    METADATA,
    Column("word", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("code", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The articles by the words that they are found by, in the order of publication. Derived."""

REGION = Table(
    "region",
    METADATA,
    Column("code", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64)),  # of the judgement; none where it must be made anew
)
"""The regions of all that is known. Derived."""

MARK = Table(
    "mark",
    METADATA,
    Column("target", Text, primary_key=True),
    Column("code", BigInteger, primary_key=True, autoincrement=False),
)
"""Which articles the targets of corrections mean. Derived."""
