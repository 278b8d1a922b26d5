"""Past days of a ledger of many articles: whatever was recorded, read again or corrected later, the regions are those of what was known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import views
from dateline.api import Ledger
from dateline.errors import QuestionError
from dateline.ledger import Store
from dateline.ledger.known import known, load
from dateline.ledger.past import Past
from dateline.linking import find_regions, link
from dateline.model import Correction, Page, Published, Reading
from fictional import Told

FEW = 4
"""So many articles are not cut, in these tests."""
LARGE = {"LARGEST": 3, "LARGEST_CLOSE": 5, "TWIG": 2}
"""And so many make a region."""
NEAR = 2
"""And so many are met by each word."""
NUMBERS = count()
WEIR = ["weir", "sluice", "salvage", "dredger", "breakwater", "estuary", "lagoon", "mooring", "silt", "spillway"]
FORGE = ["harpoon", "forge", "anvil", "bellows", "farrier", "tannery", "smelter", "foundry", "ingot", "crucible"]
DAYS = (None, "2031-05-01", "2031-05-01/2031-06-10", "2031-05-20", "2031-07-01")
ASKED = tuple(date.fromisoformat(day) for day in ("2031-04-30", "2031-05-01", "2031-05-25", "2031-06-12", "2031-08-01"))
RECORDED = tuple(date.fromisoformat(day) for day in ("2031-05-10", "2031-06-11", "2031-09-01"))


def told(number: int, day: str | None, headline: str | None) -> Reading:
    """One of three processes, the third of which is a little like both others."""
    words = (WEIR, FORGE, WEIR[:5] + FORGE[:5])[number % 3]
    some = " ".join(words[number // 3 : number // 3 + 6])
    made = Told(f"The {some} of Aldmark repaired {number}. The {some} rested. Tarnovia spoke.", headline, day)
    made.actor("Tarnovia", "state", side="Tarnovia")
    made.commitment("spoke", ["Tarnovia"], "2031-12-31")
    made.event("CONSULT", "repaired", ["Tarnovia"], (), "2031-05-01")
    return made.reading()


def add(store: Store, reading: Reading, recorded: date) -> str:
    """Adds a page with one article; pages of the same article differ in their bytes."""
    article = reading.article
    page = Page(source="p.txt", content=f"{article.headline} {article.published}\n{article.text}".encode())
    article = replace(article, page=page.ref)
    store.add(page, (article,), (replace(reading, article=article),), (), recorded)
    return page.ref.sha256


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[object, ...]]:
    """What is done to a ledger, one thing after another: pages, a newer reader, corrections, questions."""
    number, day = st.integers(0, 11), st.sampled_from(DAYS)
    page = st.tuples(
        st.just("page"), number, day, st.sampled_from((None, "Sluice news", "Harpoons")), st.sampled_from(RECORDED)
    )
    again = st.tuples(st.just("read again"), st.integers(0, 30), day)
    dated = st.tuples(st.just("published"), number, st.sampled_from(("2031-05-15", "unknown", "2031-07-20")))
    same = st.tuples(st.just("same_event"), number, number)
    hidden = st.tuples(st.just("hide"), number)
    first = [draw(page) for _ in range(draw(st.integers(FEW + 1, 16)))]
    return first + draw(st.lists(st.one_of(page, again, dated, same, hidden, st.just(("asked",))), max_size=8))


def change(store: Store, pages: list[tuple[str, Reading]], what: tuple[object, ...]) -> None:
    match what:
        case ("page", int(number), day, headline, date() as recorded):
            reading = told(number, day, headline)  # type: ignore[arg-type]
            pages.append((add(store, reading, recorded), reading))
        case ("read again", int(which), day):
            digest, reading = pages[which % len(pages)]
            newer = told(0, day, None).article.published if day else Published()  # type: ignore[arg-type]
            store.reread(digest, (replace(reading, article=replace(reading.article, published=newer)),), reader=2)
        case ("published", int(number), str(value)):
            store.correct(Correction(kind="published", targets=(told(number, None, None).article.id,), value=value))
        case ("same_event", int(one), int(other)) if one != other:
            ids = tuple(told(number, None, None).events[0].id for number in (one, other))
            store.correct(Correction(kind="same_event", targets=ids))
        case ("hide", int(number)):
            store.correct(Correction(kind="hide", targets=(told(number, None, None).article.id,)))
        case ("asked",):
            store.settle()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, cut_above: Callable[[int], None]) -> None:
    """Regions of few articles, so that few articles make many."""
    cut_above(FEW)
    monkeypatch.setattr(import_module("dateline.linking.regions.looks"), "NEAR", NEAR)
    for name, number in LARGE.items():
        monkeypatch.setattr(import_module("dateline.linking.regions.cut"), name, number)
    monkeypatch.setattr(import_module("dateline.ledger.around"), "TWIG", LARGE["TWIG"])


@pytest.mark.usefixtures("small")
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=changes())
def test_a_past_day_is_answered_from_what_was_known(
    make_store: Callable[[str], Store], some: list[tuple[object, ...]]
) -> None:
    store = make_store(f"past{next(NUMBERS)}")
    pages: list[tuple[str, Reading]] = []
    for what in some:
        change(store, pages, what)
    store.place()
    corrections = store.corrections()
    for day in ASKED:
        with store._engine.begin() as connection:
            readings = list(load(connection, known(connection, day, corrections)))
            past = Past(connection, day, corrections)
            wanted = {article: sorted(one) for one in find_regions(readings, corrections) for article in one}
            hidden = {t for c in corrections if c.kind == "hide" for t in c.targets}
            every = {told(number, None, None).article.id for number in range(12)}
            if store.story("story-0") is None:  # so few that they have no places
                continue
            found = {article: sorted(past.around(article)) for article in sorted(every)}
        assert {a: some for a, some in found.items() if some} == wanted
        assert hidden.isdisjoint(wanted)
        record = link(readings, (), corrections)
        ledger = Ledger(store)
        assert ledger.commitments(as_of=day) == views.commitments(record, on=day)
        assert ledger.stories(as_of=day) == views.stories(record)
        assert ledger.conflicts(as_of=day) == views.conflicts(record)
        for story in record.stories:
            part = store.story(story.id, day)
            assert part is not None
            assert part.story == story.id
            assert views.timeline(part.record, story=story.id) == views.timeline(record, story=story.id)
            short = store.story(story.id, day, undertakings_only=True)
            assert short is not None
            for one in (part, short):
                rows = views.commitments(one.record, on=day, story=story.id)
                assert rows == views.commitments(record, on=day, story=story.id)
    store.close()


@pytest.mark.usefixtures("small")
def test_a_story_of_today_is_asked_for_as_it_was(make_store: Callable[[str], Store]) -> None:
    answers = []
    for name, few in (("small", True), ("large", False)):
        store = make_store(name)
        for number in range(0, 12, 3):
            add(store, told(number, f"2031-0{1 + number // 3}-01", "Sluice news"), RECORDED[0])
        for number in range(1, 12, 3) if not few else ():
            add(store, told(number, "2031-07-01", "Harpoons"), RECORDED[0])
        ledger = Ledger(store)
        now = next(s for s in ledger.stories() if any(a.headline == "Sluice news" for a in s.articles))
        assert len(now.articles) > 2
        then = ledger.stories(as_of="2031-02-15")
        assert [len(s.articles) for s in then] == [2]
        rows = ledger.commitments(story=now.id, as_of="2031-02-15")
        assert rows == ledger.commitments(story=then[0].id, as_of="2031-02-15")
        assert {a.article for row in rows for a in row.anchors} == {a.id for a in then[0].articles}
        answers.append(len(rows))
        with pytest.raises(QuestionError, match=f"no story {now.id} on 2030-01-01"):
            ledger.commitments(story=now.id, as_of="2030-01-01")
        with pytest.raises(QuestionError):
            ledger.commitments(story="story-0", as_of="2031-02-15")
        hits = ledger.search("sluice", as_of="2031-02-15")
        assert {hit.story for hit in hits} == {then[0].id}
        assert {hit.id for hit in hits} == {a.id for a in then[0].articles}
        [hit] = ledger.search("sluice", story=now.id, limit=1)  # though one of another story may be the best
        assert hit.story == now.id
    assert answers[0] == answers[1] > 0
