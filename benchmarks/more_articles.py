"""More labelled articles for commitments, quantities and conflicts: the labels as offsets, the texts from ../shared.

    .venv/bin/python benchmarks/more_articles.py FOLDER [PART ...]
    .venv/bin/python benchmarks/more_articles.py FOLDER unread
    .venv/bin/python ../shared/score/score_negotiation.py FOLDER

Writes FOLDER/articles.json and FOLDER/gold.json for the scorer; with `unread` articles that nobody labelled (unread_articles.tsv), for
training. 664 articles by the guidelines of ../shared/gold/negotiation, drawn
by chance from its corpora and from Timeline17, read before the program's output was looked at:
  P          20, two readings, what both marked     rules mended on, head trained on
  Q          20, two readings, settled by a third   rules mended on, head trained on
  R          26, one reading                        rules mended on, head trained on
  I to L, N, O, T to Z  13 parts of 26, one reading  head trained on; three classes of kinds mended on J, K and L
  BB, BD, BH, CA  four parts of 26, one reading     head and layers trained on; quantities mended on
  BA, BE to BG  four parts of 26, one reading        the bars of what is added chosen by them, then the layers trained on
  S, S2      26, two readings                       kept aside: only scored, never looked at
  H, H2      26, two readings                       kept aside: only scored, never looked at
The two readings of S agree at F1 .89 for commitments (kind .92, status .91, parties .91), those of H at .89 (.96, .99, .97).
"""

import csv
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TRAINED = ["P", "Q", "R", *"IJKLNOTUVWXYZ", "BB", "BD", "BH", "CA", "BA", "BE", "BF", "BG"]
"""What the layers are trained on; the shipped head was without the last four."""

LABELS = Path(__file__).with_name("more_articles.json")
UNREAD = Path(__file__).with_name("unread_articles.tsv")
CRISES = (
    *("LibyaWar_cnn", "LibyaWar_reuters", "haiti_bbc", "bpoil_bbc", "bpoil_foxnews", "bpoil_guardian", "bpoil_reuters"),
    *("bpoil_washingtonpost", "H1N1_bbc", "H1N1_reuters", "H1N1_guardian", "Finan_washingtonpost", "MJ_bbc"),
)
GOLD = Path(__file__).parents[2] / "shared" / "gold"


def texts() -> Iterator[tuple[str, str, str]]:
    """Source, key and text of every article that a label may stand for."""
    with gzip.open(GOLD / "corpora" / "tehran_times.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield "tehran_times", str(row["id"]), row["text"]
    csv.field_size_limit(1 << 30)
    for year in (2019, 2020):
        with (GOLD / "corpora" / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield "wikinews", row["url"].split("/wiki/")[1], row["text"].strip()
    for source in CRISES:
        with (GOLD / "timelines" / "t17" / source / "articles.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield source, str(row["id"]), row["text"] if isinstance(row["text"], str) else "\n".join(row["text"])


def unfolded(value: Any, text: str) -> Any:  # noqa: ANN401 -- whatever a label holds
    """The label with its offsets as the words that stand there: {"at": [3, 9]} becomes those six characters."""
    if isinstance(value, dict):
        return text[slice(*value["at"])] if list(value) == ["at"] else {k: unfolded(v, text) for k, v in value.items()}
    return [unfolded(v, text) for v in value] if isinstance(value, list) else value


Rows = dict[tuple[str, str], dict[str, Any]]


def labelled(parts: list[str]) -> Rows:
    """The labelled articles of the parts, by source and key."""
    return {(r["src"], r["key"]): r for r in json.loads(LABELS.read_text("utf-8")) if r["part"] in parts}


def unread() -> Rows:
    """Articles that nobody labelled, by source and key."""
    rows = (line.split("\t") for line in UNREAD.read_text("utf-8").splitlines())
    nothing: dict[str, Any] = {"commitments": [], "quantities": [], "conflicts": [], "text": None}
    return {(src, key): {**nothing, "id": f"{src} {key}", "date": date or None} for src, key, date in rows}


def main() -> int:
    """Writes the folder."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    if not GOLD.exists():
        print(f"{GOLD} is not there: the texts of the labelled articles cannot be read")
        return 1
    folder, parts = Path(sys.argv[1]), sys.argv[2:] or TRAINED
    rows = unread() if parts == ["unread"] else labelled(parts)
    articles, gold = [], []
    for source, key, text in texts():
        row = rows.pop((source, key), None)
        if row is None:
            continue
        if row["text"] not in (None, hashlib.sha256(text.encode()).hexdigest()[:16]):
            print(f"{source} {key} is not the text that was labelled: left out")
            continue
        articles.append({"id": row["id"], "src": source, "key": key, "date": row["date"], "title": None, "text": text})
        gold.append(
            {"id": row["id"], **{k: unfolded(row[k], text) for k in ("commitments", "quantities", "conflicts")}}
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in (("articles", articles), ("gold", gold)):
        (folder / f"{name}.json").write_text(json.dumps(made, ensure_ascii=False, indent=1), "utf-8")
    print(f"{len(articles)} articles written to {folder}; {len(rows)} not found in {GOLD}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
