"""Which quotation marks belong together."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.reading.attributions.quotation import Quotes, find_quotes

CASES = [
    ("She said: “It is over.” They left.", ["“It is over.”"]),
    ('She said: "It is over." They left.', ['"It is over."']),
    ("She said: ''It is over.'' They left.", ["''It is over.''"]),
    ("She said: ``It is over.'' They left.", ["``It is over.''"]),
    ("Sie sagte: „Es ist vorbei“ und ging.", ["„Es ist vorbei“ und ging."]),
    ("Elle dit : «C'est fini» et part.", ["«C'est fini»"]),
    # singles: quotation, apostrophe, plural possessive
    ("‘The talks failed,’ he said.", ["‘The talks failed,’"]),
    ("'The talks failed,' he said.", ["'The talks failed,'"]),
    ("The ministers' plan and the envoys' reply don't agree.", []),
    ("It is the so-called 'road map' again.", ["'road map'"]),
    ("A word like 'allies' is rare.", ["'allies'"]),
    ("The '90s were better.", []),
    ("‘Talks’ “are on,” he said.", ["‘Talks’", "“are on,”"]),
    # marks inside a quotation belong to it
    ("“They told us ‘never’ twice,” he said.", ["“They told us ‘never’ twice,”"]),
    ('"We don\'t know," he said. "It\'s late."', ['"We don\'t know,"', '"It\'s late."']),
    # the mess
    ("“It is over, he said.", ["“It is over, he said."]),
    ('“It is over," he said.', ['“It is over,"']),
    ("It is over,” he said. “Go.”", ["“Go.”"]),
    ('They met the 6" pipe men.', []),
    ("“One.\n“Two.”\nThree.", ["“One.", "“Two.”"]),
    ('"One\n\n"Two."', ['"One', '"Two."']),
    ('("Quiet," he said.)', ['"Quiet,"']),
    ('He said "', []),
    ("", []),
]


def quotes_of(text: str) -> Quotes:
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]
    return find_quotes(text, paragraphs)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotes_of(text).all] == expected


def test_a_quotation_without_an_end_says_so() -> None:
    first, second = quotes_of("“One.\n“Two.”").all
    assert (first.closed, second.closed) == (False, True)
    assert first.span == Span(0, 5)


def test_quotations_are_found_by_offset() -> None:
    text = "“A b,” he said, “c d.”"
    quotes = quotes_of(text)
    first, second = quotes.all
    assert quotes.at(0) == first
    assert quotes.at(first.end) is None
    assert quotes.at(first.end - 1) == first
    assert quotes.after(1) == second
    assert quotes.after(first.start) == first
    assert quotes.after(second.start + 1) is None
    assert quotes.before(second.start) == first
    assert quotes.before(first.end - 1) is None
    assert quotes.before(len(text)) == second


@given(st.text(alphabet="ab s.,?\n“”\"'‘’«»„`"))
def test_quotations_ascend_apart_within_paragraphs(text: str) -> None:
    quotes = quotes_of(text).all
    for one, following in itertools.pairwise(quotes):
        assert one.end <= following.start
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
