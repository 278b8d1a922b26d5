"""What was promised, agreed, scheduled or threatened: by whom, by when, and what became of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import (
    Citation,
    CommitmentKind,
    CommitmentState,
    CommitmentStatus,
    Interval,
    LinkedCommitment,
    Record,
    Step,
)
from dateline.views.lookup import LATEST, Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One report of a commitment: its day of publication, and what it says of status and due days.

    `extended`: by its words, an agreement or a term that was there before is to last longer.
    """

    day: Interval
    status: CommitmentStatus
    extended: bool
    due: Interval | None
    article: str
    outlet: str | None
    headline: str | None
    anchors: tuple[Citation, ...]

    @property
    def told(self) -> str:
        """The status in a word or two: "extended" of an extension that was agreed, "extension proposed" of one that was not."""
        if not self.extended or self.status in ("postponed", "ended", "violated"):
            return self.status
        return (
            "extended" if self.status in ("agreed", "announced", "ongoing", "fulfilled") else f"extension {self.status}"
        )


_EXTENDS = re.compile(r"\b(?:extend|extension|prolong|renew)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """A commitment with names for its parties; `slips` counts how often its last day moved to a later one."""

    id: str
    text: str
    kind: CommitmentKind
    parties: tuple[str, ...]
    toward: tuple[str, ...]
    due: Interval | None
    condition: Citation | None
    status: CommitmentStatus
    state: CommitmentState
    slips: int
    story: str | None
    history: tuple[StepRow, ...]
    anchors: tuple[Citation, ...]


def commitments(
    record: Record,
    *,
    on: date,
    story: str | None = None,
    actor: str | None = None,
    state: CommitmentState | None = None,
    kind: CommitmentKind | None = None,
) -> tuple[CommitmentRow, ...]:
    """The commitments with their state on a day, soonest due first; those without due days last, latest told first."""
    look = Lookup(record)
    wanted = None if actor is None else look.matching_actors(actor)
    held = set(look.articles(story))
    rows = [
        _row(look, found, on)
        for found in record.commitments
        if (story is None or found.story == story or any(step.citation.article in held for step in found.history))
        and (wanted is None or not wanted.isdisjoint((*found.parties, *found.toward)))
        and (state is None or found.state(on) == state)
        and (kind is None or found.kind == kind)
    ]
    return tuple(sorted(rows, key=_soonest))


def commitments_of(
    parts: Iterable[Record], *, on: date, state: CommitmentState | None = None, kind: CommitmentKind | None = None
) -> tuple[CommitmentRow, ...]:
    """The same of a record that comes in parts, none of which says anything of another's commitments; one part is held at a time."""
    rows = (row for part in parts for row in commitments(part, on=on, state=state, kind=kind))
    return tuple(sorted(rows, key=_soonest))


def slips(history: tuple[Step, ...]) -> int:
    """How often a later report names a later last day than the latest one told before."""
    count, latest = 0, None
    for step in history:
        told = step.due.end if step.due else None
        if told is None:
            continue
        count += latest is not None and told > latest
        latest = told if latest is None else max(latest, told)
    return count


def _row(look: Lookup, found: LinkedCommitment, on: date) -> CommitmentRow:
    return CommitmentRow(
        id=found.id,
        text=found.text,
        kind=found.kind,
        parties=look.names(found.parties),
        toward=look.names(found.toward),
        due=found.due,
        condition=found.condition,
        status=found.status,
        state=found.state(on),
        slips=slips(found.history),
        story=found.story,
        history=tuple(_steps(look, found)),
        anchors=tuple(dict.fromkeys(step.citation for step in found.history)),
    )


def _steps(look: Lookup, found: LinkedCommitment) -> Iterator[StepRow]:
    for step in found.history:
        article = step.citation.article
        yield StepRow(
            day=step.day,
            status=step.status,
            extended=_EXTENDS.search(step.citation.anchor.quote) is not None,
            due=step.due,
            article=article,
            outlet=look.outlet(article),
            headline=look.headline(article),
            anchors=(step.citation,),
        )


def _soonest(row: CommitmentRow) -> tuple[bool, date, date, int, str, str]:
    due = row.due or Interval()
    last = due.end or due.start
    told = max((step.day.end or step.day.start or date.min for step in row.history), default=date.min)
    return (last is None, last or LATEST, due.start or date.min, -told.toordinal(), row.text, row.id)
