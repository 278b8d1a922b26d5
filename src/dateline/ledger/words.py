"""Words as SQLite's full text index (FTS5) takes them, in memory: other engines find articles by the same words, and mark the same places."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands around a found word. The texts themselves hold neither: `dateline.ledger.search` replaces them."""

_MADE = "CREATE VIRTUAL TABLE words USING fts5(headline, text, tokenize='porter unicode61 remove_diacritics 2')"


def match(phrases: Sequence[str]) -> str:
    """The FTS5 question for texts that hold all the phrases (of one word or more; none holds a quotation mark)."""
    return " ".join(f'"{phrase}"' for phrase in phrases)


def places_of_words(headline: str, text: str) -> dict[str, list[int]]:
    """Each folded word with its places, counted from 1 through the headline and then the text, ascending."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_MADE)
        memory.execute("INSERT INTO words(rowid, headline, text) VALUES (1, ?, ?)", (headline, text))
        memory.execute("CREATE VIRTUAL TABLE term USING fts5vocab(words, instance)")
        found = memory.execute("SELECT term, col = 'text', offset FROM term").fetchall()
    after = 1 + max((offset for _, in_text, offset in found if not in_text), default=-1)
    places: dict[str, list[int]] = {}
    for term, in_text, offset in found:
        places.setdefault(term, []).append(1 + offset + (after if in_text else 0))
    return {term: sorted(places[term]) for term in sorted(places)}


def marked(articles: Iterable[tuple[int, str, str]], phrases: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Of articles (number, headline, text), those that hold all the phrases, in their order, with the found words in the text marked."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_MADE)
        for row, (number, headline, text) in enumerate(articles, 1):
            memory.execute("INSERT INTO words(rowid, headline, text) VALUES (?, ?, ?)", (row, headline, text))
            found = memory.execute(
                "SELECT highlight(words, 1, ?, ?) FROM words WHERE words MATCH ? AND rowid = ?",
                (OPEN, CLOSE, match(phrases), row),
            ).fetchone()
            if found is not None:
                yield number, found[0]
