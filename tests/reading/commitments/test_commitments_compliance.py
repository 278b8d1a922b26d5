"""How somebody stands to what was agreed: kept, cut back, exceeded, lived up to."""

import pytest

from dateline import read_text

PUBLISHED = "2024-07-10"


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, status and parties of each commitment."""
    reading = read_text(text, PUBLISHED)
    name = {actor.id: actor.name for actor in reading.actors}
    return [(c.kind, c.status, tuple(name[i] for i in c.parties)) for c in reading.commitments]


CASES = {
    "compliant": ("Norway has remained fully compliant with the agreement.", ("agreement", "fulfilled", ("Norway",))),
    "not compliant": ("Norway is not compliant with the treaty.", ("agreement", "violated", ("Norway",))),
    "cut back": (
        "Norway has so far reduced its commitments under the deal in five steps.",
        ("agreement", "ended", ("Norway",)),
    ),
    "scaled back": (
        "Norway has scaled back its obligations under the accord.",
        ("agreement", "ended", ("Norway",)),
    ),
    "exceeded": ("Norway exceeded the limit of 300 tonnes set by the deal.", ("agreement", "violated", ("Norway",))),
    "lived up": ("The company has lived up to its commitments.", ("agreement", "fulfilled", ("company",))),
    "not lived up": ("The Norwegians have not lived up to their promises.", ("pledge", "violated", ("Norway",))),
}


@pytest.mark.parametrize(("text", "row"), CASES.values(), ids=list(CASES))
def test_how_one_stands_to_a_pact(text: str, row: tuple[str, str, tuple[str, ...]]) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The driver exceeded the speed limit.",
        "The bank reduced its costs.",
        "The ministry reduced its debt obligations.",
        "Norway could be let in if it were compliant with the pact.",
        "The trams are compliant with the rules.",
    ],
)
def test_no_pact_is_told(text: str) -> None:
    assert told(text) == []
