"""Two lengths of one thing, and pairs that only look so: read from fictional sentences."""

import pytest

from dateline import read_text
from dateline.linking.conflicts import find_conflicts
from dateline.model import Conflict

DAY = "2031-05-14"


def conflicts(*texts: str, days: tuple[str, ...] = (DAY, "2031-05-15", "2031-05-16")) -> tuple[Conflict, ...]:
    return find_conflicts([read_text(text, day) for text, day in zip(texts, days, strict=False)])


IN_ONE = (
    "Port Minister Olek Brandt said the fishing pact was extended for 90 days. "
    'The Aldmark foreign ministry said: "We agreed to extend the fishing pact for 30 days."'
)
ALDMARK = "Aldmark's government said on Monday that it had extended the fishing pact with Tarnovia for 30 days."
BRANDT = "The fishing pact with Aldmark has been extended for 90 days, Tarnovian Port Minister Olek Brandt wrote."


def test_two_sides_tell_two_lengths_in_one_article() -> None:
    [one] = conflicts(IN_ONE)
    assert (one.kind, [side.anchor.quote for side in one.sides]) == ("figure", ["90 days", "30 days"])


def test_two_sides_tell_two_lengths_in_two_articles() -> None:
    [one] = conflicts(ALDMARK, BRANDT)
    assert {side.anchor.quote for side in one.sides} == {"90 days", "30 days"}


def test_one_dispute_is_told_once_however_many_tell_of_it() -> None:
    assert len(conflicts(IN_ONE, ALDMARK, BRANDT)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        (BRANDT.replace("90 days", "a month"), ALDMARK),
        (BRANDT, ALDMARK.replace("extended", "suspended talks on cod under").replace("fishing pact", "quota rules")),
        (BRANDT, "Aldmark called for the fishing pact with Tarnovia to be extended for 30 days."),
        (BRANDT, "Aldmark said the fishing pact with Tarnovia should be extended for 30 days."),
        (BRANDT, "Aldmark said the fishing pact with Tarnovia was extended for at least 30 days."),
        (BRANDT, "Aldmark said the fishing pact with Tarnovia would be extended in 30 days."),
        (BRANDT, "Brandt said the fishing pact with Aldmark had been extended for 30 days."),
    ],
    ids=["as long", "another thing", "a wish", "an opinion", "a bound", "a horizon", "one source"],
)
def test_what_is_no_conflict_of_lengths(texts: tuple[str, ...]) -> None:
    assert conflicts(*texts) == ()


def test_a_length_that_is_told_weeks_later_is_a_new_one() -> None:
    assert conflicts(BRANDT, ALDMARK.replace(" on Monday", ""), days=(DAY, "2031-08-20")) == ()


def test_what_two_agreed_not_to_do_denies_nothing() -> None:
    assert (
        conflicts(
            "Aldmark and Tarnovia agreed to return to talks on filling the Lesk reservoir, the two governments said.",
            "Aldmark and Tarnovia agreed that Tarnovia will not start filling the Lesk reservoir without an accord, "
            "the Lesk news agency said.",
        )
        == ()
    )


def test_conflicts_of_the_same_short_figures_are_two() -> None:
    """Only what copies repeat is told once, and a copy has more in common than two numbers."""
    first = "Police said 14 miners were killed in the blast on Monday. The miners' union put the number of dead at 22."
    second = (
        "Police said 14 sailors were killed in the storm on Monday. The sailors' union put the number of dead at 22."
    )
    assert len(conflicts(first, second)) == 2
    assert len(conflicts(first, f"{first} The shafts are closed.")) == 1
