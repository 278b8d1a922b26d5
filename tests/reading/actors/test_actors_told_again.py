"""Who is told of again in the same words, beside a name, or by a word for what he is, is no second actor."""

import pytest

from casting import cast_of, span_of, who

SAME = [
    # text, words that mean an actor, other words that mean the same one
    (
        "Pilots struck in Lindt. The government was late. Drivers asked whether the government would pay.",
        "government",
        1,
    ),
    ("Union officials met. Drivers slept. Union officials called the letter rude.", "Union officials", 1),
    ("Harbour sources spoke on Friday. It rained. Harbour sources said it was late.", "Harbour sources", 1),
]


@pytest.mark.parametrize(("text", "words", "nth"), SAME, ids=[text[:40] for text, _, _ in SAME])
def test_the_same_words(text: str, words: str, nth: int) -> None:
    parsed, cast = cast_of(text)
    ids = {cast.actor_for(span_of(parsed, words, k)) for k in (0, nth)}
    assert len(ids) == 1


OTHERS = [
    # text, words of two who are not known to be one
    ("Two men were fined in Lindt. In Harlow two men were freed.", "two men", "two men"),
    ("Other officials met. Drivers slept. Other officials called it rude.", "ther officials", "ther officials"),
]


@pytest.mark.parametrize(("text", "first", "second"), OTHERS, ids=[text[:40] for text, _, _ in OTHERS])
def test_who_is_counted_or_set_apart(text: str, first: str, second: str) -> None:
    parsed, cast = cast_of(text)
    start, again = text.lower().index(first), text.lower().rindex(second)
    spans = [parsed.doc.char_span(k, k + len(first), alignment_mode="expand") for k in (start, again)]
    assert len({cast.actor_for(span) for span in spans if span is not None}) == len(spans)


NAMED = [
    # text, words, the name of the actor whom they mean
    ("NATO planes bombed the port. The western alliance said so.", "western alliance", "NATO"),
    ("The IAEA met. The UN nuclear watchdog said Norway had left.", "UN nuclear watchdog", "IAEA"),
    ("NATO will meet on Friday. The rebel alliance said so.", "rebel alliance", "rebel alliance"),
    ("The council spoke with its Norwegian ally Hezbollah on Friday.", "its Norwegian ally", "Hezbollah"),
    (
        "He ended talks after attacks by the rebel armed wing, the Red Harbour Front (RHF).",
        "armed wing",
        "Red Harbour Front",
    ),
    ("He walked beside Rolf Varga, the young fisherman taken by pirates.", "young fisherman", "Rolf Varga"),
    ("The army signed a truce with government. Norway said so.", "government", "Norway"),
    ("Norway's transitional government spoke. Norway left.", "transitional government", "Norway"),
    ("Rolf Varga, the Maltese adviser and mediator, spoke.", "mediator", "Rolf Varga"),
    ("Rolf Varga, who is the chief mediator, spoke.", "chief mediator", "Rolf Varga"),
    ("They met the Lindt Salvation Front (LSF), the militia that held Harlow.", "militia", "Lindt Salvation Front"),
    ("They struck at Kelmor Holdings. The company said it would wait.", "company", "Kelmor Holdings"),
    ("A plan of state-run miner Kelmor failed. The firm said it would wait.", "firm", "Kelmor"),
    ("The Lindt Harbour Council met. The company said it would wait.", "company", "company"),
    ("It met rebel group the Red Harbour Front. The rebel group left.", "rebel group", "Red Harbour Front"),
    (
        "The Norwegian prime minister left for talks in Lima, Peru from May. The government left.",
        "government",
        "government",
    ),
    ("They asked the Lindt Electoral Council, or CEL, for votes. CEL left.", "CEL", "Lindt Electoral Council"),
    ("A letter issued by the Harbour Council on Friday said it was late.", "letter", "Harbour Council"),
]


@pytest.mark.parametrize(("text", "words", "name"), NAMED, ids=[text[:40] for text, _, _ in NAMED])
def test_named_beside_it(text: str, words: str, name: str) -> None:
    assert who(text, words, text.count(words) - 1).name == name


def test_a_list_is_no_apposition() -> None:
    assert (
        who("The terms were signed by the association, the Harbour Council and drivers.", "association").name
        != "Harbour Council"
    )


def test_letters_of_an_outlet_that_a_movement_bears_too() -> None:
    text = "The Pakistan Lindt Front (PTI) party marched. PTI leaders spoke."
    assert who(text, "PTI", 1).id == who(text, "Lindt Front").id


def test_the_same_court_by_its_letters_written_as_a_word() -> None:
    assert (
        who("Ecowas met. ECOWAS said it was late.", "Ecowas").id
        == who("Ecowas met. ECOWAS said it was late.", "ECOWAS").id
    )
