"""Whom "they" means: who acted last, and nobody where what acts nearer by is nobody told of."""

import pytest

from dateline import read_text

CASES = [
    # text, whom "they" means; None where that is open
    ("The drivers met on Friday. Stations across the town opened early. They were full by noon.", None),
    ("The strike was called by the drivers. They want more money.", "drivers"),
    ("The rebels said that the bridges had to be closed since they were old.", None),
    ("The rebels said that they would leave.", "rebels"),
    ("Talks between the rebels and the drivers ended after doubts about them grew.", None),
]


@pytest.mark.parametrize(("text", "name"), CASES, ids=[text[:40] for text, _ in CASES])
def test_they(text: str, name: str | None) -> None:
    at = max(text.lower().rfind("they "), text.rfind("them "))
    meant = [a.name for a in read_text(text, "2031-05-01").actors for m in a.mentions if m.start == at]
    assert meant[:1] == ([] if name is None else [name])


def test_a_style_is_nobody_told_of_before() -> None:
    actors = read_text("Rolf Varga spoke. His Excellency President Marek Lind will come.", "2031-05-01").actors
    assert all(m.quote != "His" for a in actors if a.name == "Rolf Varga" for m in a.mentions)
