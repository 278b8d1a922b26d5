"""Ready-made articles: one file as one clean article, and JSON with one article or many. Their texts are taken unchanged."""

import json
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from dateline.model import Article, Evidence, Page, PageRef, Published, article_id
from dateline.pages.decode import decode
from dateline.sources.found import Found, problem

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_one(source: str, content: bytes) -> Iterator[Found]:
    """The bytes as one clean article; a byte order mark is no part of it."""
    page = Page(source=source, content=content)
    decoded = decode(page)
    for what in decoded.problems:
        yield Found(source=source, what=what)
    if not decoded.text.text.strip():
        if not decoded.problems:
            yield problem(source, "empty", f"{source} holds no text")
        return
    text = decoded.text
    yield Found(
        source=source, what=Article(id=article_id(text.text), page=page.ref, text=text.text, offsets=text.offsets())
    )


def of_lines(source: str, content: bytes) -> Iterator[Found]:
    """The articles of JSON Lines; a line that holds none is a problem, and the rest goes on."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            where = f"line {number} of {source}"
            value = _loaded(line)
            if isinstance(value, dict):
                yield from _article(source, where, value, line)
            else:
                yield problem(source, "not_an_article", f"{where} is not a JSON object")


def of_json(source: str, content: bytes) -> Iterator[Found]:
    """The articles of a JSON file: one object, or an array of them."""
    value = _loaded(content.removeprefix(b"\xef\xbb\xbf"))
    if value is None and b"\n" in content.strip():
        yield from of_lines(source, content)
        return
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        where = source if len(rows) == 1 else f"item {number} of {source}"
        if isinstance(row, dict):
            yield from _article(source, where, row, json.dumps(row, sort_keys=True).encode())
        else:
            yield problem(source, "not_an_article", f"{where} is not a JSON object")


def _loaded(data: bytes) -> Any:  # noqa: ANN401 -- JSON is what it is
    try:
        return json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _article(source: str, where: str, row: dict[str, Any], raw: bytes) -> Iterator[Found]:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        yield problem(source, "not_an_article", f'{where} has no "text" with words in it')
        return
    whole = _SURROGATE.sub("\ufffd", text)
    if whole != text:
        yield problem(source, "lossy", f"{where} holds halves of characters; they are read as U+FFFD")
    stated = row.get("published")
    published = _published(stated)
    if published is None:
        yield problem(source, "bad_day", f"{where}: published is {stated!r:.60}, and not a day such as 2024-03-01")
    yield Found(
        source=source,
        what=Article(
            id=article_id(whole),
            page=PageRef(source=source, sha256=sha256(raw).hexdigest()),
            text=whole,
            headline=_words(row, "headline"),
            byline=_words(row, "byline"),
            outlet=_words(row, "outlet"),
            url=_words(row, "url"),
            published=published or Published(),
        ),
    )


def _words(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return _SURROGATE.sub("\ufffd", value).strip() or None if isinstance(value, str) else None


def _published(value: object) -> Published | None:
    """The day; unknown where nothing is given; None where what is given is no day."""
    if value is None or value == "":
        return Published()
    try:
        day = date.fromisoformat(value.strip()[:10]) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None:
        return None
    return Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"published: {value}"),))
