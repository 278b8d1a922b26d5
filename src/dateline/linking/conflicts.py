"""What cannot all be true: denials, opposed accounts, two figures, two dates."""

from collections.abc import Iterable, Sequence

from dateline.linking.conflicts_dates import find_dates
from dateline.linking.conflicts_denials import find_denials
from dateline.linking.conflicts_figures import find_figures
from dateline.linking.conflicts_statements import statements
from dateline.linking.conflicts_told import find_told_denials
from dateline.linking.order import publication
from dateline.model import Conflict, Reading


def find_conflicts(readings: Sequence[Reading]) -> tuple[Conflict, ...]:
    """The conflicts within and between the readings, in the order of publication; the order of the readings does not matter.

    Two passages are compared only where they share telling words, a unit with its place, or a kind of record with its
    words, so that the work grows with the number of readings. A conflict that copies of an article repeat is told once.
    """
    ordered = sorted(readings, key=publication)
    known = [statement for reading in ordered for statement in statements(reading)]
    denied = list(find_denials(known))
    told = _not_known(find_told_denials(ordered), denied)
    found = [*denied, *told, *find_figures(ordered), *find_dates(ordered)]
    rank = {reading.article.id: place for place, reading in enumerate(ordered)}
    return _told_once(sorted(found, key=lambda c: (_places(c, rank), c.kind, c.id)))


def _places(conflict: Conflict, rank: dict[str, int]) -> tuple[tuple[int, int], ...]:
    return tuple((rank[side.article], side.anchor.start) for side in conflict.sides)


def _not_known(told: Iterable[Conflict], known: Iterable[Conflict]) -> list[Conflict]:
    """Those whose denial is not set against a claim of the same article already."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for one in known:
        if len({side.article for side in one.sides}) == 1:
            taken.setdefault(one.sides[0].article, []).extend((s.anchor.start, s.anchor.end) for s in one.sides)
    return [one for one in told if not any(_overlaps(one, span) for span in taken.get(one.sides[1].article, ()))]


def _overlaps(one: Conflict, span: tuple[int, int]) -> bool:
    denial = one.sides[1].anchor
    return denial.start < span[1] and span[0] < denial.end


def _told_once(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The first of the conflicts that quote the same two passages."""
    kept: dict[frozenset[str], Conflict] = {}
    for one in conflicts:
        kept.setdefault(frozenset(" ".join(side.anchor.quote.casefold().split()) for side in one.sides), one)
    return tuple(kept.values())
