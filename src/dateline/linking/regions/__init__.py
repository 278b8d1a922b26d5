"""Cuts a large set of articles into regions that are linked each by itself, so that one more article touches few others.

What is said here is a function of the set of articles: neither the order of adding nor the size of batches matters. Each article
is bound to the one before it in the order of publication that is most like it, among those just before it that share its most
telling words; so its bond does not change with what is published later, and what is known as of a past day is cut as it was then.
"""

from dateline.linking.regions.cut import CLOSE, DECIDED, LARGEST, LEVELS, TWIG, WHOLE, Edge, cut, most, pieces
from dateline.linking.regions.looks import NEAR, SHARED, Bond, Earlier, Looks, Postings, bond, looking_at, unsettled
from dateline.linking.regions.places import UNDATED, Place, Spot, first_known, place_of, spot_of

__all__ = [
    "CLOSE",
    "DECIDED",
    "LARGEST",
    "LEVELS",
    "NEAR",
    "SHARED",
    "TWIG",
    "UNDATED",
    "WHOLE",
    "Bond",
    "Earlier",
    "Edge",
    "Looks",
    "Place",
    "Postings",
    "Spot",
    "bond",
    "cut",
    "first_known",
    "looking_at",
    "most",
    "pieces",
    "place_of",
    "spot_of",
    "unsettled",
]
