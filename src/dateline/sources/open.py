"""Opens what the caller names, and gives what is found there, one thing at a time."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from dateline.model import Page
from dateline.sources import feeds, ready, warc
from dateline.sources.files import all_of, files_of, opened
from dateline.sources.found import Found, Readable, problem
from dateline.sources.packed import MAGIC, all_unpacked, unpacked

_PART = 256 * 1024


def open_pages(paths: Iterable[str], stdin: BinaryIO | None = None, *, as_article: bool = False) -> Iterator[Found]:
    """The pages, ready-made articles and problems of files, folders and standard input (`-`), in the order given.

    Folders are entered; what a file is, its content says first and its name second: web archives, gzip, feeds, JSON with
    articles; anything else is a page. `as_article` takes each file as one clean article. Never raises for what it finds.
    """
    for path in paths:
        if path == "-":
            if stdin is None:
                yield problem(path, "missing", "there is no standard input")
            else:
                yield from _read(path, stdin, as_article=as_article)
        elif path.startswith(("http://", "https://")):
            yield problem(path, "not_fetched", f"{path}: addresses are not fetched; save the page and give its file")
        else:
            for file in files_of(path):
                yield from [file] if isinstance(file, Found) else _file(file, as_article=as_article)


def _file(path: str, *, as_article: bool) -> Iterator[Found]:
    file = opened(path)
    if isinstance(file, Found):
        yield file
        return
    with file:
        yield from _read(path, file, as_article=as_article)


def _read(source: str, file: Readable, *, as_article: bool) -> Iterator[Found]:
    try:
        head = file.read(_PART)
    except OSError as error:
        yield problem(source, "unreadable", f"{source}: {error.strerror or error}")
        return
    whole = _Ahead(head, file)
    name = source.lower()
    if head.startswith(MAGIC):
        yield from _gzip(source, name.removesuffix(".gz"), whole, as_article=as_article)
    elif warc.is_warc(head) and not as_article:
        yield from warc.pages_of(source, iter(lambda: whole.read(_PART), b""))
    else:
        content = all_of(source, whole)
        yield from [content] if isinstance(content, Found) else _content(source, name, content, as_article=as_article)


def _gzip(source: str, name: str, file: Readable, *, as_article: bool) -> Iterator[Found]:
    parts = unpacked(source, file)
    first: list[bytes | Found] = []
    for part in parts:
        first.append(part)
        if not isinstance(part, Found):
            break
    if first and isinstance(first[-1], bytes) and warc.is_warc(first[-1]) and not as_article:
        yield from warc.pages_of(source, chain(first, parts))
        return
    for part in all_unpacked(source, chain(first, parts)):
        if isinstance(part, Found):
            yield part
        elif part:
            yield from _content(source, name, part, as_article=as_article)


def _content(source: str, name: str, content: bytes, *, as_article: bool) -> Iterator[Found]:
    if as_article:
        yield from ready.as_one(source, content)
    elif name.endswith((".jsonl", ".ndjson")) or (source == "-" and _is_lines(content)):
        yield from ready.of_lines(source, content)
    elif name.endswith(".json"):
        yield from ready.of_json(source, content)
    elif feeds.is_feed(content[:8192]):
        yield from feeds.items_of(source, content)
    else:
        yield Found(source=source, what=Page(source=source, content=content))


def _is_lines(content: bytes) -> bool:
    first = content.lstrip()[:1_000_000].split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


class _Ahead:
    """A file of which the beginning was read already."""

    def __init__(self, head: bytes, file: Readable) -> None:
        self._head, self._file = head, file

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        if self._head:
            head, self._head = self._head[:size] if size >= 0 else self._head, self._head[size:] if size >= 0 else b""
            return head
        return self._file.read(size)
