"""Questions to the fictional record -> rows."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline import views
from dateline.errors import QuestionError
from dateline.model import Anchor, CommitmentStatus, Interval, LinkedActor, Member, Reading, Record
from records import COPY, FIRST, SECOND, THIRD, ferry

ON = date(2031, 9, 1)
QUESTIONS: list[Callable[[Record], tuple[Any, ...]]] = [
    views.stories,
    views.timeline,
    lambda record: views.commitments(record, on=ON),
    views.attributions,
    views.positions,
    views.conflicts,
    views.actors,
    views.quantities,
    lambda record: views.search(record, [(SECOND.id, ())]),
    lambda record: views.show(record, FIRST.id, on=ON),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_row_is_json_and_every_anchor_quotes_its_article(question: Callable[[Record], tuple[Any, ...]]) -> None:
    record = ferry()
    rows = question(record)
    assert rows
    for row in rows:
        json.dumps(views.to_plain(row))
        for citation in row.anchors:
            text = record.readings[citation.article].article.text
            assert text[citation.anchor.start : citation.anchor.end] == citation.anchor.quote


@pytest.mark.parametrize("question", [q for k, q in enumerate(QUESTIONS) if k not in {8, 9}])
def test_an_empty_record_has_no_rows(question: Callable[[Record], tuple[Any, ...]]) -> None:
    assert question(Record(readings={})) == ()


def test_stories_the_largest_first_with_copies_counted_once() -> None:
    first, second = views.stories(ferry())
    assert (first.id, first.origins, [a.id for a in first.articles]) == (
        "story-ferry",
        2,
        [FIRST.id, COPY.id, SECOND.id],
    )
    assert second.id == "story-whale"
    assert [c.anchor.quote for c in second.anchors] == ["A whale was seen off Westbay on 2 May 2031."]


class TestCommitments:
    def test_a_row_has_names_and_the_whole_history(self) -> None:
        [row] = views.commitments(ferry(), on=ON)
        assert row.parties == ("Norlandia", "Sudmark")
        assert [(step.status, step.due and step.due.end) for step in row.history] == [
            ("agreed", date(2031, 6, 30)),
            ("agreed", date(2031, 6, 30)),
            ("postponed", date(2031, 9, 15)),
        ]
        assert row.slips == 1
        assert row.condition is not None
        assert row.condition.anchor.quote == "if the dredging is finished"

    @pytest.mark.parametrize(
        ("words", "status", "told"),
        [
            ("Norlandia extended the ferry pact", "agreed", "extended"),
            ("an extension of the ferry pact", "proposed", "extension proposed"),
            ("the deadline was extended", "postponed", "postponed"),
            ("Norlandia signed the ferry pact", "agreed", "agreed"),
        ],
    )
    def test_a_step_tells_of_an_extension(self, words: str, status: CommitmentStatus, told: str) -> None:
        record = ferry()
        [kept] = record.commitments
        [step, *_] = kept.history
        anchor = Anchor(0, len(words), words)
        again = replace(step, status=status, citation=replace(step.citation, anchor=anchor))
        [row] = views.commitments(replace(record, commitments=(replace(kept, history=(again,)),)), on=ON)
        assert [s.told for s in row.history] == [told]

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            (date(2031, 8, 1), "open"),
            (date(2031, 8, 16), "due"),
            (date(2031, 9, 15), "due"),
            (date(2031, 9, 16), "overdue"),
        ],
    )
    def test_the_state_is_that_of_the_day(self, on: date, state: str) -> None:
        [row] = views.commitments(ferry(), on=on)
        assert row.state == state

    def test_the_filters(self) -> None:
        record = ferry()
        assert len(views.commitments(record, on=ON, actor="sudmark", story="story-ferry", state="due")) == 1
        assert views.commitments(record, on=ON, actor="Ida Brandt") == ()
        assert views.commitments(record, on=ON, story="story-whale") == ()
        assert views.commitments(record, on=ON, kind="threat") == ()

    def test_soonest_due_first_then_the_latest_told(self) -> None:
        record = ferry()
        [kept] = record.commitments
        [first, *_] = kept.history
        many = [
            replace(kept, id="c-none-old", due=None, history=(first,)),
            replace(kept, id="c-none-new", due=None),
            replace(kept, id="c-open", due=Interval(date(2031, 7, 1), None)),
            kept,
        ]
        rows = views.commitments(replace(record, commitments=tuple(many)), on=ON)
        assert [row.id for row in rows] == ["c-open", "commitment-open", "c-none-new", "c-none-old"]


class TestAttributions:
    def test_latest_first_and_copies_once(self) -> None:
        rows = views.attributions(ferry())
        assert [(row.source, row.day) for row in rows] == [
            ("Norlandia", date(2031, 5, 13)),
            ("Sudmark", date(2031, 5, 12)),
            ("Ida Brandt", date(2031, 5, 5)),
        ]

    def test_the_filters(self) -> None:
        record = ferry()
        assert [row.id for row in views.attributions(record, denials=True)] == ["s-deny"]
        assert [row.id for row in views.attributions(record, actor="brandt")] == ["s-pay"]
        assert [row.id for row in views.attributions(record, first=date(2031, 5, 12), last=date(2031, 5, 12))] == [
            "s-deny"
        ]
        assert views.attributions(record, story="story-whale") == ()

    def test_a_source_that_was_not_linked_keeps_its_own_name_and_side(self) -> None:
        record = ferry()
        rows = views.attributions(replace(record, actors=()))
        assert [(row.source, row.actor, row.side) for row in rows if row.id == "s-pay"] == [
            ("Ida Brandt", None, "Sudmark")
        ]
        assert [row.id for row in views.attributions(replace(record, actors=()), actor="ida brandt")] == ["s-pay"]

    def test_a_statement_without_a_source_stays_and_has_no_position(self) -> None:
        record = _changed(
            ferry(), SECOND.id, lambda r: replace(r, attributions=(replace(r.attributions[0], source=None),))
        )
        assert [row.source for row in views.attributions(record, denials=True)] == [None]
        assert all(row.name != "Sudmark" for row in views.positions(record))


def test_positions_are_those_of_each_actor_with_denials_marked() -> None:
    rows = views.positions(ferry())
    assert [(row.name, row.side, row.denials) for row in rows] == [
        ("Ida Brandt", "Sudmark", 0),
        ("Sudmark", "Sudmark", 1),
        ("Norlandia", "Norlandia", 0),
    ]
    whale = replace(ferry(), stories=ferry().stories[1:])
    assert [row.story for row in views.positions(whale)] == [None, None, None]
    [only] = views.positions(ferry(), actor="Norlandia")
    assert [s.text for s in only.statements] == ["The ferry line will now open by 15 September"]
    assert only.title == "A ferry line between two harbours"


def test_conflicts_show_both_sides_with_their_sentences() -> None:
    [row] = views.conflicts(ferry())
    assert [side.outlet for side in row.sides] == ["Harbour Post", "The Lighthouse"]
    assert row.sides[1].text == "Sudmark denied on 12 May that it had agreed to pay."
    assert len(row.anchors) == 2
    assert views.conflicts(ferry(), kind="figure") == ()
    assert views.conflicts(ferry(), story="story-whale") == ()


def test_actors_those_of_most_articles_first() -> None:
    rows = views.actors(ferry())
    assert [(row.name, len(row.articles), row.mentions, row.said) for row in rows] == [
        ("Sudmark", 3, 4, 1),
        ("Norlandia", 3, 3, 1),
        ("Ida Brandt", 2, 2, 2),
    ]
    assert [row.name for row in views.actors(ferry(), kind="person")] == ["Ida Brandt"]
    assert [row.name for row in views.actors(ferry(), name="BRANDT")] == ["Ida Brandt"]
    assert views.actors(ferry(), story="story-whale") == ()


def test_an_actor_twice_in_an_article_is_cited_where_it_comes_first() -> None:
    record = ferry()
    [norlandia, sudmark, *_] = record.actors
    joined = replace(norlandia, members=(*sudmark.members, *norlandia.members))
    [row] = views.actors(replace(record, actors=(joined,)))
    assert [c.anchor.start for c in row.anchors] == [0, 0, 0]


def test_quantities_of_one_thing_together_by_day() -> None:
    rows = views.quantities(ferry())
    assert [(row.low, row.high, row.approximate) for row in rows] == [(400, 400, True), (550, None, False)]
    assert rows[0].text == "About 400 workers were hired in Eastport."
    assert views.quantities(ferry(), of="ships") == views.quantities(ferry(), unit="tonnes") == ()


def test_search_rows_follow_the_hits() -> None:
    record = ferry()
    second = record.readings[SECOND.id].quantities[0].anchor
    rows = views.search(record, [(SECOND.id, (second,)), (FIRST.id, ()), ("gone", ())])
    assert [(row.id, row.text) for row in rows] == [
        (SECOND.id, "At least 550 workers"),
        (FIRST.id, "Two Harbours Agree on Ferry"),
    ]
    assert views.search(record, [(THIRD.id, ())])[0].text == ""
    assert views.search(record, [(FIRST.id, ())], story="story-whale") == ()


class TestShow:
    def test_an_article_is_its_text_and_all_that_was_read(self) -> None:
        [row] = views.show(ferry(), FIRST.id, on=ON)
        assert (row.kind, row.passages[0].text, row.record["article"]["id"]) == ("article", FIRST.text, FIRST.id)

    @pytest.mark.parametrize(
        ("wanted", "kind", "passages"),
        [
            ("story-ferry", "story", 3),
            ("actor-ida", "actor", 2),
            ("commitment-open", "commitment", 3),
            ("conflict-pay", "conflict", 2),
            ("event-agree", "event", 2),
            ("q-550", "quantity", 1),
            ("b-nor", "mention", 1),
        ],
    )
    def test_a_record_stands_in_its_paragraphs(self, wanted: str, kind: str, passages: int) -> None:
        [row] = views.show(ferry(), wanted, on=ON)
        assert (row.kind, len(row.passages), row.record["id"]) == (kind, passages, wanted)
        for citation in row.anchors:
            assert any(p.article == citation.article and citation.anchor.quote in p.text for p in row.passages)

    def test_records_of_two_articles_may_share_an_id(self) -> None:
        rows = views.show(ferry(), "s-pay", on=ON)
        assert [row.passages[0].article for row in rows] == [FIRST.id, COPY.id]

    def test_an_unknown_id_is_an_error(self) -> None:
        with pytest.raises(QuestionError, match="nothing here has the id nobody"):
            views.show(ferry(), "nobody", on=ON)

    def test_a_passage_of_an_article_that_is_gone_is_its_words(self) -> None:
        record = ferry()
        left = {key: reading for key, reading in record.readings.items() if key != SECOND.id}
        [row] = views.show(replace(record, readings=left), "conflict-pay", on=ON)
        assert row.passages[1].text == "that it had agreed to pay"


def test_an_unknown_story_is_an_error() -> None:
    for question in (views.timeline, views.attributions, views.conflicts):
        with pytest.raises(QuestionError, match="there is no story s"):
            question(ferry(), story="s")


class TestTargets:
    @pytest.mark.parametrize(
        ("kind", "named", "ids"),
        [
            ("same_actor", ("ida brandt", "Norlandia"), ("a-ida", "a-nor")),
            ("not_same_actor", ("actor-nor", "actor-sud"), ("a-nor", "a-sud")),
            ("same_story", ("story-ferry", "story-whale"), (FIRST.id, THIRD.id)),
            ("hide", ("event-agree", "q-400", "conflict-pay"), ("e-agree", "q-400", "conflict-pay")),
            ("due", ("commitment-open",), ("c-open", "c-later")),
            ("published", (THIRD.id,), (THIRD.id,)),
        ],
    )
    def test_what_is_meant_is_what_was_read(self, kind: Any, named: tuple[str, ...], ids: tuple[str, ...]) -> None:
        assert views.targets(ferry(), kind, named) == ids

    @pytest.mark.parametrize(
        ("kind", "named", "why"),
        [
            ("same_actor", ("Norlandia", "norlandia"), "two different things"),
            ("same_actor", ("Norlandia",), "two different things"),
            ("same_actor", ("Norlandia", "Atlantis"), "nothing here is called Atlantis"),
            ("due", ("conflict-pay",), "takes commitment"),
            ("hide", ("Norlandia",), "is of the kind actor; hide takes article or"),
            ("days", ("q-400",), "is of the kind quantity"),
            ("published", ("story-ferry",), "is of the kind story"),
        ],
    )
    def test_what_is_not_there_is_an_error(self, kind: Any, named: tuple[str, ...], why: str) -> None:
        with pytest.raises(QuestionError, match=why):
            views.targets(ferry(), kind, named)


def test_to_plain_keeps_the_order_of_fields_and_writes_days_as_iso() -> None:
    member = LinkedActor(
        id="x", name="X", names=(), kind="state", side=None, roles=(), articles=(), members=(Member("a", "b"),)
    )
    plain = views.to_plain({"on": ON, "actor": member, "anchor": ferry().readings[FIRST.id].times[0].anchor})
    assert plain["on"] == "2031-09-01"
    assert list(plain["actor"])[:3] == ["id", "name", "names"]
    assert plain["actor"]["members"] == [{"article": "a", "id": "b"}]
    assert plain["anchor"]["quote"] == "on Monday"


def _changed(record: Record, article: str, change: Callable[[Reading], Reading]) -> Record:
    return replace(record, readings={**record.readings, article: change(record.readings[article])})
