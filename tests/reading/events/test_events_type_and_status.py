"""Type, status and worth of events, as batteries of sentences: what is sought only, what institutions do, figures of speech."""

import pytest

from dateline.model import Article, PageRef, article_id
from dateline.reading.read import read


def told(text: str) -> list[str]:
    made = read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))
    return [f"{e.type} {e.status}" for e in made.events]


@pytest.mark.parametrize(
    "text",
    [
        # sought, possible, in somebody's way
        "The envoy said there was no alternative to dialogue with Mali.",
        "Hopes are fading for a deal between the nurses and the port.",
        "Ministers are working towards a truce between the army and the rebels.",
        "Mali is open to talks with Chad.",
        "The council is in favour of talks with the rebels.",
        "A meeting between the king of Norway and the president of Chad is out of the question.",
        "Negotiation with the rebels is impossible, Ana Frey said.",
        "In the event of a strike, buses will replace trains.",
        "The delegations left Oslo without an agreement.",
        "Police foiled an attack on the town hall.",
        "The bishops encouraged dialogue between the government and the opposition.",
        # told of in a book
        "A documentary about the raid by Chad on the mill won a prize.",
        # wished of others, undecided, habits, questions
        "The farmers want Mali to lift the ban on Chadian rice.",
        "Mali has not decided whether to expel the envoy of Chad.",
        "Police routinely arrest hawkers in the capital.",
        "Anyone who attacks a guard faces jail.",
        "The group is known for kidnapping travellers.",
        "Its demands include dissolving parliament.",
        "The court will decide whether Juan Ose killed the guard.",
        "Chad did not rule out talks with Mali.",
        'The weekly asked Juan Ose if he had any plans for the port, "none" being the answer.',
        # sport, polls, trade, small talk
        "Juan Ose was banned for two matches by the league after the cup final.",
        "Ana Frey beat Juan Ose in the vote by 300 ballots.",
        "The carmaker withdrew its new model from the market.",
        "Police were answering a call from a hotel in Oslo.",
        "Investigators are investigating the cause of the crash.",
        "Villagers killed animals and ate them.",
        "Bad roads contributed to the delay, Juan Ose said.",
        "Speaking to Radio Sol, Ana Frey said the roads were bad.",
        "Assassination of the leaders of the movement will only lead to its growth, Ana Frey said.",
        "No matter how many suspects are kidnapped by the rebels, Juan Ose said, they lose.",
        "Captain Juan Ose lamented his side's close loss.",
        "Parliament in Lima adopted a law on schools.",
        "The photographer chose to release the work.",
        "The minister expressed concern over rising prices.",
        "A peace agreement between Chad and Mali has eluded mediators for years.",
        '"Is the port safe?" Ana Frey asked Juan Ose.',
        "The plan envisages an end to violence by all parties.",
        "The book discusses the talks between Chad and Mali in 1958.",
        "The company charged customers twice for one ticket.",
        "Investors welcomed the figures.",
        # nature and beasts
        "Wildfires threatened villages in Greece on Sunday.",
        "Crocodiles killed two fishermen on the river.",
        "Locusts invaded fields in northern Kenya.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The opposition alleged that police had beaten Juan Ose.", ["ACCUSE happened", "ASSAULT possible"]),
        ("The rebels are thought to be holding two nurses hostage.", ["ASSAULT possible"]),
        ("Mali said Chad is to blame for the attack on the oil plant.", ["ASSAULT happened"]),
        ("Police raided the offices of the newspaper in Lima.", ["COERCE happened"]),
        ("A meeting between the king of Norway and the president of Chad is planned for Friday.", ["CONSULT planned"]),
        ("Malian officials were turned back at the airport.", ["REJECT happened"]),
        ("The army reneged on its promise to let aid convoys into the town.", ["REJECT happened", "CONCEDE denied"]),
        ("Chad announced the withdrawal of its troops from Mali by June.", ["AGREE happened"]),
        ("Chad pulled out of talks with the rebels.", ["REJECT happened"]),
        ("The army let nurses into the town on Monday.", ["CONCEDE happened"]),
        ("Mali told Chad to withdraw its troops.", ["REQUEST happened"]),
        ("The army dismissed claims that militants had overrun the base.", ["REJECT happened", "ASSAULT denied"]),
        ("Mali blocked the website of the weekly.", ["COERCE happened"]),
        ("Chad held live-fire drills around the lake.", ["MOBILIZE happened"]),
        ("Under pressure from the unions, the government of Mali dropped its plan.", ["CONCEDE happened"]),
        ("French unions staged an eighth day of strikes against the plan.", ["PROTEST happened"]),
        ("Fighting between the army and the rebels displaced many.", ["ASSAULT happened"]),
        ("Chad accuses Mali of backing the rebels, a charge Mali denies.", ["ACCUSE happened", "SUPPORT possible"]),
        ("Juan Ose was cleared of fraud.", ["CONCEDE happened"]),
        ("Chad will reinstate sanctions on Mali.", ["THREATEN happened"]),
        ("Norway pulled out of the Chad trade deal on Friday.", ["SANCTION happened"]),
        ("Not only did rebels shell the town, they burned the mill.", ["ASSAULT happened", "ASSAULT happened"]),
        ("Norway is prepared to take Chad to court over the port.", ["THREATEN happened"]),
        ("Norway took Chad to court over the port.", ["ACCUSE happened"]),
        ("The council put three Malian generals on its sanctions list.", ["COERCE happened"]),
        ("Assailants hacked 30 villagers to death in Mali.", ["ASSAULT happened"]),
        ("Missiles rained down on Lagos overnight.", ["ASSAULT happened"]),
        ("Juan Ose was taken into custody in Lima.", ["COERCE happened"]),
        ("Chad ordered the Norwegian Red Cross out of the country.", ["SANCTION happened"]),
        ("Juan Ose walked free after a year in prison.", ["RETREAT happened"]),
        ("Prime Minister Ana Frey quit on Monday over the leak.", ["CONCEDE happened"]),
        ("Prime Minister Ana Frey handed in her resignation.", ["CONCEDE happened"]),
        ("Norway voted against the resolution.", ["REJECT happened"]),
        ("Thousands of farmers gathered outside the mill to demand a vote.", ["PROTEST happened"]),
        ("The presidents of Chad and Mali spoke on the telephone.", ["CONSULT happened"]),
        ("Opposition lawmakers stormed out of parliament.", ["PROTEST happened"]),
        ("Guards allegedly opened fire on the miners, killing four.", ["ASSAULT possible"]),
        ("Chad vowed to hit back at Norwegian tariffs.", ["THREATEN happened"]),
        ("The talks between Chad and Mali ended without a breakthrough.", ["CONSULT happened"]),
        ("Two soldiers were killed and five wounded in an ambush near Gao.", ["ASSAULT happened"]),
        ("The Netherlands froze aid to Chad over its support for the rebels.", ["SANCTION happened"]),
        ("There were no talks between Chad and Mali, a spokesman said.", ["CONSULT denied"]),
        ("The rebels reportedly attacked the port.", ["ASSAULT possible"]),
        ("Parliament voted no confidence in the government of Chad.", ["REJECT happened"]),
        ("The prime minister of Chad lost a vote of no confidence in parliament on Friday.", ["REJECT happened"]),
        ("Lawmakers ousted Prime Minister Ana Frey in a no-confidence vote on Tuesday.", ["REJECT happened"]),
        ("The opposition filed a motion of no confidence against Prime Minister Ana Frey.", ["ACCUSE happened"]),
        ("Juan Ose went on trial in Lima on Monday.", ["ACCUSE happened"]),
        ("Juan Ose stands accused of fraud.", ["ACCUSE happened"]),
        ("Chad declared two Malian diplomats personae non gratae.", ["SANCTION happened"]),
        ("Chad quit the regional court on Friday.", ["SANCTION happened"]),
        ("The authorities in Mali shut down the television station.", ["COERCE happened"]),
        ("The rebels were driven out of the town by the army.", ["ASSAULT happened"]),
        ("The army pulled back from the town of Gao on Tuesday.", ["RETREAT happened"]),
        ("Mali turned away 60 migrants at its border.", ["REJECT happened"]),
        ("Chad closed its embassy in Oslo.", ["SANCTION happened"]),
        ("Chad extradited Juan Ose to Norway.", ["COOPERATE happened"]),
    ],
)
def test_type_and_status(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
