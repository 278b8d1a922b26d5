"""Which names mean one person or one body."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casting import cast_of, people
from dateline.reading.actors.merging import (
    abbreviates,
    alike,
    bare_name_fits,
    is_acronym_of,
    ministry_key,
    misspelt,
    parts_of,
    same_full_name,
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Karim al-Dulaimi", ("karim", "dulaimi")),
        ("al-Dulaimi", ("dulaimi",)),
        ("John F. Brewer", ("john", "brewer")),
        ("Ludwig von der Heide", ("ludwig", "heide")),
        ("al", ("al",)),
    ],
)
def test_parts_of_names(name: str, parts: tuple[str, ...]) -> None:
    """Particles and initials do not count."""
    assert parts_of(name) == parts


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Nasser Hassan al-Shami", "Nasser al-Shami", True),
        ("Mohammed Shia al-Rubai", "Mohammad Shiaa Al-Rubai", True),
        ("Tayyip Karaman", "Recep Tayyip Karaman", True),
        ("William Carrington", "Helen Carrington", False),
        ("Karim al-Dulaimi", "Karim al-Jabiri", False),
        ("Dulaimi", "Karim al-Dulaimi", False),
        # a wife may have her husband's whole name behind her own
        ("Karim Haddad", "Fatima Karim Haddad", False),
    ],
)
def test_full_names(a: str, b: str, *, same: bool) -> None:
    """Middle names may be missing and spellings differ; other given names are other people."""
    assert same_full_name(parts_of(a), parts_of(b)) is same
    assert same_full_name(parts_of(b), parts_of(a)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("shia", "shiaa", True), ("mohammed", "mohamad", True), ("karl", "carl", False), ("ana", "ann", False)],
)
def test_spellings(a: str, b: str, *, same: bool) -> None:
    """Two spellings of a word begin alike and differ in a vowel or a doubled letter."""
    assert alike(a, b) is same


@pytest.mark.parametrize(
    ("bare", "full", "fit"),
    [
        (("dulaimi",), ("karim", "dulaimi"), 3),
        (("karim",), ("karim", "dulaimi"), 2),
        (("shia",), ("mohammed", "shia", "rubai"), 1),
        (("brown",), ("karim", "dulaimi"), 0),
        (("karim", "dulaimi"), ("karim", "dulaimi"), 0),
    ],
)
def test_bare_names(bare: tuple[str, ...], full: tuple[str, ...], fit: int) -> None:
    """A bare name is rather a surname than a given name."""
    assert bare_name_fits(bare, full) == fit


@pytest.mark.parametrize(
    ("bare", "full", "is_it"),
    [
        ("dulamii", "dulaimi", True),
        ("dulaimi", "duleimi", True),
        ("brown", "braun", False),
        ("lee", "leo", False),
        ("khan", "kham", False),
    ],
)
def test_misspelt(bare: str, full: str, *, is_it: bool) -> None:
    """One letter in five, two in seven; short names are never misspelt."""
    assert misspelt((bare,), ("karim", full)) is is_it


@pytest.mark.parametrize(
    ("acronym", "name", "is_it"),
    [
        ("NOC", "National Oil Company", True),
        ("MFA", "Ministry of Foreign Affairs", True),
        ("NATO", "National Transitional Council", False),
        ("U", "Union", False),
    ],
)
def test_acronyms(acronym: str, name: str, *, is_it: bool) -> None:
    """The first letters, with or without those of small words."""
    assert is_acronym_of(acronym, name) is is_it


@settings(deadline=None)
@given(st.lists(st.text("abcdefghij", min_size=2, max_size=8), min_size=2, max_size=4))
def test_every_name_is_itself_and_holds_its_surname(words: list[str]) -> None:
    """A full name is the same as itself; its last word fits it."""
    parts = tuple(words)
    assert same_full_name(parts, parts)
    assert bare_name_fits(parts[-1:], parts) == 3


def test_one_person_under_several_spellings() -> None:
    """Surnames, misspelt ones, longer names and given names of one person are one actor."""
    text = (
        "Economist Karim al-Dulaimi warned of shortages. Dulaimi added that prices would rise."
        " Dulamii said the bank had failed. Karim Hassan al-Dulaimi teaches in Basra."
    )
    [person] = people(text).values()
    assert person.name == "Karim Hassan al-Dulaimi"
    assert {"Karim al-Dulaimi", "Dulaimi", "Dulamii"} <= set(person.names)


def test_two_people_with_one_surname() -> None:
    """Titles and gender tell them apart."""
    text = (
        "Senator William Carrington and his wife, Helen Carrington, attended."
        "\n\nMr. Carrington thanked the hosts.\n\nMrs. Carrington praised the food."
    )
    found = people(text)
    assert set(found) == {"William Carrington", "Helen Carrington"}
    assert "Mr. Carrington" not in found["Helen Carrington"].names
    assert len(found["William Carrington"].mentions) >= 2
    assert any(m.start > text.index("Mrs.") for m in found["Helen Carrington"].mentions)
    assert not any(m.start > text.index("Mrs.") for m in found["William Carrington"].mentions)


def test_a_surname_that_is_not_settled_stays_alone() -> None:
    """With two bearers told of together, a bare surname is nobody's, and the same nobody's each time."""
    text = "Peter Vossberg and Julia Vossberg own the firm. Vossberg was fined. Vossberg will appeal."
    found = people(text)
    assert set(found) == {"Peter Vossberg", "Julia Vossberg", "Vossberg"}
    assert len(found["Vossberg"].mentions) == 2


def test_a_surname_goes_to_the_only_one_told_of_so_far() -> None:
    """Who is named later cannot be meant before."""
    text = "Writer Peter Vossberg died. Vossberg had been ill.\n\nHis niece, Julia Vossberg, was with him."
    assert len(people(text)["Peter Vossberg"].mentions) >= 2


def test_bodies_and_their_acronyms() -> None:
    """A body is one under its full name, its acronym, and without its state."""
    _, cast = cast_of(
        "The Kenyan Maritime Authority (KMA) closed the port. KMA officials left. The Maritime Authority blamed the storm."
        " The joint monitoring mission (JMMX) agreed. JMMX will stay."
    )
    bodies = {a.name: a for a in cast.actors() if a.kind == "organisation"}
    assert bodies["Kenyan Maritime Authority"].side == "Kenya"
    assert {"KMA", "Maritime Authority"} <= set(bodies["Kenyan Maritime Authority"].names)
    assert "joint monitoring mission" in {m.quote for m in bodies["JMMX"].mentions}


def test_a_title_tells_two_bearers_of_a_surname_apart() -> None:
    """Where one of the two is a senator, "Senator X" is that one."""
    text = "Senator William Carrington and writer Helen Carrington spoke. Senator Carrington left."
    found = people(text)
    assert [m.quote for m in found["William Carrington"].mentions] == ["William Carrington", "Carrington"]
    assert len(found["Helen Carrington"].mentions) == 1


def test_a_surname_goes_on_meaning_the_one_it_meant() -> None:
    """Once a surname has meant someone, it does so again after that one was named last."""
    text = (
        "Writer Peter Vossberg died. Vossberg had been ill. Julia Vossberg wept.\n\n"
        "Peter Vossberg wrote nine books. Vossberg won prizes."
    )
    assert len(people(text)["Peter Vossberg"].mentions) == 4


def test_a_father_s_name_is_no_surname() -> None:
    """A man named "X bin Y" is not called Y."""
    found = people("Prince Mansour bin Rashid met King Rashid. Rashid smiled.")
    assert {m.quote for m in found["Mansour bin Rashid"].mentions} == {"Mansour bin Rashid"}
    assert len(found["Rashid"].mentions) == 2


def test_the_fullest_name_of_a_body() -> None:
    """A body that is named with its state later is the same; so is one whose state is its possessor."""
    for text in (
        "The Maritime Authority closed the port. The Kenyan Maritime Authority reopened the quay.",
        "Kenya's Maritime Authority closed the port. The Maritime Authority reopened the quay.",
    ):
        [body] = [a for a in cast_of(text)[1].actors() if a.kind == "organisation"]
        assert (body.side, len(body.mentions)) == ("Kenya", 2)


def test_bodies_of_two_states_are_two() -> None:
    """The same name with another state is another body."""
    _, cast = cast_of("The Kenyan Maritime Authority agreed. The Ugandan Maritime Authority refused.")
    assert {a.side for a in cast.actors() if a.kind == "organisation"} == {"Kenya", "Uganda"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Ministry of Foreign Affairs of Norway agreed. The Norwegian Foreign Ministry said so.",
            ["Ministry of Foreign Affairs of Norway"],
        ),
        (
            "Norway's Foreign Ministry agreed. The Swedish Foreign Ministry did not.",
            ["Foreign Ministry", "Swedish Foreign Ministry"],
        ),
        ("The Ministry of Justice of Norway agreed.", ["Ministry of Justice of Norway"]),
        (
            "The Ministry of Foreign Affairs of the Republic of Armenia agreed.",
            ["Ministry of Foreign Affairs of the Republic of Armenia"],
        ),
        ("The Local Co-ordination Council agreed.", ["Local Co-ordination Council"]),
    ],
)
def test_ministries_under_their_names(text: str, names: list[str]) -> None:
    """A state's ministry is one body under all its names, and its name goes up to the state's."""
    assert [a.name for a in cast_of(text)[1].actors() if a.kind == "organisation"] == names


@pytest.mark.parametrize(
    ("name", "side", "key"),
    [
        ("Norwegian Foreign Ministry", "Norway", "Norway: ministry of foreign"),
        ("Ministry of Foreign Affairs of Norway", "Norway", "Norway: ministry of foreign"),
        ("Defence Ministry", "Norway", "Norway: ministry of defense"),
        ("Foreign Ministry", None, None),
        ("Ministry Press Office", "Norway", None),
        ("Norwegian Army", "Norway", None),
    ],
)
def test_keys_of_ministries(name: str, side: str | None, key: str | None) -> None:
    """The matter and the state make a ministry, not the order of its words."""
    assert ministry_key(name, side) == key


@pytest.mark.parametrize(
    ("text", "people_and_roles"),
    [
        ("Presidents Holt and Marek met. Adam Holt flew home.", {"Adam Holt": ("President",), "Marek": ("President",)}),
        (
            "Foreign Ministers Anna Lenk and Paul Rohr agreed.",
            {"Anna Lenk": ("Foreign Minister",), "Paul Rohr": ("Foreign Minister",)},
        ),
        (
            "Norway left. Presidents Anna Lenk and Paul Rohr met.",
            {"Anna Lenk": ("President",), "Paul Rohr": ("President",)},
        ),
    ],
)
def test_an_office_shared_by_a_list(text: str, people_and_roles: dict[str, tuple[str, ...]]) -> None:
    """A plural office before names is each one's, and the side that goes without saying is neither's."""
    found = people(text)
    assert {name: actor.roles for name, actor in found.items()} == people_and_roles
    assert {actor.side for actor in found.values()} == {None}


@pytest.mark.parametrize(
    ("letters", "name", "may"),
    [
        ("NASU", "Northeast Asian Shipping Union", True),
        ("NSU", "Northeast Asian Shipping Union", True),
        ("FPC", "Northeast Asian Shipping Union", False),
        ("SU", "Northeast Asian Shipping Union", False),
    ],
)
def test_letters_in_brackets(letters: str, name: str, *, may: bool) -> None:
    assert abbreviates(letters, name) is may


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a name goes on to its letters, through small words and words cut in two
        (
            "The Front for Unity and Work in Norland (FUWN) spoke. FUWN agreed.",
            {"Front for Unity and Work in Norland": {"FUWN"}},
        ),
        ("The Organization for Trade and Co-operation in Europe met.", {"Organization for Trade and Co-operation in Europe": set()}),
        ("The UN (Secretary Ana) Ferro spoke. Ferro left.", {"UN": set(), "Ana Ferro": {"Ferro"}}),
        ("At the Royal College of Baking's (RCB) vote all agreed. The RCB spoke.", {"Royal College of Baking": {"RCB"}}),
        ("UN Secretary-General Ana Ferro spoke. The UN chief left.", {"UN": set(), "Ana Ferro": set()}),
        # what an office is for is nobody
        ("The Minister of Fisheries and Marine Resources met Hugo Marchetti.", {"Hugo Marchetti": set()}),
        ("He paid nine crowns (U.S. $4) to Hugo Marchetti.", {"Hugo Marchetti": set()}),
        # a plain noun at the head of a sentence is no name
        ("Rebels said so. Hugo Marchetti left.", {"Hugo Marchetti": set()}),
        # a body in small letters and in capitals; a spokesman and his rank
        ("The Norlander air force spoke. The Norlander Air Force agreed.", {"Norlander Air Force": set()}),
        ("An army spokesman, Colonel Hugo Marchetti, spoke.", {"Hugo Marchetti": set()}),
        # an office that somebody has left is not meant by the office
        ("The late Italian president, Hugo Marchetti, was kind. The Italian president spoke.", {"Hugo Marchetti": set()}),
        # of two of one surname not the lawyer
        (
            "Ana Ferro fell. Hugo Ferro, her lawyer, spoke.\n\nFerro will be tried.",
            {"Ana Ferro": {"Ferro"}, "Hugo Ferro": set()},
        ),
    ],
)  # fmt: skip
def test_names_on_other_pages(text: str, names: dict[str, set[str]]) -> None:
    """Who is named, and by which other names."""
    found = {a.name: set(a.names) - {a.name} for a in cast_of(text)[1].actors()}
    assert found == names
