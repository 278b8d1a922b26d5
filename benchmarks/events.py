"""Events and quantities against people's labels, beside the simplest baselines, in one run.

    python benchmarks/events.py [--first K] [../shared/gold]

Events: the PLV set (events/plv/train.tsv; Lefebvre and Stoehr 2022), a sentence at a time. `pair`: the share of labelled pairs
that an event has as actor and recipient; `type`: on found pairs, whether the type is right, events of k types on one pair sharing
the credit. The set's YIELD is CAMEO's 08, which PLOVER parts into CONCEDE and RETREAT: both count as right in `type`, neither in
`type, strict`. Also the example sentences of PLOVER's own records (events/plover): the share with an event of the right type.
Baseline: the first and the last noun phrase, and the type of the first word that the lexicon lists under any.

Quantities: negotiation/gold.json: equal low number (high where there is none) and overlapping words, one to one.
Baseline: every number with its next noun.

Names are alike when they share more than half of the words of the shorter one, titles and articles aside.
"""

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from dateline.model import Article, Evidence, PageRef, Published, Reading, article_id
from dateline.reading.lexicon import lexicon
from dateline.reading.pipeline import stock
from dateline.reading.quantities.numbers import find_numbers
from dateline.reading.read import read

GOLD = Path(__file__).parents[1] / "../shared/gold"
bare = cache(stock)
YIELD = {"YIELD": {"CONCEDE", "RETREAT"}}
OLDER = {"DEMAND": {"REQUEST"}, "DISAPPROVE": {"ACCUSE"}, "INVESTIGATE": {"ACCUSE"}, "FIGHT": {"ASSAULT"}}
"""Types of PLOVER's first version, which its records still use, in those of today."""

Found = tuple[str, list[str], list[str]]
Span = tuple[int, int]


def reading(text: str, day: str | None = None) -> Reading:
    published = Published()
    if day:
        known = date.fromisoformat(day)
        published = Published(start=known, end=known, basis="stated", evidence=(Evidence("page", day),))
    page = PageRef(source="benchmark", sha256="0" * 64)
    return read(Article(id=article_id(text), page=page, text=text, published=published))


# -- names ---------------------------------------------------------------------------------------------------------

SMALL = set("a an the of and or for in on at to by s its his her their with from al el as".split())  # noqa: SIM905
TITLES = {
    "president",
    "vice",
    "prime",
    "minister",
    "secretary",
    "general",
    "mr",
    "mrs",
    "dr",
    "chief",
    "leader",
    "official",
}
TITLES |= {"spokesman", "ambassador", "king"}


def name_words(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", plain)
    states = {w.casefold(): row["name"].casefold() for row in lexicon("states").values() for w in row["adjectives"]}
    found = {states.get(w, w) for w in re.findall(r"\w+", plain)} - SMALL
    return found - TITLES or found


def alike(a: str, b: str) -> bool:
    first, second = name_words(a), name_words(b)
    return 2 * len(first & second) > min(len(first), len(second))


def met(names: list[str], wanted: str) -> bool:
    return wanted.strip().casefold() in {"an actor", "a recipient"} or any(alike(name, wanted) for name in names)


# -- events --------------------------------------------------------------------------------------------------------


def dateline_events(text: str) -> list[Found]:
    made = reading(text)
    names = {a.id: [a.name, *a.names, *(m.quote for m in a.mentions)] for a in made.actors}
    return [
        (e.type, [n for a in e.actors for n in names[a]], [n for r in e.recipients for n in names[r]])
        for e in made.events
    ]


def baseline_events(text: str) -> list[Found]:
    doc = bare()(text)
    chunks = list(doc.noun_chunks)
    types = {
        word: type_
        for part in ("nouns", "verbs")
        for type_, lists in lexicon("plover")[part].items()
        for line in lists.values()
        for word in line.split()
    }
    type_ = next((types[t.lemma_.lower()] for t in doc if t.lemma_.lower() in types), None)
    return [(type_, [chunks[0].text], [chunks[-1].text])] if type_ and len(chunks) > 1 else []


def score_events(rows: list[dict[str, str]], find: Callable[[str], list[Found]]) -> dict[str, float]:
    made = {text: find(text) for text in dict.fromkeys(row["sentence"] for row in rows)}
    n: Counter[str] = Counter()
    credit = strict = 0.0
    for row in rows:
        found = {
            t
            for t, actors, targets in made[row["sentence"]]
            if met(actors, row["source"]) and met(targets, row["target"])
        }
        gold = YIELD.get(row["gold_root"], {row["gold_root"]})
        n.update(pair=bool(found), any=bool(made[row["sentence"]]))
        credit += 1 / len(found) if found & gold else 0
        strict += 1 / len(found) if row["gold_root"] in found else 0
    pairs = max(1, n["pair"])
    return {
        "pair": n["pair"] / len(rows),
        "type": credit / pairs,
        "type, strict": strict / pairs,
        "both": credit / len(rows),
        "any event": n["any"] / len(rows),
    }


def plover_records(folder: Path) -> list[tuple[str, str]]:
    """Text and type of each record; the file is JSON but for a few stray commas."""
    text = (folder / "events/plover/gold_standard_records/PLOVER_GSR_CAMEO.txt").read_text("utf-8", "replace")
    found = re.findall(r'"event": "([A-Z]+)".*?"text": "((?:[^"\\]|\\.)*)"', text, re.DOTALL)
    return [(body.replace('\\"', '"'), type_) for type_, body in found if type_ != "DOCUMENT"]


def score_types(records: list[tuple[str, str]], find: Callable[[str], list[Found]]) -> dict[str, float]:
    right = 0.0
    for text, type_ in records:
        types = {t for t, _, _ in find(text)}
        right += bool(types & (OLDER.get(type_) or {type_}))
    return {"type": right / len(records)}


# -- quantities ----------------------------------------------------------------------------------------------------


def dateline_quantities(text: str, day: str | None) -> list[tuple[Span, float | None, float | None]]:
    return [((q.anchor.start, q.anchor.end), q.low, q.high) for q in reading(text, day).quantities]


def baseline_quantities(text: str, _: str | None) -> list[tuple[Span, float | None, float | None]]:
    doc = bare()(text)
    made: list[tuple[Span, float | None, float | None]] = []
    for number in find_numbers(text):
        behind = [t for t in doc if t.idx >= number.last]
        nouns = [t for t in takewhile(lambda t: not t.is_sent_start, behind[:6]) if t.pos_ == "NOUN"]
        if nouns:
            made.append(((number.first, nouns[0].idx + len(nouns[0])), number.value, number.value))
    return made


def places(text: str, quote: str) -> list[Span]:
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [m.span() for m in re.finditer(pattern, text)]


def score_quantities(
    folder: Path, first: int | None, find: Callable[[str, str | None], Iterable[Any]]
) -> dict[str, float]:
    articles = {a["id"]: a for a in json.loads((folder / "negotiation/articles.json").read_text("utf-8"))}
    n: Counter[str] = Counter()
    for row in json.loads((folder / "negotiation/gold.json").read_text("utf-8"))[:first]:
        article = articles[row["id"]]
        made = list(find(article["text"], article.get("date")))
        free = set(range(len(made)))
        n.update(made=len(made), gold=len(row["quantities"]))
        for wanted in row["quantities"]:
            side = 1 if wanted["low"] is not None else 2
            spans = places(article["text"], wanted["quote"])
            hits = [
                k
                for k in sorted(free)
                if made[k][side] == wanted["low" if side == 1 else "high"]
                and any(made[k][0][0] < e and s < made[k][0][1] for s, e in spans)
            ]
            free -= set(hits[:1])
            n["hit"] += bool(hits)
    precision, recall = n["hit"] / max(1, n["made"]), n["hit"] / max(1, n["gold"])
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / max(1e-9, precision + recall)}


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--first", type=int, default=None, help="the first K rows, records and articles only")
    given = parser.parse_args()
    if not given.folder.exists():
        print(f"{given.folder} is not there: nothing to measure against")
        return
    with (given.folder / "events/plv/train.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))[: given.first]
    records = plover_records(given.folder)[: given.first]
    tables: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for who, find in (("Dateline", dateline_events), ("baseline", baseline_events)):
        tables[f"PLV, {len(rows)} pairs"][who] = score_events(rows, find)
        tables[f"PLOVER's records, {len(records)} sentences"][who] = score_types(records, find)
    for who, count in (("Dateline", dateline_quantities), ("baseline", baseline_quantities)):
        tables["quantities of negotiations"][who] = score_quantities(given.folder, given.first, count)
    for name, table in tables.items():
        print(name)
        for who, figures in table.items():
            print(f"  {who:10}" + "".join(f"  {key} {value:.3f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
