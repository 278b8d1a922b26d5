"""Dateline reads news pages and keeps the record of a negotiation or a crisis, every line anchored to its words."""

from dateline.api import Added, Ledger, open_ledger
from dateline.intake import cut, read, read_text, to_json

__all__ = ["Added", "Ledger", "cut", "open_ledger", "read", "read_text", "to_json"]
