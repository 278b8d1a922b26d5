"""Attributions on PolNeAR's dev articles: exact and overlap F1 of source, cue and content, whole attributions, words per second.

Ours stands beside our rules alone, a baseline over spaCy's dependencies (the nearest quotation, else the clause, of a reporting
verb, with the verb's subject) and textacy's quotation extraction, where textacy is installed. Speed is that of the step itself; the
parse, which all of them need, has its own line. What PolNeAR's annotators reach against one another, on the training articles that
several of them read, shows how far exact spans can be agreed on at all. PolNeAR (Newell et al. 2018) is read from `../shared/gold`; where it is absent the
benchmark says so and stops.

    python benchmarks/attribution.py [--first K] [--part dev]
"""

import argparse
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from spacy.tokens import Token

from dateline.reading.attributions.detect import detect
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import Parsed, parse

GOLD = Path(__file__).parents[1] / "../shared/gold/attribution/polnear"
ROLES = ("source", "cue", "content")
HALF = 0.5
VERBS = frozenset(("say", "tell", "add", "announce", "report", "claim", "write", "ask", "warn", "deny", "confirm"))

Segments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as stretches of the text, annotated or found."""

    source: Segments
    cue: Segments
    content: Segments


def annotated(folder: Path) -> Iterator[tuple[str, list[list[Marked]]]]:
    """The text of each article, and the attributions by each of its annotators."""
    for path in sorted(folder.glob("text/*.txt")):
        text = path.read_bytes().decode()
        files = sorted(folder.glob(f"attributions/{path.stem}_*.ann"))
        if files:
            yield text, [_marked(file.read_bytes().decode(), text) for file in files]


def _marked(ann: str, text: str) -> list[Marked]:
    spans = {
        m[1]: [(int(a), int(b)) for a, b in (pair.split() for pair in m[2].split(";"))]
        for m in re.finditer(r"^(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t", ann, re.MULTILINE)
    }
    found = []
    for line in re.findall(r"^E\d+\t(.*)$", ann, re.MULTILINE):
        parts: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for role, key in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", line):
            parts[role.lower()] += spans.get(key, [])
        found.append(Marked(*(_joined(parts[role], text) for role in ROLES)))
    return found


def _joined(segments: list[tuple[int, int]], text: str) -> Segments:
    """Sorted, without white space at the ends; those with only white space between them made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(segments):
        inner = text[start:end]
        first, last = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
        if made and not text[made[-1][1] : first].strip():
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        elif last > first:
            made.append((first, last))
    return tuple(made)


def ours(parsed: Parsed) -> list[Marked]:
    """What the reading detects."""
    return _marks(detect(parsed), parsed.text)


def rules(parsed: Parsed) -> list[Marked]:
    """What the rules detect without the tagger."""
    return _marks(by_rules(open_page(parsed)), parsed.text)


def _marks(detected: list[Detected], text: str) -> list[Marked]:
    return [
        Marked(*(_joined([(s.start, s.end) for s in spans], text) for spans in (one.source, one.cue, one.content)))
        for one in detected
    ]


def dependencies(parsed: Parsed) -> list[Marked]:
    """Each reporting verb with its subject's phrase and the nearest quotation of its paragraph, else its clause."""
    quotes = [m.span() for m in re.finditer(r"“[^”\n]*”|\"[^\"\n]*\"|''[^'\n]*''", parsed.text)]
    found = []
    for verb in parsed.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in VERBS or any(a <= verb.idx < b for a, b in quotes):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        paragraph = parsed.paragraphs[parsed.paragraph_of(verb.idx)]
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        near = sorted((_gap(q, verb.idx), q) for q in quotes if paragraph.start <= q[0] < paragraph.end)
        if near and near[0][0] < 60:
            content = near[0][1]
        elif clause is not None:
            content = (clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge))
        else:
            continue
        source = () if subject is None else ((subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)),)
        found.append(Marked(source, ((verb.idx, verb.idx + len(verb)),), (content,)))
    return found


def textacy_finder() -> Callable[[Parsed], list[Marked]] | None:
    """Textacy's quotations, or None where textacy is not installed. It knows direct speech only."""
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return None

    def find(parsed: Parsed) -> list[Marked]:
        found = []
        for paragraph in parsed.paragraphs:
            span = parsed.doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
            if span is None:
                continue
            try:
                quotations = list(direct_quotations(span.as_doc()))
            except ValueError:
                continue  # it gives up where a quotation is not closed; given whole articles it would mostly do so
            for one in quotations:
                parts = (one.speaker, one.cue, [one.content[0], one.content[-1]])
                found.append(Marked(*(tuple(_stretch(list(tokens), span.start_char)) for tokens in parts)))
        return found

    return find


def _stretch(tokens: list[Token], before: int) -> list[tuple[int, int]]:
    return [(before + tokens[0].idx, before + tokens[-1].idx + len(tokens[-1]))] if tokens else []


def _gap(quote: tuple[int, int], at: int) -> int:
    return min(abs(quote[0] - at), abs(at - quote[1]))


def tally(count: Counter[tuple[str, str, str]], gold: list[Marked], made: list[Marked]) -> None:
    """Adds one article: whole spans that are equal, and spans that share a character with one of the other side."""
    for role in ROLES:
        a, b = ({getattr(one, role) for one in side if getattr(one, role)} for side in (gold, made))
        count[role, "exact", "hit"] += len(a & b)
        count[role, "overlap", "recalled"] += sum(any(_overlap(x, y) for y in b) for x in a)
        count[role, "overlap", "right"] += sum(any(_overlap(x, y) for x in a) for y in b)
        count[role, "", "gold"] += len(a)
        count[role, "", "made"] += len(b)
    count["whole", "exact", "hit"] += _whole(gold, made)
    count["whole", "", "gold"] += sum(bool(one.content) for one in gold)
    count["whole", "", "made"] += len(made)


def among_people(folder: Path) -> Counter[tuple[str, str, str]]:
    """Every annotator against every other one of the same article."""
    count: Counter[tuple[str, str, str]] = Counter()
    for _, readings in annotated(folder):
        for one, other in permutations(readings, 2):
            tally(count, one, other)
    return count


def _whole(gold: list[Marked], made: list[Marked]) -> int:
    """How many attributions have one of their own with half of the content's characters in common and a source that overlaps."""
    free, hits = list(made), 0
    for one in gold:
        for other in free:
            agrees = not one.source or _overlap(one.source, other.source)
            if one.content and agrees and _shared(one.content, other.content) >= HALF:
                free.remove(other)
                hits += 1
                break
    return hits


def _shared(one: Segments, other: Segments) -> float:
    """Characters in both over characters in either."""
    a, b = ({i for start, end in side for i in range(start, end)} for side in (one, other))
    return len(a & b) / max(1, len(a | b))


def _overlap(one: Segments, other: Segments) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=None, metavar="K", help="only the first K articles")
    parser.add_argument("--part", default="dev", help="the folder of the gold set (default dev)")
    args = parser.parse_args()
    folder = GOLD / args.part
    if not folder.is_dir():
        print(f"skipped: no gold set at {folder}")
        return
    articles = list(annotated(folder))[: args.first]
    finders: dict[str, Callable[[Parsed], list[Marked]]] = {
        "dateline": ours,
        "rules": rules,
        "dependency": dependencies,
    }
    quotations = textacy_finder()
    if quotations is None:
        print("skipped: textacy is not installed")
    else:
        finders["textacy"] = quotations
    counts: dict[str, Counter[tuple[str, str, str]]] = {name: Counter() for name in finders}
    seconds = dict.fromkeys(("parse", *finders), 0.0)
    words = 0
    parse("Warm.")
    for text, [gold, *_] in articles:
        words += len(text.split())
        started = time.perf_counter()
        parsed = parse(text)
        seconds["parse"] += time.perf_counter() - started
        for name, find in finders.items():
            started = time.perf_counter()
            made = find(parsed)
            seconds[name] += time.perf_counter() - started
            tally(counts[name], gold, made)
    counts["annotators"] = among_people(GOLD / "train")
    print(f"PolNeAR {args.part}: {len(articles)} articles, {words} words")
    print(f"{'F1':12}{'role':10}{'gold':>7}{'made':>7}{'exact':>8}{'overlap':>9}")
    for name, count in counts.items():
        for role in ROLES:
            gold_n, made_n = count[role, "", "gold"], count[role, "", "made"]
            exact = count[role, "exact", "hit"]
            close = f1(
                count[role, "overlap", "right"] / max(1, made_n), count[role, "overlap", "recalled"] / max(1, gold_n)
            )
            strict = f1(exact / max(1, made_n), exact / max(1, gold_n))
            print(f"{name:12}{role:10}{gold_n:7}{made_n:7}{strict:8.3f}{close:9.3f}")
        hits = count["whole", "exact", "hit"]
        whole = f1(hits / max(1, count["whole", "", "made"]), hits / max(1, count["whole", "", "gold"]))
        print(f"{name:12}{'whole':10}{count['whole', '', 'gold']:7}{count['whole', '', 'made']:7}{whole:8.3f}")
    for name, spent in seconds.items():
        print(f"{name}: {words / spent:,.0f} words a second, {spent / seconds['parse']:.2f} times the parse")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
