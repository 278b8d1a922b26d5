"""Cleaning keeps offsets, and doing it twice is doing it once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Page
from dateline.pages.clean import STEPS, clean
from dateline.pages.cut import cut
from dateline.pages.decode import decode
from dateline.pages.stamped import unstamped
from dateline.pages.traced import Traced, joined, untraced
from dateline.pages.wrapped import unwrapped

ODD = "ab é\u00a0\u200b\u00ad\u202e\u2028\r\n\x85\t\x0c\x00\u3000\ufeff“."


def traced(words: str) -> Traced:
    return decode(Page(source="p", content=words.encode())).text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("co\u00adop\u200berate\ufeff", "cooperate"),
        ("\u202aleft\u202c \u200fright\u200e", "left right"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("  many   blanks  \n   here ", "many blanks\nhere"),
        ("a \u200b b", "a b"),
        ("\u00a0\n\u00a0", "\n"),
        ("zero\u200dwidth joiners stay", "zero\u200dwidth joiners stay"),
    ],
)
def test_each_kind_of_dirt(raw: str, cleaned: str) -> None:
    assert clean(traced(raw)).text == cleaned


@given(st.text(alphabet=st.sampled_from(ODD)))
def test_cleaning_twice_is_cleaning_once(words: str) -> None:
    once = clean(untraced(words))
    assert clean(once).text == once.text
    for step in STEPS:
        made = step(untraced(words))
        assert step(made).text == made.text


@given(st.text(alphabet=st.sampled_from(ODD.replace("\x00", ""))))
def test_what_is_left_leads_back_to_its_bytes(words: str) -> None:
    content = ("x" + words).encode()
    made = clean(decode(Page(source="p", content=content)).text)
    offsets = made.offsets()
    for k, letter in enumerate(made.text):
        place = offsets.bytes_of(k, k + 1)
        assert place is not None
        came_from = content[slice(*place)].decode()
        kept = re.sub("[\u200b\u00ad\u202e\ufeff\x00]", "", came_from)
        assert letter == came_from or (letter in " \n" and kept.isspace())


def test_joined_parts_keep_their_bytes_and_what_is_between_has_none() -> None:
    whole = traced("first second")
    made = joined([whole.part(6, 12), whole.part(0, 5)], "\n\n")
    assert made.text == "second\n\nfirst"
    offsets = made.offsets()
    assert offsets.bytes_of(0, 6) == (6, 12)
    assert offsets.bytes_of(6, 8) is None
    assert offsets.bytes_of(8, 13) == (0, 5)


def test_a_replacement_leads_back_to_all_that_it_replaces() -> None:
    made = traced("a &amp; b").edited([(2, 7, "&")])
    assert made.text == "a & b"
    assert made.offsets().bytes_of(2, 3) == (2, 7)
    assert traced("same").edited([]).text == "same"


MAIL = """The ferry company said on Monday that its boats would
sail again in the spring, once the pier at Olden had
been mended and the two old engines were replaced.

A spokesman said the work would cost four million and
would be paid for by the county, which owns the pier
and has long wanted to see it used in winter as well.
"""


def test_lines_that_were_broken_to_a_width_become_paragraphs() -> None:
    made = unwrapped(untraced(MAIL))
    assert made.text.count("\n") == 3
    assert "would sail again" in made.text
    assert unwrapped(made).text == made.text


@pytest.mark.parametrize(
    "words", ["One line.\nAnother line.\n" * 8, "Short\nlist\nof\nwords\nhere\nand\nthere\nnow", ""]
)
def test_other_line_breaks_stay(words: str) -> None:
    assert unwrapped(untraced(words)).text == words


STAMPED = [
    ("date 2031-05-04 The ferry stays in port.", "date 2031-05-04\nThe ferry stays in port."),
    (
        "Olden\nPosted on: 4 May 2031 | “We stay here,” he said.",
        "Olden\nPosted on: 4 May 2031\n“We stay here,” he said.",
    ),
    ("date 2031-05 The ferry stays in port.", "date 2031-05\nThe ferry stays in port."),
    ("date 2031-05 Harbour", None),
    ("date 2031-05-04 Harbour", None),  # a rubric belongs to its line
    ("date 2031-05-04 and what came of it then", None),
    ("Date of the strike on 4 May 2031 The crew is gone", None),
    ("They posted on 4 May 2031 The Last Ferry, a song", None),
    ("date 31 The ferry stays in port.", None),
]


@pytest.mark.parametrize(("words", "expected"), STAMPED)
def test_a_stamp_of_the_day_becomes_a_line_of_its_own(words: str, expected: str | None) -> None:
    made = unstamped(untraced(words))
    assert made.text == (expected or words)
    assert unstamped(made).text == made.text


def test_a_stamped_page_is_dated_and_keeps_its_headline() -> None:
    text = "date 2031-05-04 Ferry to Olden stays in port\n\nThe crew of the ferry to Olden wants better pay, it said on Sunday.\n"
    [article] = cut(Page(source="page.txt", content=text.encode())).articles
    assert article.headline == "Ferry to Olden stays in port"
    assert str(article.published.start) == "2031-05-04"


def test_a_page_stamped_with_its_month_is_of_that_month() -> None:
    text = "date 2031-12 Ferry to Olden stays in port\n\nThe crew of the ferry to Olden wants better pay, it said on Sunday.\n"
    [article] = cut(Page(source="page.txt", content=text.encode())).articles
    assert (str(article.published.start), str(article.published.end)) == ("2031-12-01", "2031-12-31")
    assert article.published.basis == "stated"
    [other] = cut(Page(source="page.txt", content=text.replace("2031-12", "2031-13").encode())).articles
    assert other.published.basis == "unknown"


BROKEN = [
    ("The crews agreed not to leave the ferries or harbour\nbuildings, nor to stop the pilots.", True),
    ("The crews agreed not to leave the ferries, the pilots,\nor the harbour that day.", True),
    ("The crews agreed not to leave the ferries or harbour\nbuildings or piers\nnor to stop the pilots.", True),
    ("The crews agreed not to leave the ferries or harbour.\nbuildings are closed.", False),
    ("The crews agreed not to leave the ferries or harbour\nBuildings are closed.", False),
    ("The crews agreed not to leave the ferries or harbour\n\nbuildings, nor to stop the pilots.", False),
    ("Ferries and boats\nharbour and pilots of the coast", False),
    ("Who left the harbour in the night of the great storm\nferries", False),
]


@pytest.mark.parametrize(("words", "one"), BROKEN)
def test_a_sentence_that_goes_on_in_the_next_line_is_one(words: str, *, one: bool) -> None:
    made = unwrapped(untraced(words))
    assert made.text == (words.replace("\n", " ") if one else words)
    assert unwrapped(made).text == made.text
