"""Signs: what a word shows beside its letters, as small numbers that the tagger was trained on.

The encoder does not see case; the parse, the quotation marks and what the rules take for an attribution are given to it
beside each word (figures of what each adds: the weights' card).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.parse import Parsed

Numbers = npt.NDArray[np.int64]

CASES = ("lower", "capital", "capitals", "mixed", "digits", "mark", "letter")
QUOTES = ("outside", "opens", "inside", "closes")
STARTS = ("", "sentence", "line")
NAMES = ("", "PERSON", "ORG", "GPE", "NORP", "other")
TAGS = {
    tag: i
    for i, tag in enumerate(
        [
            "$",
            "''",
            ",",
            "-LRB-",
            "-RRB-",
            ".",
            ":",
            "ADD",
            "AFX",
            "CC",
            "CD",
            "DT",
            "EX",
            "FW",
            "HYPH",
            "IN",
            "JJ",
            "JJR",
            "JJS",
            "LS",
            "MD",
            "NFP",
            "NN",
            "NNP",
            "NNPS",
            "NNS",
            "PDT",
            "POS",
            "PRP",
            "PRP$",
            "RB",
            "RBR",
            "RBS",
            "RP",
            "SYM",
            "TO",
            "UH",
            "VB",
            "VBD",
            "VBG",
            "VBN",
            "VBP",
            "VBZ",
            "WDT",
            "WP",
            "WP$",
            "WRB",
            "XX",
            "_SP",
            "``",
        ],
        start=1,
    )
}
DEPENDENCIES = {
    dependency: i
    for i, dependency in enumerate(
        [
            "ROOT",
            "acl",
            "acomp",
            "advcl",
            "advmod",
            "agent",
            "amod",
            "appos",
            "attr",
            "aux",
            "auxpass",
            "case",
            "cc",
            "ccomp",
            "compound",
            "conj",
            "csubj",
            "csubjpass",
            "dative",
            "dep",
            "det",
            "dobj",
            "expl",
            "intj",
            "mark",
            "meta",
            "neg",
            "nmod",
            "npadvmod",
            "nsubj",
            "nsubjpass",
            "nummod",
            "oprd",
            "parataxis",
            "pcomp",
            "pobj",
            "poss",
            "preconj",
            "predet",
            "prep",
            "prt",
            "punct",
            "quantmod",
            "relcl",
            "xcomp",
        ],
        start=1,
    )
}
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def case_of(word: str) -> int:
    """The index in CASES."""
    if not word.isalnum():
        return CASES.index("mark")
    if word.isdigit():
        return CASES.index("digits")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("letter" if len(word) == 1 else "capitals")
    return CASES.index("capital" if word[0].isupper() and word[1:].islower() else "mixed")


def quotes_of(text: str, words: Sequence[Span]) -> list[int]:
    """For each word the index in QUOTES. A line's end ends a quotation; a straight mark opens and closes in turn."""
    found, inside, before = [], False, 0
    for word in words:
        if "\n" in text[before : word.start]:
            inside = False
        before = word.end
        mark = text[word.start : word.end]
        if mark == "“" or (mark == '"' and not inside):
            inside = True
            found.append(QUOTES.index("opens"))
        elif mark in ("”", '"'):
            inside = False
            found.append(QUOTES.index("closes"))
        else:
            found.append(QUOTES.index("inside" if inside else "outside"))
    return found


def starts_of(text: str, words: Sequence[Span], tokens: Numbers, parsed: Parsed) -> list[int]:
    """For each word the index in STARTS."""
    found, before, token_before = [], 0, -1
    for word, token in zip(words, tokens, strict=True):
        if before == 0 or "\n" in text[before : word.start]:
            found.append(STARTS.index("line"))
        else:
            found.append(int(token != token_before and bool(parsed.doc[int(token)].is_sent_start)))
        before, token_before = word.end, int(token)
    return found


def tokens_of_words(parsed: Parsed, words: Sequence[Span]) -> Numbers:
    """For each word the index of the token that it starts in."""
    starts = np.fromiter((token.idx for token in parsed.doc), dtype=np.int64, count=len(parsed.doc))
    at = np.fromiter((word.start for word in words), dtype=np.int64, count=len(words))
    return np.searchsorted(starts, at, side="right") - 1


def roles_of(words: Sequence[Span], detected: Iterable[Detected]) -> Numbers:
    """For each word the index in ROLES that the detected attributions give it; where they overlap, the later one's."""
    starts = np.fromiter((word.start for word in words), dtype=np.int64, count=len(words))
    ends = np.fromiter((word.end for word in words), dtype=np.int64, count=len(words))
    found = np.zeros(len(words), dtype=np.int64)
    for one in detected:
        for role, spans in ((5, one.content), (1, one.source), (3, one.cue)):
            for span in spans:
                first, last = int(np.searchsorted(ends, span.start, "right")), int(np.searchsorted(starts, span.end))
                found[first:last] = role + 1
                if first < last:
                    found[first] = role
    return found


def signs_of(parsed: Parsed, words: Sequence[Span], tokens: Numbers, ruled: Iterable[Detected]) -> Numbers:
    """A row for each word: case, quote, start, tag, dependency, name and the rules' role."""
    text, doc = parsed.text, parsed.doc
    tags = np.fromiter((TAGS.get(t.tag_, 0) for t in doc), dtype=np.int64, count=len(doc))
    dependencies = np.fromiter((DEPENDENCIES.get(t.dep_, 0) for t in doc), dtype=np.int64, count=len(doc))
    names = np.fromiter((_name(t.ent_type_) for t in doc), dtype=np.int64, count=len(doc))
    return np.stack(
        [
            np.array([case_of(text[w.start : w.end]) for w in words], dtype=np.int64),
            np.array(quotes_of(text, words), dtype=np.int64),
            np.array(starts_of(text, words, tokens, parsed), dtype=np.int64),
            tags[tokens],
            dependencies[tokens],
            names[tokens],
            roles_of(words, ruled),
        ],
        axis=1,
    )


def lines_of(text: str, words: Sequence[Span]) -> list[range]:
    """The ranges of words that stand on one line."""
    found, first = [], 0
    for i in range(1, len(words)):
        if "\n" in text[words[i - 1].end : words[i].start]:
            found.append(range(first, i))
            first = i
    return [*found, range(first, len(words))] if words else []


def words_in(words: Sequence[Span], spans: Iterable[Span]) -> list[int]:
    """The indices of the words that the spans touch, in order."""
    found: set[int] = set()
    for span in spans:
        first = bisect_right(words, span.start, key=lambda w: w.end)
        last = bisect_left(words, span.end, key=lambda w: w.start)
        found.update(range(first, last))
    return sorted(found)


def ruled_beside(words: Sequence[Span], cue: range, ruled: Iterable[Detected]) -> list[Detected]:
    """The rules' attributions whose cue touches these words."""
    start, end = words[cue.start].start, words[cue.stop - 1].end
    return [one for one in ruled if any(s.start < end and start < s.end for s in one.cue)]


def _name(label: str) -> int:
    return NAMES.index(label if label in NAMES else "other")
