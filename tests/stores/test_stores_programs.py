"""Several programs, and programs that die: the ledger stays whole."""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from dateline.ledger import canonical, open_store
from made_pages import ferry, kept

TESTS = str(Path(__file__).parents[1])

ADDING = """
import sys
from dateline.ledger import open_store
sys.path.insert(0, sys.argv[2])
from made_pages import ferry, kept
store = open_store(sys.argv[1], create=True)
print("ready", flush=True)
for number in range(100000):
    kept(*(ferry(number * 9 + k, more=" It was told again." * 400) for k in range(9))).add_to(store)
    print(number, flush=True)
"""


def test_a_ledger_whose_program_was_killed_while_adding_is_whole(place: Callable[[str], str]) -> None:
    where = place("killed")
    for wait in (0.02, 0.11):
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, where, TESTS], stdout=subprocess.PIPE, text=True
        ) as adding:
            assert adding.stdout is not None
            assert adding.stdout.readline() == "ready\n"
            added = 1 if adding.stdout.readline() else 0
            time.sleep(wait)
            adding.kill()
        assert adding.returncode != 0
        with open_store(where, create=False) as store:
            assert store.verify() == []
            readings = store.readings()
            assert len(readings) % 9 == 0
            assert len(readings) >= 9 * added


def test_several_that_make_a_ledger_at_once_make_one(place: Callable[[str], str]) -> None:
    together = Barrier(5)

    def made(where: str) -> int:
        together.wait()
        with open_store(where, create=True) as store:
            return len(store.readings())

    with ThreadPoolExecutor(5) as threads:
        for name in ("one", "two", "three"):
            assert list(threads.map(made, [place(name)] * 5)) == [0] * 5


MEANWHILE = """
import sys
from dateline.ledger import open_store
sys.path.insert(0, sys.argv[2])
from made_pages import ferry, kept
with open_store(sys.argv[1], create=True) as store:
    for number in (range(12) if sys.argv[3] == "up" else reversed(range(12))):
        kept(ferry(number, "2031-05-01"), source=sys.argv[3], ending=str(number)).add_to(store)
"""


def test_two_programs_that_add_at_once_make_what_one_would(place: Callable[[str], str]) -> None:
    where, alone = place("shared"), place("alone")
    adding = [subprocess.Popen([sys.executable, "-c", MEANWHILE, where, TESTS, way]) for way in ("up", "down")]
    assert [one.wait() for one in adding] == [0, 0]
    with open_store(where, create=False) as shared, open_store(alone, create=True) as single:
        for way in ("up", "down"):
            for number in range(12):
                kept(ferry(number, "2031-05-01"), source=way, ending=str(number)).add_to(single)
        assert list(canonical(shared)) == list(canonical(single))
        assert shared.verify() == []
