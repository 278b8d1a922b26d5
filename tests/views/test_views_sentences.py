"""Sentences by their marks: own text -> sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.sentences import after_dateline, first_sentence, sentence_at, sentences

CASES = [
    ("The boat left. It came back.", ["The boat left.", "It came back."]),
    (
        "Mr. Holm met Gen. Aas at 9 a.m. on Monday. They spoke.",
        ["Mr. Holm met Gen. Aas at 9 a.m. on Monday.", "They spoke."],
    ),
    ("The U.S. Navy left. The U.S. The end.", ["The U.S. Navy left.", "The U.S.", "The end."]),
    ("J. Holm paid 2.5 million. 40 men worked.", ["J. Holm paid 2.5 million.", "40 men worked."]),
    ("“We leave.” He left. (It rained.) Then sun!", ["“We leave.”", "He left.", "(It rained.)", "Then sun!"]),
    ("See No. 4 of the list. He said no. Nobody came.", ["See No. 4 of the list.", "He said no.", "Nobody came."]),
    ("A line\nand another. end", ["A line", "and another. end"]),
    ("He waited ... and left. Why?! Because.", ["He waited ... and left.", "Why?!", "Because."]),
    ("He waited... Then left.", ["He waited...", "Then left."]),
    ("End. \u2003", ["End."]),
    ("  \n ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == expected


@given(st.text('aA. \n!?…"”)(\u2003\u00a01', max_size=60))
def test_sentences_are_ordered_and_leave_out_nothing_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    held = {k for span in spans for k in range(span.start, span.end)}
    assert all(text[k].isspace() for k in range(len(text)) if k not in held)


def test_a_passage_over_two_sentences_gets_both() -> None:
    text = "One is here. Two is there. Three is gone."
    assert sentence_at(text, 8, 18).quote == "One is here. Two is there."
    assert sentence_at(text, 30, 32).quote == "Three is gone."


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("EASTPORT, May 6 (Harbour Wire) – The line opened.", "The line opened."),
        ("EASTPORT - The line opened.", "The line opened."),
        ("Eastport, Norlandia (HW) -- The line opened.", "The line opened."),
        ("Eastport – the town by the sea – has a line.", "Eastport – the town by the sea – has a line."),
        ("The line (HL) – a ferry – opened.", "The line (HL) – a ferry – opened."),
        ("EASTPORT (Wire) – ", "EASTPORT (Wire) –"),
        ("The line opened.", "The line opened."),
    ],
)
def test_what_opens_an_article_is_left_out(sentence: str, kept: str) -> None:
    [span] = sentences(sentence)
    left = after_dateline(sentence, span)
    assert sentence[left.start : left.end] == kept


def test_the_first_sentence_of_nothing_is_nothing() -> None:
    assert first_sentence("\n\n") == ()
    assert [a.quote for a in first_sentence("\n One. Two.")] == ["One."]
