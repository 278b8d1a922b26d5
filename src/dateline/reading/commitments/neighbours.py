"""What a time expression is to those that stand beside it: one end of a range, the hour of a day, a length counted from a day."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.lengths import length_of, reached
from dateline.reading.commitments.listed_days import with_those_beside
from dateline.reading.commitments.time_wording import LENGTH

_NEAR = 12
"""Code points between a length and the day that it counts from."""
_COUNTED = re.compile(r" (?:after|following|once|of|from|since) (?!\w+day\b|\d|now\b|today\b)")
_FROM_DAY = re.compile(r" (?:of|after|from|following)(?: the)? ")


class Neighbours:
    """The time expressions of a text in their order, and what each is to the next."""

    def __init__(self, text: str, times: tuple[TimeExpression, ...]) -> None:
        self._text = text
        self._times = sorted(times, key=lambda t: t.anchor)
        self._starts = [t.anchor.start for t in self._times]

    def between(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that lie within `text[start:end]`, in the order of the text."""
        inside = self._times[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [t for t in inside if t.anchor.end <= end]

    def joined(self, time: TimeExpression) -> TimeExpression:
        """The time expression; of "on 18 and 19 January" both days."""
        k = bisect_left(self._starts, time.anchor.start)
        return with_those_beside(self._times, k, self._text) if self._times[k] == time else time

    def begins_range(self, time: TimeExpression) -> bool:
        """Whether it names the days to an end that stands behind a dash: "from 8-12 May"."""
        behind = self._behind(time)
        return behind is not None and self.ends_range(behind)

    def ends_range(self, time: TimeExpression) -> bool:
        """Whether it only names the end of the days before it: the "12" of "8-12 May"."""
        before = self._before(time)
        return (
            before is not None
            and self._text[before.anchor.end : time.anchor.start] in ("-", "–", "—")
            and before.days.end is not None
            and before.days.end == time.days.end
        )

    def is_hour_of_next(self, time: TimeExpression) -> bool:
        """Whether it only names the hour of a day that comes right behind it: "midday on 26 March"."""
        behind = self._behind(time)
        if time.type != "TIME" or behind is None or behind.type != "DATE":
            return False
        return self._text[time.anchor.end : behind.anchor.start].strip() in ("on", "on the", "of", ",", "")

    def counts_from_other(self, time: TimeExpression) -> bool:
        """Whether it is a length that counts from what has no day: "within 72 hours after the deal takes effect"."""
        follows = _COUNTED.match(self._text, time.anchor.end) is not None
        return follows and LENGTH.search(time.anchor.quote) is not None and not self._is_dated_beside(time)

    def counted_from_day(self, time: TimeExpression, word: str) -> TimeExpression | None:
        """The days that "within two weeks of 20 March" means, from that day to the last; None where none is told behind it.

        In: the length and its preposition.
        """
        base, length = self._base(time), length_of(time)
        if word != "within" or base is None or length is None or base.days.start is None or base.days.end is None:
            return None
        last = reached(base.days.end, *length)
        return None if last is None else replace(time, days=Interval(base.days.start, last))

    def is_base(self, time: TimeExpression) -> bool:
        """Whether it only names the day from which a length before it counts."""
        before = self._before(time)
        return before is not None and length_of(before) is not None and self._base(before) == time

    def _base(self, length: TimeExpression) -> TimeExpression | None:
        """The day right behind a length from which it counts: "two weeks of 20 March"."""
        behind = self._behind(length)
        if behind is None or behind.days.start is None or behind.type == "DURATION":
            return None
        return behind if _FROM_DAY.fullmatch(self._text[length.anchor.end : behind.anchor.start]) else None

    def _is_dated_beside(self, time: TimeExpression) -> bool:
        """Whether a day that is known stands right behind it: "within a week of 4 May"."""
        behind = self._behind(time)
        return behind is not None and behind.anchor.start - time.anchor.end < _NEAR and behind.days.start is not None

    def _before(self, time: TimeExpression) -> TimeExpression | None:
        k = bisect_left(self._starts, time.anchor.start)
        return self._times[k - 1] if k > 0 else None

    def _behind(self, time: TimeExpression) -> TimeExpression | None:
        k = bisect_right(self._starts, time.anchor.start)
        return self._times[k] if k < len(self._times) else None
