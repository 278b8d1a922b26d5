"""The tests at full size (tests/large), small: orders and ways of adding, and programs killed while they add."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import intake
from large.cached_add import keep
from large.kills import killed
from large.orders import Way, digest, export, make
from pages_of_examples import EXAMPLES, readings

Place = Callable[[str], str]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The readings of the example pages, made once for all tests."""
    folder = tmp_path / "cache"
    folder.mkdir()
    made = {reading.article.id: reading for reading in readings()}
    for taken in intake.taken(EXAMPLES):
        for article in taken.articles:
            keep(article, made[article.id], folder)
    return folder


def test_ways_of_adding_give_one_export(place: Place, cache: Path) -> None:
    paths = [str(path) for path in EXAMPLES]
    ways = (Way("as they come", 1, 1, ""), Way("backwards", 3, 2, ""), Way("shuffled", 100, 1, ""))
    exports = []
    for number, way in enumerate(ways):
        make(place(f"way{number}"), paths, cache, way)
        exports.append(export(place(f"way{number}")))
    assert len({digest(lines) for lines in exports}) == 1


def test_a_killed_add_is_completed_by_the_next(place: Place, cache: Path) -> None:
    found = list(killed(place, [str(path) for path in EXAMPLES], cache, kills=3, seed=7))
    assert len(found) == 3
