"""Files and folders: which there are, and their bytes, with a bound."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from dateline.sources.found import READ_AT_MOST, Found, Readable, problem

_NAMES = (".txt", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".jsonl", ".ndjson", ".warc", ".arc")


def files_of(path: str) -> Iterator[str | Found]:
    """The path itself, or for a folder the files below it whose names say that they hold pages, in the order of their names.

    Hidden ones are left out. A folder that links lead back to is entered once.
    """
    if not os.path.isdir(path):  # noqa: PTH112 -- paths stay as they were given; pathlib would change "./x"
        yield path
        return
    yield from _below(path)


def _below(top: str) -> Iterator[str | Found]:
    waiting, seen = [top], set[tuple[int, int]]()
    while waiting:
        folder = waiting.pop()
        try:
            here = os.stat(folder)  # noqa: PTH116 -- as above
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            yield problem(folder, "unreadable", f"{folder}: {error.strerror or error}")
            continue
        if (here.st_dev, here.st_ino) in seen:
            continue
        seen.add((here.st_dev, here.st_ino))
        folders: list[str] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                inside, plain = entry.is_dir(), entry.is_file()
            except OSError as error:
                yield problem(entry.path, "unreadable", f"{entry.path}: {error.strerror or error}")
                continue
            if inside:
                folders.append(entry.path)
            elif plain and _is_page(entry.name):
                yield entry.path
            elif entry.is_symlink() and not plain and _is_page(entry.name):
                yield problem(entry.path, "unreadable", f"{entry.path}: the link leads nowhere")
        waiting += reversed(folders)


def _is_page(name: str) -> bool:
    name = name.lower()
    return name.removesuffix(".gz").endswith(_NAMES) or name.endswith(".gz")


def opened(path: str) -> BinaryIO | Found:
    """The file, open for reading; or why it cannot be."""
    try:
        file = open(path, "rb")  # noqa: SIM115, PTH123 -- the caller closes it
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return problem(path, "missing" if isinstance(error, FileNotFoundError) else "unreadable", f"{path}: {why}")
    if stat.S_ISDIR(os.fstat(file.fileno()).st_mode):  # pragma: no cover -- open() refuses folders on Linux and macOS
        file.close()
        return problem(path, "unreadable", f"{path} is a folder")
    return file


def all_of(source: str, file: Readable) -> bytes | Found:
    """All bytes, or a problem where they are more than READ_AT_MOST or cannot be read."""
    parts: list[bytes] = []
    size = 0
    try:
        while part := file.read(1024 * 1024):
            parts.append(part)
            size += len(part)
            if size > READ_AT_MOST:
                return problem(source, "too_large", f"{source} holds more than {READ_AT_MOST} bytes")
    except OSError as error:
        return problem(source, "unreadable", f"{source}: {error.strerror or error}")
    return b"".join(parts)
