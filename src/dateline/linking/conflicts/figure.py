"""A figure as far as another can contradict it: who gives it, whom or what it counts, where, of when; and when two differ."""

from dataclasses import dataclass

from dateline.linking.conflicts.counted import bounds, counts_deed
from dateline.linking.conflicts.statements import telling
from dateline.linking.conflicts.tellers import Teller
from dateline.model import Citation, Interval, Quantity

CROWD = "=crowd"
"""The unit of all figures of crowds, whatever the people in them are called."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, who gives it, and what its sentence says of it.

    `source`: who is quoted with it, by id. `teller`: who gives it, by the words of the sentence or as the source. `deed`: whether it
    counts those to whom or by whom something was done. `local`: it is of a place, and its teller has a figure for the whole beside it.
    `own`: his own are counted. `stead`: it is said not to be so, and the one before it is; `sought`: somebody would have it so; `floor`: who gives it has counted so many, and there may be more; `scene`: how often the article turned to another deed before it.
    """

    quantity: Quantity
    unit: str
    citation: Citation
    source: str | None
    teller: Teller | None
    around: frozenset[str]
    places: frozenset[str]
    where: str
    crowd: frozenset[str]
    partial: bool
    toll: bool
    own: bool
    contrast: bool
    wished: bool
    weekdays: frozenset[str]
    restates: bool
    stead: bool
    sentence: int
    scene: int
    published: Interval
    local: bool = False
    floor: bool = False
    sought: bool = False

    def is_of_other_weekdays(self, other: "Figure") -> bool:
        """Whether both sentences name days of the week, and no day is the same: "40 dead on Saturday", "60 found dead on Sunday"."""
        return bool(self.weekdays and other.weekdays) and not self.weekdays & other.weekdays

    @property
    def deed(self) -> bool:
        return bool(self.crowd) or counts_deed(self.quantity)


def apart(a: Figure, b: Figure, most: float = float("inf")) -> bool:
    """Whether no number lies within both; a figure without an upper bound is at most so many times its lower one."""
    low_a, high_a = bounds(a.quantity)
    low_b, high_b = bounds(b.quantity)
    high_a, high_b = (float("inf") if f.floor else high for f, high in ((a, high_a), (b, high_b)))
    if low_a > high_a or low_b > high_b:
        return False
    return min(high_a, low_a * most) < low_b or min(high_b, low_b * most) < low_a


_ALIKE = 0.5
"""Share of the weight of the words around two figures that both have to have."""


def told_alike(a: Figure, b: Figure, *, shorter: bool = False) -> bool:
    """Whether the sentences of two figures tell of one thing, by their words; `shorter`: by those of the one that tells less."""
    weights = telling(a.around), telling(b.around)
    told = a.quantity.of is not None or a.quantity.place is not None
    return telling(a.around & b.around) >= _ALIKE * max(min(weights) if told or shorter else max(weights), 1.0)
