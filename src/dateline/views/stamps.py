"""What a page sets around its text and what has run into its sentences: lines of time and bylines, captions.

"Page last updated at 07:02 GMT, Friday, 16 May 2031" tells when the page was made, and nothing that happened.
"""

import re

from dateline.model import Span

_FAR = 200
"""Characters of a sentence in which a stamp is looked for."""

_DAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[\s,]+)?"
    r"(?:\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[\s,]+(?:19|20)\d\d"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d{1,2}[\s,]+(?:19|20)\d\d"
    r"|(?:19|20)\d\d[\s/-]\d{1,2}[\s/-]\d{1,2})"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+(?:GMT|BST|UTC|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T|JST|IST|HKT|UK(?:\s+time)?)\b"
_BETWEEN = r"(?:[\s,|–—-]|\blast\b|\bupdated\b|\bat\b|:)*"
_STAMP = re.compile(
    rf"(?:(?:page\s+)?last\s+updated\s+(?:at\s+)?)?(?:{_DAY}{_BETWEEN}{_CLOCK}|{_CLOCK}{_BETWEEN}{_DAY})"
    rf"(?:[\s,|]+{_CLOCK})?(?:\s+Help\b)?[\s,|–—-]*",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:By\s+(?:[A-Z][\w.’'-]+\s+(?:and\s+)?){1,6})?(?:[A-Z]{3,}[\w.’'-]*[\s,/]+){0,4}"
    r"(?:\(\s?[A-Z][A-Za-z ]{1,20}\)|(?:-?LRB-\s)?[A-Z][A-Za-z]{1,20}\s-RRB-)\s?[-–—]+\s+"
)
"""A byline, a place and an agency; brackets also as the Penn Treebank writes them."""


_CAPTION = re.compile(
    r"\b(?:in|from) (?:this|an?) (?:[\w-]+ ){0,2}?(?:photo(?:graph)?|picture|image|frame grab)\b|\bfile photo(?:graph)?\b",
    re.IGNORECASE,
)


_COMMENT = re.compile(
    r"(?:19|20)\d\d,?\s+at\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*[|:–—-]"
    r"|^\W*(?:at\s+)?\d{1,2}[:.]\d\d\s?[ap]m\s+on\s+[^.;]{5,60}\bwrote\s?:",
    re.IGNORECASE,
)


def is_comment(sentence: str) -> bool:
    """Whether a reader's comment begins with the sentence: "May 2, 2031 at 6:21 pm | No!"."""
    return _COMMENT.search(sentence) is not None


def is_caption(sentence: str) -> bool:
    """Whether a sentence says that it stands under a picture: "in this aerial photo", "file photo"."""
    return _CAPTION.search(sentence) is not None


def after_stamp(text: str, span: Span) -> Span:
    """The sentence behind the last such line and the place and agency that follow it; the sentence itself where it has none."""
    end = min(span.end, span.start + _FAR)
    start = span.start
    for stamp in _STAMP.finditer(text, span.start, end):
        start = stamp.end()
    agency = _AGENCY.match(text, start, span.end)
    start = start if agency is None else agency.end()
    return Span(start, span.end) if start < span.end else span
