"""A ledger as sorted lines of JSON: the same set of pages and corrections gives the same lines, in whatever order they were added."""

from collections.abc import Iterator

from dateline.codec import dumps, encode_reading
from dateline.ledger.judgements import judgements_to_json
from dateline.ledger.store import Store


def canonical(store: Store) -> Iterator[str]:
    """Everything in the ledger but the days on which it was recorded, and what linking makes of it."""
    lines = [f'{{"table": {dumps(table)}, "row": {line}}}' for table, line in store.rows()]
    record = store.record()
    lines += [f'{{"linked": {dumps(encode_reading(reading))}}}' for reading in record.readings.values()]
    lines.append(f'{{"record": {judgements_to_json(record)}}}')
    yield from sorted(lines)
