"""How a ledger grows: `python benchmarks/growth.py [--sizes 1000,10000,100000] [--keep FOLDER] [--whole]`. Prints a table.

The articles are made up (benchmarks/made_articles.py) and come with their readings, so that reading is not measured. For each size
a ledger is filled with so many, in an order that follows neither stories nor days; then articles of its stories are added one at a
time, each linked at once with what it touches, and questions are asked of it.

Filling is not what is measured, so it is done at once (benchmarks/growth_fill.py: the rows that adding one by one makes, to the byte).
Of a ledger of more than 20,000 only those regions are linked that an added article touches or that a question asks for, as if the others
were; linking one does not look at others. `--whole` links them all, which takes a quarter of an hour of a core for 100,000.

Times are medians. `cpu` is the processor's time of this program; with SQLite nothing else works. Questions take the time of a clock,
and their processor's time beside it, for a machine that does other work. A story is asked about as of a day on which it was known.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import sqlalchemy as sa
from growth_fill import fill
from made_articles import FIRST, SPAN, Made, shuffled

from dateline.api import Ledger
from dateline.errors import QuestionError
from dateline.ledger import Store, open_store
from dateline.ledger.schema import PLACE, REGION
from dateline.ledger.transactions import writing

ADDED = 60
"""Articles that are added one at a time."""
ASKED = 40
"""Questions of each kind."""
RECORDED = date(2060, 1, 1)
LINKED_WHOLE = 20_000
"""Articles of a ledger that is linked as a whole in any case."""


def main() -> None:
    """The table, a line for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument(
        "--keep", type=Path, help="a folder for the ledgers, where one that is filled is taken up again"
    )
    options.add_argument("--whole", action="store_true", help="link everything, however large")
    given = options.parse_args()
    print(f"growth: {ADDED} articles added one by one, {ASKED} questions of each kind; medians, the slowest tenth from")
    with tempfile.TemporaryDirectory() as made:
        for size in map(int, given.sizes.split(",")):
            grown(
                size, str((given.keep or Path(made)) / f"growth-{size}.db"), whole=given.whole or size <= LINKED_WHOLE
            )


def grown(size: int, where: str, *, whole: bool) -> None:
    """Fills a ledger, adds to it, asks it."""
    some = shuffled(size + ADDED)
    clock = Times()
    with open_store(where, create=True) as store:
        with clock.of("fill"):
            if not store.known(some[0].page.ref.sha256):
                fill(store, some[:size], RECORDED)
        with clock.of("place"):
            store.place()
        asked_for = Random(11).sample(some[:size], 4 * ASKED)  # noqa: S311 -- made-up questions
        if not whole:
            leave_unlinked(store, [made.reading.article.id for made in asked_for])
        with clock.of("link"):
            regions = store.settle()
        print(
            f"{size} articles: filled in {clock.cpu['fill'][0]:.0f} s, placed in {clock.cpu['place'][0]:.0f} s,"
            f" {regions} regions linked in {clock.cpu['link'][0]:.0f} s of cpu",
            flush=True,
        )
        for made in some[size:]:
            if not store.known(made.page.ref.sha256):
                with clock.of("keep"):
                    add(store, made)
                with clock.of("placed"):
                    store.place()
                with clock.of("linked"):
                    store.settle()
        asked(Ledger(store), asked_for, clock)
    one_more = [sum(parts) for parts in zip(*(clock.cpu.get(k, ()) for k in ("keep", "placed", "linked")), strict=True)]
    parts = ", ".join(f"{k} {shown(clock.cpu.get(k, ()))}" for k in ("keep", "placed", "linked"))
    print(f"  an article more, cpu: {shown(one_more)}  ({parts})")
    for name in ("timeline of a story", "commitments of a story as of a day", "search"):
        print(f"  {name}: {shown(clock.wall[name])}; cpu {shown(clock.cpu[name])}")
    print(f"  file: {Path(where).stat().st_size / (size + ADDED) / 1024:.1f} KiB an article", end="; ")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB", flush=True)


def leave_unlinked(store: Store, articles: Sequence[str]) -> None:
    """Says of the regions that wait to be linked, but for those of these articles, that they are."""
    here = sa.select(PLACE.c.region).where(PLACE.c.article.in_(articles))
    with store._engine.connect() as plain, writing(plain) as connection, connection.begin():  # noqa: SLF001 -- no question of a user's
        waiting = REGION.update().where(REGION.c.digest.is_(None), REGION.c.code.not_in(here))
        connection.execute(waiting.values(digest="left out"))


@dataclass
class Times:
    """Seconds by what took them."""

    cpu: dict[str, list[float]] = field(default_factory=dict)
    wall: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Takes the time of what is done within."""
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            yield
        finally:
            self.cpu.setdefault(name, []).append(time.process_time() - cpu)
            self.wall.setdefault(name, []).append(time.perf_counter() - wall)


def add(store: Store, made: Made) -> None:
    """Adds one page with its article."""
    store.add(made.page, (made.reading.article,), (made.reading,), (), RECORDED)


def asked(ledger: Ledger, some: Sequence[Made], clock: Times) -> None:
    """Asks about the stories, days and words of some articles."""
    chance = Random(12)  # noqa: S311 -- made-up questions
    articles = [made.reading.article for made in some]
    found = ledger.store.found([article.id for article in articles])
    assert found is not None  # noqa: S101 -- the ledger is large
    of = {article: story.id for story in found.stories for article in story.articles}
    told = [article for article in articles if article.id in of]
    for article in told[:ASKED]:
        with clock.of("timeline of a story"):
            ledger.timeline(story=of[article.id], limit=20)
    count = 0
    for article in told:
        first = article.published.end
        if first is None or count == ASKED:
            continue
        day = first + timedelta(chance.randrange(max(1, (FIRST + timedelta(SPAN) - first).days)))
        try:
            with clock.of("commitments of a story as of a day"):
                ledger.commitments(as_of=day, story=of[article.id])
        except QuestionError:  # it was an article by itself then
            for times in (clock.cpu, clock.wall):
                times["commitments of a story as of a day"].pop()
            continue
        count += 1
    for article in articles[:ASKED]:
        words = [word for word in article.text.replace(".", "").replace(",", "").split() if len(word) > 4]
        with clock.of("search"):
            ledger.search(" ".join(chance.sample(words, 2)))


def shown(seconds: Sequence[float]) -> str:
    """The median, and from where on the slowest tenth is, in milliseconds."""
    if not seconds:
        return "nothing was asked"
    ranked = sorted(seconds)
    return f"{1000 * statistics.median(ranked):.0f} ms (tenth: {1000 * ranked[int(0.9 * (len(ranked) - 1))]:.0f})"


if __name__ == "__main__":
    main()
