"""Ranges in one piece, dates that share a year, and texts that tell of their own times."""

from datetime import date

import pytest

from dateline.model import Evidence, Published, TimeExpression
from dateline.reading.parse import parse
from dateline.reading.times import find_times

WRITTEN = date(2023, 5, 17)


def read(text: str) -> list[TimeExpression]:
    known = Published(start=WRITTEN, end=WRITTEN, basis="metadata", evidence=(Evidence("metadata", str(WRITTEN)),))
    return list(find_times(parse(text), known))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voting ran from 3-5 May 2019.", [("3", "2019-05-03"), ("5 May 2019", "2019-05-05")]),
        ("The siege (17 August - 2 September 1931) failed.", [("17 August", "1931-08-17"), ("2 September 1931", "1931-09-02")]),
        ("Under the old league (1931-38) trade grew.", [("1931", "1931"), ("38", "1938")]),
        ("A round is due in July or August of 2024.", [("July or August of 2024", "2024-07/2024-08")]),
        ("They met in April and June 1995.", [("April", "1995-04"), ("June 1995", "1995-06")]),
        ("They ruled from October to March 1995.", [("October", "1994-10"), ("March 1995", "1995-03")]),
        ("They met in April. June 1995 was worse.", [("April", "2023-04"), ("June 1995", "1995-06")]),
    ],
)  # fmt: skip
def test_two_ends_have_a_value_each(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.anchor.quote, one.value) for one in read(text)] == expected


def test_the_first_end_has_the_days_of_the_range() -> None:
    first, last = read("Voting ran from 3-5 May 2019.")
    assert (first.days.start, first.days.end) == (date(2019, 5, 3), date(2019, 5, 5))
    assert last.days.day == date(2019, 5, 5)


HISTORY = (
    "The guild rose in March 1811. On 4 May 1811 it took the harbour.\n"
    "In 1812, the town held out; in {month}, it fell. The mayor, who had sailed as in 1790, fled on 9 December.\n"
    'That winter was hard. "We will eat today or never," he said.\n'
    "The last letters are of June 1814."
)


@pytest.mark.parametrize(
    ("month", "quote", "value"),
    [
        ("August", "August", "1812-08"),  # in the year that the sentence opened with
        ("August", "9 December", "1812-12-09"),  # not in that of an aside
        ("early spring", "early spring", "1812-SP"),
    ],
)
def test_a_history_has_its_own_present(month: str, quote: str, value: str) -> None:
    found = {one.anchor.quote: one.value for one in read(HISTORY.format(month=month))}
    assert found[quote] == value


@pytest.mark.parametrize(
    "text",
    ["He is in his 30s.", "She sold the old A330s.", "She was named Player of the Year."],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_a_rate_is_a_set() -> None:
    [one] = read("They fire 40 shells per day.")
    assert (one.type, one.value) == ("SET", "P1D")
