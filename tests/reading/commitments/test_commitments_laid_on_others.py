"""What deals lay on their parties, what one side gives another time for, and what only courts or conditions tell."""

import pytest

from dateline import read_text

PUBLISHED = "2024-07-10"  # a Wednesday

Row = tuple[str, str, tuple[str, ...], tuple[str, ...], str | None, str | None]


def told(text: str) -> list[Row]:
    """Kind, status, parties, towards whom, days and condition of each commitment."""
    reading = read_text(text, PUBLISHED)
    name = {actor.id: actor.name for actor in reading.actors}
    return [
        (
            c.kind,
            c.status,
            tuple(name[i] for i in c.parties),
            tuple(name[i] for i in c.toward),
            f"{c.due.start or ''}/{c.due.end or ''}" if c.due else None,
            c.condition.quote if c.condition else None,
        )
        for c in reading.commitments
    ]


CASES: dict[str, tuple[str, list[Row]]] = {
    "what a deal calls for": (
        "The deal calls for Norway to withdraw its ships by 1 August.",
        [("agreement", "agreed", ("Norway",), (), "/2024-08-01", None)],
    ),
    "what a pact requires": (
        "The agreement requires Sweden to free 40 sailors.",
        [("agreement", "agreed", ("Sweden",), (), None, None)],
    ),
    "whom an accord commits": (
        "The accord commits Norway to end the blockade by Sunday.",
        [("agreement", "agreed", ("Norway",), (), "/2024-07-14", None)],
    ),
    "what each of two is to do": (
        "Under the agreement, Norway would cut its fees while Sweden would buy more fish.",
        [
            ("pledge", "announced", ("Norway",), (), None, None),
            ("pledge", "announced", ("Sweden",), (), None, None),
        ],
    ),
    "accepting to": (
        "The employers have accepted to raise wages.",
        [("agreement", "agreed", ("employers",), (), None, None)],
    ),
    "time given, with a threat": (
        "The league gave Norway until 20 July to free the sailors or face sanctions.",
        [("threat", "announced", ("league",), ("Norway",), "/2024-07-20", None)],
    ),
    "time given, without one": ("The league gave Norway two weeks to answer.", []),
    "a deadline set": (
        "The league set a deadline of 20 July for Norway to free the sailors.",
        [("schedule", "announced", ("league",), (), "/2024-07-20", None)],
    ),
    "an ultimatum": (
        "On 1 July the dockers issued a 14-day ultimatum to Norway.",
        [("threat", "announced", ("dockers",), ("Norway",), None, None)],
    ),
    "notice of a strike": (
        "The union issued a 21-day strike notice to the ministry.",
        [("threat", "announced", ("union",), ("ministry",), None, None)],
    ),
    "time that is over": ("The dockers had given Norway a seven-day ultimatum, which ran out in May.", []),
    "time that a court gives": ("The court gave the port 30 days to pay up or face a fine.", []),
    "a tariff from a day on": (
        "A 30 percent tariff on goods from Sweden is to apply from 1 August.",
        [("schedule", "announced", (), (), "2024-08-01/", None)],
    ),
    "a tariff that is announced": (
        "Norway announced a 30 percent tariff on fish starting August 1.",
        [("pledge", "announced", ("Norway",), (), "2024-08-01/", None)],
    ),
    "duties if talks fail": (
        "Norway said it is prepared to impose duties on Swedish fish if the talks fail.",
        [("threat", "announced", ("Norway",), (), None, "if the talks fail")],
    ),
    "plans that are hinted at": (
        "Norway signalled plans to close the strait if the talks fail.",
        [("pledge", "announced", ("Norway",), (), None, "if the talks fail")],
    ),
    "a ballot that is expected": (
        "A strike ballot of 200 dockers is expected by Friday.",
        [("schedule", "announced", (), (), "/2024-07-12", None)],
    ),
    "a rise that is expected": ("A rise of 5 percent is expected by Friday.", []),
    "a court orders others": ("The court ordered the ferry line to pay 3 million crowns within 30 days.", []),
    "a judge orders others": ("A judge ordered the union to call off its strike.", []),
    "going on with a strike": (
        "Members of the union voted to continue the strike.",
        [("pledge", "announced", ("Members of the union",), (), None, None)],
    ),
    "should they": (
        "Norway threatened to raise its fees should Sweden raise its own.",
        [("threat", "announced", ("Norway",), (), None, "should Sweden raise its own")],
    ),
    "provided others are ready": (
        "Norway is ready to revise its plans provided foreign governments are prepared to negotiate.",
        [("pledge", "announced", ("Norway",), (), None, "provided foreign governments are prepared to negotiate")],
    ),
    "as long as a deal is kept": (
        "As long as the deal was respected, the ceasefire would be extended.",
        [("schedule", "announced", (), (), None, "As long as the deal was respected")],
    ),
    "pending, of time": (
        "The league plans to hold rallies in May ahead of the votes pending for the year.",
        [("schedule", "announced", ("league",), (), "2025-05-01/2025-05-31", None)],
    ),
    "within so long of a day": (
        "Norway agreed to withdraw its ships within two weeks of 20 July.",
        [("agreement", "agreed", ("Norway",), (), "2024-07-20/2024-08-03", None)],
    ),
    "a season of two years": (
        "The council pledged to pay the whole sum in the 2024/2025 financial year.",
        [("pledge", "announced", ("council",), (), None, None)],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=list(CASES))
def test_laid_on_others(text: str, rows: list[Row]) -> None:
    assert told(text) == rows
