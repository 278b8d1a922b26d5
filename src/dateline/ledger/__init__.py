"""The ledger: pages and readings as they were added, what was known when, and the record that linking makes of it."""

from dateline.ledger.canonical import canonical
from dateline.ledger.opening import open_store
from dateline.ledger.search import Hit
from dateline.ledger.store import READER, Store

__all__ = ["READER", "Hit", "Store", "canonical", "open_store"]
