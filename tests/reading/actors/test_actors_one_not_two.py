"""One who is named or described in two ways is one actor, and what is nobody is none."""

import pytest

from casting import who
from dateline import read_text

SAME = [
    # text, name, words of mentions
    (
        "Malta met the Lindt Salvation Army (LSA) guerrilla group on Monday. The LSA said it would leave.",
        "Lindt Salvation Army",
        ["Lindt Salvation Army", "LSA"],
    ),
    (
        "The head of the World Ferry Organization said fares will rise. World Ferry Organization Director-General Ilse Varga told reporters so.",
        "Ilse Varga",
        ["head of the World Ferry Organization", "Ilse Varga"],
    ),
    (
        "The court jailed Marek Varga, his lawyer said on Friday. It banned him from the harbour, his lawyer Ilse Brandt said.",
        "Ilse Brandt",
        ["his lawyer", "Ilse Brandt"],
    ),
    (
        "The Government of the Republic of Malta (GRM) and the Harbour Workers Front met. The GRM said that it was ready.",
        "Malta",
        ["Government of the Republic of Malta", "GRM"],
    ),
    (
        "A statement from the Office of the Chief Adviser on Harbours (OCAH) said so. OCAH is in Lindt.",
        "Office of the Chief Adviser on Harbours",
        ["Office of the Chief Adviser on Harbours", "OCAH"],
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions"), SAME, ids=[name for _, name, _ in SAME])
def test_one_actor(text: str, name: str, mentions: list[str]) -> None:
    found = [a for a in read_text(text, "2031-05-01").actors if a.name == name]
    assert len(found) == 1
    quotes = [m.quote for m in found[0].mentions]
    assert [m for m in mentions if m not in quotes] == []


def test_a_word_of_a_name_behind_where_the_body_sits() -> None:
    text = "The Norland Council for Human Rights reported a raid, and the Malta-based Council said that six men died."
    assert who(text, "Council", 1).name == "Norland Council for Human Rights"


NOBODY = [
    ("The council launched “Open Harbour,” a new initiative that brought the unions in.", "Open Harbour"),
    ("PORT LINDT, Malta—Chief negotiator Anna Varga urged the Harbour Front to return to the table.", "LINDT"),
    ("They build on the progress made under the Varga Declaration, which seeks a resolution.", "Declaration"),
]


@pytest.mark.parametrize(("text", "word"), NOBODY, ids=[word for _, word in NOBODY])
def test_nobody(text: str, word: str) -> None:
    assert [a.name for a in read_text(text, "2031-05-01").actors if word in a.name] == []


SIDES = [
    ("Malta's chief negotiator met the Northern Liberation Army on Monday. The army left.", "Northern Liberation Army"),
    ("The Revolutionary Armed Forces of Malta said that they would leave.", "Revolutionary Armed Forces of Malta"),
]


@pytest.mark.parametrize(("text", "name"), SIDES, ids=[name for _, name in SIDES])
def test_rebels_are_of_no_state_that_their_name_tells_of(text: str, name: str) -> None:
    [found] = [a for a in read_text(text, "2031-05-01").actors if a.name == name]
    assert found.side is None


def test_negotiators_of_a_government_and_of_rebels_are_of_no_one_side() -> None:
    text = "Government and Hamas negotiators said that they would resume talking in Malta in early May."
    assert [a.side for a in read_text(text, "2031-05-01").actors if "negotiators" in a.name] in ([], [None])


GOVERNMENTS = [
    # whose "the government" is: the dateline's, the most told of, nobody's where two are told of alike
    ("OSLO – A strike began. Malta sent food. Norway asked Malta for more. The government was glad.", "Norway", True),
    ("Malta sent food to Malta's islands. The government said that it was glad.", "Malta", True),
    ("A Norwegian court jailed a sailor. Malta sent food. The government said that it was glad.", "Malta", False),
]


@pytest.mark.parametrize(("text", "state", "means"), GOVERNMENTS, ids=[text[:20] for text, _, _ in GOVERNMENTS])
def test_the_government(text: str, state: str, means: bool) -> None:
    mentions = [m.quote for a in read_text(text, "2031-05-01").actors if a.name == state for m in a.mentions]
    assert ("government" in mentions) == means


def test_an_apposition_ends_before_its_verb() -> None:
    [found] = [
        a for a in read_text("In the absence of Marek Varga, justice took its course.").actors if "Varga" in a.name
    ]
    assert found.roles == ()
