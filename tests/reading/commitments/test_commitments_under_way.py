"""What is told in the present as decided, as planned for a day to come, or as refused."""

import pytest

from dateline import read_text

PUBLISHED = "2024-07-10"  # a Wednesday

Row = tuple[str, str, tuple[str, ...], str | None]


def told(text: str) -> list[Row]:
    """Kind, status, parties and days of each commitment."""
    reading = read_text(text, PUBLISHED)
    name = {actor.id: actor.name for actor in reading.actors}
    return [
        (c.kind, c.status, tuple(name[i] for i in c.parties), f"{c.due.start}..{c.due.end}" if c.due else None)
        for c in reading.commitments
    ]


CASES: dict[str, tuple[str, list[Row]]] = {
    "sending": (
        "Norway is sending military advisers to Chad, Foreign Minister Ana Brel said.",
        [("pledge", "announced", ("Norway",), None)],
    ),
    "said it was suspending": (
        "Oslo said it was suspending aid to the government.",
        [("pledge", "announced", ("Norway",), None)],
    ),
    "ending a campaign": (
        "Senator Brel said she was ending her campaign.",
        [("pledge", "announced", ("Brel",), None)],
    ),
    "a rise that is called off by it": (
        "The council is suspending a fee on boats from Sudland that was set to rise on Friday.",
        [("pledge", "announced", ("council",), None)],
    ),
    "visiting on a day to come": (
        "President Ana Brel is visiting Oslo next week.",
        [("schedule", "announced", ("Ana Brel",), "2024-07-15..2024-07-21")],
    ),
    "due somewhere": (
        "Foreign Minister Ana Brel is due in Oslo on Friday.",
        [("schedule", "announced", ("Ana Brel",), "2024-07-12..2024-07-12")],
    ),
    "refused": (
        '"We do not negotiate under pressure," Foreign Minister Ana Brel said.',
        [("pledge", "announced", ("Ana Brel",), None)],
    ),
    "an answer that is foretold by its sender": (
        '"Any attack will receive a crushing response," Defence Minister Ana Brel said.',
        [("threat", "announced", ("Ana Brel",), None)],
    ),
    "what could be done": (
        "Norway could resume whaling within days if the pact collapses, Norway's foreign minister warned.",
        [("threat", "announced", ("Norway",), None)],
    ),
    "a right that is reserved": (
        "Norway reserves the right to retaliate.",
        [("threat", "announced", ("Norway",), None)],
    ),
    "no talks unless": (
        "The rebels said there could be no talks unless the troops left.",
        [("threat", "announced", ("rebels",), None)],
    ),
    "efforts": (
        "Norway is making efforts to save the pact.",
        [("pledge", "ongoing", ("Norway",), None)],
    ),
    "what one expects of oneself": (
        "The oil company said it expected to start dealing with Chad directly in the near future.",
        [("pledge", "announced", ("oil company",), None)],
    ),
    "a person named like a month": (
        "Prime Minister Theresa May is to step down today.",
        [("schedule", "announced", ("Theresa May",), "2024-07-10..2024-07-10")],
    ),
    "what a resolution imposes": (
        "Oslo backed the text. The resolution imposes an arms embargo on Chad.",
        [("agreement", "agreed", ("Norway",), None)],
    ),
    "what a pact seeks": (
        "The agreement seeks to remove tariffs on 90 percent of goods.",
        [("agreement", "agreed", (), None)],
    ),
    "a law that is to take effect": (
        "The law is to take effect late this week.",
        [("schedule", "announced", (), "2024-07-12..2024-07-14")],
    ),
    "for which reason": (
        "The aim is safety, which is why Norway has decided to close the port.",
        [("pledge", "announced", ("Norway",), None)],
    ),
    "two deeds, will said twice": (
        "Norway will recall its envoy and will close the port.",
        [("pledge", "announced", ("Norway",), None), ("pledge", "announced", ("Norway",), None)],
    ),
    "meetings that one has": (
        "Brel said the minister will have meetings with the rebels.",
        [("schedule", "announced", ("minister",), None)],
    ),
    "committed to come": (
        "Norway will stay committed to the pact, Foreign Minister Ana Brel said.",
        [("pledge", "announced", ("Norway",), None)],
    ),
    "not in the lead": (
        '"We will not be in the lead," Foreign Minister Ana Brel said.',
        [("pledge", "announced", ("Ana Brel",), None)],
    ),
    "on the day told before": (
        "The next ballot is in August. It is scheduled for August 3, when both parties are to hold a vote.",
        [
            ("schedule", "announced", (), "2024-08-03..2024-08-03"),
            ("schedule", "announced", ("both parties",), "2024-08-03..2024-08-03"),
        ],
    ),
    "a pact that expires": (
        "The pact, signed in Oslo in November, expires next year.",
        [("schedule", "announced", (), "2025-01-01..2025-12-31")],
    ),
    "required by a day": (
        "The commission is required to rule by August 3 on the candidates.",
        [("schedule", "announced", ("commission",), "None..2024-08-03")],
    ),
    "who is not told": ("She promised to hold new elections.", [("pledge", "announced", (), None)]),
    "a chamber that is no house": (
        "The White House opposed the bill. The House is to vote on Friday.",
        [("schedule", "announced", ("House",), "2024-07-12..2024-07-12")],
    ),
    "until a year": (
        '"I will be governor until 2026," Mayor Ana Brel said.',
        [("pledge", "announced", ("Ana Brel",), "None..2026-12-31")],
    ),
    "a long office before a name": (
        "The president's special envoy for peace and head of the High Council's secretariat in Oslo, Ana Brel is expected to visit Chad this week.",
        [("schedule", "announced", ("Ana Brel",), "2024-07-08..2024-07-14")],
    ),
    "under a law, by a day": (
        "Under the law, Norway will stop the inspections as of August 21.",
        [("pledge", "announced", ("Norway",), "2024-08-21..None")],
    ),
    "talks that are likely": (
        "The talks will likely take place in Oslo next week, the minister said.",
        [("schedule", "announced", (), "2024-07-15..2024-07-21")],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=list(CASES))
def test_undertakings_in_the_present(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


NOTHING = {
    "troops on the move": "Rebel forces are withdrawing from Moundou.",
    "what goes on": "The ministry is working to restore power.",
    "since some time": "The ministry has been closing schools since May.",
    "what others do": "Chad is closing its border, analysts said.",
    "what is felt": "The minister is losing patience.",
    "a general law": "Under the law, drivers will pay a fine.",
    "an observer's guess": "The plan will draw a strong reaction, analysts say.",
    "what might be": "The ministry may be sending advisers.",
    "what could be cut": "The bank could cut rates if inflation falls, it said.",
    "what others foretell": "Norway could leave the pact if Chad does not act, analysts warned.",
    "what a team expects": "The team said it expected to win.",
    "what costs": "The agreement imposes 5 percent.",
    "what comes anyway": "The opposition will unavoidably meet with disagreements, the envoy said.",
    "how a race goes": "The union is pulling ahead in the polls.",
    "what had gone before": "The talks failed. The United States has imposed sanctions on Chad.",
    "of others": "Chad does not accept refugees, an aid worker said.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_nothing_is_undertaken(text: str) -> None:
    assert told(text) == []
