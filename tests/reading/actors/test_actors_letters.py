"""Letters in brackets behind a body's name are its own, wherever else in the article they stand."""

import pytest

from dateline import read_text

CASES = [
    (
        "HPU pilots strike\n\nThe Harbour Pilots' Union (HPU) called a strike. The HPU said it was long.",
        "Harbour Pilots' Union",
        ["HPU", "Harbour Pilots' Union", "HPU", "HPU"],
    ),
    (
        "VLO rebels agree to wait\n\nThe National Liberation Army (VLO) said on Monday it would wait. The VLO has 500 men.",
        "National Liberation Army",
        ["VLO", "VLO rebels", "National Liberation Army", "VLO", "VLO"],
    ),
    (
        "The army fought the Revolutionary Armed Forces of Colombia (FARC) on Monday. FARC said it had won.",
        "Revolutionary Armed Forces of Colombia",
        ["Revolutionary Armed Forces of Colombia", "FARC", "FARC"],
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions"), CASES, ids=[name for _, name, _ in CASES])
def test_letters(text: str, name: str, mentions: list[str]) -> None:
    [found] = [a for a in read_text(text, "2031-05-01").actors if a.name == name]
    assert [m.quote for m in found.mentions if m.quote != "it"] == mentions
