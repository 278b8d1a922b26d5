"""One sentence, the day it was written (or none), and one expression of it: type, value, first and last day."""

from datetime import date

import pytest

from dateline.model import Evidence, Published, TimeExpression
from dateline.reading.parse import parse
from dateline.reading.times import find_times

Case = tuple[str, str, str, str, str | None, str | None]

# 2023-05-17 is a Wednesday; the sentences are made up.
WRITTEN = "2023-05-17"

CALENDAR: list[Case] = [
    ("The pact was signed on 12 March 2019 in Oslo.", "12 March 2019", "DATE", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("The pact was signed on March 12, 2019 in Oslo.", "March 12, 2019", "DATE", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("The pact was signed on Tuesday, March 12, 2019.", "Tuesday, March 12, 2019", "DATE", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("It was signed on the 3rd of June 2020.", "the 3rd of June 2020", "DATE", "2020-06-03", "2020-06-03", "2020-06-03"),
    ("It was signed on the twenty-first of June 2020.", "the twenty-first of June 2020", "DATE", "2020-06-21", "2020-06-21", "2020-06-21"),
    ("The envoys met on Dec. 6 in Vienna.", "Dec. 6", "DATE", "2022-12-06", "2022-12-06", "2022-12-06"),
    ("The envoys will meet on Dec. 6 in Vienna.", "Dec. 6", "DATE", "2023-12-06", "2023-12-06", "2023-12-06"),
    ("The envoys met on 2 May in Vienna.", "2 May", "DATE", "2023-05-02", "2023-05-02", "2023-05-02"),
    ("The log reads 2021-07-09 in one place.", "2021-07-09", "DATE", "2021-07-09", "2021-07-09", "2021-07-09"),
    ("The report of 23/11/2021 was filed.", "23/11/2021", "DATE", "2021-11-23", "2021-11-23", "2021-11-23"),
    ("The report of 04/05/2021 was filed.", "04/05/2021", "DATE", "2021-XX-XX", "2021-04-05", "2021-05-04"),
    ("The report of 05/12/2023 was filed.", "05/12/2023", "DATE", "2023-05-12", "2023-05-12", "2023-05-12"),
    ("The report of 12.05.2023 was filed.", "12.05.2023", "DATE", "2023-05-12", "2023-05-12", "2023-05-12"),
    ("The report of 05/05/2021 was filed.", "05/05/2021", "DATE", "2021-05-05", "2021-05-05", "2021-05-05"),
    ("The envoys met in January to discuss it.", "January", "DATE", "2023-01", "2023-01-01", "2023-01-31"),
    ("The envoys will meet in January to discuss it.", "January", "DATE", "2024-01", "2024-01-01", "2024-01-31"),
    ("The envoys met last April in Vienna.", "last April", "DATE", "2023-04", "2023-04-01", "2023-04-30"),
    ("The envoys met last May in Vienna.", "last May", "DATE", "2022-05", "2022-05-01", "2022-05-31"),
    ("The envoys will meet next March in Vienna.", "next March", "DATE", "2024-03", "2024-03-01", "2024-03-31"),
    ("The envoys will meet this September in Vienna.", "this September", "DATE", "2023-09", "2023-09-01", "2023-09-30"),
    ("The envoys met in June last year.", "June last year", "DATE", "2022-06", "2022-06-01", "2022-06-30"),
    ("Clashes began in late November and went on.", "late November", "DATE", "2022-11", "2022-11-21", "2022-11-30"),
    ("Clashes began in mid-November and went on.", "mid-November", "DATE", "2022-11", "2022-11-08", "2022-11-23"),
    ("Clashes began at the end of September.", "the end of September", "DATE", "2022-09", "2022-09-23", "2022-09-30"),
    ("Clashes began in the first week of April 2021.", "the first week of April 2021", "DATE", "2021-04", "2021-04-01", "2021-04-07"),
    ("Clashes began in the last week of April 2021.", "the last week of April 2021", "DATE", "2021-04", "2021-04-24", "2021-04-30"),
    ("The alliance was founded in 1998.", "1998", "DATE", "1998", "1998-01-01", "1998-12-31"),
    ("The law passed in early 2016.", "early 2016", "DATE", "2016", "2016-01-01", "2016-05-01"),
    ("The budget for fiscal 2025 was cut.", "fiscal 2025", "DATE", "2025", "2025-01-01", "2025-12-31"),
    ("He ruled from nineteen eighty-four on.", "nineteen eighty-four", "DATE", "1984", "1984-01-01", "1984-12-31"),
    ("It happened in two thousand and eight.", "two thousand and eight", "DATE", "2008", "2008-01-01", "2008-12-31"),
    ("The temple was built in 44 BC by slaves.", "44 BC", "DATE", "BC0044", None, None),
    ("The rebels held the town in the 1980s.", "the 1980s", "DATE", "198", "1980-01-01", "1989-12-31"),
    ("The rebels held the town in the early nineties.", "the early nineties", "DATE", "199", "1990-01-01", "1993-05-02"),
    ("The fort dates from the 18th century.", "the 18th century", "DATE", "17", "1700-01-01", "1799-12-31"),
    ("The fort dates from the third century BC.", "the third century BC", "DATE", "BC02", None, None),
    ("Voting runs from July 3 to 5 in the north.", "July 3", "DATE", "2023-07-03", "2023-07-03", "2023-07-05"),
    ("A session will be held in July or August of 2021.", "July or August of 2021", "DATE", "2021-07/2021-08", "2021-07-01", "2021-08-31"),
    ("The war of 1914-18 changed the map.", "1914", "DATE", "1914", "1914-01-01", "1918-12-31"),
    ("Voting ran from 28 March to 2 April 2022.", "28 March", "DATE", "2022-03-28", "2022-03-28", "2022-04-02"),
    ("Polls open on Friday the 19th.", "Friday the 19th", "DATE", "2023-05-19", "2023-05-19", "2023-05-19"),
]  # fmt: skip

DEADLINES: list[Case] = [
    ("Troops will leave by the end of 2026.", "the end of 2026", "DATE", "2026", None, "2026-12-31"),
    ("Troops will leave by September 2025.", "September 2025", "DATE", "2025-09", None, "2025-09-30"),
    ("Troops will leave before July 2025.", "July 2025", "DATE", "2025-07", None, "2025-06-30"),
    ("Troops will leave before the end of July 2025.", "the end of July 2025", "DATE", "2025-07", None, "2025-07-31"),
    ("The curfew lasts until 8am on Friday morning.", "8am on Friday morning", "TIME", "2023-05-19T08:00", None, "2023-05-19"),
    ("The inspectors must report within 60 days.", "60 days", "DURATION", "P60D", "2023-05-17", "2023-07-16"),
    ("The bank denied it twice in the past two months.", "the past two months", "DURATION", "P2M", "2023-03-17", "2023-05-17"),
    ("Talks will go on over the next three weeks.", "the next three weeks", "DURATION", "P3W", "2023-05-17", "2023-06-07"),
    ("The ministers have met often in recent years.", "recent years", "DURATION", "PXY", None, "2023-05-17"),
    ("The ministers met twice over the last year.", "the last year", "DURATION", "P1Y", "2022-05-17", "2023-05-17"),
    ("The ministers met twice over the past year.", "the past year", "DURATION", "P1Y", "2022-05-17", "2023-05-17"),
]  # fmt: skip

WEEKDAYS: list[Case] = [
    ("The minister resigned on Monday.", "Monday", "DATE", "2023-05-15", "2023-05-15", "2023-05-15"),
    ("The minister resigned on Wednesday.", "Wednesday", "DATE", "2023-05-17", "2023-05-17", "2023-05-17"),
    ("The minister will resign on Monday.", "Monday", "DATE", "2023-05-22", "2023-05-22", "2023-05-22"),
    ("The minister resigned last Wednesday.", "last Wednesday", "DATE", "2023-05-10", "2023-05-10", "2023-05-10"),
    ("The minister will resign next Wednesday.", "next Wednesday", "DATE", "2023-05-24", "2023-05-24", "2023-05-24"),
    ("The minister resigned on Monday night.", "Monday night", "TIME", "2023-05-15TNI", "2023-05-15", "2023-05-15"),
    ("The minister resigned on Friday of last week.", "Friday of last week", "DATE", "2023-05-12", "2023-05-12", "2023-05-12"),
    ("The vote will be a week from Monday.", "a week from Monday", "DATE", "2023-05-29", "2023-05-29", "2023-05-29"),
    ("The vote was the day before last Monday.", "the day before last Monday", "DATE", "2023-05-14", "2023-05-14", "2023-05-14"),
    ("Rebels were driven out in the vote on Sunday.", "Sunday", "DATE", "2023-05-14", "2023-05-14", "2023-05-14"),
    ("A spokesman said that Friday's vote was fair.", "Friday", "DATE", "2023-05-12", "2023-05-12", "2023-05-12"),
]  # fmt: skip

TODAY: list[Case] = [
    ("The port reopened yesterday.", "yesterday", "DATE", "2023-05-16", "2023-05-16", "2023-05-16"),
    ("The port reopens tomorrow.", "tomorrow", "DATE", "2023-05-18", "2023-05-18", "2023-05-18"),
    ("The port reopened the day before yesterday.", "the day before yesterday", "DATE", "2023-05-15", "2023-05-15", "2023-05-15"),
    ("The port reopened this morning.", "this morning", "TIME", "2023-05-17TMO", "2023-05-17", "2023-05-17"),
    ("The port was shelled last night.", "last night", "TIME", "2023-05-16TNI", "2023-05-16", "2023-05-16"),
    ("The port will be shut tonight.", "tonight", "TIME", "2023-05-17TNI", "2023-05-17", "2023-05-17"),
    ("The port was shelled early yesterday afternoon.", "early yesterday afternoon", "TIME", "2023-05-16TAF", "2023-05-16", "2023-05-16"),
    ("Shells fell at 6 p.m. on Monday.", "6 p.m. on Monday", "TIME", "2023-05-15T18:00", "2023-05-15", "2023-05-15"),
    ("Shells fell at 10:35 a.m. local time.", "10:35 a.m. local time", "TIME", "2023-05-17T10:35", "2023-05-17", "2023-05-17"),
    ("Shells fell at 12:05 a.m. on 3 May 2021.", "12:05 a.m. on 3 May 2021", "TIME", "2021-05-03T00:05", "2021-05-03", "2021-05-03"),
    ("Shells fell at 4 in the afternoon.", "4 in the afternoon", "TIME", "2023-05-17T16:00", "2023-05-17", "2023-05-17"),
    ("Shells fell at noon on Monday.", "noon on Monday", "TIME", "2023-05-15T12:00", "2023-05-15", "2023-05-15"),
    ("The log says 2021-07-09T06:30 in one place.", "2021-07-09T06:30", "TIME", "2021-07-09T06:30", "2021-07-09", "2021-07-09"),
    ("Shells fell overnight on the port.", "overnight", "TIME", "2023-05-17TNI", "2023-05-17", "2023-05-17"),
    ("They came in the early hours of Monday.", "the early hours of Monday", "TIME", "2023-05-15TMO", "2023-05-15", "2023-05-15"),
]  # fmt: skip

PERIODS: list[Case] = [
    ("The envoy resigned last week.", "last week", "DATE", "2023-W19", "2023-05-08", "2023-05-14"),
    ("The envoy will resign next month.", "next month", "DATE", "2023-06", "2023-06-01", "2023-06-30"),
    ("The envoy will resign later this month.", "later this month", "DATE", "2023-05", "2023-05-21", "2023-05-31"),
    ("Prices rose this year.", "this year", "DATE", "2023", "2023-01-01", "2023-12-31"),
    ("Prices rose last year.", "last year", "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("Exports fell in the first quarter.", "the first quarter", "DATE", "2023-Q1", "2023-01-01", "2023-03-31"),
    ("Exports fell in the fourth quarter of 2021.", "the fourth quarter of 2021", "DATE", "2021-Q4", "2021-10-01", "2021-12-31"),
    ("Exports fell in Q3 2021.", "Q3 2021", "DATE", "2021-Q3", "2021-07-01", "2021-09-30"),
    ("Exports fell in the first half of 2021.", "the first half of 2021", "DATE", "2021-H1", "2021-01-01", "2021-06-30"),
    ("Exports fell in the last quarter of last year.", "the last quarter of last year", "DATE", "2022-Q4", "2022-10-01", "2022-12-31"),
    ("Exports fell in the second quarter. A year earlier they had grown.", "A year earlier", "DATE", "2022-Q2", "2022-04-01", "2022-06-30"),
    ("The siege ended in the summer of 2018.", "the summer of 2018", "DATE", "2018-SU", "2018-06-01", "2018-08-31"),
    ("The siege ended last autumn.", "last autumn", "DATE", "2022-FA", "2022-09-01", "2022-11-30"),
    ("The siege ended last winter.", "last winter", "DATE", "2023-WI", "2022-12-01", "2023-02-28"),
    ("They met over the weekend.", "the weekend", "DATE", "2023-W19-WE", "2023-05-13", "2023-05-14"),
    ("The deal will be done by year-end.", "year-end", "DATE", "2023-12-31", None, "2023-12-31"),
    ("In the week of 3 April 2023 nobody came.", "the week of 3 April 2023", "DATE", "2023-W14", "2023-04-03", "2023-04-09"),
]  # fmt: skip

OFFSETS: list[Case] = [
    ("The embassy closed three days ago.", "three days ago", "DATE", "2023-05-14", "2023-05-14", "2023-05-14"),
    ("The embassy closed two weeks ago.", "two weeks ago", "DATE", "2023-W18", "2023-05-01", "2023-05-07"),
    ("The embassy closed six months ago.", "six months ago", "DATE", "2022-11", "2022-11-01", "2022-11-30"),
    ("The embassy closed a year and a half ago.", "a year and a half ago", "DATE", "2021-11", "2021-11-01", "2021-11-30"),
    ("The embassy closed nearly ten years ago.", "nearly ten years ago", "DATE", "2013", "2013-01-01", "2013-12-31"),
    ("The embassy closed several years ago.", "several years ago", "DATE", "PAST_REF", None, "2023-05-17"),
    ("The embassy closed 20 years ago today.", "20 years ago today", "DATE", "2003-05-17", "2003-05-17", "2003-05-17"),
    ("The embassy opens two weeks from tomorrow.", "two weeks from tomorrow", "DATE", "2023-06-01", "2023-06-01", "2023-06-01"),
    ("It began on 5 May 2021. Two days later they fled.", "Two days later", "DATE", "2021-05-07", "2021-05-07", "2021-05-07"),
    ("It began on 5 May 2021. The next day they fled.", "The next day", "DATE", "2021-05-06", "2021-05-06", "2021-05-06"),
    ("It began on 5 May 2021. They fled that night.", "that night", "TIME", "2021-05-05TNI", "2021-05-05", "2021-05-05"),
    ("It began in 2016. The following year they fled.", "The following year", "DATE", "2017", "2017-01-01", "2017-12-31"),
    ("It began on 5 May 2021. They fled the following Sunday.", "the following Sunday", "DATE", "2021-05-09", "2021-05-09", "2021-05-09"),
    ("He was jailed on 3 June 2017 and freed in August.", "August", "DATE", "2017-08", "2017-08-01", "2017-08-31"),
    ("It collapsed a year after the deal.", "a year", "DURATION", "P1Y", None, None),
]  # fmt: skip

LENGTHS: list[Case] = [
    ("They fought for seven years.", "seven years", "DURATION", "P7Y", None, None),
    ("They fought for two and a half years.", "two and a half years", "DURATION", "P2Y6M", None, None),
    ("They fought for twenty-four hours.", "twenty-four hours", "DURATION", "PT24H", None, None),
    ("They fought for two decades.", "two decades", "DURATION", "P20Y", None, None),
    ("They fought for centuries.", "centuries", "DURATION", "PXC", None, None),
    ("They fought for several months.", "several months", "DURATION", "PXM", None, None),
    ("They fought for at least 72 hours.", "at least 72 hours", "DURATION", "PT72H", None, None),
    ("They fought for an hour and a half.", "an hour and a half", "DURATION", "PT1H30M", None, None),
    ("They signed a five-year lease.", "five-year", "DURATION", "P5Y", None, None),
    ("They signed a 10-day truce.", "10-day", "DURATION", "P10D", None, None),
    ("They fought for two years and six months.", "two years and six months", "DURATION", "P2Y6M", None, None),
    ("They waited half an hour.", "half an hour", "DURATION", "PT30M", None, None),
    ("They waited a fortnight for rain.", "a fortnight", "DURATION", "P2W", None, None),
    ("They waited a couple of days.", "a couple of days", "DURATION", "P2D", None, None),
    ("They waited weeks for an answer.", "weeks", "DURATION", "PXW", None, None),
]  # fmt: skip

REPEATED: list[Case] = [
    ("The envoys talk every day.", "every day", "SET", "P1D", None, None),
    ("The envoys talk every other week.", "every other week", "SET", "P2W", None, None),
    ("The envoys talk every Friday.", "every Friday", "SET", "XXXX-WXX-5", None, None),
    ("The envoys talk on Fridays.", "Fridays", "SET", "XXXX-WXX-5", None, None),
    ("The envoys talk daily.", "daily", "SET", "P1D", None, None),
    ("The envoys talk twice a week.", "twice a week", "SET", "P1W", None, None),
    ("The camp costs 3 million dollars a year.", "a year", "SET", "P1Y", None, None),
    ("The envoys talk every July.", "every July", "SET", "XXXX-07", None, None),
    ("The envoys talk every summer.", "every summer", "SET", "XXXX-SU", None, None),
    ("The envoys talk every three months.", "every three months", "SET", "P3M", None, None),
    ("The envoys talk every weekend.", "every weekend", "SET", "XXXX-WXX-WE", None, None),
    ("The envoys talk every morning.", "every morning", "SET", "XXXX-XX-XXTMO", None, None),
]  # fmt: skip

FEASTS: list[Case] = [
    ("Guns fell silent at Christmas.", "Christmas", "DATE", "2022-12-25", "2022-12-25", "2022-12-25"),
    ("Guns will fall silent on New Year's Day.", "New Year's Day", "DATE", "2024-01-01", "2024-01-01", "2024-01-01"),
    ("Guns fell silent on Thanksgiving 2021.", "Thanksgiving 2021", "DATE", "2021-11-25", "2021-11-25", "2021-11-25"),
    ("Guns fell silent on Easter Monday 2022.", "Easter Monday 2022", "DATE", "2022-04-18", "2022-04-18", "2022-04-18"),
    ("Guns fell silent for Ramadan last year.", "Ramadan last year", "DATE", "2022-04-03/2022-05-02", "2022-04-02", "2022-05-03"),
    ("Guns fell silent on Yom Kippur.", "Yom Kippur", "DATE", "2022-10-05", "2022-10-05", "2022-10-05"),
    ("Guns fell silent last Passover.", "last Passover", "DATE", "2023-04-06/2023-04-13", "2023-04-06", "2023-04-13"),
]  # fmt: skip

REFERENCES: list[Case] = [
    ("The road is now closed.", "now", "DATE", "PRESENT_REF", None, None),
    ("The road was recently closed.", "recently", "DATE", "PAST_REF", None, None),
    ("The road may close in the future.", "the future", "DATE", "FUTURE_REF", None, None),
]  # fmt: skip

UNKNOWN_DAY: list[Case] = [
    ("The envoys met on Monday.", "Monday", "DATE", "XXXX-WXX-1", None, None),
    ("The envoys met on Dec. 6.", "Dec. 6", "DATE", "XXXX-12-06", None, None),
    ("The envoys met last April.", "last April", "DATE", "XXXX-04", None, None),
    ("The envoys met yesterday.", "yesterday", "DATE", "XXXX-XX-XX", None, None),
    ("The envoys met last week.", "last week", "DATE", "XXXX-WXX", None, None),
    ("The envoys met last year.", "last year", "DATE", "XXXX", None, None),
    ("The envoys met in the third quarter.", "the third quarter", "DATE", "XXXX-Q3", None, None),
    ("The envoys met last summer.", "last summer", "DATE", "XXXX-SU", None, None),
    ("The envoys met three days ago.", "three days ago", "DATE", "XXXX-XX-XX", None, None),
    ("The envoys met at Christmas.", "Christmas", "DATE", "XXXX-12-25", None, None),
    ("The envoys met during Ramadan.", "Ramadan", "DATE", "XXXX-XX-XX", None, None),
    ("The envoys met on Monday night.", "Monday night", "TIME", "XXXX-WXX-1TNI", None, None),
    ("The envoys met at 6 p.m. sharp.", "6 p.m.", "TIME", "XXXX-XX-XXT18:00", None, None),
    ("The envoys met often in the past two months.", "the past two months", "DURATION", "P2M", None, None),
    ("The envoys met in June 2014.", "June 2014", "DATE", "2014-06", "2014-06-01", "2014-06-30"),
    ("The envoys must report within 60 days.", "60 days", "DURATION", "P60D", None, None),
    ("It began on 5 May 2021. Two days later they fled.", "Two days later", "DATE", "2021-05-07", "2021-05-07", "2021-05-07"),
    ("The report of 04/05/2021 was filed.", "04/05/2021", "DATE", "2021-XX-XX", "2021-04-05", "2021-05-04"),
    ("It fell from the year-earlier quarter.", "the year-earlier quarter", "DATE", "XXXX-QX", None, None),
    ("The deal will be done by year-end.", "year-end", "DATE", "XXXX", None, None),
]  # fmt: skip

NONE_AT_ALL = [
    "About 2000 people fled the town.",
    "The fund paid $1990 for the boat.",
    "They may march to the square.",
    "He sat down and won the second round.",
    "The 45-year-old colonel was promoted.",
    "The colonel, 52 years old, was promoted.",
    "The fall of the town came as no surprise.",
    "She fell to third place with a quarter of the votes.",
    "Expo 2020 was a success.",
    "At the end of the day nothing changed.",
    "The team won 3:10 and went home.",
    "April Jones told reporters about it.",
    "He read USA Today at breakfast.",
    "The file is named backup2017 and lies there.",
]


def published(start: str | None, end: str | None = None) -> Published:
    if start is None:
        return Published()
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return Published(start=first, end=last, basis="metadata", evidence=(Evidence("metadata", start),))


def read(text: str, start: str | None, end: str | None = None) -> tuple[TimeExpression, ...]:
    return find_times(parse(text), published(start, end))


def shown(found: TimeExpression) -> tuple[str, str, str, str | None, str | None]:
    days = found.days
    return (
        found.anchor.quote,
        found.type,
        found.value,
        days.start.isoformat() if days.start else None,
        days.end.isoformat() if days.end else None,
    )


@pytest.mark.parametrize(
    "case",
    CALENDAR + DEADLINES + WEEKDAYS + TODAY + PERIODS + OFFSETS + LENGTHS + REPEATED + FEASTS + REFERENCES,
    ids=lambda case: f"{case[1]}: {case[0][:30]}",
)
def test_value_and_days_of_an_expression(case: Case) -> None:
    text, *expected = case
    found = read(text, WRITTEN)
    assert tuple(expected) in [shown(one) for one in found]


@pytest.mark.parametrize("case", UNKNOWN_DAY, ids=lambda case: f"{case[1]}: {case[0][:30]}")
def test_what_hangs_on_an_unknown_day_stays_open(case: Case) -> None:
    text, *expected = case
    found = read(text, None)
    assert tuple(expected) in [shown(one) for one in found]


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_words_of_time_that_name_none(text: str) -> None:
    assert [one.anchor.quote for one in read(text, WRITTEN)] == []


def test_an_interval_resolves_what_is_the_same_on_all_its_days() -> None:
    text = (
        "On Monday the envoys met; in January they had not, and last year they could not. It took the past two months."
    )
    found = {one.anchor.quote: one for one in read(text, "2023-05-16", "2023-05-19")}
    assert found["Monday"].value == "2023-05-15"
    assert found["January"].value == "2023-01"
    assert found["last year"].value == "2022"
    assert found["the past two months"].value == "P2M"
    assert found["the past two months"].days.start == date(2023, 3, 16)
    assert found["the past two months"].days.end == date(2023, 5, 19)


def test_an_interval_leaves_open_what_is_not() -> None:
    found = {one.anchor.quote: one for one in read("On Monday they met, and last year.", "2022-12-20", "2023-01-30")}
    assert found["Monday"].value == "XXXX-WXX-1"
    assert found["last year"].value == "XXXX"
    assert found["Monday"].days.start is None


def test_a_half_open_interval_resolves_nothing() -> None:
    half = Published(start=date(2023, 1, 1), basis="inferred", evidence=(Evidence("text", "so it says"),))
    [found] = find_times(parse("They met on Monday."), half)
    assert found.value == "XXXX-WXX-1"


def test_a_narrative_of_another_time_has_its_own_present() -> None:
    text = (
        "The war began in 1911. In March 1912 the port fell. In June, the fleet sailed. On 4 August 1912, it was sunk. "
        "By September the front held. In 1913 the siege was lifted, and the next year the army went home. In 1915 it was over."
    )
    found = {one.anchor.quote: one.value for one in read(text, WRITTEN)}
    assert found["June"] == "1912-06"
    assert found["September"] == "1912-09"
    assert found["the next year"] == "1914"


def test_news_with_much_history_keeps_its_present() -> None:
    text = (
        "The port fell in 1911, in 1923, in 1948 and in 1967. It was shut in 1999. The harbour master said on Monday that it "
        "was shut again in March."
    )
    found = {one.anchor.quote: one.value for one in read(text, WRITTEN)}
    assert found["Monday"] == "2023-05-15"
    assert found["March"] == "2023-03"


def test_no_expression_runs_over_the_end_of_a_line() -> None:
    found = [one.anchor.quote for one in read("They met on Friday\nMarch was cold in 2019\n4 June 2020", WRITTEN)]
    assert found == ["Friday", "March", "2019", "4 June 2020"]


def test_an_impossible_day_is_none() -> None:
    assert [one.value for one in read("It was signed on 31 June 2020, they say.", WRITTEN)] != ["2020-06-31"]
