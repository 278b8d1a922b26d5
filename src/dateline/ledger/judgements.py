"""What linking decided, as text and back: the parts of a record that are not readings."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dateline.codec import dumps
from dateline.linking import repeating
from dateline.model import (
    Appearance,
    Conflict,
    Correction,
    LinkedActor,
    LinkedCommitment,
    LinkedEvent,
    Origin,
    Published,
    Reading,
    Record,
    Story,
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
        "dated": {a.id: plain(a.published) for a in articles if any(e.where == "story" for e in a.published.evidence)},
    }
    return dumps(told | {part: plain(getattr(record, part)) for part in _PARTS})


def record_of(line: str, readings: Mapping[str, Reading], appearances: tuple[Appearance, ...]) -> Record:
    """The record of a line that `judgements_to_json` made, over the readings that it was made from."""
    value = json.loads(line)
    parts = {part: tuple(_made(kind, v) for v in value[part]) for part, kind in _PARTS.items()}
    dated = {
        id_: replace(r, article=replace(r.article, published=_made(Published, value["dated"][id_])))
        if id_ in value["dated"]
        else r
        for id_, r in readings.items()
    }
    return Record(readings=repeating(dated, value["repeats"]), appearances=appearances, **parts)


def correction_to_json(correction: Correction) -> str:
    """One line of JSON."""
    return dumps(plain(correction))


def correction_of(line: str) -> Correction:
    """The correction of a line that `correction_to_json` made."""
    made = _made(Correction, json.loads(line))
    assert isinstance(made, Correction)  # noqa: S101 - tells the type checker what `_made` gives
    return made


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Frozen records as objects, tuples as lists, days as ISO strings."""
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 - follows the type it is given
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _made(next(a for a in get_args(kind) if a is not NoneType), value)
    if origin is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(_made(inner[0], v) for v in value)
        return tuple(_made(k, v) for k, v in zip(inner, value, strict=True))
    if origin is Literal:
        return value
    if kind is date:
        return date.fromisoformat(value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{f.name: _made(hints[f.name], value[f.name]) for f in fields(kind)})
    return value
