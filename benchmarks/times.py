"""Time expressions against the gold sets, and the dating of articles whose dates are taken away.

    python benchmarks/times.py [--first K] [--gold FOLDER]

Spans, types and values: TimeBank and AQUAINT (TimeML; the day of writing is given), by halves: the errors in every other
article from the first were read while the rules were written; the rest tells whether a rule carries over, though older
rules were weighed on both. Strict: equal ends; relaxed: they overlap; value and type: F1 of relaxed matches that agree, as
in TempEval-3.

Dating: Wikinews (its first line, the date, is cut off) and news_cluster without their dates. `given`: some bound was found;
`holds`: the share of those whose interval holds the true day; `bounded`: both sides known; `exact`: one day, the true one.
"""

import argparse
import csv
import html
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from dateline.model import Article, Evidence, PageRef, Published
from dateline.reading.parse import parse
from dateline.reading.times import date_article, find_times

GOLD = Path(__file__).parents[1] / "../shared/gold"
_PIECE = re.compile(r"<(/?)([\w-]+)([^>]*)>|<!--.*?-->|&[#\w]+;|[^<&]+|[<&]", re.DOTALL)
_DAY = re.compile(
    r'(?:<DCT>|CREATION_TIME).*?value="(\d{4}-\d\d-\d\d)|value="(\d{4}-\d\d-\d\d)[^>]*CREATION_TIME', re.DOTALL
)

Expression = tuple[int, int, str, str]


def timeml(path: Path) -> tuple[str, list[Expression], str | None]:
    """The text, its TIMEX3 expressions and the day of writing of one TimeML file."""
    raw = path.read_text("utf-8", "replace")
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    day = _DAY.search(raw)
    text, still_open, found = "", [], []
    for piece in _PIECE.finditer(body[1] if body else ""):
        if piece[2] == "TIMEX3" and not piece[1]:
            still_open.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece[3]))))
        elif piece[2] == "TIMEX3":
            start, given = still_open.pop()
            if text[start:].strip():
                found.append((start, len(text.rstrip()), given.get("type", ""), given.get("value", "")))
        elif not piece[2] and not piece[0].startswith("<!--"):
            text += html.unescape(piece[0])
    return text, found, (day[1] or day[2]) if day else None


def known(day: str | None) -> Published:
    if day is None:
        return Published()
    written = date.fromisoformat(day)
    return Published(start=written, end=written, basis="metadata", evidence=(Evidence("metadata", day),))


def count(text: str, gold: list[Expression], day: str | None) -> tuple[Counter[str], float]:
    """How many expressions agree in one article, and the seconds that finding them took, parsing left out."""
    parsed = parse(text)
    begun = time.perf_counter()
    made = [(t.anchor.start, t.anchor.end, t.type, t.value) for t in find_times(parsed, known(day))]
    took = time.perf_counter() - begun
    n = Counter(gold=len(gold), made=len(made))
    free = set(range(len(made)))
    for start, end, kind, value in gold:
        over = {k: min(end, made[k][1]) - max(start, made[k][0]) for k in free}
        best = max(over, key=lambda k: (over[k], -k), default=None)
        if best is None or over[best] <= 0:
            continue
        free.discard(best)
        n["relaxed"] += 1
        n["strict"] += made[best][:2] == (start, end)
        n["type"] += made[best][2] == kind
        n["value"] += made[best][3] == value
    return n, took


def show_expressions(folder: Path, first: int | None) -> None:
    paths = sorted(folder.rglob("*.tml"))[:first]
    print(f"{'':28}{'articles':>9}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}{'ms each':>9}")
    for name, part in (("odd files", paths[0::2]), ("even files", paths[1::2])):
        total: Counter[str] = Counter()
        took = 0.0
        for path in part:
            n, seconds = count(*timeml(path))
            total += n
            took += seconds
        both = total["gold"] + total["made"]
        figures = "".join(f"{2 * total[m] / both:9.3f}" for m in ("strict", "relaxed", "type", "value")) if both else ""
        print(f"{name:28}{len(part):9}{figures}{1000 * took / max(1, len(part)):9.2f}")


def wikinews(gold: Path) -> Iterator[tuple[str, date]]:
    csv.field_size_limit(sys.maxsize)
    for path in sorted((gold / "corpora").glob("wikinews_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row["text"].partition("\n")[2], date.fromisoformat(row["date"][:10])


def news_cluster(gold: Path) -> Iterator[tuple[str, date]]:
    for path in sorted((gold / "stories/news_cluster/data").glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        if row.get("text") and row.get("date_publish"):
            yield row["text"], date.fromisoformat(row["date_publish"][:10])


def show_dating(name: str, articles: list[tuple[str, date]]) -> None:
    given = holds = exact = 0
    widths: list[int] = []
    for text, day in articles:
        article = Article(id="article", page=PageRef(source=name, sha256=""), text=text)
        published = date_article(article, parse(text))
        if published.basis == "unknown":
            continue
        given += 1
        holds += published.interval.holds(day)
        exact += published.interval.day == day
        if published.interval.days is not None:
            widths.append(published.interval.days)
    middle = f"{median(widths):.0f}" if widths else "-"
    share = f"{holds / given:.3f}" if given else "-"
    print(f"{name:20}{len(articles):9}{given:8}{share:>8}{len(widths):9}{middle:>13}{exact:7}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, metavar="K", help="the first K articles of each set only")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    if not args.gold.is_dir():
        print(f"skipped: no gold sets at {args.gold}")
        return
    show_expressions(args.gold / "times/tbaq", args.first)
    print(f"\n{'dating':20}{'articles':>9}{'given':>8}{'holds':>8}{'bounded':>9}{'median days':>13}{'exact':>7}")
    show_dating("Wikinews", list(wikinews(args.gold))[: args.first])
    show_dating("news_cluster", list(news_cluster(args.gold))[: args.first])


if __name__ == "__main__":
    main()
