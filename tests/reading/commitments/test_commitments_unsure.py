"""What is left out, or left open, because the words around a clause show that a reading of it is not sure."""

import pytest

from dateline import read_text

PUBLISHED = "2021-03-10"  # a Wednesday

NOTHING = {
    "a hope": "The dockers prayed that the council would keep its side of the bargain.",
    "what a day is known for": (
        "It was the calmest week since June 2012, when the council and the dockers signed a truce."
    ),
    "how often": "It is the third time the council and the dockers have agreed on a truce.",
    "nothing is told of": "The mayor has not chosen a day, as she had vowed to do.",
    "not yet done": "The cabinet is still to meet and endorse the plan, the envoy said.",
    "a truce told of before": "The mayor announced the truce at a briefing in Lesk.",
    "a pair that is refused": (
        '"We will not sit down and allow the council to keep the crews for one more year," said Brel, who leads the union.'
    ),
    "let us say": '"Let us say that we will break no law," the mayor said.',
    "a report that is denied": "The two parties denied a report by the station that they agreed a coalition.",
    "an order of before": "The judge had ordered the closure of the port.",
    "words of friendship": "Norway and Sweden will stand together, the minister said.",
    "instead": "The league was set to pay 5 million crowns this month, but the port will now receive 9 million instead.",
    "anybody": "The storm will hit those who plan to travel on Friday.",
    "what is asked": "The leaders opted to demand a timetable.",
    "unclear when": "The officials say it is not clear when the inspectors will be allowed to return.",
    "what a deal makes": "The deal would create the world's largest fleet.",
    "who is told to": "The Northern League has directed the council in Lesk to return the boats.",
    "a resolution that only asks": "The council passed a resolution on Thursday urging the port to open.",
    "what a law says": "According to the constitution, elections are to be held within 60 days.",
    "what may be put off": "The elections scheduled for May are likely to be delayed till next year.",
    "what they met for": "The union met the council where they were to find whether it had kept its word.",
    "what is averted": "Congress averted a shutdown that was slated to take effect on Friday.",
    "what would come otherwise": "The deal is to avert a strike that would otherwise start on Friday.",
    "what a bill keeps off": "The senators blocked a bill that would prevent a strike.",
    "what would be without it": "Without the loan, the council would shut down the port on Friday.",
    "no word": '"We will be making no further comment," the union said.',
    "ready for anything": '"We are ready to move forward," the mayor said.',
    "a plan of last year": "A similar meeting was scheduled to take place in Torsa in December.",
    "the plans that were discussed": "The ministers of Norway and Sweden discussed on Monday plans to sign a treaty.",
    "the line of a link": "The port is shut.\nDockers agree to hold talks on wages\nThe mayor spoke.",
    "what is thought of a thing": "The committee is expected to include 150 members.",
    "who are not they": "A driver told the Courier that they would not go on sick leave.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_what_undertakes_nothing(text: str) -> None:
    assert read_text(text, PUBLISHED).commitments == ()


def told(text: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    """The parties, the days and the status of each commitment."""
    reading = read_text(text, PUBLISHED)
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (
            tuple(names[p] for p in c.parties),
            None if c.due is None else f"{c.due.start or ''}..{c.due.end or ''}",
            c.status,
        )
        for c in reading.commitments
    ]


DAYS = {
    "The council has agreed to start paying the grants to teachers for 2017 and 2018.": (("council",), None, "agreed"),
    "The council and the rebels agreed to extend the truce by five days on Monday night.": (
        ("council", "rebels"),
        None,
        "agreed",
    ),
    "The vote, originally set for 4 May, will now be held on 8 June.": ((), "2021-06-08..2021-06-08", "announced"),
    "The exchange is to be completed within 72 hours after the agreement takes effect.": ((), None, "announced"),
    "If the mayor and the council do not agree on a name, the court will decide within two days.": (
        ("court",),
        None,
        "announced",
    ),
    "The ministers will attend two meetings in May and June.": (("ministers",), "2021-05-01..2021-06-30", "announced"),
    "The envoy said the pact would be signed on Tuesday.": ((), "2021-03-16..2021-03-16", "announced"),
    "Three parties finally agreed to form a league yesterday.": (("Three parties",), None, "agreed"),
    "The number of boats will be settled in the first 42 days.": ((), None, "announced"),
}


@pytest.mark.parametrize(("text", "row"), DAYS.items(), ids=list(DAYS))
def test_days_that_are_not_due(text: str, row: tuple[tuple[str, ...], str | None, str]) -> None:
    assert told(text) == [row]


STATUS = {
    "The council agreed to pay the dockers by 3 March but failed to do so.": "violated",
    "The council intends to delay the vote to May.": "announced",
    "The sides vowed the return of the boats, and Norway counted the boats.": "announced",
    "The union has announced the suspension of its strike.": "postponed",
    "The truce has been extended for four months.": "agreed",
    "The dockers decided to delay the vote to May.": "postponed",
}


@pytest.mark.parametrize(("text", "status"), STATUS.items(), ids=list(STATUS))
def test_what_became_of_it(text: str, status: str) -> None:
    assert [row[2] for row in told(text)] == [status]


PARTIES = {
    "who is named behind the noun": (
        "The ferry board said there was no time. The main alliance, Free Port League (FPL), has said it would boycott the vote.",
        ("Free Port League",),
    ),
    "the government of whoever speaks": (
        "Minister Ann Lind of Norway met envoys of Sweden. Lind said the government would pay the crews.",
        ("Norway",),
    ),
    "her government, torn by the parse": (
        "Quoted on the radio, Norway's Foreign Minister Ann Lind said her government was committed to the accord.",
        ("Norway",),
    ),
    "the council, not the rebels": (
        "The Northern Council urged rebels in the hills to sign the accord and indicated they would not send any boats before.",
        ("Northern Council",),
    ),
    "for whom she speaks": (
        "Ana Brel, spokeswoman for the Free Port League, which agreed to a truce with the dockers, smiled.",
        ("Free Port League",),
    ),
    "behind the day": ("Norway and Sweden agreed on Friday to the first phase of a plan.", ("Norway", "Sweden")),
    "nobody, by whoever tells what is done": ("Sweden said the crews would be released in the first phase.", ()),
    "nobody, for whom a president speaks": (
        '"If we are not content with the talks, we will resume our strike," the president of the group said.',
        (),
    ),
    "those who create it, and not whom it is for": (
        "Norway, Chad and Sweden announced the creation of Norvex, a special purpose vehicle aimed at facilitating trade between Malta and Fiji.",
        ("Norway", "Chad", "Sweden"),
    ),
    "who warns, and not who will regret it": (
        "President Juan Brel of Norway warned on Monday that Chad will regret it if it leaves the pact.",
        ("Juan Brel", "Norway"),
    ),
    "who will not leave it unanswered": (
        "“The cowardly assassination of martyr Ana Lind will not go unanswered,” Juan Brel of Norway said.",
        ("Norway",),
    ),
    "who says that others will pay": (
        "“They will pay a heavy price for the attack,” President Juan Brel of Norway said.",
        ("Juan Brel", "Norway"),
    ),
    "who says what another will be met with": (
        "Juan Brel said on Tuesday that Chad will be met with “obliteration” if it ever attacks Norway.",
        ("Juan Brel",),
    ),
    "a part of a state": (
        "Germany spoke. Bavaria's government will send nurses to Oslo on Monday.",
        ("Bavaria's government",),
    ),
    "those who say it of themselves": (
        "Ann Brel and Eva Lind attacked the pact. The Europeans have announced that they are committed to the pact.",
        ("Europeans",),
    ),
    "either of two": ("Ann Brel, who was cross with Eva Lind when she pulled out of the pact, smiled.", ()),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.values(), ids=list(PARTIES))
def test_whose_it_is(text: str, parties: tuple[str, ...]) -> None:
    assert [row[0] for row in told(text)] == [parties]


def test_who_signs_is_no_side() -> None:
    """The court and the league announced a truce. The deal was signed by Ose Lind and Juan Brel. The two sides will begin talks."""
    rows = told(test_who_signs_is_no_side.__doc__ or "")
    assert [row[0] for row in rows] == [("court", "league"), ("court", "league")]


CONDITIONS = {
    "After talks with Mayor Brel, who called it dear if the boats left, the leaders agreed to draw up a list.": None,
    "It will last for 48 hours, and, provided it holds, the council and the dockers will discuss another one.": (
        "provided it holds"
    ),
    "In the absence of an answer, the council will close the port.": "In the absence of an answer",
}


@pytest.mark.parametrize(("text", "condition"), CONDITIONS.items(), ids=list(CONDITIONS))
def test_on_what_it_hangs(text: str, condition: str | None) -> None:
    last = read_text(text, PUBLISHED).commitments[-1]
    assert (last.condition.quote if last.condition else None) == condition


def test_what_comes_first_is_quoted() -> None:
    """The boats will be released after the deal is approved by the council."""
    text = test_what_comes_first_is_quoted.__doc__ or ""
    assert [c.anchor.quote for c in read_text(text, PUBLISHED).commitments] == [text.rstrip(".")]


REPEATS = {
    "The dockers' union has agreed to end the boycott. The mayor said the union had reached an agreement.": (
        ("dockers' union",),
        None,
        "agreed",
    ),
    "Striking nurses have agreed to return to work on Monday. The nurses agreed to go back to work.": (
        ("Striking nurses",),
        "2021-03-15..2021-03-15",
        "agreed",
    ),
    "Norway and Sweden have agreed to pull back their troops. The two agreed to withdraw their soldiers by 31 March.": (
        ("Norway", "Sweden"),
        "..2021-03-31",
        "agreed",
    ),
    "The unions have called off the strike. The unions suspended the strike, the mayor said.": (
        ("unions",),
        None,
        "ended",
    ),
    "Twenty towns struck a deal to cut output by 9.7 million tons. The towns agreed to cut output by 9.7 million tons in May.": (
        ("Twenty towns",),
        "2021-05-01..2021-05-31",
        "agreed",
    ),
    "The island rebels agreed to a ceasefire. Three island rebel groups signed the agreement after talks with Anna Berg.": (
        ("island rebels",),
        None,
        "agreed",
    ),
    "A strike by dockers on 25 March was suspended. The union has suspended strikes pending a ballot of members.": (
        ("union",),
        "2021-03-25..2021-03-25",
        "postponed",
    ),
    "Norway said 33 boats would be released. Thirty-three boats will be released on Friday, the envoy said.": (
        (),
        "2021-03-12..2021-03-12",
        "announced",
    ),
}


@pytest.mark.parametrize(("text", "row"), REPEATS.items(), ids=list(REPEATS))
def test_what_is_told_twice(text: str, row: tuple[tuple[str, ...], str | None, str]) -> None:
    assert told(text) == [row]


def test_a_deal_is_told_again_by_the_names_of_those_who_made_it() -> None:
    """The dockworkers reached a tentative agreement on pay. The Dockers' Union and Kesh Ports reached a tentative agreement on pay."""
    assert len(told(test_a_deal_is_told_again_by_the_names_of_those_who_made_it.__doc__ or "")) == 1


def test_two_deals_of_one_party_are_two() -> None:
    """Norway and Chad reached a tentative agreement on fish. Norway and Mali reached a tentative agreement on fish."""
    assert len(told(test_two_deals_of_one_party_are_two.__doc__ or "")) == 2


def test_a_pact_is_not_what_it_provides() -> None:
    """Norway and Sweden signed the pact in Torsa. The two agreed to begin a ceasefire within a day."""
    assert len(told(test_a_pact_is_not_what_it_provides.__doc__ or "")) == 2


def test_a_strike_that_goes_on_again_is_not_put_off() -> None:
    """The dockers have resumed a strike. The strike, which began in May, was suspended after talks."""
    assert not [
        row for row in told(test_a_strike_that_goes_on_again_is_not_put_off.__doc__ or "") if row[2] == "postponed"
    ]


def test_who_is_threatened_with_what() -> None:
    """The council threatened the dockers with new sanctions if they leave the port."""
    reading = read_text(test_who_is_threatened_with_what.__doc__ or "", PUBLISHED)
    assert [(c.kind, c.condition.quote if c.condition else None) for c in reading.commitments] == [
        ("threat", "if they leave the port")
    ]


def test_who_decides_alone_agrees_with_nobody() -> None:
    """Salt World decided to take its case to the court. The Port Council decided to leave the league."""
    reading = read_text(test_who_decides_alone_agrees_with_nobody.__doc__ or "", PUBLISHED)
    assert [c.kind for c in reading.commitments] == ["pledge", "agreement"]


def test_an_agreement_of_the_parties_was_told() -> None:
    """The council and the dockers have agreed to end the strike. The parties reached an agreement on Monday."""
    assert len(told(test_an_agreement_of_the_parties_was_told.__doc__ or "")) == 1


def test_two_deeds_are_no_repeat() -> None:
    """Norway has agreed to release 33 boats. Sweden has agreed to release 33 boats."""
    assert len(told(test_two_deeds_are_no_repeat.__doc__ or "")) == 2
