"""Bounds behind the unit, units in one word with the number, money between two figures, and numbers that only name."""

import pytest

from dateline import read_text

FIRST = {
    "They served sentences of 15 years or more.": (15, None, "years"),
    "Norway wants to build 175GW of wind power.": (175, 175, "GW"),
    "The levy costs Norway between $5 and $7 billion.": (5e9, 7e9, "dollars"),
    "The base is out of the 300 kilometre range of the guns.": (300, 300, "kilometre"),
    "The money is spread over four budgets.": (4, 4, "budgets"),
    "The mayor put the number of dead at 22.": (22, 22, "deaths"),
    "Police estimated the crowd at 900.": (900, 900, "people"),
}


@pytest.mark.parametrize(("text", "expected"), FIRST.items(), ids=list(FIRST))
def test_low_high_and_unit(text: str, expected: tuple[float | None, float | None, str]) -> None:
    found = read_text(text, "2025-06-17").quantities[0]
    assert (found.low, found.high, found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway upheld its rights under articles 26 and 36 of the pact.",
        "Three officials acknowledged the delay.",
        "Norway is among the top five markets.",
    ],
)
def test_no_figure(text: str) -> None:
    assert not read_text(text, "2025-06-17").quantities
