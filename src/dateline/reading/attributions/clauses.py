"""Contents that are clauses: after the verb, before it, or around it."""

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.extent import Page, content_span
from dateline.reading.attributions.grammar import child
from dateline.reading.attributions.telling import Telling
from dateline.reading.attributions.words import CueWords, cue_words, lemma

_THOUGHT = frozenset(("believe", "think", "hear", "know", "hope", "expect"))
"""Verbs besides those of speech that may stand behind their content or inside it ("the port, she believes, is open")."""


def clause_of(one: Telling) -> list[Span]:
    """The clause that the verb tells; empty where it has none."""
    words, verb = cue_words(), one.verb
    after = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if after is not None and one.word in words.clause | words.question:
        first = one.last
        if one.who is not None and one.who.i > verb.i and one.who.head == verb:
            first = one.right
        first = max(after.left_edge.i, first)
        if first <= after.right_edge.i and _fits(one, verb.doc[first], words):
            found = content_span(one.page, first, after.right_edge.i + 1)
            return _antecedent(one, after) + _with_beginning(one, before, after, found)
    if one.word not in words.clause:
        return []
    if one.word in words.speech | _THOUGHT:
        if before is not None:
            end = verb.i if one.who is None or one.who.i > verb.i else one.who.left_edge.i
            return spans(content_span(one.page, before.left_edge.i, min(before.right_edge.i + 1, end)))
        if verb.dep_ == "parataxis" or _set_off(verb):
            return _around(one.page, verb)
    return _strayed(one, words)


def spans(span: Span | None) -> list[Span]:
    """A list of the span, empty for None."""
    return [] if span is None else [span]


def _fits(one: Telling, opening: Token, words: CueWords) -> bool:
    """Whether the verb takes a clause that opens so."""
    if opening.tag_.startswith("W"):
        return one.word in words.question
    if opening.lower_ in {"whether", "if"}:
        return one.word in words.question | words.clause
    return one.word in words.clause


def _with_beginning(one: Telling, before: Token | None, after: Token, found: Span | None) -> list[Span]:
    """The clause, and what of it stands before a parenthesis ("the bridge, she said, is closed")."""
    if found is None or not _parenthetical(one, after):
        return spans(found)
    if before is not None or any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in after.children):
        return [found]
    start = max(one.verb.sent.start, one.left - 40)
    return [*spans(content_span(one.page, start, one.left)), found]


def _antecedent(one: Telling, after: Token) -> list[Span]:
    """The subject that "steps which she said are needed" leaves out of the clause."""
    verb = one.verb
    if verb.dep_ != "relcl" or verb.head.i >= one.left:
        return []
    own = next((c for c in after.lefts if c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"}), None)
    if own is not None and (own.i >= one.left or own.tag_ not in {"WDT", "WP"}):
        return []
    end = one.left if own is None else own.i
    return spans(content_span(one.page, verb.head.left_edge.i, min(end, verb.left_edge.i)))


def _parenthetical(one: Telling, after: Token) -> bool:
    """Whether commas set the reporting clause off on both sides."""
    doc = one.verb.doc
    opened = one.left > 0 and doc[one.left - 1].text in {",", "”", '"', "''"}
    return opened and doc[after.left_edge.i - 1].text == ","


def _set_off(verb: Token) -> bool:
    """Whether the verb ends a sentence as ", X said": the model takes it for one more main clause."""
    doc = verb.doc
    own = child(verb, "nsubj")
    if (
        verb.dep_ != "conj"
        or own is None
        or any(c.dep_ == "cc" for c in verb.head.children)
        or child(verb, "dobj", "ccomp")
    ):
        return False
    first = own.left_edge.i
    return first > 0 and doc[first - 1].text == "," and not any(c.dep_ in {"xcomp", "conj"} for c in verb.rights)


def _strayed(one: Telling, words: CueWords) -> list[Span]:
    """The clause of "said after meeting them that ...", which the model hangs on the nearer verb."""
    verb, doc = one.verb, one.verb.doc
    for i in range(one.last, min(verb.right_edge.i + 1, one.last + 20)):
        token = doc[i]
        if token.lower_ != "that" or token.dep_ != "mark":
            continue
        clause, above = token.head, token.head.head
        medium = above.dep_ == "pobj" and above.head.head == verb and above.lemma_.lower() in words.document
        own = not medium and lemma(above) in words.clause | words.noun["clause"]
        if clause.dep_ not in {"ccomp", "acl", "advcl"} or own:
            return []
        near = verb in above.ancestors and token.i == clause.left_edge.i
        return spans(content_span(one.page, token.i, clause.right_edge.i + 1)) if near else []
    return []


def _around(page: Page, verb: Token) -> list[Span]:
    """A main clause into which the reporting clause is put as a parenthesis."""
    top = verb.head
    found = []
    if top.left_edge.i < verb.left_edge.i:
        found += spans(content_span(page, top.left_edge.i, verb.left_edge.i))
    if verb.right_edge.i < top.right_edge.i:
        found += spans(content_span(page, verb.right_edge.i + 1, top.right_edge.i + 1))
    return found
