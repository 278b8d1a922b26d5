"""Who is called by an office: bounds for the day of writing, from when to when the person held it (lexicon/times_incumbents*.toml)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.model import Evidence, Interval
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_NOT_NOW = re.compile(
    r"(?i)\b(?:former|ex|then|late|past|previous|vice|deputy|acting|future|under|late)\W{1,2}(?:[\w.]+\W{1,2}){0,3}$"
)
"""Words before a title that say that the office is no longer held, or another one."""

_DATELINE_END = re.compile(r"(?:^|\n)[A-Z][^\n]{2,60}(?:[)/]\s?|\s)[-–—]{1,2}\s$")
"""The end of a dateline just before a title."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{2}0s\b")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_AROUND = 200
"""Code points on each side of a name that are searched for a year in its sentence."""

_EARLY = 1500
"""Code points from the start in which news tells of now; further on, only what a present verb or a day of the week brings near."""

_LATER = timedelta(days=3)
"""Days for which a title outlasts its term in print."""

_LONGEST = 60
"""Code points before a title that are searched for "former"."""


@dataclass(frozen=True, slots=True)
class Incumbent:
    """A title and a name as the text has them, and the terms of who bears them, in ascending order."""

    terms: tuple[Interval, ...]
    evidence: Evidence


@cache
def _offices() -> tuple[re.Pattern[str], dict[tuple[str, str], tuple[Interval, ...]]]:
    terms: dict[tuple[str, str], list[Interval]] = {}
    titles: dict[str, set[str]] = {}
    for title, holders in lexicon("times_incumbents_by_year").items():
        for names, years in holders.items():
            for first, *last in years:
                held = Interval(date(first, 1, 1), date(last[0], 12, 31) if last else None)
                for name in names.split("|"):
                    terms.setdefault((title, name), []).append(held)
                    titles.setdefault(title, set()).add(name)
    for office in lexicon("times_incumbents")["office"]:
        for term in office["terms"]:
            until: date | None = term.get("until")
            held = Interval(term["since"], until + _LATER if until is not None else None)
            for name in term["names"]:
                terms.setdefault((office["title"], name), []).append(held)
                titles.setdefault(office["title"], set()).add(name)
    branches = []
    for title, names in sorted(titles.items()):
        listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        branches.append(rf"\b(?i:{title}) (?:{listed})(?![\w-])(?! (?:[A-Z]|Jr))")
    joined = {key: tuple(sorted(held, key=lambda one: one.start or date.min)) for key, held in terms.items()}
    return re.compile("|".join(branches)), joined


def names_office(text: str) -> bool:
    """Whether a listed holder of an office is named by it at all."""
    return _offices()[0].search(text) is not None


def incumbents(parsed: Parsed) -> Iterator[Incumbent]:
    """Each title with its holder's name where they act now (the subject of a clause; "by", "with"), once, in the order of the text.

    Left out: a name that the text calls "former" anywhere, and a sentence that names a year, for it may tell of that year.
    Of 131 that 1,078 articles with a day name so, 130 held the office on that day; of all names beside titles, 94 %.
    """
    pattern, terms = _offices()
    text = parsed.text
    seen: set[tuple[str, str]] = set()
    gone: set[str] = set()
    kept: list[tuple[str, Incumbent]] = []
    for match in pattern.finditer(text):
        key = next(
            key
            for key in terms
            if match[0].endswith(" " + key[1]) and re.match(f"(?i:{key[0]}) {re.escape(key[1])}$", match[0])
        )
        if _NOT_NOW.search(text, max(0, match.start() - _LONGEST), match.start()):
            gone.add(key[1].rpartition(" ")[2])
        elif key not in seen and _acts(parsed, match) and not _YEAR.search(_sentence(text, match)):
            seen.add(key)
            kept.append((key[1].rpartition(" ")[2], Incumbent(terms[key], Evidence("text", match[0]))))
    yield from (one for surname, one in kept if surname not in gone)


def _acts(parsed: Parsed, match: re.Match[str]) -> bool:
    name = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if name is None:
        return False
    role, head = name.root.dep_, name.root.head
    if role == "appos" and _DATELINE_END.search(parsed.text, max(0, match.start() - _LONGEST), match.start()):
        role, head = head.dep_, head.head  # "PORT LINDT (KNA) - President Doe said": the place is taken for who said it
    if role not in ("nsubj", "nsubjpass") and not (role == "pobj" and head.lower_ in ("by", "with")):
        return False
    if head.dep_ in ("advcl", "relcl") and head.tag_ in ("VBD", "VBN"):
        return False  # "after President Doe had gone": what lies behind the news
    return match.start() < _EARLY or any(token.lower_ in _week() for token in name.sent) or head.tag_ in ("VBZ", "VBP")


@cache
def _week() -> frozenset[str]:
    return frozenset((*lexicon("times_words")["weekdays"], "today", "yesterday", "tomorrow"))


def _sentence(text: str, match: re.Match[str]) -> str:
    start, end = match.span()
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    ends = list(_SENTENCE_END.finditer(before))
    stop = _SENTENCE_END.search(after)
    return before[ends[-1].end() if ends else 0 :] + text[start:end] + after[: stop.start() if stop else None]
