"""What frames an article without being in its story: datelines, bylines, the desk's credits, signatures, headlines."""

import re

from spacy.tokens import Doc

from dateline.reading.actors.known import known_at
from dateline.reading.parse import Parsed
from dateline.reading.places.gazetteer import folded, towns

_PLACE_LINE = r"[A-Z][A-Z'’.]{1,20}(?:[ ,/|\\-]{1,3}[A-Z][A-Z'’.]{1,20}){0,5}"
_DATELINE = re.compile(r"(?m)^[ \t]{0,8}" + _PLACE_LINE + r"(?:[^\n]{0,60}?\([A-Za-z ./\-]{2,30}\))?[ ]?[|–—-]{1,2}[ ]")
_DATED_LINE = re.compile(
    r"(?m)^[ \t]{0,8}"
    + _PLACE_LINE
    + r"(?:, [A-Z][a-z]{2,20})?, (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}(?:, \d{4})?"
    r"(?:[.:]? ?/[A-Za-z -]{2,20}/)?[.:]?"
)
_LABELLED_LINE = re.compile(r"(?m)^[ \t]{0,8}(" + _PLACE_LINE + r"): ?(?=[A-Z“\"‘'])")
_TOWN = 20
"""Thousands of people in a town that gives its name to a report."""
_OPENING_LINES = 600
"""Code points in which a town before a colon opens the report; further down, it may be somebody's name in a transcript."""
_AGENCY_LINE = re.compile(
    r"\b[A-Z]{3,20}(?:[ ,/\\|]{1,3}[A-Z][A-Za-z.]{1,20}){0,4} \((?:Reuters|REUTERS|AP|AFP|CNN|UPI|dpa|Xinhua|TASS|IRNA)\)"
)
_STAFF = re.compile(r"(?m)^[ \t]{0,8}By [^\n]{0,60}?(?:Staff|Correspondent|Reporter|Writer)\b")
_CREDITS = re.compile(
    r"(?m)\(?(?:Additional r|R)eporting by[^\n]{0,300}|\(?(?:Writing|Editing|Compiled|Written) by [A-Z][^\n]{0,200}"
    r"|^[ \t]{0,8}(?:Photograph|Photo|Image|Picture)s?(?: by)?:[^\n]{0,80}"
)
_SIGNED = re.compile(r"(?<=[.!?”\"’)\s])[A-Z]{2,3}(?:/[A-Z]{0,3}){0,4}\s*\Z")
_BYLINE = re.compile(r"(?m)^[ \t]{0,8}By [A-Z][^\n|]{2,100}\|[^\n]{0,80}? - ")


def _is_headline(line: str) -> bool:
    """Whether a line is set in title case, where capitals tell nothing: most of its longer words begin with one, and it has no full stop."""
    if len(line) > 200 or line[-1] in ".!?”\"’')]:;,":
        return False
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 5 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _names_town(label: str) -> bool:
    """Whether the words in capitals before a colon are a town of some size, or a capital."""
    hit = known_at(label.title(), 0)
    if hit is not None and hit[1].kind == "capital":
        return True
    return any(town.thousands >= _TOWN for town in towns(folded(label)))


def frame_tokens(parsed: Parsed) -> tuple[frozenset[int], frozenset[int]]:
    """Tokens of datelines, of the desk's credits and of signatures, for who stands there is not in the story; and those of headlines."""
    text = parsed.text
    spans = [m.span() for form in (_DATELINE, _DATED_LINE, _BYLINE, _AGENCY_LINE, _STAFF) for m in form.finditer(text)]
    spans += [m.span() for m in _LABELLED_LINE.finditer(text[:_OPENING_LINES]) if _names_town(m[1])]
    spans += [m.span() for m in _CREDITS.finditer(text) if m.start() > len(text) // 2]
    spans += [m.span() for m in _SIGNED.finditer(text) if m.start() > len(text) - 12]
    headlines = [(p.start, p.end) for p in parsed.paragraphs if _is_headline(text[p.start : p.end])]
    return _tokens(parsed.doc, text, spans), _tokens(parsed.doc, text, headlines)


def dateline_state(parsed: Parsed) -> str | None:
    """The state where the report was written, as its dateline says."""
    text = parsed.text
    found = _DATELINE.search(text) or _DATED_LINE.search(text) or _AGENCY_LINE.search(text)
    if found is None:
        labels = _LABELLED_LINE.finditer(text[:_OPENING_LINES])
        found = next((m for m in labels if _names_town(m[1])), None)
    if found is None:
        return None
    town = re.match(r"[A-Z'’. -]+", found[0].strip())
    hit = known_at(town[0].strip(" -.'’").title(), 0) if town else None
    return hit[1].name if hit is not None and hit[1].kind in ("capital", "state") else None


def _tokens(doc: Doc, text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    inside: set[int] = set()
    for start, stop in spans:
        span = doc.char_span(start, start + len(text[start:stop].rstrip()), alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return frozenset(inside)
