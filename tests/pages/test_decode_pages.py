"""Bytes in any encoding become text, and every code point knows its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Page
from dateline.pages.decode import DECODE_AT_MOST, decode

WORDS = "Das Café an der Brücke schließt um 17 Uhr, sagte Frau Übelhör am Montag. "


def page(content: bytes, charset: str | None = None) -> Page:
    return Page(source="p.txt", content=content, charset=charset)


@pytest.mark.parametrize(
    ("content", "stated", "charset"),
    [
        (WORDS.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), None, "utf-8"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None, "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), None, "utf-16-be"),
        (b"\xff\xfe\0\0" + WORDS.encode("utf-32-le"), None, "utf-32-le"),
        (b"\0\0\xfe\xff" + WORDS.encode("utf-32-be"), None, "utf-32-be"),
        (WORDS.encode("utf-16-le"), None, "utf-16-le"),
        (WORDS.encode("utf-16-be"), None, "utf-16-be"),
        (WORDS.encode("cp1252"), "iso-8859-1", "cp1252"),
        (WORDS.encode("cp1252"), "latin1", "cp1252"),
        (WORDS.encode(), "iso-8859-1", "utf-8"),
        (b'<meta charset="windows-1252">' + WORDS.encode("cp1252"), None, "cp1252"),
        (b"<?xml version='1.0' encoding='ISO-8859-15'?>" + WORDS.encode("iso8859-15"), None, "iso8859-15"),
        ("東京で会談が行われた。".encode("shift_jis"), "shift_jis", "cp932"),
        ("会谈在北京举行。".encode("gb2312"), "gb2312", "gb18030"),
        ("회담이 열렸다.".encode("euc_kr"), "euc-kr", "cp949"),
        ("会談が行われた。".encode("iso2022_jp"), "iso-2022-jp", "iso2022_jp"),
        ("Встреча прошла в понедельник.".encode("koi8-r"), "koi8-r", "koi8-r"),
        (WORDS.encode("cp1252"), "no-such-charset", "cp1252"),
        (WORDS.encode("cp1252"), "zip", "cp1252"),
        (WORDS.encode("cp1252"), None, "cp1252"),
    ],
)
def test_each_encoding_is_found_and_every_character_leads_to_its_bytes(
    content: bytes, stated: str | None, charset: str
) -> None:
    made = decode(page(content, stated))
    assert made.charset == charset
    assert made.problems == ()
    assert made.text.text.endswith(content.decode(charset)[-8:])
    for letter, a, b in zip(made.text.text, made.text.first, made.text.last, strict=True):
        if not charset.startswith("iso2022"):  # the way into its second alphabet stands before the letter
            assert content[a:b].decode(charset) == letter


def test_bytes_that_are_not_utf_8_are_marked_and_counted() -> None:
    content = "Übel für Käse ".encode() + b"\xff\xed\xa0\x80" + " und Käse".encode()
    made = decode(page(content))
    assert made.text.text == "Übel für Käse " + "\ufffd" * 4 + " und Käse"
    [problem] = made.problems
    assert (problem.stage, problem.code) == ("decode", "lossy")
    assert "4 places" in problem.message
    assert content[made.text.first[-1] : made.text.last[-1]] == b"e"


@pytest.mark.parametrize("stated", ["utf-8", None])
def test_a_page_that_only_says_it_is_utf_8_is_windows_1252_and_a_problem_says_so(stated: str | None) -> None:
    content = b"<meta charset=utf-8>\x93The Br\xfccke caf\xe9\x94 \x96 it has \x81 tables for more than twenty guests, the owner said."
    made = decode(page(content, stated))
    assert made.charset == "cp1252"
    assert "“The Brücke café” – it has \ufffd tables" in made.text.text
    assert [(p.stage, p.code) for p in made.problems] == [("decode", "assumed"), ("decode", "lossy")]
    assert "windows-1252" in made.problems[0].message
    at = made.text.text.index("“")
    assert content[made.text.first[at] : made.text.last[at]] == b"\x93"


@pytest.mark.parametrize(
    "content",
    [
        "Käse und ".encode() + b"K\xe4se, said the owner of the shop",  # one character is UTF-8: damage
        b"\xe2\x80 the talks went on\xe2\x80 all night in the hall\xe2",  # characters of UTF-8, broken off
        "Встреча прошла в понедельник.".encode("cp1251"),  # letters of another script
    ],
)
def test_damaged_utf_8_stays_utf_8(content: bytes) -> None:
    made = decode(page(content, "utf-8"))
    assert made.charset == "utf-8"
    assert [p.code for p in made.problems] == ["lossy"]


def test_a_declared_encoding_with_bytes_it_lacks_is_lossy_and_no_error() -> None:
    made = decode(page(b"na\x81ve", "windows-1252"))
    assert made.text.text == "na\ufffdve"
    assert [p.code for p in made.problems] == ["lossy"]


def test_a_broken_multi_byte_character_is_marked() -> None:
    made = decode(page("会談".encode("iso2022_jp") + b"\x1b", "iso-2022-jp"))
    assert made.text.text == "会談\ufffd"
    made = decode(page("会談".encode("cp932") + b"\x81", "shift_jis"))
    assert made.text.text == "会談\ufffd"
    made = decode(page(b"\x83\x01" + "会談が行われた".encode("cp932"), "shift_jis"))
    assert made.text.text.endswith("行われた")
    assert [p.code for p in made.problems] == ["lossy"]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 ...", b"PK\x03\x04 zip", b"\x89PNG\r\n", b"\x1f\x8b\x08rest", bytes(range(256)) * 20, b"\0" * 500],
)
def test_what_is_no_text_is_a_problem_and_gives_none(content: bytes) -> None:
    made = decode(page(content))
    assert made.text.text == ""
    assert [p.code for p in made.problems] == ["binary"]


def test_a_few_stray_control_bytes_are_text() -> None:
    assert decode(page(b"The ferry\0 sails\x01 again.")).problems == ()


def test_only_the_beginning_of_a_huge_page_is_decoded_and_the_problem_says_so() -> None:
    made = decode(page("é".encode() * (DECODE_AT_MOST // 2) + b"x" * 3))
    assert len(made.text) == DECODE_AT_MOST // 2
    assert [p.code for p in made.problems] == ["too_large"]
    made = decode(page(b"x" + "é".encode() * (DECODE_AT_MOST // 2)))
    assert made.text.text[-1] == "é"
    assert [p.code for p in made.problems] == ["too_large"]


@given(st.text())
def test_utf_8_comes_back_as_it_was_with_every_byte_accounted_for(words: str) -> None:
    content = ("x" + words).encode("utf-8", "surrogatepass")
    made = decode(page(b"\xef\xbb\xbf" + content))
    if not any(p.code == "lossy" for p in made.problems):
        assert made.text.text == content.decode()
    at = 3
    for a, b in zip(made.text.first, made.text.last, strict=True):
        assert a == at
        at = b
    assert at == len(content) + 3


@given(
    st.binary(), st.sampled_from([None, "utf-8", "shift_jis", "gbk", "iso-2022-jp", "utf-16", "big5", "\0", "euc-jp"])
)
def test_no_bytes_raise(content: bytes, stated: str | None) -> None:
    made = decode(page(content, stated))
    assert not any("\ud800" <= c <= "\udfff" for c in made.text.text)
    assert all(0 <= a <= b <= len(content) for a, b in zip(made.text.first, made.text.last, strict=True))
