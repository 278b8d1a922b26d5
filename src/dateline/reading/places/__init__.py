"""Named places, with coordinates: towns, regions, countries, and sites that only the text names."""

from dateline.reading.places.find import find_places

__all__ = ["find_places"]
