"""Web archives (WARC 1.0 and 1.1, ARC), plain or gzipped: the pages of their responses, one by one.

The records are set apart here, so that a damaged one costs no other; `warcio` reads each (headers, chunks, compression).
"""

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import date

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from dateline.model import Page
from dateline.sources.found import READ_AT_MOST, Found, problem

_DAMAGE = (
    ArchiveLoadFailed,
    ChunkedDataException,
    StatusAndHeadersParserException,
    EOFError,
    OSError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
    zlib.error,
)
"""What warcio raises on records that break their format; it does not say which, so these were found by fuzzing it."""

_HEAD = re.compile(rb"WARC/(?:0\.\d\d|1\.[01])\r?\n")
_NEXT = re.compile(rb"\nWARC/(?:0\.\d\d|1\.[01])\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,18})[ \t]*\r?\n", re.IGNORECASE)
_HEAD_AT_MOST = 65_536
_TEXTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/xml",
    "text/xml",
    "application/rss+xml",
    "application/atom+xml",
)


def is_warc(head: bytes) -> bool:
    """Whether a file that begins so is a web archive."""
    return bool(_HEAD.match(head.lstrip())) or head.startswith(b"filedesc://")


def pages_of(source: str, parts: Iterable[bytes | Found]) -> Iterator[Found]:
    """The pages of an archive whose bytes come in parts; damaged records are problems, and the rest goes on."""
    buffer = _Buffer(parts)
    if buffer.ahead(11).startswith(b"filedesc://"):
        yield from _arc(source, buffer)
        return
    number = 0
    while True:
        record = buffer.record()
        yield from buffer.found()
        if record is None:
            return
        number += 1
        if isinstance(record, str):
            yield problem(source, "damaged", f"{source}, record {number}: {record}")
        else:
            yield from _page(source, f"record {number}", record)


class _Buffer:
    """The bytes that are not yet a record."""

    def __init__(self, parts: Iterable[bytes | Found]) -> None:
        self._parts = iter(parts)
        self._bytes = bytearray()
        self._problems: list[Found] = []

    def found(self) -> list[Found]:
        """Problems that came between the parts."""
        out, self._problems = self._problems, []
        return out

    def ahead(self, size: int) -> bytes:
        """The next bytes, as many as there are up to the size."""
        while len(self._bytes) < size:
            part = next(self._parts, None)
            if part is None:
                break
            if isinstance(part, Found):
                self._problems.append(part)
            else:
                self._bytes += part
        return bytes(self._bytes[:size])

    def rest(self, limit: int) -> bytes:
        """All that is left, up to a limit."""
        return self.ahead(limit)

    def record(self) -> bytes | str | None:
        """The next record's bytes; words where it is damaged; None at the end."""
        skipped = self._to_head()
        if skipped is None:
            return None
        if skipped:
            return f"{skipped} bytes before it belong to no record"
        head = self.ahead(_HEAD_AT_MOST)
        end = _HEAD_END.search(head)
        length = _LENGTH.search(head[: end.end()]) if end else None
        if end is None or length is None:
            again = _NEXT.search(head)
            del self._bytes[: again.start() + 1 if again else end.end() if end else len(head)]
            return "its head has no end or no length"
        size = end.end() + int(length.group(1))
        if size > READ_AT_MOST:
            if not self._drop(size):
                return "it is cut off"
            return f"it is larger than {READ_AT_MOST} bytes"
        after = self.ahead(size + 64)
        follows = after[size:].lstrip(b"\r\n")
        closed = after[size:].startswith((b"\r\n\r\n", b"\n\n")) or not follows or _HEAD.match(follows)
        if len(after) < size or not closed:
            again = _NEXT.search(after, end.end())
            ended = len(after) < size + 64
            del self._bytes[: again.start() + 1 if again else len(after) if ended else max(5, len(after) - 16)]
            return "it is cut off, or its length is wrong"
        del self._bytes[:size]
        return after[:size]

    def _to_head(self) -> int | None:
        """Skips to the next head: how many bytes that are not blank were skipped; None where no head is left."""
        skipped = 0
        while chunk := self.ahead(1024 * 1024):
            blank = len(chunk) - len(chunk.lstrip(b"\r\n"))
            if blank:
                del self._bytes[:blank]
                continue
            if _HEAD.match(chunk):
                return skipped
            again = _NEXT.search(chunk)
            step = again.start() + 1 if again else max(1, len(chunk) - 16)
            del self._bytes[:step]
            skipped += step
            if not again and len(chunk) < 1024 * 1024:
                self._bytes.clear()
        return skipped or None

    def _drop(self, size: int) -> bool:
        while size > len(self._bytes):
            size -= len(self._bytes)
            self._bytes.clear()
            if not self.ahead(1):
                return False
        del self._bytes[:size]
        return True


def _arc(source: str, buffer: _Buffer) -> Iterator[Found]:
    data = buffer.rest(READ_AT_MOST)
    yield from buffer.found()
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data), arc2warc=True), 1):
            yield from _of_record(source, f"record {number}", record)
    except _DAMAGE as error:
        yield problem(source, "damaged", f"{source}: {_why(error)}")


def _page(source: str, where: str, data: bytes) -> Iterator[Found]:
    try:
        for record in ArchiveIterator(io.BytesIO(data + b"\r\n\r\n")):
            yield from _of_record(source, where, record)
    except _DAMAGE as error:
        yield problem(source, "damaged", f"{source}, {where}: {_why(error)}")


def _of_record(source: str, where: str, record: ArcWarcRecord) -> Iterator[Found]:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    if record.rec_type not in ("response", "resource", "conversion") or (url or "").startswith("metadata:"):
        return
    http = record.http_headers
    kind = (http.get_header("Content-Type") if http else None) or record.rec_headers.get_header("Content-Type") or ""
    if http and http.get_statuscode()[:1] not in ("2", ""):
        return
    media, _, rest = kind.partition(";")
    if media.strip().lower() not in _TEXTS:
        return
    named = f"{source}#{url or where}"
    content = record.content_stream().read(READ_AT_MOST + 1)
    if len(content) > READ_AT_MOST:
        yield problem(named, "too_large", f"{named} holds more than {READ_AT_MOST} bytes")
        return
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest, re.IGNORECASE)
    page = Page(
        source=named,
        content=content,
        url=url,
        media_type=media.strip().lower(),
        charset=charset.group(1) if charset else None,
        fetched=_day(record.rec_headers.get_header("WARC-Date")),
    )
    yield Found(source=named, what=page)


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None


def _why(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
