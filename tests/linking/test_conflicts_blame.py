"""Who blames whom, what is called false, what contradicts a claim, results that are not accepted; and what is no conflict."""

import pytest

from dateline import read_text
from dateline.linking.conflicts import find_conflicts


def told(text: str) -> list[tuple[str, ...]]:
    found = find_conflicts([read_text(text, "2024-05-08")])
    return [(c.kind, *(side.anchor.quote for side in c.sides)) for c in found]


DISPUTES = {
    "who broke the truce": (
        "Norland said Sudland had broken the truce by shelling Torsa. Sudland said its troops only returned fire after Norland attacked first.",
        (
            "account",
            "Sudland had broken the truce by shelling Torsa",
            "its troops only returned fire after Norland attacked first",
        ),
    ),
    "both blame each other": (
        "Norland and Sudland traded accusations on Monday. Norland said that Sudland shelled two villages. Sudland said Norland attacked its border post.",
        ("account", "that Sudland shelled two villages", "Norland attacked its border post"),
    ),
    "called baseless": (
        "Norland has said that Sudland planted the mines at the lighthouse, which Sudland has described as baseless allegations.",
        (
            "denial",
            "Norland has said that Sudland planted the mines at the lighthouse",
            "which Sudland has described as baseless",
        ),
    ),
    "said never to have happened": (
        "Norland has long claimed that its pilot sank the ferry Astrid off Torsa — something Sudland says never happened.",
        (
            "denial",
            "Norland has long claimed that its pilot sank the ferry Astrid off Torsa",
            "something Sudland says never happened",
        ),
    ),
    "not the case": (
        "Norland issued a statement that its navy sank the ferry Astrid. Sudland denied that this was the case.",
        ("denial", "Norland issued a statement that its navy sank the ferry Astrid.", "denied that this was the case"),
    ),
    "what contradicts a claim": (
        "Inspectors counted every trawler of the fleet and found none missing, contradicting Norland's claim that its navy sank a Sudland trawler off Torsa.",
        (
            "account",
            "its navy sank a Sudland trawler off Torsa",
            "Inspectors counted every trawler of the fleet and found none missing",
        ),
    ),
    "a result that is rejected": (
        "The electoral commission declared Anna Lind the winner with 54 percent of the vote. Karl Berg rejected the results of the election.",
        (
            "denial",
            "The electoral commission declared Anna Lind the winner with 54 percent of the vote.",
            "Karl Berg rejected the results of the election.",
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DISPUTES.values(), ids=list(DISPUTES))
def test_what_is_disputed(text: str, expected: tuple[str, ...]) -> None:
    assert expected in told(text)


NONE = {
    "two who blame a third": "Norland said Sudland attacked the harbour first. Westland said Sudland shelled the harbour.",
    "a deed of one's own": "Norland said its troops attacked Torsa in response to raids. Sudland said the harvest was good.",
    "what residents hear": "Norland accused Sudland of breaking the truce. Residents reported shelling near the harbour of Torsa.",
    "a result that may be rejected": "The commission declared Anna Lind the winner of the election. Karl Berg could reject the results.",
    "nothing is called false": "Sudland called the lighthouse keeper a false friend of the trawlers at Torsa.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=list(NONE))
def test_what_is_not(text: str) -> None:
    assert told(text) == []
