"""One deed told twice is one record, also where other words name those it was done to; what was done again is not."""

import pytest

from dateline.model import Article, PageRef, article_id
from dateline.reading.read import read

Rows = list[tuple[str, list[str], list[str], str | None]]


def rows(text: str) -> Rows:
    made = read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))
    names = {a.id: a.name for a in made.actors}
    return [
        (e.trigger.quote, [names[i] for i in e.actors], [names[i] for i in e.recipients], e.place) for e in made.events
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a description first, the name next
        (
            "A prominent activist was arrested by police.\n\nLena Frey was arrested at night, her lawyer said.",
            [("arrested", ["police"], ["prominent activist"], None)],
        ),
        # the same number
        (
            "Gunmen killed nine guards near the dam.\n\nThe killing of nine villagers shocked Norway.",
            [("killed", ["Gunmen"], ["nine guards"], None)],
        ),
        (
            "Gunmen killed nine guards near the dam.\n\nGunmen killed eleven guards near the mill.",
            [("killed", ["Gunmen"], ["nine guards"], None), ("killed", ["Gunmen"], ["eleven guards"], None)],
        ),
        # those who attacked, by turns
        (
            "Militants ambushed a convoy at dawn. The assailants ambushed the convoy on a bridge.",
            [("ambushed", ["Militants"], ["convoy"], None)],
        ),
        # taken for told already; the place is lent
        (
            "Rebels attacked a convoy. The attack happened in Oslo.",
            [("attacked", ["Rebels"], ["convoy"], "Oslo")],
        ),
        ("Rebels attacked a bus. Mechanics looked at the bus that was attacked.", [("attacked", ["Rebels"], ["bus"], None)]),
        ("Six people were injured in a rocket attack on the island of Sicily.", [("injured", [], ["Six people"], "Sicily")]),
        ("Chad filed a complaint. Chad filed the complaint against Mali.", [("filed a complaint", ["Chad"], [], None)]),
        (
            "Farmers marched through Oslo. Their march drew thousands.",
            [("marched", ["Farmers"], [], "Oslo")],
        ),
        (
            "Envoys of Chad and Mali condemned a Norwegian raid. The officials denounced the raid by Norway.",
            [("condemned", ["Envoys of Chad", "Envoys of Mali"], ["Norway"], None), ("raid", ["Norway"], [], None)],
        ),
        (
            "Malian troops attacked a port. Chadian troops attacked a port.",
            [("attacked", ["Malian troops"], ["port"], None), ("attacked", ["Chadian troops"], ["port"], None)],
        ),
        (
            "Norway and two rebel groups have agreed to talks. The rebels and Norway have agreed to attend the talks.",
            [("agreed", ["Norway", "two rebel groups"], ["Norway", "two rebel groups"], None)],
        ),
        # announced, and told of as done
        (
            "Chad has recalled its ambassador from Mali. Chad announced its decision to recall its ambassador from Mali.",
            [("recalled its ambassador", ["Chad"], ["Mali"], None)],
        ),
        # one side of a meeting told of
        (
            "Anna Berg met Carl Lund in Oslo. The pact was signed after a meeting with Lund.",
            [("met", ["Anna Berg"], ["Carl Lund"], "Oslo")],
        ),
        # the union and those in it
        (
            "The Dockers' Union rejected a pay offer by the port.\n\nDock workers rejected the pay offer in Oslo.",
            [("rejected a pay offer", ["Dockers' Union"], [], "Oslo")],
        ),
        # an office and who holds it
        (
            "Norway's foreign ministry summoned the Chadian ambassador. Foreign Minister Anna Berg of Norway summoned the Chadian ambassador.",
            [("summoned", ["Anna Berg"], ["Chadian ambassador"], None)],
        ),
        # an age is no count
        (
            "A 40-year-old driver was arrested.\n\nLena Frey was arrested at night.",
            [("arrested", [], ["Lena Frey"], None)],
        ),
        # another verb for the deed, another name for those it was done to
        (
            "Gunmen ambushed a convoy near the dam. The bombing of the convoy shocked Norway.",
            [("ambushed", ["Gunmen"], ["convoy"], None)],
        ),
        # planned, then held
        (
            "Anna Berg met farmers' representatives in Oslo. Berg will meet representatives of farmers.",
            [("met", ["Anna Berg"], ["farmers' representatives"], "Oslo")],
        ),
        (
            "Anna Berg met farmers in Oslo. Berg will meet the farmers again.",
            [("met", ["Anna Berg"], ["farmers"], "Oslo"), ("meet", ["Anna Berg"], ["farmers"], None)],
        ),
        # one order in two wordings; two orders
        (
            "A court ordered the police to give lawyers access. The court ordered the police to grant access to a lawyer.",
            [("ordered", ["court"], ["police"], None)],
        ),
        (
            "Chad urged Mali to free the miners. Chad urged Mali to open the bridge.",
            [("urged", ["Chad"], ["Mali"], None), ("urged", ["Chad"], ["Mali"], None)],
        ),
        # two figures
        (
            "Raiders killed at least 24 soldiers. A raid near the dam killed 39 soldiers.",
            [("killed", ["Raiders"], ["at least 24 soldiers"], None), ("killed", [], ["39 soldiers"], None)],
        ),
        # a further one
        (
            "Chad banned the paper. Chad had previously banned the paper.",
            [("banned", ["Chad"], ["paper"], None), ("banned", ["Chad"], ["paper"], None)],
        ),
        (
            "Rebels attacked a convoy. Another attack hit the port.",
            [("attacked", ["Rebels"], ["convoy"], None), ("hit", [], ["port"], None)],
        ),
    ],
)  # fmt: skip
def test_what_is_told_twice(text: str, wanted: Rows) -> None:
    assert rows(text) == wanted
