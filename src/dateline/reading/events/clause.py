"""The shortest clause that states an event."""

from spacy.tokens import Token

from dateline.reading.events.draft import Draft
from dateline.reading.events.openings import dateline_before

_LEFT = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "csubj",
        "npadvmod",
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "predet",
        "quantmod",
    }
)
_RIGHT = frozenset(
    {
        "dobj",
        "prep",
        "prt",
        "agent",
        "dative",
        "attr",
        "acomp",
        "advmod",
        "npadvmod",
        "oprd",
        "xcomp",
        "pobj",
        "neg",
        "ccomp",
    }
)


_LONGEST = 120
"""Tokens below one phrase that are followed; a longer one is cut there, which bounds the work."""


def clause_of(draft: Draft) -> tuple[int, int]:
    """The offsets of the clause: the trigger with its subject, objects and phrases, without subordinate clauses."""
    head = draft.clause or draft.head
    first, last = head.i, head.i
    marks = [c.i for c in head.lefts if c.dep_ == "mark"]
    for child in head.children:
        if any(child.i < mark for mark in marks):
            continue  # what stands before "after they agreed" belongs to the clause above
        if child.i < head.i and child.dep_ in _LEFT and child.tag_ not in {"WDT", "WP"}:
            first = min(first, _left_edge(child))
        elif child.i > head.i and child.dep_ in (
            _RIGHT if draft.clause is not None or not draft.nominal else {"prep", "agent", "acl"}
        ):
            if child.dep_ == "ccomp" and not (
                draft.clause or draft.type in {"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"}
            ):
                continue
            last = max(last, _right_edge(child))
    tokens = [*draft.trigger]
    first = min([first, *(t.i for t in tokens)])
    last = max([last, *(t.i for t in tokens)])
    doc = head.doc
    sentence = head.sent
    if first == sentence.start and (opened := dateline_before(head)) > first:
        first = min(opened, head.i)
    return doc[first].idx, doc[last].idx + len(doc[last])


def _left_edge(child: Token) -> int:
    return child.left_edge.i


def _right_edge(child: Token) -> int:
    """The last token below a child, before any clause that only adds to it."""
    last = child.i
    stack = [child]
    for _ in range(_LONGEST):
        if not stack:
            break
        at = stack.pop()
        last = max(last, at.i)
        for below in at.rights:
            if below.dep_ in {"relcl", "advcl", "parataxis", "appos", "punct", "cc"}:
                continue
            if below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"}:
                continue
            stack.append(below)
        stack += [c for c in at.lefts if c.dep_ not in {"punct", "cc"}]
    return last
