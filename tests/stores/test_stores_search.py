"""Search: every hit quotes the text."""

from datetime import date

import pytest

from dateline.ledger import Store
from fictional import Told
from made_pages import kept

TEXT = (
    "The envoys met in Eastmere. Nobody spoke of Café Zéphyr (it had closed)!\n"
    "“We agreed to dredge,” the pilots said. Dredging begins in May; the pilot boats wait."
)


@pytest.fixture
def filled(store: Store) -> Store:
    kept(Told(TEXT, "Talks on the ferry line", "2031-05-01")).add_to(store)
    kept(Told("Pilots sang. Pilots slept. Pilots woke. Pilots left.", published="2031-07-01"), source="b").add_to(store)
    kept(
        Told("Pilots sang. Pilots slept. Pilots woke. Pilots left.", published="2031-08-01"), source="c", ending="!"
    ).add_to(store)
    return store


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("envoys", ["The envoys met in Eastmere."]),
        ("ENVOY", ["The envoys met in Eastmere."]),
        ("cafe zephyr", ["Nobody spoke of Café Zéphyr (it had closed)!"]),
        ('"agreed to dredge"', ["“We agreed to dredge,” the pilots said."]),
        (
            "dredging eastmere",
            [
                "The envoys met in Eastmere.",
                "“We agreed to dredge,” the pilots said.",
                "Dredging begins in May; the pilot boats wait.",
            ],
        ),
        ("pilots May", ["“We agreed to dredge,” the pilots said.", "Dredging begins in May; the pilot boats wait."]),
        ("ferry line", []),
    ],
)
def test_quotes(filled: Store, query: str, quotes: list[str]) -> None:
    (hit,) = filled.search(query)
    assert [a.quote for a in hit.anchors] == quotes
    assert all(TEXT[a.start : a.end] == a.quote for a in hit.anchors)


@pytest.mark.parametrize(
    "query", ["", "  ", '"', "*", "()", "nowhere", "envoys nowhere", '"dredge to agreed"', "NEAR(", "text:", "-"]
)
def test_nothing_is_found_and_nothing_breaks(filled: Store, query: str) -> None:
    assert filled.search(query) == []


def test_limit_and_day(filled: Store) -> None:
    assert len(filled.search("pilots")) == 2
    assert len(filled.search("pilots", limit=1)) == 1
    assert filled.search("pilots", limit=0) == []
    assert len(filled.search("pilots", as_of=date(2031, 5, 1))) == 1
    assert filled.search("pilots", as_of=date(2031, 4, 30)) == []
    assert max(len(hit.anchors) for hit in filled.search("pilots")) == 3


def test_a_line_without_end_is_quoted_in_part(store: Store) -> None:
    text = "word " * 3000 + "needle" + " word" * 3000
    kept(Told(text)).add_to(store)
    ((hit,),) = (store.search("needle"),)
    assert "needle" in hit.anchors[0].quote
    assert len(hit.anchors[0].quote) <= 2000


def test_an_endless_question_is_answered_by_its_first_words(filled: Store) -> None:
    assert len(filled.search("pilots " * 50_000)) == 2
    assert filled.search("nowhere " * 50_000) == []
