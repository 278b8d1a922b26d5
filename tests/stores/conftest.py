"""Every engine that a ledger can be kept in; each test of this folder runs on all of them."""

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.ledger import Store, open_store

if TYPE_CHECKING:
    from postgresql_server import Server

MakeStore = Callable[[str], Store]
Place = Callable[[str], str]
_TESTS = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator["Server"]:
    """A PostgreSQL server."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: ledgers in PostgreSQL are not tested")
    from postgresql_server import programs, running

    found = programs()
    if found is None:
        pytest.skip(
            "PostgreSQL's server is not installed: ledgers in it are not tested (on Debian: apt-get install postgresql)"
        )
    with running(found) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """The address of the ledger of a name; the same name gives the same address within a test."""
    if request.param == "sqlite":
        return lambda name: str(tmp_path / f"{name}.db")
    server: Server = request.getfixturevalue("postgresql")
    test = next(_TESTS)
    return lambda name: server.schema(f"{name}_{test}")


@pytest.fixture
def cut_above(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets how many articles are not cut into regions: few make a ledger of many then."""

    def set_(number: int) -> None:
        for module in ("linking.link", "ledger.placing", "ledger.then"):
            monkeypatch.setattr(import_module(f"dateline.{module}"), "WHOLE", number)

    return set_


@pytest.fixture
def make_store(place: Place) -> Iterator[MakeStore]:
    """Opens the store of a name, and makes it where there is none."""
    opened: list[Store] = []

    def make(name: str) -> Store:
        opened.append(open_store(place(name), create=True))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    """An empty ledger."""
    return make_store("ledger")
