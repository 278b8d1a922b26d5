"""A row of an answer as plain data: what JSON, tables and templates are made from."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from dateline.codec import encode_anchor, encode_days
from dateline.model import Anchor, Citation, Interval, PageRef, Published


def to_plain(value: object) -> Any:  # noqa: ANN401 -- the shape is the row's own
    """The row as dicts, lists, strings, numbers and None.

    Days are ISO 8601, an interval is `{start, end}`, a citation `{article, start, end, quote}`.
    """
    match value:
        case Citation():
            return {"article": value.article, **encode_anchor(value.anchor)}
        case Anchor():
            return encode_anchor(value)
        case Interval():
            return encode_days(value)
        case Published():
            return {**encode_days(value.interval), "basis": value.basis}
        case PageRef():
            return {"source": value.source, "sha256": value.sha256}
        case date():
            return value.isoformat()
        case Mapping():
            return {key: to_plain(part) for key, part in value.items()}
        case tuple() | list():
            return [to_plain(part) for part in value]
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    return value
