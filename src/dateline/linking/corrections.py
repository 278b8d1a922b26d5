"""Replays what a person decided: on the readings themselves, and on who and what is held for the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from dateline.model import Correction, Evidence, Interval, Published, Reading, Record


def days_of(value: str | None) -> Interval:
    """The days of `DAY`, `DAY/DAY`, `/DAY`, `DAY/` or `unknown`. Raises ValueError on anything else."""
    if value is None or value == "unknown":
        return Interval()
    first, slash, last = value.partition("/")
    start = date.fromisoformat(first) if first else None
    if not slash:
        return Interval(start, start)
    return Interval(start, date.fromisoformat(last) if last else None)


def corrected(readings: Mapping[str, Reading], corrections: Iterable[Correction]) -> dict[str, Reading]:
    """The readings with the corrections of `published`, `days`, `due` and `hide` applied; later days win."""
    made = dict(readings)
    for correction in in_order(corrections):
        targets = frozenset(correction.targets)
        for key, reading in list(made.items()):
            changed = _apply(reading, correction, targets)
            if changed is None:
                del made[key]
            else:
                made[key] = changed
    return made


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections in the order they take effect: by day, undated first, then by id."""
    return sorted(set(corrections), key=lambda c: (c.day or date.min, c.id))


def _apply(reading: Reading, correction: Correction, targets: frozenset[str]) -> Reading | None:
    article = reading.article
    if correction.kind == "published" and article.id in targets:
        return replace(reading, article=replace(article, published=_given(correction)))
    if correction.kind == "hide":
        if article.id in targets:
            return None
        return _without(reading, targets)
    if correction.kind == "days":
        days = days_of(correction.value)
        events = tuple(replace(e, days=days) if e.id in targets else e for e in reading.events)
        return replace(reading, events=events) if events != reading.events else reading
    if correction.kind == "due":
        due = days_of(correction.value)
        kept = due if due != Interval() else None
        commitments = tuple(replace(c, due=kept) if c.id in targets else c for c in reading.commitments)
        return replace(reading, commitments=commitments) if commitments != reading.commitments else reading
    return reading


def _given(correction: Correction) -> Published:
    days = days_of(correction.value)
    if days == Interval():
        return Published()
    by = f" by {correction.author}" if correction.author else ""
    evidence = Evidence("metadata", f"corrected{by}: {correction.value}")
    return Published(start=days.start, end=days.end, basis="stated", evidence=(evidence,))


def _without(reading: Reading, targets: frozenset[str]) -> Reading:
    ids = {a.id for a in reading.attributions} | {e.id for e in reading.events}
    ids |= {c.id for c in reading.commitments} | {q.id for q in reading.quantities}
    if not ids & targets:
        return reading
    return replace(
        reading,
        attributions=tuple(a for a in reading.attributions if a.id not in targets),
        events=tuple(
            replace(e, attribution=None if e.attribution in targets else e.attribution)
            for e in reading.events
            if e.id not in targets
        ),
        commitments=tuple(
            replace(c, attribution=None if c.attribution in targets else c.attribution)
            for c in reading.commitments
            if c.id not in targets
        ),
        quantities=tuple(q for q in reading.quantities if q.id not in targets),
    )


def without_hidden(record: Record, corrections: Iterable[Correction]) -> Record:
    """The record without the linked records and conflicts that a person hid, by their own ids or by those of what they were made from.

    Hidden events, commitments and articles of readings are gone before; an actor stays in the readings, since others refer to it.
    """
    hidden = frozenset(t for c in corrections if c.kind == "hide" for t in c.targets)
    if not hidden:
        return record
    return replace(
        record,
        stories=tuple(s for s in record.stories if s.id not in hidden),
        actors=tuple(
            a for a in record.actors if a.id not in hidden and not hidden.intersection(m.id for m in a.members)
        ),
        events=tuple(e for e in record.events if e.id not in hidden),
        commitments=tuple(c for c in record.commitments if c.id not in hidden),
        conflicts=tuple(c for c in record.conflicts if c.id not in hidden),
    )
