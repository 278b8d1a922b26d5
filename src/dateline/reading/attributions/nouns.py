"""Attributions whose cue is a noun or an adjective: "their claim that", "voiced concern that", "is confident that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page, char_span, content_span, tail, with_infinitive
from dateline.reading.attributions.grammar import child, cue_range, helpers_start, subject
from dateline.reading.attributions.sources import noun_phrase
from dateline.reading.attributions.words import CueWords, cue_words, lemma


def find_nominal(page: Page) -> Iterator[Detected]:
    """Every noun and adjective of the lexicon, outside of direct speech, with its content and a source."""
    words = cue_words()
    for token in page.parsed.doc:
        if page.quotes.at(token.idx) is not None:
            continue
        if token.pos_ == "NOUN":
            found = _of_noun(page, token, words)
        elif (token.pos_ == "ADJ" and token.dep_ == "acomp") or (
            token.tag_ == "VBN" and token.lower_ in words.adjective
        ):
            found = _of_adjective(page, token, words)
        else:
            found = None
        if found is not None:
            yield found


def _of_noun(page: Page, noun: Token, words: CueWords) -> Detected | None:
    word = noun.lemma_.lower()
    content, last = _content(page, noun, word, words)
    if content is None:
        return None
    doc = page.parsed.doc
    owner = child(noun, "poss")
    if owner is not None and owner.tag_ != "WP$":
        first = owner.right_edge.i + 1
        span = char_span(page, owner.left_edge.i, owner.right_edge.i + 1)
        return _made(page, span, None, first, last, content)
    maker = noun.head
    if noun.dep_ == "dobj" and maker.pos_ == "VERB" and lemma(maker) in words.light and noun.i - maker.i <= 5:
        who = subject(maker)
        return None if who is None else _by(page, who, maker, cue_range(maker)[0], last, content)
    for link in noun.rights:
        if link.dep_ in {"prep", "agent"} and link.lower_ in {"by", "from"} and link.i == noun.i + 1:
            who = child(link, "pobj")
            if who is not None:
                a, b = noun_phrase(page, who, inverted=True)
                edge = min(b, next((i for i in range(a, b) if doc[i].idx >= content.start), b))
                return _made(page, char_span(page, a, edge), None, noun.i, noun.i + 1, content)
    return None


def _content(page: Page, noun: Token, word: str, words: CueWords) -> tuple[Span | None, int]:
    beside = [c for c in noun.head.rights if c.dep_ == "ccomp" and c.i > noun.i] if noun.dep_ == "dobj" else []
    for c in (*noun.rights, *beside):
        if c.dep_ in {"acl", "ccomp"} and c.left_edge.lower_ == "that" and word in words.noun["clause"]:
            return content_span(page, c.left_edge.i, c.right_edge.i + 1), noun.i + 1
        if c.dep_ == "acl" and c.left_edge.lower_ == "for" and word in words.noun["for"]:
            return content_span(page, c.left_edge.i + 1, c.right_edge.i + 1), c.left_edge.i + 1
        if c.dep_ == "acl" and c.left_edge.tag_ == "TO" and word in words.noun["infinitive"]:
            return content_span(page, c.left_edge.i, c.right_edge.i + 1), noun.i + 1
        if c.dep_ == "prep" and c.i == noun.i + 1 and word in words.noun.get(c.lower_, ()) and c.right_edge.i > c.i:
            return content_span(
                page, c.i + 1, with_infinitive(page, noun, tail(page, c.i + 1, c.right_edge.i + 1))
            ), c.i + 1
    return None, 0


def _of_adjective(page: Page, adjective: Token, words: CueWords) -> Detected | None:
    if adjective.lower_ not in words.adjective:
        return None
    clause = next((c for c in adjective.rights if c.dep_ == "ccomp"), None)
    if clause is None:
        return None
    content = content_span(page, max(adjective.i + 1, clause.left_edge.i), clause.right_edge.i + 1)
    verb = adjective.head if adjective.dep_ == "acomp" else adjective
    who = child(verb, "nsubj", "nsubjpass")
    if content is None or who is None or who.lower_ in {"it", "that", "this"}:
        return None
    return _by(page, who, verb, helpers_start(verb), adjective.i + 1, content)


def _by(page: Page, who: Token, verb: Token, first: int, last: int, content: Span) -> Detected | None:
    a, b = noun_phrase(page, who, inverted=who.i > verb.i)
    speaker = None
    if who.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        c, d = noun_phrase(page, verb.head)
        speaker = char_span(page, c, min(d, verb.left_edge.i))
    return _made(page, char_span(page, a, b), speaker, first, last, content)


def _made(
    page: Page, source: Span | None, speaker: Span | None, first: int, last: int, content: Span
) -> Detected | None:
    cue = char_span(page, first, last)
    if (
        source is None
        or cue is None
        or any(a.overlaps(b) for a, b in ((source, cue), (source, content), (cue, content)))
    ):
        return None
    return Detected(source=(source,), cue=(cue,), content=(content,), speaker=speaker)
