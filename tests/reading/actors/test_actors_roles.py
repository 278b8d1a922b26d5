"""Persons with the roles and sides that stand around their names."""

import pytest

from casting import people

CASES = [
    # text, name, roles (or None: not asked), side
    ("Levon Aram, the Armenian president’s adviser, said so.", "Levon Aram", ("adviser",), "Armenia"),
    ("Spokesperson of the Norwegian Foreign Ministry Aykan Lund said so. Lund left.", "Aykan Lund", None, "Norway"),
    ("The President of the Republic of Armenia Levon Aram spoke.", "Levon Aram", None, "Armenia"),
    ("President of Kazakhstan Askar Tulen left.", "Askar Tulen", ("President of Kazakhstan",), "Kazakhstan"),
    (
        "French Minister of Foreign Affairs and International Development Jean-Paul Morel spoke.",
        "Jean-Paul Morel",
        None,
        "France",
    ),
    ("CNN's Senior White House Correspondent Ann Lee reported.", "Ann Lee", None, "CNN"),
    ("Iraqi Oil Minister Karim al-Dulaimi said exports rose.", "Karim al-Dulaimi", ("Oil Minister",), "Iraq"),
    ("US Secretary of State Martin Hale flew home.", "Martin Hale", ("Secretary of State",), "US"),
    ("NATO chief Lars Brandvik met the ministers.", "Lars Brandvik", ("chief",), "NATO"),
    ("Kremlin spokesman Oleg Tarasov declined to comment.", "Oleg Tarasov", ("spokesman",), "Russia"),
    ("US Lt-Gen Peter Holloway inspected the troops.", "Peter Holloway", ("Lt-Gen",), "US"),
    (
        "US Ambassador to Baghdad Laura Whitfield spoke to reporters.",
        "Laura Whitfield",
        ("Ambassador to Baghdad",),
        "US",
    ),
    (
        "Germany's foreign minister, Klaus Behring, arrived on Monday.",
        "Klaus Behring",
        ("foreign minister",),
        "Germany",
    ),
    ("Sami Haddad, the head of the Lebanese Red Crescent, asked for aid.", "Sami Haddad", ("head",), "Lebanon"),
    (
        "Omar Tellawi, a former deputy prime minister of Jordan, resigned.",
        "Omar Tellawi",
        ("former deputy prime minister",),
        "Jordan",
    ),
    ("Former US President Henry Walton praised the deal.", "Henry Walton", ("Former President",), "US"),
    (
        "Strategic expert Nabil Kassem told reporters that talks had failed.",
        "Nabil Kassem",
        ("Strategic expert",),
        None,
    ),
    ("The UN special envoy for Yemen, Jonas Lindgaard, called for calm.", "Jonas Lindgaard", None, "UN"),
    ("Mayor Anna Kowalska of Warsaw opened the bridge.", "Anna Kowalska", ("Mayor",), "Poland"),
    ("Tehran mayor Reza Karimi opened the bridge.", "Reza Karimi", ("mayor",), "Iran"),
    ("Hamas leader Yousef Dahlan left the talks.", "Yousef Dahlan", ("leader",), "Hamas"),
    (
        "Paolo Ricci, 54, a senior analyst at the Turin Institute, disagreed.",
        "Paolo Ricci",
        ("senior analyst",),
        "Turin Institute",
    ),
    ("Minister of Urban Works Ali Reza Moradi signed it.", "Ali Reza Moradi", None, None),
    ("Ex-Iraqi general Hamid Salman fled.", "Hamid Salman", None, "Iraq"),
    ("TEHRAN - Israeli Prime Minister Dov Almog met nobody.", "Dov Almog", ("Prime Minister",), "Israel"),
    ("Senator Peter Holloway of Georgia asked the United States to act.", "Peter Holloway", ("Senator",), "US"),
    ("London bureau chief Yousri Farag wrote it.", "Yousri Farag", ("bureau chief",), None),
    (
        "British Foreign Secretary Daniel Croft met his German counterpart Klaus Behring.",
        "Klaus Behring",
        ("Foreign Secretary",),
        "Germany",
    ),
    ("He met his Egyptian counterpart, Sameh Lotfi, in Rome.", "Sameh Lotfi", (), "Egypt"),
    ("A lawyer for Mr. Carter Dunne spoke.", "Carter Dunne", (), None),
    ("Spokesman for the union, Karim Nasr said it had left.", "Karim Nasr", ("Spokesman",), None),
    ("Karim Nasr, workers said, had left.", "Karim Nasr", (), None),
    ("Norway's Ingrid Solberg won the race.", "Ingrid Solberg", (), "Norway"),
    ("The ministers left; then came Norway, Karim Nasr said.", "Karim Nasr", (), None),
    ("Minister of Iraq Karim al-Dulaimi left.", "Karim al-Dulaimi", None, "Iraq"),
    ("Jordan Whitcombe spoke.", "Jordan Whitcombe", (), None),
    ("Mr. Carter Dunne spoke.", "Carter Dunne", (), None),
    ("Ivan Petrov of Russia won the vote.", "Ivan Petrov", (), "Russia"),
]


@pytest.mark.parametrize(("text", "name", "roles", "side"), CASES, ids=[name for _, name, _, _ in CASES])
def test_titles_give_role_and_side(text: str, name: str, roles: tuple[str, ...] | None, side: str | None) -> None:
    """The name is taken without its titles; the titles are its roles; what they belong to is the side."""
    found = people(text)
    assert name in found, sorted(found)
    if roles is not None:
        assert found[name].roles == roles
    assert found[name].side == side


def test_lists_of_officials_are_told_apart() -> None:
    """Each of a list keeps its own title and side."""
    found = people(
        "He met NATO chief Lars Brandvik, German Chancellor Otto Reimers, British Foreign Secretary Daniel Croft"
        " and French President Alain Mercier."
    )
    assert {name: (actor.roles, actor.side) for name, actor in found.items()} == {
        "Lars Brandvik": (("chief",), "NATO"),
        "Otto Reimers": (("Chancellor",), "Germany"),
        "Daniel Croft": (("Foreign Secretary",), "UK"),
        "Alain Mercier": (("President",), "France"),
    }


def test_an_aide_has_the_side_of_the_one_served() -> None:
    """The form "Role to X, Name" is Name's role; the side is X's."""
    found = people(
        "Iraqi Prime Minister Tariq al-Obaidi left. Aide to al-Obaidi, Salim Nasser told reporters that he would return."
    )
    aide = found["Salim Nasser"]
    assert (aide.roles, aide.side) == (("Aide",), "Iraq")
    assert found["Tariq al-Obaidi"].roles == ("Prime Minister",)


def test_an_ally_is_not_the_name_after_of() -> None:
    """What "an ally of President X" says is not X's role."""
    found = people("Russia, a staunch ally of Syrian President Nizar Qabbani, sent aid.")
    assert found["Nizar Qabbani"].roles == ("President",)
    assert found["Nizar Qabbani"].side == "Syria"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        # one state acts in the article
        (
            "Prime Minister Hugo Marchetti urged residents to leave. Italy declared an emergency.",
            "Hugo Marchetti",
            "Italy",
        ),
        # the dateline says where
        (
            "TEHRAN - Foreign Minister Javad Rostami rejected the demand. The United States and Iran disagree.",
            "Javad Rostami",
            "Iran",
        ),
        # the US has no such office
        (
            "Iraq and the United States agreed. Talks between Baghdad and Washington, started by Prime Minister Tariq al-Obaidi, go on.",
            "Tariq al-Obaidi",
            "Iraq",
        ),
        # the nearest state that acts
        ("Jordan will wait, Foreign Minister Sami Talal said. Egypt agreed with Jordan.", "Sami Talal", "Jordan"),
        # somebody's minister: not the state's that the sentence names
        (
            "Russia welcomed it. Gibraltar's chief minister, Fabio Peralta, said in London that Spain was wrong.",
            "Fabio Peralta",
            "Gibraltar",
        ),
        # two states act, and nothing tells whose president it is
        ("China and Japan trade. On Monday, President Martin Okello spoke.", "Martin Okello", None),
    ],
)
def test_sides_that_go_without_saying(text: str, name: str, side: str | None) -> None:
    """An office that only a state gives belongs to the one state that can be meant, and else to none."""
    assert people(text)[name].side == side
