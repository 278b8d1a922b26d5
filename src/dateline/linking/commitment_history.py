"""What became of one undertaking: the days it was due, and its status, from all that tell of it."""

from collections.abc import Sequence

from dateline.linking.commitment_pairs import UNDERTAKEN, Told, before_the_delay, last_day, looks_back
from dateline.model import CommitmentStatus, Interval

_DONE = frozenset({"fulfilled", "violated", "ended"})


def in_history(told: Sequence[Told]) -> list[Told]:
    """In the order of publication; within an article what was due before a delay stands before the delay, all else as told."""
    delays = {t.reading.article.id: t for t in told if t.commitment.status == "postponed"}

    def told_back(one: Told) -> bool:
        delay = delays.get(one.reading.article.id)
        return delay is not None and before_the_delay(one, delay)

    return sorted(told, key=lambda t: (t.place, not told_back(t), t.commitment.anchor, t.key))


def news(ordered: Sequence[Told]) -> list[Told]:
    """Those that do not merely look back at a day that a later one took the place of: they change neither due nor status."""
    kept: list[Told] = []
    replaced: set[str] = set()
    now, delayed = "", False
    for one in ordered:
        day = last_day(one.commitment.due)
        if day and now and day < now and (looks_back(one) or (delayed and day in replaced)):
            continue
        if day and now and day != now:
            replaced.add(now)
        delayed = delayed or one.commitment.status == "postponed"
        now = day or now
        kept.append(one)
    return kept


def due_of(ordered: Sequence[Told]) -> Interval | None:
    """The days it is due as last told; None where no article tells any."""
    return next((t.commitment.due for t in reversed(news(ordered)) if t.commitment.due is not None), None)


def status_of(ordered: Sequence[Told]) -> CommitmentStatus:
    """The status that was told last, by an article with a day of publication where there is one.

    What is done with stays done, and put off stays put off, when a later article only tells again what was undertaken.
    Who denies it does not speak for the others: a denial is the status only where nobody in the same article upholds it,
    and never of what was done with before.
    """
    known = news(ordered)
    dated = [t for t in known if t.reading.article.published.interval != Interval()] or known
    last = dated[-1]
    if last.commitment.status == "denied":
        upheld = [t for t in dated if t.commitment.status != "denied"]
        if upheld and (
            upheld[-1].reading.article.id == last.reading.article.id or upheld[-1].commitment.status in _DONE
        ):
            last = upheld[-1]
    if last.commitment.status not in UNDERTAKEN:
        return last.commitment.status
    latest = max((last_day(t.commitment.due) for t in dated if t is not last), default="")
    return next((t.commitment.status for t in reversed(dated) if _stays(t, last, latest)), last.commitment.status)


def _stays(before: Told, last: Told, latest: str) -> bool:
    """Whether a status outlives what is told again. A day later than all before opens anew what was put off or missed."""
    status, day = before.commitment.status, last_day(last.commitment.due)
    return status in ("fulfilled", "ended") or (status in ("postponed", "violated") and day <= latest)
