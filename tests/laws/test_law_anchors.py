"""Law 1: `article.text[a.start:a.end] == a.quote` for every anchor of every record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.model import Anchor, Reading, anchor
from pages_of_examples import readings

# Fragments that make the reader work, glued at random: names, quotes, times, figures, verbs of saying, and the mess of pages.
FRAGMENTS = st.sampled_from(
    [
        "Iceland",
        "the Norwegian Fisheries Ministry",
        "Prime Minister Hanna Bjarnadottir",
        "a senior official",
        "she",
        "said",
        "told the Harbour Courier",
        "agreed to withdraw",
        "denied that",
        "according to",
        "will meet",
        "attacked",
        "by March 31, 2025",
        "on Tuesday",
        "in May or June of 2026",
        "at least 12 sailors",
        "40,000 tonnes",
        "“The text is signed,”",
        '"',
        "”",
        "’s",
        ",",
        ".",
        ".\n\n",
        "\n",
        "(AFP)",
        "é\u0301",
        "\u202e",
        "\ud800",
        "\x00",
        "🚢",
        "—",
    ]
)
TEXTS = st.one_of(st.lists(FRAGMENTS, max_size=40).map(" ".join), st.text(max_size=200))


def assert_anchored(reading: Reading) -> None:
    for each in reading.anchors():
        assert reading.article.text[each.start : each.end] == each.quote


def test_every_anchor_of_the_examples_quotes_its_article() -> None:
    assert sum(1 for reading in readings() for _ in reading.anchors()) > 300
    for reading in readings():
        assert_anchored(reading)


@given(TEXTS)
@settings(deadline=None, max_examples=60)
def test_every_anchor_of_any_text_quotes_it(text: str) -> None:
    reading = dateline.read_text(text, published="2025-06-11")
    assert reading.article.text == text
    assert_anchored(reading)


def test_an_anchor_cannot_quote_other_words() -> None:
    with pytest.raises(ValueError, match="cannot quote"):
        Anchor(0, 4, "words")
    with pytest.raises(ValueError, match="cannot quote"):
        Anchor(3, 3, "")


def test_an_anchor_leaves_white_space_out() -> None:
    assert anchor("  a word ", 0, 9) == Anchor(2, 8, "a word")


def test_nothing_but_white_space_has_no_anchor() -> None:
    with pytest.raises(ValueError, match="cannot quote"):
        anchor("   ", 0, 3)
