"""Texts of business: which quarter and year a figure is compared with; plans that are over; words that are no times."""

from datetime import date

import pytest

from dateline.model import Evidence, Published, TimeExpression
from dateline.reading.parse import parse
from dateline.reading.times import find_times

WRITTEN = date(2023, 11, 1)  # a Wednesday


def read(text: str, day: date = WRITTEN) -> list[TimeExpression]:
    known = Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", str(day)),))
    return list(find_times(parse(text), known))


def values(text: str, day: date = WRITTEN) -> list[tuple[str, str]]:
    return [(one.anchor.quote, one.value) for one in read(text, day)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        # the quarter whose last day is told
        ("In the quarter ended July 31, Harlow Mills earned little.", "the quarter", "2023-Q2"),
        ("In the quarter ended Sept. 30, Harlow Mills earned little.", "the quarter", "2023-Q3"),
        # a glance at an earlier quarter, or at one to come, is not the one reported
        ("Third-quarter profit rose. After a weak second quarter, sales beat those of the year-earlier period.", "the year-earlier period", "2022-Q3"),
        ("Third-quarter profit rose. It may dip in the fourth quarter. In the year-ago period it fell.", "the year-ago period", "2022-Q3"),
        ("Third-quarter profit rose. For the fiscal second quarter, Brant Co. beat the year-earlier period.", "the year-earlier period", "2022-Q2"),
        # several months are no quarter
        ("Third-quarter profit rose. In the nine months it was 5 million, up from 4 million a year earlier.", "a year earlier", "2022"),
        ("Third-quarter profit rose. It includes gains, as did the year-earlier nine months.", "the year-earlier nine months", "P9M"),
        # hours from an hour that is not told
        ("They left. Two hours later, the bridge fell.", "Two hours later", "PT2H"),
        ("They left on Monday. An hour later, the bridge fell.", "An hour later", "PT1H"),
        # plans that are over or may be, and what lasted until then
        ("The offer had been scheduled to expire on Monday.", "Monday", "2023-10-30"),
        ("The offer is scheduled to expire on Monday.", "Monday", "2023-11-06"),
        ("Until Tuesday, they had not called her a witness.", "Tuesday", "2023-10-31"),
        # some day or one day
        ("The island will one day join the league.", "one day", "FUTURE_REF"),
        ("The strike lasted one day.", "one day", "P1D"),
        ("The strike will last one day.", "one day", "P1D"),
    ],
)  # fmt: skip
def test_what_is_meant(text: str, quote: str, value: str) -> None:
    assert (quote, value) in values(text)


def test_all_comparisons_are_with_the_year_before_the_one_reported() -> None:
    text = (
        "Profit was 5 million, up from 4 million a year earlier. Sales rose to 9 million from 7 million a year earlier."
    )
    assert values("In 2022 it grew. " + text) == [
        ("2022", "2022"),
        ("a year earlier", "2021"),
        ("a year earlier", "2021"),
    ]


def test_the_hours_later_of_a_day_are_on_that_day() -> None:
    [_, later] = read("They left on Monday. Two hours later, the bridge fell.")
    assert (later.type, later.days.day) == ("DURATION", date(2023, 10, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on May 4 and 5 in Harlow.", [("May 4", "2023-05-04"), ("5", "2023-05-05")]),
        ("They met on the 4th and 5th of May 1997.", [("the 4th", "1997-05-04"), ("5th of May 1997", "1997-05-05")]),
        ("They met on May 4 and 12 men fell ill.", [("May 4", "2023-05-04")]),
    ],
)
def test_two_days_of_one_month(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thousands joined the March for Bread.",
        "The army began its Long March to the coast.",
        "It was high noon for the league.",
        "The troops cleaned the crew quarters.",
        "In some quarters the plan was mocked.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_the_month_of_march() -> None:
    assert values("They were arrested in March for fraud.") == [("March", "2023-03")]
