"""Every engine gives what SQLite gives, to the byte."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.ledger import Store, canonical, open_store
from dateline.model import Correction, Problem
from fictional import Told
from made_pages import Kept, ferry, kept

ODD = Told(
    "A lone \ud800 sign, a NUL \0, a backslash \\ and O'Hare's harbour “mole” stood in Zürich. 1.5e3 Ⅷ x²",
    "It's \\ odd",
)
PAGES = (
    kept(ferry(1, "2031-05-01"), ferry(2), source="b"),
    kept(
        ferry(1, "2031-05-03"),
        source="weird-\udcff\0",
        problems=(Problem(stage="decode", code="y", message="\0\ud800"),),
    ),
    kept(
        Told("The pilots' co-operation with U.N. boats.", "Naïve Straße"),
        source="https://example.org/" + "ä" * 9000,
    ),
)
QUESTIONS = (
    "pilots", "PILOT", '"the pilots"', '"dredging barge" harbour', "o'hare", "zurich", "naive", "strasse", "straße", "co operation",
    "co-operation", "u.n.", "\\", "'", "the", '"of the"', "1.5e3", "x²", "Ⅷ", '"odd a"', "ferry ferry", '"ferry channel" august', "2031",
    "reopening channels", 'a" b', "sign, NUL",
)  # fmt: skip


@pytest.fixture
def sqlite(tmp_path: Path) -> Store:
    return filled(open_store(str(tmp_path / "beside.db"), create=True))


def filled(store: Store) -> Store:
    odd = ODD.reading()
    page = kept(Told("A page with signs that no file can hold."), source="odd")
    for one in (*PAGES, Kept(page.page, (odd.article,), (odd,))):
        assert one.add_to(store)
    assert store.correct(Correction(kind="hide", targets=(ferry(2).id,), author="\0", note="\udfff"))
    return store


def test_the_same_pages_give_the_same_lines(store: Store, sqlite: Store) -> None:
    with sqlite:
        assert list(canonical(filled(store))) == list(canonical(sqlite))
        assert store.problems() == sqlite.problems()
        assert store.verify() == []


def test_the_same_questions_find_the_same_sentences(store: Store, sqlite: Store) -> None:
    with sqlite:
        filled(store)
        found = {q: sorted(store.search(q), key=lambda h: h.article) for q in QUESTIONS}
        assert found == {q: sorted(sqlite.search(q), key=lambda h: h.article) for q in QUESTIONS}
        assert sum(map(bool, found.values())) >= 18


def test_words_in_texts_of_any_size(store: Store) -> None:
    long = Told(" ".join(f"w{n}" for n in range(80_000)) + " the needle was here and here", "Long")
    wide = Told("ab " * 40_000 + "z" * 9000 + " the needle was there", "Wide")
    for number, told in enumerate((long, wide)):
        kept(told, source=str(number)).add_to(store)
    assert {h.article for h in store.search('"needle was"')} == {long.id, wide.id}
    assert [h.article for h in store.search("w7 w79999 needle")] == [long.id]
    assert [h.article for h in store.search("z" * 9000)] == [wide.id]
    assert store.search('"was needle"') == []
    assert [h.article for h in store.search('"ab ab ab"')] == [wide.id]
    assert [h.article for h in store.search('"' + "ab " * 50_000 + '"')] == [wide.id]
    assert store.search(" ".join(f'"was {n}"' for n in range(500))) == []


def test_phrases_around_the_last_place_that_an_index_keeps(store: Store) -> None:
    """A tsvector keeps places up to 16,383."""
    for size in (16_381, 16_382, 16_383, 16_384):
        told = Told(
            "ab " * 200 + " ".join(f"w{n}" for n in range(size - 200)) + f" pilots agreed on {size}", source=f"{size}"
        )
        kept(told).add_to(store)
        assert [h.article for h in store.search(f'"pilots agreed on {size}"')] == [told.id]
        assert store.search(f'"agreed pilots on {size}"') == []


def test_the_best_come_first(make_store: Callable[[str], Store]) -> None:
    store = make_store("ranked")
    once = Told("Pilots and boats and barges and moles and lamps and ropes and anchors and tides and wrecks.")
    often = Told("Pilots, pilots, pilots. Pilots of pilots.")
    for told in (once, often):
        kept(told).add_to(store)
    assert [h.article for h in store.search("pilots")] == [often.id, once.id]
