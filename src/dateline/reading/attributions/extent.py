"""From tokens to stretches of the text: where a content or a source begins and ends, marks and all."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import Dateline, Span, dateline_at
from dateline.reading.actors.frame import datelines_of
from dateline.reading.attributions.grammar import adds, helpers_start, is_reporting_participle, sets_against
from dateline.reading.attributions.quotation import Quotes, find_quotes
from dateline.reading.attributions.words import cue_words
from dateline.reading.parse import Parsed

_OUTER = " \t\r\n\u00a0,;:–—-•▪●·◦"
_STOPS = ".?!…"
_OCCASION = frozenset(("in", "at", "on", "during", "after", "via", "through", "before"))


@dataclass(frozen=True, slots=True)
class Page:
    """What every detector works on: the text, its analysis, its quotations and datelines.

    `reports` are the tokens at which a report of its own begins inside a longer clause, in order, and `cuts` where the
    clause before each of them ends.
    """

    parsed: Parsed
    quotes: Quotes
    datelines: tuple[Dateline, ...]
    reports: tuple[int, ...]
    cuts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.parsed.text


def open_page(parsed: Parsed) -> Page:
    """The page of an analysed text; looks once for what many questions need."""
    quotes = find_quotes(parsed.text, parsed.paragraphs)
    found = [(t.i, cut) for t in parsed.doc if (cut := _report_starts(t)) is not None and quotes.at(t.idx) is None]
    datelines = datelines_of(parsed)
    return Page(parsed, quotes, datelines, tuple(i for i, _ in found), tuple(cut for _, cut in found))


def _report_starts(token: Token) -> int | None:
    """Where the words before end, if a participle, "according to", "and added" or "although X said" begins a report of its own here."""
    doc, i = token.doc, token.i
    if i == 0:
        return None
    before = doc[i - 1]
    if token.lower_ == "according":
        return i - 1 if before.text == "," and i + 1 < len(doc) and doc[i + 1].lower_ == "to" else None
    if sets_against(token):
        return i - 1
    if is_reporting_participle(token):
        return i - 1 if before.text == "," else i - 2 if before.lower_ == "while" else i
    if token.dep_ != "conj" or not adds(token):
        return None
    start = helpers_start(token)
    return start - 1 if start > 0 and doc[start - 1].lower_ in {"and", "but"} else None


def char_span(page: Page, first: int, last: int) -> Span | None:
    """The characters from token `first` to before token `last`, white space off; None where nothing is left."""
    doc = page.parsed.doc
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    if first >= last:
        return None
    return Span(_word_start(page.text, doc[first].idx), _word_end(page.text, doc[last - 1].idx + len(doc[last - 1])))


def _word_start(text: str, start: int) -> int:
    """The start of a word that the tokens cut at its hyphen ("think-tanks")."""
    if start > 1 and text[start - 1] == "-" and text[start].isalnum() and text[start - 2].isalnum():
        start -= 1
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    return start


def _word_end(text: str, end: int) -> int:
    """The end of a word that the tokens cut at its hyphen ("ex-minister")."""
    if 0 < end < len(text) - 1 and text[end] == "-" and text[end - 1].isalnum() and text[end + 1].isalnum():
        end += 1
        while end < len(text) and text[end].isalnum():
            end += 1
    return end


def content_span(page: Page, first: int, last: int) -> Span | None:
    """The content in tokens `[first, last)`: cut before a new report, whole quotations, no loose marks at its ends."""
    last = _before_next_report(page, first, last)
    doc = page.parsed.doc
    while last - 1 > first and (doc[last - 1].dep_ == "cc" or doc[last - 1].text in {",", ";", ":"}):
        last -= 1
    whole = char_span(page, first, last)
    return None if whole is None else settle(page, whole.start, whole.end)


def settle(page: Page, start: int, end: int) -> Span | None:
    """The stretch with quotations that it cuts made whole, without a dateline before it or loose marks at its ends."""
    text = page.text
    start = behind_dateline(page, start)
    start, end = _trim(text, start, end)
    quote = page.quotes.at(start) if start < end else None
    if quote is not None and quote.start < start and not text[quote.start : start].strip("\"'“”‘’`« "):
        start = quote.start
    last = page.quotes.at(end - 1) if start < end else None
    if last is not None:
        end = last.end
    return Span(start, end) if start < end else None


def behind_dateline(page: Page, start: int) -> int:
    """`start` moved behind the dateline that it stands in."""
    dateline = dateline_at(page.datelines, start)
    return start if dateline is None else dateline.span.end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _OUTER + _STOPS:
        start += 1
    while start < end and (
        text[end - 1] in _OUTER or (text[end - 1] in _STOPS and not _abbreviation(text, start, end))
    ):
        end -= 1
    return start, end


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the final stop belongs to a word ("U.S.")."""
    word = text[max(start, end - 20) : end].rsplit(None, 1)[-1]
    return word.count(".") > 1 and not word.endswith("..")


def _before_next_report(page: Page, first: int, last: int) -> int:
    """Where, in tokens `[first, last)`, a report of its own begins."""
    k = bisect_left(page.reports, first + 2)
    return page.cuts[k] if k < len(page.reports) and page.reports[k] < last else last


def with_infinitive(page: Page, governor: Token, last: int) -> int:
    """`last` moved behind an infinitive that goes on with "for X" ("a call for the sides to talk")."""
    doc = page.parsed.doc
    if last < len(doc) and doc[last].tag_ == "TO" and governor in doc[last].head.ancestors:
        return max(last, doc[last].head.right_edge.i + 1)
    return last


def tail(page: Page, first: int, last: int) -> int:
    """`last` moved before adverbials that tell where or when it was said ("in an interview", "on Monday")."""
    doc, words = page.parsed.doc, cue_words()
    while last - first > 2:
        end = last
        while end > first and (doc[end - 1].is_punct and page.quotes.at(doc[end - 1].idx) is None):
            end -= 1
        cut = None
        for i in range(end - 1, max(first, end - 12), -1):
            if page.quotes.at(doc[i].idx) is not None:
                break
            token = doc[i]
            if token.dep_ != "prep" or token.lower_ not in _OCCASION or token.right_edge.i + 1 < end:
                continue
            if token.head.pos_ == "VERB" and token.head.i >= first:
                continue
            noun = next((c for c in token.children if c.dep_ == "pobj"), None)
            if noun is not None and (
                noun.lemma_.lower() in words.document | words.meeting | words.occasion or noun.ent_type_ == "DATE"
            ):
                cut = i
        if cut is None and end - 1 > first and doc[end - 1].ent_type_ == "DATE" and doc[end - 1].dep_ == "npadvmod":
            cut = doc[end - 1].left_edge.i
        if cut is None or cut <= first:
            return last
        last = cut
    return last
