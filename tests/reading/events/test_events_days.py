"""Days of events: which time of the clause is meant, and days open on one side."""

from datetime import date

import pytest

from dateline.model import Article, Evidence, Interval, PageRef, Published, article_id
from dateline.reading.read import read

TODAY = date(2024, 3, 15)  # a Friday
NONE = Interval()


def days(text: str) -> list[tuple[str, Interval]]:
    published = Published(start=TODAY, end=TODAY, basis="stated", evidence=(Evidence("page", str(TODAY)),))
    page = PageRef(source="test", sha256="0" * 64)
    made = read(Article(id=article_id(text), page=page, text=text, published=published))
    return [(e.type, e.days) for e in made.events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels have killed 30 people in Chad since Monday.", [("ASSAULT", Interval(date(2024, 3, 11), None))]),
        ("Kenya closed its border with Chad until 20 March 2024.", [("COERCE", Interval(None, date(2024, 3, 20)))]),
        ("Rebels killed the leader of the party on Monday.", [("ASSAULT", Interval(date(2024, 3, 11), date(2024, 3, 11)))]),
        ("The council urged Chad to free those held after the vote on 19 December.", [("REQUEST", NONE)]),
        (
            "The council agreed to renew the curbs imposed on Chadian officials after the elections in 2004.",
            [("THREATEN", NONE), ("COERCE", NONE)],
        ),
        ("The council fined two Chadian officials responsible for the vote last December.", [("COERCE", NONE)]),
        ("Kenya recalled its ambassador to Chad following a skirmish near the port on Saturday.", [("SANCTION", NONE)]),
        ("Kenya opposed the plan during a visit to Chad on Monday.", [("REJECT", Interval(date(2024, 3, 11), date(2024, 3, 11)))]),
        ("Kenya has postponed talks with Chad to Sunday.", [("SANCTION", NONE)]),
    ],
)  # fmt: skip
def test_which_days_an_event_has(text: str, wanted: list[tuple[str, Interval]]) -> None:
    """The days of something else that the clause names are not the event's; "since" and "until" leave one side open."""
    assert days(text) == wanted
