"""Web archives: the pages of whole records, and a problem for each damaged one."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Page, Problem
from dateline.sources import READ_AT_MOST, Found, open_pages
from dateline.sources.warc import is_warc, pages_of

WORDS = b"<html><p>The ferry sails again in the spring.</p></html>"


def record(
    number: int,
    *,
    packed: bool = False,
    body: bytes = WORDS,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    extra: str = "",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://olden.example/{number}\r\nWARC-Date: 2021-03-03T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    made = head.encode() + http + b"\r\n\r\n"
    return gzip.compress(made) if packed else made


def read(content: bytes) -> list[Found]:
    return list(open_pages(["-"], io.BytesIO(content)))


def urls(things: list[Found]) -> list[str | None]:
    return [t.what.url for t in things if isinstance(t.what, Page)]


def codes(things: list[Found]) -> list[str]:
    return [t.what.code for t in things if isinstance(t.what, Problem)]


@pytest.mark.parametrize("packed", [False, True])
def test_each_response_is_a_page(*, packed: bool) -> None:
    things = read(b"".join(record(k, packed=packed) for k in range(3)))
    assert urls(things) == [f"https://olden.example/{k}" for k in range(3)]
    page = things[0].what
    assert isinstance(page, Page)
    assert (page.content, page.media_type, page.charset, str(page.fetched)) == (
        WORDS,
        "text/html",
        "utf-8",
        "2021-03-03",
    )
    assert page.source == "-#https://olden.example/0"


def test_one_gzip_member_over_many_records_is_read() -> None:
    assert len(urls(read(gzip.compress(b"".join(record(k) for k in range(3)))))) == 3


def test_what_is_no_page_is_left_out() -> None:
    content = (
        record(0, kind="image/png")
        + record(1, status="404 Not Found")
        + record(2, kind="text/plain")
        + record(3, kind="")
    )
    assert urls(read(content)) == ["https://olden.example/2"]


def test_a_wrong_length_costs_one_record() -> None:
    bad = record(1)
    length = bad.split(b"Content-Length: ")[1].split(b"\r\n")[0]
    for wrong in (b"7", b"99999", str(int(length) + 9).encode()):
        broken = bad.replace(b"Content-Length: " + length, b"Content-Length: " + wrong)
        things = read(record(0) + broken + record(2))
        assert urls(things) == ["https://olden.example/0", "https://olden.example/2"]
        assert "damaged" in codes(things)


def test_bytes_between_and_a_record_without_a_length() -> None:
    things = read(
        record(0) + b"noise that is no record\n" + record(1) + b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + record(2)
    )
    assert urls(things) == [f"https://olden.example/{k}" for k in range(3)]
    assert codes(things) == ["damaged", "damaged"]


def test_an_archive_that_ends_too_soon() -> None:
    things = read(record(0) + record(1)[:-30])
    assert urls(things) == ["https://olden.example/0"]
    assert codes(things) == ["damaged"]
    things = read(record(0, packed=True) + record(1, packed=True)[:-30])
    assert urls(things) == ["https://olden.example/0"]
    assert "truncated" in codes(things)
    assert codes(read(record(0) + b"WARC/1.0\r\nrest")) == ["damaged"]


def test_a_damaged_member_costs_one_record() -> None:
    bad = bytearray(record(1, packed=True))
    bad[20:40] = b"\xff" * 20
    things = read(record(0, packed=True) + bytes(bad) + record(2, packed=True))
    assert urls(things) == ["https://olden.example/0", "https://olden.example/2"]
    assert "damaged" in codes(things)


def test_a_record_that_is_too_large_is_named_and_skipped() -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % (READ_AT_MOST + 5)
    parts = [record(0), head, *[bytes(1024 * 1024)] * (READ_AT_MOST // 1024 // 1024), bytes(5), b"\r\n\r\n", record(1)]
    things = list(pages_of("big.warc", iter(parts)))
    assert urls(things) == ["https://olden.example/0", "https://olden.example/1"]
    assert codes(things) == ["damaged"]
    assert "larger" in str(things[1].what)
    assert codes(list(pages_of("big.warc", iter([head])))) == ["damaged"]


def test_a_compressed_answer_that_swells_is_too_large() -> None:
    body = gzip.compress(bytes(READ_AT_MOST + 10))
    assert codes(read(record(0, body=body, extra="Content-Encoding: gzip\r\n"))) == ["too_large"]


def test_a_date_that_is_none_is_left_out() -> None:
    [found] = read(record(0).replace(b"2021-03-03T10:00:00Z", b"once upon a timeZZZ"))
    assert isinstance(found.what, Page)
    assert found.what.fetched is None


VERSION = b"1 0 Olden\nURL IP-address Archive-date Content-type Archive-length\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + WORDS
ARC = b"filedesc://a.arc 127.0.0.1 20210303000000 text/plain %d\n%s\n" % (
    len(VERSION),
    VERSION,
) + b"https://olden.example/ 127.0.0.1 20210303000000 text/html %d\n%s\n" % (len(ANSWER), ANSWER)


def test_an_old_archive_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.arc").write_bytes(ARC)
    assert urls(list(open_pages([str(tmp_path)]))) == ["https://olden.example/"]
    assert read(ARC[:150]) == [] or codes(read(ARC[:150])) == ["damaged"]


def test_archives_are_told_by_their_first_bytes() -> None:
    assert is_warc(b"WARC/1.1\r\n")
    assert is_warc(b"filedesc://x")
    assert not is_warc(b"WARC is a format")


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_no_damage_raises(data: st.DataObject) -> None:
    content = bytearray(b"".join(record(k, packed=data.draw(st.booleans())) for k in range(2)))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    for found in read(bytes(content)):
        assert isinstance(found.what, Page | Problem) or found.what.text


GOLD = Path(__file__).parents[2] / "../shared/gold/pages/warc"


@pytest.mark.gold
def test_the_damaged_archives_of_the_gold_set() -> None:
    if not GOLD.is_dir():
        pytest.skip(f"{GOLD} is not there")
    things = list(open_pages([str(GOLD)]))
    assert len(urls(things)) >= 10
    assert "damaged" in codes(things)
