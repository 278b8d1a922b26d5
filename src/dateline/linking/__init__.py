"""Who is who, which articles tell one story, what was promised, what disagrees: readings in, one record out; pure."""

from dateline.linking.copies import CopyFinder
from dateline.linking.link import LINKER, link, prepared, repeating

__all__ = ["LINKER", "CopyFinder", "link", "prepared", "repeating"]
