"""What rules a form out: words of time that mean something else beside these neighbours, by their tags and the words around."""

from functools import cache

from dateline.reading.lexicon import lexicon
from dateline.reading.times.found import Found
from dateline.reading.times.numbers import spoken_year

_QUARTERS = ("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "q1", "q2", "q3", "q4")
_OF, _IN = ("of",), ("in",)
_EARLY_LATE = frozenset(("early", "earlier", "late", "later"))


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    return frozenset(lexicon("times_words")[table][name])


def plausible(found: Found) -> bool:
    """Whether the form means a time here."""
    parts, form = found.parts, found.form.meaning
    if any(token.ent_type_ == "PERSON" for token in found.tokens) and form in ("calendar", "weekday", "season"):
        return bool(parts.keys() & {"day", "year", "shift", "year_shift"})
    first = found.tokens[0]
    if found.words[0] in ("last", "past", "following", "second") and first.pos_ in ("VERB", "AUX", "ADP"):
        return False  # "may last two years", "following years of talks"
    if "count" in parts and found.before and found.before[-1] in "$£€¥":
        return False
    if found.words[0] == "that" and (found.tokens[0].dep_ == "mark" or found.tokens[0].tag_ == "IN"):
        return False  # a conjunction: "said that Friday's vote"
    check = _CHECKS.get(form)
    return check is None or check(found)


def _calendar(found: Found) -> bool:
    parts = found.parts
    if "month" in parts:
        month = parts["month"][0]
        alone = not parts.keys() & {"day", "year", "year_shift", "shift"}
        if alone and len(month) == 3 and month != "may":
            return False
        if alone and month == "march" and "mod" not in parts and _walks(found):
            return False
        if alone and "mod" not in parts and month in _listed("case", "proper"):
            return any(token.lower_ == month and token.pos_ == "PROPN" for token in found.tokens)
        return True
    return _year(found)


def _span(found: Found) -> bool:
    """Whether a number joined by "and" is a day too: not in "on May 4 and 12 days later", "May 4 and 20 people"."""
    if "and" not in found.words or "year" in found.parts or found.words[-1] in found.parts["month"]:
        return True
    return not found.after or not found.after[0][0].isalnum() or found.after[0] in _listed("context", "after_days")


def _walks(found: Found) -> bool:
    """Whether a march is one on foot: "the March for Bread", "their Long March to the coast"."""
    token = found.tokens[0]
    led = token.i > 0 and token.nbor(-1).pos_ in ("DET", "ADJ", "PART", "PRON", "PROPN", "PUNCT")
    return led and found.after[:1] in _WALKED


_WALKED = tuple((word,) for word in ("of", "for", "on", "to", "against", "from"))


def _year(found: Found) -> bool:
    """Whether a bare number of four digits (or in words) is a year: its neighbours decide."""
    before, after = found.before[-1:], found.after[:1]
    if found.parts.keys() & {"mod", "fiscal"} or len(found.parts["year"]) > 1 or found.words[:2] == ("the", "year"):
        # "two thousand" alone is a number.
        return found.words != ("two", "thousand") or before in (_IN, ("year",))
    if found.words[0] != found.parts["year"][0]:
        before = found.words[:1]
    if found.parts["year"][0][0] in "'’" and (not before or before[0] not in _listed("context", "before_year")):
        return False
    if after and after[0] in lexicon("times_words")["weekdays"]:
        return False  # a clock time: "at 2053 Wednesday night"
    if (before and before[0] in "$£€#¥@:.") or (after and after[0] in _listed("context", "not_after_year")):
        return False
    year = spoken_year(found.parts["year"]) or 0
    figures = found.parts["year"][0].lstrip("'’")
    token = next((token for token in found.tokens if figures in token.text), found.tokens[0])
    counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    if not 1700 <= year <= 2100:
        return bool(before) and before[0] in ("in", "since", "until") and token.dep_ == "pobj"
    if before and before[0] in _listed("context", "before_year"):
        return not (counted and before[0] in ("about", "around", "than", "to"))
    previous = token.nbor(-1) if token.i > 0 else token
    if previous.pos_ in ("PROPN", "NOUN") and previous.text[0].isupper() and not token.is_sent_start:
        return False  # Expo 1998, Vision 2030: the number is part of a name
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ == "PROPN":
        return before == ("the",)  # a 1987 Chevrolet is none, the 2015 Paris agreement is one
    if counted and any(between.pos_ == "PROPN" for between in token.doc[token.i + 1 : token.head.i]):
        return True  # "2031 Harlow earnings": the number is not that of the earnings
    if counted:
        return bool(before) and before[0] in ("the", "its", "their", "his", "'s", "’s", "this")
    return 1900 <= year <= 2060


def _season(found: Found) -> bool:
    parts = found.parts
    if parts.keys() & {"year", "year_shift", "shift", "mod"}:
        return True
    if any(token.pos_ in ("VERB", "AUX", "PROPN") for token in found.tokens):
        return False
    name = parts["season"][0]
    before = found.before[-1:]
    if name in ("fall", "spring"):
        return bool(before) and before[0] in _listed("context", "before_season") and found.after[:1] != _OF
    return True


def _length(found: Found) -> bool:
    parts = found.parts
    if found.words == ("the", "year") and found.tokens[-1].text == "Year":
        return False  # a name: "Player of the Year"
    units = {word.rstrip("s") for name in ("unit", "unit2") for word in parts.get(name, ())}
    counted = parts.keys() & {"count", "vague"}
    if "begin" in parts and found.before[-1:] not in (("for",), ("of",), ("lasting",), ("lasts",), ("last",)):
        return False  # without them "90 days from May 1" is the day on which they end
    if found.after[:1] == ("-",) and "count" not in parts:
        return False
    if parts.get("unit") == ("quarters",) and "count" not in parts and parts.get("vague", ("some",))[-1] in _CIRCLES:
        return "window" in parts  # of a town or an army, or people: "in some quarters", "winter quarters"
    if "quarter" in units and found.after[:1] == _OF and "vague" not in parts and "trading" not in parts:
        return False  # "three quarters of the votes"
    if "second" in units and not counted:
        return False
    if units & {"hour", "minute", "min"} and found.after[:1] and found.after[0] in _listed("context", "after_distance"):
        return False  # "two hours east of the capital"
    if "unit" in parts and not counted and parts["unit"][0] in ("minutes", "nights", "min"):
        # The minutes of a meeting are none; "in minutes" is one.
        return parts.get("window", ("",))[-1] not in ("the", "") or found.before[-1:] in (_IN, ("within",), ("for",))
    if "one" in parts and "quarter" in units:
        return found.before[-1:] != ("and",)  # "three and a quarter"
    return True


_FOUR_FIGURES = 5
"""Letters of a decade that is written with its century ("1970s")."""

_CIRCLES = ("some", "many", "various")


def _unit(found: Found) -> bool:
    unit = found.parts["unit"][0]
    if unit in ("second", "minute", "millennium") or found.after[:1] == ("-",):
        return False
    last = found.tokens[-1]
    if last.text[0].isupper() and not last.is_sent_start and not last.text.isupper():
        return False  # a name: "This Week"
    shift = found.parts.get("shift", ())
    if unit == "day" and shift == ("the",) and not set(found.parts.get("mod", ())) & _EARLY_LATE:
        # "at the end of the day" is no day; that at whose end a market stood is one.
        return last.dep_ == "dobj" and last.head.lemma_ in _listed("context", "verbs_of_day")
    if unit == "quarter" and found.after and found.after[0] in _listed("context", "after_quarter"):
        return False
    if shift == ("the",) and "mod" not in found.parts:
        if unit == "year" and found.after[:1] in (("ended",), ("ending",), ("to",)):
            return False
        return found.after[:1] != _OF or unit == "week"
    return unit != "hour" or shift[-1:] in (("this",), ("next",), ("last",), ("past",))


def _clock(found: Found) -> bool:
    if found.words[0] == "noon" and found.before[-1:] == ("high",):
        return False  # a turn of speech, or a title
    if len(found.words) > 1 or ":" not in found.words[0] or "m" in found.words[0]:
        return True
    return bool(found.before) and found.before[-1] in _listed("context", "before_clock")


def _weekday(found: Found) -> bool:
    name = found.parts["weekday"][0]
    if found.before and found.before[-1] in _listed("context", "before_weekday_names") and found.words[0] == name:
        return False  # Black Monday
    if found.parts.get("daypart", ("",))[0].endswith("s"):
        return False  # "Sunday evenings" come round
    return not name.endswith(".") or len(found.words) > 1


def _part(found: Found) -> bool:
    parts = found.parts
    if parts.keys() & {"year", "year_shift", "shift", "fiscal"}:
        return True
    # A half, and a quarter of something, are shares; a quarter by its number alone is one of the year.
    half = parts.get("unit") == ("half",)
    share = found.after[:1] == _OF and (found.words[0] != "the" or found.after[1:2] == ("the",))
    return not half and not share and parts.get("ordinal", ("",))[-1] in _QUARTERS


def _reference(found: Found) -> bool:
    token = found.tokens[0]
    if found.words == ("one", "day"):
        verb = found.tokens.root.head  # "will one day join"; what follows the verb is how long it lasts
        return token.i < verb.i and any(child.tag_ == "MD" for child in verb.children)
    if found.words == ("current",):
        return token.pos_ == "ADJ"
    if found.words == ("the", "past"):
        return found.tokens.root.head.i < found.tokens.end  # "the past two seasons" is none
    # As an attribute ("future payments") or in a title it names no time.
    return found.words != ("future",) or (token.dep_ in ("pobj", "dobj", "nsubj") and token.text == "future")


def _today(found: Found) -> bool:
    first = found.tokens[0]
    # A name: USA Today.
    return not (first.text[0].isupper() and first.i > 0 and first.nbor(-1).pos_ == "PROPN" and not first.is_sent_start)


def _daypart(found: Found) -> bool:
    return found.before[-2:] != ("middle", "of")


def _offset(found: Found) -> bool:
    """Whether it ends the clause: in "a year after the deal" the length alone is the expression."""
    parts = found.parts
    if parts.get("sign", ("",))[-1] not in _listed("context", "clause_end") or parts.keys() & {"word", "month"}:
        return True
    return not found.after or (not found.after[0][0].isalnum() and found.after[0] not in "$\"“‘'([")


def _repeat(found: Found) -> bool:
    last = found.tokens[-1]
    if "word" in found.parts and last.i + 1 < len(last.doc) and last.nbor().pos_ == "PROPN" and last.text.islower():
        return False  # a newspaper: "the party daily Granfeld Post"
    return not ("word" in found.parts and any(token.pos_ in ("NOUN", "PROPN") for token in found.tokens))


def _decade(found: Found) -> bool:
    """Whether it is no age ("in his 30s", "a woman in her early 40s") and no temperature ("rising into the 70s")."""
    if len(found.parts["decade"][0]) < _FOUR_FIGURES and any(
        token.lower_ in _listed("context", "temperatures") for token in found.tokens.sent
    ):
        return False
    return not found.before or found.before[-1] not in _listed("classes", "POSSESSIVE")


_CHECKS = {
    "span": _span,
    "decade": _decade,
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
    "today": _today,
    "daypart": _daypart,
}
