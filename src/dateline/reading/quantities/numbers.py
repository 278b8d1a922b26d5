"""Numbers in the text: digits, words, scales, plurals and fractions, with their bounds. Looks at characters alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.reading.lexicon import lexicon
from dateline.reading.quantities.currencies import mark_before

_SPACED = r"(?<![\d,.])(?<!\d[ \u00a0])[1-9]\d{0,2}(?:[%s]\d{3})+(?![ \u00a0]?\d|,\d)(?:\.\d+)?"
_PIECE, _PIECE_SPACED = (
    re.compile(_SPACED % spaces + r"|\d[\d,]*(?:\.\d+)?|[^\W\d_]+")
    for spaces in ("\u00a0\u2009\u202f", " \u00a0\u2009\u202f")
)
_COMMAS = re.compile(r"\d,\d{3}\b")
"""A paper that sets off thousands by commas does not set them off by spaces."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
"""Thousands set off by commas, or, as in India, the last three digits and then two by two: "1,40,000"."""

_AFTER_NAME = re.compile(r"\b[A-Z][\w.]* $")
_LARGEST = 1e15
"""Longer runs of digits are serial numbers, not amounts."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)`. `first` and `last` bound its own words, without "at least", "or so" and their like."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    fraction: bool = False
    first: int = -1
    last: int = -1

    @property
    def value(self) -> float:
        """The number itself, whatever its bounds."""
        return self.low if self.low is not None else self.high or 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    word: str

    @property
    def digits(self) -> bool:
        return self.word[0].isdigit()


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of the text with its bounds, ranges joined, in the order of the text."""
    bare = list(_bare(text))
    found: list[Number] = []
    k = 0
    while k < len(bare):
        number = bare[k]
        if k + 1 < len(bare) and (joined := _range(text, number, bare[k + 1])):
            number, k = joined, k + 1
        found.append(_bounded(text, number))
        k += 1
    return tuple(found)


def _bare(text: str) -> Iterator[Number]:
    pieces = list(_pieces(text))
    k = 0
    while k < len(pieces):
        read = _digits(text, pieces, k) or _words(text, pieces, k)
        if read is None:
            k += 1
            continue
        number, k = read
        yield replace(number, first=number.start, last=number.end)


def _pieces(text: str) -> Iterator[_Piece]:
    """The words and numbers; "12 300" is one number, but not in "on May 12 300 miners"."""
    pattern = _PIECE if _COMMAS.search(text) else _PIECE_SPACED
    at = 0
    while found := pattern.search(text, at):
        word, at = found[0], found.end()
        if word.count(" ") == 1 and _AFTER_NAME.search(text, max(0, found.start() - _LONGEST_BOUND), found.start()):
            word = word.partition(" ")[0]
            at = found.start() + len(word)
        yield _Piece(found.start(), at, re.sub(r"(?<=\d)\s(?=\d)", ",", word.casefold()))


def _gap(text: str, pieces: list[_Piece], k: int) -> str:
    """What stands between a piece and the next one; a line break where there is none."""
    return text[pieces[k].end : pieces[k + 1].start] if k + 1 < len(pieces) else "\n"


def _is_joint(gap: str) -> bool:
    return gap in {" ", "-", "\u00a0", "\u2011", "\u2010"}


def _digits(text: str, pieces: list[_Piece], k: int) -> tuple[Number, int] | None:
    piece = pieces[k]
    if not piece.digits:
        return None
    shape = _DIGITS.match(piece.word)
    start, end = piece.start, piece.start + (shape.end() if shape else 0)
    rest = text[end : piece.end]
    if shape is None or rest.strip(",") or _inside_a_code(text, start, end):
        return None
    value = float(shape[0].replace(",", ""))
    scale, k = _scales(text, pieces, k, end)
    if scale is not None:
        value, end = value * scale, pieces[k].end
        value, k = _in_parts(text, pieces, k, value, scale)
        end = pieces[k].end
    elif k + 1 < len(pieces) and pieces[k + 1].start == end and not _unit_glued(pieces[k + 1].word):
        return None  # 8am, 1990s, 3rd
    return (Number(start, end, value, value), k + 1) if scale is not None or value < _LARGEST else None


def _in_parts(text: str, pieces: list[_Piece], k: int, value: float, scale: float) -> tuple[float, int]:
    """The rest of a number that is written by its scales: "5 million 150 thousand 92"; the value and the index of its last piece."""
    while k + 1 < len(pieces) and pieces[k + 1].word.isdigit() and _gap(text, pieces, k) == " ":
        smaller, last = _scales(text, pieces, k + 1, pieces[k + 1].end)
        more = float(pieces[k + 1].word)
        if (smaller or 1.0) * more >= scale or (smaller is None and scale != _THOUSAND):
            break  # "1.2 million 2019 cars"
        value, scale, k = value + (smaller or 1.0) * more, smaller or 1.0, last
    return value, k


_THOUSAND = 1000


def _inside_a_code(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    if text[max(0, start - len("-to-")) : start] == "-to-":
        return False  # "230-to-197"
    if before.isalpha() and mark_before(text, start) is not None:
        return False
    if before.isalpha() or before in {"_", "/", ":", "#", "@", "+", "=", "&", "~"}:
        return True
    if before in {"-", "\u2010", "\u2011", "\u2013", "."} and not text[start - 2 : start - 1].isspace():
        return start >= 2 and not (text[start - 2].isdigit() and before in {"-", "\u2013"})
    return (after[:1] in {":", "/", "_", "@", "+"} and after[1:2].isalnum()) or (
        after[:1] == "." and after[1:2].isdigit()
    )


def _unit_glued(word: str) -> bool:
    return word in _glued()


@cache
def _glued() -> frozenset[str]:
    short = "km kg mw gw kw kwh mwh m cm mm mph kph kmh tons tonnes kt mt bpd bcm mcm barrels gb tb mb pc pct sq ha"
    return frozenset(short.split())


def _scales(text: str, pieces: list[_Piece], k: int, end: int) -> tuple[float | None, int]:
    """The product of the scale words that follow directly ("million", "bn"), and the index of the last of them."""
    scales: dict[str, int] = lexicon("numbers")["scales"]
    product: float | None = None
    while k + 1 < len(pieces):
        word, gap = pieces[k + 1].word, text[end : pieces[k + 1].start]
        apart = gap == " " and (len(word) == 2 or mark_before(text, pieces[k].start) is not None)  # "$ 31.5 m"
        scale = scales.get(word) or (_plural_scale(pieces, k + 1) if word in {"lakhs", "crores"} else None)
        known = scale is not None and (_is_joint(gap) if len(word) > 2 else gap == "" or apart)
        if not known or (word == "dozen" and product is not None):
            break
        if word == "m" and mark_before(text, pieces[k].start) is None and not _counts(text, pieces, k + 1):
            break  # 10m are metres where no currency and no people say otherwise
        product, k = (product or 1) * (scale or 1), k + 1
        end = pieces[k].end
    return product, k


def _plural_scale(pieces: list[_Piece], k: int) -> int | None:
    """What a plural behind a number multiplies it by: "ten millions fled"; not in "by two thousands of them fled"."""
    follows = pieces[k + 1].word if k + 1 < len(pieces) else ""
    scales: dict[str, int] = lexicon("numbers")["scales"]
    return None if follows == "of" else scales.get(pieces[k].word.removesuffix("s"))


def _counts(text: str, pieces: list[_Piece], k: int) -> bool:
    """Whether what is only counted follows piece k: "2m people", "3m doses"."""
    if _gap(text, pieces, k) != " ":
        return False
    follows, units = pieces[k + 1].word, lexicon("units")
    many = follows.endswith("s") or follows in {"people", "children", "women", "men"}
    return many and (follows in units["people"]["words"] or follows in units["millions"]["words"])


def _words(text: str, pieces: list[_Piece], k: int) -> tuple[Number, int] | None:
    words = lexicon("numbers")
    word = pieces[k].word
    if word in words["plurals"]:
        return _plural(pieces, k)
    if word in {"a", "an", "half", "several", "few", "couple"}:
        return _article(text, pieces, k)
    if word in words["cardinals"]:
        return _cardinal(text, pieces, k)
    if word in {"third", "thirds", "quarter", "fifth"}:
        return None  # an ordinal, unless an article or a number stands before it
    return None


def _plural(pieces: list[_Piece], k: int) -> tuple[Number, int] | None:
    """Such as "hundreds", "tens of thousands". A bare "tens" counts nothing."""
    plurals: dict[str, int] = lexicon("numbers")["plurals"]
    start, low = k, float(plurals[pieces[k].word])
    while k + 2 < len(pieces) and pieces[k + 1].word == "of" and pieces[k + 2].word in plurals:
        low = low * plurals[pieces[k + 2].word] / 2
        k += 2
    follows, then = (pieces[j].word if j < len(pieces) else "" for j in (k + 1, k + 2))
    state = then if follows in {"are", "were"} else follows
    told = pieces[k].word == "scores" and state in lexicon("units")["states"]
    if pieces[k].word in {"tens", "scores"} and follows not in {"of", "more"} and not told:
        return None
    return Number(pieces[start].start, pieces[k].end, low, None), k + 1


def _article(text: str, pieces: list[_Piece], k: int) -> tuple[Number, int] | None:
    """Such as "a dozen", "half a million", "a third", "several hundred", "a couple of"."""
    scales: dict[str, int] = lexicon("numbers")["scales"]
    fractions: dict[str, int] = lexicon("numbers")["fractions"]
    start, first = k, pieces[k].word
    if not _is_joint(_gap(text, pieces, k)) and first != "half":
        return None
    following = [p.word for p in pieces[k + 1 : k + 4]] + ["", "", ""]
    if first in {"several", "few"}:
        scale, last = _scales(text, pieces, k, pieces[k].end)
        if scale is None:
            return None
        return Number(pieces[start].start, pieces[last].end, 2 * scale, None, approximate=True), last + 1
    if first in {"a", "an"}:
        if following[0] == "few" and following[1] in scales:
            scale, last = _scales(text, pieces, k + 1, pieces[k + 1].end)
            low = 2 * (scale or 1)
            return Number(pieces[k].start, pieces[last].end, low, None, approximate=True), last + 1
        if following[0] == "half" and following[1] in scales:
            value = scales[following[1]] / 2
            return Number(pieces[k].start, pieces[k + 2].end, value, value), k + 3
        if following[0] == "couple" and following[1] == "of":
            return Number(pieces[k].start, pieces[k + 1].end, 2, 2, approximate=True), k + 2
        if following[0] in {"third", "quarter", "fifth", "tenth"} and following[1] == "of":
            return _part(pieces, k, k + 1, 1, fractions[following[0]])
        if following[0] in scales and len(following[0]) > 2:
            scale, last = _scales(text, pieces, k, pieces[k].end)
            value = float(scale or 1)
            return Number(pieces[k].start, pieces[last].end, value, value), last + 1
        return None
    if first == "half":
        if following[0] in {"a", "an"} and following[1] in scales:
            value = scales[following[1]] / 2
            return Number(pieces[k].start, pieces[k + 2].end, value, value), k + 3
        if following[0] == "of" or (following[0] in {"the", "its", "their"} and following[1]):
            return _part(pieces, k, k, 1, 2)
    return None


def _part(pieces: list[_Piece], first: int, last: int, above: int, below: int) -> tuple[Number, int]:
    share = round(100 * above / below, 1)
    return Number(pieces[first].start, pieces[last].end, share, share, fraction=True), last + 1


def _cardinal(text: str, pieces: list[_Piece], k: int) -> tuple[Number, int] | None:
    """Such as "twenty-five", "three hundred and fifty thousand", "two-thirds"."""
    cardinals: dict[str, int] = lexicon("numbers")["cardinals"]
    scales: dict[str, int] = lexicon("numbers")["scales"]
    fractions: dict[str, int] = lexicon("numbers")["fractions"]
    if (
        pieces[k].start
        and text[pieces[k].start - 1] in "-\u2011"
        and text[pieces[k].start - 2 : pieces[k].start - 1].isalpha()
    ):
        return None  # "forty-one" was read from its first word; here it is the tail of a name
    start, total, part = k, 0.0, 0.0
    part = cardinals[pieces[k].word]
    last = k
    while _is_joint(_gap(text, pieces, last)):
        word, before = pieces[last + 1].word, pieces[last].word
        if (word in cardinals and before in cardinals and cardinals[before] >= 20 and 0 < cardinals[word] < 10) or (
            word in cardinals and before == "hundred"
        ):
            part += cardinals[word]
        elif (scale := scales.get(word) or _plural_scale(pieces, last + 1)) is not None and len(word) > 2:
            if scale == 100 or word == "dozen":
                part = (part or 1) * scale
            else:
                total, part = total + (part or 1) * scale, 0.0
        elif (
            word == "and"
            and last + 2 < len(pieces)
            and before in scales
            and pieces[last + 2].word in cardinals
            and _is_joint(_gap(text, pieces, last + 1))
        ):
            part += cardinals[pieces[last + 2].word]
            last += 1
        elif (
            word in fractions
            and (word != "quarter" or part == 1)
            and word != "half"
            and before in cardinals
            and part < 10
        ):
            return _part(pieces, start, last + 1, int(part), fractions[word])
        elif word in cardinals and before in scales and scales[before] >= 1000:
            part += cardinals[word]
        else:
            break
        last += 1
    value = total + part
    if _ORDINAL_BEHIND.match(text, pieces[last].end):
        return None  # "the Twenty-Fifth Anniversary"
    if half := _AND_A_HALF.match(text, pieces[last].end):
        return Number(pieces[start].start, half.end(), value + 0.5, value + 0.5), last + 4
    return Number(pieces[start].start, pieces[last].end, value, value), last + 1


_AND_A_HALF = re.compile(r"[ -\u2010\u2011]and[ -\u2010\u2011]an?[ -\u2010\u2011]half\b")
_ORDINAL_BEHIND = re.compile(
    r"[-\u2010\u2011](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE
)
_RANGE_GAP = re.compile(r" (?:to|or) |\s?[-\u2010-\u2014]\s?|(?:%|percent| percent)? (?:to) ")

_RANGES = re.compile(r"\b(?:range[sd]?|ranging|var(?:y|ie[sd]|ying)|anywhere|anything) from $")


def _range(text: str, a: Number, b: Number) -> Number | None:
    """Such as "5 to 10", "5-10", "between 5 and 10" as one number; "from 5 to 10" tells of a change and stays two, but "ranged from"."""
    gap, before = text[a.end : b.start], text[max(0, a.start - 16) : a.start].casefold().rstrip("$€£¥")
    if a.low is None or b.high is None or a.high is None or a.fraction != b.fraction:
        return None
    between = before.endswith("between ") and re.fullmatch(r"(?:%| percent)? and (?:\$|€|£)?", gap)
    changed = before.endswith("from ") and not _RANGES.search(before)
    if not between and not (_RANGE_GAP.fullmatch(gap) and not changed):
        return None
    low = a.low
    if low < 1000 <= b.high and not between:  # "5 to 10 million", "5-10 million"
        words = text[b.start : b.end].split()
        factor = lexicon("numbers")["scales"].get(words[-1].casefold(), 1) if len(words) == 2 else 1
        low = low * factor
    elif between and low < 1000 <= b.high and len(text[b.start : b.end].split()) == 2:
        low *= lexicon("numbers")["scales"].get(text[b.start : b.end].rsplit(maxsplit=1)[-1].casefold(), 1)
    if not low < b.high or b.high > 100 * low:
        return None
    start = text.casefold().rfind("between ", 0, a.start) if between else a.start
    return Number(start, b.end, low, b.high, fraction=a.fraction, first=a.first, last=b.last)


@cache
def _before() -> re.Pattern[str]:
    words = lexicon("numbers")["before"]
    ranked = sorted(((phrase, kind) for kind in words for phrase in words[kind]), key=lambda p: (-len(p[0]), p[0]))
    named = {
        kind: "|".join(re.escape(p) for p, k in ranked if k == kind) for kind in ("exact", "lower", "upper", "about")
    }
    return re.compile(
        r"(?:^|(?<=[^\w-]))(?:" + "|".join(f"(?P<{k}>{v})" for k, v in named.items()) + r")[\s~]*\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    words = lexicon("numbers")["after"]
    return re.compile(
        r",? (?:" + "|".join(f"(?P<{k}>" + "|".join(words[k]) + ")" for k in words) + r")\b", re.IGNORECASE
    )


_SPREAD = re.compile(
    r"\b(?:spread|phased|divided|shared|distributed|paid|stretched|staggered)(?: out)? \Z", re.IGNORECASE
)
"""Before these "over" tells on how many it falls, not that they are more."""

_NOT_ABOVE = re.compile(r"\b(?:not|never)(?: yet| so far)? \Z|n['’]t (?:yet )?\Z", re.IGNORECASE)
"""Before "exceed": the number is the most that it may be."""

_MOVED = re.compile(r"\b(?:go|goes|going|gone|went|mov\w+|climb\w*|push\w*|bring\w*|brought) \Z", re.IGNORECASE)
"""Before these "up to" tells where a figure goes, not that it is the most."""

_LONGEST_BOUND = 32
_LONGEST_BEHIND = 20


def _bounded(text: str, number: Number) -> Number:
    """The number with what stands around it: "at least", "or more", "nearly"."""
    for _ in range(2):  # "up to an estimated"
        mark = mark_before(text, number.start)
        edge = number.start if mark is None else mark.start()
        found = None
        for at in range(max(0, edge - _LONGEST_BOUND), edge):  # the longest phrase that reaches the number
            if at and (text[at - 1].isalnum() or text[at - 1] == "-"):
                continue
            if found := _before().match(text, at, edge):
                break
        if found is None or (
            found[0].casefold().startswith("over")
            and _SPREAD.search(text, max(0, found.start() - _LONGEST_BOUND), found.start())
        ):
            break
        if found[0].casefold().startswith("up to") and _MOVED.search(
            text, max(0, found.start() - _LONGEST_BOUND), found.start()
        ):
            break
        phrase, start = found[0].casefold(), found.start()
        if phrase.startswith("estimated") and number.start != number.first:
            break  # "organisers estimated at least 900 people" is a verb
        kind = found.lastgroup or "exact"
        if phrase.startswith("exceed") and (denied := _NOT_ABOVE.search(text, max(0, start - _LONGEST_BOUND), start)):
            kind, start = "upper", denied.start()
        number = _bound(number, kind, start, number.end)
    return bounded_behind(text, number, number.end)


def bounded_behind(text: str, number: Number, end: int) -> Number:
    """The number with the bound that stands at `end`, behind it or behind what it counts: "15 years or more"."""
    found = _after().match(text, end, end + _LONGEST_BEHIND)
    if found is not None and text.startswith(" than", found.end()):
        return number  # "four planes and more than 100 soldiers"
    return number if found is None else _bound(number, found.lastgroup or "about", number.start, found.end())


def _bound(number: Number, kind: str, start: int, end: int) -> Number:
    number = replace(number, start=start, end=end)
    if kind == "lower":
        return replace(number, high=None)
    if kind == "upper":
        return number if number.high is None else replace(number, low=None)
    return replace(number, approximate=True) if kind == "about" else number
