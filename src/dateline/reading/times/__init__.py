"""Time expressions: what day is meant, and when was this written."""

from dateline.reading.times.date import date_article
from dateline.reading.times.find import find_times

__all__ = ["date_article", "find_times"]
