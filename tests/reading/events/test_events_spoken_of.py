"""What is only spoken of: warned of, offered, ordered, under a condition, overtaken; and who is told of beside it."""

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
        "The envoy said Chad cannot arrest nurses from Mali.",
        "Chad expressed concern over the large groups of migrants.",
        "The mayor spoke of the concerns voiced by the women of the port.",
        "The envoy said Chad had launched a “war on hope”.",
        "Police warned of an attack by rebels on the capital.",
        "The agency warned residents of floods.",
        "The army issued a warning about an increase in attacks on farmers.",
        "The minister said a meeting between Chad and Mali would be useful.",
        "The ceasefire between Chad and the rebels collapsed on Friday.",
        "The concerns about police rejecting the bid of Ana Frey grew.",
        "Chad blamed the drought for the delay.",
        "Under the law police can detain suspects for two days.",
        "A suspect can be detained for two weeks.",
        "The leader pledged that the struggle against the king would continue.",
        "The plan will be sending a wrong message to members of the port council.",
        "The government tried to foil plans of the union to boycott the vote.",
        "The authorities said they are suspected of treason.",
        "Norway is gearing up for its biggest rail strike in years.",
        '"The strike is wrong. It was called by the union leaders on false grounds," Ana Frey said.',
        '"Is the envoy aware of this?" Juan Ose asked.',
        "Countries rallied for a second relief operation.",
        "The ministry said Juan Ose is waging a hybrid attack against Norway.",
        '"If they impose sanctions on us, we must respond," Juan Ose said.',
        "Typhoon Vala struck Chad.",
        "Both protagonists of Chad's civil war have rejected calls for a truce.",
        "A memorandum was signed for political consultation between the ministries of the two countries.",
        "The army has defended its actions.",
        "The talks stumbled over an insistence that thousands of prisoners be released from jails.",
        "Information for this report is provided by the AP and Reuters.",
        'Juan Ose warned, "If they impose new sanctions on us, we must respond."',
        "Rebels spoke of their drive to liberate the whole country.",
        "Peacekeepers gave up defending the port.",
        "The heads of state imposed on the rebels a withdrawal from the port.",
        "Juan Ose said that Chad had lost trust, and criticised Chad's decision to leave.",
        "The bloc did not rule out the use of force.",
        "The bishop recognised reports of theft at the mine.",
        "The plan has met with stiff opposition from farmers.",
        "The truce was originally set to start on Monday but was delayed.",
        "The two ministers were due to meet on Monday but the visit was called off.",
        "The president had said the talks could resume in July but the envoy said he wanted them moved.",
        "There had been many meetings between executives of the union, the Ministry of Health and other bodies.",
        (
            "Rebels announced the talks had stopped over the number of men to be freed by the army and demands that "
            "farmers leave the town."
        ),
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ministers arrived in Oslo ahead of a meeting between Chad and Mali.",
            [("CONSULT", "planned", ["Chad", "Mali"], ["Chad", "Mali"])],
        ),
        (
            "The army expects reports of an attack by Mali.",
            [("ASSAULT", "possible", ["Mali"], [])],
        ),
        (
            "The mine official arrived in Mopti for talks with farmers when he was turned back.",
            [("CONSULT", "planned", ["mine official"], ["farmers"])],
        ),
        ("The minister said Chad was willing to negotiate with Mali.", [("AGREE", "happened", ["Chad"], ["Mali"])]),
        ("Drivers will join strike action on Thursday.", [("PROTEST", "planned", ["Drivers"], [])]),
        (
            "The news according to which a meeting of the envoys of Chad and Mali will be held in Oslo is inaccurate.",
            [("CONSULT", "denied", [], ["envoys of Chad", "envoys of Mali"])],
        ),
        (
            "Police warned that the farmers' Mopti rally would force the closure of the city.",
            [("PROTEST", "planned", ["farmers"], [])],
        ),
        ("None of the nurses was arrested.", [("COERCE", "denied", [], ["nurses"])]),
        ("An attempt to arrest the rebels failed.", [("COERCE", "denied", [], ["rebels"])]),
        (
            "Chad will lift the siege if the rebels leave.",
            [("AGREE", "possible", ["Chad"], [])],
        ),
        ("Chad will not meet the rebels if duties rise.", [("REJECT", "possible", ["Chad"], ["rebels"])]),
        ("A judge ordered the release of 23 nurses.", [("RETREAT", "planned", ["judge"], ["23 nurses"])]),
        (
            "The two leaders are due to meet in Oslo on Friday.",
            [("CONSULT", "planned", ["two leaders"], ["two leaders"])],
        ),
        (
            "The minister and the union leader are to meet on Monday.",
            [("CONSULT", "planned", ["minister", "union leader"], ["minister", "union leader"])],
        ),
    ],
)
def test_what_is_still_open(text: str, wanted: Told) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The minister vowed that Chad would not attack Mali.", [("AGREE", "happened", ["minister"], ["Mali"])]),
        ("Chad agreed to a meeting with Mali.", [("AGREE", "happened", ["Chad"], ["Mali"])]),
        ("The delegation called on the prime minister.", [("CONSULT", "happened", ["delegation"], ["prime minister"])]),
        ("The envoy called on both sides to stop.", [("REQUEST", "happened", ["envoy"], ["both sides"])]),
        (
            "Chad blamed the failure of the talks on the delegation of Mali.",
            [("ACCUSE", "happened", ["Chad"], ["delegation of Mali"])],
        ),
        (
            "The ministry handed over a note of protest to the ambassador of Mali.",
            [("ACCUSE", "happened", ["ministry"], ["ambassador"])],
        ),
        (
            (
                "Prime Minister Juan Ose, Chairman of the Port Committee (PC) Karl Berg, and Opposition Leader Lena Frey "
                "have condemned the burning of the mill."
            ),
            [("ACCUSE", "happened", ["Juan Ose", "Karl Berg", "Lena Frey"], [])],
        ),
        (
            "Police denied any role with the army saying rockets fired by rebels hit the mill.",
            [("REJECT", "happened", ["Police"], []), ("ASSAULT", "happened", ["rebels"], ["mill"])],
        ),
        (
            "Roads were blocked by farmers and miners close to former president Juan Ose who rejected the plan of the court.",
            [
                ("PROTEST", "happened", ["farmers", "miners"], []),
                ("REJECT", "happened", ["farmers", "miners"], ["court"]),
            ],
        ),
        ("The Seamen's Union (SU) Canada walked off the job.", [("PROTEST", "happened", ["Seamen's Union"], [])]),
        ("The dockers walked out on Monday.", [("PROTEST", "happened", ["dockers"], [])]),
        ("The rebels vowed to end Deby's rule.", [("THREATEN", "happened", ["rebels"], ["Deby"])]),
        (
            "Australia's largest port operator threatened to sack its workers.",
            [("THREATEN", "happened", ["Australia's largest port operator"], [])],
        ),
        ("The bloc has frozen Mali's assets.", [("COERCE", "happened", ["bloc"], ["Mali"])]),
        ("The United Nations suspended aid convoys in Chad.", [("SANCTION", "happened", ["United Nations"], ["Chad"])]),
        (
            "The bloc said in a statement that the military junta in Chad must cede power.",
            [("REQUEST", "happened", ["bloc"], ["military junta"])],
        ),
        (
            "The assembly condemned Mali's violations of human rights.",
            [("ACCUSE", "happened", ["assembly"], ["Mali"])],
        ),
        ("Two inspectors were expelled from Mali.", [("SANCTION", "happened", ["Mali"], ["Two inspectors"])]),
        (
            "The prime minister will host a dinner for Ana Frey.",
            [("CONSULT", "planned", ["prime minister"], ["Ana Frey"])],
        ),
        ("Norway protested over the deaths of two divers.", [("ACCUSE", "happened", ["Norway"], [])]),
        (
            "Juan Ose promised that any new measures would be met with retaliation.",
            [("THREATEN", "happened", ["Juan Ose"], [])],
        ),
        ("Chad has stationed 5,000 troops along the border.", [("MOBILIZE", "happened", ["Chad"], ["border"])]),
        ("Norway sent a search and rescue team to Chad.", [("AID", "happened", ["Norway"], ["Chad"])]),
        ("The rebels made a new offer to the bloc.", [("AGREE", "happened", ["rebels"], ["bloc"])]),
        (
            "We met nurses at the Grand Hotel who were freed by the rebels.",
            [("RETREAT", "happened", ["rebels"], ["nurses"])],
        ),
        (
            "The ministry handed over the protest note to the envoy of Mali.",
            [("ACCUSE", "happened", ["ministry"], ["envoy"])],
        ),
        (
            "Envoy Karl Berg said it was good for Mali to know what Chad does, accusing Chad of theft.",
            [("ACCUSE", "happened", ["Karl Berg"], ["Chad"])],
        ),
        (
            "The paper came two days before Chad and Mali meet in Geneva.",
            [("CONSULT", "planned", ["Chad", "Mali"], ["Chad", "Mali"])],
        ),
        ("Chad cannot agree to the plan of Mali.", [("AGREE", "denied", ["Chad"], ["Mali"])]),
        ("Chad will not accept the request of Mali.", [("REJECT", "happened", ["Chad"], ["Mali"])]),
        ("Mali denied any interference by Chad.", [("REJECT", "happened", ["Mali"], [])]),
        ("Mali denied the claims of Chad.", [("REJECT", "happened", ["Mali"], ["Chad"])]),
        (
            "Ana Frey, the mayor, renewed her attacks on the pact with Chad.",
            [("ACCUSE", "happened", ["Ana Frey"], [])],
        ),
        (
            "Karl Berg, the mayor of Mopti, attacked the council over its plan.",
            [("ACCUSE", "happened", ["Karl Berg"], ["council"])],
        ),
        ("Rebels renewed their attacks on the port.", [("ASSAULT", "happened", ["Rebels"], ["port"])]),
        ("Chad seized the tanker Vala on Monday.", [("COERCE", "happened", ["Chad"], ["tanker"])]),
        (
            "The president vowed to take a hard line against Chad.",
            [("THREATEN", "happened", ["president"], ["Chad"])],
        ),
        (
            "Thousands of members of the rail union will walk out.",
            [("PROTEST", "planned", ["members of the rail union"], [])],
        ),
        ("Rebels shelled the port, almost hitting a tanker.", [("ASSAULT", "happened", ["Rebels"], ["port"])]),
        (
            "Benaulim: Foreign Minister Juan Ose and his Malian counterpart Karl Berg on Thursday held talks.",
            [("CONSULT", "happened", ["Juan Ose", "Karl Berg"], ["Juan Ose", "Karl Berg"])],
        ),
        (
            "New York, The Minister of Trade, Ana Frey, met with the Minister of Trade of Mali, Juan Ose, in the city.",
            [("CONSULT", "happened", ["Ana Frey"], ["Juan Ose"])],
        ),
        (
            "Both Juan Ose and Karl Berg paid visits to prisons in Mopti.",
            [("CONSULT", "happened", ["Juan Ose", "Karl Berg"], [])],
        ),
        (
            "Leaders of the gangs came to Oslo weeks ago to meet with the bishop.",
            [("CONSULT", "happened", ["Leaders of the gangs"], ["bishop"])],
        ),
        ("The government walked out of ceasefire talks.", [("REJECT", "happened", ["government"], [])]),
        (
            "Istanbul will host talks between Chad and Mali.",
            [("CONSULT", "planned", ["Chad", "Mali"], ["Chad", "Mali"])],
        ),
        (
            "Amnesty International Kenya urged the court to free him.",
            [("REQUEST", "happened", ["Amnesty International"], ["court"])],
        ),
        ("Norway sent 300 National Guard troopers.", [("MOBILIZE", "happened", ["Norway"], [])]),
        (
            "Peace talks between the delegations of Chad and Mali are continuing.",
            [
                (
                    "CONSULT",
                    "happened",
                    ["delegations of Chad", "delegations of Mali"],
                    ["delegations of Chad", "delegations of Mali"],
                )
            ],
        ),
        ("On Monday another group withdrew from Kibumba.", [("RETREAT", "happened", ["another group"], ["Kibumba"])]),
        (
            "Juan Ose agreed to a plan drawn up by regional heads of state.",
            [("AGREE", "happened", ["Juan Ose"], [])],
        ),
        ("Farmers staged motorway blockades.", [("PROTEST", "happened", ["Farmers"], [])]),
        (
            "Juan Ose called for the withdrawal of the Malian army from Chadian territory.",
            [("REQUEST", "happened", ["Juan Ose"], ["Malian army"])],
        ),
        (
            "Juan Ose called for the release of Ana Frey.",
            [("REQUEST", "happened", ["Juan Ose"], [])],
        ),
        ("The rebels overpowered a garrison.", [("ASSAULT", "happened", ["rebels"], ["garrison"])]),
        ("The unions suspended industrial action.", [("RETREAT", "happened", ["unions"], [])]),
        ("President Ose revoked a truce with the rebels.", [("REJECT", "happened", ["Ose"], ["rebels"])]),
        (
            "The truce between Chad and its ally on one hand, and the rebels of Niger on the other has held.",
            [("AGREE", "happened", ["Chad", "Chad's ally"], ["rebels"])],
        ),
    ],
)
def test_who_did_what_to_whom(text: str, wanted: Told) -> None:
    assert told(text) == wanted
