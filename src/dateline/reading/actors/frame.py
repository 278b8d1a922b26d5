"""What frames an article without being in its story: datelines, bylines, the desk's credits, signatures, headlines."""

import re

from spacy.tokens import Doc

from dateline.model import Dateline, Span, find_datelines
from dateline.reading.actors.known import known_at
from dateline.reading.parse import Parsed
from dateline.reading.places.gazetteer import folded, towns

_LABEL = re.compile(
    r"([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})(?:, [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)?\s?:\s+(?=[A-Z“\"])"
)
_OPENING, _FEWEST_BEHIND = 600, 60
"""Code points of a text in which a town before a colon opens the report, and of the sentence that it opens at least."""
_TOWN = 20
"""Thousands of people in a town that gives its name to a report."""
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
    spans = [m.span() for form in (_BYLINE, _STAFF) for m in form.finditer(text)]
    spans += [(d.span.start, d.span.end) for d in datelines_of(parsed)]
    spans += [m.span() for m in _CREDITS.finditer(text) if m.start() > len(text) // 2]
    spans += [m.span() for m in _SIGNED.finditer(text) if m.start() > len(text) - 12]
    headlines = [(p.start, p.end) for p in parsed.paragraphs if _is_headline(text[p.start : p.end])]
    return _tokens(parsed.doc, text, spans), _tokens(parsed.doc, text, headlines)


def dateline_state(parsed: Parsed) -> str | None:
    """The state where the report was written, as its dateline says."""
    found = next(iter(datelines_of(parsed)), None)
    if found is None:
        return None
    behind = parsed.text[found.span.start : found.span.end].partition(",")[2].strip()
    hits = (known_at(words, 0) for words in (found.place.title(), behind))
    return next((hit[1].name for hit in hits if hit is not None and hit[1].kind in ("capital", "state")), None)


def datelines_of(parsed: Parsed) -> tuple[Dateline, ...]:
    """The datelines of the paragraphs, in order; a mere name before a colon ("LINDT: The", "New Lindt: The") is one where it is a town's."""
    text = parsed.text
    found = [d for d in find_datelines(text, parsed.paragraphs) if d.sure or _names_town(d.place)]
    taken = {d.span.start for d in found}
    for paragraph in parsed.paragraphs:
        if paragraph.start >= _OPENING:
            break
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        if label is None or paragraph.start in taken or paragraph.end - label.end() < _FEWEST_BEHIND:
            continue
        if text.count(label[0].rstrip()) == 1 and _names_town(label[1]):  # who is labelled again speaks
            found.append(Dateline(Span(paragraph.start, label.end()), label[1], sure=False))
    return tuple(sorted(found, key=lambda d: d.span))


def _tokens(doc: Doc, text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    inside: set[int] = set()
    for start, stop in spans:
        span = doc.char_span(start, start + len(text[start:stop].rstrip()), alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return frozenset(inside)
