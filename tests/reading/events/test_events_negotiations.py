"""Events of negotiations and strikes: what is to come, whose strike it is, papers that do nothing, days of their own clause."""

import pytest

from dateline import read_text

PUBLISHED = "2025-06-17"

TYPE_AND_STATUS = {
    "Kenya and Chad to sign trade deal next week": ("AGREE", "planned"),
    "Kenya vowed retaliation against Chad.": ("THREATEN", "happened"),
    "Kenya promises strong response to Chad.": ("THREATEN", "happened"),
    "The union announced a walkout on 11 July.": ("PROTEST", "planned"),
    "Kenya's minister will be in Chad on Monday for talks with President Lena Frey.": ("CONSULT", "planned"),
    "Kenya withdrew from the trade pact.": ("SANCTION", "happened"),
}


@pytest.mark.parametrize(("text", "expected"), TYPE_AND_STATUS.items(), ids=list(TYPE_AND_STATUS))
def test_type_and_status(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(e.type, e.status) for e in read_text(text, PUBLISHED).events]


NONE = {
    "Not a single attack on Kenya will be forgotten, the mayor said.": "ASSAULT",
    "The drivers' union wants more pay, and talks failed; the strike will not take place.": "ASSAULT",
    "A Kenyan official agreed that a deal is near.": "AGREE",
    "Kenya did not believe that Chad violated the pact.": "happened",
    "The court awarded $40,000 in costs to Kenya.": "AID",
    "Lena Frey campaigned for the presidency of Kenya.": "SUPPORT",
    "The union signed a memorandum calling for peace in Kenya.": "REQUEST",
    "The minister said the pact with Kenya must survive.": "REQUEST",
    "Kenya and Chad held talks over lifting sanctions on Kenya.": "RETREAT",
}


@pytest.mark.parametrize(("text", "word"), NONE.items(), ids=list(NONE))
def test_what_is_not_told(text: str, word: str) -> None:
    assert not [e for e in read_text(text, PUBLISHED).events if word in (e.type, e.status) and e.type != "CONSULT"]


DAYS = {
    "Kenya pledged to raise output by 2030.": None,
    "Kenya accused Chad's troops of crossing the river on June 3.": None,
    "Kenya agreed on Monday to free the pilots.": "2025-06-16",
    "The mayor said on Tuesday two soldiers were arrested.": None,
}


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=list(DAYS))
def test_only_the_day_of_its_own_clause(text: str, day: str | None) -> None:
    days = [e.days for e in read_text(text, PUBLISHED).events]
    assert days
    assert [None if d.start is None and d.end is None else str(d.start) for d in days] == [day] * len(days)


def test_the_name_behind_a_title_brings_along_who_is_joined_to_it() -> None:
    reading = read_text("Kenya held talks with the minister, Lena Frey and President Jon Brel.", PUBLISHED)
    assert reading.events


def test_it_at_the_head_of_a_sentence_is_the_subject_of_the_one_before() -> None:
    reading = read_text("On May 8 Kenya ended its freeze. It also threatened to close the border with Chad.", PUBLISHED)
    names = {a.id: a.name for a in reading.actors}
    assert ["Kenya"] in [[names[i] for i in e.actors] for e in reading.events if e.type == "THREATEN"]
