"""Names as the world's press writes them: whole, of the right kind, with office and side."""

import pytest

from dateline import read_text

WHOLE = [
    # text, name, kind of actor (None: no person, body or movement has the name)
    ("The Inter-American Commission on Ports said so.", "Inter-American Commission on Ports", "organisation"),
    (
        "The Ministry of Finance and the Public Service cut it.",
        "Ministry of Finance and the Public Service",
        "organisation",
    ),
    (
        "The Ministry of Lands, Housing and Urban Development left.",
        "Ministry of Lands, Housing and Urban Development",
        "organisation",
    ),
    ("The Ministry of Health and Kestrel signed a deal.", "Ministry of Health", "organisation"),
    (
        "The Kenya Ferrymen, Pilots and Stevedores Union (KFPSU) left.",
        "Kenya Ferrymen, Pilots and Stevedores Union",
        "organisation",
    ),
    ("Ukraine's 44th Mechanized Brigade destroyed four tanks.", "44th Mechanized Brigade", "organisation"),
    ("The opposition party Vardo said its chairman had been held.", "Vardo", "group"),
    ("Harakat al-Nahr claimed the bombing in a video.", "Harakat al-Nahr", "group"),
    ("Rebels captured Masisi on Saturday.", "Masisi", None),
    ("The militia seized Kitchanga, two days after it took Rubaya.", "Rubaya", None),
    ("Masisi fell to the rebels after the fall of Rubaya.", "Masisi", None),
    ("The attackers entered the Radisson Vert hotel in Bamako.", "Radisson Vert", None),
    ("Doctors Without Borders said 20 patients were killed.", "Doctors Without Borders", "organisation"),
    ("Bobi Kyalanga was placed under house arrest.", "Bobi Kyalanga", "person"),
    ("Shri Rajnath Varma and Smt. Anita Joshi laid wreaths.", "Anita Joshi", "person"),
    ("Mali's Asimi Koira and Chad's Ibrahim Traor left the bloc.", "Asimi Koira", "person"),
    ("Debretsion Hagor, chairman of the union, accepted the terms.", "Debretsion Hagor", "person"),
    ("Tonga's King Tupor VI opened parliament.", "Tupor VI", "person"),
    ("The Maori King, Tuheito Pakir, urged unity.", "Tuheito Pakir", "person"),
    ("The Economic Freedom Fighters' Julius Malor led the march.", "Julius Malor", "person"),
    ('Joaquin "El Chivo" Guzmera was extradited to the US.', 'Joaquin "El Chivo" Guzmera', "person"),
    ("Tupac Amaro Rebel Front gunmen took 12 hostages.", "Tupac Amaro Rebel Front", "group"),
    ("The National Union of Metalworkers of South Africa, Numsa, left.", "Numsa", None),
    ("Verdo, Germany's second-biggest union, called a strike.", "Verdo", "organisation"),
    ("She met executives of Ford, GM and Stellantis.", "GM", "organisation"),
    ("Norland's CGIL and UIL unions called a strike.", "CGIL", "organisation"),
    ("A ship rammed the BRP Sindang.", "BRP Sindang", None),
    ("Peter Okello, alias Rambor, was sentenced. Rambor denied it.", "Rambor", None),
    ("Jamal Harun, also known as Abu Yasir, was arrested.", "Abu Yasir", None),
    ("Delta Mining, formerly Kasai Gold, said it would appeal.", "Kasai Gold", None),
    ("Tadesse Bekele Wolde was freed.", "Tadesse Bekele Wolde", "person"),
    ("The Daily Monitor reported that the minister had left.", "Daily Monitor", "organisation"),
    ("Typhoon Haiyin killed 60 people.", "Typhoon Haiyin", None),
    ("The rebels took Okello to the bush. Okello escaped a week later.", "Okello", "person"),
    ("The Ministry of Trade and Kenya Airways signed a pact.", "Kenya Airways", "organisation"),
    ("Russia's Black Sea Fleet left the port.", "Black Sea Fleet", "organisation"),
    ("Howard University said no.", "Howard University", "organisation"),
    ("Operation Barkhar ended in November, Paris said.", "Operation Barkhar", None),
    ("The 93rd Brigade repelled two assaults.", "93rd Brigade", "organisation"),
    ("According to CNN Philippines, residents fled.", "CNN Philippines", "organisation"),
    ("The July 12 nurses said no.", "nurses", "group"),
    ("The CEO of Kengar, Engineer Rebecca Njeri, left.", "Kengar", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE, ids=[name for _, name, _ in WHOLE])
def test_names_are_whole_and_of_their_kind(text: str, name: str, kind: str | None) -> None:
    found = {actor.name: actor.kind for actor in read_text(text).actors if actor.kind != "unnamed"}
    assert found.get(name) == kind


HELD = [
    # text, name, role, side
    ("The DG of NERA, Mrs Halima Kazaure, said so.", "Halima Kazaure", "DG", "NERA"),
    ("The IGP, Mr Usman Alkari, told senators so.", "Usman Alkari", "IGP", None),
    ("The secretary in the Ministry of Health, Dr. Peter Mwanza, left.", "Peter Mwanza", "secretary", None),
    (
        "Foreign ministers Musalia Weke of Kenya and Odongo Atim of Uganda met.",
        "Odongo Atim",
        "Foreign minister",
        "Uganda",
    ),
    ("The presidents of Ghana, John Mensor, and of Togo, Faure Amegor, met.", "John Mensor", "president", "Ghana"),
    ("The presidents of Ghana, John Mensor, and of Togo, Faure Amegor, met.", "Faure Amegor", "president", "Togo"),
    ("In Tripoli, Libya said no. Prime Minister David Cameron was glad.", "David Cameron", "Prime Minister", "UK"),
    ("Prime Minister-designate Haris Tomik failed.", "Haris Tomik", "Prime Minister-designate", None),
    ("Foreign Minister Wang Jianlin met his Indonesian counterpart.", "Wang Jianlin", "Foreign Minister", None),
]


@pytest.mark.parametrize(("text", "name", "role", "side"), HELD, ids=[name for _, name, _, _ in HELD])
def test_offices_around_names(text: str, name: str, role: str, side: str | None) -> None:
    actor = next(actor for actor in read_text(text).actors if actor.name == name)
    assert role in actor.roles
    assert side in (actor.side, None)


PEOPLES = [
    # text, who speaks
    (
        "French, German and Italian officials said the ship had left.",
        ["French officials", "German officials", "Italian officials"],
    ),
    (
        "European Union foreign ministers met. The German and French foreign ministers said the ship had left.",
        ["German foreign minister", "French foreign minister"],
    ),
    (
        "The Qatari, Saudi and Egyptian foreign ministers said the ship had left.",
        ["Qatari foreign minister", "Saudi foreign minister", "Egyptian foreign minister"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), PEOPLES, ids=[text for text, _ in PEOPLES])
def test_peoples_before_one_noun(text: str, speakers: list[str]) -> None:
    reading = read_text(text)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[said.source] for said in reading.attributions if said.source is not None] == speakers
