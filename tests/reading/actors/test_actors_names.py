"""What is a name, where it begins and ends, and what it is a name of."""

from itertools import pairwise

import pytest

from casting import cast_of
from dateline import read_text
from dateline.reading.actors.find_names import find_names
from dateline.reading.actors.frame import dateline_state
from dateline.reading.actors.known import countries, known_at, known_from
from dateline.reading.parse import parse

CASES = [
    # text, name, kind of actor (None: no actor has the name)
    ("Norway fights over Nagorno-Karabakh. Fighting in Nagorno-Karabakh went on.", "Nagorno-Karabakh", None),
    ("The ceasefire in Tavaru failed. Control of the Tavaru territory is disputed.", "Tavaru", None),
    ("The plane left Juan Moreno International Airport.", "Juan Moreno International Airport", None),
    ("They moved to the Har Selm settlement.", "Har Selm", None),
    ("The state news agency Sana said so. Sana added more. Sana quoted him.", "Sana", "organisation"),
    ("The Republic of Armenia protested.", "Armenia", "state"),
    ("The Intra-Norwegian talks began.", "Intra", None),
    ("The Department of Justice agreed.", "Department of Justice", "organisation"),
    ("Deputy Prime Minister Ricardo Solana Ruiz spoke. Solana left.", "Solana", "person"),
    ("Crews of the National Quaymen's Association (NQA) left.", "National Quaymen's Association", "organisation"),
    ("The Vessa People’s Freedom Front (VPFF) fought on.", "Vessa People’s Freedom Front", "group"),
    ("The Women's League agreed.", "Women's League", "organisation"),
    ("The Non-Fishing Movement met. They joined the Non-Fishing Movement.", "Non-Fishing Movement", "group"),
    ("An Ex-Norwegian Minister of the Anti-Fraud Bureau left.", "Anti-Fraud Bureau", "organisation"),
    ("Carmen's Council agreed.", "Carmen's Council", None),
    ("The New Zealand Pilots' Union (NZPU) left.", "New Zealand Pilots' Union", "organisation"),
    ("The ferry sank between the island of New Norway and Olden.", "Norway", None),
    ("The Harbour Safety Authority Nurur Rahman leads said so.", "Harbour Safety Authority", "organisation"),
    ("The Pilots Organisation union (PO) agreed to consider it.", "Pilots Organisation", "organisation"),
    ("Hezbollah denied the report.", "Hezbollah", "group"),
    ("The Iraqi Hezbollah Brigades vowed revenge.", "Iraqi Hezbollah Brigades", "group"),
    ("The rebels of the Ansar Nahr movement attacked.", "Ansar Nahr", "group"),
    (
        "The Red River Front (RRF) group attacked the port. The front of the Red River Front said so.",
        "Red River Front",
        "group",
    ),
    ("The US Defense Department denied it.", "US Defense Department", "organisation"),
    ("Officials at the Ministry of Foreign Affairs said so.", "Ministry of Foreign Affairs", "organisation"),
    ("The White House said it would respond.", "White House", "organisation"),
    ("Belneftchem, a chemicals firm, shut down. The state company Belneftchem said so.", "Belneftchem", "organisation"),
    ("Iraq rejected the offer.", "Iraq", "state"),
    ("The Iranians agreed to the terms.", "Iran", "state"),
    ("Washington spoke of a partnership.", "US", "state"),
    ("The offensive reached Baghdad airport.", "Iraq", None),
    ("He was born in Germany and died in Paris.", "Germany", None),
    ("The Munich Accord was signed.", "Munich Accord", None),
    ("The leaders met at the Astana Summit.", "Astana Summit", None),
    ("They posted it on Twitter on Monday.", "Twitter", None),
    ("She won a VIP pass.", "VIP", None),
    ("A memorandum of understanding (MOU) was signed. The MOU is short.", "MOU", None),
    ("South Korean President Kim Dae-ho flew home.", "Kim Dae-ho", "person"),
    ("Prime Minister Theresa May resigned.", "Theresa May", "person"),
    ("President Emilio de la Torre spoke.", "Emilio de la Torre", "person"),
    ("Minister of Urban Works Ali Reza Moradi signed.", "Urban Works", None),
    ("The Arbitration Council Resolution 2044 was read out.", "Arbitration Council Resolution", None),
    ("The Water and Power Ministry closed it.", "Water and Power Ministry", "organisation"),
    ("The Office of Maritime Affairs closed it.", "Office of Maritime Affairs", "organisation"),
    ("The Committee on Foreign Trade closed it.", "Committee on Foreign Trade", "organisation"),
    ("Senator Laura House voted against it. House later left.", "Laura House", "person"),
    ("Rebels took Zarqat. The town of Zarqat is small.", "Zarqat", None),
    ("Zarqat, a village near Homs, was shelled. People fled Zarqat.", "Zarqat", None),
    ("The airline Skyrova cut its flights. Skyrova blamed fuel prices.", "Skyrova", "organisation"),
    ("Skyrova news agency reported it. The report by Skyrova was brief.", "Skyrova", "organisation"),
    ("Boats crossed the Karun River at night.", "Karun River", None),
    ("Agency staff left. The Agency is small.", "Agency", None),
    ("Rebels fired first, and the rebels fled.", "Rebels", None),
    ("Ferial Montasser, the chairwoman of the board, resigned.", "Ferial Montasser", "person"),
    ("The Kherson Oilfield Company (Kherol) shut down. Kherol has debts.", "Kherol", "organisation"),
    ("Abu Khalid al-Masri spoke to the crowd. Mr. al-Masri was loud.", "Abu Khalid al-Masri", "person"),
    ("Deputy Prime Minister and Minister of Trade and Industry Sven Aldersen left.", "Sven Aldersen", "person"),
    ("The King spoke on Monday.", "King", None),
    ("The United States of America agreed.", "US", "state"),
    ("Anti-American slogans were heard.", "US", None),
    ("Many African-Americans voted.", "US", None),
    ("The US-Iran talks failed.", "Iran", "state"),
    ("The Iran-Iraq border is long.", "Iraq", None),
    ("Rebels shelled Korvanta overnight.", "Korvanta", None),
    ("Gunmen attacked Maiduguri on Monday.", "Maiduguri", None),
    ("Soldiers seized Bello at dawn. Bello said he was hurt.", "Bello", "person"),
    ("Police arrested Korvanta.", "Korvanta", None),
    ("Sen. Ana Frey, R-Alaska, voted no.", "R-Alaska", None),
    ("The Academic Staff Union of Torsa met.", "Academic Staff Union of Torsa", "organisation"),
    ("The opposition alliance Varnaband boycotted the vote.", "Varnaband", "organisation"),
    ("The officer, SP Ana Frey, confirmed it.", "Ana Frey", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES, ids=[f"{name}" for _, name, _ in CASES])
def test_kinds_of_names(text: str, name: str, kind: str | None) -> None:
    """Each name is taken whole, and is an actor of its kind, or none."""
    kinds = {spelling: actor.kind for actor in cast_of(text)[1].actors() for spelling in (actor.name, *actor.names)}
    assert kinds.get(name) == kind, kinds


FRAMES = [
    ("PESHAWAR: Chief Minister Asad Malik said no.", "PESHAWAR"),
    ("KABUL: President Rashid Noor said no.", "KABUL"),
    ("ANKARA, December 29. /TASS/. Foreign Minister Emre Tan said so.", "TASS"),
    ("BAKU, Azerbaijan, April 3. Foreign Minister Adil Mammad said so.", "Azerbaijan"),
    ("GDANSK, Poland (Reuters) - Talks ended on Monday.", "GDANSK"),
    ("By Daniel Forrester and Anna Lind LONDON | Tue May 3, 2011 (Reuters) - Talks ended.", "Daniel Forrester"),
    ("By the Herald Wire Staff\nTalks ended.", "Herald"),
    (
        "Talks between the sides ended without a result on Monday.\n(Reporting by Daniel Forrester; Editing by Anna Lind)",
        "Daniel Forrester",
    ),
    ("Talks ended without a result on Monday. MH/PA", "MH"),
    (
        "New Harbour Plan Upsets Fisher Unions Again\nThe plan was criticised.",
        "New Harbour Plan Upsets Fisher Unions",
    ),
]
LONE = [
    ("They toured with Brandvikov.", "Brandvikov", True),
    ("It was named after Brandvikov.", "Brandvikov", False),
    ("Reporters told Brandvikov about it.", "Brandvikov", True),
    ("Brandvikov's car was found.", "Brandvikov", True),
    ("They bought a GBP7382 bond.", "GBP7382", False),
]


@pytest.mark.parametrize(("text", "name", "there"), LONE, ids=[text for text, _, _ in LONE])
def test_names_of_one_word(text: str, name: str, *, there: bool) -> None:
    """A single unknown word counts where it acts, owns or is spoken to; named once in passing, it may be anything."""
    names = {spelling for actor in cast_of(text)[1].actors() for spelling in actor.names}
    assert (name in names) is there


@pytest.mark.parametrize(("text", "absent"), FRAMES, ids=[absent for _, absent in FRAMES])
def test_the_frame_has_no_actors(text: str, absent: str) -> None:
    """Datelines, bylines, credits, signatures and headlines name nobody of the story."""
    assert not [a.name for a in cast_of(text)[1].actors() if absent in a.name]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("TEHRAN – The minister spoke.", "Iran"),
        ("ANKARA, Sept 21 (Reuters) - The minister spoke.", "Turkey"),
        ("SPRINGFIELD - The minister spoke.", None),
        ("KABUL: The minister spoke.", "Afghanistan"),
        ("ANKARA, December 29. /TASS/. The minister spoke.", "Turkey"),
        ("PESHAWAR: The minister spoke.", None),
        ("SMITHSON: I do not agree.", None),
        ("The minister spoke.", None),
    ],
)
def test_datelines(text: str, state: str | None) -> None:
    """A capital in the dateline tells the state."""
    assert dateline_state(parse(text)) == state


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Iraqi", "adjective", "Iraq"),
        ("United States", "state", "US"),
        ("U.S. officials", "adjective", "US"),
        ("Sana'a", "capital", "Yemen"),
        ("Sana’a", "capital", "Yemen"),
        ("UN Security Council", "organisation", "UN Security Council"),
        ("Finns", "people", "Finland"),
        ("Reuters", "outlet", "Reuters"),
        ("The Guardian", "outlet", "Guardian"),
    ],
)
def test_listed_names(words: str, kind: str, name: str) -> None:
    """The lists know states under all their words, and bodies."""
    hit = known_at(words, 0)
    assert hit is not None
    assert hit[1].name == name
    assert kind in (hit[1].kind, "adjective")


def test_a_listed_name_ends_with_a_word() -> None:
    """The word "Iranshahr" does not begin with Iran; a listed name that ends inside a token is none."""
    assert known_at("Iranshahr", 0) is None
    assert known_at("...", 0) is None
    assert known_from(parse("Iran.com").doc, 0) is None or parse("Iran.com").doc[0].text == "Iran"
    assert known_from(parse("said").doc, 0) is None


def test_the_lists_of_states() -> None:
    """Every state has a short name of its own."""
    assert countries()["IQ"] == "Iraq"
    assert countries()["GB"] == "UK"
    assert len(set(countries().values())) == len(countries())


def test_names_do_not_overlap() -> None:
    """Each token belongs to one name at most."""
    names = find_names(
        parse("US Secretary of State Martin Hale met Hezbollah's Ali Nasr and the Iraqi Oil Ministry in Paris."), ()
    )
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert names


WHOLE_NAMES = [
    # text, a name, its kind
    ("Varga, of the Drivers and General Workers Union, spoke.", "Drivers and General Workers Union", "organisation"),
    (
        "It was released by the Office of the Harbour Adviser on the Lindt Plan.",
        "Office of the Harbour Adviser on the Lindt Plan",
        "organisation",
    ),
    (
        "He spoke for the Norwegian Centre for Harbour Resolution (NOHAR), and told Reuters so.",
        "Norwegian Centre for Harbour Resolution",
        "organisation",
    ),
    (
        "They spoke for the Association of Pilots and Drivers on Friday.",
        "Association of Pilots and Drivers",
        "organisation",
    ),
    (
        "Ole Lind, secretary of the Norway Iron and Rice Association, left.",
        "Norway Iron and Rice Association",
        "organisation",
    ),
    (
        "A court in Lindt ruled that former harbour ministers Decebal Traian Remes and Ioan Lind fled.",
        "Decebal Traian Remes",
        "person",
    ),
    ("Harlow is held by the Justice and Freedom Movement (JFM).", "Justice and Freedom Movement", "group"),
    ("The crew was held by the Abu Rafan in Harlow.", "Abu Rafan", "group"),
    ("The attorney general, Aiyar Samuel Kaim, says so.", "Aiyar Samuel Kaim", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE_NAMES, ids=[name for _, name, _ in WHOLE_NAMES])
def test_names_are_whole(text: str, name: str, kind: str) -> None:
    actor = {a.name: a for a in read_text(text, "2031-05-01").actors}.get(name)
    assert actor is not None
    assert actor.kind == kind


@pytest.mark.parametrize(
    "text", ["They seized the yacht Amanda in May.", "It was fine. OK, they said.", "Drivers wait at the gate. AP"]
)
def test_no_actors(text: str) -> None:
    assert {a.name for a in read_text(text, "2031-05-01").actors}.isdisjoint({"Amanda", "OK", "AP"})


def test_the_office_of_two_words() -> None:
    assert next(a.roles for a in read_text("Rolf Varga, the Chief Justice of Norway, spoke.", "2031-05-01").actors) == (
        "Chief Justice",
    )


OFFICES = [
    # text, name, role and side that the words before it give
    (
        "Malta on Friday called in the Norwegian high commissioner in Valletta, Ole Varga, at noon.",
        "high commissioner",
        "Norway",
    ),
    ("The Director General (Trade & Ports), Ole Varga, spoke.", "Director General", None),
    ("They met the Minister of Harbours, the Hon Ole Varga, at noon.", "Minister", None),
    ("EU Trade Commissioner Ole Varga spoke.", "Trade Commissioner", "EU"),
]


@pytest.mark.parametrize(("text", "role", "side"), OFFICES, ids=[role for _, role, _ in OFFICES])
def test_offices_before_a_name(text: str, role: str, side: str | None) -> None:
    actors = {a.name: a for a in read_text(text, "2031-05-01").actors}
    assert (actors["Ole Varga"].roles, actors["Ole Varga"].side) == ((role,), side)
    assert set(actors) <= {"Ole Varga", "Malta", "EU", "Norway"}


def test_letters_of_a_line_and_of_an_office_are_no_bodies() -> None:
    text = "Lt Gen Ole Lind left. The army fired at the Line of Rest (LoR). The LoR was hit. The LoR is long."
    assert "LoR" not in {a.name for a in read_text(text, "2031-05-01").actors}


def test_a_surname_that_is_a_month() -> None:
    text = "Prime Minister Theresa May left. May said it was late. May's party met in May."
    mentions = [m.quote for a in read_text(text, "2031-05-01").actors if a.name == "Theresa May" for m in a.mentions]
    assert mentions == ["Theresa May", "May", "May"]


def test_a_president_of_a_union_is_of_no_state() -> None:
    text = "Ole Lind, president of the CPN, spoke in Norway. Norway listened. Norway left."
    assert next(a.side for a in read_text(text, "2031-05-01").actors if a.name == "Ole Lind") != "Norway"


def test_said_that_opens_a_line_is_no_name() -> None:
    text = "The council met. Said Brel: “We lack nothing at all.” Brel spoke for an hour."
    assert [a.name for a in read_text(text, "2031-05-01").actors if a.kind == "person"] == ["Brel"]


def test_a_bay_of_somebody_is_a_place() -> None:
    assert [a.name for a in read_text("The strike began at the Voss's Bay works.", "2031-05-01").actors] == []
