"""Copies and near copies: which articles repeat one text, wholly or in great part."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from dateline.linking.clusters import Clusters
from dateline.linking.order import publication
from dateline.linking.words import plain_words
from dateline.model import Article, Origin, Reading, content_id

RUN = 4
"""Words in a run; two texts that share most of their runs were not written apart."""
SAMPLED = 8
"""One run in so many is kept of a long text, chosen by its hash, so that the same runs are kept everywhere."""
SHORT = 160
"""Texts with up to so many runs are kept whole."""
LEAST = 12
"""Shorter texts are copies only where they are equal."""
ENOUGH = 8
"""Smaller samples say nothing."""
FEW = 3
"""Shared runs from which on a pair is looked at."""
COMMON = 50
"""Runs that more different articles have are boilerplate."""
NEAR_COPY = 0.7
"""Shared runs over all runs of both."""
ONE_ORIGIN = 0.6
"""Shared runs over the runs of the shorter one: an agency's text within a paper's own."""


@dataclass(frozen=True, slots=True)
class _Sketch:
    whole: frozenset[int] | None
    sample: frozenset[int]


class CopyFinder:
    """Says, article after article, which earlier one each repeats. Holds what it has seen; one finder for one call."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._seen: list[tuple[str, _Sketch]] = []
        self._having: dict[int, list[int]] = defaultdict(list)

    def original(self, article: Article) -> str | None:
        """The id of the first article with the same text or nearly the same; None where this is the first."""
        if article.id in self._ids:
            return article.id
        self._ids.add(article.id)
        sketch = _sketch(article.text)
        shared = Counter(k for run in sorted(sketch.sample) for k in self._having.get(run, ())[:COMMON])
        for k in sorted(shared):
            original, other = self._seen[k]
            if _likeness(sketch, other)[0] >= NEAR_COPY:
                return original
        for run in sketch.sample:
            self._having[run].append(len(self._seen))
        self._seen.append((article.id, sketch))
        return None


def find_origins(readings: Mapping[str, Reading]) -> tuple[tuple[Origin, ...], dict[str, str]]:
    """The groups of two articles and more with one origin, the first published first; and what each near copy repeats, by id."""
    ordered = [r.article for r in sorted(readings.values(), key=publication)]
    sketches = [_sketch(a.text) for a in ordered]
    having: dict[int, list[int]] = defaultdict(list)
    groups = Clusters(a.id for a in ordered)
    repeats: dict[str, str] = {}
    for k, sketch in enumerate(sketches):
        shared = Counter(other for run in sketch.sample for other in _first_and_last(having[run]))
        for other in sorted(o for o, count in shared.items() if count >= min(FEW, len(sketch.sample))):
            resemblance, containment = _likeness(sketch, sketches[other])
            if containment >= ONE_ORIGIN:
                groups.join(ordered[k].id, ordered[other].id)
            if resemblance >= NEAR_COPY and ordered[k].id not in repeats:
                repeats[ordered[k].id] = repeats.get(ordered[other].id, ordered[other].id)
        for run in sketch.sample:
            having[run].append(k)
    place = {a.id: k for k, a in enumerate(ordered)}
    found = [sorted(members, key=place.__getitem__) for members in groups.sets() if len(members) > 1]
    origins = (Origin(id=content_id("origin", min(ids)), articles=tuple(ids)) for ids in found)
    return tuple(sorted(origins, key=lambda o: place[o.articles[0]])), repeats


def origin_of(readings: Iterable[str], origins: Iterable[Origin]) -> dict[str, str]:
    """What stands for the origin of each article: the first of its group, or itself."""
    return {id_: id_ for id_ in readings} | {id_: origin.articles[0] for origin in origins for id_ in origin.articles}


def _first_and_last(positions: list[int]) -> list[int]:
    """Where many have a run, the first and the latest few: enough to meet the group, and linear."""
    return positions if len(positions) <= 12 else positions[:4] + positions[-8:]


def _sketch(text: str) -> _Sketch:
    said = plain_words(text)
    if len(said) < LEAST:
        return _Sketch(frozenset(), frozenset())
    runs = frozenset(crc32(" ".join(said[k : k + RUN]).encode("utf-8", "replace")) for k in range(len(said) - RUN + 1))
    return _Sketch(runs if len(runs) <= SHORT else None, frozenset(r for r in runs if r % SAMPLED == 0) or runs)


def _likeness(first: _Sketch, second: _Sketch) -> tuple[float, float]:
    """Resemblance (of both) and containment (of the shorter), from whole sets of runs where both are short, else from samples."""
    a, b = first.sample, second.sample
    if first.whole is not None and second.whole is not None:
        a, b = first.whole, second.whole
    elif min(len(a), len(b)) < ENOUGH:
        return 0.0, 0.0
    shared = len(a & b)
    return shared / (len(a | b) or 1), shared / (min(len(a), len(b)) or 1)
