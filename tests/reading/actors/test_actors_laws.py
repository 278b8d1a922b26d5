"""What holds for every cast, whatever the text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casting import cast_of

WORDS = st.sampled_from(
    [
        "Iraq",
        "US",
        "Iranian",
        "the",
        "The",
        "a",
        "of",
        "to",
        "for",
        "and",
        "in",
        "by",
        "-",
        ",",
        ".",
        "(",
        ")",
        "“",
        "”",
        "'s",
        "minister",
        "Minister",
        "President",
        "Karim",
        "al",
        "Dulaimi",
        "he",
        "it",
        "they",
        "said",
        "told",
        "met",
        "officials",
        "government",
        "sources",
        "statement",
        "NATO",
        "UN",
        "Ministry",
        "Foreign",
        "Washington",
        "Baghdad",
        "both",
        "two",
        "sides",
        "who",
        "its",
        "Mr.",
        "Lt",
        "Gen\n",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=40).map(" ".join))
@example("Minister of of of - - the")
@example("’s 's of the , , The UN's")
@example("İstanbul ŠÓ 北京 said \u200b he")
def test_every_mention_quotes_the_text(text: str) -> None:
    """Anchors quote, ids are unique, names are not empty, and reading twice is reading once."""
    _, cast = cast_of(text)
    actors = cast.actors()
    assert all(text[m.start : m.end] == m.quote for a in actors for m in a.mentions)
    assert len({a.id for a in actors}) == len(actors)
    assert all(a.name and a.name in a.names for a in actors)
    assert all(list(a.mentions) == sorted(set(a.mentions)) for a in actors)
    assert cast_of(text)[1].actors() == actors


@settings(deadline=None, max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.data())
def test_any_stretch_may_be_asked_for(text: str, data: st.DataObject) -> None:
    """Every span gives an actor that the cast then lists."""
    parsed, cast = cast_of(text)
    if not len(parsed.doc):
        return
    start = data.draw(st.integers(0, len(parsed.doc) - 1))
    span = parsed.doc[start : data.draw(st.integers(start + 1, len(parsed.doc)))]
    if span.text.isspace():
        return
    ids = cast.actors_for(span)
    assert ids
    assert set(ids) <= {a.id for a in cast.actors()}


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "Al-",
        "(A ",
        "US and Iran, ",
        "Minister of ",
        "the minister said he met the minister. ",
        "IRAN - ",
        "12 men and ",
        "at least ",
        "attacked, ",
    ],
)
def test_long_texts_are_read_in_step_with_their_length(unit: str) -> None:
    """No text makes the work grow with the square of its length: twelve thousand characters of anything take seconds at most."""
    start = time.process_time()
    cast_of(unit * (12_000 // len(unit)))
    assert time.process_time() - start < 15
