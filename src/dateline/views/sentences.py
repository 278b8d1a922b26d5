"""Cuts a text into sentences by its marks, without a language model: for showing, not for reading.

A sentence never runs over a line break. A full stop ends one unless it follows an abbreviation, an initial or a number,
or what comes next is in lower case. The rules are those of Grefenstette and Tapanainen, What is a word, what is a
sentence? (1994).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from dateline.model import Anchor, Span, anchor, dateline_of

_ABBREVIATIONS = frozenset(files("dateline.views").joinpath("abbreviations.txt").read_text("utf-8").split())
"""Words that a full stop follows within a sentence, without their own full stops."""

_BEFORE_NUMBERS = frozenset({"no", "nos", "art", "fig"})
"""Abbreviations before a number, and words otherwise."""

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}(?=\s)")
_OPENING = "\"'“‘«([`"
_WORD_BEFORE = re.compile(r"[\w.]{1,20}\Z")
_LINE = re.compile(r"[^\n]+")


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order, without white space at their ends."""
    return tuple(_sentences(text))


def sentence_at(text: str, start: int, end: int) -> Anchor:
    """The sentence that holds `text[start:end]`, or the sentences that share it, as one passage."""
    held = [s for s in sentences(text) if s.start < end and start < s.end]
    return anchor(text, min(start, held[0].start), max(end, held[-1].end)) if held else anchor(text, start, end)


def first_sentence(text: str) -> tuple[Anchor, ...]:
    """The first sentence; none where the text holds none."""
    return tuple(anchor(text, s.start, s.end) for s in sentences(text)[:1])


def after_dateline(text: str, span: Span) -> Span:
    """The sentence without the place, day and agency that open an article ("EASTPORT, May 6 (Wire) – The line ...")."""
    found = dateline_of(text, span.start, span.end)
    return span if found is None else Span(found.span.end, span.end)


def _sentences(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends(text, stop.start(), stop.end(), line.end()):
                yield from _trimmed(text, start, stop.end())
                start = stop.end()
        yield from _trimmed(text, start, line.end())


def _ends(text: str, mark: int, after: int, line_end: int) -> bool:
    following = text[after : min(line_end, after + 12)].lstrip().lstrip(_OPENING).lstrip()
    if not following or following[0].islower():
        return not following
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    before = _WORD_BEFORE.search(text, max(0, mark - 20), mark)
    word = before[0] if before else ""
    if len(word) == 1 and word.isupper():
        return False
    if word.casefold() in _BEFORE_NUMBERS:
        return not following[0].isdigit()
    if word.casefold().replace(".", "") in _ABBREVIATIONS:
        return False
    return not (_initials(word) and following[0].isupper() and not _opens(following))


def _initials(word: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word))


_OPENERS = frozenset(
    ["the", "a", "an", "he", "she", "it", "they", "we", "i", "in", "on", "at", "but", "and", "this", "that", "after"]
)


def _opens(following: str) -> bool:
    """Whether a word that usually opens a sentence follows ("the U.S. The ...", not "the U.S. Army")."""
    word = following.split(maxsplit=1)[0].casefold().rstrip(",")
    return word in {
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "in",
        "on",
        "at",
        "but",
        "and",
        "this",
        "that",
        "after",
    }


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
