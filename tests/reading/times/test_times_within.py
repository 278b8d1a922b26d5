"""Lengths at one end of a period or event, a year before, the day of a market, and words of time that name none."""

from datetime import date

import pytest

from dateline.model import Evidence, Published
from dateline.reading.parse import parse
from dateline.reading.times import find_times


def read(text: str, day: str = "2031-05-02") -> list[tuple[str, str, str | None, str | None]]:
    written = date.fromisoformat(day)
    published = Published(start=written, end=written, basis="metadata", evidence=(Evidence("metadata", day),))
    return [
        (
            one.anchor.quote,
            one.value,
            one.days.start.isoformat() if one.days.start else None,
            one.days.end.isoformat() if one.days.end else None,
        )
        for one in find_times(parse(text), published)
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The first ten months of 2030 were dry.", ("The first ten months", "P10M", "2030-01-01", "2030-10-31")),
        ("It fell in the last two weeks of March 2030.", ("the last two weeks", "P2W", "2030-03-18", "2030-03-31")),
        ("Exports doubled in the first four months of the year.", ("the first four months", "P4M", "2031-01-01", "2031-04-30")),
        ("He ruled in the final three days of 2029.", ("the final three days", "P3D", "2029-12-29", "2029-12-31")),
        ("It rained in the first 12 hours of May 1.", ("the first 12 hours", "PT12H", "2031-05-01", "2031-05-01")),
        ("It rained in the last 6 hours of May 1.", ("the last 6 hours", "PT6H", "2031-05-01", "2031-05-01")),
        ("They met in the first 15 months of 2030.", ("the first 15 months", "P15M", None, None)),
        ("Grain ran out in the last two months of the siege.", ("the last two months", "P2M", None, None)),
        ("Grain ran out over the last two months.", ("the last two months", "P2M", "2031-03-02", "2031-05-02")),
        ("Grain ran out in the first three days of the siege.", ("the first three days", "P3D", None, None)),
    ],
)  # fmt: skip
def test_a_length_lies_at_its_end_of_the_period(text: str, first: tuple[str, ...]) -> None:
    assert read(text)[0] == first


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Sales fell in April from the same month a year ago.", ("the same month a year ago", "2030-04")),
        ("Sales rose 3% in February compared to the same period last year.", ("the same period last year", "2030-02")),
        ("Sales rose compared to the same period last year.", ("the same period last year", "2030")),
        ("Sales rose from the corresponding week of last year.", ("the corresponding week of last year", "2030-W18")),
        ("Costs were lower than the year previous.", ("the year previous", "2030")),
    ],
)
def test_a_year_before(text: str, last: tuple[str, str]) -> None:
    assert read(text)[-1][:2] == last


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Shares slipped on Thursday and ended the day at 40.", ["2031-05-01", "2031-05-01"]),
        ("It is quiet at the end of the day.", []),
        ("The guards left on the night of Christmas Eve.", ["2030-12-24TNI"]),
        ("The ferries stopped on New Year's Eve morning.", ["2030-12-31TMO"]),
        ("The guards left on the night of the raid.", ["XXXX-XX-XXTNI"]),
        ("The village lies two hours east of the port.", []),
        ("Highs will climb into the 70s.", []),
        ("They have lost much over the past two seasons.", []),
        ("In the past they lost much.", ["PAST_REF"]),
        ("The fiscal year of 2029 was good.", ["2029"]),
        ("The ministry has kept the pass closed until Friday.", ["2031-05-02"]),
        ("The mayor was held until Friday.", ["2031-05-02"]),
        ("The polls will close on April 30.", ["2031-04-30"]),
        ("The polls will close on April 3.", ["2032-04-03"]),
        ("The polls will close next April 30.", ["2032-04-30"]),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [one[1] for one in read(text)] == values


def test_a_day_has_the_weekday_beside_it() -> None:
    """The second of November was a Wednesday in 2022; the year before and after, it was not."""
    text = "The pact was signed on Wednesday (Nov 2)."
    assert read(text, "2023-03-01")[-1][1] == "2022-11-02"
    assert read("The pact was signed on Wednesday, the 2nd of November.", "2022-11-04")[-1][1] == "2022-11-02"
