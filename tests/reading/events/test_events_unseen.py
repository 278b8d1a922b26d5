"""What pages of other papers taught: subjects that the parser loses, things that did not come to pass, and what is told twice."""

import pytest

from dateline.model import Article, PageRef, Reading, article_id
from dateline.reading.read import read

Told = list[tuple[str, str, list[str], list[str]]]


def reading(text: str) -> Reading:
    return read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))


def told(text: str) -> Told:
    made = reading(text)
    names = {a.id: a.name for a in made.actors}
    return [(e.type, e.status, [names[i] for i in e.actors], [names[i] for i in e.recipients]) for e in made.events]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is mulling over allowing Chad to fish.",
        "The two sides failed to meet a deadline for a truce.",
        "Talks broke off in May.",
        "No nurse wants to be on strike.",
        "Had the unions accepted the offer, wages would have risen.",
        "Anna Berg said that Norway was able to defend itself.",
        "Anna Berg said that the border should not be an issue.",
        "The governor noted that the army would not allow the fire to spoil the fair.",
        "Carl Berg said the guards would not relent.",
        "Anna Berg briefed the media people on the plan.",
        "Ministers exchanged seeds with their counterparts.",
        'The "Storm Vala Advisory Number 9", released at noon, says so.',
        "According to Security Council Resolution 9911, which endorsed the plan, ships may sail.",
        "Final data will be released by the Oslo Grain Board.",
        (
            "They concurred on the need to enhance the role of the ports, increase the exchange of crews, and use the "
            "mechanism of consultations between Norway and Chad."
        ),
        "The mayor has vowed to carry on.",
        "The court can keep the diver out of prison until it has settled the case.",
        "The lawyers filed an appeal against the sentence.",
        "Food prices rallied early this year.",
        "The forum would mobilise broad support.",
        "Guards took the port, raising concerns of theft.",
        "Farmers stood with Norwegian flags.",
        "Norway and Chad opened up exports.",
        "The council last month warned that theft, including of boats, has grown.",
        "The navy staged a demonstration of force.",
        "Norwegian troops took the fields, leaving a row of towns to the rebels.",
        "Norway is ready to go on.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whose verb it is, where the parser ties clauses together
        (
            "Rebel spokesman Omar Tall said the army on Tuesday wrested back the town of Bolo and charged the army with arson.",
            [("ACCUSE", "happened", ["Omar Tall"], ["army"])],
        ),
        (
            "The gang began launching raids this year after foreign forces, including Chad's army, began fighting the gang.",
            [("ASSAULT", "happened", ["gang"], []), ("ASSAULT", "happened", ["foreign forces"], ["gang"])],
        ),
        (
            "Late in May, Chad, Kenya, and Norway signed a fishing pact.",
            [("SUPPORT", "happened", ["Chad", "Kenya", "Norway"], ["Chad", "Kenya", "Norway"])],
        ),
        (
            "The unions expressed opposition to Norway for trying to extend arms sanctions on Chad.",
            [("ACCUSE", "happened", ["unions"], ["Norway"]), ("COERCE", "possible", ["Norway"], ["Chad"])],
        ),
        (
            "It was a costly swap, with 60 farmers and 21 sailors now freed.",
            [("RETREAT", "happened", [], ["21 sailors"])],
        ),
        (
            "The second day saw 17 hostages freed by rebels and 39 prisoners released by Norway.",
            [("RETREAT", "happened", ["rebels"], ["17 hostages"]), ("RETREAT", "happened", ["Norway"], ["39 prisoners"])],
        ),
        # what kind of deed it is
        ("The rebels broke a new ceasefire deal.", [("ASSAULT", "happened", ["rebels"], [])]),
        ("Norway expresses strong protest to Chad.", [("ACCUSE", "happened", ["Norway"], ["Chad"])]),
        (
            "Norway has deployed 500 soldiers to Chad to help search for survivors after an earthquake.",
            [("AID", "happened", ["Norway"], ["Chad"])],
        ),
        ("Anna Berg flew to Oslo to lobby the council.", [("REQUEST", "planned", ["Anna Berg"], ["council"])]),
        ("Farmers marched on a police station.", [("PROTEST", "happened", ["Farmers"], ["police station"])]),
        (
            "Pilots went on strike in May. The airline said the strike began early.",
            [("PROTEST", "happened", ["Pilots"], [])],
        ),
        (
            "Anna Berg issued a statement deploring the attack on the port.",
            [("ACCUSE", "happened", ["Anna Berg"], []), ("ASSAULT", "happened", [], ["port"])],
        ),
        # whether it came to pass
        ("The airline faces a mass walkout.", [("PROTEST", "possible", [], ["airline"])]),
        (
            "The ban will end after Norway resumes helping Chad.",
            [("AGREE", "planned", ["Norway"], ["Chad"])],
        ),
        ("Anna Berg went on to accuse Norway.", [("ACCUSE", "happened", ["Anna Berg"], ["Norway"])]),
        ("Talks between Norway and Chad will focus on fish.", [("CONSULT", "planned", ["Norway", "Chad"], ["Norway", "Chad"])]),
        (
            "Carl Berg could reveal this only after Norway had met with Chad.",
            [("CONSULT", "planned", ["Norway"], ["Chad"])],
        ),
        ("The union's decision to reject it will cost the pupils.", [("REJECT", "happened", ["union"], [])]),
        ("Thousands of farmers came out to protest.", [("PROTEST", "happened", ["farmers"], [])]),
        ("Anna Berg held a call with Carl Lund.", [("CONSULT", "happened", ["Anna Berg"], ["Carl Lund"])]),
        # to whom it is done
        ("The Norwegian government said he had been kidnapped.", []),
        ("The committee told the union it should leave.", [("REQUEST", "happened", ["committee"], ["union"])]),
        ("Norwegian settler attacks on farmers went on.", [("ASSAULT", "happened", ["settler"], ["farmers"])]),
        ("A bomber struck a market.", [("ASSAULT", "happened", ["bomber"], ["market"])]),
        ("Chad opposed the anti-Norwegian curbs.", [("REJECT", "happened", ["Chad"], [])]),
        ("Norway said Anna Berg wrote to UNESCO urging them to help.", [("REQUEST", "happened", ["Anna Berg"], ["UNESCO"])]),
        ("The airline cancelled six flights amid talks with the union.", [("CONSULT", "happened", [], ["union"])]),
        ("Norway wants to continue a part of the sanctions imposed by Chad.", [("COERCE", "possible", ["Norway"], []), ("COERCE", "happened", ["Chad"], [])]),
        (
            'The air force flew several strikes, killing "large numbers" of the rebels.',
            [("ASSAULT", "happened", ["air force"], ["rebels"])],
        ),
        (
            "Anna Berg has raised her concerns about Carl Lund's treatment with Norway.",
            [("ACCUSE", "happened", ["Anna Berg"], [])],
        ),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, wanted: Told) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # one deed told twice in one article is one record, the fuller one
        (
            "Norway sentenced Carl Lund to three years.\n\nCarl Lund was sentenced by Norway for theft.",
            [("COERCE", "happened", ["Norway"], ["Carl Lund"])],
        ),
        (
            "Anna Berg met Carl Lund in Oslo. Berg and Lund discussed trade.",
            [("CONSULT", "happened", ["Anna Berg"], ["Carl Lund"])],
        ),
        (
            "Anna Berg condemned Chad over the raid. Berg strongly condemns such raids.",
            [("ACCUSE", "happened", ["Anna Berg"], ["Chad"])],
        ),
        # two requests are two
        (
            "Anna Berg called for a truce in Chad. Berg also called for food and tents.",
            [("REQUEST", "happened", ["Anna Berg"], []), ("REQUEST", "happened", ["Anna Berg"], [])],
        ),
        # on two days it was done twice
        (
            "Norway attacked Chad on 3 May 2021. Norway attacked Chad again on 9 May 2021.",
            [("ASSAULT", "happened", ["Norway"], ["Chad"]), ("ASSAULT", "happened", ["Norway"], ["Chad"])],
        ),
    ],
)
def test_repeats(text: str, wanted: Told) -> None:
    assert told(text) == wanted


def test_a_place_of_something_else_is_not_the_events() -> None:
    text = "Guards killed farmers in a protest movement that has spread since a rising in Oslo last year."
    assert [e.place for e in reading(text).events if e.type == "ASSAULT"] == [None]


def test_whom_no_record_tells_of_is_no_actor() -> None:
    """A described actor that a step asked for, and then did not use, is nobody."""
    names = [a.name for a in reading("Anna Berg said neither side gave in. A lorry carried two sailors.").actors]
    assert names == ["Anna Berg"]
