"""The ledger as canonical JSON Lines."""

from collections.abc import Iterator

from dateline.api import Ledger


def canonical_lines(ledger: Ledger) -> Iterator[str]:
    """Everything that was added and decided, and what linking makes of it; the same content gives the same lines."""
    from dateline.ledger import canonical

    return canonical(ledger.store)
