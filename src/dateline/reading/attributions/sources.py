"""How far the words that name a source reach."""

from spacy.tokens import Doc, Token

from dateline.reading.attributions.extent import Page, behind_dateline, tail

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
    first = _with_office(head, first)
    behind = _behind_dateline(page, first)
    if behind > head.i:
        last = max(last, _up_to_verb(page, behind))
    first = max(first, behind)
    first, last = _without_day(doc, head, first, last)
    while first < last - 1 and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _LEADING):
        first += 1
    while last - 1 > max(first, head.i) and doc[last - 1].lower_ in _TRAILING:
        last -= 1
    return first, last


def _with_office(head: Token, first: int) -> int:
    """`first` moved before an office that the model takes for an adverbial: "Head of the Council Anna Varga said"."""
    office = next((c for c in head.head.lefts if c.dep_ == "npadvmod" and c.right_edge.i == first - 1), None)
    named = head.pos_ == "PROPN" and office is not None and not office.ent_type_.startswith(("DATE", "TIME"))
    if office is None or not named or not any(c.lower_ in {"of", "for"} and c.dep_ == "prep" for c in office.rights):
        return first
    return office.left_edge.i


def _without_day(doc: Doc, head: Token, first: int, last: int) -> tuple[int, int]:
    """The range without a day before or behind it that is no part of a name: "On Monday Varga", "Varga on Monday"."""
    start = first + 1 if doc[first].pos_ == "ADP" else first
    stop = start
    while stop < head.i and (doc[stop].ent_type_ in {"DATE", "TIME"} or (stop > start and doc[stop].text == ",")):
        stop += 1
    if start < stop <= head.i:
        first = stop
    end = last
    while end - 1 > head.i and doc[end - 1].ent_type_ in {"DATE", "TIME"}:
        end -= 1
    if end < last and end - 1 > head.i and doc[end - 1].lower_ in {"on", "late", "early"}:
        last = end - 1
    return first, last


def _behind_dateline(page: Page, first: int) -> int:
    """The token behind "GENEVA (Agency) -" where the phrase opens its paragraph with one; else `first`."""
    doc = page.parsed.doc
    end = behind_dateline(page, doc[first].idx)
    while first < len(doc) - 1 and doc[first].idx < end:
        first += 1
    return first


def _up_to_verb(page: Page, first: int) -> int:
    """The end of the words up to the next verb: the subject that the model took a dateline for."""
    doc = page.parsed.doc
    last = first
    while last < min(first + 25, len(doc)) and doc[last].pos_ not in {"VERB", "AUX"} and not doc[last].is_space:
        last += 1
    return last
