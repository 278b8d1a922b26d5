"""The article's text as tokens, sentences and names: spaCy's analysis, one paragraph at a time, laid over the whole text.

Every step of the reading works on one `Doc` whose token offsets are the text's own: `doc.text == text`, `token.idx` is a
code point of the text. Paragraphs, the datelines before them, and sentences that a page glued together are parsed apart, because sentence
splitting and names break across line breaks, and a dateline has no part in the sentence behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import Span
from dateline.model.datelines import dateline_of
from dateline.reading.pipeline import analysed

READ_AT_MOST = 100_000
"""Code points of an article that are read; what lies beyond is kept as text and named in a `Problem`."""

_PARSE_AT_ONCE = 10_000
"""Code points given to the parser at once; a longer paragraph is cut at white space, which bounds memory."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text and its analysis. `paragraphs` are the spans of its lines that hold more than white space, in order."""

    text: str
    doc: Doc
    paragraphs: tuple[Span, ...]

    def paragraph_of(self, offset: int) -> int:
        """The index of the paragraph that holds the offset, or of the last one before it."""
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)


def parse(text: str) -> Parsed:
    """Analyses the first READ_AT_MOST code points. The same text gives the same analysis: articles never share a batch."""
    text = text[:READ_AT_MOST]
    docs = analysed([*_chunks(text)] or [""])
    doc = Doc.from_docs(docs, ensure_whitespace=False)
    assert doc is not None  # noqa: S101 -- from_docs gives None for an empty list only
    _join_pairs(doc)
    _join_rows(doc)
    _part_from_place(doc)
    _head_by_nouns(doc)
    doc.user_data[_TEXT] = text
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text))
    return Parsed(text, doc, paragraphs)


_GLUED = re.compile(
    r"""(?:(?<![\w.@/])[a-z\d][\w'’%-]*\)?(?:…|\.{2,4})?[.!?](?P<mark>["”]?)(?=[A-Z][a-z])"""  # "the conflict.Both sides"
    r"""|\w{3}(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bCol)(?<!\bRep)(?<!\bRev)(?<!\bSgt)(?<!\bMrs)"""
    r"""[.!?](?P<end>["”]?)(?=(?!Com\b|Net\b|Org\b)(?:[A-Z][a-z]{2,}|A|An|It|He|We|I|In|On|At|As)\s[a-z]))"""  # "in Tolmar.The army"
)
"""The end of a sentence that the next one follows without a space, as where a page's paragraphs were joined; "kesh.org" is none,
nor is "Gazeta.Ru".
"""


def _join_pairs(doc: Doc) -> None:
    """Makes two subjects of what the model takes for one with two names, where the verb is a plural: "Kesh Steel, Varn Mines agree to"."""
    for token in doc:
        if token.dep_ != "appos" or token.tag_ != "NNP" or token.head.tag_ != "NNP" or token.head.dep_ != "nsubj":
            continue
        left, behind = token.left_edge.i - 1, token.right_edge.i + 1
        enclosed = doc[left].text != "," or behind >= len(doc) or doc[behind].text == ","
        if not enclosed and token.head.head.tag_ == "VBP":
            token.dep_ = "conj"


def _join_rows(doc: Doc) -> None:
    """Makes one row of subjects of what the model takes for two: "Kesh, Varn and Tolmar signed" has but one, whose first is Kesh."""
    for token in doc[:-2]:
        if token.dep_ != "nsubj" or not token.ent_type_ or token.pos_ != "PROPN" or token.nbor(1).text != ",":
            continue
        row = [
            c
            for c in token.head.lefts
            if c.dep_ == "nsubj" and c.left_edge.i == token.i + 2 and c.ent_type_ == token.ent_type_
            if c.is_upper or not token.is_upper  # "OSLO, Kesh and Varn signed" opens with a dateline
        ]
        if row and any(c.dep_ == "cc" and c.lower_ == "and" for c in row[0].rights):
            row[0].head, row[0].dep_ = token, "conj"
    for between in doc[:-4]:
        if between.lower_ == "between":
            _join_row_between(between)


_BESIDE_VERBS = frozenset({"aux", "auxpass", "neg", "advmod"})


def _part_from_place(doc: Doc) -> None:
    """Makes subjects of the names behind the place that a sentence opens with: "At talks in Kesh, Varn and Tolmar agreed" was in Kesh alone."""
    for place in doc[:-4]:
        if place.dep_ != "pobj" or place.ent_type_ not in ("GPE", "FAC", "LOC") or place.nbor(1).text != ",":
            continue
        first = next((c for c in place.rights if c.dep_ == "conj" and c.left_edge.i == place.i + 2), None)
        last = first
        while last is not None and (behind := next((c for c in last.rights if c.dep_ == "conj"), None)) is not None:
            last = behind
        if first is None or last is None or last == first or doc[last.left_edge.i - 1].lower_ != "and":
            continue
        verb = next((t for t in doc[last.right_edge.i + 1 :] if t.dep_ not in _BESIDE_VERBS), None)
        if verb is None or verb.pos_ not in ("VERB", "AUX") or verb.sent != place.sent or verb.tag_ == "VBG":
            continue
        told = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
        torn = [c for c in told if c.i < place.i and doc[c.left_edge.i - 1].dep_ == "prep" and c.left_edge.i]
        if len(torn) < len(told) or verb.left_edge.i > place.i:
            continue
        for thing in torn:  # "During | talks in Kesh, Varn and Tolmar agreed"
            thing.head, thing.dep_ = doc[thing.left_edge.i - 1], "pobj"
        first.head, first.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"


def _join_row_between(between: Token) -> None:
    """The same behind "between": of "a truce between Kesh, the Varn Front and Tolmar begins" the last two are no subject."""
    first = next((c for c in between.rights if c.dep_ == "pobj"), None)
    verb = next((t for t in between.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or first is None or list(first.conjuncts) or first.right_edge.i + 2 >= len(between.doc):
        return
    comma = between.doc[first.right_edge.i + 1]
    row = [
        c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i == comma.i + 1 and comma.text == ","
    ]
    if row and any(c.dep_ == "cc" and c.lower_ == "and" for c in row[0].rights):
        row[0].head, row[0].dep_ = first, "conj"


def _head_by_nouns(doc: Doc) -> None:
    """Makes a noun the head of the peoples before it, where the model makes the first of these its head: "The Maltese, Danish and Irish envoys"."""
    for noun in doc:
        if noun.tag_ != "NNS" or noun.ent_type_:
            continue
        k = noun.left_edge.i
        if 1 < k < noun.i and doc[k].ent_type_ == "NORP" and doc[k - 1].text == ",":
            loose = doc[k - 2]  # "French, | German and Italian officials said": an adjective of the verb, by the model
            if loose.ent_type_ == "NORP" and loose.head == noun.head and loose.dep_ == "amod":
                loose.head = noun
        if noun.dep_ not in ("appos", "conj"):
            continue
        first = noun.head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        between = doc[first.i : noun.i]
        listed = all(
            t.ent_type_ in ("NORP", "GPE") or t.text == "," or t.dep_ == "cc" or (t.head == noun and t.dep_ != "det")
            for t in between
        )
        peoples = sum(t.ent_type_ == "NORP" for t in between)
        if (
            first.ent_type_ != "NORP"
            or not listed
            or peoples < _SEVERAL
            or any(t.tag_ == "CD" for t in between)  # "four Kenyans and six Chadian guards" are counted apart
            or (first.i > 0 and doc[first.i - 1].text == ",")
        ):
            continue
        above, how = first.head, first.dep_
        if above == first or any(c.i > noun.i for c in first.children if c.dep_ in ("relcl", "prep")):
            continue
        for token in between:
            if token.head == first and token.dep_ == "det":
                token.head = noun
        noun.head, noun.dep_ = above, how
        first.head, first.dep_ = noun, "amod"


_SEVERAL = 2

_TEXT = "text"


def text_of(doc: Doc) -> str:
    """The text of a parsed article, which `doc.text` would put together anew from all tokens at each call."""
    text = doc.user_data.get(_TEXT)
    return text if isinstance(text, str) else doc.text


def _chunks(text: str) -> Iterator[str]:
    for line in re.findall(r"[^\n]*\n\s*|[^\n]+\Z", text):
        start = 0
        opening = dateline_of(line, len(line) - len(line.lstrip()), len(line.rstrip()))
        if opening is not None and opening.sure:  # else the model takes the town for the subject
            start = opening.span.end
            yield line[:start]
        marks, counted = 0, 0
        for glued in _GLUED.finditer(line, start):
            marks, counted = marks + line.count('"', counted, glued.end()), glued.end()
            if '"' not in (glued["mark"], glued["end"]) or marks % 2 == 0:  # the mark closes
                yield from _short(line[start : glued.end()])
                start = glued.end()
        yield from _short(line[start:])


def _short(rest: str) -> Iterator[str]:
    while len(rest) > _PARSE_AT_ONCE:
        cut = rest.rfind(" ", 1, _PARSE_AT_ONCE) + 1 or _PARSE_AT_ONCE
        yield rest[:cut]
        rest = rest[cut:]
    if rest:
        yield rest
