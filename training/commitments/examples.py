"""Examples from labelled articles: each verb that may undertake something, its signs, and what the labels make of it."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.api import stated
from dateline.model import Article, PageRef, article_id
from dateline.reading.actors import Cast, find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.learned.tagger import Sight, see, weights
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.commitments.due import Times, day_of
from dateline.reading.commitments.find import find_by_rules
from dateline.reading.commitments.learned.choose import Candidate, Floats, candidates, states_of
from dateline.reading.commitments.learned.head import WIDTH
from dateline.reading.commitments.learned.signs import Sight as Signs
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.speech import Voices
from dateline.reading.parse import parse
from dateline.reading.places import find_places
from dateline.reading.times import date_article, find_times

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "a", "an", "of", "president", "minister", "prime", "mr", "mrs", "ms", "dr", "general"})


@dataclass(frozen=True, slots=True)
class Example:
    """A verb of an article, by the word that it stands in, and its clause; how close that is to each of the labels, by number (0: not at all).

    `ruled` holds where the rules see an undertaking.
    """

    article: str
    word: int
    ruled: bool
    signs: frozenset[str]
    states: tuple[Floats, ...]
    clause: tuple[int, int]
    close: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled article: its name, how the tagger sees it, its labels (kind, status, quote and parties of each), where these stand, and the examples in it.

    `told` gives the actor whom a word means, `names` the spellings of each of them.
    """

    name: str
    sight: Sight
    labels: tuple[Mapping[str, Any], ...]
    places: tuple[tuple[tuple[int, int], ...], ...]
    examples: tuple[Example, ...]
    told: Mapping[int, str]
    names: Mapping[str, tuple[str, ...]]

    def bound(self, label: int) -> frozenset[str] | None:
        """The ids of those whom the label names as parties; None where it does not say who they are."""
        parties = self.labels[label].get("parties")
        if parties is None:
            return None
        return frozenset(i for i, names in self.names.items() if any(alike(p, n) for p in parties for n in names))


def examples_of(folder: Path) -> Iterator[Labelled]:
    """The labelled articles of a folder with `articles.json` and `gold.json`, as the scorer of commitments takes it."""
    articles = {one["id"]: one for one in json.loads((folder / "articles.json").read_text("utf-8"))}
    for row in json.loads((folder / "gold.json").read_text("utf-8")):
        text = articles[row["id"]]["text"]
        labels = tuple(one for one in row["commitments"] if one["quote"] in text)
        where = tuple(tuple(_places(text, one["quote"])) for one in labels)
        name = f"{folder.name} {row['id']}"
        words = [m.span() for m in _WORD.finditer(text)]
        made = []
        sight, ruled, found, cast = _read(text, articles[row["id"]].get("date"))
        for one, states in found:
            clause = one.run[0].idx, one.run[-1].idx + len(one.run[-1])
            close = {k: c for k, places in enumerate(where) if (c := closeness(words, places, clause))}
            word = bisect_right(sight.tokens, one.verb.i) - 1
            made.append(Example(name, max(word, 0), one.verb.i in ruled, one.signs, states, clause, close))
        told = {bisect_right(sight.tokens, t.i) - 1: id_ for t in sight.parsed.doc if (id_ := cast.told_at(t.i))}
        names = {id_: (cast.named(id_).name, *cast.named(id_).names) for id_ in sorted(set(told.values()))}
        yield Labelled(name, sight, labels, where, tuple(made), told, names)


def closeness(words: list[tuple[int, int]], places: Iterable[tuple[int, int]], span: tuple[int, int]) -> float:
    """How well a span agrees with the nearest of the places, as the scorer measures it: shared words over all words.

    0 where less than .4 of them are shared, unless one span holds the other and at least a third of it.
    """
    made, best = _inside(words, span), 0.0
    for place in places:
        label = _inside(words, place)
        short, long = sorted((label, made), key=len)
        shared = len(label & made) / max(1, len(label | made))
        if shared >= 0.4 or (short and short <= long and 3 * len(short) >= len(long)):
            best = max(best, shared)
    return best


def _inside(words: list[tuple[int, int]], span: tuple[int, int]) -> frozenset[int]:
    return frozenset(k for k, (start, end) in enumerate(words) if start < span[1] and end > span[0])


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)]


def fitting(article: Labelled) -> dict[int, int]:
    """The example that fits each label best, by its identity, and that label's number."""
    best: dict[int, int] = {}
    for k in range(len(article.labels)):
        one = max(article.examples, key=lambda e: e.close.get(k, 0.0), default=None)
        if one is not None and one.close.get(k):
            best[id(one)] = k
    return best


def alike(one: str, other: str) -> bool:
    """Whether two names share more than half of the words of the shorter one."""
    a, b = (_telling(name) for name in (one, other))
    return 2 * len(a & b) > min(len(a), len(b))


def _telling(name: str) -> frozenset[str]:
    """The words of a name; titles count only where there is nothing else."""
    held = frozenset(_WORD.findall(name.casefold().replace(".", "")))
    return held - _SMALL or held


def _read(text: str, date: str | None) -> tuple[Sight, set[int], Iterator[tuple[Candidate, tuple[Floats, ...]]], Cast]:
    """How the tagger sees the article, the tokens at which the rules see an undertaking, the candidates and what the encoder saw of them, after all steps of a reading before the choice; and its cast."""
    bare = Article(id=article_id(text), page=PageRef(source="text", sha256=""), text=text)
    parsed = parse(text)
    article = replace(bare, published=stated(date) if date else date_article(bare, parsed))
    times = find_times(parsed, article.published)
    cast = find_cast(article, parsed, find_places(parsed))
    view = View(len(parsed.doc), np.eye(WIDTH, dtype=np.float32))
    attributions = find_attributions(article, parsed, cast, times, article.published, view.show)
    when = Times(parsed.doc, times, day_of(article.published.interval))
    ruled = find_by_rules(article, parsed.doc, Voices(parsed.doc, cast, attributions), when)
    found = candidates(parsed.doc, Signs(parsed.doc, times, attributions))
    sight = see(parsed, by_rules(open_page(parsed)), weights().vocabulary)
    at = {t.i for one in ruled for t in (one.trigger, one.action)}
    return sight, at, ((one, states_of(one, view)) for one in found), cast
