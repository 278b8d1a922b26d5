"""The laws of a ledger: a function of the set of pages and corrections, and of nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger import Store, canonical
from dateline.ledger.schema import JUDGEMENT
from dateline.ledger.store import JUDGEMENTS
from dateline.model import Correction, Problem, TimeExpression
from fictional import Told
from made_pages import RECORDED, Kept, ferry, kept

PROBLEM = Problem(stage="decode", code="bad_bytes", message="2 bytes were replaced")
DAYS = (None, "2031-05-01", "2031-05-01/2031-06-10", "2031-07-01", "2033-01-01")
NUMBERS = count()


@st.composite
def pages(draw: st.DrawFn) -> Kept:
    """Pages of a series that overlap in articles and in bytes."""
    told = [ferry(n, draw(st.sampled_from(DAYS))) for n in draw(st.lists(st.integers(0, 4), max_size=2, unique=True))]
    source = draw(st.sampled_from(("b.txt", "a.txt", "ü.txt")))
    problems = draw(st.sampled_from(((), (PROBLEM,))))
    return kept(
        *told, source=source, problems=problems, ending=f"\n{told}{problems}"
    )  # the same bytes, the same content


CORRECTIONS = (
    Correction(kind="same_actor", targets=("x", "y"), author="an editor", day=date(2031, 12, 2)),
    Correction(kind="published", targets=(ferry(1).id,), value="2031-06-01", note="seen in print"),
)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pages(), max_size=5), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_give_the_same_ledger(
    make_store: Callable[[str], Store], some: list[Kept], random: object
) -> None:
    one, other = make_store(f"one{next(NUMBERS)}"), make_store(f"other{next(NUMBERS)}")
    for page in some:
        page.add_to(one)
    for correction in CORRECTIONS:
        assert one.correct(correction)
    shuffled = [*some, *some[:2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for correction in CORRECTIONS[::-1]:
        assert other.correct(correction)
    for page in shuffled:
        page.add_to(other, date(2032, 1, 1))
        other.record()  # asking in between changes nothing
    assert list(canonical(one)) == list(canonical(other))
    assert one.verify() == other.verify() == []


def test_adding_twice_is_adding_once(store: Store) -> None:
    page = kept(ferry(1, "2031-05-01"))
    assert not store.known(page.page.ref.sha256)
    assert page.add_to(store)
    before = list(canonical(store))
    assert not page.add_to(store)
    assert store.known(page.page.ref.sha256)
    assert list(canonical(store)) == before
    assert store.content(page.page.ref.sha256) == page.page.content
    assert store.content("0" * 64) is None


def test_the_same_bytes_under_two_names_are_one_page_with_the_smaller_name(store: Store) -> None:
    told = ferry(1, "2031-05-01")
    assert kept(told, source="b.txt").add_to(store)
    assert [r.article.page.source for r in store.readings()] == ["b.txt"]
    assert [a.page.source for a in store.record().appearances] == ["b.txt"]
    assert not kept(told, source="a.txt").add_to(store)
    assert not kept(told, source="c.txt").add_to(store)
    assert [r.article.page.source for r in store.readings()] == ["a.txt"]
    assert [a.page.source for a in store.record().appearances] == ["a.txt"]


def test_an_article_on_two_pages_appears_twice_and_is_read_once(store: Store) -> None:
    kept(ferry(1, "2031-05-01")).add_to(store)
    kept(ferry(1), ferry(2), source="other.txt").add_to(store)
    record = store.record()
    assert len(record.readings) == 2
    assert len(record.appearances) == 3
    assert record.readings[ferry(1).id].article.published.start == date(2031, 5, 1)


def test_an_article_twice_on_one_page(store: Store) -> None:
    kept(ferry(1), ferry(1)).add_to(store)
    assert [r.article.id for r in store.readings()] == [ferry(1).id]
    assert store.verify() == []


def test_as_of_a_day_the_answer_stays(store: Store) -> None:
    kept(ferry(1, "2031-05-01"), ferry(2, "2031-05-01/2031-06-10")).add_to(store)
    kept(ferry(3)).add_to(store, date(2031, 6, 9))
    day = date(2031, 6, 9)
    before = store.record(day)
    assert set(before.readings) == {ferry(1).id, ferry(3).id}
    kept(ferry(4, "2031-06-10"), ferry(1, "2031-06-20")).add_to(store)
    kept(ferry(0)).add_to(store, date(2031, 6, 10))
    assert store.record(day) == before
    assert {r.article.id for r in store.readings(day)} == set(before.readings)
    assert set(store.record(date(2031, 6, 10)).readings) == {ferry(n).id for n in (0, 1, 2, 3, 4)}
    assert len(store.record().readings) == 5


def test_corrections_are_kept_and_replayed(store: Store) -> None:
    kept(ferry(1, "2031-05-01"), ferry(2, "2031-05-02")).add_to(store)
    plain = store.record()
    later = Correction(kind="published", targets=(ferry(1).id,), value="2031-08-01", day=date(2031, 12, 2))
    hide = Correction(kind="hide", targets=(ferry(2).id,))
    assert store.correct(later)
    assert not store.correct(later)
    assert store.correct(hide)
    assert store.corrections() == [hide, later]
    record = store.record()
    assert list(record.readings) == [ferry(1).id]
    assert record.readings[ferry(1).id].article.published.start == date(2031, 8, 1)
    assert store.record(date(2031, 6, 1)).readings == {}
    assert store.readings(date(2031, 8, 1)) != []
    assert len(plain.readings) == len(store.readings()) == 2


def test_a_second_question_does_not_link_again(
    make_store: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store("asked")
    kept(ferry(1, "2031-05-01"), ferry(2, "2031-05-02"), ferry(1, "2031-05-01", " Again, on Monday.")).add_to(store)
    first = store.record()
    past = store.record(date(2031, 5, 1))
    assert store.record(date(2031, 5, 1)) is past

    def never(*_: object) -> None:
        raise AssertionError("linked again")

    monkeypatch.setattr("dateline.ledger.store.link", never)
    assert store.record() == first
    again = make_store("asked")
    assert again.record() == first
    assert again.record(date(2031, 5, 1)) == past


def test_a_newer_reader_stands_beside_the_older_one(store: Store) -> None:
    page = kept(ferry(1, "2031-05-01"))
    page.add_to(store)
    digest = page.page.ref.sha256
    newer = kept(ferry(1, "2031-05-03")).readings
    assert store.reread(digest, newer, reader=2)
    assert not store.reread(digest, newer, reader=2)
    assert not store.reread("0" * 64, newer, reader=2)
    assert [r.article.published.start for r in store.readings()] == [date(2031, 5, 3)]
    readers = [line.partition('"reader": ')[2][0] for table, line in store.rows() if table == "reading"]
    assert readers == ["1", "2"]
    assert store.verify() == []


def test_problems_of_pages_and_pages_without_articles(store: Store) -> None:
    page = kept(source="empty.txt", problems=(PROBLEM,))
    assert page.add_to(store)
    assert store.problems() == [(page.page.ref, PROBLEM)]
    assert store.readings() == []
    assert store.record().readings == {}


def test_an_article_without_a_reading_is_kept_and_can_be_found(store: Store) -> None:
    page = kept(ferry(1, "2031-05-01"))
    assert store.add(page.page, page.articles, (), (), RECORDED)
    assert store.readings() == []
    assert store.search("breakwater") == []
    assert store.verify() == []


def test_any_text_can_be_kept(store: Store) -> None:
    odd = Told(
        "A lone \ud800 surrogate, a NUL \0 and a private \ue000 sign stood in the harbour.", "\udfff\0", source="x"
    )
    page = kept(Told("A page about the harbour."), source="weird-\udcff-name")
    reading = odd.reading()
    assert store.add(page.page, (reading.article,), (reading,), (), RECORDED)
    assert store.readings()[0].article.text == odd.text
    assert store.readings()[0].article.page.source == "weird-\udcff-name"
    (hit,) = store.search("harbour")
    assert hit.anchors[0].quote == odd.text[hit.anchors[0].start : hit.anchors[0].end]
    assert all(line.encode("utf-8") for line in canonical(store))


def test_what_linking_told_of_articles_is_kept_with_its_judgement(make_store: Callable[[str], Store]) -> None:
    told = ferry(1, more=" Talks resumed in February.")
    time = TimeExpression(anchor=told.at("February"), type="DATE", value="XXXX-02")
    page = kept(told, ferry(2, "2031-02-11"), ferry(2, "2031-02-12", " So it was told again."))
    readings = (replace(page.readings[0], times=(time,)), *page.readings[1:])
    store = make_store("told")
    assert store.add(page.page, page.articles, readings, (), RECORDED)
    record = store.record()
    assert "story" in {e.where for e in record.readings[told.id].article.published.evidence}
    assert any(r.article.duplicate_of for r in record.readings.values())
    assert make_store("told").record() == record


def test_only_the_newest_judgements_are_kept(store: Store) -> None:
    for number in range(JUDGEMENTS + 4):
        kept(ferry(number % 5, "2031-05-01"), source=str(number), ending=str(number)).add_to(store)
        store.record()
    with store._engine.begin() as connection:
        numbers = sorted(connection.execute(sa.select(JUDGEMENT.c.number)).scalars())
    assert numbers == list(range(5, JUDGEMENTS + 5))
