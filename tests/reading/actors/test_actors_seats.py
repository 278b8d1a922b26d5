"""The seat of a union of states stands for the union where it acts, and is a place where things happen."""

import pytest

from dateline import read_text

CASES = [
    ("Brussels urged Norway to wait. The envoys met in Brussels on Monday.", [("EU", ["Brussels"])]),
    ("Norway rejected a proposal from Brussels. The EU was not glad.", [("EU", ["Brussels", "EU"])]),
    ("BRUSSELS (Courier) - The envoys met. Norway was not there.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_the_seat_of_a_union(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [(a.side, [m.quote for m in a.mentions]) for a in read_text(text, "2031-05-01").actors if a.side == "EU"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Congress passed the bill.", "US"),
        ("Peru's Congress passed the bill.", "Peru"),
        ("Aso Rock denied the report.", "Nigeria"),
    ],
)
def test_whose_a_seat_of_power_is(text: str, side: str) -> None:
    assert {a.side for a in read_text(text, "2031-05-01").actors if a.kind == "organisation"} == {side}
