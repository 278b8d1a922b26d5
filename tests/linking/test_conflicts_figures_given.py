"""Figures of two who do not agree: crowds, strikers, tolls, shares of a vote; and figures that go together."""

import pytest

from dateline import read_text
from dateline.linking.conflicts import find_conflicts
from dateline.linking.conflicts.tellers import Teller, one_teller, opposed, teller_in_words


def told(text: str) -> list[tuple[str, ...]]:
    found = find_conflicts([read_text(text, "2024-05-08")])
    return [(c.kind, *(side.anchor.quote for side in c.sides)) for c in found]


TWO = {
    "a crowd, in a word": (
        "Police said 900 people marched in Marlow on Sunday. Organisers said 5,000 had come.",
        ("figure", "900 people", "5,000"),
    ),
    "a number given as another": (
        "The airline said 120 people were on board. The ministry gave the number as 131.",
        ("figure", "120 people", "131"),
    ),
    "a crowd": (
        "Marlow police put the crowd at 30,000. Organisers said 90,000 people had marched through Marlow.",
        ("figure", "30,000", "90,000 people"),
    ),
    "a crowd in one place, and in the land": (
        "The ministry put the number of protesters at 200,000 across Norland, including 12,000 in Marlow. The Dockers' Union said 700,000 people took part.",
        ("figure", "200,000", "700,000 people"),
    ),
    "strikers and employees": (
        "Union leader Karl Berg puts the number of strikers at 9,000. The company, Norland Steel, says about 1,200 employees walked out.",
        ("figure", "9,000", "about 1,200 employees"),
    ),
    "shares of staff": (
        "The union said 90 percent of staff had joined the strike. Norland Rail said 35 percent of staff were on strike.",
        ("figure", "90 percent", "35 percent"),
    ),
    "a toll that others pass on": (
        "The army said that at least 150 people were killed. Its spokesman was reacting to reports that some 2,000 had been killed by rebels.",
        ("figure", "at least 150 people", "some 2,000"),
    ),
    "an army counts fighters": (
        "Coastal Rights Watch said about 300 men were killed in Torsa. Norland's defence ministry said its troops killed 203 rebels there.",
        ("figure", "about 300 men", "203 rebels"),
    ),
    "detained": (
        "Police said 17 people were detained at the rally. The rights group Veritas said at least 240 protesters were detained.",
        ("figure", "17 people", "at least 240 protesters"),
    ),
    "turnout": (
        "The commission put turnout at 64 percent. The opposition said turnout was no more than 30 percent.",
        ("figure", "64 percent", "no more than 30 percent"),
    ),
    "a candidate's share": (
        "The electoral commission said Anna Lind had won 61 percent of the vote. The Harbour Party said its own count gave Lind only 38 percent.",
        ("figure", "61 percent", "only 38 percent"),
    ),
    "a day": (
        "The truce began on 3 May, according to Norland. Sudland says that the truce began on 5 May.",
        ("date", "3 May", "5 May"),
    ),
    "who are held": (
        "The kidnappers said they were holding 40 hostages in the mill. Officials said 22 people were being held.",
        ("figure", "40 hostages", "22 people"),
    ),
    "protesters, and bodies that a witness counted": (
        "Police said four protesters had died in the clashes in Marlow. Witnesses said they had counted eleven bodies.",
        ("figure", "four protesters", "eleven bodies"),
    ),
    "an estimate of it": (
        "The electoral commission says turnout was 68 percent. Observers put it at 25 percent.",
        ("figure", "68 percent", "25 percent"),
    ),
    "workers of an owner and of a union": (
        "The mine's owner said 12 workers were underground when the roof fell. The union said 29 workers were underground.",
        ("figure", "12 workers", "29 workers"),
    ),
    "a number told again with its teller": (
        "Twelve people were killed in a clash in Marlow on Sunday. Police said 12 people were killed in the clash. A church leader said 30 people were killed.",
        ("figure", "12 people", "30 people"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), TWO.values(), ids=list(TWO))
def test_two_who_do_not_agree(text: str, expected: tuple[str, ...]) -> None:
    assert expected in told(text)


ONE = {
    "a part and the whole": "Police said 12,000 people marched in Marlow. The union said 700,000 people marched across Norland, 40,000 of them in Torsa.",
    "who came and who was to come": "Police said 4,000 people attended the rally. Organisers had expected 20,000 people to attend it.",
    "one who speaks for another": "The Interior Ministry said 4,000 people marched. The ministry later said 6,000 people had marched.",
    "each its own dead": "Norland said 36 of its soldiers were killed. Sudland said 12 of its soldiers were killed.",
    "two candidates": "The commission said Lind had won 51 percent of the vote. The Harbour Party said Berg had won 44 percent of the vote.",
    "what was counted so far": "The commission said 80 percent of polling stations were counted. The Harbour Party said Lind had won 61 percent of the vote.",
    "a wish and an offer": "The strikers seek a raise of 12 percent; the company has offered only 4 percent.",
    "what each lost": "The army said it lost 3 tanks. However, the rebels said they lost 9 tanks.",
    "of another day": "Police said on Saturday that 40 people were killed. The rescuers said on Sunday that 66 people were killed.",
    "of a year": "The rights group Veritas said 300 people were killed in Torsa. The army said 600 people were killed in 2021.",
    "a wished day": "Norland said the truce began on 3 May. Sudland wants that the truce starts on 5 May.",
    "what a hospital has seen": "The governor said 31 people were killed in the blast in Marlow. A doctor said he had seen 12 bodies in one hospital.",
    "who died, and who may have": "The minister said 500 bodies had been collected. The agency said the toll could be as high as 9,000.",
    "what is sought and what is offered": "The rebels demand the release of 200 prisoners. The government has offered to release 50 prisoners.",
    "deaths and the homeless": "The agency estimated that the death toll was as high as 1,000, while the union said about 3,000 had been made homeless.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=list(ONE))
def test_figures_that_go_together(text: str) -> None:
    assert told(text) == []


TELLERS = [
    ("Marlow police put the number at [300].", "Marlow police"),
    ("According to the Dockers' Union, [900 people] came, the Courier reports.", "the Dockers' Union"),
    ("The ministry counted 300 people, while the union claimed [900 people].", "the union"),
    ("The agency said that 60 were freed while the rebels claimed [35] were killed.", "the rebels"),
    ("[40 people] were killed, according to police, while rebels said 90 died.", "police"),
    ("On the day [963 people] came, according to government figures.", "government figures"),
    ("The Marlow police estimate, which is always lower, was [338 people].", "The Marlow police"),
    ("Berg was reacting to reports that [some 2,000] had died.", "reports"),
    ("Earlier estimates by local officials had put it at [2,000].", "local officials"),
    ("It said [32 cases] were known.", None),
    ("The army is said to have lost [40 men].", None),
    ("On Friday, [40 people] came.", None),
]


@pytest.mark.parametrize(("marked", "teller"), TELLERS)
def test_who_gives_a_figure(marked: str, teller: str | None) -> None:
    at, behind = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert teller_in_words(text, 0, at, behind, len(text)) == teller


def test_who_may_be_one() -> None:
    assert one_teller(Teller("the Interior Ministry"), Teller("ministry"))
    assert one_teller(Teller("Norland", "norland", state=True), Teller("Anna Lind", "Norland"))
    assert not one_teller(Teller("Norland police", "norland"), Teller("Dockers' Union", "norland"))


def test_who_stands_against_whom() -> None:
    assert opposed(Teller("the army"), Teller("rights group Veritas"))
    assert not opposed(Teller("the army"), Teller("the ministry"))
    assert not opposed(Teller("the army"), None)
