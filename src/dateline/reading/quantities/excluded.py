"""Numbers that are no facts for the record: dates, ages, labels, scores, fillers, page furniture."""

import re
from bisect import bisect_left

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.lexicon import lexicon
from dateline.reading.quantities.counted import Counted, is_of_a_vote, words
from dateline.reading.quantities.numbers import Number
from dateline.reading.quantities.tokens import top

_LIST_NUMBER = re.compile(r"\d{1,2}(?:[.)](?!\d)|\s*$)")
_SCORE = re.compile(r"[-\u2010-\u2014]\d")


_CLOCK = re.compile(r"(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|(?:E[SD]?T|C[SDE]?T|P[SD]?T|GMT|UTC|BST|CEST|EEST|IST|BdST)\b)")
_UNIT_NAME = re.compile(r" (?:Corps|Division|Brigade|Regiment|Battalion|Squadron|Fleet|Army|[Ii]ndex)\b")
"""After the number of a unit, or in the name of an index of shares."""
_RATIO = re.compile(r"\b(?:(?:one|1) (?:in|out of)|(?:two|three|[23]) in) (?:every )?\Z", re.IGNORECASE)
_RETIRES = re.compile(
    r"\bretir\w{0,4} (?:\w+ )?(?:at|aged?) (?:\d\d (?:instead of|rather than|or|to|and) )?\Z", re.IGNORECASE
)
"""Before an age at which somebody stops working: "retiring at 65 instead of 60"."""
_PRISON = frozenset({"prison", "jail", "sentence", "sentenced", "custody", "suspended", "imprisonment", "detention"})
_OFFICE = frozenset({"term", "terms", "tenure", "stint", "presidency", "premiership", "career", "reign"})


def is_label(text: str, number: Number, token: Token) -> bool:
    """A date, a name's number, a list number, a score: what no unit can make a quantity."""
    bare = text[number.first : number.last]
    if _CLOCK.match(text, number.last) or _UNIT_NAME.match(text, number.last):
        return True
    if _RATIO.search(text, max(0, number.start - 18), number.start):
        return True
    if re.fullmatch(r"(?:1[6-9]|20|21)\d\d(?:\W+(?:(?:and|to|or)\W+)?(?:(?:1[6-9]|20|21)\d\d))?", bare):
        return True  # a year, whether it stands alone or before a noun ("the 2019 accord"); two years
    if bare.isdigit() and (len(bare) > 1 and bare[0] == "0"):
        return True
    line = text.rfind("\n", max(0, number.first - 6), number.first) + 1
    if (
        (line or number.first < 6)
        and not text[line : number.first].strip(" (#•-")
        and _LIST_NUMBER.match(text, number.first)
    ):
        return True
    if text[number.first - 1 : number.first] == "(" and text[number.last : number.last + 1] == ")":
        return True
    if _is_score(text, number):
        return not is_of_a_vote(text, number, None)
    return _is_named(text, number, token) and not is_of_a_vote(text, number, None)


def _is_score(text: str, number: Number) -> bool:
    """Such as "2-1", "555-0123": but not the two sides of a vote."""
    before = text[max(0, number.first - 2) : number.first]
    joined = _SCORE.match(text, number.last) or (before[-1:] in {"-", "–"} and before[:1].isdigit())
    return bool(joined)


def _is_named(text: str, number: Number, token: Token) -> bool:
    if number.start != number.first or text[number.first - 1 : number.first] not in {" ", "\u00a0"}:
        return False
    first = token
    while first.i > 0 and first.idx > number.first:
        first = first.nbor(-1)
    if first.i == 0 or first.is_sent_start:
        return False
    before, bare = first.nbor(-1), text[number.first : number.last]
    if before.lower_ == "number" and not bare[0].isdigit() and not any(c.lower_ == "the" for c in before.lefts):
        return True  # "world number three"
    if before.lower_ == "of" and before.i and before.nbor(-1).text == "Group":
        return True
    label = (_is_label_word(before) and not _is_a_day(before)) or _goes_on_from_label(first)
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if label and (bare[0].isdigit() or bare[0].isupper() or follows.lower_ == "of" or follows.is_punct):
        return True  # "Phase 2", "phase two of the deal"
    following = first.dep_ == "nummod" and first.head.i > first.i
    if bare[0].isdigit() and bare.isdigit() and before.pos_ == "PROPN" and not following and before.text[0].isupper():
        return True
    if bare[0].isupper() and token.i + 1 < len(token.doc) and token.nbor(1).text[:1].isupper():
        return True  # "the Five Star Movement", "the Big Three"
    return bare[0].isupper() and before.text[:1].isupper() and before.pos_ == "PROPN"


def _is_label_word(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("fillers", "labels") or token.lower_ in words("fillers", "labels")


def _is_a_day(token: Token) -> bool:
    """Whether the word says when, and labels nothing: "on the same day 40 people died"."""
    before = token.nbor(-1) if token.i else token
    return token.lower_ in words("periods") and before.lower_ in words("fillers", "pointing")


def _goes_on_from_label(token: Token) -> bool:
    """Whether the number is a later one of "articles 26, 27 and 36"."""
    at = token.i - 1
    while at > 0 and (token.doc[at].text in {",", "&"} or token.doc[at].lower_ in {"and", "or", "to"}):
        if not token.doc[at - 1].like_num:
            return False
        at -= 2
    return 0 <= at < token.i - 1 and _is_label_word(token.doc[at])


def is_age(text: str, found: Counted) -> bool:
    """Such as "aged 40", "40 years old", "Smith, 40,"."""
    after = text[found.end : found.end + 12].lstrip(" -").casefold()
    return (
        (
            found.kind == "period"
            and after.startswith(("old", "of age", "ago", "earlier", "later", "early", "late", "before", "after"))
        )
        or _RETIRES.search(text, max(0, found.start - 40), found.start) is not None
        or bool(re.search(r"\b(?:aged?|ages|ages? of)\s\Z", text[max(0, found.start - 8) : found.start], re.IGNORECASE))
    )


_WHERE = re.compile(
    r"(?: ?(?:\(|-LRB-)[^)\n]{1,24}?(?:\)|-RRB-))?(?:\)| -RRB-)? (?:to the |just |due )?(?:(?:north|south|east|west)\w*|away|off|offshore|inland|outside|from)\b",
    re.IGNORECASE,
)


def is_whereabouts(text: str, found: Counted) -> bool:
    """A length that only says where something is: "40 kilometres (25 miles) north of the port", "two miles from the border"."""
    return found.kind == "measure" and found.unit.casefold() in words("lengths") and bool(_WHERE.match(text, found.end))


def is_filler(found: Counted) -> bool:
    """Such as "two sides", "one of them", "the two leaders": true, but nothing for the record."""
    if found.noun is None or found.kind != "count":
        return False
    noun, value = found.noun.lower_, found.number.value
    if found.unit.casefold() in {"storey", "story", "floor"} and _is_hyphened(found):
        return True  # "the ten-storey building"
    if found.noun.tag_ == "NNP" and found.noun.text[0].isupper() and _is_in_a_name(found):
        return True
    if value == 0 and found.noun.tag_ in {"NN", "NNP"}:
        return True  # "a zero risk policy": no count, but a want of something
    before = found.token.left_edge
    if value <= 3 and before.i and before.nbor(-1).lower_ == "all":
        return True  # "all three of these states" are those named before
    if noun in {"resolution", "resolutions"} and value >= 100:
        return True  # "the 2231 resolution"
    if noun == "points" and _is_of_an_index(found):
        return False
    if noun in words("fillers", "always") or noun.rstrip(".") in words("fillers", "months"):
        return True
    definite = any(
        t.lower_ in {"the", "these", "those", "both", "its", "their", "his", "her", "our", "all"} or t.dep_ == "poss"
        for t in found.noun.lefts
        if t.idx < found.number.first
    )
    if before.i and before.nbor(-1).lower_ == "top":
        return True  # "the top five markets"
    small = noun in words("fillers", "small")
    if small and (value == 2 or (definite and value < 10)):
        return True
    return definite and value <= 3 and not found.unit.endswith(tuple(set(lexicon("units")["casualties"].values())))


def _is_hyphened(found: Counted) -> bool:
    """Whether the figure is written as one word with its noun: "ten-storey"."""
    following = found.token.nbor(1) if found.token.i + 1 < len(found.token.doc) else found.token
    return following.text == "-" or "-" in found.token.text


def _is_of_an_index(found: Counted) -> bool:
    """Whether points are those by which prices move: "fell 37.58 points", "up 120 points"."""
    head = top(found.token).head if found.noun is None else found.noun.head
    return found.number.value % 1 != 0 or head.lemma_ in words("moving")


def _is_in_a_name(found: Counted) -> bool:
    """Whether the number is a part of an address or of a name: "10 Castle Street", "Five Rivers Party leader Frey"."""
    if found.noun is None:
        return False
    if found.noun.lower_ in words("addresses"):
        return True
    within = found.token.doc[found.token.i + 1 : found.noun.i + 1]
    return found.token.text[0].isupper() and len(within) > 1 and within[0].text[0].isupper()


def is_source(found: Counted) -> bool:
    """Such as "two diplomats said", "according to three officials": who tells it, and no figure."""
    if found.noun is None or found.kind != "count":
        return False
    noun = top(found.noun)
    if noun.dep_ == "pobj" and noun.head.lower_ in {"to", "by", "from"} and noun.head.head.lower_ in words("telling"):
        return True
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in {"cite", "quote"}:
        return True
    return noun.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ in words("telling")


def is_mere_one(found: Counted, text: str) -> bool:
    """A "one" that is a pronoun or an article in all but name; a vote, a casualty, a measure or an item in a list of numbers counts."""
    if text[found.number.first : found.number.last].casefold() != "one":
        return False
    if found.kind in {"money", "percent", "measure"}:
        return False
    if found.noun is not None and _is_listed(found.noun):
        return False
    if found.noun is not None and found.noun.lower_ in {"vote", "seat", "abstention", "ballot"}:
        return False
    return not found.unit.endswith(tuple(set(lexicon("units")["casualties"].values()) | {"dead"}))


def _is_listed(noun: Token) -> bool:
    """Whether the noun is one of several things that are counted side by side: "three tanks, one radar and two guns"."""
    counts = [c.lower_ for other in noun.conjuncts for c in other.lefts if c.dep_ == "nummod"]
    return len(counts) > 1 or any(count != "one" for count in counts)


_NEAR = 70
_EXTENDS = re.compile(r"\b(?:extend|prolong|renew|lengthen)\w*\b[^.;:\n]*\Z", re.IGNORECASE)
"""Before "by two weeks" what makes them a period that is granted."""


def is_unmeasured_period(text: str, found: Counted) -> bool:
    """A length of time that nobody agreed, granted or served: a horizon ("in two weeks"), a look back, a mere "five minutes".

    Periods count where they qualify an undertaking ("a 60-day truce", "terms of five years"), where "for" measures what a
    verb of giving or holding does, and where they are given to someone.
    """
    if found.kind != "period":
        return False
    unit = found.unit.casefold()
    if unit.startswith(("second", "minute", "moment", "night", "weekend", "century", "centuries", "decade")):
        return True
    noun = found.noun
    if _is_in_office(found):
        return True
    before = text[max(0, found.start - 14) : found.start].casefold().split()
    if noun is not None and noun.lower_ in words("periods", "granted") and noun.lower_ not in words("periods"):
        return False
    if before and before[-1] in words("periods", "horizon"):
        return True
    if before and before[-1] == "by" and _EXTENDS.search(text, max(0, found.start - _NEAR), found.start):
        return False
    following = text[found.end : found.end + 24].casefold()
    if re.match(
        r"(?:'|’|s'|s’)? (?:in (?:prison|jail|custody|detention)|imprisonment|behind bars|of probation|jail|in exile)",
        following,
    ):
        return False
    token = found.noun or found.token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in words("periods", "granted"):
        return False
    verb = _verb(token)
    if re.match(
        r" (?:as|in) (?:an? |the )?\w*(?: \w+)?(?:president|minister|office|chief|leader|governor|chairman|power)",
        following,
    ):
        return True  # years in office
    if verb is None or verb.lemma_ not in words("periods", "giving"):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        return False
    return not (
        token.dep_ in {"dobj", "dative", "npadvmod"}
        and verb.lemma_ in {"give", "grant", "allow", "last", "sentence", "serve", "set", "offer", "extend", "get"}
    )


def is_emphasis(found: Counted) -> bool:
    """Such as "100 percent sure": a way to say wholly."""
    after = found.token.doc[found.token.i + 1 : found.token.i + 3]
    return found.kind == "percent" and found.number.value == _WHOLE and bool(after) and after[-1].pos_ == "ADJ"


_WHOLE = 100


def _is_in_office(found: Counted) -> bool:
    """Whether a period is how long somebody serves or served: "a six-year term", "served in the House for nine years"."""
    token = found.noun or found.token
    if any(t.lower_ in _PRISON for t in token.sent):
        return False
    if token.lower_ in _OFFICE:
        return True
    verb = _verb(token)
    within = verb is not None and verb.lemma_ == "serve" and any(c.lower_ in {"in", "as", "on"} for c in verb.children)
    return within and token.dep_ == "pobj"


def _verb(token: Token) -> Token | None:
    for _ in range(4):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def overlaps_any(span: Span, dates: list[Span]) -> bool:
    """Whether the span shares a code point with one of the dates, which ascend."""
    k = bisect_left(dates, span.end, key=lambda d: d.start)
    return any(d.overlaps(span) for d in dates[max(0, k - 2) : k])
