"""Two dates for one event or one undertaking."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.statements import content_stems, telling
from dateline.linking.order import within
from dateline.model import Citation, Conflict, Interval, Reading

_BLOCK_AT_MOST = 60
_ALIKE = 0.75
"""Share of the weight of the longer clause's words that both have to have."""

_DAYS_APART = 1
"""Days between the publication of two articles; a later one may tell that the date was moved."""


@dataclass(frozen=True, slots=True)
class _Dated:
    citation: Citation
    who: frozenset[str]
    words: frozenset[str]
    days: Interval
    source: str | None
    published: Interval


def find_dates(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The pairs of records of one thing whose days have no day in common, from two sources or two articles of one day."""
    found = sorted((one for r in readings for one in _dated(r)), key=lambda one: one[1].citation)
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (key, dated) in enumerate(found):
        for word in dated.words if dated.who or key[:2] == _MEETINGS else ():
            blocks[(*key, word)].append(place)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _BLOCK_AT_MOST:
            whose: dict[frozenset[str], list[int]] = defaultdict(list)
            for place in block:
                whose[found[place][1].who].append(place)
            for places in whose.values():
                pairs.update(combinations(places, 2))
    for a, b in sorted(pairs):
        first, second = found[a][1], found[b][1]
        if _disagree(first, second):
            text = f"two dates for one thing: {_day(first)} and {_day(second)}"
            yield conflict("date", first.citation, second.citation, text)


_MEETINGS = ("commitment", "schedule")
"""Talks, votes and the like, which are told apart by their words where nobody is named for them."""


def _dated(reading: Reading) -> Iterator[tuple[tuple[str, ...], _Dated]]:
    names = {actor.id: (actor.side or actor.name).casefold() for actor in reading.actors}
    sources = {said.id: said.source for said in reading.attributions}
    for promise in reading.commitments:
        if promise.due is None or promise.status in ("postponed", "ended", "denied"):
            continue
        yield (
            ("commitment", promise.kind),
            _Dated(
                Citation(reading.article.id, promise.anchor),
                frozenset(names[p] for p in promise.parties if p in names),
                _words(promise.anchor.quote),
                promise.due,
                sources.get(promise.attribution or ""),
                reading.article.published.interval,
            ),
        )
    for event in reading.events:
        if event.days.start is None or event.days.end is None or event.status != "happened":
            continue
        yield (
            ("event", event.type, (event.place or "").casefold()),
            _Dated(
                Citation(reading.article.id, event.anchor),
                frozenset(names[p] for p in (*event.actors, *event.recipients) if p in names),
                _words(event.anchor.quote),
                event.days,
                sources.get(event.attribution or ""),
                reading.article.published.interval,
            ),
        )


_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "day",
        "end",
    ]
)


def _words(quote: str) -> frozenset[str]:
    """The telling words without those that name days."""
    plain = " ".join(w for w in quote.split() if w.casefold().strip(".,;") not in _CALENDAR and not w[:1].isdigit())
    return content_stems(plain)


def _disagree(a: _Dated, b: _Dated) -> bool:
    """Whether two records of the same people tell one thing of days that do not meet."""
    if a.days == b.days or a.days.meet(b.days) is not None:
        return False
    same = a.citation.article == b.citation.article
    if not a.who and not same:
        return False  # "the talks will resume" may be anybody's
    if same:
        if a.source is None or b.source is None or a.source == b.source:
            return False
    elif (
        not within(_DAYS_APART, a.published, b.published)
        or a.citation.anchor.quote.casefold() == b.citation.anchor.quote.casefold()
    ):
        return False  # the same words again: "the day before", printed a day later
    shared = a.words & b.words
    return len(shared) >= 2 and telling(shared) >= _ALIKE * max(telling(a.words), telling(b.words))


def _day(dated: _Dated) -> str:
    return f"{dated.days.start or '..'}/{dated.days.end or '..'}"
