"""Datelines: where and when a report was written, before its first words: `PORT LINDT, May 3 (Courier) —`.

What stands there is in no sentence of the report: neither an actor, nor a source, nor a subject. Every step that could
mistake it for one asks here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.text import Span

_LONGEST = 120
_OPENING = 600
"""Code points of a text in which a place before a colon opens the report; further down it is somebody's name in a transcript."""
_ENDS = re.compile(
    r"(?P<slashes>/[A-Z][A-Za-z .'’-]{1,30}/[.:]?\s{0,3}[-–—]{0,2}\s{0,3})"
    r"|(?P<dash>\s[|–—-]{1,2}(?!LRB-|RRB-)\s?|[–—-]{1,2}(?<!LRB-)(?<!RRB-)\s|(?<=\))[–—-]|(?<=\)\s)[–—-]{1,2})"
    r"|(?P<glued>(?<=[A-Za-z.])[—–](?=[A-Z“\"]))"
    r"|(?P<colon>\s?:\s)"
    r"|(?P<bracket>\)\s)"
    r"|(?P<stop>(?<=\d)\.\s)"
)
_WORDS = re.compile(r"[^\s,|/()]+")
_AGENCY = re.compile(r"\(([A-Z][^()\n]{1,60})\)\s*$|-LRB- [A-Z][^()\n]{1,60} -RRB-\s*$|/[A-Z][^/\n]{1,30}/[.:]?\s*$")
_AGENCIES = frozenset(
    "AA AFP ANI ANSA AP APA BBC CNN EFE IANS Interfax IRNA KUNA Kyodo PTI REUTERS Reuters SANA SPA TASS TNS UPI WAM Xinhua Yonhap dpa".split()  # noqa: SIM905 -- a list of words reads as one line
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?")
_OF_AN_OUTLET = re.compile(
    r"[A-Z][\w'’]{1,20}(?:[ -][A-Z][\w'’]{1,20}){0,2}(?:, [A-Z][\w'’]{1,20})?\s[–—-]\s[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3}"
)
_PLACE = re.compile(r"[^,(|/–—:]{1,60}?(?=\s?(?:[,(|/–—:]|\s-|--|$))")
_SMALL = frozenset(("am", "pm", "a.m.", "p.m.", "of", "and", "de", "the", "local", "time"))
_MOST_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """The span of a dateline up to the first word behind it, its place as written, and whether it is `sure`: no mere "PLACE:"."""

    span: Span
    place: str
    sure: bool


def find_datelines(text: str, paragraphs: Iterable[Span]) -> tuple[Dateline, ...]:
    """The dateline of every paragraph that opens with one."""
    return tuple(found for p in paragraphs if (found := dateline_of(text, p.start, p.end)) is not None)


def dateline_at(datelines: Sequence[Dateline], offset: int) -> Dateline | None:
    """The dateline that holds the offset."""
    k = bisect_right(datelines, offset, key=lambda d: d.span.start) - 1
    return datelines[k] if k >= 0 and offset < datelines[k].span.end else None


def dateline_of(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph or sentence `text[start:end]` opens with; None where it opens with none."""
    for mark in _ENDS.finditer(text, start, min(end, start + _LONGEST)):
        kind, behind = mark.lastgroup or "", mark.end()
        goes_on = behind < end and not text[behind].islower()
        if not goes_on and kind not in {"bracket", "stop"}:
            return None
        inside = mark.end() if kind == "slashes" else mark.start() + (kind == "bracket")
        head = text[start:inside].strip()
        if head.count("(") > head.count(")"):
            continue  # "TOLMAR (Courier - 3 May)": the dash is the agency's
        if (
            goes_on
            and (kind != "bracket" or text[behind] not in "-–—:|")
            and (kind != "stop" or text[behind] != "/")
            and _is_dateline(head, kind, start)
        ):
            place = _PLACE.match(head)
            sure = kind != "colon" or _AGENCY.search(head) is not None
            further = dateline_of(text, behind, end) if mark[0].strip() == "|" else None
            if further is not None and further.sure:  # "LINDT | Mon May 3, 2010 2:05 pm EDT LINDT (Courier) - "
                behind = further.span.end
            return Dateline(Span(start, behind), place[0].strip(" -") if place else head, sure)
    return None


def _is_dateline(head: str, kind: str, start: int) -> bool:
    """Whether the words are a place in capitals, or names with an agency or a day."""
    words = _WORDS.findall(head)
    if not words or any(w[0].islower() and w.lower() not in _SMALL for w in words):
        return False
    capitals = len(words[0]) > 2 and words[0].isupper() and words[0][0].isalpha()
    agency = _AGENCY.search(head)
    dated = _MONTH.search(head) is not None and any(c.isdigit() for c in head)
    if kind == "colon" and agency is None:
        short = capitals and len(words) <= _MOST_PLACE_WORDS and all(w.isupper() for w in words)
        return start < _OPENING and (short or _OF_AN_OUTLET.fullmatch(head) is not None)
    if kind == "glued":
        return capitals and start < _OPENING and ("," in head or all(w.isupper() for w in words))
    if kind == "bracket":
        return agency is not None and len(words) > 1 and (dated or agency[1] in _AGENCIES)
    if kind == "stop":
        return capitals and dated
    return capitals or agency is not None or dated
