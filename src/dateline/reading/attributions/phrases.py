"""Attributions whose cue is a phrase: "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page, char_span, content_span
from dateline.reading.attributions.sources import noun_phrase

_BREAKS = frozenset((",", ";", ":", "-", "–", "—", "--", "("))
_VOICES = frozenset(("words", "view", "opinion", "judgment", "judgement"))


def find_according(page: Page) -> Iterator[Detected]:
    """Of "according to X" the content is the clause that it belongs to, before or after it."""
    doc = page.parsed.doc
    for token in doc:
        length = _phrase_length(token)
        if length == 0 or page.quotes.at(token.idx) is not None:
            continue
        to = doc[token.i + length - 1]
        noun = next((c for c in to.children if c.dep_ == "pobj"), None)
        if noun is None or noun.tag_ in {"WDT", "WP", "WP$"}:  # "an order according to which"
            continue
        first, last = noun_phrase(page, noun, inverted=True)
        source_end = last
        last = _without_subject(page, noun, last)
        behind = max(last, noun.right_edge.i + 1) if last == source_end else last
        source = char_span(page, first, last)
        cue = char_span(page, token.i, token.i + length)
        if source is None or cue is None:
            continue
        sentence = token.sent
        if doc[sentence.end - 1].text == "?":
            continue
        contents: list[Span] = []
        start = token.i
        while start > sentence.start and (doc[start - 1].text in _BREAKS or doc[start - 1].is_space):
            start -= 1
        if any(t.pos_ not in {"CCONJ", "ADV", "SCONJ"} for t in doc[sentence.start : start]):
            found = content_span(page, sentence.start, start)
            if found:
                contents.append(found)
            if behind < sentence.end and doc[behind].text == "," and behind + 3 < sentence.end:
                found = content_span(page, behind + 1, sentence.end)
                if found:
                    contents.append(found)
        else:
            found = content_span(page, behind, sentence.end)
            if found:
                contents.append(found)
        if contents:
            yield Detected(source=(source,), cue=(cue,), content=tuple(contents))


def _phrase_length(token: Token) -> int:
    """How many tokens of a phrase that names a source begin here: "according to", "in the words of"; else 0."""
    doc, i = token.doc, token.i
    if token.lower_ == "according" and i + 2 < len(doc) and doc[i + 1].lower_ == "to":
        return 2
    named = token.lower_ == "in" and i + 4 < len(doc) and doc[i + 1].lower_ == "the" and doc[i + 3].lower_ == "of"
    return 4 if named and doc[i + 2].lower_ in _VOICES else 0


def _without_subject(page: Page, noun: Token, last: int) -> int:
    """`last`, or the first comma where the model put the main clause's subject into the source ("According to X, talks ...")."""
    doc = page.parsed.doc
    for i in range(noun.i + 1, min(last - 1, len(doc) - 1)):
        if doc[i].text == "," and (
            doc[i + 1].pos_ in {"NUM", "SYM", "ADV"} or doc[i + 1].lower_ in {"but", "who", "which"}
        ):
            return i
    root = noun.sent.root
    if root.i < last or any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in root.children):
        return last
    return next((i for i in range(noun.i + 1, last) if doc[i].text == ","), last)
