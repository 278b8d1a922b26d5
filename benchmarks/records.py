"""Commitments, quantities, conflicts and events against people's labels, each beside the simplest baseline, and the time of a reading.

    python benchmarks/records.py [--first K] [--gold FOLDER] [--without-events]

The set of negotiations (30 articles, two readers, differences settled by a third) is read from `../shared/gold/negotiation`; where
it is absent the benchmark says so and stops.

- Commitments: F1 of spans whose words overlap by a Jaccard of .4, or of which one holds a third of the other; on those that match, the
  share with the right kind, status and days, and parties (mean F1 of names, states under one name). Baseline: every sentence with
  a modal of the future or a word of undertaking is an announced pledge without days of the first noun phrase.
- Quantities: F1 of equal low numbers (high where there is none) with overlapping words. Baseline: every number with its next noun.
- Conflicts: F1 over pairs of passages that overlap, each article by itself. Baseline: a sentence with "denied" against the one before.
- Events: the tables of `benchmarks/events.py`, run in the same process; baseline: first and last noun phrase.
- Time: each step of the reading beside the bare spaCy pipeline over the same articles, in processor seconds, the least of three runs.
"""

import argparse
import importlib
import json
import re
import runpy
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from speed import timed

from dateline import read_text
from dateline.linking.conflicts import find_conflicts
from dateline.model import Interval, Reading
from dateline.reading.actors.known import known_at
from dateline.reading.parse import parse
from dateline.reading.pipeline import stock
from dateline.reading.quantities.numbers import find_numbers

GOLD = Path(__file__).parents[1] / "../shared/gold/negotiation"
TITLES = frozenset(["president", "vice", "prime", "minister", "secretary", "general", "mr", "mrs", "ms", "dr"])
TITLES |= frozenset(["chief", "leader", "officials", "official", "the", "a", "an", "of"])
STEPS = ["parse", "date_article", "find_times", "find_places", "find_cast", "find_attributions", "find_events"]
STEPS += ["find_commitments", "find_quantities"]
RUNS = 3
NEXT = 30
"""Code points within which the next noun stands: about three words."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A commitment as a stretch of the text, marked or found. `parties`: for each the names that it goes by."""

    span: Span
    kind: str
    status: str
    due: tuple[str, str] | None
    parties: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its reading and what people marked in it."""

    text: str
    day: str | None
    reading: Reading
    gold: dict[str, Any]


# -- commitments


def ours(one: Labelled) -> list[Mark]:
    """The commitments of the reading."""
    names = {a.id: (a.name, *a.names, *(m.quote for m in a.mentions)) for a in one.reading.actors}
    return [
        Mark((c.anchor.start, c.anchor.end), c.kind, c.status, days(c.due), tuple(names[p] for p in c.parties))
        for c in one.reading.commitments
    ]


KEYWORD = re.compile(r"\b(?:will|shall|agreed|pledged|promised|plans|vowed|threatened|scheduled)\b", re.IGNORECASE)


def baseline(one: Labelled) -> list[Mark]:
    """Every sentence with a modal of the future or a word of undertaking; its first noun phrase is the party."""
    found = []
    for sentence in parse(one.text).doc.sents:
        if KEYWORD.search(sentence.text) is not None:
            party = next(((chunk.text,) for chunk in sentence.noun_chunks), None)
            span = (sentence.start_char, sentence.end_char)
            found.append(Mark(span, "pledge", "announced", None, () if party is None else (party,)))
    return found


def marked(text: str, gold: Iterable[dict[str, Any]]) -> list[Mark]:
    """The commitments that people marked and whose words stand in the text."""
    marks = []
    for one in gold:
        start = text.find(one["quote"])
        if start >= 0:
            parties = tuple((p,) for p in one["parties"] or [])
            marks.append(
                Mark((start, start + len(one["quote"])), one["kind"], one["status"], stated(one["due"]), parties)
            )
    return marks


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
    return [(gold[i], found[j]) for i, j in one_to_one(close)]


def one_to_one(close: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The pairs of (distance, one, other) in which nobody stands twice, the closest first taken."""
    pairs: dict[int, int] = {}
    for _, i, j in sorted(close):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def name_words(name: str) -> frozenset[str]:
    """A name's words in lower case, states under one name, without titles where anything else is left."""
    words, at = [], 0
    while at < len(name):
        known = known_at(name, at)
        step = re.compile(r"\w+|\W").match(name, at)
        assert step is not None  # noqa: S101 -- one of the two fits any character
        words.append(known[1].side or known[1].name if known is not None else step[0])
        at = known[0] if known is not None else step.end()
    plain = frozenset(w.casefold() for w in words if w[:1].isalnum())
    return plain - TITLES or plain


def alike(name: str, other: str) -> bool:
    """Whether two names share more than half of the words of the shorter one."""
    a, b = name_words(name), name_words(other)
    return 2 * len(a & b) > min(len(a), len(b))


def parties_f1(gold: Sequence[tuple[str, ...]], found: Sequence[tuple[str, ...]]) -> float:
    """F1 of the parties, one to one."""
    if not gold or not found:
        return float(not gold and not found)
    close = [
        (0.0, i, j) for i, (g,) in enumerate(gold) for j, names in enumerate(found) if any(alike(g, n) for n in names)
    ]
    return 2 * len(one_to_one(close)) / (len(gold) + len(found))


def f1(hits: int, found: int, gold: int) -> str:
    """Precision, recall and F1, as three columns."""
    p, r = hits / max(1, found), hits / max(1, gold)
    return f"{p:.3f}  {r:.3f}  {2 * p * r / (p + r) if hits else 0:.3f}"


def commitments(articles: Sequence[Labelled], find: Callable[[Labelled], list[Mark]]) -> str:
    """One row of the table of commitments."""
    n: Counter[str] = Counter()
    parties = 0.0
    for one in articles:
        wanted, found = marked(one.text, one.gold["commitments"]), find(one)
        pairs = matched(wanted, found, one.text)
        n.update(gold=len(wanted), found=len(found), hits=len(pairs))
        for g, f in pairs:
            n.update(kind=g.kind == f.kind, status=g.status == f.status, due=g.due == f.due)
            parties += parties_f1(g.parties, f.parties)
    hits = max(1, n["hits"])
    right = "  ".join(f"{n[key] / hits:.3f}" for key in ("kind", "status", "due"))
    return f"{f1(n['hits'], n['found'], n['gold'])}  {right}  {parties / hits:.3f}"


# -- quantities and conflicts

Figure = tuple[Span, float | None, float | None]


def our_figures(one: Labelled) -> list[Figure]:
    """The quantities of the reading."""
    return [((q.anchor.start, q.anchor.end), q.low, q.high) for q in one.reading.quantities]


def baseline_figures(one: Labelled) -> list[Figure]:
    """Every number with its next noun."""
    doc = parse(one.text).doc
    made: list[Figure] = []
    for number in find_numbers(one.text):
        after = (t for t in doc if t.idx >= number.last and t.pos_ in ("NOUN", "PROPN"))
        noun = next(after, None)
        if noun is not None and noun.idx - number.last < NEXT:
            made.append(((number.first, noun.idx + len(noun)), number.value, number.value))
    return made


def quantities(articles: Sequence[Labelled], find: Callable[[Labelled], list[Figure]]) -> str:
    """One row of the table of quantities."""
    n: Counter[str] = Counter()
    for one in articles:
        made = find(one)
        close = []
        for i, wanted in enumerate(one.gold["quantities"]):
            start = one.text.find(wanted["quote"])
            span = (start, start + len(wanted["quote"]))
            side = 1 if wanted["low"] is not None else 2
            number = wanted["low"] if side == 1 else wanted["high"]
            close += [(0.0, i, j) for j, m in enumerate(made) if m[side] == number and overlap(m[0], span)]
        n.update(gold=len(one.gold["quantities"]), found=len(made), hits=len(one_to_one(close)))
    return f1(n["hits"], n["found"], n["gold"])


def our_conflicts(one: Labelled) -> list[tuple[Span, Span]]:
    """The conflicts within the reading."""
    sides = [[(s.anchor.start, s.anchor.end) for s in c.sides] for c in find_conflicts([one.reading])]
    return [(a, b) for a, b in sides]


def baseline_conflicts(one: Labelled) -> list[tuple[Span, Span]]:
    """Every sentence that denies, against the sentence before it."""
    spans = [m.span() for m in re.finditer(r"[^.\n]+", one.text)]
    return [
        (before, span)
        for before, span in pairwise(spans)
        if re.search(r"\b(?:denie[sd]|denying|reject(?:s|ed)|disputed?)\b", one.text[slice(*span)])
    ]


def conflicts(articles: Sequence[Labelled], find: Callable[[Labelled], list[tuple[Span, Span]]]) -> str:
    """One row of the table of conflicts."""
    gold = found = hits = 0
    for one in articles:
        made = find(one)
        found, gold = found + len(made), gold + len(one.gold["conflicts"])
        for wanted in one.gold["conflicts"]:
            a, b = ((one.text.find(wanted[k]), one.text.find(wanted[k]) + len(wanted[k])) for k in ("a", "b"))
            hits += any(overlap(x, a) and overlap(y, b) for pair in made for x, y in (pair, pair[::-1]))
    return f"{f1(hits, found, gold)}  ({gold} marked, {found} found)"


def overlap(a: Span, b: Span) -> bool:
    """Whether two stretches share a code point."""
    return a[0] < b[1] and b[0] < a[1]


# -- time


def times(articles: Sequence[Labelled]) -> None:
    """Prints processor seconds of each step and of the whole reading, beside the bare pipeline over the same articles."""
    nlp, reader = stock(), importlib.import_module("dateline.reading.read")
    spent: dict[str, float] = defaultdict(float)
    plain = {name: getattr(reader, name) for name in STEPS}
    least: dict[str, float] = {}
    for _ in range(RUNS):
        spent.clear()
        began = time.process_time()
        for one in articles:
            nlp(one.text)
        spent["bare spaCy"] = time.process_time() - began
        for name in STEPS:
            setattr(reader, name, timed(name, plain[name], spent, time.process_time))
        began = time.process_time()
        for one in articles:
            read_text(one.text, one.day)
        spent["whole reading"] = time.process_time() - began
        for name in STEPS:
            setattr(reader, name, plain[name])
        least = {name: min(seconds, least.get(name, seconds)) for name, seconds in spent.items()}
    print("time               seconds  ratio to bare spaCy")
    for name in ("bare spaCy", "whole reading", *STEPS):
        print(f"  {name:17}{least[name]:7.2f}  {least[name] / least['bare spaCy']:.2f}")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, metavar="K", help="the first K articles only")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="FOLDER")
    parser.add_argument("--without-events", action="store_true", help="leave out the tables of benchmarks/events.py")
    given = parser.parse_args()
    if not (given.gold / "gold.json").is_file():
        print(f"no gold set at {given.gold}: nothing to measure")
        return
    texts = {a["id"]: a for a in json.loads((given.gold / "articles.json").read_text("utf-8"))}
    articles = []
    for gold in json.loads((given.gold / "gold.json").read_text("utf-8"))[: given.first]:
        text, day = texts[gold["id"]]["text"], texts[gold["id"]]["date"]
        articles.append(Labelled(text, day, read_text(text, day), gold))
    print(f"{len(articles)} articles of {given.gold.name}")
    print("commitments   P      R      F1     kind   status due    parties")
    print("  dateline  ", commitments(articles, ours))
    print("  baseline  ", commitments(articles, baseline))
    print("quantities    P      R      F1")
    print("  dateline  ", quantities(articles, our_figures))
    print("  baseline  ", quantities(articles, baseline_figures))
    print("conflicts     P      R      F1")
    print("  dateline  ", conflicts(articles, our_conflicts))
    print("  baseline  ", conflicts(articles, baseline_conflicts))
    times(articles)
    if not given.without_events:
        sys.argv = ["events.py", *(["--first", str(given.first)] if given.first else [])]
        runpy.run_path(str(Path(__file__).with_name("events.py")), run_name="__main__")


if __name__ == "__main__":
    main()
