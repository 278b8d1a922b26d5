"""Where time expressions stand: the forms of the lexicon over the text's words; plausible.py says what neighbours rule out."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed
from dateline.reading.times.found import Found
from dateline.reading.times.patterns import Form, Grammar, grammar
from dateline.reading.times.plausible import plausible
from dateline.reading.times.words import Word, cut

_RUN = re.compile(r"[^ ]+")
_LONGEST = 40
"""Words in one expression at most; longer stretches (a table of dates) are read in steps of this size."""


def detect(parsed: Parsed) -> list[Found]:
    """The time expressions of the text in order, without overlaps: leftmost first, then longest, then the lexicon's order."""
    words = list(cut(parsed.text))
    symbols = grammar().symbols(words)
    found = []
    for first, last in _stretches(symbols, _line_starts(parsed.text, words)):
        taken = first
        for start, end, form, match in _matches(symbols, first, last):
            if start < taken:
                continue
            one = _found(parsed, words, start, end, form, match)
            if one is None or not plausible(one):
                continue  # a shorter form within it may follow
            taken = end
            if form.meaning != "age":  # an age fills its place, so that no length is read out of it
                found.append(one)
    return found


def _line_starts(text: str, words: list[Word]) -> list[int]:
    """The indices of the words that begin a line; no expression runs over a line's end, as no sentence does."""
    starts = []
    line = text.find("\n")
    for index, word in enumerate(words):
        if 0 <= line < word.start:
            starts.append(index)
            line = text.find("\n", word.end)
    return starts


def _stretches(symbols: str, line_starts: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that forms use, within a line and no longer than an expression may be, that hold a core word."""
    core = _core()
    for low, high in pairwise([0, *line_starts, len(symbols)]):
        for run in _RUN.finditer(symbols, low, high):
            for start in range(run.start(), run.end(), _LONGEST):
                end = min(run.end(), start + _LONGEST)
                if core.search(symbols, start, end):
                    yield start, end


@cache
def _core() -> re.Pattern[str]:
    listed = lexicon("times_words")["core"]
    wanted = {*listed["classes"], *listed["words"]} | {name.split()[0] for name in lexicon("times_holidays")}
    return re.compile("[" + re.escape(grammar().symbols_with(wanted)) + "]")


def _after(text: str, words: list[Word], index: int) -> str:
    """The word in small letters; a hyphen that stands apart from the word before it is a dash."""
    word = words[index]
    return "--" if word.lower == "-" and text[word.start - 1].isspace() else word.lower


def _matches(symbols: str, first: int, last: int) -> list[tuple[int, int, Form, re.Match[str]]]:
    known: Grammar = grammar()
    found = []
    for form in known.forms:
        at = first
        while (match := form.regex.search(symbols, at, last)) is not None:
            found.append((match.start(), match.end(), form, match))
            # A rejected match may hide a shorter one inside it; look again from its second word on.
            at = match.start() + 1
    return sorted(found, key=lambda one: (one[0], -one[1], one[2].order))


def _found(parsed: Parsed, words: list[Word], start: int, end: int, form: Form, match: re.Match[str]) -> Found | None:
    tokens = parsed.doc.char_span(words[start].start, words[end - 1].end, alignment_mode="expand")
    if tokens is None:
        return None
    parts: dict[str, tuple[str, ...]] = {}
    for name, text in match.groupdict().items():
        if text:
            here = match.start(name)
            parts.setdefault(name.rpartition("__")[0], tuple(w.lower for w in words[here : here + len(text)]))
    text = parsed.text
    low = start
    while low > max(0, start - 4) and "\n" not in text[words[low - 1].end : words[start].start]:
        low -= 1
    high = end
    while high < min(len(words), end + 4) and "\n" not in text[words[end - 1].end : words[high].start]:
        high += 1
    return Found(
        words[start].start,
        words[end - 1].end,
        form,
        tuple(word.lower for word in words[start:end]),
        parts,
        tuple(word.lower for word in words[low:start]),
        tuple(_after(text, words, index) for index in range(end, high)),
        tokens,
    )
