"""What came to nothing, what is no deed, and what hangs on a condition in other words: read from fresh pages, told anew."""

import pytest

from dateline import read_text

PUBLISHED = "2024-07-10"  # a Wednesday

Row = tuple[str, str, tuple[str, ...], str | None]


def told(text: str) -> list[Row]:
    """Kind, status, parties and condition of each commitment."""
    reading = read_text(text, PUBLISHED)
    name = {actor.id: actor.name for actor in reading.actors}
    return [
        (c.kind, c.status, tuple(name[i] for i in c.parties), c.condition.quote if c.condition else None)
        for c in reading.commitments
    ]


NOTHING = {
    "an offer that was rejected": (
        "The minister had told the dockers that the league would pay 5 million crowns in May, which the dockers rejected."
    ),
    "a slogan": "The league is going to deliver for its members, Brel said.",
    "another slogan": "Our members are determined to stand up for their boats, she said.",
    "who will not give in": "The dockers will not give in, the union said.",
    "what a vote refused": "The dockers voted to reject the offer.",
    "what was decided against": "The dockers have decided not to accept the offer.",
    "who was booked to travel": "The league thanked the passengers who were booked to travel with it.",
    "what comes of it": "If the dockers walk out, the harbour baths will be shut down.",
    "what befalls the boats": "Crossings will be disrupted on Friday.",
    "what was said at first": "The minister initially said the fee would be abolished.",
    "what is asked for": "Sudland must guarantee it will not leave the pact again.",
    "in the end": "Some members threatened to scuttle the pact, but in the end they could not find the votes.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_nothing_is_undertaken(text: str) -> None:
    assert told(text) == []


CASES: dict[str, tuple[str, list[Row]]] = {
    "minds that were changed": (
        "The dockers had threatened to sink the boat but had changed their minds.",
        [("threat", "ended", ("dockers",), None)],
    ),
    "a vote to strike": (
        "The dockers have voted to strike on 5 August unless a new offer meets their concerns.",
        [("threat", "announced", ("dockers",), "unless a new offer meets their concerns")],
    ),
    "a vote to accept": (
        "The dockers voted on Monday to accept the offer.",
        [("agreement", "agreed", ("dockers",), None)],
    ),
    "failing that": (
        "Failing that, the dockers will strike on Friday.",
        [("pledge", "announced", ("dockers",), "Failing that")],
    ),
    "in the event": (
        "In the event its demands are not met, the league will close the harbour.",
        [("threat", "announced", ("league",), "In the event its demands are not met")],
    ),
    "should there be none": (
        "The union said further strikes will take place in August, should there be no settlement.",
        [("schedule", "announced", (), "should there be no settlement")],
    ),
    "a deal that is proposed": (
        "Under a proposed deal, Norway would send its ships to Denmark.",
        [("pledge", "proposed", ("Norway",), None)],
    ),
    "on pain of": (
        "Norway has 48 hours to end the dispute or face legal action.",
        [("threat", "announced", (), None)],
    ),
    "what a pact provides for": (
        "Norway and Sweden signed a pact on Monday. The pact provides for the withdrawal of all ships.",
        [
            ("agreement", "agreed", ("Norway", "Sweden"), None),
            ("agreement", "agreed", ("Norway", "Sweden"), None),
        ],
    ),
    "more than was pledged": (
        "Norway has increased its pledge to 80 million crowns.",
        [("pledge", "announced", ("Norway",), None)],
    ),
    "a place before a colon": (
        "OSLO: Norway’s government and a rebel group, the Harbour Movement, today signed a pact.",
        [("agreement", "agreed", ("Norway", "Harbour Movement"), None)],
    ),
    "a strike is not its employer's": (
        "The Dockers Union said its planned Northern Ferries strike will proceed on Friday.",
        [("schedule", "announced", ("Dockers Union",), None)],
    ),
    "what is put off with a harm": (
        "Norway said it will suspend its retaliatory duties.",
        [("pledge", "announced", ("Norway",), None)],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=list(CASES))
def test_turns(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


TERMS: dict[str, tuple[str, list[Row]]] = {
    "terms that a mediator tells": (
        (
            "The envoy of Sweden, Ana Lind, said Norway and Denmark had reached a deal on fishing. "
            "“Norway will stop issuing licences,” Lind said."
        ),
        [
            ("agreement", "agreed", ("Norway", "Denmark"), None),
            ("pledge", "announced", ("Norway",), None),
        ],
    ),
    "what somebody did not say": ("The spokesman said the minister did not say that Norway had agreed to a truce.", []),
    "what gave way": (
        "Norway had threatened to fine the boats, before agreeing to a two-day delay.",
        [("threat", "postponed", ("Norway",), None)],
    ),
    "rules as agreed": ("The rules as agreed in Lesk are harsh.", []),
    "an ultimatum by a congress": (
        "The Harbour Labour Congress has given the government a two-week ultimatum to pay.",
        [("threat", "announced", ("Harbour Labour Congress",), None)],
    ),
}


@pytest.mark.parametrize(("text", "rows"), TERMS.values(), ids=list(TERMS))
def test_terms(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_a_round_with_somebody_has_its_day() -> None:
    """The league hopes for progress in the next round of talks with the government, scheduled for 20 July."""
    text = test_a_round_with_somebody_has_its_day.__doc__ or ""
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    rows = [([names[p] for p in c.parties], str(c.due.start) if c.due else None) for c in reading.commitments]
    assert rows == [(["league"], "2024-07-20")]


SIDES: dict[str, tuple[str, list[Row]]] = {
    "both, not the three that looked on": (
        (
            "Norway and Sweden signed a truce on Monday. Delegates of Denmark, Finland and Poland looked on. "
            "Both sides agreed to withdraw their boats."
        ),
        [
            ("agreement", "agreed", ("Norway", "Sweden"), None),
            ("agreement", "agreed", ("Norway", "Sweden"), None),
        ],
    ),
    "provided it holds": (
        "Norway agreed to return 18 sailors captured in the clashes, provided the truce holds.",
        [("agreement", "agreed", ("Norway",), "provided the truce holds")],
    ),
    "the terms of a deal that was told of": (
        "Norway and Sweden reached a deal on Monday. Norway would patrol the strait, while Sweden would count the boats.",
        [
            ("agreement", "agreed", ("Norway", "Sweden"), None),
            ("pledge", "announced", ("Norway",), None),
            ("pledge", "announced", ("Sweden",), None),
        ],
    ),
}


@pytest.mark.parametrize(("text", "rows"), SIDES.values(), ids=list(SIDES))
def test_sides(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_a_strike_that_was_called_off_stands_no_more() -> None:
    """A strike at the port has been called off. Dockers had on Friday said they would strike until Monday."""
    rows = told(test_a_strike_that_was_called_off_stands_no_more.__doc__ or "")
    assert [row[:2] for row in rows] == [("schedule", "ended")]
