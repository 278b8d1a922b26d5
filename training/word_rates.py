"""Counts in how many articles each word stands, for `dateline.linking.words`: run `python training/word_rates.py`.

Reads the corpora and the training parts of the gold sets in ../shared/gold (none of which is used to measure stories),
takes the mean of the collections' shares so that no outlet's subjects rule, and writes src/dateline/linking/weights/word_rates.tsv.
"""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.linking.words import stem, words

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "../shared/gold"
OUT = ROOT / "src/dateline/linking/weights/word_rates.tsv"
LEAST = 5  # of 10,000 articles


def collections() -> Iterator[tuple[str, Iterator[str]]]:
    """Each collection's name and texts."""
    yield "general news", general()
    yield (
        "American politics",
        (p.read_text("utf-8") for p in sorted((GOLD / "attribution/polnear/train/text").glob("*.txt"))),
    )
    yield "Middle East", middle_east()
    timeml = sorted((GOLD / "times/tbaq").rglob("*.tml"))
    yield "agencies of the 1990s", (re.sub(r"<[^>]+>", "", p.read_text("utf-8", "replace")) for p in timeml)


def general() -> Iterator[str]:
    """Mixed news and Wikinews."""
    for row in json.loads((GOLD / "corpora/mixed_news.json").read_text("utf-8")):
        yield f"{row['title']}\n{row['text']}"
    for year in (2019, 2020):
        with (GOLD / f"corpora/wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
            yield from ("\n".join(str(v) for v in row.values()) for row in csv.DictReader(file))


def middle_east() -> Iterator[str]:
    """Every third article of the Tehran Times."""
    with gzip.open(GOLD / "corpora/tehran_times.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % 3 == 0:
                row = json.loads(line)
                yield f"{row['slug'].replace('-', ' ')}\n{row['text']}"


def lower(seen: Counter[bool]) -> int:
    """The share of lower case, of 100."""
    return round(100 * seen[True] / (seen.total() or 1))


def main() -> None:
    """Counts and writes."""
    csv.field_size_limit(10**9)
    shares: Counter[str] = Counter()
    written: dict[str, Counter[bool]] = {}
    names = []
    for name, texts in collections():
        counts: Counter[str] = Counter()
        articles = 0
        for text in texts:
            articles += 1
            counts.update(set(words(text)))
            for before, word in re.findall(r"([^\W\d_]+ )([^\W\d_]+)", text):
                if before[0].islower():
                    written.setdefault(stem(word), Counter())[word[0].islower()] += 1
        names.append(f"{name} ({articles})")
        for word, count in counts.items():
            shares[word] += count / articles  # type: ignore[assignment]
    rates = {word: round(share / len(names) * 10_000) for word, share in shares.items()}
    kept = sorted((word, rate) for word, rate in rates.items() if rate >= LEAST)
    head = (
        f"# word (stemmed), how many of 10,000 articles have it (mean over {', '.join(names)}), "
        "and how many of 100 times it is in lower case after a word in lower case\n"
    )
    lines = (f"{word}\t{rate}\t{lower(written.get(word, Counter()))}\n" for word, rate in kept)
    OUT.write_text(head + "".join(lines), "utf-8")
    print(f"{len(kept)} words in {OUT}")


if __name__ == "__main__":
    main()
