"""Two figures for one thing at one time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dateline.linking.conflicts.counted import (
    are_civil,
    counts_deed,
    is_anybody,
    is_of_people,
    of_fighters,
    people_words,
    same_people,
    unit_of,
)
from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.figure import CROWD, Figure, apart, told_alike
from dateline.linking.conflicts.figures_across import figures_across
from dateline.linking.conflicts.figures_given import figures
from dateline.linking.conflicts.statements import content_stems
from dateline.linking.conflicts.tellers import one_teller, opposed
from dateline.linking.order import within
from dateline.model import Conflict, Interval, Reading

_BLOCK_AT_MOST = 60
_NEXT = 400
"""Code points within which two tolls are of one conflict."""

_NEAR = 1500
"""Code points within which one article counts the same deed twice."""

_NEAR_CROWD = 800
"""Code points within which it counts the same crowd."""

_DAYS_APART = 1
_AT_LEAST = 3.0
"""How many times "at least 40" may be, where another gives a figure of his own for the same deed."""

_MORE_THAN = 2.0
"""Likewise of a crowd: who says that more than a million marched does not mean three."""


def find_figures(readings: Sequence[Reading], story: Mapping[str, str] | None = None) -> Iterator[Conflict]:
    """The pairs of figures that differ, of the same unit, thing, place and time, from two sources or two articles.

    `story` has the story of each article that is in one.
    """
    every: list[Figure] = []
    pairs: list[tuple[Figure, Figure]] = []
    blocks: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for reading in readings:
        found = figures(reading)
        every += found
        for one, other in pairwise(found):
            if other.stead and apart(one, other) and same_people(one.quantity, other.quantity, restated=True):
                yield _conflict(one, other)
            if _are_the_same_people(one, other):
                yield _conflict(one, other)
        for figure in found:
            quantity = figure.quantity
            unit, place = unit_of(quantity), (quantity.place or "").casefold()
            blocks[reading.article.id, figure.unit].append(figure)
            if figure.restates and not figure.crowd and is_of_people(quantity):
                blocks[reading.article.id, CROWD].append(figure)
            if quantity.days != Interval():
                day = str(quantity.days)
                blocks["", unit, place, day].append(figure)
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > _BLOCK_AT_MOST:
            continue  # so many figures of one unit and place are no longer of one thing
        for a, b in _once(pair for pair in combinations(block, 2) if _disagree(*pair)):
            pairs.append((a, b))
            yield _conflict(*sorted((a, b), key=lambda f: f.citation))
    for a, b in figures_across(every, story or {}, pairs):
        yield _conflict(a, b)


def _are_the_same_people(a: Figure, b: Figure) -> bool:
    """Whether two who stand against each other differ in the next breath on how many some are, whom only one calls more than people."""
    return (
        a.unit != b.unit
        and not (a.crowd or b.crowd or a.partial or b.partial or a.wished or b.wished)
        and (is_anybody(a.quantity) != is_anybody(b.quantity))
        and {a.quantity.unit.casefold(), b.quantity.unit.casefold()} <= people_words() | {"people"}
        and 0 < _between(a, b) <= _BESIDE
        and opposed(a.teller, b.teller)
        and are_civil(a.quantity, b.quantity)
        and not a.around.isdisjoint(b.around)
        and apart(a, b)
    )


def _once(pairs: Iterator[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """The pairs without those that only repeat another: in one article, for the same two figures the two that stand closest."""
    kept: list[tuple[Figure, Figure]] = []
    for a, b in sorted(pairs, key=lambda pair: (_between(*pair), pair[0].citation, pair[1].citation)):
        if not any((_again(a, c) and _again(b, d)) or (_again(a, d) and _again(b, c)) for c, d in kept):
            kept.append((a, b))
    return kept


def _between(a: Figure, b: Figure) -> int:
    return abs(a.citation.anchor.start - b.citation.anchor.start)


def _again(a: Figure, b: Figure) -> bool:
    """Whether two figures of one article are one, told twice."""
    return a.citation.article == b.citation.article and a.local == b.local and not apart(a, b)


def _disagree(a: Figure, b: Figure) -> bool:
    if (a.sought or b.sought) and not (a.crowd or b.crowd or a.deed or b.deed):
        return False
    if a.partial or b.partial or _is_in(a, b) or _is_in(b, a) or (a.own and b.own):
        return False
    if a.citation.article != b.citation.article:
        one = a.teller is not None and b.teller is not None and one_teller(a.teller, b.teller)
        return not one and apart(a, b) and _disagree_across(a, b)
    if not _are_two(a, b) or a.scene != b.scene:
        return False
    if a.is_of_other_weekdays(b):
        return False
    if (a.crowd or b.crowd) and (a.unit == b.unit or a.restates or b.restates):
        return _two_crowds(a, b) or (a.unit == b.unit and not (a.crowd and b.crowd) and _disagree_within(a, b))
    if a.unit.startswith(("=share", "=turnout")):
        return a.teller is not None and b.teller is not None and apart(a, b)
    if _set_against(a, b):
        return apart(a, b)
    most = _AT_LEAST if a.deed and a.teller and b.teller else float("inf")
    return apart(a, b, most) and not _each_its_own(a, b) and _disagree_within(a, b)


def _are_two(a: Figure, b: Figure) -> bool:
    """Whether two figures are given by two who are not one; nobody gives what a paper tells by itself."""
    if a.teller is not None and b.teller is not None:
        return not one_teller(a.teller, b.teller)
    return a.source is not None and b.source is not None and a.source != b.source


def _each_its_own(a: Figure, b: Figure) -> bool:
    """Whether two states give figures, one of its own people, and neither names the other's: each counts its own dead."""
    if a.teller is None or b.teller is None or not (a.teller.state and b.teller.state):
        return False
    return a.teller.side != b.teller.side and (a.own or b.own) and a.quantity.of is None and b.quantity.of is None


def _two_crowds(a: Figure, b: Figure) -> bool:
    """Whether two count one crowd: near each other, of one kind, both of the whole or both of one place."""
    if a.teller is None or b.teller is None or _between(a, b) > _NEAR_CROWD:
        return False
    if not a.crowd & b.crowd and not (
        _between(a, b) <= _NEXT and (a.restates or b.restates) and not (a.crowd and b.crowd)
    ):
        return False
    if a.wished != b.wished:
        return False  # who came, and who was to come
    if Interval() not in (a.quantity.days, b.quantity.days) and a.quantity.days.meet(b.quantity.days) is None:
        return False
    return _in_one_area(a, b) and apart(a, b, _MORE_THAN)


def _in_one_area(a: Figure, b: Figure) -> bool:
    if a.local != b.local or ("*" in (a.where, b.where) and a.where and b.where and a.where != b.where):
        return False
    return not a.local or a.where == b.where or bool({"capital", "city"} & {a.where, b.where})


_BESIDE = 250
"""Code points within which a figure is set against the one before it."""

_AMOUNTS = frozenset(
    [
        "percent",
        "percentage point",
        "dollar",
        "euro",
        "pound",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "meter",
        "kilometer",
        "mile",
    ]
)
"""Units that say nothing of what is counted."""

_PRICES = frozenset({"dollars a barrel", "cents", "point", "basis point", "cent"})


def _set_against(a: Figure, b: Figure) -> bool:
    """Whether somebody's figure for things is set against another's in the next breath: "but the agency counted only 12 lorries"."""
    later = max(a, b, key=lambda f: f.citation)
    return (
        a.teller is not None
        and b.teller is not None
        and later.contrast
        and 0 < _between(a, b) <= _BESIDE
        and a.sentence != b.sentence
        and a.unit not in _AMOUNTS
        and not a.unit.startswith("=")
        and (None in (a.quantity.of, b.quantity.of) or _same_thing(a.quantity.of, b.quantity.of))
        and not (a.wished or b.wished)
    )


def _disagree_across(a: Figure, b: Figure) -> bool:
    """Whether figures of two articles are of one thing: of one day and place, told within a day, in words that are alike."""
    if not _same_thing(a.quantity.of, b.quantity.of) or not same_people(a.quantity, b.quantity):
        return False
    if a.quantity.days != b.quantity.days or (a.quantity.place or "").casefold() != (b.quantity.place or "").casefold():
        return False
    if (a.teller is None or b.teller is None) and a.unit in _AMOUNTS | _PRICES:
        return False  # a price or a size that a paper tells, and tells again
    if a.quantity.days == Interval() or not within(_DAYS_APART, a.published, b.published):
        return False
    return told_alike(a, b)


def _disagree_within(a: Figure, b: Figure) -> bool:
    """Whether figures of one article are of one thing."""
    if a.sentence == b.sentence and not counts_deed(a.quantity):
        return False  # "trade of 9 billion, with a surplus of 2 billion"
    restated = (a.restates or b.restates) and _between(a, b) <= _NEXT and _in_one_place(a, b)
    beside = _between(a, b) <= _BESIDE and are_civil(a.quantity, b.quantity)
    whoever = restated or (opposed(a.teller, b.teller) and (beside or of_fighters(a.quantity, b.quantity)))
    if not _same_thing(a.quantity.of, b.quantity.of) or not same_people(a.quantity, b.quantity, restated=whoever):
        return False
    if _span(a) > _LONG or _span(b) > _LONG:
        return False  # of a year, or since a day
    open_day = Interval() in (a.quantity.days, b.quantity.days)
    if a.quantity.days != b.quantity.days and not (open_day and (restated or counts_deed(a.quantity))):
        return False
    places = {(q.place or "").casefold() for q in (a.quantity, b.quantity)}
    if len(places) > 1 and not (restated and "" in places):
        return False
    if restated:
        return True
    if a.wished != b.wished:
        return False  # who died, and how many may have
    if counts_deed(a.quantity) and _in_one_place(a, b):
        together = _between(a, b) <= _NEXT or (a.quantity.days == b.quantity.days != Interval())
        return together or a.places == b.places or bool(a.places & b.places) or told_alike(a, b)
    if a.toll and b.toll and _in_one_place(a, b):
        return _between(a, b) <= _NEXT
    return told_alike(a, b, shorter=beside and not (a.wished or b.wished) and opposed(a.teller, b.teller))


_LONG = 40
"""Days over which a count is no longer of one deed."""


def _span(figure: Figure) -> float:
    days = figure.quantity.days
    if days == Interval():
        return 0.0
    return float("inf") if days.start is None or days.end is None else (days.end - days.start).days


def _is_in(a: Figure, b: Figure) -> bool:
    """Whether the words of one are some of the other's: one wording, read twice."""
    return a.quantity.anchor.quote != b.quantity.anchor.quote and a.quantity.anchor.quote in b.quantity.anchor.quote


def _in_one_place(a: Figure, b: Figure) -> bool:
    """Whether the sentences of two figures stand near and do not name two places.

    Where mere deaths are counted, a place that one of them names is not taken for the other's.
    """
    bare = "deaths" in (a.quantity.unit, b.quantity.unit) and bool(a.places) != bool(b.places)
    return _between(a, b) <= _NEAR and not bare and (not a.places or not b.places or bool(a.places & b.places))


def _same_thing(a: str | None, b: str | None) -> bool:
    """Whether both are of the same people or thing: the same words, or neither says."""
    if a is None or b is None:
        return a is None and b is None
    first, second = content_stems(a), content_stems(b)
    return first == second if first and second else a.casefold() == b.casefold()


def _conflict(a: Figure, b: Figure) -> Conflict:
    first, second = (f.quantity.anchor.quote + (f" ({f.teller.name})" if f.teller else "") for f in (a, b))
    note = f"two figures for one thing: {first} and {second}"
    return conflict("figure", a.citation, b.citation, note)
