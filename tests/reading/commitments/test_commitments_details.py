"""Conditions, the other side, sources, repeats, and what holds of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import read_text
from dateline.model import Commitment, Reading

CONDITIONS = {
    "Mexico will close the border if the tariffs stay.": "if the tariffs stay",
    "Norway will open the port unless the ice stays.": "unless the ice stays",
    "Norway agreed to open the port in exchange for grain.": "in exchange for grain",
    "Norway will open the port provided that the ice melts.": "provided that the ice melts",
    "Norway will open the port as long as the ice stays away.": "as long as the ice stays away",
    "Norway will open the port subject to approval by parliament.": "subject to approval by parliament",
    "Norway will open the port pending approval by parliament.": "pending approval by parliament",
    "The plan, which still needs the approval of parliament, would see dozens of ships leave by July 2022.": (
        "needs the approval of parliament"
    ),
    "Norway will not sign a treaty that does not protect the coast.": "that does not protect the coast",
    "Norway will open the port.": None,
    "Norway will open the port that the guild builds in exchange for aid.": None,
    "Even if Sweden leaves, Norway will stay in the pact.": None,
    "Norway will open the port when the ice melts.": None,
}


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.items(), ids=list(CONDITIONS))
def test_condition(text: str, expected: str | None) -> None:
    [one] = read_text(text, "2021-03-10").commitments
    assert (None if one.condition is None else one.condition.quote) == expected


TOWARD = {
    "Canada promised Denmark to share the catch.": ("Denmark",),
    "The king of Norway will meet President Anna Berg in May.": ("Anna Berg",),
    "Canada agreed to sell ships to Denmark.": ("Denmark",),
    "Canada will open the port.": (),
}


@pytest.mark.parametrize(("text", "expected"), TOWARD.items(), ids=list(TOWARD))
def test_towards_whom(text: str, expected: tuple[str, ...]) -> None:
    reading = read_text(text, "2021-03-10")
    names = {actor.id: actor.name for actor in reading.actors}
    [one] = reading.commitments
    assert tuple(names[i] for i in one.toward) == expected


def test_the_attribution_is_that_whose_content_holds_the_undertaking() -> None:
    reading = read_text(
        "The mayor of Oslo said on Monday that the city would rebuild the bridge in 2022.", "2021-03-10"
    )
    [one] = reading.commitments
    [said] = [a for a in reading.attributions if a.id == one.attribution]
    assert said.content[0].start <= one.anchor.start < said.content[0].end
    assert one.due is not None
    assert one.due.start is not None
    assert one.due.start.year == 2022


def test_a_denied_side_clause_is_not_denied() -> None:
    text = "Norway denied that Sweden, which vowed to keep the port open, had sunk the ship."
    assert [c.status for c in read_text(text, "2021-03-10").commitments] == ["announced"]


def test_the_fuller_of_two_tellings_is_kept() -> None:
    text = (
        "Norway will reopen the northern port by June 2022.\n\nNorway will reopen the northern port, the minister said."
    )
    assert [c.anchor.quote for c in read_text(text, "2021-03-10").commitments] == [
        "Norway will reopen the northern port by June 2022"
    ]


def test_one_that_adds_a_deadline_is_kept_beside_another() -> None:
    text = "Norway will reopen the port by June 2022.\n\nNorway will reopen the port by July 2023."
    assert len(read_text(text, "2021-03-10").commitments) == 2


def test_who_goes_on_speaking_is_the_party() -> None:
    text = '"The bridge is old," said Peter Holm, the mayor of Oslo. "We will rebuild it in 2022."'
    reading = read_text(text, "2021-03-10")
    names = {actor.id: actor.name for actor in reading.actors}
    [one] = reading.commitments
    assert names[one.parties[0]] == "Peter Holm"


def test_who_spoke_last_goes_on_without_marks() -> None:
    text = "Peter Holm said the bridge was old.\n\nWe will rebuild it in 2022."
    reading = read_text(text, "2021-03-10")
    names = {actor.id: actor.name for actor in reading.actors}
    [one] = reading.commitments
    assert [names[i] for i in one.parties] == ["Peter Holm"]


def test_nobody_speaks_where_the_last_speech_is_far() -> None:
    text = (
        "Peter Holm said the bridge was old.\n\n" + "The river is wide and slow. " * 40 + "We will rebuild it in 2022."
    )
    assert read_text(text, "2021-03-10").commitments == ()


def test_in_an_interview_only_what_has_a_day_or_a_speaker_is_kept() -> None:
    text = (
        "Who are you?\n\nWhat do you want?\n\nWhy so?\n\nNorway will sell the fleet. Norway will sell the port in May."
    )
    assert [c.anchor.quote for c in read_text(text, "2021-03-10").commitments] == ["Norway will sell the port in May"]


def test_quotation_marks_keep_what_an_unknown_speaker_says() -> None:
    text = "“We will never give up the island.”"
    assert [c.anchor.quote for c in read_text(text, "2021-03-10").commitments] == ["We will never give up the island"]


def test_an_observers_comment_foretells() -> None:
    text = (
        "The pact is weak, analyst Jane Dahl said.\n\nNorway will leave it, Dahl said.\n\nSweden will leave it.\n\n"
        "Denmark will meet Norway on Friday."
    )
    assert [c.anchor.quote for c in read_text(text, "2021-03-10").commitments] == ["Denmark will meet Norway on Friday"]


def test_an_unresolved_day_is_no_new_day() -> None:
    [one] = read_text("The vote was postponed until June.").commitments
    assert one.due is None


def test_an_unresolved_day_is_no_deadline() -> None:
    [one] = read_text("Norway will open the port by March.").commitments
    assert one.due is None


def test_a_day_of_the_telling_is_not_the_day_that_is_due() -> None:
    [one] = read_text("Norway agreed on Monday to open the port.", "2021-03-10").commitments
    assert one.due is None


SENTENCES = [
    "Norway agreed to open the port by June 2022.",
    "The rebels vowed to fight on, and will not leave unless the siege ends.",
    '"We will rebuild it," she said.',
    "Talks will be held on Friday between Norway and Sweden.",
    "The plan would see troops leave by May, with the rest departing in June.",
    "It is not clear.",
    "will Will would have been to to agreed agree that if unless",
    "(will) — “vowed to” … 'pledge'",
    "\n\n",
    "Sweden left the treaty; Norway broke its promise.",
]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from([None, "2021-03-10"]))
def test_every_anchor_quotes_the_text_and_ids_are_unique(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    reading: Reading = read_text(text, published)
    found: tuple[Commitment, ...] = reading.commitments
    assert len({c.id for c in found}) == len(found)
    assert list(found) == sorted(found, key=lambda c: c.anchor)
    actors = {actor.id for actor in reading.actors}
    for one in found:
        assert {*one.parties, *one.toward} <= actors
        for place in (one.anchor, one.condition):
            assert place is None or text[place.start : place.end] == place.quote
    assert read_text(text, published).commitments == found


@settings(deadline=None, max_examples=15)
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read_text(text, "2021-03-10")
