"""Gzip, whole or damaged: what can be unpacked, in parts, and what went wrong."""

import zlib
from collections.abc import Iterator

from dateline.sources.found import READ_AT_MOST, Found, Readable, problem

MAGIC = b"\x1f\x8b\x08"
_PART = 256 * 1024


def unpacked(source: str, file: Readable) -> Iterator[bytes | Found]:
    """The bytes of a gzip file's members in parts, each at most 256 KiB; a damaged member is a problem, and the next one goes on."""
    member, rest = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
    fresh = True
    while True:
        try:
            data = rest or file.read(_PART)
        except OSError as error:
            yield problem(source, "unreadable", f"{source}: {error.strerror or error}")
            return
        if not data:
            if not fresh:
                yield problem(
                    source, "truncated", f"{source} ends inside a gzip member; what stands before the break was read"
                )
            return
        rest = b""
        if fresh:
            at = data.find(MAGIC)
            if at < 0:
                if data.strip(b"\0"):
                    yield problem(source, "damaged", f"{source} holds bytes between its gzip members that are none")
                continue
            data = data[at:]
        try:
            while True:
                made = member.decompress(data, _PART)
                fresh = False
                if made:
                    yield made
                data = member.unconsumed_tail
                if member.eof or (not data and len(made) < _PART):
                    break
        except zlib.error as error:
            yield problem(source, "damaged", f"{source}: a gzip member is damaged ({error}); the rest goes on")
            again = data.find(MAGIC, 1)
            rest = data[again:] if again > 0 else b""
            member, fresh = zlib.decompressobj(zlib.MAX_WBITS | 16), True
            continue
        if member.eof:
            rest = member.unused_data
            member, fresh = zlib.decompressobj(zlib.MAX_WBITS | 16), True


def all_unpacked(source: str, found: Iterator[bytes | Found]) -> Iterator[bytes | Found]:
    """Problems first, as they come, and last all bytes in one; nothing but a problem where they are more than READ_AT_MOST."""
    parts: list[bytes] = []
    size = 0
    for part in found:
        if isinstance(part, Found):
            yield part
            continue
        parts.append(part)
        size += len(part)
        if size > READ_AT_MOST:
            yield problem(source, "too_large", f"{source} unpacks to more than {READ_AT_MOST} bytes")
            return
    yield b"".join(parts)
