"""Terms of fictional undertakings: from when, and for how long."""

from datetime import date

import pytest

from dateline import read_text
from dateline.model import Evidence, Interval, Published
from dateline.reading.commitments.terms import term_of
from dateline.reading.parse import parse
from dateline.reading.times import find_times

WRITTEN = date(2031, 5, 8)  # a Thursday
PUBLISHED = Published(start=WRITTEN, end=WRITTEN, basis="stated", evidence=(Evidence("page", "8 May 2031"),))

TERMS = [
    ("Both agreed on a truce for 24 hours from 6 a.m. on Saturday.", (date(2031, 5, 10), date(2031, 5, 11))),
    (
        "Kesh agreed to a 72-hour cease-fire starting at 6 a.m. local time on Sunday.",
        (date(2031, 5, 11), date(2031, 5, 14)),
    ),
    ("They will extend the truce for 180 days from August 3.", (date(2031, 8, 3), date(2032, 1, 30))),
    ("We extend, starting at 00:00 on June 6, 2031, for two months, the truce.", (date(2031, 6, 6), date(2031, 8, 6))),
    ("Nurses will strike for five days from 7am on June 2.", (date(2031, 6, 2), date(2031, 6, 7))),
    ("They agreed to a one-week suspension, effective Monday.", (date(2031, 5, 12), date(2031, 5, 19))),
    ("Kesh will pay 20 million over three years from 2032.", None),
    ("They agreed to extend the truce for six months.", None),
    ("The truce starts on Sunday.", None),
    ("It rose for the first time in five days from Monday's low.", None),
]


@pytest.mark.parametrize(("text", "term"), TERMS, ids=[text for text, _ in TERMS])
def test_terms(text: str, term: tuple[date, date] | None) -> None:
    times = find_times(parse(text), PUBLISHED)
    assert term_of(text, times, WRITTEN) == (None if term is None else Interval(*term))


UNDERTAKEN = [
    # sentence, first and last day that are due, end of the clause
    (
        '"We have agreed to extend, starting at 00:00 on June 6, 2031, for ten days, the Lindt Truce," says the paper.',
        (date(2031, 6, 6), date(2031, 6, 16)),
        "the Lindt Truce",
    ),
    (
        "Kesh has agreed to close, from Monday and for ten days, the two bridges at Lindt.",
        (date(2031, 5, 12), date(2031, 5, 22)),
        "at Lindt",
    ),
    (
        "The Kesh police will fine drivers of cars registered in Lindt on 3 June.",
        (date(2031, 6, 3), date(2031, 6, 3)),
        "on 3 June",
    ),
]


@pytest.mark.parametrize(("text", "due", "ends"), UNDERTAKEN, ids=[text for text, *_ in UNDERTAKEN])
def test_what_is_due_when(text: str, due: tuple[date, date], ends: str) -> None:
    [found] = read_text(text, WRITTEN).commitments
    assert found.due == Interval(*due)
    assert found.anchor.quote.endswith(ends)
