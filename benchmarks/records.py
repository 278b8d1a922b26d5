"""Commitments and conflicts against what people marked in news of negotiations, beside the simplest baseline, in one run.

    python benchmarks/records.py [--first K] [--gold FOLDER]

The set (30 articles, two readers, differences settled by a third) is read from `../shared/gold/negotiation`; where it is absent the
benchmark says so and stops. Commitments: F1 of spans whose words overlap by a Jaccard of .4, or of which one holds a third of the
other; on those that match, the share with the right kind, status, days, and parties (mean F1 of names). Conflicts: F1 over pairs of
passages that overlap. Baseline: every sentence with "will", "agreed", "pledged", "plans" or "vowed" is an announced pledge without days.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import read_text
from dateline.linking.conflicts import find_conflicts
from dateline.model import Interval, Reading

GOLD = Path(__file__).parents[1] / "../shared/gold/negotiation"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A commitment as a stretch of the text, marked or found. `parties`: for each the names that it goes by."""

    span: Span
    kind: str
    status: str
    due: tuple[str, str] | None
    parties: tuple[frozenset[str], ...]


def ours(text: str, reading: Reading) -> list[Mark]:
    """The commitments of the reading."""
    del text
    names = {
        a.id: frozenset(w for n in (a.name, *a.names, *(m.quote for m in a.mentions)) for w in words(n))
        for a in reading.actors
    }
    return [
        Mark((c.anchor.start, c.anchor.end), c.kind, c.status, days(c.due), tuple(names[p] for p in c.parties))
        for c in reading.commitments
    ]


def baseline(text: str, reading: Reading) -> list[Mark]:
    """Every sentence with a word of undertaking."""
    del reading
    found = re.finditer(r"[^.\n]*\b(?:will|agreed|pledged|plans|vowed)\b[^.\n]*", text)
    return [Mark(m.span(), "pledge", "announced", None, ()) for m in found]


def marked(text: str, gold: Iterable[dict[str, Any]]) -> list[Mark]:
    """The commitments that people marked and whose words stand in the text."""
    marks = []
    for one in gold:
        start = text.find(one["quote"])
        if start >= 0:
            parties = tuple(frozenset(words(p)) for p in one["parties"] or [])
            marks.append(
                Mark((start, start + len(one["quote"])), one["kind"], one["status"], stated(one["due"]), parties)
            )
    return marks


def words(name: str) -> list[str]:
    """A name's words in lower case."""
    return re.findall(r"\w+", name.casefold())


def days(due: Interval | None) -> tuple[str, str] | None:
    """A due interval in ISO days, an open side as "..", or None."""
    return None if due is None else (str(due.start or ".."), str(due.end or ".."))


def stated(due: str | None) -> tuple[str, str] | None:
    """The set's form of a due interval."""
    if not due:
        return None
    start, _, end = due.partition("/")
    return start, end or start


def matched(gold: Sequence[Mark], found: Sequence[Mark], text: str) -> list[tuple[Mark, Mark]]:
    """Pairs of what was marked and found, one to one, the closest first."""
    tokens = [m.span() for m in re.finditer(r"\w+", text)]

    def inside(span: Span) -> frozenset[int]:
        return frozenset(k for k, (a, b) in enumerate(tokens) if a < span[1] and span[0] < b)

    close = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            a, b = sorted((inside(g.span), inside(f.span)), key=len)
            share = len(a & b) / max(1, len(a | b))
            if share >= 0.4 or (a and a <= b and 3 * len(a) >= len(b)):
                close.append((-share, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(close):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in sorted(pairs.items())]


def parties_f1(gold: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> float:
    """F1 of the parties; a party is right that has more than half of the words of a marked one."""
    if not gold or not found:
        return float(not gold and not found)
    right = sum(any(2 * len(g & f) > len(g) for f in found) for g in gold)
    return 2 * min(right, len(found)) / (len(gold) + len(found))


def f1(hits: int, found: int, gold: int) -> str:
    """Precision, recall and F1, as three columns."""
    p, r = hits / max(1, found), hits / max(1, gold)
    return f"{p:.3f}  {r:.3f}  {2 * p * r / (p + r) if hits else 0:.3f}"


def commitments(
    articles: Sequence[tuple[str, Reading, dict[str, Any]]], find: Callable[[str, Reading], list[Mark]]
) -> str:
    """One row of the table of commitments."""
    n: Counter[str] = Counter()
    parties = 0.0
    for text, reading, gold in articles:
        wanted, found = marked(text, gold["commitments"]), find(text, reading)
        pairs = matched(wanted, found, text)
        n.update(gold=len(wanted), found=len(found), hits=len(pairs))
        for g, f in pairs:
            n.update(kind=g.kind == f.kind, status=g.status == f.status, due=g.due == f.due)
            parties += parties_f1(g.parties, f.parties)
    hits = max(1, n["hits"])
    right = "  ".join(f"{n[key] / hits:.3f}" for key in ("kind", "status", "due"))
    return f"{f1(n['hits'], n['found'], n['gold'])}  {right}  {parties / hits:.3f}"


def conflicts(articles: Sequence[tuple[str, Reading, dict[str, Any]]]) -> str:
    """The row of conflicts, each article by itself."""
    gold = found = hits = 0
    for text, reading, marks in articles:
        made = [[(s.anchor.start, s.anchor.end) for s in c.sides] for c in find_conflicts([reading])]
        found, gold = found + len(made), gold + len(marks["conflicts"])
        for one in marks["conflicts"]:
            a, b = ((text.find(one[k]), text.find(one[k]) + len(one[k])) for k in ("a", "b"))
            hits += any(overlap(x, a) and overlap(y, b) for pair in made for x, y in (pair, pair[::-1]))
    return f"{f1(hits, found, gold)}  ({gold} marked, {found} found)"


def overlap(a: Span, b: Span) -> bool:
    """Whether two stretches share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, metavar="K", help="the first K articles only")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="FOLDER")
    given = parser.parse_args()
    if not (given.gold / "gold.json").is_file():
        print(f"no gold set at {given.gold}: nothing to measure")
        return
    texts = {a["id"]: a for a in json.loads((given.gold / "articles.json").read_text("utf-8"))}
    marks = json.loads((given.gold / "gold.json").read_text("utf-8"))[: given.first]
    articles = [(texts[g["id"]]["text"], read_text(texts[g["id"]]["text"], texts[g["id"]]["date"]), g) for g in marks]
    print(f"{len(articles)} articles")
    print("commitments   P      R      F1     kind   status due    parties")
    print("dateline    ", commitments(articles, ours))
    print("baseline    ", commitments(articles, baseline))
    print("conflicts     P      R      F1")
    print("dateline    ", conflicts(articles))


if __name__ == "__main__":
    main()
