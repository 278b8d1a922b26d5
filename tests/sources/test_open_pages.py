"""Files, folders and standard input: what is found, in which order, and what went wrong."""

import gzip
import io
import os
from pathlib import Path

import pytest

from dateline.model import Article, Page, Problem
from dateline.sources import READ_AT_MOST, Found, open_pages


def found(*paths: object, stdin: bytes | None = None, as_article: bool = False) -> list[Found]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(open_pages([str(p) for p in paths], stream, as_article=as_article))


def codes(things: list[Found]) -> list[str]:
    return [thing.what.code for thing in things if isinstance(thing.what, Problem)]


def pages(things: list[Found]) -> list[str]:
    return [thing.source for thing in things if isinstance(thing.what, Page)]


def test_a_folder_gives_its_pages_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.htm", "sub/.hidden.txt", ".git/d.txt", "e.jpg", "f.TXT", "g.txt.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(b"words") if name.endswith("gz") else b"words")
    assert pages(found(tmp_path)) == [
        str(tmp_path / name) for name in ("a.html", "b.txt", "f.TXT", "g.txt.gz", "sub/c.htm")
    ]
    assert pages(found(tmp_path / "e.jpg")) == [str(tmp_path / "e.jpg")]


def test_paths_stay_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"words")
    [one] = found("./a.txt")
    assert one.source == "./a.txt"
    assert isinstance(one.what, Page)
    assert (one.what.source, one.what.content) == ("./a.txt", b"words")


def test_links_that_lead_back_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    things = found(tmp_path)
    assert pages(things) == [str(tmp_path / "a.txt")]
    assert codes(things) == ["unreadable", "unreadable"]
    assert codes(found(tmp_path / "self.txt")) == ["unreadable"]


def test_what_is_not_there_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    things = found(tmp_path / "no.txt", tmp_path / "a.txt", "https://olden.example/", "nul\0byte", "-")
    assert codes(things) == ["missing", "not_fetched", "unreadable", "missing"]
    assert pages(things) == [str(tmp_path / "a.txt")]
    assert "no.txt" in things[0].source


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "a.txt").chmod(0)
    assert codes(found(tmp_path / "a.txt")) == ["unreadable"]


def test_a_folder_that_vanishes_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", gone)
    assert codes(found(tmp_path)) == ["unreadable"]


class Broken(io.RawIOBase):
    """Fails after some reads."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = list(parts)

    def read(self, size: int = -1, /) -> bytes:
        del size
        if not self.parts:
            raise OSError(5, "Input/output error")
        return self.parts.pop(0)


@pytest.mark.parametrize("parts", [(), (b"words",), (gzip.compress(b"words")[:9],)])
def test_a_disk_that_fails_is_a_problem(parts: tuple[bytes, ...]) -> None:
    things = list(open_pages(["-"], Broken(*parts)))  # type: ignore[arg-type] # it has all that is used
    assert "unreadable" in codes(things)
    assert pages(things) == []


def test_standard_input_is_a_page_an_archive_or_lines_of_articles() -> None:
    assert pages(found("-", stdin=b"The ferry sails.")) == ["-"]
    [one] = found("-", stdin=b'{"text": "The ferry sails."}\n')
    assert isinstance(one.what, Article)
    assert pages(found("-", stdin=gzip.compress(b"The ferry sails."))) == ["-"]
    assert codes(found("-", stdin=b"")) == []


def test_a_huge_file_is_a_problem(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(READ_AT_MOST + 1)
    assert codes(found(tmp_path)) == ["too_large"]
    assert str(READ_AT_MOST) in str(found(tmp_path)[0].what)


def test_a_packed_file_that_unpacks_to_too_much_is_a_problem(tmp_path: Path) -> None:
    part = gzip.compress(bytes(READ_AT_MOST // 4 + 1))
    (tmp_path / "bomb.txt.gz").write_bytes(part * 5)
    assert codes(found(tmp_path)) == ["too_large"]
    assert pages(found(tmp_path)) == []


WORDS = b"The ferry sails again in the spring. " * 400


def test_a_truncated_gzip_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    noise = os.urandom(40_000).hex().encode()
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(noise)[:-20_000])
    things = found(tmp_path)
    assert codes(things) == ["truncated"]
    [page] = [t.what for t in things if isinstance(t.what, Page)]
    assert noise.startswith(page.content)
    assert len(page.content) > 10_000


def test_a_damaged_gzip_member_costs_no_other(tmp_path: Path) -> None:
    bad = bytearray(gzip.compress(WORDS))
    bad[12:30] = b"\xff" * 18
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"first ") + bytes(bad) + gzip.compress(b"last"))
    things = found(tmp_path)
    assert "damaged" in codes(things)
    [page] = [t.what for t in things if isinstance(t.what, Page)]
    assert page.content.startswith(b"first ")
    assert page.content.endswith(b"last")


def test_bytes_after_a_gzip_member_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(WORDS) + b"junk that is no member")
    things = found(tmp_path)
    assert codes(things) == ["damaged"]
    assert len(pages(things)) == 1
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(WORDS) + b"\0" * 100)
    assert codes(found(tmp_path)) == []


def test_one_clean_article_is_taken_unchanged(tmp_path: Path) -> None:
    text = " Ferry\u00a0sails \r\n\n© 2021 Olden Post\n"
    (tmp_path / "a.html").write_bytes(b"\xef\xbb\xbf" + text.encode())
    [one] = found(tmp_path, as_article=True)
    assert isinstance(one.what, Article)
    assert (one.what.text, one.what.headline) == (text, None)
    assert one.what.offsets.bytes_of(1, 6) == (4, 9)
    assert one.what.page.source == str(tmp_path / "a.html")


def test_as_article_says_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b" \n")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_bytes("Käse für Übel ".encode() + b"\xff")
    things = found(tmp_path, as_article=True)
    assert codes(things) == ["empty", "binary", "lossy"]
    assert [t.what.text for t in things if isinstance(t.what, Article)] == ["Käse für Übel \ufffd"]
