"""One who is named or described in two ways is one actor, and what is nobody is none."""

import pytest

from casting import who
from dateline import read_text

SAME = [
    # text, name, words of mentions
    (
        "Lindt Steel Ltd said it would wait. Lindt Steel has four mills.",
        "Lindt Steel Ltd",
        ["Lindt Steel Ltd", "Lindt Steel"],
    ),
    (
        "The NDU union met the port. The NDU said it would wait.",
        "NDU",
        ["NDU union", "NDU"],
    ),
    (
        "The United Quayworkers union said it would wait.",
        "United Quayworkers",
        ["United Quayworkers union"],
    ),
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
        "The spokesperson for the Norwegian Army, Major General Ole Varga, said it was late.",
        "Ole Varga",
        ["Ole Varga"],
    ),
    (
        "“There is a cover-up,” Thabari Mpola, representing the union, told the court. Mpola said that it was late.",
        "Thabari Mpola",
        ["Thabari Mpola", "Mpola"],
    ),
    (
        "The head of the Harbour Union (HU), Ilse Varga, said so.",
        "Ilse Varga",
        ["Ilse Varga"],
    ),
    (
        "The UN Secretary General asked for a truce. UN chief Ilse Varga left. The UN chief said that it was late.",
        "Ilse Varga",
        ["UN Secretary General", "Ilse Varga", "UN chief"],
    ),
    (
        "They struck at Keller Group, the largest Maltese paper company. The company said it would wait.",
        "Keller Group",
        ["largest Maltese paper company", "company"],
    ),
    (
        "Foreign ministers of the European Union met. He was glad that the foreign ministers of the EU agreed.",
        "Foreign ministers of the European Union",
        ["foreign ministers of the EU"],
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


NAMES = [
    ("Laws that the Harbour Board and the Norland Drivers Council (NDC) broke were old.", "Norland Drivers Council"),
    (
        "The General Command of the Norwegian Armed Forces said that it would go.",
        "General Command of the Norwegian Armed Forces",
    ),
    ("HARPU NF, the ruling party in Malta, has advised Ilse Varga to wait.", "HARPU NF"),
    ("The ZHC (Zarland Harbour Council) was late, and ZHC members said so.", "Zarland Harbour Council"),
    ("The Automobile and Drivers Union called a strike. The union said it was long.", "Automobile and Drivers Union"),
    ("Varga of the Joint Harbour Union Action group said so.", "Joint Harbour Union Action"),
    ("The Prime Minister's Office said in a statement that it was late.", "Prime Minister's Office"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_body_is_named_as_a_whole(text: str, name: str) -> None:
    assert [a.name for a in read_text(text, "2031-05-01").actors if a.name in name] == [name]


ROLES = [
    ("Earlier UN chief Ilse Varga called for a truce.", "Ilse Varga", ("chief",)),
    ("They met the country's Prime Minister Ilse Varga on Monday.", "Ilse Varga", ("Prime Minister",)),
    ("Ilse Varga, the Harbour Party (HP) chairperson, said so.", "Ilse Varga", ("chairperson",)),
]


@pytest.mark.parametrize(("text", "name", "roles"), ROLES, ids=[text[:30] for text, _, _ in ROLES])
def test_roles_without_what_stands_beside(text: str, name: str, roles: tuple[str, ...]) -> None:
    assert [a.roles for a in read_text(text, "2031-05-01").actors if a.name == name] == [roles]


NOBODY = [
    ("The council launched “Open Harbour,” a new initiative that brought the unions in.", "Open Harbour"),
    ("PORT LINDT, Malta—Chief negotiator Anna Varga urged the Harbour Front to return to the table.", "LINDT"),
    ("He invited Ilse Varga to Lindt Bhavan, his official residence, on Monday.", "Bhavan"),
    ("They build on the progress made under the Varga Declaration, which seeks a resolution.", "Declaration"),
]


@pytest.mark.parametrize(("text", "word"), NOBODY, ids=[word for _, word in NOBODY])
def test_nobody(text: str, word: str) -> None:
    assert [a.name for a in read_text(text, "2031-05-01").actors if word in a.name] == []


SIDES = [
    ("Malta's neighbours said that they would wait.", "Malta's neighbours"),
    ("The British Columbia Drivers Association said that it would wait.", "British Columbia Drivers Association"),
    ("Malta's chief negotiator met the Northern Liberation Army on Monday. The army left.", "Northern Liberation Army"),
    ("The Revolutionary Armed Forces of Malta said that they would leave.", "Revolutionary Armed Forces of Malta"),
]


@pytest.mark.parametrize(("text", "name"), SIDES, ids=[name for _, name in SIDES])
def test_who_is_of_no_state_that_the_name_tells_of(text: str, name: str) -> None:
    [found] = [a for a in read_text(text, "2031-05-01").actors if a.name == name]
    assert found.side is None


def test_negotiators_of_a_government_and_of_rebels_are_of_no_one_side() -> None:
    text = "Government and Hamas negotiators said that they would resume talking in Malta in early May."
    assert [a.side for a in read_text(text, "2031-05-01").actors if "negotiators" in a.name] in ([], [None])


def test_the_other_side_is_no_state_told_of() -> None:
    text = "Malta's army left Malta. It will fight on if the other side does not stop, Malta said."
    assert [m.quote for a in read_text(text).actors if a.name == "Malta" for m in a.mentions if "side" in m.quote] == []


GOVERNMENTS = [
    # whose "the government" is: the dateline's, the most told of, nobody's where two are told of alike
    ("OSLO – A strike began. Malta sent food. Norway asked Malta for more. The government was glad.", "Norway", True),
    ("Malta sent food to Malta's islands. The government said that it was glad.", "Malta", True),
    ("A Norwegian court jailed a sailor. Malta sent food. The government said that it was glad.", "Malta", False),
    # never the one at the other end of what it does
    ("The ferries stopped. The government closed the border with Malta.", "Malta", False),
    ("Norway held a vote. The government blamed Malta for the storm.", "Norway", True),
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
