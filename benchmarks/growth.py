"""How a ledger grows: `python benchmarks/growth.py [--sizes 1000,10000,100000] [--keep FOLDER] [--store URL]`. Prints a table.

The articles are made up (benchmarks/made_articles.py) and come with their readings, so that reading is not measured. For each size
a ledger of so many articles is filled, in an order that follows neither stories nor days, and linked; then articles of its stories
are added one at a time, each linked at once with what it touches, and questions are asked of it.

Times are medians. `cpu` is the processor's time of this program; with SQLite nothing else works. Questions take the time of a clock.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from made_articles import FIRST, SPAN, Made, shuffled

from dateline.api import Ledger
from dateline.ledger import Store, open_store

ADDED = 60
"""Articles that are added one at a time."""
ASKED = 40
"""Questions of each kind."""
RECORDED = date(2060, 1, 1)


def main() -> None:
    """The table, a line for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument(
        "--keep", type=Path, help="a folder for the ledgers, where one that is filled is taken up again"
    )
    options.add_argument("--store", help="an address of PostgreSQL instead of a file; it should hold no ledger")
    given = options.parse_args()
    print(f"growth: {ADDED} articles added one by one, {ASKED} questions of each kind; medians, the slowest tenth from")
    with tempfile.TemporaryDirectory() as made:
        for size in map(int, given.sizes.split(",")):
            grown(size, given.store or str((given.keep or Path(made)) / f"growth-{size}.db"))


def grown(size: int, where: str) -> None:
    """Fills a ledger, adds to it, asks it."""
    some = shuffled(size + ADDED)
    clock = Times()
    with open_store(where, create=True) as store:
        with clock.of("fill"):
            filled(store, some[:size])
        with clock.of("link"):
            store.settle()
        for made in some[size:]:
            with clock.of("keep"):
                add(store, made)
            with clock.of("place and link"):
                store.settle()
        asked(Ledger(store), some, clock)
    print(
        f"{size} articles: {1000 * clock.cpu['fill'][0] / size:.1f} ms each to keep, {1000 * clock.cpu['link'][0] / size:.1f} ms each to link"
    )
    both = [a + b for a, b in zip(clock.cpu["keep"], clock.cpu["place and link"], strict=True)]
    print(
        f"  an article more, cpu: {shown(both)}  (kept {shown(clock.cpu['keep'])}, placed and linked {shown(clock.cpu['place and link'])})"
    )
    for name in ("timeline of a story", "commitments of a story as of a day", "search"):
        print(f"  {name}: {shown(clock.wall[name])}")
    if Path(where).exists():
        print(f"  file: {Path(where).stat().st_size / (size + ADDED) / 1024:.1f} KiB an article", end="; ")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB", flush=True)


@dataclass
class Times:
    """Seconds by what took them."""

    cpu: dict[str, list[float]] = field(default_factory=dict)
    wall: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Takes the time of what is done within."""
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        self.cpu.setdefault(name, []).append(time.process_time() - cpu)
        self.wall.setdefault(name, []).append(time.perf_counter() - wall)


def filled(store: Store, some: Sequence[Made]) -> None:
    """Adds what is not there."""
    if some and store.known(some[-1].page.ref.sha256):
        return
    for made in some:
        add(store, made)


def add(store: Store, made: Made) -> None:
    """Adds one page with its article."""
    store.add(made.page, (made.reading.article,), (made.reading,), (), RECORDED)


def asked(ledger: Ledger, some: Sequence[Made], clock: Times) -> None:
    """Asks about stories, days and words that a fixed chance picks."""
    chance = Random(11)  # noqa: S311 -- made-up questions
    articles = [made.reading.article for made in chance.sample(list(some), 4 * ASKED)]
    found = ledger.store.found([article.id for article in articles])
    assert found is not None  # noqa: S101 -- the ledger is large
    of = {article: story.id for story in found.stories for article in story.articles}
    stories = [of[article.id] for article in articles if article.id in of][:ASKED]
    for story in stories:
        with clock.of("timeline of a story"):
            ledger.timeline(story=story, limit=20)
    days = {made.reading.article.id: made.reading.article.published.end for made in some}
    dated = [(of[a.id], days[a.id]) for a in articles if a.id in of and days[a.id] is not None][:ASKED]
    for story, first in dated:
        last = max((FIRST + timedelta(SPAN)), first or FIRST)
        day = (first or FIRST) + timedelta(chance.randrange((last - (first or FIRST)).days + 1))
        with clock.of("commitments of a story as of a day"):
            rows(ledger.commitments, as_of=day, story=story)
    for article in articles[:ASKED]:
        words = [word for word in article.text.replace(".", "").replace(",", "").split() if len(word) > 4]
        with clock.of("search"):
            ledger.search(" ".join(chance.sample(words, 2)))


def rows(question: Callable[..., Iterable[object]], **asked_for: object) -> int:
    """Asks; a story that was not there yet on the day has no answer."""
    from dateline.errors import QuestionError

    try:
        return len(list(question(**asked_for)))
    except QuestionError:
        return 0


def shown(seconds: Sequence[float]) -> str:
    """The median, and from where on the slowest tenth is, in milliseconds."""
    if not seconds:
        return "nothing was asked"
    ranked = sorted(seconds)
    return f"{1000 * statistics.median(ranked):.0f} ms (tenth: {1000 * ranked[int(0.9 * (len(ranked) - 1))]:.0f})"


if __name__ == "__main__":
    main()
