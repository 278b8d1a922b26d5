"""What linking decided, as text and back: the parts of a record that are not readings."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dateline.codec import dumps
from dateline.linking import repeating
from dateline.model import (
    Appearance,
    Conflict,
    Correction,
    Event,
    LinkedActor,
    LinkedCommitment,
    LinkedEvent,
    Origin,
    Published,
    Reading,
    Record,
    Story,
    TimeExpression,
)

_PARTS: dict[str, type] = {
    "actors": LinkedActor,
    "origins": Origin,
    "stories": Story,
    "events": LinkedEvent,
    "commitments": LinkedCommitment,
    "conflicts": Conflict,
}


def judgements_to_json(record: Record) -> str:
    """One line of JSON with every part of the record but readings and appearances, and what linking told of the articles."""
    articles = [r.article for r in record.readings.values()]
    told = {
        "repeats": {a.id: a.duplicate_of for a in articles if a.duplicate_of},
        "dated": {a: _told_of(r) for a, r in record.readings.items() if _is_dated_by_story(r)},
    }
    return dumps(told | {part: plain(getattr(record, part)) for part in _PARTS})


def record_of(
    value: Mapping[str, Any], readings: Mapping[str, Reading], appearances: tuple[Appearance, ...] = ()
) -> Record:
    """The record of what `judgements_to_json` made, decoded, over the readings that it was made from."""
    parts = {part: tuple(_made(kind, v) for v in value[part]) for part, kind in _PARTS.items()}
    dated = {id_: _dated(r, value["dated"][id_]) if id_ in value["dated"] else r for id_, r in readings.items()}
    return Record(readings=repeating(dated, value["repeats"]), appearances=appearances, **parts)


def _is_dated_by_story(reading: Reading) -> bool:
    return any(e.where == "story" for e in reading.article.published.evidence)


def _told_of(reading: Reading) -> dict[str, Any]:
    """What a story that dates an article settles: its day of publication, and with it the years of its months and deeds."""
    return {
        "published": plain(reading.article.published),
        "times": plain(reading.times),
        "events": plain(reading.events),
    }


def _dated(reading: Reading, told: Mapping[str, Any]) -> Reading:
    return replace(
        reading,
        article=replace(reading.article, published=_made(Published, told["published"])),
        times=tuple(_made(TimeExpression, time) for time in told["times"]),
        events=tuple(_made(Event, event) for event in told["events"]),
    )


def correction_to_json(correction: Correction) -> str:
    """One line of JSON."""
    return dumps(plain(correction))


def correction_of(line: str) -> Correction:
    """The correction of a line that `correction_to_json` made."""
    made = _made(Correction, json.loads(line))
    assert isinstance(made, Correction)  # noqa: S101 - tells the type checker what `_made` gives
    return made


def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Frozen records as objects, tuples as lists, days as ISO strings."""
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    kind: Any = type(value)
    names = _names(kind)
    return {name: plain(getattr(value, name)) for name in names} if names else value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any type at all
    """The names of a record's fields, none for other values; worked out once for each type."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 - follows the type it is given
    return _maker(kind)(value)


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any of the types that records are made of
    """What makes a value of this type from plain data; worked out once for each type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        made = _maker(next(a for a in inner if a is not NoneType))
        return lambda value: None if value is None else made(value)
    if origin is tuple and inner[-1] is Ellipsis:
        made = _maker(inner[0])
        return lambda value: tuple(map(made, value))
    if origin is tuple:
        makers = tuple(map(_maker, inner))
        return lambda value: tuple(make(v) for make, v in zip(makers, value, strict=True))
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        parts = tuple((f.name, _maker(hints[f.name])) for f in fields(kind))
        return lambda value: kind(**{name: make(value[name]) for name, make in parts})
    return _same


def _same(value: Any) -> Any:  # noqa: ANN401 - text and numbers are what they are
    return value
