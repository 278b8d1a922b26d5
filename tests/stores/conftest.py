"""Every engine that a ledger can be kept in; each test of this folder runs on all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.ledger import Store, open_store

MakeStore = Callable[[str], Store]


@pytest.fixture(params=["sqlite"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStore]:
    """Opens the store of a name, and makes it where there is none."""
    opened: list[Store] = []

    def make(name: str) -> Store:
        assert request.param == "sqlite"
        opened.append(open_store(str(tmp_path / f"{name}.db"), create=True))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    """An empty ledger."""
    return make_store("ledger")
