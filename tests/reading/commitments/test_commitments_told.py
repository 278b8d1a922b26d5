"""How undertakings are told on pages nobody tuned on: lists of days, plans that came to nothing, who is meant, where a clause begins."""

import pytest

from dateline import read_text
from dateline.model import Commitment, Reading

PUBLISHED = "2021-03-10"  # a Wednesday


def due(one: Commitment) -> str | None:
    return None if one.due is None else f"{one.due.start or '..'}/{one.due.end or '..'}"


def parties(reading: Reading, one: Commitment) -> tuple[str, ...]:
    names = {actor.id: actor.name for actor in reading.actors}
    return tuple(names[p] for p in one.parties)


DAYS = {
    "Ferry crews will walk out on 16, 18 and 30 April.": "2021-04-16/2021-04-30",
    "Crews are due to strike on April 12, April 14 and April 16.": "2021-04-12/2021-04-16",
    "The vote of the members will end at midday on 26 March.": "2021-03-26/2021-03-26",
    "In 2019, Norway agreed to withdraw from the island by the end of March.": "../2019-03-31",
    "Last year, Norway promised to ship salt in May.": "2020-05-01/2020-05-31",
    "Iceland had agreed to leave the port by Friday.": "../2021-03-12",
    "The talks, originally scheduled for Monday, were moved to Friday.": "2021-03-12/2021-03-12",
    "If Iceland does not pay by Saturday, Norway will close the port.": None,
    "The boats would leave Iceland by the end of June, Norway's ministry said.": "../2021-06-30",
    "The commission, which was to meet in September 2020, never did.": "2020-09-01/2020-09-30",
    "The minister said Norway would free 40 men in the largest release since talks in Torsa in May 2018.": None,
    "Three ships are to be returned on Friday.": "2021-03-12/2021-03-12",
    "The town has up to 30 June to answer.": None,
    "Mayor Ann May is due to speak to the council.": None,
    "The council voted to close the port on Monday.": None,
    "Norway committed to free the boats back in 2018.": None,
    "Minister Ann Lind said Norway would free the boats in the largest release in Torsa in May 2018.": None,
    "Minister Ann Lind said the truce would go into effect one minute before midnight on Friday.": (
        "2021-03-12/2021-03-12"
    ),
    "In November 2020, the states reached an agreement to cut output by 5 barrels per day in the first half of 2021.": (
        "2021-01-01/2021-06-30"
    ),
}


@pytest.mark.parametrize(("text", "expected"), DAYS.items(), ids=list(DAYS))
def test_by_when(text: str, expected: str | None) -> None:
    found = [due(one) for one in read_text(text, PUBLISHED).commitments]
    assert found == [expected] or (found == [] and expected is None)


NOTHING = {
    "an indirect question": "The mayor said it depends on what price Norway is willing to pay.",
    "an indirect question behind a preposition": "Ann Lind did not say under which law the port would be closed.",
    "what somebody sought": "The fishermen had sought a firm pledge from Ann Lind that she will reopen the port.",
    "an aim": "Ann Lind said the patrols should ensure that Iceland respects the agreement.",
    "nothing by itself": '"We will do it," Ann Lind said.',
    "what befalls a thing": "The nets will get lost if nobody mends them, Ann Lind said.",
    "what the rules say": "The rules state that members shall pay fees by May.",
    "what a law says": "Under Norwegian law, the mayor will resign if he is charged.",
    "what might follow": "It could mean that the school starts in August without teachers.",
    "what the rules require": "The bylaws require that members have at least three days to answer.",
    "what an exercise was for": "The launch of the boats was to warn Iceland.",
    "what was planned at first": "The ministers had initially been scheduled to meet on Tuesday.",
    "what is kept in part": "The agreement has been implemented only partially.",
    "what is only named": "The group has made half of the agreed upon cuts.",
    "a headline in the text": "Norway Will Ring in Easter With Extra Boats\nThe boats are new.",
    "a line of the page": "Sign up now: you agree to receive offers by May.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_what_undertakes_nothing(text: str) -> None:
    assert read_text(text, PUBLISHED).commitments == ()


WHO = {
    "The company, Nordfisk, agreed to raise pay.": ("Nordfisk",),
    "The three nations — Norway, Iceland and Denmark — reaffirmed their commitment to cut fees.": (
        "Norway",
        "Iceland",
        "Denmark",
    ),
    "The two sides plan to resume talks in May. Norway and Iceland quarrel over cod.": ("Norway", "Iceland"),
    "The House and the Senate both approved a fishing deal.": ("House", "Senate"),
    'A spokesman for the ferry union said: "We will put the offer to a vote."': ("ferry union",),
    '"We will cut fees," said Peter Holm, general secretary for the FRU. The FRU met on Monday.': ("Peter Holm", "FRU"),
    'Norwegian Foreign Ministry spokesperson Peter Holm said: "We will build the pier."': (
        "Norwegian Foreign Ministry",
    ),
    'Ann Lind of Norway spoke about Peter Holm. "He will leave on Friday," she said.': ("Peter Holm",),
    "Premier Ann Lind intends to leave the EU by the end of January.": ("Ann Lind",),
    "The ceasefire, brokered by Denmark, was due to take effect on Friday.": (),
    "Norway and Iceland declared a truce.": ("Norway", "Iceland"),
    "The boys are on the ship. Their names will be read on Friday, Minister Ann Lind of Norway said.": ("Norway",),
}


@pytest.mark.parametrize(("text", "expected"), WHO.items(), ids=list(WHO))
def test_who_undertakes_it(text: str, expected: tuple[str, ...]) -> None:
    reading = read_text(text, PUBLISHED)
    [one] = reading.commitments
    assert parties(reading, one) == expected


QUOTES = {
    "The accord, under which Norway will send a ship, is new.": "Norway will send a ship",
    "It was in June, when Norway threatened to close the port.": "Norway threatened to close the port",
    "Norway met Iceland and then agreed to cut fees.": "agreed to cut fees",
    "Norway plans to cut fees and to raise wages.": "Norway plans to cut fees and to raise wages",
    "These are the ships Norway has vowed to sell.": "the ships Norway has vowed to sell",
    "They met with classes scheduled to resume on Friday.": "classes scheduled to resume on Friday",
    "Norway is ready to send ships next month, a move expected to anger Iceland.": (
        "Norway is ready to send ships next month"
    ),
    "The law, which the minister is to present on Friday, is long.": "The law, which the minister is to present on Friday",
    "Ann Lind said she would pay if Iceland “keeps its word.”": "she would pay if Iceland “keeps its word.”",
    "Queen Ann Lind said she will comply with a request to close the port in May.": (
        "she will comply with a request to close the port in May"
    ),
}


@pytest.mark.parametrize(("text", "quote"), QUOTES.items(), ids=list(QUOTES))
def test_where_a_clause_begins_and_ends(text: str, quote: str) -> None:
    assert [one.anchor.quote for one in read_text(text, PUBLISHED).commitments] == [quote]


STATUS = {
    "The ferry crews called off the walkout that was due to start on Friday.": [("schedule", "ended")],
    "Peter Holm, who was to meet Ann Lind on Monday, has cancelled his trip.": [("schedule", "ended")],
    "Norway planned to build a port, but dropped the idea.": [("pledge", "ended")],
    "The port was due to open on Friday but was delayed.": [("schedule", "postponed")],
    "Ann Lind extended the April 1 deadline.": [("schedule", "postponed")],
    "Ann Lind pushed the deadline to April 1.": [("schedule", "postponed")],
    "Minister Ann Lind of Norway warned that the truce will end if the boats do not return.": [("threat", "announced")],
    "News reports indicate Norway has pledged to buy salt.": [("pledge", "announced")],
}


@pytest.mark.parametrize(("text", "expected"), STATUS.items(), ids=list(STATUS))
def test_what_became_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.status) for one in read_text(text, PUBLISHED).commitments] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway pledged a report by February.", "../2022-02-28"),
        ("Norway pledged a report by February 2020.", "../2020-02-29"),
        ("Norway agreed to free the boats after talks with envoys in Torsa on Monday.", None),
        ("Norway will make every effort to end the strike in May.", "2021-05-01/2021-05-31"),
        ("Norway will publish a report that was finished in May.", None),
        ("Norway agreed after talks in Torsa to free the boats by March 26.", "../2021-03-26"),
    ],
)
def test_a_deadline_lies_ahead_and_no_day_of_what_went_before_is_one(text: str, expected: str | None) -> None:
    [one] = read_text(text, "2021-11-20" if "February" in text else PUBLISHED).commitments
    assert due(one) == expected


def test_what_a_paper_was_told_is_no_question() -> None:
    text = "Minister Ann Lind told the Torsa Courier that her government was ready to free the boats if Iceland pays."
    [one] = read_text(text, PUBLISHED).commitments
    assert one.condition is not None


def test_both_sides_are_those_who_agreed_and_a_deal_is_told_once() -> None:
    text = "Norway and the Cod Union signed a truce. They signed the truce in Torsa. Both sides promised to free the boats."
    reading = read_text(text, PUBLISHED)
    assert [(one.kind, parties(reading, one)) for one in reading.commitments] == [
        ("agreement", ("Norway", "Cod Union")),
        ("pledge", ("Norway", "Cod Union")),
    ]


def test_what_is_told_with_a_day_of_its_own_is_an_undertaking_of_its_own() -> None:
    reading = read_text("Norway pledged to pay 5 million by April 1 and to send a ship by May 1.", PUBLISHED)
    assert [(due(one), one.anchor.quote) for one in reading.commitments] == [
        ("../2021-04-01", "Norway pledged to pay 5 million by April 1"),
        ("../2021-05-01", "to send a ship by May 1"),
    ]
    assert {parties(reading, one) for one in reading.commitments} == {("Norway",)}


def test_a_condition_ends_where_another_clause_begins_and_holds_its_marks() -> None:
    text = "Ann Lind said Norway would close the port if Iceland did not pay but gave no day."
    [one] = read_text(text, PUBLISHED).commitments
    assert one.condition is not None
    assert one.condition.quote == "if Iceland did not pay"
    [once] = read_text("Norway will sign only after Iceland pays.", PUBLISHED).commitments
    assert once.condition is not None
    assert once.condition.quote == "only after Iceland pays"
    [soon] = read_text("The council is expected to vote as soon as tonight.", PUBLISHED).commitments
    assert soon.condition is None
