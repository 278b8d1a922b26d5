"""Interviews: paragraphs that a label gives to their speaker ("ANNA VARGA: We waited.", "Q: Why?")."""

import re
from collections import Counter

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page

_LABEL = re.compile(r"(?:([A-Z][^\s:]{0,24}(?: [^\s:]{1,24}){0,4})\s?:|([QA])[).])\s+(?=\S)")
_NAMELESS = frozenset(("q", "a", "question", "answer"))
_PARTICLES = frozenset(("al", "bin", "van", "von", "de", "of", "the", "el", "der", "da", "di", "ben"))
_FEWEST = 2
_FEWEST_WORDS = 3


def find_labelled(page: Page) -> list[Detected]:
    """Every labelled paragraph, without a cue, where two labels or more take turns and one of them comes again.

    The source is the label; a mere "Q" or "A" names nobody.
    """
    rows: list[tuple[str, Span, Span]] = []
    for paragraph in page.parsed.paragraphs:
        found = _LABEL.match(page.text, paragraph.start, paragraph.end)
        label = found.lastindex if found is not None else None
        if found is not None and label is not None and _names(found[label]):
            rows.append((found[label], Span(*found.span(label)), Span(found.end(), paragraph.end)))
    count = Counter(label for label, _, _ in rows)
    turns = [row for row in rows if count[row[0]] >= _FEWEST]
    if not _take_turns([label for label, _, _ in rows]) or _words(page.text, rows) < _FEWEST_WORDS * len(rows):
        return []
    interview = range(turns[0][1].start, turns[-1][1].end)
    return [
        Detected(source=() if label.lower() in _NAMELESS else (who,), cue=(), content=(said,))
        for label, who, said in rows
        if count[label] >= _FEWEST or who.start in interview
    ]


def _take_turns(labels: list[str]) -> bool:
    """Whether a label comes again behind another one."""
    seen: set[str] = set()
    for before, label in zip(["", *labels], labels, strict=False):
        if label != before and label in seen:
            return True
        seen.add(label)
    return False


def _words(text: str, rows: list[tuple[str, Span, Span]]) -> int:
    """How many words the labels' paragraphs hold; "Photo: Agency" has hardly any."""
    return sum(len(text[said.start : said.end].split()) for _, _, said in rows)


def _names(label: str) -> bool:
    """Whether the words are all capitalised, as a name is; not a heading or a sentence."""
    words = label.split()
    return all(w[0].isupper() or w.lower() in _PARTICLES for w in words) and not any(c in label for c in '“”".,;!?/@')
