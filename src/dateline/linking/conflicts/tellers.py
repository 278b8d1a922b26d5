"""Who gives a figure, by the words of its sentence: "police put the crowd at 900", "..., according to the union".

What is quoted from one source may pass on another's figure ("the agency said that the rebels claimed 40 dead"), and a paper gives many
figures in sentences that report no speech: neither is told by the article's attributions.
"""

import re
from dataclasses import dataclass

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_GIVES = re.compile(
    rf"(?:\s+(?:late |early |earlier |later )?on\s+{_DAY})?(?:\s+(?:has|have|had))?(?:\s+(?:also|later|since|earlier|\w+ly))?\s+"
    r"(?:put|puts|accus(?:ed|es)|estimate[sd]?|counted|counts|claim(?:s|ed)?|sa(?:y|ys|id)|report(?:s|ed)?|gave|gives|recorded|registered|listed|"
    r"acknowledged|admit(?:s|ted)|confirm(?:s|ed)|announced|insist(?:s|ed)|alleged?|documented|tallied|maintain(?:s|ed)|"
    r"suggest(?:s|ed)|reckon(?:s|ed)|reveal(?:s|ed))\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"(?:['’]s?)?\s+(?:estimates?|counts?|figures?|tolls?|tally|tallies|records?|data)\b(?!\s+of\b)", re.IGNORECASE
)
_BOUNDARY = re.compile(
    r"[,;:–—“\"()]|\s-\s|\b(?:and|but|while|whereas|although|though|that|whilst|yet|as|however|or|according to|by)\s",
    re.IGNORECASE,
)
"""Behind the last of these who gives a figure is named."""

_ACCORDING = re.compile(r"\baccording to\s+(?P<who>(?:the\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,6})", re.IGNORECASE)
_BEHIND = re.compile(
    r",[”\"]?\s+(?P<who>(?:[\w’'.-]+\s+){0,6}?[\w’'.-]+)\s+(?:(?:has|have|had)\s+)?(?:said|says|say|reported|claimed|estimated|announced|confirmed)\b",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|estimates?)\s+(?:(?:by|from|in)\s+(?P<who>[\w’' -]{3,60}?)\s+)?(?:that\b(?!.*\bthat\b)|of\s*\Z)",
    re.IGNORECASE,
)
"""Figures that others pass on: "reacting to reports that 900 had come"."""

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "there",
        "both",
        "each",
        "one",
    ]
)
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "some",
        "other",
        "official",
        "officials",
        "latest",
        "new",
        "own",
        "on",
        "in",
        "of",
        "at",
        "late",
        "earlier",
        "data",
        "figure",
        "figures",
        "country",
        "nation",
        "early",
        "evening",
        "morning",
        "afternoon",
        "night",
        "midday",
        "noon",
    ]
)
_ENDS = re.compile(
    r"\s+(?:on|in|at|as|by|after|when|while|who|which|and|but|told|said|to|from|with|before|since|released|issued|published|refused|declined|citing|quoting)\b.*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,40}\)")
_OFFICIAL_TOLL = re.compile(
    r"\bofficial (?:death )?(?:toll|figure|count|number|tally)\s+(?:of|at|is|was|stands at)\s*\Z", re.IGNORECASE
)
_ADJECTIVES = frozenset(
    [
        "conservative",
        "official",
        "early",
        "initial",
        "media",
        "local",
        "recent",
        "unconfirmed",
        "previous",
        "first",
        "rough",
    ]
)
_HELPERS = frozenset(["is", "was", "are", "were", "be", "been", "has", "have", "had", "to"])
"""Behind one of these nobody gives anything: "the army is said to have lost 40"."""

_COUNTED = frozenset(["death", "deaths", "casualty", "casualties"])
_PREPOSITIONS = frozenset(["with", "at", "in", "from", "of", "by", "for", "to", "amid", "after", "before"])
_ESTIMATES = frozenset(["estimates", "estimate", "reports"])
_BREAK = re.compile(r"[;–—]|\s-\s|,?\s\b(?:while|whereas|but|although)\b")


@dataclass(frozen=True, slots=True)
class Teller:
    """Who gives a figure: as written, the side that the article's actors have for him, and whether that is a state."""

    name: str
    side: str | None = None
    state: bool = False


def teller_in_words(text: str, start: int, at: int, behind: int, end: int) -> str | None:
    """Who gives the figure `text[at:behind]` of the sentence `text[start:end]`, by its words; None where they do not say.

    The last one named before it who gives figures; else whom the words behind it name, up to a turn to something else.
    """
    before = _ASIDE.sub(lambda aside: " " * len(aside[0]), text[start:at])
    if _OFFICIAL_TOLL.search(before):
        return "officials"
    found = [
        (m.end(), _subject(before[: m.start()])) for pattern in (_GIVES, _ESTIMATE) for m in pattern.finditer(before)
    ]
    rumour = _RUMOUR.search(before)
    if rumour is not None and not any(where > rumour.end() for where, _who in found):
        return _name(rumour["who"] or "") or "reports"
    found += [(m.end(), m["who"]) for m in _ACCORDING.finditer(before)]
    for _where, who in sorted(found, reverse=True):
        if name := _name(who):
            return name
        if who.strip() and who.split()[-1].casefold() in _PRONOUNS:
            return None  # "it said"
    after = text[behind:end]
    turn = _BREAK.search(after)
    after = after[: turn.start()] if turn else after
    for pattern in (_ACCORDING, _BEHIND):
        if (told := pattern.search(after)) and (name := _name(told["who"])):
            return name
    return None


def _subject(before: str) -> str:
    """What stands before a verb, back to where its clause begins."""
    return before[max((m.end() for m in _BOUNDARY.finditer(before)), default=0) :]


def _name(written: str) -> str | None:
    """Who is meant, without what does not name him; None where that is nobody: a pronoun, a day."""
    plain = _ENDS.sub("", written.strip(" ,.“”\"'"))
    if any(letter.isdigit() for letter in written.replace(plain, "", 1)):
        return None  # "Strikes on hide-outs kill 15, the army says"
    words = plain.split()
    if words and (words[-1].casefold() in _HELPERS | _COUNTED or words[0].casefold() in _PREPOSITIONS):
        return None
    if words and words[-1].casefold() in _ESTIMATES:
        words = [word for word in words[:-1] if word.casefold() not in _ADJECTIVES]  # "police estimates"
    if not words or words[-1].casefold() in _PRONOUNS or not any(w.casefold() not in _EMPTY | _PRONOUNS for w in words):
        return "officials" if words and words[-1].casefold() == "officials" else None
    return " ".join(words)


def one_teller(a: Teller, b: Teller) -> bool:
    """Whether two may be one: by the words of their names, or as a state and who speaks for it."""
    first, second = _telling_words(a.name), _telling_words(b.name)
    if first <= second or second <= first:
        return True
    if a.side is None or b.side is None or a.side.casefold() != b.side.casefold():
        return False
    return a.side.casefold() in (a.name.casefold(), b.name.casefold())


_OFFICIAL = re.compile(
    r"\b(?:police|army|military|ministry|minister|government|authorit(?:y|ies)|officials?|president|commission|company|management|"
    r"employers?|owners?|operators?|junta|commander|governor|spokes\w+)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:unions?|organi[sz]ers?|opposition|activists?|rights|rebels?|militants?|insurgents?|residents?|witness(?:es)?|monitor\w*|"
    r"observ\w+|protesters?|demonstrators?|campaign\w*|amnesty|watch|united nations|un|red cross|doctors|front|movement|party|strikers?|church|pastors?|priests?|bishops?|imams?|clerics?|trib(?:e|al)|elders?|relatives|famil(?:y|ies)|"
    r"survivors?|villagers?|lawyers?|aid (?:group|agency|worker)\w*|charity|guerrillas?|separatists?|kidnappers?|hijackers?|gunmen|captors|militias?|fighters|traders|"
    r"journalists?|students|farmers|neighbou?rs)\b",
    re.IGNORECASE,
)


def opposed(a: Teller | None, b: Teller | None) -> bool:
    """Whether one speaks for those in charge and the other for those who are not."""
    if a is None or b is None:
        return False
    other = [_OTHER.search(teller.name) is not None for teller in (a, b)]
    official = [
        _OFFICIAL.search(teller.name) is not None and not beside for teller, beside in zip((a, b), other, strict=True)
    ]
    return (official[0] and other[1]) or (official[1] and other[0])


def _telling_words(name: str) -> frozenset[str]:
    words = (w.casefold().strip(".,").removesuffix("'s").removesuffix("’s") for w in name.split())
    kept = frozenset(w.removesuffix("s") for w in words if w not in _EMPTY)
    return kept or frozenset(name.casefold().split())
