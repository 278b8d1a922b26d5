"""Commitments: what a party undertakes, by when, on what condition."""

from dateline.reading.commitments.find import find_commitments
from dateline.reading.commitments.learned.view import View

__all__ = ["View", "find_commitments"]
