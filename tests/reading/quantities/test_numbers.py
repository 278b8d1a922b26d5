"""Numbers with their bounds, read from characters alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.quantities.numbers import find_numbers


def read(text: str) -> list[tuple[float | None, float | None, bool]]:
    return [(n.low, n.high, n.approximate) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("they sent 12 boats", 12, 12, False),
        ("they sent 1,250 boats", 1250, 1250, False),
        ("it cost 2.5 million", 2_500_000, 2_500_000, False),
        ("it cost $3.2bn", 3_200_000_000, 3_200_000_000, False),
        ("it cost $7m", 7_000_000, 7_000_000, False),
        ("twenty-five boats", 25, 25, False),
        ("three hundred and fifty boats", 350, 350, False),
        ("two hundred thousand boats", 200_000, 200_000, False),
        ("one million two hundred boats", 1_000_200, 1_000_200, False),
        ("a dozen boats", 12, 12, False),
        ("two dozen boats", 24, 24, False),
        ("half a million boats", 500_000, 500_000, False),
        ("a half million boats", 500_000, 500_000, False),
        ("a hundred boats", 100, 100, False),
        ("dozens of boats", 24, None, False),
        ("hundreds of boats", 200, None, False),
        ("tens of thousands of boats", 20_000, None, False),
        ("hundreds of thousands of boats", 200_000, None, False),
        ("several hundred boats", 200, None, True),
        ("a few thousand boats", 2_000, None, True),
        ("a couple of boats", 2, 2, True),
        ("at least 40 boats", 40, None, False),
        ("more than a dozen boats", 12, None, False),
        ("no fewer than 40 boats", 40, None, False),
        ("40 or more boats", 40, None, False),
        ("up to 300 boats", None, 300, False),
        ("capped at 300 boats", None, 300, False),
        ("as many as 300 boats", None, 300, False),
        ("fewer than 300 boats", None, 300, False),
        ("up to an estimated 300 boats", None, 300, True),
        ("about 2,500 boats", 2_500, 2_500, True),
        ("nearly $5 million", 5_000_000, 5_000_000, True),
        ("some 60 boats", 60, 60, True),
        ("60 or so boats", 60, 60, True),
        ("5 to 10 boats", 5, 10, False),
        ("between 40 and 50 boats", 40, 50, False),
        ("between 2 and 3 million boats", 2_000_000, 3_000_000, False),
        ("5-10 million boats", 5_000_000, 10_000_000, False),
        ("two-thirds of the boats", 66.7, 66.7, False),
        ("a quarter of the boats", 25, 25, False),
        ("half of the boats", 50, 50, False),
        ("one fifth of the boats", 20, 20, False),
        ("a total of 90 boats", 90, 90, False),
        ("the wage will go up to 70,000 naira", 70_000, 70_000, False),
        ("won by 1 940 709 votes", 1_940_709, 1_940_709, False),
        ("some 10 000 people", 10_000, 10_000, True),
        ("a fine of 1\u202f500.50", 1500.5, 1500.5, False),
        ("Rs 1,50,000", 150_000, 150_000, False),
        ("12,34,567 voters", 1_234_567, 1_234_567, False),
        ("at least R350 million", 350_000_000, None, False),
        ("N500", 500, 500, False),
        ("more than GH¢3m", 3_000_000, None, False),
    ],
)
def test_one_number(text: str, low: float | None, high: float | None, approximate: bool) -> None:
    assert read(text) == [(low, high, approximate)]


@pytest.mark.parametrize(
    "text",
    [
        "the F-16 took off",
        "N95 masks on the N1 road, M23 and the P5",
        "COVID-19 spread",
        "at 8am and 6pm",
        "in the 1990s",
        "the 3rd round",
        "the third round",
        "scores were even",
        "tens",
        "several boats, a few ships",
        "version 3.4.5 at 10:30",
        "id 12345678901234567890",
        "half past nothing",
        "tel +44/20",
        "a boat, an oar",
        "the one-hundredth-x45 boat".replace("one-hundredth-", ""),
    ],
)
def test_no_number(text: str) -> None:
    assert read(text) == []


def test_a_change_is_two_numbers() -> None:
    assert read("it rose from 5 to 10 percent") == [(5, 5, False), (10, 10, False)]


def test_a_range_that_falls_or_explodes_is_two_numbers() -> None:
    assert len(read("10 to 5 boats")) == 2
    assert len(read("2 or 900 boats")) == 2


def test_metres_are_no_millions() -> None:
    assert read("a wall of 10m") == [(10, 10, False)]


def test_bounds_are_part_of_the_span() -> None:
    text = "it has at least 40 boats"
    [number] = find_numbers(text)
    assert text[number.start : number.end] == "at least 40"
    assert text[number.first : number.last] == "40"
    assert number.value == 40


def test_the_value_of_an_upper_bound() -> None:
    [number] = find_numbers("up to 300 boats")
    assert number.value == 300


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 9_999_999))
def test_digits_are_read_as_they_are_written(value: int) -> None:
    if value < 1000 or value >= 10_000:
        assert read(f"they counted {value:,} boats") == [(value, value, False)]


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="at least25,.-$ %omillion\nhundreds of a half", max_size=60))
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert 0 <= number.start <= number.first < number.last <= number.end <= len(text)
        assert number.first >= last
        last = number.last
        assert number.low is None or number.high is None or number.low <= number.high


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on May 12 300 miners left", [12, 300]),
        ("1,200 boats and 12 300 others", [1200, 12, 300]),
        ("in rows 10 20 30", [10, 20, 30]),
        ("call 011 555 1234", [11, 555, 1234]),
    ],
)
def test_digits_apart(text: str, values: list[float]) -> None:
    assert [n.value for n in find_numbers(text)] == values
