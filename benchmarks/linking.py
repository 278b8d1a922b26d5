"""Linking against the gold sets of ../shared: `python benchmarks/linking.py`. Prints tables; skips, saying so, what is not there.

Names: the best F1 over all thresholds of a likeness on JRC-Names' pairs in Latin letters, beside rapidfuzz's ratio and
Jaro-Winkler. Stories: B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of the threads of 383 articles in 69 events,
beside single link over the same vectors and over plain TF-IDF of the set. Growth: processor seconds to link articles without records.
"""

import gzip
import json
import math
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from dateline.linking import link
from dateline.linking.names import ALIKE, names_alike
from dateline.linking.vectors import Vector, product, unit, vector
from dateline.linking.words import words
from dateline.model import Article, Evidence, PageRef, Published, Reading, article_id

GOLD = Path(__file__).parents[1] / "../shared/gold"
PAIRS = GOLD / "names/jrcnames_pairs/data/dataset-string-matching_train.txt"
CLUSTERS = GOLD / "stories/news_cluster/data"
TEHRAN = GOLD / "corpora/tehran_times.jsonl.gz"

Pair = tuple[str, str, bool]


def main() -> None:
    """All tables."""
    for table, source in ((names, PAIRS), (stories, CLUSTERS), (growth, TEHRAN)):
        if source.exists():
            table()
        else:
            print(f"skipped {table.__name__}: {source} is not there")


def names() -> None:
    """The likeness of names."""
    pairs = list(latin_pairs())
    hard = [p for p in pairs if p[0] != p[1]]
    print(f"names: {len(pairs)} Latin pairs, {len(hard)} of them written differently")
    likenesses: dict[str, Callable[[str, str], float]] = {
        "rapidfuzz ratio": lambda a, b: fuzz.ratio(a, b) / 100,
        "rapidfuzz token sort": lambda a, b: fuzz.token_sort_ratio(a.lower(), b.lower()) / 100,
        "Jaro-Winkler": JaroWinkler.similarity,
        "names_alike": names_alike,
    }
    print(f"  {'':22} {'F1':>6} {'P':>6} {'R':>6} {'from':>6}   {'F1':>6} (written differently)")
    for name, likeness in likenesses.items():
        f1, precision, recall, threshold = best(pairs, likeness)
        print(f"  {name:22} {f1:6.3f} {precision:6.3f} {recall:6.3f} {threshold:6.2f}   {best(hard, likeness)[0]:6.3f}")
    f1, precision, recall = scored(pairs, lambda a, b: names_alike(a, b) >= ALIKE)
    print(f"  {'names_alike, as used':22} {f1:6.3f} {precision:6.3f} {recall:6.3f} {ALIKE:6.2f}\n")


def latin_pairs() -> Iterator[Pair]:
    """The pairs of which every letter is Latin."""
    for line in PAIRS.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) == 3 and all("LATIN" in unicodedata.name(c, "") for c in parts[0] + parts[1] if c.isalpha()):
            yield parts[0], parts[1], parts[2] == "TRUE"


def best(pairs: Sequence[Pair], likeness: Callable[[str, str], float]) -> tuple[float, float, float, float]:
    """The best F1 of a threshold, with precision, recall and the threshold."""
    ranked = sorted(((likeness(a, b), same) for a, b, same in pairs), key=lambda r: -r[0])
    wanted = sum(same for _, same in ranked)
    found, top = 0, (0.0, 0.0, 0.0, 0.0)
    for k, (alike, same) in enumerate(ranked):
        found += same
        last = k + 1 == len(ranked) or ranked[k + 1][0] != alike
        if last and found:
            precision, recall = found / (k + 1), found / wanted
            top = max(top, (2 * precision * recall / (precision + recall), precision, recall, alike))
    return top


def scored(pairs: Sequence[Pair], match: Callable[[str, str], bool]) -> tuple[float, float, float]:
    """F1, precision and recall of a match."""
    said = [(match(a, b), same) for a, b, same in pairs]
    both = sum(m and same for m, same in said)
    precision, recall = both / max(1, sum(m for m, _ in said)), both / max(1, sum(same for _, same in said))
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def stories() -> None:
    """The threads."""
    read = [json.loads(p.read_text("utf-8")) for p in sorted(CLUSTERS.glob("*.json"))]
    label = {a.article.id: str(row["newsCluster"]["EventId"]) for row in read for a in [reading_of(row)]}
    readings = {r.article.id: r for r in map(reading_of, read)}
    print(f"stories: {len(readings)} articles in {len(set(label.values()))} events; B-cubed")
    print(f"  {'':34} {'P':>6} {'R':>6} {'F1':>6} {'from':>6}")
    record = link(list(readings.values()))
    show("threads (average link, as used)", label, [s.articles for s in record.stories])
    ours = {id_: vector(r.article) for id_, r in readings.items()}
    for name, vectors in (
        ("single link, the same vectors", ours),
        ("single link, TF-IDF of the set", tf_idf(readings)),
    ):
        scores = ((b_cubed(label, single_link(vectors, t))[2], t) for t in (k / 100 for k in range(10, 60, 2)))
        threshold = max(scores)[1]
        show(name, label, single_link(vectors, threshold), f"{threshold:6.2f}")
    print()


def reading_of(row: dict[str, str]) -> Reading:
    """An article of the set, dated, without records."""
    text, day = row["text"] or " ", date.fromisoformat(row["date_publish"][:10])
    published = Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", str(day)),))
    page = PageRef(source=row["dId"], sha256=row["dId"])
    return Reading(
        article=Article(id=article_id(text), page=page, text=text, headline=row["title"], published=published)
    )


def tf_idf(readings: dict[str, Reading]) -> dict[str, Vector]:
    """Unit vectors with the articles' own document frequencies."""
    counts = {id_: Counter(words(f"{r.article.headline} {r.article.text}")) for id_, r in readings.items()}
    having = Counter(word for count in counts.values() for word in count)
    return {
        id_: unit({w: (1 + math.log(n)) * math.log(len(counts) / having[w]) for w, n in sorted(count.items())})
        for id_, count in counts.items()
    }


def single_link(vectors: dict[str, Vector], threshold: float) -> list[list[str]]:
    """Groups of two and more that are chained by pairs at least so alike."""
    ids = sorted(vectors)
    root = {id_: id_ for id_ in ids}

    def top(id_: str) -> str:
        while root[id_] != id_:
            id_ = root[id_]
        return id_

    for k, first in enumerate(ids):
        for second in ids[:k]:
            if top(first) != top(second) and product(vectors[first], vectors[second]) >= threshold:
                root[top(first)] = top(second)
    groups = defaultdict(list)
    for id_ in ids:
        groups[top(id_)].append(id_)
    return [group for group in groups.values() if len(group) > 1]


def show(name: str, label: dict[str, str], groups: Iterable[Sequence[str]], threshold: str = "") -> None:
    """A line of the table."""
    precision, recall, f1 = b_cubed(label, groups)
    print(f"  {name:34} {precision:6.3f} {recall:6.3f} {f1:6.3f} {threshold}")


def b_cubed(label: dict[str, str], groups: Iterable[Sequence[str]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1; what is in no group is alone."""
    group = {id_: frozenset((id_,)) for id_ in label} | {id_: frozenset(g) for g in groups for id_ in g}
    event = defaultdict(set)
    for id_, name in label.items():
        event[name].add(id_)
    shared = {id_: len(group[id_] & event[label[id_]]) for id_ in label}
    precision = sum(shared[i] / len(group[i]) for i in label) / len(label)
    recall = sum(shared[i] / len(event[label[i]]) for i in label) / len(label)
    return precision, recall, 2 * precision * recall / (precision + recall)


def growth() -> None:
    """Seconds by number of articles (texts only: copies, stories)."""
    with gzip.open(TEHRAN, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for number, line in enumerate(file) if number % 3 == 0]
    readings = []
    for row in rows:
        page = PageRef(source=row["slug"], sha256="0" * 64)
        headline = row["slug"].replace("-", " ")
        readings.append(
            Reading(article=Article(id=article_id(row["text"]), page=page, text=row["text"], headline=headline))
        )
    print(f"growth: articles, processor seconds to link, per 1,000\n{'':2}", end="")
    for number in (500, 1000, 2000, 4000):
        start = time.process_time()
        link(readings[:number])
        took = time.process_time() - start
        print(f"{number} {took:.1f} ({1000 * took / number:.1f})", end="   ", flush=True)
    print()


if __name__ == "__main__":
    main()
