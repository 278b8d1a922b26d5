"""Linking against the gold sets of ../shared, in one run: names, stories, events that are one. Skips, saying so, what is not there.

    python benchmarks/linking.py [--quick] [--gold FOLDER]

Names: the best F1 over all thresholds of a likeness on JRC-Names' pairs in Latin letters, beside rapidfuzz's ratio and
Jaro-Winkler. Stories: B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of the threads of 383 articles in 69 events, and
of ECB+'s 982 undated articles by its 43 topics and by the 86 events of these that look alike, beside single link over the same vectors
and over plain TF-IDF of the set, each at its best threshold. Events: benchmarks/coreference.py. How linking grows: benchmarks/growth.py.
`--quick` takes every fifth pair of names, every second event of news, and every sixth topic of ECB+.
"""

import argparse
import json
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import coreference
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from dateline.linking import link
from dateline.linking.names import ALIKE, names_alike
from dateline.linking.vectors import Vector, product, unit, vector
from dateline.linking.words import words
from dateline.model import Article, Evidence, PageRef, Published, Reading, article_id

GOLD = Path(__file__).parents[1] / "../shared/gold"
PAIRS = "names/jrcnames_pairs/data/dataset-string-matching_train.txt"
CLUSTERS = "stories/news_cluster/data"
ECB = "stories/ecbplus/ECB+_LREC2014/ECB+"

THRESHOLDS = [k / 100 for k in range(10, 80, 2)]

Pair = tuple[str, str, bool]


def main() -> None:
    """All tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    for table, source in ((names, PAIRS), (stories, CLUSTERS), (look_alikes, ECB)):
        if (args.gold / source).exists():
            table(args.gold / source, quick=args.quick)
        else:
            print(f"skipped {table.__name__}: {args.gold / source} is not there")
    coreference.tables(args.gold, quick=args.quick)


def names(source: Path, *, quick: bool) -> None:
    """The likeness of names."""
    pairs = list(latin_pairs(source))[:: 5 if quick else 1]
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


def latin_pairs(source: Path) -> Iterator[Pair]:
    """The pairs of which every letter is Latin."""
    for line in source.read_text("utf-8").splitlines():
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


def stories(source: Path, *, quick: bool) -> None:
    """The threads of news."""
    read = [json.loads(p.read_text("utf-8")) for p in sorted(source.glob("*.json"))]
    taken = sorted({str(row["newsCluster"]["EventId"]) for row in read})[:: 2 if quick else 1]
    rows = [row for row in read if str(row["newsCluster"]["EventId"]) in taken]
    readings = {r.article.id: (r, row) for row in rows for r in [reading_of(row)]}
    label = {id_: str(row["newsCluster"]["EventId"]) for id_, (_, row) in readings.items()}
    threads("dated news", {id_: r for id_, (r, _) in readings.items()}, {"events": label})


def look_alikes(source: Path, *, quick: bool) -> None:
    """The threads of ECB+: a topic holds two events that look alike, told of in the articles `ecb` and `ecbplus`."""
    readings, topic, event = {}, {}, {}
    for folder in sorted((p for p in source.iterdir() if p.is_dir()), key=lambda p: int(p.name))[:: 6 if quick else 1]:
        for path in sorted(folder.glob("*.xml")):
            text = coreference.words_of(ET.parse(path).getroot())[0]  # noqa: S314 -- a gold set, not a page
            page = PageRef(source=path.name, sha256=path.name)
            reading = Reading(article=Article(id=article_id(text), page=page, text=text))
            id_ = reading.article.id
            readings[id_], topic[id_] = reading, folder.name
            event[id_] = f"{folder.name} {path.stem.rpartition('_')[2].lstrip('0123456789')}"
    threads("ECB+", readings, {"topics": topic, "look-alike events": event})


def threads(name: str, readings: dict[str, Reading], labels: dict[str, dict[str, str]]) -> None:
    """Stories beside single link, over every labelling of one set."""
    record = link(list(readings.values()))
    ours = {id_: vector(r.article) for id_, r in readings.items()}
    rows: dict[str, dict[float, list[list[str]]]] = {
        "single link, the same vectors": single_link(ours),
        "single link, TF-IDF of the set": single_link(tf_idf(readings)),
    }
    for what, label in labels.items():
        print(f"stories: {name}, {len(readings)} articles in {len(set(label.values()))} {what}; B-cubed")
        print(f"  {'':34} {'P':>6} {'R':>6} {'F1':>6} {'from':>6}")
        show("threads (average link, as used)", label, [s.articles for s in record.stories])
        for row, groups in rows.items():
            threshold = max((b_cubed(label, made)[2], t) for t, made in groups.items())[1]
            show(row, label, groups[threshold], f"{threshold:6.2f}")
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


def single_link(vectors: dict[str, Vector]) -> dict[float, list[list[str]]]:
    """For each threshold the groups of two and more that are chained by pairs at least so alike."""
    ids = sorted(vectors)
    alike = (
        (product(vectors[first], vectors[second]), first, second) for k, first in enumerate(ids) for second in ids[:k]
    )
    pairs = sorted((pair for pair in alike if pair[0] >= THRESHOLDS[0]), reverse=True)
    root = {id_: id_ for id_ in ids}

    def top(id_: str) -> str:
        while root[id_] != id_:
            root[id_] = id_ = root[root[id_]]
        return id_

    made, done = {}, 0
    for threshold in reversed(THRESHOLDS):
        while done < len(pairs) and pairs[done][0] >= threshold:
            root[top(pairs[done][1])] = top(pairs[done][2])
            done += 1
        groups = defaultdict(list)
        for id_ in ids:
            groups[top(id_)].append(id_)
        made[threshold] = [group for group in groups.values() if len(group) > 1]
    return made


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


if __name__ == "__main__":
    main()
