"""A ledger of many articles: the same record in any order, and one article more touches few rows."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
import sqlalchemy as sa

from dateline import views
from dateline.api import Ledger
from dateline.errors import QuestionError
from dateline.ledger import Store, canonical
from dateline.ledger.known import known, load
from dateline.ledger.regional import regions
from dateline.ledger.schema import JUDGEMENT, PLACE, REGION
from dateline.linking import find_regions, link
from dateline.model import Correction, Page, Reading
from many_articles import reading

WHOLE = 200
"""So many articles are not cut, in these tests."""
NUMBER = WHOLE + 30
SOME = tuple(reading(number) for number in range(NUMBER))
DAY = date(2034, 6, 1)


@pytest.fixture(autouse=True)
def many(cut_above: Callable[[int], None]) -> None:
    """What these articles make is a ledger of many."""
    cut_above(WHOLE)


def add(store: Store, some: Iterable[Reading], recorded: date = date(2033, 1, 1)) -> None:
    for one in some:
        page = Page(source=one.article.page.source, content=one.article.text.encode())
        assert store.add(page, (one.article,), (one,), (), recorded)


def cut(store: Store) -> list[list[str]]:
    with store._engine.begin() as connection:
        return sorted(sorted(articles) for _, articles in regions(connection))


def wanted(store: Store) -> list[list[str]]:
    """The regions by the definition."""
    return sorted(sorted(some) for some in find_regions(stored(store), store.corrections()))


def stored(store: Store) -> list[Reading]:
    """All readings as they were stored, several of an article that stands on several pages."""
    with store._engine.begin() as connection:
        return list(load(connection, known(connection, None, store.corrections())))


def shuffled(seed: int) -> list[Reading]:
    some = list(SOME)
    Random(seed).shuffle(some)  # noqa: S311 -- an order, no secret
    return some


def _judgements(connection: sa.Connection) -> dict[str, bytes]:
    return {row.digest: row.body for row in connection.execute(sa.select(JUDGEMENT.c.digest, JUDGEMENT.c.body))}


def pure(store: Store) -> object:
    return link(stored(store), store.record().appearances, store.corrections())


def test_one_by_one_and_at_once_give_the_same_record(make_store: Callable[[str], Store]) -> None:
    one, other = make_store("one"), make_store("other")
    add(one, SOME)
    some = shuffled(1)
    add(other, some[: WHOLE + 5])
    other.settle()
    for new in some[WHOLE + 5 :]:
        add(other, [new], date(2032, 1, 1))
        assert other.settle() <= 3
    assert cut(other) == wanted(other) == wanted(one)
    assert list(canonical(one)) == list(canonical(other))
    assert other.record() == pure(other)
    assert one.verify() == other.verify() == []


def test_one_article_more_leaves_what_is_far_from_it(store: Store) -> None:
    add(store, SOME[1:])
    store.settle()
    with store._engine.begin() as connection:
        before = _judgements(connection)
        assert len(before) > 1
    add(store, SOME[:1])
    linked = store.settle()
    with store._engine.begin() as connection:
        now = _judgements(connection)
        kept = set(connection.execute(sa.select(REGION.c.digest)).scalars())
    assert set(now) == kept
    assert linked == len(set(now) - set(before)) == 1
    assert store.settle() == 0


def test_corrections_are_replayed_in_a_ledger_of_many(store: Store) -> None:
    add(store, SOME)
    store.settle()
    apart = [SOME[0].events[0].id, SOME[1].events[0].id]
    for correction in (
        Correction(kind="same_event", targets=tuple(apart), day=date(2034, 1, 1)),
        Correction(kind="published", targets=(SOME[5].article.id,), value="2039-01-01"),
        Correction(kind="hide", targets=(SOME[7].article.id,)),
        Correction(kind="hide", targets=(SOME[8].events[0].id,)),
    ):
        assert store.correct(correction)
        record = store.record()
        assert cut(store) == wanted(store)
        assert record == pure(store)
    with store._engine.begin() as connection:
        current = sa.select(JUDGEMENT.c.digest).where(JUDGEMENT.c.number == 0)
        kept = set(connection.execute(sa.select(REGION.c.digest)).scalars())
        assert set(connection.execute(current).scalars()) == kept  # nothing is left of former regions
    assert any({m.id for m in event.reports} >= set(apart) for event in record.events)
    assert SOME[7].article.id not in record.readings
    again = reading(NUMBER)
    add(store, [again])
    assert again.article.id in store.record().readings
    assert store.record() == pure(store)


def test_an_article_that_is_found_again_with_another_day_moves(store: Store) -> None:
    add(store, SOME)
    store.settle()
    told = SOME[11]  # without a day
    dated = reading(12).article.published
    page = Page(source="again.txt", content=told.article.text.encode() + b" ")
    article = replace(told.article, published=dated, page=page.ref)
    assert store.add(page, (article,), (replace(told, article=article),), (), date(2033, 1, 1))
    store.settle()
    assert cut(store) == wanted(store)
    with store._engine.begin() as connection:
        day = connection.execute(sa.select(PLACE.c.day).where(PLACE.c.article == told.article.id)).scalar_one()
    assert dated.end is not None
    assert day == dated.end.toordinal()
    assert store.record() == pure(store)


def test_a_newer_reader_places_everything_anew(store: Store) -> None:
    add(store, SOME)
    store.settle()
    told = SOME[4]
    page = Page(source="x", content=told.article.text.encode())
    newer = replace(told, article=replace(told.article, published=SOME[5].article.published), commitments=())
    assert store.reread(page.ref.sha256, (newer,), reader=2)
    assert store.record() == pure(store)
    assert cut(store) == wanted(store)


@pytest.mark.parametrize("as_of", [None, DAY])
def test_a_story_is_answered_as_from_the_whole_record(store: Store, as_of: date | None) -> None:
    add(store, [one for one in SOME if one.article.published.end is not None or as_of is None], date(2040, 1, 1))
    add(store, [reading(n) for n in range(NUMBER, NUMBER + 150) if n % 11], date(2040, 1, 1))
    record = store.record(as_of)
    asked = 0
    for story in record.stories:
        found = store.story(story.id, as_of)
        assert found is not None
        assert found.story == story.id
        part = found.record
        asked += 1
        assert len(part.readings) < len(record.readings)
        on = as_of or DAY
        assert views.timeline(part, story=story.id) == views.timeline(record, story=story.id)
        assert views.commitments(part, on=on, story=story.id) == views.commitments(record, on=on, story=story.id)
        assert views.conflicts(part, story=story.id) == views.conflicts(record, story=story.id)
        assert views.quantities(part, story=story.id) == views.quantities(record, story=story.id)
    assert asked >= 1
    nothing = store.story("story-0", as_of)
    assert nothing is not None
    assert nothing.record.stories == ()
    with pytest.raises(QuestionError):
        views.timeline(record, story="story-0")


def test_found_articles_have_their_days_and_stories(store: Store) -> None:
    add(store, SOME)
    record = store.record()
    hits = [(hit.article, hit.anchors) for hit in store.search("sluice report", limit=15)]
    assert len(hits) == 15
    ledger = Ledger(store)
    assert ledger.search("sluice report", limit=15) == views.search(record, hits)
    story = record.stories[0].id
    assert ledger.timeline(story=story) == views.timeline(record, story=story)
    assert ledger.commitments(as_of=DAY) == views.commitments(store.record(DAY), on=DAY)
    parts = store.parts("commitments")
    assert parts is not None
    assert views.commitments_of(parts, on=DAY) == views.commitments(record, on=DAY)
    assert ledger.stories() == views.stories(record)
    assert ledger.conflicts() == views.conflicts(record)
    part = store.found([article for article, _ in hits])
    assert part is not None
    assert views.search(part, hits) == views.search(record, hits)
    assert len(part.readings) == 15


def test_few_articles_have_no_places(store: Store) -> None:
    add(store, SOME[:5])
    assert store.settle() == 0
    assert store.story("story-0") is None
    assert store.found([SOME[0].article.id]) is None
    assert store.parts("stories") is None
    with store._engine.begin() as connection:
        assert connection.execute(sa.select(PLACE.c.code)).first() is None
