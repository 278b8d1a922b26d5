"""Linking is a pure function of the set of readings and corrections."""

from datetime import date
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking import link
from dateline.linking.corrections import corrected, days_of
from dateline.linking.decisions import Decisions
from dateline.model import (
    ActorKind,
    Appearance,
    Correction,
    Interval,
    PageRef,
    Reading,
    Record,
    content_id,
)
from fictional import Told
from strategies import readings as any_readings

NAMES = ("Ada Holm", "Ada Hollm", "Ada Maria Holm", "Holm", "Karim Vaziri", "Zephyrim", "Sudmark Zephyrim", "KFO")
CLAUSES = (
    "shelled the ferry channel breakwater",
    "the ferry channel breakwater was shelled",
    "will reopen the ferry channel by August",
    "reopened the ferry channel",
)


@st.composite
def tellings(draw: st.DrawFn) -> Reading:
    number = draw(st.integers(0, 5))
    clauses = draw(st.lists(st.sampled_from(CLAUSES), unique=True, max_size=3))
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
    told = Told(
        f"Pilots dredging, lighthouse {number}: {'; '.join(names)}; {'; '.join(clauses)}.",
        draw(st.sampled_from((None, "Ferry channel", "Lighthouse"))),
        draw(st.sampled_from((None, "2031-05-01", "2031-05-01/2031-06-01", "2032-01-01"))),
        source=draw(st.sampled_from(("a", "b"))),
    )
    for name in names:
        kind: ActorKind = draw(st.sampled_from(get_args(ActorKind)))
        told.actor(
            name, kind, draw(st.sampled_from((None, "Kestria", "Sudmark"))), draw(st.sampled_from(((), ("judge",))))
        )
    for clause in clauses:
        told.event("ASSAULT", clause, names[:1], names[1:], draw(st.sampled_from((None, "2031-05-01", "2031-05-02"))))
        told.commitment(clause, names[:1], draw(st.sampled_from((None, "2031-08-31"))))
    return told.reading()


@settings(deadline=None, max_examples=25)
@given(st.lists(tellings(), max_size=6), st.randoms(use_true_random=False), st.booleans())
def test_any_order_and_any_repetition_give_the_same_record(some: list[Reading], random: Random, correct: bool) -> None:
    ids = [a.id for r in some for a in r.actors] + [e.id for r in some for e in r.events]
    corrections = (
        [
            Correction(kind="same_actor", targets=tuple(ids[:2])),
            Correction(kind="not_same_actor", targets=tuple(ids[1:3]), day=date(2031, 1, 1)),
            Correction(kind="hide", targets=tuple(e.id for r in some for e in r.events)[-1:]),
        ]
        if correct
        else []
    )
    record = link(some, (), corrections)
    shuffled = [*some, *some[:2]]
    random.shuffle(shuffled)
    assert link(shuffled, (), corrections[::-1]) == record
    whole(record)


@settings(deadline=None, max_examples=15)
@given(st.lists(any_readings(), max_size=4))
def test_any_readings_at_all_can_be_linked(some: list[Reading]) -> None:
    record = link(some)
    assert link(some[::-1]) == record
    assert set(record.readings) == {r.article.id for r in some}


def whole(record: Record) -> None:
    """Every record of the readings is in exactly one linked record, and every id leads somewhere."""
    members = [m for a in record.actors for m in a.members]
    assert sorted((m.article, m.id) for m in members) == sorted(
        (k, a.id) for k, r in record.readings.items() for a in r.actors
    )
    reports = [m for e in record.events for m in e.reports]
    assert sorted((m.article, m.id) for m in reports) == sorted(
        (k, e.id) for k, r in record.readings.items() for e in r.events
    )
    steps = [s.member for c in record.commitments for s in c.history]
    assert sorted((m.article, m.id) for m in steps) == sorted(
        (k, c.id) for k, r in record.readings.items() for c in r.commitments
    )
    actors = {a.id for a in record.actors}
    assert all(set(e.actors) | set(e.recipients) <= actors for e in record.events)
    assert all(set(c.parties) | set(c.toward) <= actors for c in record.commitments)
    stories = {s.id for s in record.stories} | {None}
    assert {e.story for e in record.events} | {c.story for c in record.commitments} <= stories
    for commitment in record.commitments:
        for step in commitment.history:
            anchor = step.citation.anchor
            assert record.readings[step.citation.article].article.text[anchor.start : anchor.end] == anchor.quote


def test_the_best_dated_page_of_an_article_is_taken() -> None:
    text = "One text on two pages, dated on one of them."
    dated, undated = Told(text, published="2031-05-01", source="b"), Told(text, source="a")
    wide = Told(text, published="2031-05-01/2031-07-01", source="c")
    record = link([undated.reading(), wide.reading(), dated.reading()])
    assert [r.article.page.source for r in record.readings.values()] == ["b"]


def test_appearances_are_sorted_and_kept_once() -> None:
    some = [Appearance(article="article-2", page=PageRef(source="b", sha256="0"), headline=None)] * 2
    some.append(Appearance(article="article-1", page=PageRef(source="b", sha256="0"), headline="H"))
    assert [a.article for a in link([], some).appearances] == ["article-1", "article-2"]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        (None, Interval()),
        ("unknown", Interval()),
        ("2031-05-01", Interval(date(2031, 5, 1), date(2031, 5, 1))),
        ("2031-05-01/", Interval(date(2031, 5, 1), None)),
        ("/2031-05-01", Interval(None, date(2031, 5, 1))),
        ("2031-05-01/2031-05-09", Interval(date(2031, 5, 1), date(2031, 5, 9))),
    ],
)
def test_days_of_a_correction(value: str | None, days: Interval) -> None:
    assert days_of(value) == days


@pytest.mark.parametrize("value", ["soon", "2031-05", "2031-05-09/2031-05-01", "2031-05-01/2031-05-02/2031-05-03"])
def test_malformed_days_of_a_correction(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        days_of(value)


def test_corrections_of_articles() -> None:
    told = Told("Ada Holm will pay, she said.").actor("Ada Holm").commitment("will pay", ["Ada Holm"])
    readings = {told.id: told.reading()}
    day = Correction(kind="published", targets=(told.id,), value="2031-05-01", author="an editor")
    made = corrected(readings, [day])[told.id].article.published
    assert (made.start, made.basis) == (date(2031, 5, 1), "stated")
    assert made.evidence[0].quote == "corrected by an editor: 2031-05-01"
    unknown = Correction(kind="published", targets=(told.id,), value="unknown", day=date(2031, 6, 1))
    assert corrected(readings, [unknown, day])[told.id].article.published.basis == "unknown"
    assert corrected(readings, [Correction(kind="hide", targets=(told.id,))]) == {}
    hidden = corrected(readings, [Correction(kind="hide", targets=(told.commitments[0].id,))])
    assert hidden[told.id].commitments == ()
    nothing = [
        Correction(kind=kind, targets=("x",), value="2031-05-01") for kind in ("hide", "days", "due", "published")
    ]
    assert corrected(readings, nothing) == readings


def test_later_decisions_win() -> None:
    same = Correction(kind="same_actor", targets=("a", "b"), day=date(2031, 1, 1))
    apart = Correction(kind="not_same_actor", targets=("b", "a"), day=date(2031, 2, 1))
    known = {"a": "a", "b": "b"}
    assert Decisions([apart, same]).pairs("actor", known) == (frozenset(), frozenset({("a", "b")}))
    assert Decisions([same]).pairs("actor", known) == (frozenset({("a", "b")}), frozenset())
    assert Decisions([same]).pairs("event", known) == (frozenset(), frozenset())
    assert same.id == content_id("correction", "same_actor", "a", "b", "", None, None, date(2031, 1, 1), None)
