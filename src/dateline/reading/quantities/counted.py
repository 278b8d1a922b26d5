"""What a number counts or measures: its unit, the words that state it, and what kind of figure it is."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from dateline.reading.lexicon import lexicon
from dateline.reading.quantities.currencies import mark_before, unit_of
from dateline.reading.quantities.numbers import Number
from dateline.reading.quantities.tokens import Tokens, governor, is_told, noun_after, start_of_word, state_told, top
from dateline.reading.quantities.tolls import goes_back_to, is_crowd_of, toll_of

Kind = Literal["count", "money", "percent", "period", "measure"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit. `noun` is the token counted, None where the unit is a mark or understood; `[start, end)` states the whole."""

    number: Number
    kind: Kind
    unit: str
    noun: Token | None
    start: int
    end: int
    token: Token
    strong: bool = False


def words(name: str, key: str = "words") -> frozenset[str]:
    """A list of the units' lexicon as a set."""
    return _listed(name, key)


@cache
def _listed(name: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("units")[name][key])


_PERCENT = re.compile(
    r"\s?%|[\s-](?:per\s?cent|pct)(?:age points?)?\b|[\s-]percent\b|\spercentage points?\b|[\s-]basis[\s-]points?\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[-\u2010\u2011](?P<unit>[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)")
_RATE = re.compile(
    r" (?:a|per|an|each) (?:day|year|month|week|hour|second|minute|annum)\b|[-\u2011](?:a|per)[-\u2011](?:day|year)\b|/(?:day|year)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r" (?:a|an|per) (?:barrel|tonne|ton|ounce|gallon|liter|litre|day|month|year|week|hour|head|person|share|unit|kilo|kilogram)\b",
    re.IGNORECASE,
)
_STRENGTH = re.compile(r"\bmagnitude(?: of|-)? ?\Z", re.IGNORECASE)
"""Before the strength of an earthquake, which is a figure without a unit."""
_GLUED = re.compile(r"[^\W\d_]+\b")
"""A unit in one word with its number: "175GW"."""

_SHARE = re.compile(r"[\s-](?:majority|vote|share|stake|quorum)")
_OF = re.compile(r" (?:of|out of) (?:[\d,]+ of )?(?:the |its |their |these |those |our |his )?", re.IGNORECASE)


def counted(text: str, tokens: Tokens, number: Number) -> Counted | None:
    """What the number counts; None where no unit stands there in words (see `understood`)."""
    token = tokens.at(number.last - 1)
    if money := mark_before(text, number.first):
        unit, end = unit_of(money), number.end
        if rate := _PRICE.match(text, end):
            unit, end = unit + rate[0].casefold(), rate.end()
        return Counted(number, "money", unit, None, min(number.start, money.start()), end, token)
    if sign := _PERCENT.match(text, number.last):
        unit = "percentage points" if "point" in sign[0] else "percent"
        if "basis" in sign[0].casefold():
            unit = "basis points"
        return Counted(number, "percent", unit, None, number.start, max(sign.end(), number.end), token)
    if strength := _STRENGTH.search(text, max(0, number.start - 14), number.start):
        return Counted(number, "measure", "magnitude", None, strength.start(), number.end, token)
    if number.fraction:
        return _fraction(text, tokens, number, token)
    if hyphened := _HYPHENED.match(text, number.last):
        return _hyphened(tokens, number, token, hyphened)
    if token.idx + len(token) > number.last and (glued := _GLUED.match(text, number.last)):
        return Counted(number, "measure", glued[0], None, number.start, max(glued.end(), number.end), token)
    noun = _noun(text, tokens, number, token)
    if noun is None:
        return None
    return _count(text, number, token, noun)


def _fraction(text: str, tokens: Tokens, number: Number, token: Token) -> Counted | None:
    end = number.end
    if of := _OF.match(text, number.last):
        noun = noun_after(tokens.at(of.end() - 1)) or tokens.at(of.end())
        if noun.lower_ in words("periods") | words("fillers", "always") or (
            noun.pos_ == "PRON" and noun.lower_ not in {"them", "those"}
        ):
            return None
        end = max(end, noun.idx + len(noun))
    elif not _SHARE.match(text, number.last) and not _is_share(text, number, token):
        return None
    return Counted(number, "percent", "percent", None, number.start, end, token)


def _is_share(text: str, number: Number, token: Token) -> bool:
    """Whether a fraction alone is who did it: "two-thirds stayed away", "only a third voted"; not "two fell ill and a third died"."""
    before = text[max(0, number.start - len("only ")) : number.start].casefold()
    sure = number.start < number.first or text[number.first] not in "aA" or before == "only "
    return token.dep_ in {"nsubj", "nsubjpass"} and sure


def _hyphened(tokens: Tokens, number: Number, token: Token, found: re.Match[str]) -> Counted | None:
    chain = found["unit"].casefold().replace("\u2011", "-").replace("\u2010", "-").split("-")
    end = found.end()
    last = tokens.at(end - 1)
    if (
        chain[-1]
        in {
            "old",
            "olds",
            "fold",
            "way",
            "sided",
            "pronged",
            "time",
            "part",
            "step",
            "point",
            "plus",
            "something",
            "page",
            "state",
            "tier",
            "track",
            "party",
            "man",
            "woman",
            "dimensional",
            "wheel",
            "wheeler",
            "star",
            "round",
            "under",
            "up",
            "off",
            "on",
            "on-one",
            "th",
            "s",
            "stage",
            "and",
            "sum",
            "day's",
            "member's",
            "based",
            "to",
        }
        or number.value == 0
    ):
        return None
    noun = (
        last.head if last.dep_ in {"nmod", "compound", "amod", "npadvmod", "nummod"} and last.head.i > last.i else None
    )
    if chain[-1] == "strong":
        return Counted(number, "count", "people", noun, number.start, end, token, strong=True)
    unit = "-".join(chain[:1]) if len(chain) == 1 else " ".join(chain)
    if chain[0] in words("periods") and len(chain) == 1:
        return Counted(number, "period", _several(unit, number), noun, number.start, end, token)
    if last.pos_ not in {"NOUN", "PROPN"}:
        return None
    kind: Kind = "measure" if chain[0] in words("measured") else "count"
    return Counted(number, kind, unit, noun, number.start, end, token)


def _noun(text: str, tokens: Tokens, number: Number, token: Token) -> Token | None:
    """The noun that is counted, after the number or after "of"."""
    if of := _OF.match(text, number.last):
        first = tokens.at(of.end() - 1)
        noun = noun_after(first) or noun_after(tokens.at(of.end()))  # "12 of its 40 members"
        if noun is not None and noun.idx >= of.end() - 1:
            return _owned(noun)
        return None
    if text[number.last : number.last + 1] in {",", ".", ")", ";", ":", "\n", "”", '"'} and number.last == number.end:
        return None
    return noun_after(token)


def _owned(noun: Token) -> Token:
    """What somebody's are counted: of "dozens of Lind's followers" the followers."""
    owned = noun.head if noun.dep_ == "poss" and noun.head.i > noun.i else noun
    return owned if owned.pos_ in {"NOUN", "PROPN"} else noun


def _several(period: str, number: Number) -> str:
    """The plural of a period that stands before a noun: "the 2-day truce" lasts days."""
    plural = f"{period}s"
    return plural if plural.casefold() in words("periods") and number.value not in {None, 1} else period


_SHORTEST = 3


def _is_damaged(unit: str) -> bool:
    """Whether the word is the rest of one that lost bytes: no unit of one or two letters but the known ones."""
    short = len(unit) < _SHORTEST and unit.casefold() not in words("measured") | words("periods") | words("money")
    return "\ufffd" in unit or (short and not unit.isupper() and unit.isascii()) or not any(c.isalpha() for c in unit)


def _count(text: str, number: Number, token: Token, noun: Token) -> Counted | None:
    unit, end = text[start_of_word(noun) : noun.idx + len(noun)], noun.idx + len(noun)
    kind: Kind = "count"
    if _is_damaged(unit):
        return None
    for within in noun.doc[token.i + 1 : noun.i]:
        if within.lower_ in words("periods"):  # "a thirty hour period"
            return Counted(
                number, "period", _several(within.text, number), noun, number.start, max(end, number.end), token
            )
        if within.lower_ in words("measured"):  # "a 300 kilometre range"
            return Counted(number, "measure", within.text, noun, number.start, max(end, number.end), token)
    low = noun.lower_.rstrip(".")
    if low in words("periods"):
        kind = "period"
        unit = _several(unit, number)
    elif low in words("money"):
        kind = "money"
    elif low in words("measured"):
        kind = "measure"
    if (joined := _joined(noun)) is not None:
        unit, end = f"{unit} and {joined.text}", joined.idx + len(joined)
    if noun.i and noun.nbor(-1).lower_.rstrip(".") in {"cubic", "square", "sq", "metric", "nautical"}:
        unit = f"{noun.nbor(-1).lower_} {unit}"
    if rate := _RATE.match(text, end):
        unit, end = unit + rate[0].casefold().replace("-", " "), rate.end()
    return Counted(number, kind, unit, noun, number.start, max(end, number.end), token)


def _joined(noun: Token) -> Token | None:
    """The second of two bare plurals that are counted together: "200 nurses and doctors", not "200 nurses and the doctor"."""
    both = [c for c in noun.rights if c.dep_ == "conj" and c.tag_ == "NNS" and not list(c.lefts)]
    plain = noun.tag_ == "NNS" or noun.lower_ == "police"
    if not plain or len(both) != 1 or both[0].i != noun.i + 2 or noun.nbor(1).lower_ != "and":
        return None
    return None if list(both[0].rights) else both[0]


_BY_THE = re.compile(r"\bby the \Z", re.IGNORECASE)
"""Before "thousands" that came or fled."""

_WINNING = frozenset({"receive", "get", "win", "secure", "obtain", "garner", "poll", "take", "gain", "have"})


def understood(text: str, tokens: Tokens, number: Number, before: Counted | None) -> Counted | None:
    """The unit of a number that stands without a noun.

    "300 nurses here and 40 there" takes the noun it is coordinated with, or that of the figure `before` it in the
    sentence; "killing 12" counts people; a toll counts the dead.
    """
    token = tokens.at(number.last - 1)
    verb = governor(token)

    def made(unit: str, noun: Token | None = None) -> Counted:
        return Counted(number, "count", unit, noun, number.start, number.end, token)

    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.lower_ == "left" and after.i + 1 < len(token.doc):
        after = after.nbor(1)  # "thousands left homeless"
    if is_of_a_vote(text, number, verb):
        return made("votes")
    if after is not None and after.lower_ in lexicon("units")["states"]:
        state = lexicon("units")["states"][after.lower_]
        return Counted(
            number,
            "count",
            f"people {state}" if state != "casualties" else state,
            None,
            number.start,
            after.idx + len(after),
            token,
        )
    if (
        token.dep_ == "conj"
        and before is not None
        and before.noun is not None
        and top(token) in {before.noun, before.token, top(before.noun)}
    ):
        return Counted(number, before.kind, before.unit, None, number.start, number.end, token)
    casualties = lexicon("units")["casualties"]
    if verb is not None and verb.lemma_ in casualties and top(token).dep_ in {"dobj", "nsubjpass"}:
        return made(f"people {casualties[verb.lemma_]}" if is_told(verb) else "people")
    if verb is not None and token.dep_ == "nsubj" and (state := state_told(verb)) is not None:
        return made(f"people {lexicon('units')['states'][state]}")  # "hundreds more are missing"
    crowd = verb is not None and is_crowd_of(token, verb)
    if crowd or _BY_THE.search(text, max(0, number.start - 8), number.start) or _is_of_a_land(token):
        return made("people")
    if toll := toll_of(text, tokens, number, verb):
        return made(toll)
    if before is not None and before.kind == "count" and goes_back_to(text, number, before.end):
        return made(before.unit)
    if (
        before is not None
        and before.unit in {"votes", "seats", "percent"}
        and verb is not None
        and verb.lemma_ in _WINNING
    ):
        return Counted(number, before.kind, before.unit, None, number.start, number.end, token)
    if (
        before is not None
        and before.kind != "period"
        and before.token.sent.start == token.sent.start
        and top(token).dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj"}
        and _like(before, number)
    ):
        return Counted(number, before.kind, before.unit, None, number.start, number.end, token)
    return None


def _is_of_a_land(token: Token) -> bool:
    """Whether it is how many live in a place or make up a body: "a country of about 170 million"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in words("peopled")


_FOR_OR_AGAINST = re.compile(
    r"(?: (?:votes?|voted))?,? (?:in favou?r|against|abstain\w*|abstentions?)\b", re.IGNORECASE
)
_VOTE_BEFORE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)(?: (?:of|by|was|count|margin))?|a margin of|passed|approved|adopted|(?i:the )(?-i:House|Senate)|parliament|chamber)[ ,:](?:by )?(?:\d+[-\u2013 ](?:to[ -])?)?\Z",
    re.IGNORECASE,
)
_VOTE_AFTER = re.compile(
    r"(?:[-\u2013]\d+|[ -]to[ -]\d+)? (?:vote|margin|decision|majority|split|ruling)\b", re.IGNORECASE
)


def is_of_a_vote(text: str, number: Number, verb: Token | None) -> bool:
    """One side of a vote: "52-47", "with 12 in favour", "two abstained"."""
    if _FOR_OR_AGAINST.match(text, number.last) or (verb is not None and verb.lemma_ == "abstain"):
        return True
    before = _VOTE_BEFORE.search(text, max(0, number.first - 40), number.first)
    pair = re.match(r"[-\u2013]\d|[ -]to[ -]\d", text[number.last : number.last + 5]) or re.search(
        r"\d(?:[-\u2013]|[ -]to[ -])\Z", text[max(0, number.first - 5) : number.first]
    )
    return bool(pair and (before or _VOTE_AFTER.match(text, number.last)))


def _like(before: Counted, number: Number) -> bool:
    """Whether two figures are near enough in size to count the same thing."""
    a, b = before.number.value, number.value
    return bool(a and b) and max(a, b) <= 50 * min(a, b) and b >= 10
