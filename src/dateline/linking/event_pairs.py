"""Whether two reports tell of one event: small features, each with its points and its words, and what they come to together.

The points were set after a logistic regression over the pairs of reports in ECB+ (Cybulska and Vossen 2014), which knows no days,
and by reading what they join in dated news.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from dateline.linking.deeds import akin
from dateline.linking.event_reports import Report
from dateline.linking.vectors import Vector, product, vector
from dateline.model import Article, EventType

ENOUGH = 3.0
"""Points from which on two reports are held for one event."""

WINDOW = 24
"""With how many reports before it one is compared, among those of one deed and story, or actor, in the order of time."""

WORDS = 2
"""By how many of its clause's most telling words one meets others of its type and story."""

AT_ONCE = 2.0
"""Days within which papers tell of what has happened; the further two reports without a day of the event itself lie apart, the
less they are of one, up to LONG_AGO points."""
LONG_AGO = 3.0

DEEDS: frozenset[EventType] = frozenset({"RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "AID"})
"""What is done, and not just said; people say and ask for the like every day, and do it seldom."""
DONE = 2.0
SAID = 1.5
"""Points for the same deed, where it is one of these and where it is another."""

UNLIKE = 0.25
"""Clauses with less in common tell of two things that happened on one day."""

ALIKE = 0.3
"""Likeness of two articles of one story from which on it speaks for one event that both tell of; it counts up to ALIKE_AT_MOST."""
ALIKE_AT_MOST = 0.5

Feature = tuple[float, str]


class Judge:
    """Compares reports; holds how alike their articles are, which many pairs ask for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._vectors: dict[str, Vector] = {}
        self._alike: dict[tuple[str, str], float] = {}

    def points(self, first: Report, second: Report) -> float:
        """What speaks for one event less what speaks against it; nothing where it cannot be one."""
        if not may_be_one(first, second):
            return 0.0
        return sum(feature[0] for feature in features(first, second, self.alike(first, second)))

    def alike(self, first: Report, second: Report) -> float:
        """How alike the articles of two reports are."""
        pair = (min(first.article, second.article), max(first.article, second.article))
        if pair not in self._alike:
            self._alike[pair] = product(*map(self._vector, pair))
        return self._alike[pair]

    def _vector(self, article: str) -> Vector:
        if article not in self._vectors:
            self._vectors[article] = vector(self._articles[article])
        return self._vectors[article]


def may_be_one(first: Report, second: Report) -> bool:
    """Whether their days meet, they are not done to two people, and not just one of them is said not to have been."""
    days, others = first.event.days, second.event.days
    return (
        days.meet(others) is not None
        and (first.event.status == "denied") == (second.event.status == "denied")
        and not _two_people(first.sufferers, second.sufferers)
    )


def features(first: Report, second: Report, alike: float) -> Iterator[Feature]:
    """What speaks for and against, each with what it adds and how it is told; `alike` is how alike the two articles are."""
    yield from _deed(first, second)
    yield from _people(first, second, "actor")
    yield from _people(first, second, "recipient")
    if first.figures & second.figures:
        yield 1.0, f"the same figure ({min(first.figures & second.figures)})"
    elif first.figures and second.figures:
        yield -1.5, "other figures"
    if first.event.place and second.event.place:
        same = first.event.place.casefold() == second.event.place.casefold()
        yield (1.0, f"the same place ({first.event.place})") if same else (-1.0, "other places")
    yield from _time(first, second)
    wording = product(first.words, second.words)
    yield 3.0 * wording, "like words"
    if wording < UNLIKE and first.settled and second.settled and not (first.bare or second.bare):
        yield -1.5, "on one day, but each says something else of it"
    if first.article == second.article:
        yield -0.5, "one article tells most things once"
    elif first.story is None or first.story != second.story:
        yield -1.5, "not in one story"
    else:
        yield 4.0 * (min(alike, ALIKE_AT_MOST) - ALIKE), "how alike the articles are"
        if first.opens and second.opens:
            yield 1.0, "both articles open with it"
    if first.bare or second.bare:
        yield -1.0, "one says little more than the deed"


def _deed(first: Report, second: Report) -> Iterator[Feature]:
    if first.deeds & second.deeds:
        telling = DONE if first.event.type in DEEDS or second.event.type in DEEDS else SAID
        yield telling, f"the same deed ({min(first.deeds & second.deeds)})"
    else:
        yield (0.5, "deeds that may be one") if akin(first.deeds, second.deeds) else (-1.0, "another deed")
    if first.event.type != second.event.type:
        yield -1.0, "other types"
    if first.event.status != second.event.status and "planned" in (first.event.status, second.event.status):
        yield -1.0, "one is still to come"


def _people(first: Report, second: Report, role: Literal["actor", "recipient"]) -> Iterator[Feature]:
    ours, theirs = (r.actors if role == "actor" else r.recipients for r in (first, second))
    side, other = (r.sides if role == "actor" else r.theirs for r in (first, second))
    if set(ours) & set(theirs):
        yield 1.0, f"the same {role}"
    elif side & other:
        yield 0.5, f"{role}s of one side"
    elif first.states.intersection(ours) and second.states.intersection(theirs):
        yield -1.5, f"another state as {role}"
    elif first.named.intersection(ours) and second.named.intersection(theirs):
        yield -0.75, f"another {role}"


def _two_people(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both tell of people by name, and no name is in both."""
    return bool(ours) and bool(theirs) and not ours & theirs


def _time(first: Report, second: Report) -> Iterator[Feature]:
    if first.settled and second.settled:
        yield 1.0, "the same day"
        return
    if first.around is None or second.around is None:
        return
    apart = abs(first.around - second.around)
    if apart > AT_ONCE:
        yield -min(LONG_AGO, 0.2 * apart), "told at other times"


def alike_pairs(reports: Sequence[Report], judge: Judge) -> list[tuple[float, str, str]]:
    """(points, first key, second key) of all pairs that may be one event, the surest first."""
    blocks: dict[tuple[str, ...], list[Report]] = defaultdict(list)
    for report in reports:
        for key in sorted(_keys(report)):
            blocks[key].append(report)
    found: dict[tuple[str, str], float] = {}
    for block in blocks.values():
        block.sort(key=lambda r: (r.around is None, r.around or 0.0, r.key))
        for k, second in enumerate(block):
            for first in block[max(0, k - WINDOW) : k]:
                pair = (min(first.key, second.key), max(first.key, second.key))
                if pair not in found:
                    found[pair] = judge.points(first, second)
    return sorted(((sure, *pair) for pair, sure in found.items() if sure >= ENOUGH), key=lambda f: (-f[0], *f[1:]))


def _keys(report: Report) -> Iterator[tuple[str, ...]]:
    """What another report has to share to be compared: the deed in its story or with somebody, or a day with somebody."""
    who = {*report.actors, *report.recipients}
    if report.story:
        for word in sorted(report.words, key=lambda w: (-report.words[w], w))[:WORDS]:
            yield "word", report.story, report.event.type, word
    for deed in report.deeds:
        if report.story:
            yield "story", report.story, deed
        for one in who:
            yield "who", one, deed
    if report.settled:
        for one in who & report.named:
            yield "day", one, report.event.type, str(report.event.days.start)
