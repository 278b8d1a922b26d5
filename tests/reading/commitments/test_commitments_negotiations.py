"""Undertakings as negotiations, strikes, sanctions and settlements tell them: deadlines, threats, conditions, who is bound."""

from collections.abc import Iterator

import pytest

from dateline import read_text
from dateline.model import Commitment

PUBLISHED = "2025-06-17"

DUE = {
    "By June 2026, Norway will sell the fleet.": "../2026-06-30",
    "From 1 July, Norway will close the port.": "2025-07-01/..",
    "Norway said that by the end of June it would sell the fleet.": "../2025-06-30",
    "On Monday, the council will meet.": "2025-06-23/2025-06-23",
    "No later than July 30, the parties shall file their objections.": "../2025-07-30",
    "The nurses will go on strike on 18 and 19 August.": "2025-08-18/2025-08-19",
    "The nurses will go on strike on 18-20 August.": "2025-08-18/2025-08-20",
    "The council will free the crews on or before August 18.": "../2025-08-18",
    "The next round of talks will take place in two weeks.": "2025-06-30/2025-07-06",
    "Norway will stop the cull from today, June 17, 2025.": "2025-06-17/..",
    "The voting period will run until July 25th.": "../2025-07-25",
    "The licence will expire on 31 July if it is not renewed.": "2025-07-31/2025-07-31",
    "The union agreed to suspend the strikes, including one on July 14.": None,
    "Sweden and Norway signed the agreement in May.": None,
    "Norway's minister will be in Ottawa July 21 for talks with his Canadian counterpart.": "2025-07-21/2025-07-21",
    "The union announced a walkout on 11 July.": "2025-07-11/2025-07-11",
    "Strikes planned for 19 July will go ahead.": "2025-07-19/2025-07-19",
}


def _commitments(text: str) -> Iterator[Commitment]:
    return iter(read_text(text, PUBLISHED).commitments)


@pytest.mark.parametrize(("text", "due"), DUE.items(), ids=list(DUE))
def test_by_when(text: str, due: str | None) -> None:
    [one] = _commitments(text)
    assert (None if one.due is None else f"{one.due.start or '..'}/{one.due.end or '..'}") == due


KIND_AND_STATUS = {
    "Norway vowed retaliation against the tariffs.": ("threat", "announced"),
    "Norway promised a tough response to the tariffs.": ("threat", "announced"),
    "Norway threatened sanctions.": ("threat", "announced"),
    "Norway's minister said the attack would not go unanswered.": ("threat", "announced"),
    "The general warned that if the border is closed, Norway will consider it an act of war.": ("threat", "announced"),
    "Norway insisted that it will reopen the port.": ("pledge", "announced"),
    "Norway does not intend to sell the port.": ("pledge", "announced"),
    "The Security Council voted to impose sanctions on the port.": ("agreement", "agreed"),
    "The government announced a cease-fire.": ("pledge", "announced"),
    "The council said the strike will not take place.": ("schedule", "ended"),
    "The union called off the strikes planned for July.": ("schedule", "ended"),
    "The election will be postponed, the court said.": ("schedule", "postponed"),
    "Norway is slated to begin the cull in July.": ("schedule", "announced"),
    "Norway walked away from the pact.": ("agreement", "ended"),
    "Under the deal, wages will go up by May 2026.": ("schedule", "announced"),
}


@pytest.mark.parametrize(("text", "expected"), KIND_AND_STATUS.items(), ids=list(KIND_AND_STATUS))
def test_kind_and_status(text: str, expected: tuple[str, str]) -> None:
    [one] = _commitments(text)
    assert (one.kind, one.status) == expected


NONE = [
    "Trump's rival scoffed at the mayor's claim that Norway and Sweden will sign a deal.",
    "Lawmakers said it would make it easier for Norway to leave.",
    "It is in the common interest that the accord is kept.",
    "The council opted for a secret ballot to end the row.",
    "Norway hopes the offer will be greeted with relief.",
    "The governor said residents will be involved in the cleanup.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_undertaking(text: str) -> None:
    assert not list(_commitments(text))


PARTIES = {
    "Lena Frey of Norway and Jon Brel of Sweden signed the agreement.": {"Lena Frey", "Jon Brel", "Norway", "Sweden"},
    "The minister said that the US will issue a permit.": {"US"},
    "A total of 40 nations agreed to cut the catch.": {"40 nations"},
    "OSLO - Norway and Sweden signed a set of agreements.": {"Norway", "Sweden"},
    "Reporters were told that they reached an agreement with Norway.": {"Norway"},
    "Norway announced a freeze. It also vowed to close the port.": {"Norway"},
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.items(), ids=list(PARTIES))
def test_who_is_bound(text: str, parties: set[str]) -> None:
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    assert {names[p] for p in reading.commitments[-1].parties} == parties


CONDITIONS = {
    "Norway has said if the tariffs are lifted it will reopen the port.": "if the tariffs are lifted",
    "“If it turns out that there were leaks, Norway will close the plant,” the minister said.": (
        "If it turns out that there were leaks"
    ),
    "Norway has said if its rights are kept it is ready to reopen the port.": "if its rights are kept",
}


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.items(), ids=list(CONDITIONS))
def test_on_what_condition(text: str, expected: str) -> None:
    [one] = _commitments(text)
    assert one.condition is not None
    assert one.condition.quote == expected


def test_a_clause_before_the_undertaking_is_left_out_and_its_second_half_kept() -> None:
    text = '"As the two mayors have confirmed, we will continue to talk and make progress on the bridge," Norway said.'
    assert [c.anchor.quote for c in _commitments(text)] == ["we will continue to talk and make progress on the bridge"]


def test_an_ellipsis_ends_the_clause() -> None:
    text = "“We will announce the tariffs soon… the blame lies with Sweden,” Norway's ministry said."
    assert [c.anchor.quote for c in _commitments(text)] == ["We will announce the tariffs soon"]
