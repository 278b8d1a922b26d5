"""The record for others: canonical lines, tables, and a dossier to read and print."""

from dateline.export.dossier import dossier
from dateline.export.lines import canonical_lines
from dateline.export.tables import write_tables

__all__ = ["canonical_lines", "dossier", "write_tables"]
