"""Plans to meet are schedules; who is named as bound is bound, whoever tells it."""

from datetime import date

import pytest

from dateline import read_text
from dateline.model import Interval

PUBLISHED = "2021-03-10"


def rows(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The kind and the parties of each commitment."""
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    return [(one.kind, tuple(names[i] for i in one.parties)) for one in reading.commitments]


KINDS = {
    "President Ana Brel plans to visit Norway next week.": "schedule",
    "President Ana Brel intends to meet the rebels on Monday.": "schedule",
    "President Ana Brel will start her visit to Norway on Monday.": "schedule",
    "President Ana Brel will stop over in Oslo on 30 May.": "schedule",
    "The ministers of Norway and Denmark will exchange views on the package on Friday.": "schedule",
    "The sides will reconvene on Tuesday.": "schedule",
    "Norway plans to sell the ferry next week.": "pledge",
    "Norway will stop the trawlers on Monday.": "pledge",
    "Norway will start selling the trawlers on Monday.": "pledge",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_kinds(text: str, kind: str) -> None:
    assert [made for made, _ in rows(text)] == [kind]


PARTIES = {
    "Ana Brel, the head of the league, threatened that Norway will respond if the pact is broken.": ("Norway",),
    "Ana Brel promised that Norway will lift the ban on Monday.": ("Norway",),
    "Ana Brel promised that she will lift the ban on Monday.": ("Ana Brel",),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.items())
def test_who_is_bound_by_what_another_one_tells(text: str, parties: tuple[str, ...]) -> None:
    assert [who for _, who in rows(text)] == [parties]


def test_who_is_likely_where_the_clause_lays_it_on_nobody() -> None:
    """The layers name those who met before; not who undergoes it, nor who must fear it, nor who brokered it."""
    assert rows("Norway and Denmark met. The talks in May will last a week.") == [("schedule", ("Norway", "Denmark"))]
    for text in (
        "The ceasefire, brokered by Denmark, was due to take effect on Friday.",
        "Norway has 48 hours to end the dispute or face legal action.",
        "All hostages are expected to be released on Monday.",
    ):
        assert [who for _, who in rows(text)] == [()], text


def test_the_day_on_which_it_was_said_is_none_of_its_own() -> None:
    text = "Ann Lind warned them not to retaliate against the duties, before leaving the talks in Oslo on Saturday."
    assert [found.due for found in read_text(text, PUBLISHED).commitments] == [None]


def test_a_length_counts_from_the_day_on_which_it_was_said() -> None:
    text = "Negotiator Ann Lind said Monday that the talks would begin in two days' time."
    assert [found.due for found in read_text(text, "2021-03-09").commitments] == [
        Interval(date(2021, 3, 10), date(2021, 3, 10))
    ]


def test_what_may_never_come() -> None:
    """What stands behind "in case" is a condition: neither an undertaking nor a deed."""
    reading = read_text("Norway warned of a strong reaction in case Denmark violates the pact.", PUBLISHED)
    assert (reading.commitments, [e.status for e in reading.events if e.status == "happened"]) == ((), [])
    reading = read_text("In the event that Denmark attacks the port, Norway will react.", PUBLISHED)
    assert [one.kind for one in reading.commitments] == ["threat"]
    assert [event.status for event in reading.events] == ["possible"]
    reading = read_text("Should the council fail to extend the embargo, Norway will sell arms.", PUBLISHED)
    assert reading.events == ()
