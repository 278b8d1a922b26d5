"""Rarer forms and turns, one line each; written on Wednesday 17 May 2023 unless said otherwise."""

from datetime import date

import pytest

from dateline.model import Evidence, Published, TimeExpression
from dateline.reading.parse import parse
from dateline.reading.times import find_times

WRITTEN = date(2023, 5, 17)


def read(text: str, day: date | None = WRITTEN) -> dict[str, TimeExpression]:
    known = (
        Published()
        if day is None
        else Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", str(day)),))
    )
    return {one.anchor.quote: one for one in find_times(parse(text), known)}


VALUES = [
    # which way a day without its year lies
    ("The deal is scheduled to close Monday.", "Monday", "2023-05-22"),
    ("The bank is to resume trading on Tuesday.", "Tuesday", "2023-05-23"),
    ("The parliament plans to meet on Monday.", "Monday", "2023-05-22"),
    ("The parliament meets on Monday.", "Monday", "2023-05-22"),
    ("The third country to join on Monday was Malvia.", "Monday", "2023-05-15"),
    ("It had been set to expire on May 20.", "May 20", "2023-05-20"),
    ("The council was to meet on Monday.", "Monday", "2023-05-15"),
    ("The council may have met on Monday.", "Monday", "2023-05-15"),
    ("The council has met since March.", "March", "2023-03"),
    ("The council is going to meet in March.", "March", "2024-03"),
    ("The council is meeting on Friday.", "Friday", "2023-05-12"),
    ("The truce was extended to June 4.", "June 4", "2023-06-04"),
    ("The council failed to meet on Monday.", "Monday", "2023-05-15"),
    ("The council claimed to have met on Monday.", "Monday", "2023-05-15"),
    ("The merger, effective July 1, was approved.", "July 1", "2023-07-01"),
    ("The 4 June deadline is near.", "The 4 June", "2023-06-04"),
    ("A meeting this Friday is planned.", "this Friday", "2023-05-19"),
    ("They met this past Friday.", "this past Friday", "2023-05-12"),
    ("The vote last Sunday failed.", "last Sunday", "2023-05-14"),
    # quarters, halves, seasons
    ("Output will rise in the first quarter.", "the first quarter", "2023-Q1"),
    ("Output will rise in the third quarter.", "the third quarter", "2023-Q3"),
    ("Output rose in the fourth quarter.", "the fourth quarter", "2022-Q4"),
    ("Output rose in this year's first quarter.", "this year's first quarter", "2023-Q1"),
    ("Output rose in the latest quarter.", "the latest quarter", "2023-Q1"),
    ("Output rose in the year-earlier quarter.", "the year-earlier quarter", "2022-Q1"),
    ("Output rose in the 2019 period.", "the 2019 period", "2019"),
    ("Output rose in the second quarter. The 2019 quarter was poor.", "The 2019 quarter", "2019-Q2"),
    ("Output rose in the second quarter. In the quarter, sales doubled.", "the quarter", "2023-Q2"),
    ("In the quarter, sales doubled.", "the quarter", "2023-Q1"),
    ("Output fell in the final quarter of 2019.", "the final quarter of 2019", "2019-Q4"),
    ("Output fell in H1 2019.", "H1 2019", "2019-H1"),
    ("They will return next spring.", "next spring", "2024-SP"),
    ("They will return this summer.", "this summer", "2023-SU"),
    ("They came back in the winter.", "the winter", "2023-WI"),
    ("They will come back in the summer.", "the summer", "2023-SU"),
    ("They came back in the summer of last year.", "the summer of last year", "2022-SU"),
    # feasts
    ("They will rest at Easter.", "Easter", "2024-03-31"),
    ("They rested at Easter.", "Easter", "2023-04-09"),
    ("They will rest next Christmas.", "next Christmas", "2023-12-25"),
    ("They rested at Christmas 1914.", "Christmas 1914", "1914-12-25"),
    # periods
    ("It rained over the past decade.", "the past decade", "P10Y"),
    ("They will meet this weekend.", "this weekend", "2023-W20-WE"),
    ("They met last weekend.", "last weekend", "2023-W19-WE"),
    ("They will meet the coming week.", "the coming week", "2023-W21"),
    ("They will meet by month-end.", "month-end", "2023-05-31"),
    ("It has fallen since year-end.", "year-end", "2022-12-31"),
    ("Profits for the year ended March 31 rose.", "the year", "P1Y"),
    ("They left earlier in the day.", "earlier in the day", "2023-05-17"),
    ("They left in the past hour.", "the past hour", "PT1H"),
    ("They left this hour.", "this hour", "PT1H"),
    ("It happened in March of last year.", "March of last year", "2022-03"),
    ("It happened in 2016. It ended in May that year.", "May that year", "2016-05"),
    ("It happened in 2016. It ended in May of the following year.", "May of the following year", "2017-05"),
    ("It happened in late 2016 and early 2017.", "late 2016", "2016"),
    ("It happened in the year 1066.", "the year 1066", "1066"),
    ("It happened in AD 79.", "AD 79", "0079"),
    ("It dates from fiscal year 2021.", "fiscal year 2021", "2021"),
    ("It ran 12-May-2021 as filed.", "12-May-2021", "2021-05-12"),
    ("It was the worst since '82.", "'82", "1982"),
    ("It was big in the '80s.", "the '80s", "198"),
    ("It lasted from 2011-13 or so.", "2011", "2011"),
    # offsets
    ("They fled hours ago.", "hours ago", "PAST_REF"),
    ("They fled two hours ago.", "two hours ago", "2023-05-17"),
    ("They fled a decade ago.", "a decade ago", "2013"),
    ("They fled in May 2020. Four months earlier they had come.", "Four months earlier", "2020-01"),
    ("They fled in May 2020. Two weeks later they came back.", "Two weeks later", "XXXX-WXX"),
    ("They fled in 2022, and two years later they came back.", "two years later", "XXXX"),
    ("They fled two days before 4 June 2021.", "two days before 4 June 2021", "2021-06-02"),
    ("They fled on 4 June 2021. The day before, they had voted.", "The day before", "2021-06-03"),
    ("They fled on 4 June 2021. They had voted the previous Monday.", "the previous Monday", "2021-05-31"),
    ("They fled on 4 June 2021. That Monday was hot.", "That Monday", "2021-06-07"),
    ("They voted that same day.", "that same day", "XXXX-XX-XX"),
    # clock
    ("At 0800 GMT the bank closed.", "0800 GMT", "2023-05-17T08:00"),
    ("At nine o'clock the bank closed.", "nine o'clock", "2023-05-17T09:00"),
    ("At midnight Monday the bank closed.", "midnight Monday", "2023-05-15T24:00"),
    ("The bank closed at 17:45.", "17:45", "2023-05-17T17:45"),
    ("On 4 June 2021 the bank closed at 17:45.", "17:45", "2021-06-04T17:45"),
    ("The bank closed in mid-afternoon on a hot day.", "mid-afternoon", "2023-05-17TAF"),
    ("It rained in the morning.", "the morning", "2023-05-17TMO"),
    ("It rained on the night of 4 June 2021.", "the night of 4 June 2021", "2021-06-04TNI"),
    ("It rained the following morning.", "the following morning", "2023-05-17TMO"),
    ("The bank opens at 8am tomorrow.", "8am tomorrow", "2023-05-18T08:00"),
    ("They came after the war of 2024-05 had begun.", "2024-05", "2024-05"),
    ("It lasted from 1999-02 or so.", "1999-02", "1999-02"),
    ("It lasted from 1998-13 or so.", "1998", "1998"),
    ("It lasted in the opening week of April 2021.", "the opening week of April 2021", "2021-04"),
    ("It lasted in the early half of 2019.", "the early half of 2019", "2019"),
    ("It was filed 2021/07/09 at the court.", "2021/07/09", "2021-07-09"),
    ("In 1066 they came.", "1066", "1066"),
    ("The 1991 riots were worse.", "1991", "1991"),
    ("They fled on 4 June 2021. The week before, they had voted.", "The week before", "2021-W21"),
    ("It grew over the past year or so.", "the past year or so", "P1Y"),
    ("It lasted 1.3 years.", "1.3 years", "P1.3Y"),
    ("They met on Friday, 19 May.", "Friday, 19 May", "2023-05-19"),
    ("They met on Friday, 18 May.", "Friday, 18 May", "2018-05-18"),
    ("They met on Sunday, 20 May. It was early.", "Sunday, 20 May", "2018-05-20"),
    ("He was jailed on 3 June 2016 and freed that August.", "that August", "2016-08"),
    ("The July summit begins.", "July", "2023-07"),
    ("Talks will be held July-August.", "July", "2023-07"),
    ("They fled on 4 June 2021. Later in the day they came back.", "Later in the day", "2021-06-04"),
    ("The summer talks.", "The summer", "2023-SU"),
    ("Talks in March.", "March", "2023-03"),
    (
        "Sales in 2022 rose. Sales fell in the fourth quarter of 2022. Output fell a year earlier.",
        "a year earlier",
        "2021-Q4",
    ),
    # lengths and sets
    ("It lasted 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
    ("It lasted three quarters of an hour.", "three quarters of an hour", "PT45M"),
    ("He served two four-year terms.", "four-year", "P4Y"),
    ("It lasted a hundred and twenty-five days.", "a hundred and twenty-five days", "P125D"),
    ("It lasted three hundred years.", "three hundred years", "P300Y"),
    ("It lasted several quarters.", "several quarters", "PXQ"),
    ("It lasted for weeks and months.", "weeks and months", "PXW"),
    ("It lasted a day-long session.", "day-long", "P1D"),
    ("It took 12 to 18 months.", "12 to 18 months", "P18M"),
    ("It came within minutes.", "minutes", "PTXM"),
    ("It lasted two weekends.", "two weekends", "P4D"),
    ("It lasted for two halves and three fortnights.", "three fortnights", "P6W"),
    ("They meet every second month.", "every second month", "P2M"),
    ("They meet every single day.", "every single day", "P1D"),
    ("They meet on Sunday evenings.", "Sunday evenings", "XXXX-WXX-7TEV"),
    ("They meet day after day.", "day after day", "P1D"),
    ("They met in the past three summers.", "the past three summers", "XXXX-SU"),
]


@pytest.mark.parametrize(("text", "quote", "value"), VALUES, ids=[f"{row[1]}: {row[0][:30]}" for row in VALUES])
def test_value(text: str, quote: str, value: str) -> None:
    found = read(text)
    assert {name: one.value for name, one in found.items() if name == quote} == {quote: value}


NONE_SUCH = [
    ("They may last two years.", "last two years"),
    ("It ended, following years of talks.", "following years"),
    ("It marked the quarter century of the club.", "the quarter"),
    ("It won three quarters of the votes.", "three quarters"),
    ("It took a third quarter of the market.", "third quarter"),
    ("The crash of Black Monday was not forgotten.", "Monday"),
    ("He chaired it; the minutes were read.", "the minutes"),
    ("It swam against the current.", "current"),
    ("It came in the middle of the night.", "the night"),
    ("It will cut future payments.", "future"),
    ("The fund fell $2,000 short.", "2,000"),
    ("Flight 1984 was late.", "1984"),
    ("They hired more than 1990 workers.", "1990"),
    ("It has 1,984 seats and 2100 people.", "2100"),
    ("It stood 10:35 in the rolls.", "10:35"),
    ("He sat. Sun. was his paper.", "Sun."),
    ("It was signed on 45 June.", "45 June"),
    ("The fifth quarter of it.", "fifth quarter"),
    ("It weighs two thousand pounds.", "two thousand"),
    ("It rose in the half.", "the half"),
    ("It lasted £3 years.", "3 years"),
    ("Jan met them in town.", "Jan"),
    ("He drove an '82 Lada.", "'82"),
    ("He drives his 1987 Lada Niva.", "1987"),
    ("Wait a second for it.", "a second"),
    ("It rose three and a quarter points.", "a quarter"),
    ("He told This Week about it.", "This Week"),
    ("It was filed 2021-13-45 there.", "2021-13-45"),
    ("It was filed 99/99/2021 there.", "99/99/2021"),
    ("It was built in 12000 BC.", "12000 BC"),
    ("They voted on June 28 to 31.", "June 28 to 31"),
    ("They voted on July 5 to 3.", "July 5 to 3"),
    ("They met at 25:70 GMT.", "25:70 GMT"),
    ("They met in the fifth quarter of 2019.", "the fifth quarter of 2019"),
    ("They met in the 45th century.", "the 45th century"),
    ("Many a minute went by; this minute too.", "this minute"),
]


@pytest.mark.parametrize(("text", "quote"), NONE_SUCH)
def test_no_time(text: str, quote: str) -> None:
    assert quote not in read(text)


def test_a_feast_without_a_year_is_open_where_the_day_is_unknown() -> None:
    assert read("They rested at Easter and at Thanksgiving.", None)["Easter"].value == "XXXX-XX-XX"


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("They met in June last year.", "June last year", "XXXX-06"),
        ("They meet July-August.", "July", "XXXX-07"),
        ("Two years later they left.", "Two years later", "XXXX"),
        ("Several years later they left.", "Several years later", "XXXX"),
        ("They met on Friday, 19 May.", "Friday, 19 May", "XXXX-05-19"),
        ("They met at Easter.", "Easter", "XXXX-XX-XX"),
        ("They met in the last decade.", "the last decade", "P10Y"),
        ("They met a few weeks ago.", "a few weeks ago", "PAST_REF"),
        ("The crew waits until May 4. The deal runs until May 4, 2031.", "May 4", "2031-05-04"),
        ("The deal ran until 4 May 2030 and now to 4 May 2031. It ends on May 4.", "May 4", "XXXX-05-04"),
        ("The deal ends on 4 May 2031, the first talks on 4 May last year.", "4 May last year", "XXXX-05-04"),
    ],
)
def test_values_where_the_day_is_unknown(text: str, quote: str, value: str) -> None:
    assert read(text, None)[quote].value == value


@pytest.mark.parametrize(
    ("day", "text", "quote", "value"),
    [
        (date(2023, 8, 10), "Talks will be held July-August.", "July", "2024-07"),
        (date(2023, 5, 20), "They met last weekend.", "last weekend", "2023-W19-WE"),
        (date(2023, 11, 20), "Output will rise in the first quarter.", "the first quarter", "2024-Q1"),
        (date(2023, 1, 9), "They met in the summer.", "the summer", "2022-SU"),
        (date(2022, 5, 25), "Their board announced June 30 as the date for the vote.", "June 30", "2022-06-30"),
        (date(2022, 5, 25), "The court set the hearing for June 3.", "June 3", "2022-06-03"),
        (date(2022, 5, 25), "The court set June 3 for the hearing.", "June 3", "2022-06-03"),
        (date(2022, 11, 11), "The term for the deal has expired on 31 October.", "31 October", "2022-10-31"),
        (date(2022, 11, 11), "A vote has been scheduled for 31 October.", "31 October", "2023-10-31"),
        (date(2022, 11, 11), "They will fine drivers of cars sold on 3 December.", "3 December", "2022-12-03"),
        (date(2022, 11, 23), "Tolmar had planned to start issuing fines from Thursday.", "Thursday", "2022-11-24"),
        (
            date(2023, 6, 9),
            "They have agreed on a truce from 6 a.m. on Saturday.",
            "6 a.m. on Saturday",
            "2023-06-10T06:00",
        ),
        (date(2023, 6, 9), "They agreed to a truce starting on Monday.", "Monday", "2023-06-12"),
        (date(2023, 6, 9), "The bank raised fees from Monday.", "Monday", "2023-06-05"),
        (
            date(2017, 6, 20),
            "The ships met on Saturday. The alarm was heard at 1:30 a.m.",
            "1:30 a.m.",
            "2017-06-17T01:30",
        ),
        (date(2017, 6, 20), "It turned between 12:58 a.m. and 2:46 a.m. on June 17.", "12:58 a.m.", "2017-06-17T00:58"),
        (date(2016, 12, 1), "The members agreed in March to cut output.", "March", "2016-03"),
        (date(2016, 12, 1), "The deal agreed in March will hold.", "March", "2016-03"),
        (date(2014, 11, 21), '"Before Christmas," he added.', "Christmas", "2014-12-25"),
        (date(2014, 11, 21), 'He said: "They left before Christmas."', "Christmas", "2013-12-25"),
        (date(2022, 11, 23), "Nurses walk out on June 14. The strike will start at 7am.", "7am", "2023-06-14T07:00"),
        (date(2022, 11, 23), "Nurses walked out on June 14. The siren was heard at 7am.", "7am", "2022-11-23T07:00"),
        (date(2024, 2, 29), "They met last February.", "last February", "2023-02"),
        (date(1, 1, 1), "They met 3000 years ago.", "3000 years ago", "0001"),
        (date(9999, 12, 31), "They will meet next year, on Friday, tomorrow.", "tomorrow", "9999-12-31"),
    ],
)
def test_values_on_other_days(day: date, text: str, quote: str, value: str) -> None:
    assert read(text, day)[quote].value == value


def test_a_narrative_names_the_year_once() -> None:
    text = (
        "In 1911 it began. In March the port fell. In 1912, 1913 and 1914 it went on. In December 1915 came the frost. "
        "In February the river froze. In 1917 it was over."
    )
    found = read(text)
    assert found["March"].value == "1911-03"
    assert found["February"].value == "1916-02"


def test_what_was_told_before_does_not_place_what_is_far_from_it() -> None:
    text = "The war of 1911 was long.\n\nA truce was signed.\n\nIt held.\n\nThe next day it broke."
    assert read(text)["The next day"].value == "XXXX-XX-XX"
