"""Who is who, which articles tell one story, what was promised, what disagrees: readings in, one record out; pure."""

from dateline.linking.copies import CopyFinder
from dateline.linking.corrections import without_hidden
from dateline.linking.join import joined
from dateline.linking.link import LINKER, bonds_of, find_regions, link, link_region, placed, prepared, repeating
from dateline.linking.marks import decided_edges, marks_of
from dateline.linking.stories import story_id, story_of, story_then

__all__ = [
    "LINKER",
    "CopyFinder",
    "bonds_of",
    "decided_edges",
    "find_regions",
    "joined",
    "link",
    "link_region",
    "marks_of",
    "placed",
    "prepared",
    "repeating",
    "story_id",
    "story_of",
    "story_then",
    "without_hidden",
]
