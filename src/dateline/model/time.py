"""Days, intervals of days, and what an interval rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["stated", "metadata", "inferred", "unknown"]
Where = Literal["text", "caption", "page", "url", "metadata", "story"]


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `start` to `end`, both included; an open side is None. Raises ValueError where it ends before it starts."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"an interval cannot end before it starts: {self.start}..{self.end}")

    @property
    def day(self) -> date | None:
        """The day, where the interval is one day."""
        return self.start if self.start is not None and self.start == self.end else None

    @property
    def days(self) -> int | None:
        """How many days it holds; None where a side is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def holds(self, day: date) -> bool:
        """Whether the day lies within; an open side holds every day on that side."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meet(self, other: "Interval") -> "Interval | None":
        """The days that both hold; None where there is none."""
        start = max((d for d in (self.start, other.start) if d is not None), default=None)
        end = min((d for d in (self.end, other.end) if d is not None), default=None)
        return None if start is not None and end is not None and end < start else Interval(start, end)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that a judgement rests on, and where they stand."""

    where: Where
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published: an interval of days, on what basis, with the evidence."""

    start: date | None = None
    end: date | None = None
    basis: Basis = "unknown"
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if self.basis == "unknown" and (self.start or self.end):
            raise ValueError("an unknown day of publication has no days")
        if self.basis != "unknown" and not self.evidence:
            raise ValueError("a day of publication needs evidence")
        Interval(self.start, self.end)

    @property
    def interval(self) -> Interval:
        """The days alone."""
        return Interval(self.start, self.end)
