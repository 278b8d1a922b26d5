"""What the tagger is given: words, pieces, signs, relations to a cue, and windows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.learned import signs
from dateline.reading.attributions.learned.pieces import Vocabulary, words_of
from dateline.reading.attributions.learned.relation import relations
from dateline.reading.attributions.learned.windows import REACH, WINDOW, spread, stretch, windows
from dateline.reading.parse import parse

VOCABULARY = Vocabulary(
    {piece: i for i, piece in enumerate(("[UNK]", "[CLS]", "[SEP]", "mini", "##ster", "##s", "cafe", "said", "."))}
)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("said", [7]),
        ("SAID", [7]),
        ("Ministers", [3, 4, 5]),
        ("Café", [6]),
        ("Cafe\u0301", [6]),
        ("minimum", [0]),
        ("\u0301", [0]),
        ("s" * 101, [0]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(word: str, pieces: list[int]) -> None:
    assert VOCABULARY.cut(word) == pieces


def test_marks_are_words_and_white_space_is_none() -> None:
    text = "The U.N. said: “Yes_no”\n"
    assert [text[w.start : w.end] for w in words_of(text)] == [
        "The", "U", ".", "N", ".", "said", ":", "“", "Yes", "_", "no", "”",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", "lower"),
        ("Vik", "capital"),
        ("NATO", "capitals"),
        ("A", "letter"),
        ("McVik", "mixed"),
        ("2031", "digits"),
        ("“", "mark"),
    ],
)
def test_case(word: str, case: str) -> None:
    assert signs.CASES[signs.case_of(word)] == case


def test_a_quotation_ends_with_its_line() -> None:
    text = '“Go,” he said. "Stay" and "\nnow'
    words = list(words_of(text))
    named = [(text[w.start : w.end], signs.QUOTES[q]) for w, q in zip(words, signs.quotes_of(text, words), strict=True)]
    assert [q for word, q in named if word == "Go"] == ["inside"]
    assert [q for word, q in named if word == "said"] == ["outside"]
    assert [q for word, q in named if word == '"'] == ["opens", "closes", "opens"]
    assert named[-1] == ("now", "outside")


def test_signs_hold_a_row_for_each_word() -> None:
    parsed = parse("Ms Vik said it rained.\nThe end.")
    words = tuple(words_of(parsed.text))
    tokens = signs.tokens_of_words(parsed, words)
    one = Detected(source=(Span(0, 6),), cue=(Span(7, 11),), content=(Span(12, 21),))
    rows = signs.signs_of(parsed, words, tokens, [one])
    assert [signs.ROLES[r] for r in rows[:, -1]] == [
        "B-source", "I-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O",
    ]  # fmt: skip
    assert [signs.STARTS[r] for r in rows[:, 2]] == ["line", "", "", "", "", "", "line", "", ""]
    assert signs.lines_of(parsed.text, words) == [range(6), range(6, 9)]
    assert signs.words_in(words, one.content) == [3, 4]
    assert signs.ruled_beside(words, range(2, 3), [one]) == [one]
    assert signs.ruled_beside(words, range(3, 4), [one]) == []


def test_relations_tell_how_each_token_hangs_on_the_cue() -> None:
    doc = parse("It was late. The envoy said that talks had failed. Rain fell.").doc
    [cue] = [t.i for t in doc if t.text == "said"]
    named = {t.text: r for t, r in zip(doc, relations(doc, range(cue, cue + 1), range(len(doc))), strict=True)}
    assert named["said"] == "cue"
    assert named["envoy"] == named["The"] == "down:nsubj<"
    assert named["failed"] == named["talks"] == "down:ccomp"
    assert named["late"] == "before"
    assert named["Rain"] == "after"


def test_relations_upwards_name_the_edge_by_which_the_cue_hangs() -> None:
    doc = parse("The plan that the envoy praised was signed.").doc
    [cue] = [t.i for t in doc if t.text == "praised"]
    named = {t.text: r for t, r in zip(doc, relations(doc, range(cue, cue + 1), range(len(doc))), strict=True)}
    assert named["plan"] == "up1:relcl="
    assert named["signed"].startswith("up2:")


LINES = st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=60), max_size=12)


@settings(deadline=None)
@given(LINES, st.integers(WINDOW // 3, WINDOW))
def test_windows_hold_every_word_once_in_order_and_are_never_too_long(lines: list[list[int]], first: int) -> None:
    sizes = [size for line in lines for size in line]
    ranges, at = [], 0
    for line in lines:
        ranges.append(range(at, at + len(line)))
        at += len(line)
    made = windows(sizes, ranges, first)
    assert [i for window in made for i in window] == list(range(len(sizes)))
    assert all(sum(sizes[i] for i in window) <= WINDOW - 2 for window in made)


def test_lines_stay_whole_where_they_can() -> None:
    sizes = [1] * 300
    lines = [range(100), range(100, 200), range(200, 300)]
    assert windows(sizes, lines) == lines
    assert windows([1] * 400, [range(400)]) == [range(190), range(190, 380), range(380, 400)]


def test_a_cue_is_seen_within_its_line_and_reach() -> None:
    assert stretch(range(200, 201), range(10, 500), range(100, 400)) == range(200 - REACH, 201 + REACH)
    assert stretch(range(12, 13), range(10, 20), range(400)) == range(10, 20)


def test_values_are_spread_over_pieces() -> None:
    assert spread(np.array([4, 7]), [1, 3]).tolist() == [4, 7, 7, 7]
