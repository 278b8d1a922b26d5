"""What a detector hands to assembly: where a source, a cue and a content stand. A learned tagger gives the same."""

from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.parse import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """One attribution as stretches of the text, in the terms of PARC and PolNeAR.

    `source` is empty where the text names none; `cue` is empty where a quotation stands without one. `speaker` is the
    stretch that names who speaks where `source` does not say it ("who" in "the envoy, who said"), else None.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Span | None = None

    @property
    def order(self) -> tuple[int, int]:
        """Where it starts and ends."""
        spans = (*self.source, *self.cue, *self.content)
        return min(s.start for s in spans), max(s.end for s in spans)

    @property
    def place(self) -> tuple[tuple[int, int], tuple[Span, ...]]:
        """Its order, and its cue where two start and end alike."""
        return self.order, self.cue


def tokens_of(parsed: Parsed, span: Span) -> DocSpan:
    """The tokens that a stretch of the text touches. Raises ValueError where the text has none there."""
    found = parsed.doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no tokens at {span}")
    return found


def whole_words(parsed: Parsed, first: int, last: int) -> str:
    """The text of tokens `[first, last)` on one line, to the end of a word that the tokens cut at its hyphen and of a title in marks."""
    doc, text = parsed.doc, parsed.text
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    while last < len(doc) and doc[last].idx == end and (doc[last].text == "-" or doc[last - 1].text == "-"):
        last, end = last + 1, doc[last].idx + len(doc[last])
    opened = text.count("“", start, end) > text.count("”", start, end) or text.count('"', start, end) % 2
    if opened and text[end : end + 1] in {"”", '"'}:
        end += 1
    return " ".join(text[start:end].split())


def cue_token(parsed: Parsed, one: Detected) -> Token | None:
    """The word that the cue hangs on: its last verb, else the root of its words; None without a cue."""
    if not one.cue:
        return None
    span = tokens_of(parsed, one.cue[0])
    verbs = [t for t in span if t.pos_ in {"VERB", "AUX"}]
    return verbs[-1] if verbs else span.root
