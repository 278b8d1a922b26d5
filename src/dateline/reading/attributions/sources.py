"""How far the words that name a source reach."""

import re

from spacy.tokens import Token

from dateline.reading.attributions.extent import Page, tail

_DATELINE = re.compile(r"[^\n.!?]{0,20}(?:[A-Z]{3}|\()[^\n]{0,40}?\s[-–—]{1,2}\s")
_LEADING = frozenset(("even", "only", "but", "and", "still"))
_TRAILING = frozenset(("both", "all", "also", "each"))


def noun_phrase(page: Page, head: Token, *, inverted: bool = False) -> tuple[int, int]:
    """The token range of a source: the whole phrase without a dateline before it; after its verb, no further than a
    clause that a comma cuts off, or an adverbial.
    """
    doc = page.parsed.doc
    first, last = head.left_edge.i, head.right_edge.i + 1
    if inverted:
        last = tail(page, head.i, last)
        for clause in head.children:
            if clause.dep_ == "advcl" and clause.left_edge.i > head.i and doc[clause.left_edge.i - 1].text == ",":
                last = min(last, clause.left_edge.i - 1)
        who = (i for i in range(head.i + 2, last) if doc[i].tag_ in {"WP", "WDT", "WP$"} and doc[i - 1].text == ",")
        last = min(last, next(who, last + 1) - 1)
        while (
            last - 1 > head.i
            and (doc[last - 1].is_punct or doc[last - 1].is_space)
            and doc[last - 1].text not in ')"”’'
        ):
            last -= 1
    behind = _behind_dateline(page, first)
    if behind > head.i:
        last = max(last, _up_to_verb(page, behind))
    first = max(first, behind)
    while first < last - 1 and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _LEADING):
        first += 1
    while last - 1 > max(first, head.i) and doc[last - 1].lower_ in _TRAILING:
        last -= 1
    return first, last


def _behind_dateline(page: Page, first: int) -> int:
    """The token behind "GENEVA (Agency) -" where the phrase opens its paragraph with one; else `first`."""
    doc = page.parsed.doc
    paragraph = page.parsed.paragraphs[page.parsed.paragraph_of(doc[first].idx)]
    if doc[first].idx > paragraph.start + 60:
        return first
    found = _DATELINE.match(page.text, paragraph.start, min(paragraph.end, paragraph.start + 80))
    while found is not None and first < len(doc) - 1 and doc[first].idx < found.end():
        first += 1
    return first


def _up_to_verb(page: Page, first: int) -> int:
    """The end of the words up to the next verb: the subject that the model took a dateline for."""
    doc = page.parsed.doc
    last = first
    while last < min(first + 25, len(doc)) and doc[last].pos_ not in {"VERB", "AUX"} and not doc[last].is_space:
        last += 1
    return last
