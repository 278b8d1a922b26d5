"""Law 4 at full size: any order, batches or one by one, one process or two, SQLite or PostgreSQL give one canonical export.

    cd tests && ../.venv/bin/python -m large.orders [--articles 2000] [--cache FOLDER] [--all | --only 1,5] [--gold FOLDER]

Takes articles of Timeline17 from `../shared/gold`, evenly, as files of JSON; reads each once and keeps the readings in the cache; then
makes ledgers with `Ledger.add` and compares their canonical exports to the byte. Without `--all` each order, way of adding, number of
processes and store is taken at least once with each value of the others' (six ledgers); with it, all twenty-four. PostgreSQL is left
out, saying so, where its server is not installed. Prints a line for each ledger and ends with 1 where two differ.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path

from dateline import intake
from dateline.ledger import canonical, open_store
from large import cached_add
from postgresql_server import Server, programs, running

GOLD = Path(__file__).parents[2] / "../shared/gold"
BATCH = 100
SEED = 7


@dataclass(frozen=True)
class Way:
    """How one ledger is made: an order, how many at a time, by how many processes, where."""

    order: str
    batch: int
    processes: int
    store: str

    def __str__(self) -> str:
        how = "one by one" if self.batch == 1 else f"{self.batch} at a time"
        return f"{self.store}, {self.order}, {how}, {self.processes} process{'es' if self.processes > 1 else ''}"


SIX = (
    Way("as they come", 1, 1, "SQLite"),
    Way("backwards", BATCH, 2, "SQLite"),
    Way("shuffled", BATCH, 1, "SQLite"),
    Way("shuffled", 1, 2, "PostgreSQL"),
    Way("as they come", BATCH, 2, "PostgreSQL"),
    Way("backwards", 1, 1, "PostgreSQL"),
)
ALL = tuple(
    Way(order, batch, processes, store)
    for store, order, batch, processes in product(
        ("SQLite", "PostgreSQL"), ("as they come", "backwards", "shuffled"), (1, BATCH), (1, 2)
    )
)


def ordered(paths: Sequence[str], order: str) -> list[str]:
    """The paths in one of the three orders."""
    made = list(paths)
    if order == "backwards":
        made.reverse()
    elif order == "shuffled":
        random.Random(SEED).shuffle(made)  # noqa: S311 -- an order, no secret
    return made


def make(where: str, paths: Sequence[str], cache: Path, way: Way) -> None:
    """Makes a ledger. Two processes take every other path each, at the same time, after the first path has made the ledger."""
    first, *rest = ordered(paths, way.order)
    for part in ([[first]], [rest[k :: way.processes] for k in range(way.processes)]):
        running_ = [adding(where, some, cache, way.batch) for some in part if some]
        codes = [one.wait() for one in running_]
        if any(codes):
            raise RuntimeError(f"adding ended with {codes}")


def adding(
    where: str, paths: Sequence[str], cache: Path, batch: int, out: int = subprocess.DEVNULL
) -> subprocess.Popen[str]:
    """A process that adds the paths with the readings of the cache."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=cache.parent, suffix=".list", delete=False) as file:
        file.write("\n".join(paths))
    program = [sys.executable, cached_add.__file__, where, str(cache), file.name, str(batch)]
    return subprocess.Popen(program, stdout=out, text=True)


def export(where: str) -> list[str]:
    """The canonical export of a ledger, which must be sound."""
    with open_store(where, create=False) as store:
        if problems := store.verify():
            raise RuntimeError(f"{where} is damaged: {problems[:3]}")
        return list(canonical(store))


def digest(lines: Sequence[str]) -> str:
    """One number for an export."""
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@contextmanager
def server() -> Iterator[Server | None]:
    """PostgreSQL, where it is installed."""
    found = programs()
    if found is None:
        yield None
    else:
        with running(found) as started:
            yield started


def written(gold: Path, number: int, folder: Path) -> list[str]:
    """Articles of the gold set as files of JSON, one each."""
    rows = [
        json.loads(line)
        for path in sorted(gold.glob("timelines/t17/*/articles.jsonl"))
        for line in path.read_text("utf-8").split("\n")
        if line.strip()
    ]
    taken = [rows[k * len(rows) // number] for k in range(min(number, len(rows)))]
    made = []
    for k, row in enumerate(taken):
        path = folder / f"{k:05}.json"
        path.write_text(json.dumps({"text": row["text"], "published": row["time"][:10]}), "utf-8")
        made.append(str(path))
    return made


@contextmanager
def prepared(gold: Path, number: int, cache: Path | None) -> Iterator[tuple[Path, Path, list[str], Server | None]]:
    """A folder, a cache, the articles as files and the server, if any. Without articles it says that it is skipped."""
    with tempfile.TemporaryDirectory() as made, server() as database:
        folder = Path(made)
        (folder / "pages").mkdir()
        kept = (cache or folder / "cache").absolute()
        kept.mkdir(parents=True, exist_ok=True)
        paths = written(gold, number, folder / "pages")
        if not paths:
            print(f"skipped: no timelines at {gold}")
        yield folder, kept, paths, database


def read_all(paths: Sequence[str], cache: Path) -> None:
    """Fills the cache."""
    for taken in intake.taken(paths):
        for article in taken.articles:
            cached_add.remember(article, cache)


def main() -> int:
    """Makes the ledgers and compares them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", help="those of the six ways whose numbers, from 1, are named: 1,5")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    with prepared(args.gold, args.articles, args.cache) as (folder, cache, paths, database):
        if not paths:
            return 0
        start = time.monotonic()
        read_all(paths, cache)
        print(f"{len(paths)} articles; read in {time.monotonic() - start:.0f} s", flush=True)
        seen = set()
        only = {int(number) - 1 for number in args.only.split(",")} if args.only else range(len(SIX))
        for number, way in enumerate(ALL if args.all else [SIX[k] for k in sorted(only)]):
            if way.store == "PostgreSQL" and database is None:
                print(f"  {way}: left out, PostgreSQL's server is not installed")
                continue
            where = (
                database.schema(f"way{number}") if database and way.store != "SQLite" else str(folder / f"{number}.db")
            )
            start = time.monotonic()
            make(where, paths, cache, way)
            added = time.monotonic() - start
            lines = export(where)
            seen.add(digest(lines))
            print(
                f"  {way!s:52} {digest(lines)}  {len(lines)} lines, {sum(map(len, lines)) / 1e6:.1f} MB;"
                f" added in {added:.0f} s, verified, linked and exported in {time.monotonic() - start - added:.0f} s",
                flush=True,
            )
        print("one export" if len(seen) == 1 else f"{len(seen)} exports DIFFER")
        return int(len(seen) != 1)


if __name__ == "__main__":
    sys.exit(main())
