"""Passages in a text, however they overlap -> paragraphs with marks."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.export.marks import Passage, marked, shown
from dateline.model import Anchor
from html_tree import Tree

TEXT = "one two three\nfour five"


def passage(start: int, end: int, text: str = TEXT) -> Passage:
    return Passage(id=f"p{start}-{end}", anchor=Anchor(start, end, text[start:end]), labels=(f"T{start}",))


def simple(paragraphs: tuple[str, ...]) -> list[str]:
    """The paragraphs with ids, back links and attributes written shortly."""
    made = []
    for paragraph in paragraphs:
        short = re.sub(r'<a class="back"[^>]*>([^<]*)</a>', r"^\1", str(paragraph))
        short = re.sub(r'<mark id="([^"]*)" data-passage="\1">', r"[\1:", short)
        short = re.sub(r'<mark data-passage="([^"]*)">', r"[(\1):", short)
        made.append(short.replace("</mark>", "]"))
    return made


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ["one two three", "four five"]),
        ([(0, 3)], ["[p0-3:one]^T0 two three", "four five"]),
        ([(0, 7), (4, 7)], ["[p0-7:one [p4-7:two]^T4]^T0 three", "four five"]),
        ([(0, 7), (4, 13)], ["[p0-7:one [p4-13:two]]^T0[(p4-13): three]^T4", "four five"]),
        ([(8, 18)], ["one two [p8-18:three]", "[(p8-18):four]^T8 five"]),
        ([(4, 7), (4, 7)], ["one [p4-7:[p4-7:two]^T4]^T4 three", "four five"]),
        ([(0, 3), (4, 7), (14, 18)], ["[p0-3:one]^T0 [p4-7:two]^T4 three", "[p14-18:four]^T14 five"]),
    ],
)
def test_marks(spans: list[tuple[int, int]], expected: list[str]) -> None:
    assert simple(marked(TEXT, [passage(*span) for span in spans])) == expected


def test_text_is_escaped_and_without_what_html_cannot_hold() -> None:
    text = "<script>alert('x')</script> \x00\x1b[1m\ud800 & “done”"
    [paragraph] = marked(text, [passage(0, 8, text)])
    assert "<script" not in paragraph
    assert "\ufffd &amp; “done”" in paragraph
    assert not re.search("[\x00\x1b\ud800]", paragraph)


@given(
    st.text("ab \n<&\x1b", min_size=1, max_size=30).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(
                st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda s: s[0] < s[1]),
                max_size=6,
                unique=True,
            ),
        )
    )
)
@settings(deadline=None)
def test_any_overlap_is_well_formed_and_loses_no_word(given_: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = given_
    paragraphs = marked(text, [passage(start, end, text) for start, end in spans])
    tree = Tree("".join(f"<p>{p}</p>" for p in paragraphs))
    assert len(tree.ids) == len(set(tree.ids))
    kept = re.sub(r"<a class=.*?</a>", "", "\n".join(paragraphs))
    words = re.sub(r"<[^>]*>", "", kept).replace("&lt;", "<").replace("&amp;", "&")
    assert words.split() == shown(text).split()
