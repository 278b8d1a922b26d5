"""Killed with -9 at random moments of `add`: the ledger is whole, nothing that was kept is lost, and the next `add` completes it.

    cd tests && ../.venv/bin/python -m large.kills [--kills 50] [--articles 200] [--seed 7] [--cache FOLDER] [--store SQLite|PostgreSQL|both] [--gold FOLDER]

Each time a new ledger is begun and its program killed at a moment drawn evenly over the pages and the time that one takes; then `verify` must be
clean, every source before the last one told of must be there, and after adding again the canonical export must be that of a ledger
that nobody killed, to the byte. Articles are Timeline17's, read once and kept in the cache.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import LedgerError
from dateline.ledger import open_store
from large.orders import GOLD, adding, export, prepared, read_all


@dataclass(frozen=True)
class Kill:
    """What was found after one kill: how many pages were kept, and whether all was as it must be."""

    after: float
    pages: int
    finished: bool


def killed(
    place: Callable[[str], str], paths: Sequence[str], cache: Path, kills: int, seed: int, batch: int = 1000
) -> Iterator[Kill]:
    """Kills `kills` programs, one after another, each with a ledger of its own; raises AssertionError where anything is amiss."""
    whole = place("whole")
    took = _whole(whole, paths, cache, batch)
    wanted = export(whole)
    moments = random.Random(seed)  # noqa: S311 -- moments, no secrets
    for number in range(kills):
        where, after = place(f"killed{number}"), moments.random() * len(paths)
        with adding(where, paths, cache, batch, subprocess.PIPE) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
            told = [program.stdout.readline().strip() for _ in range(int(after))]
            time.sleep(after % 1 * took / len(paths))
            program.kill()
            told += program.stdout.read().splitlines()
        assert all(line in paths for line in told[:-1])
        pages = _whole_so_far(where, told[:-1])
        assert adding(where, paths, cache, batch).wait() == 0, "the next add did not complete"
        assert export(where) == wanted, f"killed after {after:.3f} pages: another export"
        yield Kill(after, pages, program.returncode == 0)


def _whole(where: str, paths: Sequence[str], cache: Path, batch: int) -> float:
    """Adds everything and says how many seconds that took, from `ready` on."""
    with adding(where, paths, cache, batch, subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        start = time.monotonic()
        program.stdout.read()
    assert program.returncode == 0
    return time.monotonic() - start


def _whole_so_far(where: str, kept: Sequence[str]) -> int:
    """How many pages a ledger holds, which must be sound and hold all that were kept."""
    try:
        opened = open_store(where, create=False)
    except LedgerError:  # not made yet, or an empty file
        assert not kept, f"the ledger is gone, with {len(kept)} pages"
        return 0
    with opened as store:
        assert store.verify() == []
        sources = {json.loads(row)["source"] for table, row in store.rows() if table == "source"}
        assert set(kept) <= sources, f"lost: {sorted(set(kept) - sources)[:3]}"
        return len(sources)


def main() -> int:
    """Kills, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--store", choices=("SQLite", "PostgreSQL", "both"), default="SQLite")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    with prepared(args.gold, args.articles, args.cache) as (folder, cache, paths, database):
        if not paths:
            return 0
        read_all(paths, cache)
        places: dict[str, Callable[[str], str]] = {"SQLite": lambda name: str(folder / f"{name}.db")}
        if database is not None:
            places["PostgreSQL"] = database.schema
        for store in ("SQLite", "PostgreSQL") if args.store == "both" else (args.store,):
            if store not in places:
                print(f"{store} is left out: its server is not installed")
                continue
            found = list(killed(places[store], paths, cache, args.kills, args.seed))
            pages = sorted(kill.pages for kill in found)
            print(
                f"{store}: {len(found)} kills of `add` with {len(paths)} articles, after {min(k.after for k in found):.2f}"
                f" to {max(k.after for k in found):.2f} pages told of, with {pages[0]} to {pages[-1]} pages kept"
                f" (median {pages[len(pages) // 2]}, {sum(k.finished for k in found)} had finished):"
                " verify clean, nothing lost, the next add completes, same canonical export",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
