"""Events that a reader would not grant, and those told in ways that are easily misread."""

import pytest

from dateline.model import Article, PageRef, Reading, article_id
from dateline.reading.read import read


def reading(text: str) -> Reading:
    return read(Article(id=article_id(text), page=PageRef(source="t", sha256="0" * 64), text=text))


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    made = reading(text)
    names = {a.id: a.name for a in made.actors}
    return [(e.type, e.status, [names[i] for i in e.actors], [names[i] for i in e.recipients]) for e in made.events]


@pytest.mark.parametrize(
    "text",
    [
        "The officials refused to comment on the decision.",
        "A diplomat who requested anonymity said so.",
        "Anna Berg expressed confidence that the talks would go on.",
        "Norwegian troops were forced to act.",
        "The driver pleaded guilty in Oslo.",
        "Carl Berg lodged an appeal against the verdict.",
        "A lorry struck the minister in Oslo.",
        "One man suffered a heart attack in Kenya.",
        "Some called for a new leader.",
        "Norway cut imports of fish.",
        "Kenya's rules allow ships to fish.",
        "Norway would have attacked Chad.",
        "The panel charged with watching Chad met nobody.",
        "Carl Berg said Chad's borders must be respected.",
        "The parliament of Chad took a wise decision by approving the bill.",
        "Chad retreated from its goal of more trade.",
        "The envoy stressed the importance of talks with Chad.",
        "Not everyone agreed there should be a vote.",
        "The ban has been declared illegal by the United Nations.",
        "Norway has intervened in the currency market.",
        "Norway has challenged diplomacy.",
        "The ministry declined comment.",
        "Nobody may stay silent when Chad is attacked.",
        "The premier spoke at an election rally.",
        "The law targets Chad.",
        "The minister clashed with Chad over fish.",
        "Norway is caught in a diplomatic clash with Chad.",
        "The vote does not mean that Norway will leave Chad.",
        "Norwegian forces regret the loss of lives.",
        "Anna Berg listened to the plan, and she agreed.",
        "Norway has taken the United Nations hostage, the envoy said.",
        "The payments channel would allow goods to be bartered between Norway and Chad.",
        "It is essential that the authorities in Chad honour their obligations.",
        "It is necessary that all sanctions against Chad are lifted.",
        "Chad and its people are fighting terrorism.",
        "Norway has supplied a list of 350 prisoners to Chad.",
        "Norway looks for a deal that frees the envoys.",
        "The clearing house will allow Chad to trade in euros.",
        "Chad must slow down its work and instead all sanctions against the country be terminated.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya has summoned its ambassador to Chad for consultations.", ("SANCTION", "happened")),
        ("Kenya recalled its ambassador to Chad.", ("SANCTION", "happened")),
        ("Kenyan troops freed four hostages.", ("AID", "happened")),
        ("Kenya is ready to use force against Chad.", ("THREATEN", "happened")),
        ("Chad foiled a plan by rebels to attack Kenya.", ("ASSAULT", "denied")),
        ("The mayor left before the raid began in Oslo.", ("ASSAULT", "happened")),
        ("Norway vowed to tear up the treaty with Chad.", ("THREATEN", "happened")),
        ("The reporters heard allegations of police killing divers in Oslo.", ("ASSAULT", "possible")),
        ("Norway wants to attack Chad.", ("ASSAULT", "possible")),
        ("Kenya and Chad do not all agree.", ("AGREE", "denied")),
        ("Chad and Kenya are guilty of attacking Norway.", ("ASSAULT", "happened")),
        ("Soldiers staged a protest in Oslo.", ("PROTEST", "happened")),
        ("Two Kenyan firms were fined by Norway.", ("COERCE", "happened")),
        ("Kenyan troops left Chad.", ("RETREAT", "happened")),
        ("Norway sent troops to Chad on a peacekeeping mission.", ("AID", "happened")),
        ("Police banned the demonstration by nurses.", ("COERCE", "happened")),
        ("Crowds burned the flag of Norway.", ("PROTEST", "happened")),
        ("Critics say Carl Berg has used the storm as an excuse.", ("ACCUSE", "happened")),
        ("Norway defended Chad against criticism.", ("SUPPORT", "happened")),
        ("Carl Berg called Anna Reis to thank her.", ("SUPPORT", "happened")),
    ],
)
def test_type_and_status(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(type_, status) for type_, status, _, _ in told(text)], told(text)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Chad rejected U.S. calls for a truce.", ["Chad"], ["US"]),
        ("Norway and Chad accused each other of fishing.", ["Norway", "Chad"], ["Norway", "Chad"]),
        ("Norway and Chad failed to reach a deal.", ["Norway", "Chad"], ["Norway", "Chad"]),
        ("Norway's arrest of two divers angered Chad.", ["Norway"], ["two divers"]),
        ("Malta launched a mediation effort to end the rift between Norway and Chad.", ["Malta"], ["Norway", "Chad"]),
        (
            "Carl Berg, Norway's minister, spoke. Norway waited. Berg said his country had attacked Chad.",
            ["Norway"],
            ["Chad"],
        ),
        ("Norway and Chad pledged aid to Malta.", ["Norway", "Chad"], ["Malta"]),
        ("Chad refused to let in ships, since Malta had closed its border with Norway.", ["Malta"], ["Norway"]),
    ],
)
def test_who_and_whom(text: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in [(a, r) for _, _, a, r in told(text)], told(text)


def test_a_month_is_a_surname_where_it_is_one() -> None:
    assert ("CONSULT", "planned", ["Lena May"], ["Carl Berg"]) in told("Lena May will hold talks with Carl Berg.")


def test_a_province_is_no_state() -> None:
    names = {a.name for a in reading("The Bavarian government signed a deal with Norway.").actors}
    assert "Germany" not in names


def test_whom_no_event_keeps_is_no_actor() -> None:
    """The deal was asked for as a recipient, and dropped."""
    names = [a.name for a in reading("Norway held talks with Chad for a new fishing deal.").actors]
    assert names == ["Norway", "Chad"]


def test_who_reports_did_not_do_it() -> None:
    """A parse that loses the subject gives the deed to nobody, least of all to the speaker."""
    assert all("Anna Berg" not in a for _, _, a, _ in told("The navy shells villages in Chad, Anna Berg said."))


def test_a_dateline_is_in_no_clause() -> None:
    [event] = reading("OSLO, Norway \u2013 Rebels launched an assault on the town of Torn.").events
    assert event.anchor.quote.startswith("Rebels")


def test_the_place_of_what_is_spoken_of() -> None:
    """The truce is in Chad; where it was discussed is open."""
    [event] = [
        e
        for e in reading("Kenya and Norway discussed the implementation of the truce regime in Chad.").events
        if e.type == "CONSULT"
    ]
    assert event.place is None


def test_the_days_of_another_clause() -> None:
    [freed] = [
        e
        for e in reading("The two divers, who were captured in 2006 by Chad, were freed by Kenya.").events
        if "freed" in e.trigger.quote
    ]
    assert freed.days.start is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two envoys were detained and pressured to resign.", [("COERCE", "happened", [], ["Two envoys"])]),
        ("Norway filed a request for talks with Chad.", [("REQUEST", "happened", ["Norway"], [])]),
        ("The envoy offered the union's full support.", [("AID", "happened", ["envoy"], [])]),
        ("The envoy left on Monday and Norway attacked Chad.", [("ASSAULT", "happened", ["Norway"], ["Chad"])]),
        ("Anna Berg met Carl Frey and the ministry said it was late.", [("CONSULT", "happened", ["Anna Berg"], ["Carl Frey"])]),
        ("Chad has been able to broker a truce between Kenya and Norway.", [("AGREE", "happened", ["Chad"], ["Kenya", "Norway"])]),
        ("The truce, brokered by Kenya and Chad, holds.", [("AGREE", "happened", ["Kenya", "Chad"], [])]),
        ("The Kenyan parliamentary speaker met Anna Berg.", [("CONSULT", "happened", ["Kenyan parliamentary speaker"], ["Anna Berg"])]),
        ("Rockets were fired by Chad and allied groups.", []),
        ("Police arrested two Chadian bakers.", [("COERCE", "happened", ["Police"], ["two Chadian bakers"])]),
        ("Accusing Norway of a raid, the envoy left.", [("ACCUSE", "happened", ["envoy"], ["Norway"])]),
        ("The government sees blocking the port as a right.", []),
        ("Kenyan police and protesters clashed.", [("ASSAULT", "happened", ["Kenyan police", "protesters"], ["Kenyan police", "protesters"])]),
        ("The two sides have been negotiating for weeks.", [("CONSULT", "happened", ["two sides"], ["two sides"])]),
        ("South Sudanese leaders signed a pact in Khartoum.", [("SUPPORT", "happened", ["South Sudanese leaders"], [])]),
        ("The government of South Sudan attacked Chad.", [("ASSAULT", "happened", ["South Sudan"], ["Chad"])]),
        ("An airstrike on a village that killed two men was condemned by Kenya.", [("ASSAULT", "happened", [], ["village"]), ("ASSAULT", "happened", [], ["two men"])]),
        ("At least nine protesters rallying against the vote have been detained.", [("PROTEST", "happened", ["At least nine protesters"], []), ("COERCE", "happened", [], ["At least nine protesters"])]),
        ("Unions vowed to stage more protests.", [("THREATEN", "happened", ["Unions"], [])]),
        ("Rebels demanded that two of Kenya's envoys be freed.", [("REQUEST", "happened", ["Rebels"], [])]),
        ("Kenyan rebels chose to attack Chad.", [("ASSAULT", "happened", ["Kenyan rebels"], ["Chad"])]),
        ("Chadian rebels were able to capture two villages.", [("ASSAULT", "happened", ["Chadian rebels"], ["two villages"])]),
        ("Kenya is not ready to meet the envoy.", [("CONSULT", "denied", ["Kenya"], ["envoy"])]),
        ("Norwegian troops were fired on near the port.", [("ASSAULT", "happened", [], ["Norwegian troops"])]),
        ("The navy seized the tanker, and it was detained.", [("COERCE", "happened", ["navy"], ["tanker"])]),
        ("Norway pleaded with Chad to leave.", [("REQUEST", "happened", ["Norway"], ["Chad"])]),
        ("Both have written to the council, with Norway accusing Chad of a raid.", [("ACCUSE", "happened", ["Norway"], ["Chad"])]),
        ("Unless it is confirmed that the pilots have been released, Kenya waits.", [("RETREAT", "possible", [], ["pilots"])]),
        ("The envoy was returning to meet Kenyan officials.", [("CONSULT", "planned", ["envoy"], ["Kenyan officials"])]),
        ("The minister has scheduled meetings with Kenyan officials.", [("CONSULT", "planned", [], ["Kenyan officials"])]),
        ("Protesters stormed the president's residence.", [("ASSAULT", "happened", ["Protesters"], ["president's residence"])]),
        ("The bloc has suspended Chad after a coup.", [("SANCTION", "happened", ["bloc"], ["Chad"])]),
        ("Four Kenyans and six Chadian guards were injured in an attack.", [("ASSAULT", "happened", [], ["Four Kenyans", "six Chadian guards"])]),
        ("The envoy said that Norway is ready to treat victims in Chad.", [("AGREE", "happened", ["Norway"], ["victims"])]),
        ("Some unions left, each requesting the expulsion of Chad's army.", [("REQUEST", "happened", ["Some unions"], [])]),
        ("This will be the first visit to Kenya by a Norwegian minister.", [("CONSULT", "planned", ["Norwegian minister"], ["Kenya"])]),
        ("Norway reimposed curbs on Chad, targeting its access to the dollar.", [("COERCE", "happened", ["Norway"], ["Chad"])]),
        ("Norway and Chad upgraded their relations to the ambassador's level.", [("SUPPORT", "happened", ["Norway", "Chad"], ["Norway", "Chad"])]),
        ("Norway has supported the Chad nuclear deal, known as the JPOA.", [("SUPPORT", "happened", ["Norway"], [])]),
        ("China pledged to retaliate by hiking tariffs on Norway.", [("THREATEN", "happened", ["China"], [])]),
        ("The venue of the talks between Norway and Chad had yet to be decided.", [("CONSULT", "planned", ["Norway", "Chad"], ["Norway", "Chad"])]),
        ("Both countries have agreed to hold a joint high commission.", [("AGREE", "happened", ["Both countries"], [])]),
        ("Norway's launch of air strikes on Chad was long.", [("ASSAULT", "happened", ["Norway"], ["Chad"])]),
        ("A pact was signed to widen trade between Norway and Chad.", [("SUPPORT", "happened", ["Norway", "Chad"], ["Norway", "Chad"])]),
        ("Norway vowed to reconsider its ties with Chad.", [("THREATEN", "happened", ["Norway"], ["Chad"])]),
        ("Norway vowed to resist any pressure by Chad.", [("REJECT", "happened", ["Norway"], ["Chad"])]),
        ("Norway has ordered its embassy staff to leave Sudan.", [("RETREAT", "happened", ["Norway"], ["Sudan"])]),
        ("Norway ordered Sudanese diplomats to leave the country.", [("COERCE", "happened", ["Norway"], ["Sudanese diplomats"])]),
        ("The Norwegian navy seized the Dora 1 and its cargo.", [("COERCE", "happened", ["Norwegian navy"], ["Dora"])]),
        ("Making his first visit to Oslo, Carl Frey will rest.", [("CONSULT", "planned", ["Carl Frey"], ["Norway"])]),
        ("Norway and Chad restored relations by exchanging ambassadors.", [("SUPPORT", "happened", ["Norway", "Chad"], ["Norway", "Chad"])]),
        ("Six firms had violated Norway's curbs on Chad.", [("REJECT", "happened", ["Six firms"], ["Norway"])]),
        ("The premier affirmed Chad's commitment to deepen dialogue with Mali.", [("SUPPORT", "happened", ["premier"], [])]),
        ("The ministers of Kenya and Chad ended their meeting.", [("CONSULT", "happened", ["minister of Kenya", "minister of Chad"], ["minister of Kenya", "minister of Chad"])]),
    ],
)  # fmt: skip
def test_who_did_what_and_whether(text: str, wanted: list[tuple[str, str, list[str], list[str]]]) -> None:
    """Cases in which the parse alone would name the wrong party, or take for done what was not."""
    assert [e for e in told(text) if e[0] != "ACCUSE" or "ccusing" in text] == wanted
