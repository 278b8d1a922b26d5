"""What an article says contradicts a claim: "this contradicts the ministry's statement that ...", "casting doubt on the claim that ..."."""

import re
from collections.abc import Iterator, Sequence

from dateline.linking.conflicts.statements import content_stems
from dateline.linking.conflicts.told_forms import CLAIM

_DOUBTED = re.compile(
    rf"\b(?:contradict(?:s|ed|ing)?|undercut(?:s|ting)?|cast(?:s|ing)?\s+(?:\w+\s+)?doubts?\s+on|throw(?:s|n|ing)?\s+doubt\s+on|"
    rf"call(?:s|ed|ing)?\s+into\s+question|(?:is|was|are|were)\s+at\s+odds\s+with|runs?\s+counter\s+to|contrary\s+to)\s+"
    rf"(?:[\w’'.-]+\s+){{0,10}}?(?:{CLAIM}|statements?|positions?|accounts?|denials?|announcements?)\s+(?:[\w’'.-]+\s+){{0,9}}?that\s+"
    rf"(?P<content>.+)",
    re.IGNORECASE | re.DOTALL,
)
_POINTS = re.compile(
    r"\W*(?:this|that|it|these|which|the (?:report|finding|findings|figure|account|statement|count))\b", re.IGNORECASE
)
_ENDS = re.compile(r",\s+(?:according|an? official|the \w+ said|he said|she said|officials said)|[.!?”\"]*\s*\Z")
_TELLING_AT_LEAST = 3
"""Telling words that either side has at least."""


def doubted(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The claims that the article says something contradicts, each with the sentence or clause that does: claim first.

    That is what stands before in the same sentence; the sentence before, where the words point back to it ("this"); else the next.
    """
    told: set[tuple[int, int]] = set()
    for place, (start, end) in enumerate(sentences):
        found = _DOUBTED.search(text, start, end)
        if found is None:
            continue
        stop = _ENDS.search(found["content"])
        claim = (found.start("content"), found.start("content") + (stop.start() if stop else len(found["content"])))
        before = (start, start + len(text[start : found.start()].rstrip(" ,")))
        against: tuple[int, int] | None
        if before[1] == start:  # "Contrary to the claim that ..., ..."
            comma = text.find(", ", found.start("content"), end)
            if comma < 0:
                continue
            claim, against = (claim[0], comma), (comma + 2, end)
        elif _POINTS.match(text[slice(*before)]) and len(content_stems(text[slice(*before)])) < _TELLING_AT_LEAST:
            against = sentences[place - 1] if place else None
        elif len(content_stems(text[slice(*before)])) >= _TELLING_AT_LEAST:
            against = before
        else:
            against = sentences[place + 1] if place + 1 < len(sentences) else None
        if against is None or min(_telling(text, claim), _telling(text, against)) < _TELLING_AT_LEAST:
            continue
        if against not in told:
            told.add(against)
            yield claim, against


def _telling(text: str, span: tuple[int, int]) -> int:
    return len(content_stems(text[slice(*span)]))
