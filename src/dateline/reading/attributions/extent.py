"""From tokens to stretches of the text: where a content or a source begins and ends, marks and all."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.grammar import is_reporting_participle
from dateline.reading.attributions.quotation import Quotes
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.parse import Parsed

_OUTER = " \t\r\n\u00a0,;:–—-"
_STOPS = ".?!…"


@dataclass(frozen=True, slots=True)
class Page:
    """What every detector works on: the text, its analysis and its quotations."""

    parsed: Parsed
    quotes: Quotes

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parsed.text


def char_span(page: Page, first: int, last: int) -> Span | None:
    """The characters from token `first` to before token `last`, white space off; None where nothing is left."""
    doc = page.parsed.doc
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    if first >= last:
        return None
    return Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))


def content_span(page: Page, first: int, last: int) -> Span | None:
    """The content in tokens `[first, last)`: cut before a new report, whole quotations, no loose marks at its ends."""
    last = _before_next_report(page, first, last)
    whole = char_span(page, first, last)
    return None if whole is None else settle(page, whole.start, whole.end)


def settle(page: Page, start: int, end: int) -> Span | None:
    """The stretch with quotations that it cuts made whole, and without loose marks at its ends."""
    text = page.text
    start, end = _trim(text, start, end)
    quote = page.quotes.at(start) if start < end else None
    if quote is not None and quote.start < start and not text[quote.start : start].strip("\"'“”‘’`« "):
        start = quote.start
    last = page.quotes.at(end - 1) if start < end else None
    if last is not None and end < last.end:
        end = last.end
    elif last is None:
        behind = page.quotes.at(end)
        if behind is not None and behind.start < end:
            end = behind.end
    if page.quotes.at(end - 1) is None:
        start, end = _trim(text, start, end)
    return Span(start, end) if start < end else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _OUTER + _STOPS:
        start += 1
    while start < end and text[end - 1] in _OUTER:
        end -= 1
    while start < end and text[end - 1] in _STOPS and not _abbreviation(text, start, end):
        end -= 1
    return start, end


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the final stop belongs to a word ("U.S.")."""
    word = text[start:end].rsplit(None, 1)[-1] if text[start:end].strip() else ""
    return word.count(".") > 1 and text[end - 1] == "." and not word.endswith("..")


def _before_next_report(page: Page, first: int, last: int) -> int:
    """Where a participle, "according to" or another speaker's verb begins a report of its own."""
    doc = page.parsed.doc
    for i in range(first + 2, last):
        token = doc[i]
        if page.quotes.at(token.idx) is not None:
            continue
        before = doc[i - 1]
        if token.lower_ == "according" and i + 1 < last and doc[i + 1].lower_ == "to" and before.text == ",":
            return i - 1
        if is_reporting_participle(token):
            return i - 1
        if _adds(token) and before.lower_ == "and":
            return i - 1
    return last


def _adds(token: Token) -> bool:
    return (
        token.dep_ == "conj"
        and token.tag_ == "VBD"
        and lemma(token) in {"add"}
        and any(c.dep_ == "ccomp" for c in token.children)
    )


def noun_phrase(page: Page, head: Token, *, inverted: bool = False) -> tuple[int, int]:
    """The token range of a source: the whole phrase; after its verb without a clause that a comma cuts off."""
    doc = page.parsed.doc
    first, last = head.left_edge.i, head.right_edge.i + 1
    if inverted:
        for clause in head.children:
            if (
                clause.dep_ in {"relcl", "advcl"}
                and clause.left_edge.i > head.i
                and doc[clause.left_edge.i - 1].text == ","
            ):
                last = min(last, clause.left_edge.i - 1)
        while (
            last - 1 > head.i
            and (doc[last - 1].is_punct or doc[last - 1].is_space)
            and doc[last - 1].text not in ')"”’'
        ):
            last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return first, last


def reports(token: Token) -> bool:
    """Whether the verb is in any list of cues."""
    word, words = lemma(token), cue_words()
    return word in words.speech or word in words.clause
