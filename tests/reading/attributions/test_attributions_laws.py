"""What holds for the attributions of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import read_text
from dateline.reading.attributions.detect import detect
from dateline.reading.parse import parse

PIECES = [
    "Varga said",
    "said Varga",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "''",
    ",",
    ".",
    ":",
    "?",
    "\n",
    " ",
    "that the bridge was closed",
    "The bridge was closed",
    "adding that",
    "according to the ministry",
    "According to",
    "who denied",
    "a statement saying",
    "the rebels to leave",
    "and added",
    "Varga’s claim that",
    "was quoted as saying",
    "is expected to",
    "PORT LINDT (Courier) –",
    "on Monday",
    "–",
    "ex-minister",
    "\u00a0",
    "😀",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mess_gives_ordered_stretches_of_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    parsed = parse(text)
    made = detect(parsed)
    assert made == detect(parsed)
    assert [one.order for one in made] == sorted(one.order for one in made)
    for one in made:
        assert one.content
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
        for cue in one.cue:
            assert not any(cue.overlaps(s) for s in (*one.source, *one.content)), text


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_mess_can_be_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read_text(text, published="2031-05-08")
    known = {actor.id for actor in reading.actors}
    for made in reading.attributions:
        for one in (*made.source_anchor, *made.cue, *made.content):
            assert text[one.start : one.end] == one.quote
        assert made.source is None or made.source in known
        assert (made.source is None) == (not made.source_anchor)


def test_long_and_nested_reports_take_no_long_time() -> None:
    parsed = parse("He said that she said that they believed that " * 400 + "“We said “no,” he said. " * 400)
    assert len(detect(parsed)) < 1000


GOLD = Path(__file__).parents[3] / "../shared/gold/attribution/polnear/dev"


@pytest.mark.gold
def test_polnear_stays_found() -> None:
    """Half of the contents of a few annotated articles overlap what is found, and half of what is found is annotated."""
    if not GOLD.is_dir():
        pytest.skip(f"no {GOLD}")
    hits = expected = made = 0
    for path in sorted(GOLD.glob("text/*.txt"))[::20]:
        text = path.read_bytes().decode()
        file = min(GOLD.glob(f"attributions/{path.stem}_*.ann"))
        gold = {
            (int(m[1]), int(m[2]))
            for m in re.finditer(r"^T\d+\tCue (\d+) (\d+)\t", file.read_bytes().decode(), re.MULTILINE)
        }
        found = {(cue.start, cue.end) for one in detect(parse(text)) for cue in one.cue}
        hits, expected, made = hits + len(gold & found), expected + len(gold), made + len(found)
    assert hits / expected > 0.4
    assert hits / made > 0.6
