"""Who mediates between two sides is none of them."""

import pytest

from dateline import read_text

CASES = [
    (
        "Mediators Norway and Sweden said on Monday that the talks went on. Both sides accused each other of firing.",
        set(),
    ),
    (
        "An earlier truce drawn up by Norway and Sweden fell through after both sides accused each other of firing.",
        set(),
    ),
    ("Norway and Sweden, who are brokering the talks, left. Both sides accused each other of firing.", set()),
    (
        "The Courier, citing the Atlantic News Agency and the Harbour Press Agency, wrote so. Both neighbours accused each other.",
        set(),
    ),
    (
        "It backs the offer of Norway and Sweden. They wrote to the Norwegian and Swedish mediators. Both sides accused each other of firing.",
        set(),
    ),
    ("Norway and Sweden met on Monday. Both sides accused each other of firing.", {"Norway", "Sweden"}),
]


@pytest.mark.parametrize(("text", "accuse"), CASES, ids=[text[:40] for text, _ in CASES])
def test_both_sides(text: str, accuse: set[str]) -> None:
    reading = read_text(text, "2031-05-01")
    names = {a.id: a.name for a in reading.actors if a.kind == "state"}
    [event] = [e for e in reading.events if e.type == "ACCUSE"]
    assert {names[a] for a in event.actors if a in names} == accuse
