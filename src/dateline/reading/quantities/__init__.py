"""Quantities: counted or measured facts."""

from dateline.reading.quantities.find import find_quantities

__all__ = ["find_quantities"]
