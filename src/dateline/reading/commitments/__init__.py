"""Commitments: what a party undertakes, by when, on what condition."""

from dateline.reading.commitments.find import find_commitments

__all__ = ["find_commitments"]
