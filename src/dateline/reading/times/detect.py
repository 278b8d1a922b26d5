"""Where time expressions stand: the forms of the lexicon over the text's words, and what the neighbours rule out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens

from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed
from dateline.reading.times.patterns import Form, Grammar, grammar
from dateline.reading.times.words import Word, cut

_SINGLES = re.compile(r"[^ ]+")
_LONGEST = 40
"""Words in one expression at most; longer stretches (a table of dates) are read in steps of this size."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that was found: its span, its form, the words of each named part, and the tokens that it covers."""

    start: int
    end: int
    form: Form
    parts: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    tokens: Tokens


def detect(parsed: Parsed) -> list[Found]:
    """The time expressions of the text in order, without overlaps: leftmost first, then longest, then the lexicon's order."""
    words = list(cut(parsed.text))
    symbols = grammar().symbols(words)
    found = []
    for first, last in _stretches(symbols):
        taken = first
        for start, end, form, match in _matches(symbols, first, last):
            if start < taken:
                continue
            one = _found(parsed, words, start, end, form, match)
            if one is not None and one.parts.get("shift", ("",))[0] == "that" and words[start].lower == "that" and (
                one.tokens[0].dep_ == "mark" or one.tokens[0].tag_ == "IN"
            ):
                continue  # a conjunction: "said that Friday's vote"; the match without it follows
            if one is None or not _plausible(one, words[start:end]):
                continue
            taken = end
            if form.meaning != "age":  # an age fills its place, so that no length is read out of it
                found.append(one)
    return found


def _stretches(symbols: str) -> Iterator[tuple[int, int]]:
    core = _core()
    for run in _SINGLES.finditer(symbols):
        if core.search(run[0]):
            for start in range(run.start(), run.end(), _LONGEST):
                yield start, min(run.end(), start + _LONGEST)


@cache
def _core() -> re.Pattern[str]:
    listed = lexicon("times_words")["core"]
    wanted = {*listed["classes"], *listed["words"]} | {name.split()[0] for name in lexicon("times_holidays")}
    return re.compile("[" + re.escape(grammar().symbols_with(wanted)) + "]")


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
    while low > max(0, start - 4) and "\n\n" not in text[words[low - 1].end : words[start].start]:
        low -= 1
    high = end
    while high < min(len(words), end + 4) and "\n\n" not in text[words[end - 1].end : words[high].start]:
        high += 1
    return Found(
        words[start].start,
        words[end - 1].end,
        form,
        parts,
        tuple(word.lower for word in words[low:start]),
        tuple(word.lower for word in words[end:high]),
        tokens,
    )


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    return frozenset(lexicon("times_words")[table][name])


def _plausible(found: Found, words: list[Word]) -> bool:
    parts, form = found.parts, found.form.meaning
    if any(token.ent_type_ == "PERSON" for token in found.tokens) and form in ("calendar", "weekday", "season"):
        return bool(parts.keys() & {"day", "year", "shift", "year_shift"})
    check = _CHECKS.get(form)
    return check is None or check(found, words)


def _calendar(found: Found, words: list[Word]) -> bool:
    parts = found.parts
    if "month" in parts:
        month = parts["month"][0]
        alone = not parts.keys() & {"day", "year", "year_shift", "shift"}
        if alone and len(month) == 3 and month != "may":
            return False
        if alone and "mod" not in parts and month in _listed("case", "proper"):
            return any(token.lower_ == month and token.pos_ == "PROPN" for token in found.tokens) and found.before[
                -1:
            ] != ("mr",)
        return True
    return _year(found, words)


def _year(found: Found, words: list[Word]) -> bool:
    """Whether a bare number of four digits (or in words) is a year: its neighbours decide."""
    if found.parts.keys() & {"mod", "fiscal"} or len(words) > 1:
        return not (len(words) > 1 and words[0].lower == "two" and "thousand" in found.parts.get("year", ()) and len(words) == 2 and found.before[-1:] not in (("in",), ("year",)))
    number = words[0].lower
    before, after = found.before[-1:], found.after[:1]
    if (before and before[0] in "$£€#¥@:.") or ( after and after[0] in ("%", "percent", "per", "hours", "gmt", "feet", "dollars")):
        return False
    year = int(number)
    token = found.tokens[0]
    if not 1700 <= year <= 2100:
        return before[:1] in (("in",), ("since",), ("until",), ("year",)) and 1000 <= year and token.dep_ == "pobj"
    if before and before[0] in _listed("context", "before_year"):
        return not (token.dep_ == "nummod" and token.head.tag_ == "NNS" and before[0] != "of" and token.head.i > token.i and before[0] in ("about", "around", "than", "to"))
    previous = token.nbor(-1) if token.i > 0 else token
    if previous.pos_ == "PROPN" and previous.text[0].isupper() and not token.is_sent_start:
        return False  # Expo 1998, Vision 2030: the number is part of a name
    if token.dep_ == "nummod" and token.head.i == token.i + 1 and token.head.pos_ == "PROPN":
        return bool(before) and before[0] == "the"  # a 1987 Chevrolet is none, the 2015 Paris agreement is one
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS"):
        return bool(before) and before[0] in ("the", "its", "their", "his", "'s", "’s", "this")
    if before == ("-",) or after == ("-",):
        return token.dep_ != "nummod" or token.head.tag_ != "NNS"
    return 1900 <= year <= 2060


def _season(found: Found, words: list[Word]) -> bool:
    parts = found.parts
    if parts.keys() & {"year", "year_shift", "shift", "mod"}:
        return True
    if any(token.pos_ in ("VERB", "AUX", "PROPN") for token in found.tokens):
        return False
    name = parts["season"][0]
    before = found.before[-1:]
    if name in ("fall", "spring"):
        return bool(before) and before[0] in _listed("context", "before_season") and found.after[:1] != ("of",)
    return True


def _length(found: Found, words: list[Word]) -> bool:
    parts = found.parts
    units = {word.rstrip("s") for name in ("unit", "unit2") for word in parts.get(name, ())}
    counted = parts.keys() & {"count", "vague"}
    if found.after[:1] == ("-",) and "count" not in parts:
        return False
    if "quarter" in units and found.after[:1] == ("of",):
        return False
    if "second" in units and not counted:
        return False
    if "unit" in parts and not counted and parts["unit"][0] in ("minutes", "nights", "min"):
        return parts.get("window", ("",))[-1] not in ("the", "")
    if parts.get("one", ("",))[0] in ("a", "one") and units & {"quarter"}:
        return found.after[:1] != ("of",) and found.before[-1:] != ("and",)
    if counted and words[0].lower == "a" and found.form.meaning == "length" and parts.get("vague") == ("a", "more"):
        return False
    return True


def _unit(found: Found, words: list[Word]) -> bool:
    unit = found.parts["unit"][0]
    if unit in ("second", "minute", "millennium") or found.after[:1] == ("-",):
        return False
    last = found.tokens[-1]
    if last.text[0].isupper() and not last.is_sent_start and not last.text.isupper():
        return False  # a name: "This Week"
    shift = found.parts.get("shift", ())
    if shift == ("the",) and "mod" not in found.parts:
        if unit == "year" and found.after[:1] in (("ended",), ("ending",), ("to",)):
            return False
        if unit == "day":
            return False
        return found.after[:1] != ("of",) or unit == "week"
    if unit == "hour" and shift not in (("this",), ("next",), ("last",), ("past",)):
        return False
    return not (unit == "quarter" and found.after[:1] == ("of",))


def _clock(found: Found, words: list[Word]) -> bool:
    parts = found.parts
    if len(words) > 1 or ":" not in words[0].lower:
        return True
    if "m" in words[0].lower:
        return True
    del parts
    return bool(found.before) and found.before[-1] in _listed("context", "before_clock")


def _weekday(found: Found, words: list[Word]) -> bool:
    name = found.parts["weekday"][0]
    return not name.endswith(".") or len(words) > 1


def _part(found: Found, words: list[Word]) -> bool:
    parts = found.parts
    unit = parts.get("unit", ("",))[0]
    if unit in ("quarter", "half") and not parts.keys() & {"year", "year_shift", "shift", "fiscal"}:
        if unit == "half":
            return False
        following = found.after[:1]
        if following == ("of",):
            return False
        return int(bool(parts.get("ordinal"))) == 1 and parts["ordinal"][-1] in (
            "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "q1", "q2", "q3", "q4",
        )
    return True


def _reference(found: Found, words: list[Word]) -> bool:
    text = words[0].lower
    token = found.tokens[0]
    if text == "future" and len(words) == 1:
        return token.dep_ in ("pobj", "dobj", "nsubj") and token.text == "future"
    if text == "soon" and len(words) == 1:
        return found.after[:1] not in (("as",), ("after",)) and found.before[-1:] not in (("as",), ("too",), ("how",))
    return True


def _offset(found: Found, words: list[Word]) -> bool:
    """Whether it ends the clause: in "a year after the deal" the length alone is the expression."""
    del words
    sign = found.parts.get("sign", ("",))[-1]
    if sign in ("before", "after", "prior", "hence", "afterward") and "word" not in found.parts and "month" not in found.parts:
        return not found.after or not found.after[0][0].isalnum() and found.after[0] not in "$\"“‘'(["
    return True


def _repeat(found: Found, words: list[Word]) -> bool:
    del words
    return not ("word" in found.parts and any(token.pos_ in ("NOUN", "PROPN") for token in found.tokens))


_CHECKS = {
    "offset": _offset,
    "repeat": _repeat,
    "calendar": _calendar,
    "season": _season,
    "length": _length,
    "unit": _unit,
    "clock": _clock,
    "weekday": _weekday,
    "part": _part,
    "reference": _reference,
}
