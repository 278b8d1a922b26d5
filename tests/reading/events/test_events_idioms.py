"""Events told by a verb with what stands behind its preposition, and turns of a verb with its object."""

import pytest

from dateline.model import Article, PageRef, article_id
from dateline.reading.read import read

Told = list[tuple[str, str, list[str], list[str]]]


def told(text: str) -> Told:
    made = read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))
    names = {a.id: a.name for a in made.actors}
    return [(e.type, e.status, [names[i] for i in e.actors], [names[i] for i in e.recipients]) for e in made.events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cleaners returned to work on Monday after a two-week strike.", ("RETREAT", "happened", ["Cleaners"], [])),
        ("Tanks rolled into the capital at noon.", ("MOBILIZE", "happened", [], ["capital"])),
        ("Kenyan troops crossed into Somalia on Monday.", ("MOBILIZE", "happened", ["Kenyan troops"], ["Somalia"])),
        ("The army did not enter the village.", ("MOBILIZE", "denied", ["army"], ["village"])),
        ("The town of Garissa fell to Somali forces.", ("ASSAULT", "happened", ["Somali forces"], ["Garissa"])),
        ("Chad responded with airstrikes.", ("ASSAULT", "happened", ["Chad"], [])),
        ("The army responded with tear gas.", ("COERCE", "happened", ["army"], [])),
        ("Police used water cannon against farmers.", ("COERCE", "happened", ["Police"], ["farmers"])),
        ("The union leader was placed under house arrest.", ("COERCE", "happened", [], ["union leader"])),
        ("Chad left the talks without signing.", ("REJECT", "happened", ["Chad"], [])),
        ("Hundreds of students took to the streets of Oslo.", ("PROTEST", "happened", ["students"], [])),
        ("Chad and Mali swapped 40 prisoners of war.", ("RETREAT", "happened", ["Chad", "Mali"], [])),
        ("The militia handed over its weapons to the army.", ("RETREAT", "happened", ["militia"], ["army"])),
        ("Norway handed over weapons to Chad.", ("AID", "happened", ["Norway"], ["Chad"])),
        ("Welders downed tools at noon.", ("PROTEST", "happened", ["Welders"], [])),
        ("The court acquitted the editor.", ("CONCEDE", "happened", ["court"], ["editor"])),
        ("The judge cleared the editor of fraud.", ("CONCEDE", "happened", ["judge"], ["editor"])),
        ("The coast guard intercepted two boats.", ("COERCE", "happened", ["coast guard"], ["two boats"])),
        ("Police barred lawyers from entering the court.", ("COERCE", "happened", ["Police"], ["lawyers"])),
        ("Soldiers seized power in Chad.", ("ASSAULT", "happened", ["Soldiers"], ["Chad"])),
        ("The president was overthrown in a coup.", ("ASSAULT", "happened", [], ["president"])),
        ("The strike by teachers entered its fourth week.", ("PROTEST", "happened", ["teachers"], [])),
        ("Farmers hurled stones at police.", ("ASSAULT", "happened", ["Farmers"], ["police"])),
        ("The two presidents shook hands.", ("CONSULT", "happened", ["two presidents"], ["two presidents"])),
        ("Rebels pulled out of Chad.", ("RETREAT", "happened", ["Rebels"], ["Chad"])),
        ("Rebels took control of the airport.", ("ASSAULT", "happened", ["Rebels"], ["airport"])),
        ("Houses were set ablaze by militiamen.", ("ASSAULT", "happened", ["militiamen"], ["Houses"])),
        ("The bombing left four people dead.", ("ASSAULT", "happened", [], ["four people"])),
        ("The union called for the minister to resign.", ("REQUEST", "happened", ["union"], ["minister"])),
        ("The rebels gave the army 24 hours to leave the town.", ("THREATEN", "happened", ["rebels"], ["army"])),
        (
            "Mali gave the German ambassador 48 hours to leave.",
            ("SANCTION", "happened", ["Mali"], ["German ambassador"]),
        ),
        ("Police arrest three after riot", ("COERCE", "happened", ["Police"], [])),
        ("Kenya, Uganda sign fishing deal", ("SUPPORT", "happened", ["Kenya", "Uganda"], ["Kenya", "Uganda"])),
        ("Farmhands were forced from their homes by the army.", ("COERCE", "happened", ["army"], ["Farmhands"])),
        ("Bakers strike over pay", ("PROTEST", "happened", ["Bakers"], [])),
        ("A drone struck a fuel depot in Oslo.", ("ASSAULT", "happened", [], ["fuel depot"])),
    ],
)
def test_a_turn_of_speech_is_an_event(text: str, wanted: tuple[str, str, list[str], list[str]]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "He returned to work after an illness.",
        "Exports from Oslo fell to two tonnes.",
        "The company responded with a new offer.",
        "Critics answered with a barrage of complaints.",
        "The minister responded with an attack on the plan's wording.",
        "The army fired a missile on Tuesday.",
        "The company fired 200 bakers last year.",
        "The goalkeeper intercepted a pass.",
        "Injury barred the striker from the final.",
        "Crews cleared the road of snow.",
        "He took to the stage.",
        "The general took charge of the country.",
        "The guests left the dinner without a word.",
        "The soldier entered the hospital for treatment.",
        "The conductor used his baton.",
        "The hotel turned away guests.",
        "The company took control of the bank.",
        "The boy threw stones into the lake.",
        "The song set the crowd alight.",
        "The storm left four people dead.",
        "The landlord gave them a month to leave.",
        "Lagos fell to third place in the table.",
    ],
)
def test_the_same_words_of_something_else_are_none(text: str) -> None:
    assert told(text) == []
