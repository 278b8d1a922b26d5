"""Recall on labelled news: named sources of PolNeAR's development part are in the cast."""

import re
from pathlib import Path

import pytest

from casting import cast_of

POLNEAR = Path(__file__).parents[3] / "../shared/gold/attribution/polnear/dev"
ARTICLES = 8
SOURCE = re.compile(r"^T\d+\tSource (\d+) (?:\d+;\d+ )*(\d+)\t", re.MULTILINE)


@pytest.mark.gold
@pytest.mark.skipif(not POLNEAR.exists(), reason="the gold sets are not beside the checkout")
def test_named_sources_are_in_the_cast() -> None:
    """Nine of ten sources whose head is a proper noun mean an actor before anybody asks for one (96 % when this was written)."""
    named = found = 0
    for labels in sorted((POLNEAR / "attributions").glob("nyt_*.ann"))[:ARTICLES]:
        text = POLNEAR / "text" / f"{labels.stem.rsplit('_', 1)[0]}.txt"
        parsed, cast = cast_of(text.read_text("utf-8"))
        for start, end in SOURCE.findall(labels.read_text("utf-8")):
            span = parsed.doc.char_span(int(start), int(end), alignment_mode="expand")
            if span is not None and span.root.pos_ == "PROPN":
                named += 1
                found += cast.actor_at(int(start), int(end)) is not None
    assert named > 50
    assert found >= 0.9 * named, f"{found} of {named}"
