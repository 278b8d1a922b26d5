"""What the parse or the words around a clause make look like an undertaking, a party or a day, and what is told twice."""

import pytest

from dateline import read_text
from dateline.model import Reading

PUBLISHED = "2021-03-10"  # a Wednesday

NOTHING = {
    "no promise": "Norway made no promise to leave the port.",
    "a withdrawal that may come": "The envoy spoke of a possible Norwegian withdrawal from the treaty.",
    "a resolution that only calls": "The council passed a resolution calling on the port to open.",
    "a resolution that only judges": "The council passed a resolution condemning the raid.",
    "what comes of a strike": "If the dockers strike, deliveries of salt will be delayed.",
    "prepared by others": "Three ships are being prepared to assist the towns.",
    "who had offered help": "The towns that had offered to host the talks were thanked.",
    "what is suggested of others": "The mayor dispelled suggestions that the council would leave the league.",
    "what was due at some time": "The council discussed the bans that had been due to expire.",
    "what had been planned": "The strike had been scheduled to begin on Friday. The vote had been set for Monday.",
    "what rulings laid on others": "The rulings that ordered the firm to pay the sailors angered the council.",
    "a strike that spares a town": "The strikes in May will not take place in Norway, the union said.",
    "time that has run out": "Members of the union had until 8 March to cast their vote.",
    "a word of courage": '"We will prevail," Minister Ann Lind said.',
    "before it was due": "The league broke up, just days before it was due to meet.",
    "a plan told beside its delay": "Their leaving was delayed by a day. The crew was scheduled to sail on Friday.",
    "what was to end": "Norway spoke of the truce, which was due to end.",
    "what is brokered": "The envoys spoke of the pact, which is brokered by Norway.",
    "no plan": "The envoy said there was no plan for him to meet the mayor.",
    "what comes of a deal": "Norway spoke of a deal that will end the strike.",
    "until what": "The strike will not be over until the members vote on Sunday.",
    "a chance": "The envoy was denied the chance to be heard in May.",
    "what is waited for": "The minister hopes to talk once the unions agree to lower their demands.",
    "whom we join": '"We join the people of Torsa in their grief this month," the minister said.',
    "what is waited for to be kept": "The envoy rests until he finds that the rebels are adhering to the truce.",
    "what was agreed to on a day": "The loan, the last of the programme agreed to last year, is small.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_what_undertakes_nothing(text: str) -> None:
    assert read_text(text, PUBLISHED).commitments == ()


def test_an_aside_is_no_condition() -> None:
    """Norway will give the council a month, with a week more if required."""
    text = test_an_aside_is_no_condition.__doc__ or ""
    assert [c.condition for c in read_text(text, PUBLISHED).commitments] == [None]


Row = tuple[tuple[str, ...], str, str | None, str]


def rows(reading: Reading) -> list[Row]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (
            tuple(names[p] for p in c.parties),
            c.status,
            None if c.due is None else f"{c.due.start or ''}..{c.due.end or ''}",
            c.anchor.quote,
        )
        for c in reading.commitments
    ]


STATED: dict[str, list[Row]] = {
    # put off, called off, or only waiting
    "The vote would be moved from 20 March to 4 May, the council said.": [
        ((), "postponed", "2021-05-04..2021-05-04", "The vote would be moved from 20 March to 4 May"),
    ],
    "The strike is not going to be held on 20 March, the union said.": [
        ((), "ended", "2021-03-20..2021-03-20", "The strike is not going to be held on 20 March"),
    ],
    "The truce will not begin until the rebels have signed the deal.": [
        ((), "announced", None, "The truce will not begin until the rebels have signed the deal"),
    ],
    # years of a comparison are no days
    "Elections, which would be the first in seven years, will be held on 4 May, the council said.": [
        (
            (),
            "announced",
            "2021-05-04..2021-05-04",
            "Elections, which would be the first in seven years, will be held on 4 May",
        ),
    ],
    # the day of what is voted on is not that of the vote; a length counts from the day of the decision
    "The council will vote on whether to hold an election on 4 May.": [
        (("council",), "announced", None, "The council will vote on whether to hold an election on 4 May"),
    ],
    "The council had decided on Monday to reopen the road within two weeks.": [
        (
            ("council",),
            "agreed",
            "2021-03-08..2021-03-22",
            "The council had decided on Monday to reopen the road within two weeks",
        ),
    ],
    # what goes on behind a passive clause
    "The league has agreed that the date should be moved but will wait until next week to decide.": [
        (("league",), "announced", "..2021-03-21", "will wait until next week to decide"),
    ],
    # what is put off to a day, until the same day of the next week, strike action
    "Norway has delayed the new rules until 1 May.": [
        (("Norway",), "postponed", "2021-05-01..2021-05-01", "Norway has delayed the new rules until 1 May"),
    ],
    "The judge on Wednesday told the court she would delay the ruling until at least Wednesday.": [
        (("judge",), "announced", "..2021-03-17", "she would delay the ruling until at least Wednesday"),
    ],
    "The strike action planned for 19 March will go ahead, the union said.": [
        (("union",), "announced", "2021-03-19..2021-03-19", "The strike action planned for 19 March will go ahead"),
    ],
    # the days of a range; days gone by; days of what it is to help
    "The envoys agreed to meet again on May 8-12 in Torsa.": [
        (("envoys",), "agreed", "2021-05-08..2021-05-12", "The envoys agreed to meet again on May 8-12 in Torsa"),
    ],
    "The meeting will be held on the offer that was made in the talks on 20 January, the council said.": [
        (
            (),
            "announced",
            None,
            "The meeting will be held on the offer that was made in the talks on 20 January",
        ),
    ],
    "The union will call a truce on 19 March to support talks scheduled for 22 April.": [
        (
            ("union",),
            "announced",
            "2021-03-19..2021-03-19",
            "The union will call a truce on 19 March to support talks scheduled for 22 April",
        ),
        (("union",), "announced", "2021-04-22..2021-04-22", "talks scheduled for 22 April"),
    ],
    # what a measure does on its day, who is elected on one
    "The cuts will begin in May and remain in effect for six months.": [
        ((), "announced", "2021-05-01..2021-05-31", "The cuts will begin in May and remain in effect for six months"),
    ],
    "A new mayor will be elected on 20 July, papers said.": [
        ((), "announced", "2021-07-20..2021-07-20", "A new mayor will be elected on 20 July"),
    ],
    # the two sides are those of whom the article tells, not two others who were named last
    "Norway and Denmark met. Norway and Denmark are old. Norway and Denmark talked. Iceland and Finland watched. "
    "The two sides agreed to open the strait.": [
        (("Norway", "Denmark"), "agreed", None, "The two sides agreed to open the strait"),
    ],
    "The envoys of Norway spoke of ships. Both governments agreed to open the strait.": [
        (("Both governments",), "agreed", None, "Both governments agreed to open the strait"),
    ],
    # "pending" tasks are no condition; who imposes what on a condition; what was struck before; a place before a colon
    "Norway and Denmark agreed to finish the pending tasks by May.": [
        (
            ("Norway", "Denmark"),
            "agreed",
            "..2021-05-31",
            "Norway and Denmark agreed to finish the pending tasks by May",
        ),
    ],
    "In a deal struck last week, the sailors will be moved to Torsa.": [
        ((), "announced", None, "the sailors will be moved to Torsa"),
    ],
    "TORSA: Minister Ann Lind and envoy Juan Ose will meet on Friday.": [
        (
            ("Ann Lind", "Juan Ose"),
            "announced",
            "2021-03-12..2021-03-12",
            "Minister Ann Lind and envoy Juan Ose will meet on Friday",
        ),
    ],
    # a council of a state speaks of no other state
    '"The Norwegian government will start freeing the sailors in May," said Harbour Council spokesman Juan Ose.': [
        (
            ("Norway",),
            "announced",
            "2021-05-01..2021-05-31",
            "The Norwegian government will start freeing the sailors in May",
        ),
    ],
    # everybody who is joined by "and"; who mediates is no side; a vote is not everybody's
    "Norway's army and the rebel Torsa League agreed to a truce.": [
        (
            ("Norway's army", "Torsa League"),
            "agreed",
            None,
            "Norway's army and the rebel Torsa League agreed to a truce",
        ),
    ],
    "Iceland and Finland, acting as mediators, met the envoys of Norway and Denmark. The two sides agreed to a truce.": [
        (("Norway", "Denmark"), "agreed", None, "The two sides agreed to a truce"),
    ],
    "Norway and Denmark signed a pact. A vote on the pact will be held.": [
        (("Norway", "Denmark"), "agreed", None, "Norway and Denmark signed a pact"),
        (("Norway", "Denmark"), "announced", None, "A vote on the pact will be held"),
    ],
    # a last day stays one
    "The boats had been due to leave by 31 March.": [
        ((), "announced", "..2021-03-31", "The boats had been due to leave by 31 March"),
    ],
    # joined under "for", by what the verb tells; "they" are the talks; suspended twice is once
    "The union for dockers and the Port League have agreed to a deal on wages.": [
        (
            ("union", "Port League"),
            "agreed",
            None,
            "The union for dockers and the Port League have agreed to a deal on wages",
        ),
    ],
    "Norway and Denmark met. The talks in May will last a week. They will bring together the unions of Lesk.": [
        (("Norway", "Denmark"), "announced", "2021-05-01..2021-05-31", "The talks in May will last a week"),
    ],
    "The union suspended the strike at once. It suspended the strike until 1 May to give the members time.": [
        (
            ("union",),
            "postponed",
            "2021-05-01..2021-05-01",
            "It suspended the strike until 1 May to give the members time",
        ),
    ],
    # who takes part; what goes on behind what others did; an hour is no day; a vote that is put off twice
    "Norway has said it will not take part in the talks.": [
        (("Norway",), "announced", None, "it will not take part in the talks"),
    ],
    "The league of dockers announced its members rejected the offer, and will ballot them on a strike.": [
        (("league",), "announced", None, "will ballot them on a strike"),
    ],
    "The envoys will meet at 10 a.m. in Torsa.": [
        (("envoys",), "announced", None, "The envoys will meet at 10 a.m. in Torsa"),
    ],
    "The parliament of Norway postponed a vote on the budget. The vote tomorrow is postponed, its speaker said.": [
        (("parliament",), "postponed", "2021-03-11..2021-03-11", "The vote tomorrow is postponed"),
    ],
    # who is told apart by a word of its own; several who say it of themselves; who signs, by another's words
    "Norway and Denmark agreed to cut fees. Their allies agreed to raise fees.": [
        (("Norway", "Denmark"), "agreed", None, "Norway and Denmark agreed to cut fees"),
        (("Norway's allies",), "agreed", None, "Their allies agreed to raise fees"),
    ],
    "Norway and other northern countries said they would cut fees, while the dockers agreed to less.": [
        (("Norway", "other northern countries"), "announced", None, "they would cut fees"),
        (("dockers",), "agreed", None, "the dockers agreed to less"),
    ],
    "Norway said Denmark and Iceland will sign the pact on Friday.": [
        (
            ("Denmark", "Iceland"),
            "announced",
            "2021-03-12..2021-03-12",
            "Denmark and Iceland will sign the pact on Friday",
        ),
    ],
    # a strike is no dateline
    "A strike by dockers at the port - which began on Monday - has been called off.": [
        ((), "ended", None, "A strike by dockers at the port - which began on Monday - has been called off"),
    ],
    # one party under two names; the two sides are not one state
    "The Free Port League, or FPL, and Norland agreed to leave the pact.": [
        (
            ("Norland", "Free Port League"),
            "agreed",
            None,
            "The Free Port League, or FPL, and Norland agreed to leave the pact",
        ),
    ],
    "Norway has sent envoys. The two sides said they had agreed to open the road.": [
        (("two sides",), "agreed", None, "they had agreed to open the road"),
    ],
    # the same talks, the same deal, in other words
    "Norway and Denmark agreed to meet next week. The talks will resume next week in Torsa.": [
        (("Norway", "Denmark"), "agreed", "2021-03-15..2021-03-21", "Norway and Denmark agreed to meet next week"),
    ],
    "Norway agreed to lift its curbs on salt. Norway decided to lift the restrictions on Danish salt.": [
        (("Norway",), "announced", None, "Norway decided to lift the restrictions on Danish salt"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), STATED.items(), ids=list(STATED))
def test_what_is_stated(text: str, expected: list[Row]) -> None:
    assert rows(read_text(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union warned that it would monitor the vote closely.", "pledge"),
        ("The union warned that it would close the port.", "threat"),
        ("The dockers plan to strike in May.", "pledge"),
        ("The rebels vowed to strike back.", "threat"),
        ("Norway said that any firm that buys salt from Denmark will be sanctioned.", "threat"),
        ("Norway said those who cross the border will be shot.", "threat"),
        ('"If the ship comes back, it will be sunk by our guns," Norwegian commander Tom Brel said.', "threat"),
    ],
)
def test_who_only_watches_or_stops_working_threatens_nobody(text: str, kind: str) -> None:
    assert [c.kind for c in read_text(text, PUBLISHED).commitments] == [kind]
