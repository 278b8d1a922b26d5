"""What cannot all be true, within and between articles: denials, opposed accounts, two figures, two dates."""

from dateline.linking.conflicts.find import find_conflicts

__all__ = ["find_conflicts"]
