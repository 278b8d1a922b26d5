"""Examples from labelled articles: each verb that may undertake something, its signs, and what the labels make of it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline import read_text
from dateline.reading.actors import find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.commitments.due import Times, day_of
from dateline.reading.commitments.find import find_by_rules
from dateline.reading.commitments.learned.choose import Candidate, Floats, candidates, states_of
from dateline.reading.commitments.learned.head import WIDTH
from dateline.reading.commitments.learned.signs import Sight
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.speech import Voices
from dateline.reading.parse import parse
from dateline.reading.places import find_places
from dateline.reading.times import find_times

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """A verb of an article and its clause; how close that is to each of the article's labels, by number (0: not at all)."""

    article: str
    signs: frozenset[str]
    states: tuple[Floats, ...]
    clause: tuple[int, int]
    close: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled article: its name, its text, its labels (kind, status and quote of each) and the examples in it."""

    name: str
    text: str
    labels: tuple[Mapping[str, Any], ...]
    examples: tuple[Example, ...]


def examples_of(folder: Path) -> Iterator[Labelled]:
    """The labelled articles of a folder with `articles.json` and `gold.json`, as the scorer of commitments takes it."""
    articles = {one["id"]: one for one in json.loads((folder / "articles.json").read_text("utf-8"))}
    for row in json.loads((folder / "gold.json").read_text("utf-8")):
        text = articles[row["id"]]["text"]
        labels = tuple(one for one in row["commitments"] if one["quote"] in text)
        where = [_places(text, one["quote"]) for one in labels]
        name = f"{folder.name} {row['id']}"
        words = [m.span() for m in _WORD.finditer(text)]
        made = []
        for one, states in _candidates(text, articles[row["id"]].get("date")):
            clause = one.run[0].idx, one.run[-1].idx + len(one.run[-1])
            close = {k: c for k, places in enumerate(where) if (c := closeness(words, places, clause))}
            made.append(Example(name, one.signs, states, clause, close))
        yield Labelled(name, text, labels, tuple(made))


def closeness(words: list[tuple[int, int]], places: list[tuple[int, int]], span: tuple[int, int]) -> float:
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


def _candidates(text: str, date: str | None) -> Iterator[tuple[Candidate, tuple[Floats, ...]]]:
    """The article's candidates and what the encoder saw of them: the steps of a reading as far as the rules' undertakings."""
    article = read_text(text, date).article
    parsed = parse(article.text)
    times = find_times(parsed, article.published)
    cast = find_cast(article, parsed, find_places(parsed))
    view = View(len(parsed.doc), np.eye(WIDTH, dtype=np.float32))
    attributions = find_attributions(article, parsed, cast, times, article.published, view.show)
    when = Times(parsed.doc, times, day_of(article.published.interval))
    ruled = find_by_rules(article, parsed.doc, Voices(parsed.doc, cast, attributions), when)
    for one in candidates(parsed.doc, Sight(parsed.doc, times, attributions, ruled)):
        yield one, states_of(one, view)
