"""Signs that a reading is not sure: what the parser tore apart, nouns that are only planned for, lists without their beginning."""

import pytest

from dateline.model import Article, PageRef, article_id
from dateline.reading.read import read

Told = list[tuple[str, str, list[str], list[str]]]


def told(text: str) -> Told:
    made = read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))
    names = {a.id: a.name for a in made.actors}
    return [(e.type, e.status, [names[i] for i in e.actors], [names[i] for i in e.recipients]) for e in made.events]


@pytest.mark.parametrize(
    "text",
    [
        "although Anna Berg has denied the pact would allow a base.",
        "Ministers have set Friday as a date for talks between Norway and Chad.",
        "The witness, who asked not to be named, left.",
        "The letter came after the diplomatic protest by Chad.",
        "The raids raised fears of a war.",
        "Norway said any party starting a raid will be held fully responsible.",
        "Norwegian soldiers were prepared to intervene.",
        "Anna Berg disregarded the fact that the port was full.",
        "The walkout has forced nurses to stay at home.",
        "Norway will host the games.",
        "That forced miners to go by road.",
        "The union launched the action in March over pay.",
        "The cabinet offered 530 dollars.",
        "Issues related to the start of talks between Norwegians were discussed.",
        "The rebels used two cars to slam explosives into the gate.",
        "It is unlikely that a truce will be reached between Norway and Chad.",
        "The rebels signed no truce offered by Chad.",
        "Members met to mobilise for a week-long strike.",
        "Anna Berg walked out of the court with difficulty.",
        "Land disputed between Norway and Chad is dry.",
        "Guards stood by as rebel raids went on and on.",
        "Raids on the outskirts of Oslo are rare.",
        "The minister warned the nurses that the winter was cold.",
        "The letter told of a breach of the Norwegian rules that threatens the port.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norway vowed to expel the envoy of Chad and Mali completely broke diplomatic ties.",
            [("THREATEN", "happened", ["Norway"], ["envoy"]), ("SANCTION", "happened", ["Mali"], [])],
        ),
        (
            "Berg, German Chancellor Lena Frey and French President Louis Oster met earlier on Monday.",
            [("CONSULT", "happened", ["Berg", "Lena Frey", "Louis Oster"], ["Berg", "Lena Frey", "Louis Oster"])],
        ),
        ("Norway and Chad both refused to agree to extend the curbs.", [("REJECT", "happened", ["Norway", "Chad"], [])]),
        (
            "Anna Berg has centred her verbal attacks on Carl Lund.",
            [("ACCUSE", "happened", ["Anna Berg"], ["Carl Lund"])],
        ),
        (
            "Norway complained that Chad had shut the port.",
            [("ACCUSE", "happened", ["Norway"], ["Chad"])],
        ),
        (
            "Anna Berg expressed willingness to meet with Carl Lund.",
            [("CONSULT", "possible", ["Anna Berg"], ["Carl Lund"])],
        ),
        (
            "Anna Berg met with Carl Lund and asked him to resign.",
            [("CONSULT", "happened", ["Anna Berg"], ["Carl Lund"]), ("REQUEST", "happened", ["Anna Berg"], ["Carl Lund"])],
        ),
        (
            "The minister praised the guards and urged them to stay.",
            [("SUPPORT", "happened", ["minister"], ["guards"]), ("REQUEST", "happened", ["minister"], ["guards"])],
        ),
        (
            "Shortly after Chad recalled its ambassador, Mali also recalled its ambassador to Niger.",
            [("SANCTION", "happened", ["Chad"], []), ("SANCTION", "happened", ["Mali"], ["Niger"])],
        ),
        (
            "Minister Lena Frey and Railway, Commerce and Food Minister Juan Ose led the talks.",
            [("CONSULT", "happened", ["Lena Frey", "Juan Ose"], ["Lena Frey", "Juan Ose"])],
        ),
        (
            "Guards arrested nine farmers on Monday. They were arrested near a bridge, Anna Berg said.",
            [("COERCE", "happened", ["Guards"], ["nine farmers"])],
        ),
        (
            "Lena Frey was released before she was arrested.",
            [("RETREAT", "happened", [], ["Lena Frey"]), ("COERCE", "happened", [], ["Lena Frey"])],
        ),
        (
            "The minister called on Lena Frey at her house in Oslo on Friday.",
            [("CONSULT", "happened", ["minister"], ["Lena Frey"])],
        ),
        (
            "The Harbour Brigade claimed responsibility for ambushing Chadian troops and blowing up a military truck.",
            [
                ("ASSAULT", "happened", ["Harbour Brigade"], ["Chadian troops"]),
                ("ASSAULT", "happened", ["Harbour Brigade"], ["military truck"]),
            ],
        ),
        (
            "Chad drafted a resolution condemning Norway for violating the embargo and calling for measures.",
            [("ACCUSE", "happened", ["Chad"], ["Norway"]), ("REQUEST", "happened", ["Chad"], [])],
        ),
        (
            "Chad spoke. Chad left. Guards supported the government of Norway's President Juan Ose. Chad slept.",
            [("SUPPORT", "happened", ["Guards"], ["Norway"])],
        ),
        ("Chad lashed out at Norway.", [("ACCUSE", "happened", ["Chad"], ["Norway"])]),
        (
            "President Juan Ose ordered strikes that killed General Lena Frey.",
            [("ASSAULT", "happened", ["Juan Ose"], ["Lena Frey"])],
        ),
        ("Guards launched gas bombs at a hospital.", [("ASSAULT", "happened", ["Guards"], ["hospital"])]),
        ("Chad has targeted the livelihood of Norwegians.", []),
        (
            "Chad said it planned to close the port while also imposing a ban on Norwegian ships.",
            [("THREATEN", "happened", ["Chad"], ["Norway"])],
        ),
        (
            "Chad reinstated sanctions against Norway on May 6, targeting its purchases of gold.",
            [("COERCE", "happened", ["Chad"], ["Norway"])],
        ),
        (
            "Lena Frey anticipated that Chad will help Norway and that both sign a truce soon.",
            [("AGREE", "planned", ["Chad"], ["Norway"])],
        ),
        (
            "Chad announced a withdrawal from some aspects of the pact.",
            [("SANCTION", "happened", ["Chad"], [])],
        ),
        (
            "Juan Ose answered Norwegian nominee Karl Berg, who had said he would attack Chad.",
            [("THREATEN", "happened", ["Karl Berg"], ["Chad"])],
        ),
        (
            "No matter Chad and Norway have upgraded their relations, envoys should be careful.",
            [("SUPPORT", "happened", ["Chad", "Norway"], ["Chad", "Norway"])],
        ),
        (
            "After the Joint Northern Plan of Action (JNPA), which lifted the sanctions against Chad in May, prices rose.",
            [("RETREAT", "happened", [], ["Chad"])],
        ),
        (
            "Chad announced its unilateral withdrawal from the NTCA on Monday.",
            [("SANCTION", "happened", ["Chad"], [])],
        ),
        ("The first condition is that the officials accept that they should leave.", []),
        ("Norway is now targeting membership in the alliance.", []),
        ("Not a single state helped Chad.", []),
        ("It is debatable that Chad helped Norway.", [("AID", "possible", ["Chad"], ["Norway"])]),
        ("Lena Frey said the rebels are not able to fight the guards.", []),
        (
            "Karl Ose lashed out at Prime Minister Lena Frey after she phoned him to congratulate him.",
            [("ACCUSE", "happened", ["Karl Ose"], ["Lena Frey"]), ("SUPPORT", "happened", ["Lena Frey"], ["Karl Ose"])],
        ),
        ("Norway, Chad and Sweden condemned Malta.", [("ACCUSE", "happened", ["Norway", "Chad", "Sweden"], ["Malta"])]),
        (
            "Karl Ose is ill. In a statement ahead of his visit to Oslo, Juan Berg called the deal vital.",
            [("CONSULT", "planned", ["Juan Berg"], ["Norway"])],
        ),
        ("Juan Ose paid a courtesy call on Lena Frey.", [("CONSULT", "happened", ["Juan Ose"], ["Lena Frey"])]),
        ("An aide said the envoy would mediate talks between Norway and Chad.", [("CONSULT", "planned", ["Norway", "Chad"], ["Norway", "Chad"])]),
        ("Chad launched an offensive in support of Norwegian forces.", [("ASSAULT", "happened", ["Chad"], [])]),
        (
            "Chad accused Norway of shelling a port inside Chad, and ethnic Chadian guards in Lipa said so.",
            [("ACCUSE", "happened", ["Chad"], ["Norway"]), ("ASSAULT", "possible", ["Norway"], ["port"])],
        ),
        (
            "The court said the suspension of nurses by the council for boycotting work was wrong.",
            [("PROTEST", "possible", ["nurses"], [])],
        ),
        (
            "Norway will expel nine diplomats after Chad has expelled nine Norwegians.",
            [("THREATEN", "happened", ["Norway"], ["nine diplomats"]), ("SANCTION", "happened", ["Chad"], ["nine Norwegians"])],
        ),
        (
            "OSLO, Norway: Fighters from Lipa ambushed a convoy of troops in Chad.",
            [("ASSAULT", "happened", ["Fighters"], ["convoy"])],
        ),
        (
            "In Oslo, the head of the political office, Karl Abel Berg, and the new head of the team, Lena Frey, met with Juan Ose.",
            [("CONSULT", "happened", ["Karl Abel Berg", "Lena Frey"], ["Juan Ose"])],
        ),
        (
            "Norwegian officials in Chad, Mali and Niger have sent aid to farmers.",
            [("AID", "happened", ["Norwegian officials"], ["farmers"])],
        ),
        ("The talks will begin after the prisoners are released.", [("CONSULT", "planned", [], [])]),
        (
            "Norway has freed ten men and the other side has also freed nine guards.",
            [("RETREAT", "happened", ["Norway"], ["ten men"]), ("RETREAT", "happened", [], ["nine guards"])],
        ),
        (
            "Anna Berg and Carl Lund are ready to meet with Lena Frey.",
            [("AGREE", "happened", ["Anna Berg", "Carl Lund"], ["Lena Frey"])],
        ),
        (
            "Carl Frey attacked Anna Berg for her remarks.",
            [("ACCUSE", "happened", ["Carl Frey"], ["Anna Berg"])],
        ),
        (
            "President Carl Frey launched aggressive attacks on Anna Berg.",
            [("ACCUSE", "happened", ["Carl Frey"], ["Anna Berg"])],
        ),
        (
            "The bloc decided to punish Chad by imposing sanctions on the army.",
            [("THREATEN", "happened", ["bloc"], ["Chad"])],
        ),
        (
            "Norway has blamed the clashes on Chad.",
            [("ACCUSE", "happened", ["Norway"], ["Chad"])],
        ),
        (
            "Norway condemned Chad and summoned its ambassador.",
            [("ACCUSE", "happened", ["Norway"], ["Chad"])],
        ),
        ("Norway denied any part in the raid.", [("REJECT", "happened", ["Norway"], [])]),
        ("The union will only accept the invitation if wages rise.", [("AGREE", "possible", ["union"], [])]),
        (
            "Talks were held between the Prime Minister, Lena Frey, and the Chadian president, Juan Ose.",
            [("CONSULT", "happened", ["Lena Frey", "Juan Ose"], ["Lena Frey", "Juan Ose"])],
        ),
        (
            "Her supporters' rallies were dispersed.",
            [("COERCE", "happened", [], ["Her supporters"])],
        ),
        (
            "The nurses' union and the hospital came to an agreement.",
            [("AGREE", "happened", ["nurses' union", "hospital"], ["nurses' union", "hospital"])],
        ),
        (
            "Five miners were killed and four others were wounded in a bombing.",
            [("ASSAULT", "happened", [], ["Five miners"]), ("ASSAULT", "happened", [], ["four others"])],
        ),
        ("The envoy left for talks with Chad.", [("CONSULT", "planned", ["envoy"], ["Chad"])]),
        (
            "Norway imposed 9 percent duties on Chadian goods.",
            [("COERCE", "happened", ["Norway"], ["Chad"])],
        ),
        (
            "Anna Berg will leave amid anger over a deal between Norway and Chad.",
            [("AGREE", "happened", ["Norway", "Chad"], ["Norway", "Chad"])],
        ),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, wanted: Told) -> None:
    assert told(text) == wanted
