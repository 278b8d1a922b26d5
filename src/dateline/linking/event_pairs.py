"""Whether two reports tell of one event: small features, each with its points and its words, and what they come to together.

The points were set after a logistic regression over the pairs of reports in ECB+ (Cybulska and Vossen 2014), which knows no days,
and by reading what they join in dated news.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from dateline.linking.blocks import near_pairs
from dateline.linking.deeds import akin
from dateline.linking.event_reports import Report, Role
from dateline.linking.vectors import product, vector
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

WORDED = 3.0
"""Points for clauses in the same words, for others what part of them they share."""

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
        self._alike: dict[tuple[str, str], float] = {}

    def points(self, first: Report, second: Report) -> float:
        """What speaks for one event less what speaks against it; nothing where it cannot be one."""
        return self._points(first, second, -math.inf) if may_be_one(first, second) else 0.0

    def enough(self, first: Report, second: Report) -> float | None:
        """The points, where they are enough."""
        points = self._points(first, second, ENOUGH) if may_be_one(first, second) else 0.0
        return points if points >= ENOUGH else None

    def _points(self, first: Report, second: Report, least: float) -> float:
        """The points; where they stay below the least in any case, so far as they were worked out."""
        points = sum([feature[0] for feature in features(first, second)])
        near = first.article != second.article and first.story is not None and first.story == second.story
        at_most = 4.0 * (ALIKE_AT_MOST - ALIKE) if near else 0.0
        if points + WORDED + at_most < least:
            return points
        wording = product(first.words, second.words)
        points += WORDED * wording
        if wording < UNLIKE and first.settled and second.settled and not (first.bare or second.bare):
            points -= 1.5  # on one day, but each says something else of it
        if near and points + at_most >= least:
            points += 4.0 * (min(self.alike(first, second), ALIKE_AT_MOST) - ALIKE)
        return points

    def alike(self, first: Report, second: Report) -> float:
        """How alike the articles of two reports are."""
        pair = (min(first.article, second.article), max(first.article, second.article))
        if pair not in self._alike:
            self._alike[pair] = product(*(vector(self._articles[article]) for article in pair))
        return self._alike[pair]


def may_be_one(first: Report, second: Report) -> bool:
    """Whether their days meet, they are not done to two people, and not just one of them is said not to have been."""
    days, others = first.event.days, second.event.days
    return not (
        (days.end is not None and others.start is not None and days.end < others.start)
        or (others.end is not None and days.start is not None and others.end < days.start)
        or (first.event.status == "denied") != (second.event.status == "denied")
        or (first.sufferers and second.sufferers and first.sufferers.isdisjoint(second.sufferers))
    )


def features(first: Report, second: Report) -> Iterator[Feature]:
    """What speaks for and against but the likeness of words, each with what it adds and how it is told."""
    yield _deed(first, second)
    if first.event.type != second.event.type:
        yield -1.0, "other types"
    if first.event.status != second.event.status and "planned" in (first.event.status, second.event.status):
        yield -1.0, "one is still to come"
    yield _people(first.doing, second.doing)
    yield _people(first.suffering, second.suffering)
    if first.figures and second.figures:
        yield (-1.5, "other figures") if first.figures.isdisjoint(second.figures) else (1.0, "the same figure")
    if first.event.place and second.event.place:
        same = first.event.place.casefold() == second.event.place.casefold()
        yield (1.0, "the same place") if same else (-1.0, "other places")
    yield _time(first, second)
    if first.article == second.article:
        yield -0.5, "one article tells most things once"
    elif first.story is None or first.story != second.story:
        yield -1.5, "not in one story"
    elif first.opens and second.opens:
        yield 1.0, "both articles open with it"
    if first.bare or second.bare:
        yield -1.0, "one says little more than the deed"


def _deed(first: Report, second: Report) -> Feature:
    if not first.deeds.isdisjoint(second.deeds):
        done = first.event.type in DEEDS or second.event.type in DEEDS
        return (DONE, "the same deed") if done else (SAID, "the same deed, that many say")
    return (0.5, "deeds that may be one") if akin(first.deeds, second.deeds) else (-1.0, "another deed")


def _people(ours: Role, theirs: Role) -> Feature:
    if not ours.ids.isdisjoint(theirs.ids):
        return 1.0, "the same people"
    if not ours.sides.isdisjoint(theirs.sides):
        return 0.5, "people of one side"
    if ours.state and theirs.state:
        return -1.5, "another state"
    return (-0.75, "other people") if ours.named and theirs.named else (0.0, "nobody is known")


def _time(first: Report, second: Report) -> Feature:
    if first.settled and second.settled:
        return 1.0, "the same day"
    if first.around is None or second.around is None:
        return 0.0, "nobody knows when"
    apart = abs(first.around - second.around)
    return (-min(LONG_AGO, 0.2 * apart) if apart > AT_ONCE else 0.0), "told at other times"


def alike_pairs(reports: Sequence[Report], judge: Judge) -> list[tuple[float, str, str]]:
    """(points, first key, second key) of all pairs that may be one event, the surest first."""
    ordered = sorted(reports, key=lambda r: (r.around is None, r.around or 0.0, r.key))
    found = []
    for earlier, later in near_pairs(map(_keys, ordered), WINDOW):
        first, second = ordered[earlier], ordered[later]
        points = judge.enough(first, second)
        if points is not None:
            found.append((points, min(first.key, second.key), max(first.key, second.key)))
    return sorted(found, key=lambda f: (-f[0], *f[1:]))


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
        for one in report.doing.named | report.suffering.named:
            yield "day", one, report.event.type, str(report.event.days.start)
