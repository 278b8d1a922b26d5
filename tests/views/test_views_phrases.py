"""Days, intervals and figures in words."""

from datetime import date

import pytest

from dateline.model import Interval
from dateline.views.phrases import counted, days_in_words, figure_in_words

D = date


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        (Interval(), ""),
        (Interval(D(2031, 5, 6), D(2031, 5, 6)), "6 May 2031"),
        (Interval(None, D(2031, 5, 6)), "by 6 May 2031"),
        (Interval(D(2031, 5, 6), None), "from 6 May 2031"),
        (Interval(D(2031, 2, 1), D(2031, 2, 28)), "February 2031"),
        (Interval(D(2031, 1, 1), D(2031, 12, 31)), "2031"),
        (Interval(D(2031, 1, 1), D(2032, 12, 31)), "2031–2032"),
        (Interval(D(9999, 12, 1), D(9999, 12, 31)), "1–31 December 9999"),
        (Interval(D(2031, 2, 1), D(2031, 2, 27)), "1–27 February 2031"),
        (Interval(D(2031, 7, 1), D(2031, 8, 31)), "1 July – 31 August 2031"),
        (Interval(D(2031, 12, 30), D(2032, 1, 2)), "30 December 2031 – 2 January 2032"),
    ],
)
def test_days(days: Interval | None, words: str) -> None:
    assert days_in_words(days) == words


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (40, 40, False, "40"),
        (2500.0, 2500.0, True, "about 2,500"),
        (40, None, False, "at least 40"),
        (None, 40, False, "at most 40"),
        (1.5, 3, False, "1.5–3"),
        (None, None, False, "an unknown number of"),
        (float("inf"), float("inf"), False, "inf"),
    ],
)
def test_figures(low: float | None, high: float | None, approximate: bool, words: str) -> None:
    assert figure_in_words(low, high, approximate=approximate) == words


def test_counted() -> None:
    assert [counted(n, "copy", "copies") for n in (0, 1, 2000)] == ["0 copies", "1 copy", "2,000 copies"]
