"""Who did it to whom and where, where the parser or a pronoun leads astray; and what is told twice with other words."""

import pytest

from dateline.model import Article, PageRef, Reading, article_id
from dateline.reading.read import read


def reading(text: str) -> Reading:
    article = Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text)
    return read(article)


def told(text: str) -> list[tuple[list[str], list[str], str | None]]:
    made = reading(text)
    names = {a.id: a.name for a in made.actors}
    return [([names[i] for i in e.actors], [names[i] for i in e.recipients], e.place) for e in made.events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose the force is that somebody suffered in
        (
            "Two nurses were wounded in a mortar attack by rebels near Gao.",
            [(["rebels"], ["Two nurses"], "Gao")],
        ),
        (
            "Nine guards were killed when rebels shelled a port.",
            [(["rebels"], ["Nine guards"], None), (["rebels"], ["port"], None)],
        ),
        ("Two bakers were killed when they attacked a port.", [(["Two bakers"], ["port"], None)]),
        # rows that the parser takes for appositions
        (
            "The Netherlands, Chad and Fiji, all of which fish there, protested to Norway.",
            [(["Netherlands", "Chad", "Fiji"], ["Norway"], None)],
        ),
        (
            "Ana Lund, a former judge, and the Danish envoy met in Skopje.",
            [(["Ana Lund", "Danish envoy"], ["Ana Lund", "Danish envoy"], "Skopje")],
        ),
        # pronouns
        ("Norway condemned Chad after it shelled a port.", [(["Norway"], ["Chad"], None), (["Chad"], ["port"], None)]),
        (
            "Police arrested the rebels after they attacked a bank.",
            [(["Police"], ["rebels"], None), (["rebels"], ["bank"], None)],
        ),
        (
            "Norway refused to let the miners cross, and police used water cannon on them.",
            [(["Norway"], ["miners"], None), (["police"], ["miners"], None)],
        ),
        ("The army said its troops shot two bakers.", [(["army's troops"], ["two bakers"], None)]),
        # a party's own people, kin, and who is hired
        ("The general ordered his troops to leave the port.", [(["general"], ["general's troops"], None)]),
        ("The envoy was beaten by thugs hired by a ruling party.", [(["thugs"], ["envoy"], None)]),
        # who says one thing asks another
        (
            "The ministry said that Carl Berg's move breaks the law and urged Norway to hold talks.",
            [(["ministry"], ["Norway"], None)],
        ),
        # the whole, not the part
        ("There are reports of 12 miners including foreigners killed in these raids.", [([], ["12 miners"], None)]),
        # where
        (
            "After meeting the king in Oslo, the envoy flew to Lima, where he met the queen.",
            [(["envoy"], ["king"], "Oslo"), (["envoy"], ["queen"], "Lima")],
        ),
        ("In response to an attack in Oslo, Chad bombed a port in Yemen.", [(["Chad"], ["port"], "Yemen")]),
        ("British troops in Estonia clashed with miners near Riga.", [(["British troops"], ["miners"], "Riga")]),
        ("A nurse with a clinic in Oslo was shot dead by rebels.", [(["rebels"], ["nurse"], None)]),
        ("A baker was shot by two men on a motorbike in Herat.", [(["two men"], ["baker"], "Herat")]),
        ("At a summit in Riga in 2006, Chad agreed to help Mali.", [(["Chad"], ["Mali"], "Riga")]),
        ("Chad sent troops to key areas.", [(["Chad"], [], None)]),
        (
            "Norway imposed curbs on three Chadian banks. The curbs were announced in Oslo.",
            [(["Norway"], ["three Chadian banks"], None)],
        ),
    ],
)
def test_who_and_where(text: str, wanted: list[tuple[list[str], list[str], str | None]]) -> None:
    found = told(text)
    assert [row for row in wanted if row not in found] == []
    assert len(found) <= len(wanted) + text.count("attack in") + text.count("raids")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Gunmen killed a senator in Owerri.\n\nSenator Ike Obi was shot dead by gunmen, his family said.", 1),
        ("Nurses strike in Kenya over pay\n\nNurses in Kenya went on strike on Monday over pay.", 1),
        ("Chad and Mali signed a pact in Oslo on Friday.\n\nThe two countries agreed the pact after talks.", 1),
        ("Chad's president met the Malian president in Oslo.\n\nThe two presidents held talks for three hours.", 1),
        ("Norway's president urged Chad to stop the raids.\n\nHe called on Chad to stop the raids.", 1),
        ("Norway's president urged Chad to stop the raids.\n\nHe urged Mali to hold a vote.", 2),
        ("Soldiers ousted President Ali Kone.\n\nKone was toppled by soldiers on Friday.", 1),
        ("The army killed nine rebels on Saturday.\n\nNine members of the rebel group were killed by soldiers.", 1),
        ("The army killed five rebels in Gao. In Oslo the army killed five rebels.", 2),
        ("Police arrested a banker in Bern. Police later arrested the banker's wife in Zurich.", 2),
        ("Fiji suspended aid to Chad over the law.\n\nFiji's decision to suspend aid was announced on Tuesday.", 1),
        ("The rebels took a port on Friday. On Sunday the rebels attacked a mill.", 2),
    ],
)
def test_told_once(text: str, events: int) -> None:
    assert len(reading(text).events) == events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway's envoy, who was in Oslo on 1 March 2024, met the rebels in Lima on 2 March 2024.", "2024-03-02"),
        ("Norway has arrested a colonel wanted in Spain over the murder of a priest in 1980.", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    first = reading(text).events[0]
    assert (str(first.days.start) if first.days.start else None) == day
