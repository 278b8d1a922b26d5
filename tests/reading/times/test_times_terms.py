"""Terms that run from a day, Iranian years, and year-less days beside verbs of arranging."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Evidence, Published
from dateline.reading.parse import parse
from dateline.reading.times import find_times
from dateline.reading.times.solar import FIRST, LAST, nowruz, solar_year


def published(first: str, last: str | None = None) -> Published:
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Published(start=start, end=end, basis="metadata", evidence=(Evidence("metadata", first),))


def read(
    text: str, first: str = "2019-05-02", last: str | None = None
) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            one.anchor.quote,
            one.value,
            one.days.start.isoformat() if one.days.start else None,
            one.days.end.isoformat() if one.days.end else None,
        )
        for one in find_times(parse(text), published(first, last))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce holds for 90 days from May 1.", ("90 days from May 1", "P90D", "2019-05-01", "2019-07-30")),
        ("The truce expires 90 days from May 1.", ("90 days from May 1", "2019-07-30", "2019-07-30", "2019-07-30")),
        ("The pass will be shut for two weeks starting on Monday.", ("two weeks starting on Monday", "P2W", "2019-05-06", "2019-05-20")),
        ("Flights stop for a month from 3 June 2019.", ("a month from 3 June 2019", "P1M", "2019-06-03", "2019-07-03")),
        ("It was set for a period of 60 days beginning tomorrow.", ("60 days beginning tomorrow", "P60D", "2019-05-03", "2019-07-02")),
    ],
)  # fmt: skip
def test_a_term_runs_from_its_day(text: str, expected: tuple[str, str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output rose in the Iranian calendar year 1397.", [("the Iranian calendar year 1397", "2018-03-21", "2019-03-20")]),
        ("The mill was built in 1370. It closed in the Iranian year of 1392.", [("1370", "1991-03-21", "1992-03-20"), ("the Iranian year of 1392", "2013-03-21", "2014-03-20")]),
        ("The Iranian year starting March 2013 was poor.", [("The Iranian year starting March 2013", "2013-03-21", "2014-03-20")]),
        ("The Iranian year ending in March 2013 was poor.", [("The Iranian year ending in March 2013", "2012-03-20", "2013-03-20")]),
        ("Trade grew in the past Iranian calendar year.", [("the past Iranian calendar year", "2018-03-21", "2019-03-20")]),
        ("The mill will close by the end of the current Iranian year.", [("the end of the current Iranian year", None, "2020-03-19")]),
        ("The Iranian year 2016 was poor.", [("The Iranian year 2016", "2016-01-01", "2016-12-31")]),
        ("The castle was begun in 1396.", [("1396", "1396-01-01", "1396-12-31")]),
    ],
)  # fmt: skip
def test_iranian_years(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(quote, start, end) for quote, _, start, end in read(text)] == expected


def test_an_iranian_year_begins_at_nowruz() -> None:
    """The year that runs on the first days of March is the one before."""
    [(_, value, start, end)] = read("Trade grew in the current Iranian calendar year.", "2021-03-01")
    assert (value, start, end) == ("2020-03-20/2021-03-20", "2020-03-20", "2021-03-20")


def test_an_iranian_year_hangs_on_the_day_of_writing() -> None:
    found = find_times(parse("Trade grew in the current Iranian year."), Published())
    assert [(one.value, one.days.start) for one in found] == [("XXXX", None)]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1357, "1978-03-21"), (1375, "1996-03-20"), (1376, "1997-03-21"), (1399, "2020-03-20"), (1400, "2021-03-21"), (1404, "2025-03-21")],
)  # fmt: skip
def test_nowruz(year: int, day: str) -> None:
    """Days of Nowruz as the calendars of those years have it."""
    assert nowruz(year).isoformat() == day


@given(st.integers(FIRST, LAST))
def test_iranian_years_follow_each_other(year: int) -> None:
    days = solar_year(year)
    assert days is not None
    assert days.end is not None
    assert days.days in (365, 366)
    assert days.end + timedelta(1) == nowruz(year + 1)
    assert days.end.month == 3
    assert 19 <= days.end.day <= 21


@pytest.mark.parametrize("year", [FIRST - 1, LAST + 1])
def test_years_beyond_the_cycle_have_no_days(year: int) -> None:
    assert solar_year(year) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister invited the rebels to a ceremony on May 20.", "2019-05-20"),
        ("The rebels told reporters of a cut in supplies in June.", "2019-06"),
        ("Rebels planned a march on Saturday.", "2019-05-04"),
        ("On Friday, rebels planned a march.", "2019-04-26"),
        ("The pact was extended through June.", "2019-06"),
        ("Prices fell 20 points below the record set on Aug. 6.", "2018-08-06"),
        ("The truce held until Saturday.", "2019-04-27"),
        ("They gave the rebels until Saturday to leave.", "2019-05-04"),
        ("The pact was signed on Dec. 6.", "2018-12-06"),
        ("Analysts expect 2018 Harlow earnings to fall.", "2018"),
        ("He returned on the night of Friday, April 26.", "2019-04-26TNI"),
        ("The envoy spoke to the party daily Granfeld Post on Monday.", "2019-04-29"),
    ],
)
def test_the_way_of_the_verb(text: str, value: str) -> None:
    assert [one[1] for one in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        # One year alone brings the date near enough to each of the days.
        ("The pact was signed on April 1.", "2023-03-03", "2023-04-20", "2023-04-01"),
        ("The pact was signed in March.", "2023-03-03", "2023-04-20", "2023-03"),
        ("The pact will be signed in April.", "2023-03-03", "2023-04-20", "2023-04"),
        ("The pact was signed on Friday, April 1.", "2021-01-24", "2025-02-01", "2022-04-01"),
        # Two years do, or the way is not known, or the text tells of its own time.
        ("The pact was signed in April.", "2023-03-03", "2023-04-20", "XXXX-04"),
        ("The pact was signed on April 1.", "2021-01-24", "2025-02-01", "XXXX-04-01"),
        ("The pact will be signed in April.", "2021-01-24", "2025-02-01", "XXXX-04"),
        ("An April 1 deadline: none.", "2023-03-03", "2023-04-20", "2023-04-01"),
        ("No deal on April 1.", "2022-08-03", "2023-01-20", "XXXX-04-01"),
        ("He was signed last April.", "2023-03-03", "2023-06-20", "XXXX-04"),
    ],
)
def test_a_wide_day_of_writing(text: str, first: str, last: str, expected: str) -> None:
    assert [one[1] for one in read(text, first, last)] == [expected]


def test_an_open_day_of_writing_leaves_years_open() -> None:
    known = Published(start=date(2023, 7, 24), basis="inferred", evidence=(Evidence("text", "since"),))
    assert [one.value for one in find_times(parse("The pact was signed in February."), known)] == ["XXXX-02"]
