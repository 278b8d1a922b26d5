"""Events: what happened or is said to, on the PLOVER ontology."""

from dateline.reading.events.find import find_events

__all__ = ["find_events"]
