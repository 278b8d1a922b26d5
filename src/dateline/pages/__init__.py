"""From a page's bytes to its articles: decode, find the body, clean in named steps that keep offsets, cut, date."""

from dateline.pages.cut import Cut, cut

__all__ = ["Cut", "cut"]
