"""Regions: what hangs together is linked together, the same in any order, and what comes later changes nothing before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.linking import find_regions, link, link_region, marks_of, prepared
from dateline.linking.regions import (
    CLOSE,
    LEVELS,
    WHOLE,
    Bond,
    Edge,
    Place,
    Postings,
    Spot,
    bond,
    cut,
    looking_at,
    place_of,
    unsettled,
)
from dateline.linking.regions.places import UNDATED
from dateline.model import Correction
from fictional import Told
from many_articles import reading

WORDS = ("weir", "salvage", "ferry", "beacon", "dredger", "breakwater", "mooring", "harpoon", "lagoon", "estuary")


def spot(day: int, code: int = 0) -> Spot:
    return Spot(day, code)


@st.composite
def placed(draw: st.DrawFn) -> list[Place]:
    """Articles of few words on few days, some without one, so that many share a word."""
    made = {}
    for code in draw(st.lists(st.integers(-40, 40), unique=True, min_size=2, max_size=40)):
        words = draw(st.lists(st.sampled_from(WORDS), unique=True, min_size=1, max_size=5))
        day = draw(st.sampled_from((1, 2, 3, UNDATED)))
        weights = {w: draw(st.sampled_from((0.2, 0.4, 0.6))) for w in sorted(words)}
        made[code] = Place(f"article-{code}", Spot(day, code), tuple(words), weights)
    return list(made.values())


def bonds(places: list[Place]) -> dict[Spot, Bond]:
    looks = Postings(places)
    words = {p.spot: p.words for p in places}
    found = {p.spot: bond(p, looks, lambda _: words) for p in places}
    return {one: bound for one, bound in found.items() if bound is not None}


@settings(deadline=None, max_examples=150)
@given(placed())
def test_only_bonds_that_are_said_to_be_unsettled_change_when_one_more_comes(some: list[Place]) -> None:
    *before, new = some
    old, now = bonds(before), bonds(some)
    looks, words = Postings(some), {p.spot: p.words for p in some}
    moved = unsettled(new, looks, old, lambda _: words)
    changed = {p.spot for p in before if old.get(p.spot) != now.get(p.spot)}
    assert changed <= moved.keys() <= looking_at(new, looks)
    assert all(now[spot] == found for spot, found in moved.items() if found is not None)


@settings(deadline=None, max_examples=60)
@given(placed(), st.integers(1, 3))
def test_what_is_published_later_changes_no_bond_of_what_has_a_day(some: list[Place], day: int) -> None:
    now = bonds(some)
    then = bonds([p for p in some if p.spot.day <= day])
    assert then == {one: bound for one, bound in now.items() if one.day <= day}


def test_an_article_is_bound_to_the_most_alike_before_it_that_shares_two_words() -> None:
    first = Place("a", spot(1), ("weir", "ferry"), {"ferry": 0.5, "weir": 0.5})
    like = Place("b", spot(2), ("weir", "ferry", "lagoon"), {"ferry": 0.5, "lagoon": 0.5, "weir": 0.5})
    other = Place("c", spot(3), ("weir", "beacon"), {"beacon": 0.9, "weir": 0.1})
    last = Place("d", spot(4), ("weir", "ferry", "lagoon"), {"ferry": 0.5, "lagoon": 0.5, "weir": 0.5})
    found = bonds([first, like, other, last])
    assert found[last.spot] == Bond(like.spot, 0.75)
    assert found[like.spot].parent == first.spot
    assert first.spot not in found
    assert other.spot not in found


def chain(number: int, alike: float, start: int = 0) -> tuple[list[Spot], list[Edge]]:
    spots = [spot(start + k) for k in range(number)]
    return spots, [(b, a, alike) for a, b in pairwise(spots)]


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int, int], None]:
    """Sets how many make a region, how many where they are much alike, and how many are more than a twig."""

    def set_(largest: int, close: int, twig: int) -> None:
        for name, number in {"LARGEST": largest, "LARGEST_CLOSE": close, "TWIG": twig}.items():
            monkeypatch.setattr(import_module("dateline.linking.regions.cut"), name, number)

    return set_


@pytest.mark.parametrize(
    ("chains", "between", "limits", "found"),
    [
        ([3, 3], 0.2, (6, 6, 0), [6]),
        ([3, 3], 0.2, (5, 5, 0), [3, 3]),
        ([3, 3, 2], 0.2, (5, 5, 0), [3, 3, 2]),
        ([3, 2], 0.05, (9, 9, 0), [3, 2]),
        ([7], 0.2, (3, 3, 0), [3, 3, 1]),
        ([3, 3], CLOSE, (3, 6, 0), [6]),
        ([3, 3], 0.2, (3, 6, 0), [3, 3]),
        ([4, 2], 0.2, (5, 5, 3), [6]),
        ([4, 2, 2], 0.2, (5, 5, 3), [6, 2]),
        ([2, 2, 4], 0.2, (5, 5, 3), [2, 2, 4]),
    ],
    ids=[
        "few hang together",
        "parted where the bond is weak",
        "many parts",
        "too little alike",
        "copies by day",
        "more of them where they are much alike",
        "not where they are less alike",
        "a twig stays with what it hangs on",
        "but not a twig of a twig",
        "nor with what hangs on it",
    ],
)
def test_regions_are_the_largest_sets_that_are_not_too_large(
    sizes: Callable[[int, int, int], None],
    chains: list[int],
    between: float,
    limits: tuple[int, int, int],
    found: list[int],
) -> None:
    sizes(*limits)
    spots: list[Spot] = []
    edges: list[Edge] = []
    for number in chains:
        some, inner = chain(number, 0.95, len(spots))
        if spots:
            edges.append((some[0], spots[-1], between))
        spots += some
        edges += inner
    assert [len(one) for one in cut(spots, edges)] == found


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    bound=st.dictionaries(st.integers(1, 30), st.tuples(st.integers(0, 29), st.sampled_from(LEVELS))),
    largest=st.integers(1, 8),
    twig=st.integers(0, 4),
)
def test_every_article_is_in_one_region(
    sizes: Callable[[int, int, int], None], bound: dict[int, tuple[int, float]], largest: int, twig: int
) -> None:
    sizes(largest, largest, twig)
    spots = [spot(k) for k in range(31)]
    edges = [(spot(k), spot(min(above, k - 1)), alike) for k, (above, alike) in bound.items()]
    found = cut(spots, edges)
    assert sorted(one for some in found for one in some) == spots
    assert all(some == sorted(some) for some in found)
    assert twig or all(len(some) <= largest for some in found)
    assert cut(spots, edges[::-1]) == found


def test_many_articles_are_cut_and_joined_into_one_record() -> None:
    some = [reading(number) for number in range(WHOLE + 40)]
    record = link(some)
    regions = find_regions(some)
    assert len(regions) > 1
    assert link(some[::-1]) == record
    assert len(record.readings) == len(some)
    state = next(actor for actor in record.actors if actor.name == "Tarnovia")
    assert len(state.articles) == len(some)
    assert {who for c in record.commitments for who in c.parties} == {state.id}
    members = [m for actor in record.actors for m in actor.members]
    assert len(members) == len(set(members)) == 2 * len(some)
    assert [a for r in regions for a in r] != sorted(record.readings)
    assert sum(len(s.articles) for s in record.stories) <= len(some)


def test_few_articles_are_one_region() -> None:
    some = [reading(number) for number in range(30)]
    assert find_regions(some) == [sorted(r.article.id for r in some)]
    assert link(some) == link_region(prepared(some, ()))


def test_who_decides_that_two_things_are_the_same_puts_their_articles_together() -> None:
    some = [reading(number) for number in range(WHOLE + 40)]
    one, other = some[0].events[0], some[1].events[0]
    plain = find_regions(some)
    assert not any({some[0].article.id, some[1].article.id} <= set(region) for region in plain)
    decided = Correction(kind="same_event", targets=(one.id, other.id), day=date(2040, 1, 1))
    record = link(some, (), [decided])
    assert any({m.id for m in e.reports} >= {one.id, other.id} for e in record.events)
    apart = Correction(kind="not_same_actor", targets=(some[0].actors[1].id, some[1].actors[1].id))
    states = [a for a in link(some, (), [apart]).actors if a.name == "Tarnovia"]
    assert len(states) == 2


def test_a_correction_concerns_the_articles_that_hold_what_it_names() -> None:
    some = [reading(number) for number in range(4)]
    event = some[1].events[0]
    decided = [Correction(kind="hide", targets=(event.id, "nothing")), Correction(kind="hide", targets=("elsewhere",))]
    assert marks_of(some, decided) == {some[1].article.id: {event.id}}
    assert marks_of(some, ()) == {}


def test_a_place_goes_by_the_last_possible_day() -> None:
    told = Told("The weir at Aldmark was repaired by its keepers.", None, "2031-05-01/2031-06-01")
    place = place_of(told.reading().article)
    assert place.spot.day == date(2031, 6, 1).toordinal()
    assert set(place.keys) <= set(place.words)
    undated = place_of(replace(told.reading().article, published=Told("x").reading().article.published))
    assert undated.spot == Spot(UNDATED, place.spot.code)
    assert not undated.spot.dated
