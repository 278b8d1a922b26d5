"""Fills a ledger's file with many pages at once: the rows that adding them one by one puts in, to the byte, in far less time.

`python benchmarks/growth_fill.py` shows that they are the same: it compares the rows of two ledgers of 300 made-up articles.
"""

import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from made_articles import Made, shuffled

from dateline.ledger import Store, open_store
from dateline.ledger.adding import article_row, page_row, reading_row, source_row
from dateline.ledger.indexable import indexable
from dateline.ledger.looks import batched
from dateline.ledger.schema import ARTICLE, METADATA, PAGE, READING, SOURCE
from dateline.ledger.state import put
from dateline.ledger.store import READER
from dateline.ledger.transactions import writing

WORDS = sa.text("INSERT INTO words(rowid, headline, text) VALUES (:number, :headline, :text)")


def fill(store: Store, some: Iterable[Made], recorded: date) -> None:
    """Puts pages of one read article each into an empty ledger in a file; pages that come again are left out."""
    seen: set[str] = set()
    with store._engine.connect() as plain, writing(plain) as connection, connection.begin():  # noqa: SLF001 -- no question of a user's
        for batch in batched(some, 1000):
            rows: dict[str, list[dict[str, object]]] = {
                "page": [],
                "source": [],
                "article": [],
                "words": [],
                "reading": [],
            }
            for made in batch:
                digest, article = made.page.ref.sha256, made.reading.article
                if digest in seen:
                    continue
                seen.add(digest)
                number = len(seen)
                rows["page"].append(page_row(made.page, (), recorded))
                rows["source"].append(source_row(made.page))
                rows["article"].append(article_row(digest, 0, number, article))
                headline, text = indexable(article.headline or ""), indexable(article.text)
                rows["words"].append({"number": number, "headline": headline, "text": text})
                rows["reading"].append(reading_row(digest, 0, READER, made.reading))
            for table, name in ((PAGE, "page"), (SOURCE, "source"), (ARTICLE, "article"), (READING, "reading")):
                connection.execute(table.insert(), rows[name])
            connection.execute(WORDS, rows["words"])
        put(connection, "revision", str(len(seen)))


def main() -> int:
    """Compares both ways."""
    some, recorded = shuffled(300), date(2060, 1, 1)
    with tempfile.TemporaryDirectory() as folder:
        one, other = (open_store(str(Path(folder) / name), create=True) for name in ("one.db", "other.db"))
        with one, other:
            for made in some:
                one.add(made.page, (made.reading.article,), (made.reading,), (), recorded)
            fill(other, some, recorded)
            same = _rows(one) == _rows(other) and one.verify() == other.verify() == []
    print("the same rows" if same else "the rows DIFFER")
    return 0 if same else 1


def _rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store._engine.begin() as connection:  # noqa: SLF001 -- no question of a user's
        found = {t.name: sorted(map(tuple, connection.execute(sa.select(t)))) for t in METADATA.sorted_tables}
        words = connection.exec_driver_sql("SELECT rowid, headline, text FROM words ORDER BY rowid")
        return found | {"words": sorted(map(tuple, words))}


if __name__ == "__main__":
    sys.exit(main())
