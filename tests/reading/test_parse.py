"""Sentences that a page glued together are parsed apart; names of sites and abbreviations are not cut."""

import pytest

from dateline.reading.parse import parse

GLUED = [
    ("Both agreed to end the two-year conflict.The Kesh army withdrew.", 2),
    ('She called it "a deal that ends the war."They will sign it.', 2),
    ("The pay rises over the years 2022-24.If accepted, the strike ends.", 2),
    ("He met Minister Brill.The talks go on.", 2),
    ("It lies off Lindt Bay.”There is none like it,” said Carr.Nearly an hour went by.", 3),
    ("They met Gen.Brill in the St.Orva church.", 1),
    ("They wrote to kesh.org and Gazeta.Ru about it.", 1),
    ('The envoy said:"We wait."', 1),
]


@pytest.mark.parametrize(("text", "sentences"), GLUED, ids=[text[:30] for text, _ in GLUED])
def test_glued_sentences(text: str, sentences: int) -> None:
    parsed = parse(text)
    assert parsed.doc.text == text
    assert len(list(parsed.doc.sents)) == sentences


def test_a_long_line_of_glued_sentences_is_read() -> None:
    text = 'It "ended."They left.' * 4000
    assert parse(text).doc.text == text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Kesh Steel, Varn Mining agree to merge by June", True),
        ("Kesh Steel, Varn Mining agrees to merge by June", False),
        ("Kesh Steel, Varn Mining's owner, agrees to merge by June", False),
    ],
)
def test_a_plural_verb_has_two_subjects(text: str, joined: bool) -> None:
    assert any(token.dep_ == "conj" for token in parse(text).doc) == joined


def test_a_row_of_names_is_one_subject() -> None:
    [chad] = [t for t in parse("Norway, Chad and Sweden condemned Malta.").doc if t.text == "Chad"]
    assert (chad.dep_, chad.head.text) == ("conj", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "In Geneva, Norway and Chad agreed to fish.",
        "At talks in Oslo, Norway, Mali and Chad signed a truce.",
        "During negotiations in Istanbul, Norway and Russia agreed to exchange all prisoners.",
    ],
)
def test_where_a_sentence_opens_is_none_of_its_subjects(text: str) -> None:
    [norway] = [t for t in parse(text).doc if t.text == "Norway"]
    assert (norway.dep_, norway.head.tag_) == ("nsubj", "VBD")


def test_a_row_of_places_stays_one() -> None:
    [bergen] = [t for t in parse("In Oslo, Bergen and Tromso, protesters marched.").doc if t.text == "Bergen"]
    assert bergen.head.text == "Oslo"


def test_a_row_behind_between_is_one() -> None:
    text = "A truce between the Kesh Front, the United States and Afghan security forces will begin on Friday."
    [states] = [t for t in parse(text).doc if t.text == "States"]
    assert (states.dep_, states.head.text) == ("conj", "Front")


def test_a_sentence_begins_behind_dots_without_a_space() -> None:
    assert "We" in [t.text for t in parse("They squeezed them until it hurt….We are going to stay.").doc]
