"""Who speaks: sources of hand-marked news resolved to actors, in total and for each class.

    python benchmarks/sources.py [--half A|B] [--first K] [--misses]

The marks are `tests/gold_sets/sources.json` (its rules stand beside it), the articles `../shared/gold/corpora`; where those are absent the
benchmark says so and stops. `given`: the marked source and cue are handed to assembly, which measures resolution alone. `found`: the
reading's own attributions, of which one has to have the marked source (of a carried quotation: its words); `missed` have none.
`head`: the baseline, the actor of the source's head as the cast knows it, pronouns and all.
"""

import argparse
import csv
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Actor, Article, PageRef, Span
from dateline.reading.actors import Cast, find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.attributions.assemble import assemble
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed, parse
from dateline.reading.places import find_places
from dateline.reading.times import date_article, find_times

MARKS = Path(__file__).parents[1] / "tests/gold_sets/sources.json"
CORPORA = Path(__file__).parents[1] / "../shared/gold/corpora"

Sources = list[str | None]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article of the set with its text."""

    id: str
    half: str
    text: str
    sources: list[dict[str, Any]]


def marked() -> Iterator[Marked]:
    """The articles of the set; those whose text is another now are told of and left out."""
    texts: dict[str, dict[str, str]] = {}
    for one in json.loads(MARKS.read_text("utf-8")):
        texts.setdefault(one["file"], {})
        if not texts[one["file"]]:
            texts[one["file"]] = dict(_texts(CORPORA / one["file"]))
        text = texts[one["file"]].get(one["id"], "")
        if hashlib.sha256(text.encode()).hexdigest() == one["sha256"]:
            yield Marked(one["id"], one["half"], text, one["sources"])
        else:
            print(f"left out, its text has changed: {one['file']} {one['id']}")


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as rows:
            yield from ((row["url"], row["text"]) for row in csv.DictReader(rows))
    elif path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from ((str(row["id"]), row["text"]) for row in map(json.loads, lines))
    else:
        yield from ((row["id"], row["text"]) for row in json.loads(path.read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Analysed:
    """A marked article and the steps before attribution; `cast` makes a new one, since later steps add to it."""

    marked: Marked
    article: Article
    parsed: Parsed
    cast: Callable[[], Cast]


def analysed(one: Marked) -> Analysed:
    """The article parsed and dated."""
    article = Article(id=one.id, page=PageRef(source=one.id, sha256=""), text=one.text)
    parsed = parse(one.text)
    places = find_places(parsed)
    return Analysed(one, article, parsed, lambda: find_cast(article, parsed, places))


Answer = tuple[Cast, list[tuple[list[str], Span] | None]]
"""The cast, and for each mark the actors found with where the source stands; None where nothing was found."""


def given(one: Analysed) -> Answer:
    """Resolution of the marked sources alone."""
    cast = one.cast()
    marks = [m for m in one.marked.sources if m["class"] != "carried"]
    found = sorted((_detected(one.parsed, m) for m in marks), key=lambda d: (d.order, d.cue))
    published = date_article(one.article, one.parsed)
    made = assemble(one.article, one.parsed, cast, (), published, found)
    by_place: dict[tuple[int, int], list[str]] = defaultdict(list)
    for said in made:
        if said.source is not None:
            by_place[said.source_anchor[0].start, said.cue[0].start].append(said.source)
    return cast, [
        None if m["class"] == "carried" else (by_place[m["source"][0], m["cue"][0]], Span(*m["source"]))
        for m in one.marked.sources
    ]


def _detected(parsed: Parsed, mark: dict[str, Any]) -> Detected:
    """The mark as a detection whose content is the rest of its sentence."""
    source, cue = Span(*mark["source"]), Span(*mark["cue"])
    sentence = tokens_of(parsed, cue).sent
    taken = sorted((max(s.start, sentence.start_char), s.end) for s in (source, cue))
    edges = [sentence.start_char, *(edge for pair in taken for edge in pair), sentence.end_char]
    rest = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if parsed.text[a:b].strip(" \n.,:;\"'“”")]
    return Detected(source=(source,), cue=(cue,), content=tuple(rest) or (Span(cue.start, cue.end),))


def found(one: Analysed) -> Answer:
    """The reading's own attributions."""
    cast = one.cast()
    published = date_article(one.article, one.parsed)
    made = find_attributions(one.article, one.parsed, cast, find_times(one.parsed, published), published)
    rows: list[tuple[list[str], Span] | None] = []
    for mark in one.marked.sources:
        key = "content" if mark["class"] == "carried" else "source"
        want = Span(*mark[key])
        same = [
            said
            for said in made
            for part in (said.content if key == "content" else said.source_anchor)
            if part.start < want.end and want.start < part.end
        ]
        if key == "source" and len({said.cue for said in same}) > 1:
            nearest = min(same, key=lambda said: abs((said.cue or said.content)[0].start - mark["cue"][0]))
            same = [said for said in same if said.cue == nearest.cue]
        rows.append(([s.source for s in same if s.source is not None], want) if same else None)
    return cast, rows


def head(one: Analysed) -> Answer:
    """The baseline: whom the cast knows by the source's head."""
    cast = one.cast()
    rows: list[tuple[list[str], Span] | None] = []
    for mark in one.marked.sources:
        if mark["class"] == "carried":
            rows.append(None)
            continue
        who = cast.actor_at(*mark["source"])
        rows.append(([who] if who else [], Span(*mark["source"])))
    return cast, rows


def is_right(cast: Cast, row: tuple[list[str], Span], answers: Sequence[Sequence[dict[str, Any]]]) -> bool:
    """Whether the actors are what one of the answers says, part by part."""
    ids = list(dict.fromkeys(row[0]))
    actors = [cast.named(i) for i in ids]
    for parts in answers:
        fits = [[_fits(actor, part, row[1]) for actor in actors] for part in parts]
        if len(actors) == len(parts) and all(any(line) for line in fits):
            return True
    return False


def _fits(actor: Actor, part: dict[str, Any], source: Span) -> bool:
    if "state" in part:
        name = lexicon("states")[part["state"]]["name"]
        return actor.kind in {"state", "organisation"} and name in (actor.name, actor.side)
    if "unnamed" not in part:
        return _mentions(actor, part["at"])
    if actor.kind not in {"unnamed", "group"} and not (
        actor.kind == "organisation" and actor.name.split()[-1].islower()  # "rights organizations"
    ):
        return False
    if "side" in part:
        states = lexicon("states")
        side = states[part["side"]]["name"] if part["side"] in states else part["side"]
        if actor.side != side:
            return False
    if part["unnamed"] == "known":
        return any(m.start < part["at"][1] and part["at"][0] < m.end for m in actor.mentions)
    return part["unnamed"] == "any" or actor.mentions[0].start >= source.start


def _mentions(actor: Actor, at: Sequence[int]) -> bool:
    """Whether a mention ends with these words, or lies in them."""
    return any((m.start < at[1] and m.end == at[1]) or at[0] <= m.start < m.end <= at[1] for m in actor.mentions)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("A", "B"), help="one half of the articles only")
    parser.add_argument("--first", type=int, metavar="K", help="the first K articles only")
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"skipped: no corpora at {CORPORA}")
        return
    ways: dict[str, Callable[[Analysed], Answer]] = {"given": given, "found": found, "head": head}
    counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in ways}
    articles = [one for one in marked() if args.half in (None, one.half)][: args.first]
    for article in articles:
        one = analysed(article)
        for name, way in ways.items():
            tally(counts[name], one, name, *way(one), print_misses=args.misses and name != "head")
    classes = sorted({key for count in counts.values() for key, _ in count})
    print(f"{len(articles)} articles, {sum(len(a.sources) for a in articles)} sources")
    print(f"{'class':12}{'marked':>8}" + "".join(f"{n:>16}" for n in ways) + f"{'missed':>9}")
    for key in [*classes, "all"]:
        keys = classes if key == "all" else [key]
        cells = []
        for count in counts.values():
            right, asked = (sum(count[k, what] for k in keys) for what in ("right", "asked"))
            cells.append(f"{f'{right}/{asked}':>9}{right / asked if asked else float('nan'):7.3f}")
        marks = sum(counts["found"][k, w] for k in keys for w in ("asked", "missed"))
        print(f"{key:12}{marks:8}" + "".join(cells) + f"{sum(counts['found'][k, 'missed'] for k in keys):9}")


def tally(
    count: Counter[tuple[str, str]],
    one: Analysed,
    name: str,
    cast: Cast,
    rows: Sequence[tuple[list[str], Span] | None],
    *,
    print_misses: bool,
) -> None:
    """Adds one article."""
    for mark, row in zip(one.marked.sources, rows, strict=True):
        if row is None:
            count[mark["class"], "missed"] += 1
            continue
        right = is_right(cast, row, mark["answers"])
        count[mark["class"], "asked"] += 1
        count[mark["class"], "right"] += right
        if print_misses and not right:
            text = one.marked.text
            who = [f"{a.name} ({a.kind}, {a.side})" for a in map(cast.named, row[0])]
            print(
                f"{one.marked.half} {name} {mark['class']}: {text[max(0, row[1].start - 60) : row[1].end + 40]!r} -> {who}"
            )


if __name__ == "__main__":
    main()
