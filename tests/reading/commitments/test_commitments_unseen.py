"""Classes of errors that pages nobody tuned on showed: what is no undertaking, who undertakes, and the words that tell it."""

import pytest

from dateline import read_text
from dateline.model import Reading

PUBLISHED = "2021-03-10"  # a Wednesday

NOTHING = {
    "a wish in somebody's own words": '"Instead of the lawyers I would focus on the harbour," the mayor said.',
    "a welcome": "Norway would welcome any step that would bring the two towns together, Minister Ann Lind said.",
    "no words": "The case is in court, so Ann Lind will refrain from commenting on it.",
    "what a deal leads to": "The agreement will pave the way for a return of the fishermen.",
    "what it hangs on": "A broader agreement would hinge on the price of salt, the minister said.",
    "an upheaval that threatens": "The sudden upheaval has threatened to destabilize Norland.",
    "what is not ruled out": "Minister Ann Lind would not rule out the possibility of closing the port.",
    "what was not meant": "Minister Ann Lind said she did not mean that Norway was ready to hold talks with Iceland.",
    "what is likely": "It is likely that the government will ask the council to vote by Friday.",
    "a demand on others": "Norway ordered the rebels in Torsa to hold elections and return the ships.",
    "a want of a plan for a life": "As a child Ann Lind expressed the intention to become a lawyer.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_what_undertakes_nothing(text: str) -> None:
    assert read_text(text, PUBLISHED).commitments == ()


Row = tuple[str, tuple[str, ...], str]


def rows(reading: Reading) -> list[Row]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [(c.kind, tuple(names[p] for p in c.parties), c.anchor.quote) for c in reading.commitments]


TOLD: dict[str, list[Row]] = {
    # who is bound by an act of office
    "Oslo agreed. President Ann Lind of Norway withdrew Norway from the fishing treaty.": [
        ("agreement", ("Ann Lind", "Norway"), "President Ann Lind of Norway withdrew Norway from the fishing treaty"),
    ],
    # who is to undergo it does not undertake it
    "All hostages are expected to be released on Monday.": [
        ("schedule", (), "All hostages are expected to be released on Monday"),
    ],
    "The minister agreed to be questioned on Monday.": [
        ("agreement", ("minister",), "The minister agreed to be questioned on Monday"),
    ],
    # who fights an election threatens nobody
    "The union will fight the election.": [("pledge", ("union",), "The union will fight the election")],
    "The army will fight the rebels, the general said.": [("threat", ("army",), "The army will fight the rebels")],
    # what is only told not to be so is not undertaken
    "The minister ruled out the possibility that the ferry was too full.": [],
    "The minister ruled out talks with the rebels.": [
        ("pledge", ("minister",), "The minister ruled out talks with the rebels"),
    ],
    # who mediates is none of the two sides
    "Rebels backed the offer of Norway and Sweden. The army wrote to the Norwegian and Swedish mediators. The two sides agreed to extend the truce.": [
        ("agreement", ("two sides",), "The two sides agreed to extend the truce"),
    ],
    # and who binds nobody but himself
    "The Norway Pilots Association and the Norway Shipping Alliance signed an agreement on pay. Norway watches.": [
        (
            "agreement",
            ("Norway Pilots Association", "Norway Shipping Alliance"),
            "The Norway Pilots Association and the Norway Shipping Alliance signed an agreement on pay",
        ),
    ],
    # "the countries" are those named before
    "Norway and Denmark met in Torsa. The countries have agreed to open the strait.": [
        ("agreement", ("Norway", "Denmark"), "The countries have agreed to open the strait"),
    ],
    "Norway and Denmark signed a pact. Experts from the two countries will draw the boundary, an official said.": [
        ("agreement", ("Norway", "Denmark"), "Norway and Denmark signed a pact"),
        ("schedule", ("Norway", "Denmark"), "Experts from the two countries will draw the boundary"),
    ],
    # whose determination another one tells of
    "The mediator asserted the determination of the government to reach a deal.": [
        (
            "pledge",
            ("government",),
            "The mediator asserted the determination of the government to reach a deal",
        ),
    ],
    "Ann Lind's stated aim is nothing. It is Ann Lind's stated intent to leave the pact.": [
        ("pledge", ("Ann Lind",), "It is Ann Lind's stated intent to leave the pact"),
    ],
    # another deed in the past is not part of it
    "The ministers cancelled the meeting and called the mayor.": [
        ("schedule", ("ministers",), "The ministers cancelled the meeting"),
    ],
    # a parted quotation keeps who does it
    'The minister said Norway would cut back the patrols to "build trust and help the fishermen".': [
        ("pledge", ("Norway",), 'Norway would cut back the patrols to "build trust and help the fishermen"'),
    ],
    # firm against others
    '"We are not going to be diverted by these threats," Ann Lind said.': [
        ("pledge", ("Ann Lind",), "We are not going to be diverted by these threats"),
    ],
    # a ceasefire takes effect
    "Ann Lind said the ceasefire would come into force on Sunday.": [
        ("schedule", (), "the ceasefire would come into force on Sunday"),
    ],
    "The task forces would then be responsible for the harbour, Ann Lind said.": [
        ("pledge", ("task forces",), "The task forces would then be responsible for the harbour"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items(), ids=list(TOLD))
def test_who_undertakes_what(text: str, expected: list[Row]) -> None:
    assert rows(read_text(text, PUBLISHED)) == expected


DAYS = {
    "The ferry will reopen in summer.": None,
    "The ministers will open the summer route.": None,
    "We will work on that in the coming months, Ann Lind said.": None,
    "Minister Ann Lind ruled out a visit Wednesday.": None,
    "The ministers will meet on Friday.": "2021-03-12/2021-03-12",
    "Mayor Ann Lind has until October 28 to publish the plan.": "../2021-10-28",
    "Ann Lind joins the board at the end of this year.": "2021-11-16/2021-12-31",
}


@pytest.mark.parametrize(("text", "due"), DAYS.items(), ids=list(DAYS))
def test_by_when(text: str, due: str | None) -> None:
    found = [c.due for c in read_text(text, PUBLISHED).commitments]
    assert [None if d is None else f"{d.start or '..'}/{d.end or '..'}" for d in found] in (
        [due],
        [] if due is None else [due],
    )


def test_a_picture_in_the_present_is_no_schedule_where_the_day_of_the_page_is_open() -> None:
    assert read_text("Ann Lind chairs the meeting in Torsa on Friday, March 12, 2021.").commitments == ()


def test_we_is_the_side_of_an_envoy_and_a_leader_with_his_side() -> None:
    text = '"We will rebuild the pier," said {}.'
    for who, expected in {
        "Peter Holm, foreign minister of Denmark": {"Denmark"},
        "Peter Holm, president of Denmark": {"Peter Holm", "Denmark"},
    }.items():
        [(_, parties, _)] = rows(read_text(text.format(who), PUBLISHED))
        assert set(parties) == expected


def test_an_article_of_quotes_has_one_speaker() -> None:
    text = (
        "Following are quotes from President Ann Lind's speech on Wednesday:\n"
        '"They want the harbour.\nWe will keep the harbour open.\nNobody wants more."'
    )
    [(_, parties, quote)] = rows(read_text(text, PUBLISHED))
    assert (quote, "Ann Lind" in parties) == ("We will keep the harbour open", True)


def test_no_quote_ends_within_a_word() -> None:
    text = "Ann Lind said the U.S. and Norway would co-chair both a working group on boats and a task force. They met."
    [found] = read_text(text, PUBLISHED).commitments
    assert found.anchor.quote.endswith("would co-chair both a working group on boats and a task force")
