"""Bodies, titles and days of saved news pages, beside plain trafilatura, in one run.

    python benchmarks/pages.py [--worst K] [../shared/gold/pages/fundus]

Body: shingles of four words, counted as bags; precision and recall are means over pages, F1 is made of the two means (as in
scrapinghub's article-extraction-benchmark). Title: the same words. Day: the same day. `one` is the share of pages with
exactly one article. The gold text of a page is its summary, headings and paragraphs.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from dateline.model import Page
from dateline.pages import cut

GOLD = Path(__file__).parents[1] / "../shared/gold/pages/fundus"


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", text or "")


def shingles(text: str | None, n: int = 4) -> Counter[tuple[str, ...]]:
    found = words(text)
    return Counter(tuple(found[k : k + n]) for k in range(max(1, len(found) - n + 1)) if found)


def pages(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Each page's name, bytes, and what people say is in it; a page belongs to the latest version made before it was saved."""
    for info in sorted(folder.glob("*/meta.info")):
        saved = json.loads(info.read_text("utf-8"))
        for gold in sorted(info.parent.glob("*.json")):
            versions = json.loads(gold.read_text("utf-8"))
            files = sorted(info.parent.glob(gold.stem + "_2*.html.gz"))
            for file, version in zip(files, versions.values(), strict=False):
                yield file.name, gzip.decompress(file.read_bytes()), version | saved.get(file.name, {})


def body_of(gold: dict[str, Any]) -> str:
    body = gold.get("body") or {}
    parts = list(body.get("summary", []))
    for section in body.get("sections", []):
        parts += [*section.get("headline", []), *section.get("paragraphs", [])]
    return "\n".join(parts)


def scores(gold: str, made: str | None) -> tuple[float | None, float]:
    a, b = shingles(gold), shingles(made)
    hit = sum((a & b).values())
    return (hit / sum(b.values()) if b else None), hit / sum(a.values()) if a else 0.0


def mean(values: list[float | None]) -> float:
    kept = [v for v in values if v is not None]
    return sum(kept) / len(kept) if kept else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--worst", type=int, default=0, metavar="K")
    args = parser.parse_args()
    if not args.folder.is_dir():
        print(f"{args.folder} is not there: nothing is measured")
        return
    rows: dict[str, list[tuple[float | None, float]]] = {"dateline": [], "trafilatura": []}
    right: dict[str, Counter[str]] = {"dateline": Counter(), "trafilatura": Counter()}
    took = {"dateline": 0.0, "trafilatura": 0.0}
    notes = []
    count = 0
    for name, content, gold in pages(args.folder):
        count += 1
        want = body_of(gold)
        began = time.perf_counter()
        made = cut(Page(source=name, content=content)).articles
        took["dateline"] += time.perf_counter() - began
        began = time.perf_counter()
        plain = bare_extraction(content, include_comments=False, with_metadata=True)
        took["trafilatura"] += time.perf_counter() - began
        best = max(made, key=lambda a: len(a.text), default=None)
        day = str(gold.get("publishing_date") or "")[:10]
        answers = {
            "dateline": (
                best.text if best else None,
                best.headline if best else None,
                str(best.published.start) if best else "",
            ),
            "trafilatura": (plain.text, plain.title, str(plain.date))
            if plain and not isinstance(plain, dict)
            else (None, None, ""),
        }
        right["dateline"]["one"] += len(made) == 1
        for who, (text, title, published) in answers.items():
            rows[who].append(scores(want, text))
            right[who]["title"] += words(title) == words(gold.get("title"))
            right[who]["day"] += published == day
        (p, r), (q, s) = rows["dateline"][-1], rows["trafilatura"][-1]
        notes.append(
            (
                2 * (p or 0) * r / ((p or 0) + r or 1),
                name,
                f"P {p or 0:.3f} R {r:.3f}  trafilatura P {q or 0:.3f} R {s:.3f}",
            )
        )
        for what, k in (("title", 1), ("day", 2)):
            gold_says = gold.get("title") if k == 1 else day
            if (words(str(answers["dateline"][k])) != words(gold_says)) and args.worst:
                print(
                    f"  {what}: {name}: {answers['dateline'][k]!r}, gold {gold_says!r}, trafilatura {answers['trafilatura'][k]!r}"
                )
    print(f"{count} pages\n{'':12} {'F1':>6} {'P':>6} {'R':>6} {'title':>6} {'day':>6} {'one':>6} {'s':>6}")
    for who, found in rows.items():
        p, r = mean([x for x, _ in found]), mean([y for _, y in found])
        share = {k: right[who][k] / count for k in ("title", "day", "one")}
        print(
            f"{who:12} {2 * p * r / (p + r):6.3f} {p:6.3f} {r:6.3f} {share['title']:6.3f} {share['day']:6.3f} {share['one']:6.3f} {took[who]:6.1f}"
        )
    for _, name, note in sorted(notes)[: args.worst]:
        print(f"  {note}  {name}")


if __name__ == "__main__":
    main()
