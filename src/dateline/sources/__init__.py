"""Where pages come from: files, folders, standard input, web archives, feeds, and files of ready-made articles."""

from dateline.sources.found import READ_AT_MOST, Found
from dateline.sources.open import open_pages

__all__ = ["READ_AT_MOST", "Found", "open_pages"]
