"""`dateline add` without its longest part: the readings were made before. A program, so that it can run beside others and be killed.

    python cached_add.py LEDGER CACHE LIST BATCH

CACHE is a folder of pickled readings (`remember` fills it), LIST a file with the paths to add, one a line, BATCH how many of them one
`add` takes; the ledger is opened anew for each, and what was added is placed among the rest at once, as a question would do it, so that
orders and batches matter as much as they can. It prints `ready`, then each source before it is taken up: those before it are kept.
"""

import pickle
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dateline import api, intake
from dateline.model import Article, Reading


def remember(article: Article, folder: Path) -> Reading:
    """The reading of an article, from the folder where it is there; read and put there where it is not."""
    path = folder / _name(article)
    if not path.exists():
        path.write_bytes(pickle.dumps(_READ(article)))
    reading: Reading = pickle.loads(path.read_bytes())  # noqa: S301 -- written here
    return replace(reading, article=replace(reading.article, page=article.page, offsets=article.offsets))


def keep(article: Article, reading: Reading, folder: Path) -> None:
    """Puts a reading that was made elsewhere into the folder."""
    (folder / _name(article)).write_bytes(pickle.dumps(reading))


def add(ledger: str, cache: Path, paths: list[str], batch: int) -> None:
    """Adds the paths, `batch` at a time."""
    intake.read = lambda article: remember(article, cache)
    print("ready", flush=True)
    for first in range(0, len(paths), batch):
        with api.open_ledger(ledger) as opened:
            opened.add(paths[first : first + batch], told=lambda taken: print(taken.source, flush=True))
            opened.store.place()


_READ = intake.read


def _name(article: Article) -> str:
    told = (article.id, article.headline, article.published, article.outlet, article.byline, article.captions)
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


if __name__ == "__main__":
    add(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]).read_text("utf-8").splitlines(), int(sys.argv[4]))
