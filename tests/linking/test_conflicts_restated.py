"""A figure that another source sets against the one before it, and pairs that only look so."""

import pytest

from dateline import read_text
from dateline.linking.conflicts import find_conflicts

TWO_FIGURES = [
    "The owners say 35 miners were in the pit. However, their wives say the true number was more than 50.",
    "Officials updated the toll of last month's unrest, saying 16 people died. Two doctors say at least 48 civilians were killed.",
    "Police said 14 miners were killed in the blast on Monday. The miners' union put the number of dead at 22.",
    "Doctors said 10 people were killed in the raid. Rebels said 30 soldiers were killed.",
    "Officials gave tolls of 22 to 32, and said whole families had died. The army said 12 people were killed in the raid.",
    "Organisers said 50,000 people joined the march on Sunday. Police estimated the crowd at 12,000.",
]


@pytest.mark.parametrize("text", TWO_FIGURES)
def test_another_sources_figure_for_the_same_people(text: str) -> None:
    assert [c.kind for c in find_conflicts([read_text(text, "2025-05-01")])] == ["figure"]


NONE = [
    "Twelve people were killed in Kano on Monday, police said. In Lagos, 5 people were killed, the mayor said.",
    "At least 12 people were killed on Monday, the mayor said. By Tuesday the toll had risen to 19, hospitals said.",
    "The union wants a rise of 8 percent. The employers offered 3 percent.",
    "The army said 30 soldiers were wounded. Doctors said 12 nurses were wounded.",
    "The army said 30 people were killed in the blast. Another bomb went off in the port; doctors said 12 people were killed.",
    "The ministry said six deaths were of children. Doctors said 12 people were killed in the blast.",
    "Doctors said 300 people were killed in the fighting. The army said 12 soldiers were killed.",
    "Trade reached $9 billion, the ministry said, and the bank said there was a surplus of $2 billion.",
]


@pytest.mark.parametrize("text", NONE)
def test_figures_of_two_things(text: str) -> None:
    assert not find_conflicts([read_text(text, "2025-05-01")])


def test_what_somebody_wants_is_no_account() -> None:
    texts = (
        "The port is spending money on an advertising campaign to improve its image, residents said.",
        "Lawmakers urged the port not to spend money on an advertising campaign to improve its image.",
    )
    assert not find_conflicts([read_text(text, "2025-05-01") for text in texts])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            (
                'The coast guard boarded two trawlers on Monday. "They ignored three warnings," spokesman Lars Tveit said. '
                "Icelandic Fisheries Minister Jon Vell said 17 sailors were held and rejected the accusation."
            ),
            "Lars Tveit says it, Iceland denies it",
        ),
        (
            "Norway sank the ferry Astrid near Torsa on Monday, an accusation that Norway denied.",
            "the article tells it, Norway denies it",
        ),
    ],
    ids=["said by somebody", "told by the article"],
)
def test_a_denial_names_who_says_it_and_who_denies_it(text: str, note: str) -> None:
    assert [c.note for c in find_conflicts([read_text(text, "2025-05-01")])] == [note]
