"""The words of a text that time expressions are made of: cut once, each with the classes of the lexicon that hold it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.reading.lexicon import lexicon

_NAMED = (
    ("numbers", "NUMWORD"),
    ("ordinals", "ORDWORD"),
    ("months", "MONTH"),
    ("weekdays", "WEEKDAY"),
    ("weekdays_plural", "WEEKDAYS"),
    ("seasons", "SEASON"),
    ("seasons_plural", "SEASONS"),
    ("units", "UNIT"),
    ("units_plural", "UNITS"),
    ("dayparts", "DAYPART"),
    ("fixed_hours", "FIXEDHOUR"),
    ("halfday", "HALFDAY"),
    ("zones", "ZONE"),
    ("decades", "DECADEWORD"),
    ("adverbs", "REPEAT"),
)
_ABBREVIATED = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun"
_CUT = re.compile(
    rf"""
    (?P<ISODATETIME>\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z?\b)
  | (?P<ISODATE>\d{{4}}-\d\d-\d\d(?![\d-]))
  | (?P<NUMDATE>(?:\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)|\d{{4}}/\d{{1,2}}/\d{{1,2}})(?![\w/]|\.\d))
  | (?P<CLOCKHALF>\d{{1,2}}(?:[:.]\d\d)?[ ]?(?i:[ap]\.m\.?|[ap]m\b))
  | (?P<CLOCK>\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<DECADE>\d{{3}}0['’]?s\b)
  | (?P<SHORTDECADE>(?<![\w$£€-])['’`]?\d0['’]?s\b)
  | (?P<ORDNUM>\d{{1,3}}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
  | (?P<FRACTION>\d/\d(?![\d/]))
  | (?P<NUMBER>(?<!\w)(?:\d{{1,3}}(?:,\d\d\d)+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\w))
  | (?P<SHORTYEAR>['’]\d\d\b)
  | (?P<ABBREVIATION>\b(?:{_ABBREVIATED})\.|\b[Oo]['’]clock\b)
  | (?P<NUMBERED>\b(?:[Qq][1-4]|H[12])\b)
  | (?P<WORD>[^\W\d_]+)
  | (?P<POSS>['’]s\b|(?<=s)['’](?!\w))
  | (?P<MARK>[^\w\s])
    """,
    re.VERBOSE,
)
_MARKS = {",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", "‑": "HYPHEN", "/": "SLASH", "(": "OPEN", ")": "CLOSED"}
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of the text: where it stands, in small letters, and its classes."""

    start: int
    end: int
    lower: str
    classes: frozenset[str]


@cache
def classes_of_words() -> dict[str, frozenset[str]]:
    """The lexicon turned about: from a word to the names of its classes."""
    words = lexicon("times_words")
    found: dict[str, set[str]] = {}
    for table, name in _NAMED:
        for word in words[table]:
            found.setdefault(word, set()).add(name)
    for name, listed in words["classes"].items():
        for word in listed:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _capital_only() -> frozenset[str]:
    return frozenset(lexicon("times_words")["case"]["capital"])


def cut(text: str) -> Iterator[Word]:
    """The words of the text in order, white space left out."""
    known, capital = classes_of_words(), _capital_only()
    for match in _CUT.finditer(text):
        kind, word = match.lastgroup, match[0]
        lower = word.lower()
        if kind in ("WORD", "ABBREVIATION"):
            lower = lower.replace("’", "'")
            classes = known.get(lower, _NOTHING)
            if lower in capital and not word[0].isupper():
                classes = _NOTHING
        elif kind == "NUMBERED":
            classes = known[lower]
        elif kind == "NUMBER":
            classes = _number(word)
        elif kind == "ORDNUM":
            classes = frozenset(("ORDNUM", "ORDDAY")) if 1 <= int(word[:-2]) <= 31 else frozenset(("ORDNUM",))
        elif kind == "MARK":
            name = _MARKS.get(word)
            classes = frozenset((name,)) if name else _NOTHING
        else:
            classes = frozenset((str(kind),))
        yield Word(match.start(), match.end(), lower, classes)


@cache
def _number_classes(*, whole: bool, length: int, value: int) -> frozenset[str]:
    found = {"NUM"}
    if whole:
        if 1 <= value <= 31 and length <= 2:
            found.add("DAY")
        if value <= 24 and length <= 2:
            found.add("HOUR")
        if length == 2:
            found.add("TWODIGITS")
        if length == 4 and value <= 2400 and value % 100 < 60:
            found.add("FOURDIGITS")
        if length == 4 and 1000 <= value <= 2199:
            found.add("YEAR")
    return frozenset(found)


@cache
def number_shapes() -> frozenset[frozenset[str]]:
    """Every set of classes that a number in figures can have."""
    numbers = [f"{value:0{length}d}" for length in (1, 2, 3, 4) for value in range(10**length)]
    return frozenset(_number(text) for text in [*numbers, "12345", "1.5", "1,000"])


def _number(word: str) -> frozenset[str]:
    whole = word.isdecimal() and word.isascii() and len(word) <= 4
    return _number_classes(whole=whole, length=len(word) if whole else 0, value=int(word) if whole else 0)
