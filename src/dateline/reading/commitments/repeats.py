"""The same undertaking told twice in one article: the fullest telling is kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.model import Anchor, Commitment
from dateline.reading.actors.likeness import Likeness
from dateline.reading.commitments.words import words
from dateline.reading.lexicon import lexicon

_ALIKE = 0.7
"""Share of the shorter telling's content words that both have."""

_LOOKED_AT = 50
"""Fuller tellings that one is held against."""

_IN_COMMON = 2
"""So many words, the deed among them, are not enough to be one deed."""

_STEM = 5
"""Letters by which forms of one word meet."""

_EXACT = re.compile(r"\d+[.,]\d+")
"""A number so exact that two deals with it are one: "9.7 million barrels"."""

_BACK = frozenset({"back", "retur", "resum"})
"""Going back, cut to those letters."""

_MADE = frozenset({"annou", "reach", "signe", "sign", "struc", "strik", "seale", "clinc", "concl", "agree"})
"""Making a deal, cut to those letters."""

_OTHER = frozenset({"anoth", "secon", "third", "next", "new", "fresh", "furth", "more"})
"""Words of a further occasion, cut to those letters: "another meeting will be held"."""

_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "will",
        "would",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "not",
        "also",
        "all",
        "any",
        "some",
        "which",
        "who",
        "as",
    ]
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A commitment, the content words of its quote, and the verb or noun of what is undertaken."""

    told: Commitment
    words: frozenset[str]
    deed: str


def without_repeats(
    commitments: tuple[Commitment, ...], deeds: Mapping[str, str], like: Likeness
) -> tuple[Commitment, ...]:
    """The commitments without those that another one, of shared parties and the same status, tells as fully.

    One that names no parties takes those of its repeat: "the two agreed to leave by May". `deeds` has the lemma of what is undertaken for each commitment's id; `like` tells who
    may be whom.
    """
    groups: dict[str, list[_Telling]] = {}
    for one in commitments:
        groups.setdefault(_stage(one), []).append(_Telling(one, _content(one.anchor.quote), deeds.get(one.id, "")))
    pairs = [pair for group in groups.values() for pair in _repeats_in(group, like)]
    repeats = {one.told.id for one, _ in pairs}
    parties = {kept.told.id: one.told.parties for one, kept in pairs if _lends(one.told, kept.told)}
    conditions = {kept.told.id: one.told.condition for one, kept in pairs if one.told.condition is not None}
    return tuple(
        replace(
            c,
            parties=c.parties or parties.get(c.id, ()),
            condition=conditions.get(c.id) if c.condition is None else c.condition,
        )
        for c in commitments
        if c.id not in repeats
    )


def _lends(repeat: Commitment, kept: Commitment) -> bool:
    """Whether the parties of a repeat are those of the fuller telling; of talks that are only to come one may be a half."""
    whole = repeat.kind == "agreement" or repeat.status != "announced" or len(repeat.parties) > 1
    return whole and repeat.kind == kept.kind and bool(repeat.parties)


def _stage(one: Commitment) -> str:
    """The status; what is announced and what is agreed to come is one, and so are talks or strikes put off or called off."""
    if one.kind == "schedule" and one.status in ("postponed", "ended"):
        return "stopped"
    return "agreed" if one.status == "announced" else one.status


def _repeats_in(group: list[_Telling], like: Likeness) -> Iterator[tuple[_Telling, _Telling]]:
    """Pairs of a telling and the fuller one that it repeats."""
    kept: list[_Telling] = []
    for one in sorted(group, key=_less_full):
        fuller = next((other for other in kept[:_LOOKED_AT] if _repeats(one, other, like)), None)
        if fuller is None:
            kept.append(one)
        else:
            yield one, fuller


def _less_full(one: _Telling) -> tuple[bool, bool, bool, int, int, Anchor]:
    told = one.told
    return (
        told.due is None,
        bool(_TAKES_UP.search(told.anchor.quote)),
        told.condition is None,
        -len(one.words),
        -len(told.anchor.quote),
        told.anchor,
    )


def _repeats(one: _Telling, other: _Telling, like: Likeness) -> bool:
    a, b = one.told, other.told
    if a.kind == b.kind == "agreement" and a.status == b.status and a.due in (None, b.due) and _has_same_figure(a, b):
        return True
    among = like.are_among(a.parties, b.parties)
    if ((among and a.parties) or like.meet(a.parties, b.parties)) and a.condition is None and _is_same_deal(one, other):
        return True
    if a.parties and b.parties and not among and not like.meet(a.parties, b.parties):
        return False
    if _is_taken_up(a, b):
        return True
    if a.condition is not None and b.condition is None:
        return _stage(a) == "stopped" and (among or not b.parties) and _is_same_occasion(one, other, among=among)
    if a.condition is None and _is_same_occasion(one, other, among=among):
        return True
    if a.due is not None and a.due != b.due:
        return False
    both = one.words & other.words
    if a.status == b.status and one.words and len(both) >= _ALIKE * len(one.words):
        return True
    deed = (among and bool(a.parties)) or (a.parties and set(a.parties) == set(b.parties))
    same = (deed and _is_same_deed(one, other)) or (among and _is_same_return(one, other))
    same = same or ((among or not a.parties or not b.parties) and _is_same_count(one, other))
    drawn = {"=end", "=troops"} <= both and a.status == b.status and (among or not a.parties or not b.parties)
    return a.condition is None and (same or drawn)


_DEAL = r"(?:\w+[\s-]){0,2}(?:agreement|deal|pact|accord|treaty|truce|cease-?fire|memorandum|contract)\b"
_MAKES = r"(?:sign|seal|ink|clinch|conclud|reach|str[iu]ck?|announc)\w*"
_TAKES_UP = re.compile(
    rf"\b{_MAKES}\s+(?:the|this|that)\s+{_DEAL}(?!\s+(?:of|on|to|for|over|that|which|with|between)\b)"
    rf"|^(?:the|this|that)\s+{_DEAL}\s+(?:was|has\s+been|had\s+been)\s+{_MAKES}",
    re.IGNORECASE,
)
"""A deal that is told of as known, and of which no more is told: "the parties signed the agreement in Torsa"."""

_DEAL_MADE = re.compile(
    rf"\b(?:{_MAKES}|agree\w*(?:\s+(?:to|on))?)\s+(?:\w+\s+)?(?:(?:an?|the|this|that|its|their)\s+)?{_DEAL}"
    rf"|{_DEAL}\s+(?:(?:was|has|had|been)\s+)*{_MAKES}",
    re.IGNORECASE,
)
"""That a deal was made: "struck a deal", "agreed to the ceasefire", "an agreement has been reached"."""

_TELLS = re.compile(rf"\b(?:{_MAKES}|agree\w*(?:\s+(?:to|on))?)\s+an?\s+{_DEAL}", re.IGNORECASE)
"""A deal that is told of for the first time: "agreed to a ceasefire"."""


def _is_taken_up(a: Commitment, b: Commitment) -> bool:
    """Whether the one only says that the deal of the other was made: "the deal was signed by the rebels' envoys"."""
    agreed = a.kind == b.kind == "agreement" and a.status == b.status == "agreed" and a.due is None
    bare = bool(_TAKES_UP.search(a.anchor.quote)) and bool(_TELLS.search(b.anchor.quote))
    return agreed and bare and a.condition is None and not _OTHER & _content(a.anchor.quote)


def _has_same_figure(a: Commitment, b: Commitment) -> bool:
    """Whether both tell of a number so exact that they are one deal, by whatever name its parties go."""
    figures = _EXACT.findall(a.anchor.quote)
    return bool(figures) and figures == _EXACT.findall(b.anchor.quote)


def _is_same_occasion(one: _Telling, other: _Telling, *, among: bool) -> bool:
    """Whether both tell of talks, a strike or a vote on the same days, or of the same parties' talks: "they agreed to talk"."""
    a, b = one.told, other.told
    if not any(kind & one.words and kind & other.words for kind in _occasions()):
        return False
    if a.status in ("postponed", "ended") and a.due is None:
        return a.status == b.status or among or not (a.parties and b.parties)
    if a.due is None:
        several = len(a.parties) != 1 and set(a.parties) == set(b.parties) and not (_OTHER & (one.words | other.words))
        bare = not a.parties and b.due is None
        return several and not bare and _is_listed(one.deed, "convenes") and _is_listed(other.deed, "convenes")
    return b.due is not None and a.due.start == b.due.start


def _is_same_deed(one: _Telling, other: _Telling) -> bool:
    """Whether both tell of one deed of the same parties: "agreed to lift the curbs", "decided to lift its restrictions"."""
    if one.deed != other.deed or not one.deed or _is_listed(one.deed, "light"):
        return False
    if one.told.status in ("postponed", "ended") and one.told.due is None:
        return True  # "suspended the strike", "suspended it until May"
    return len(one.words & other.words) > _IN_COMMON


def _is_same_deal(one: _Telling, other: _Telling) -> bool:
    """Whether both tell that a deal was made, on a matter that has a word in common; asked of those who may have made it together."""
    a, b = one.told, other.told
    made = a.kind == b.kind == "agreement" and a.status == b.status and a.due is None
    both = one.words & other.words
    phases = all(_is_listed(t.deed, "parts") for t in (one, other))
    told = phases or all(_DEAL_MADE.search(t.told.anchor.quote) for t in (one, other))
    return made and bool(a.parties) and told and len(both - _MADE) > 1


def _is_same_return(one: _Telling, other: _Telling) -> bool:
    """Whether both tell that those on strike go back to work."""
    works = "work" in one.words and "work" in other.words
    return works and bool(one.told.parties) and bool(_BACK & one.words and _BACK & other.words)


def _is_same_count(one: _Telling, other: _Telling) -> bool:
    """Whether both tell the same deed of the same number of things: "33 boats will be let go", "thirty-three boats are let go"."""
    count = _first_number(one.told.anchor.quote)
    same = len(count) > 1 and count == _first_number(other.told.anchor.quote) and one.deed == other.deed
    return same and bool(one.deed) and len(one.words & other.words) > 1


def _first_number(quote: str) -> str:
    """The first number in digits, or the word of one that is blurred, "hundreds"; empty where there is none. A length, "42-day", is none."""
    small, scales = lexicon("numbers")["cardinals"], lexicon("numbers")["scales"]
    for word in re.findall(r"[\w,]+(?:-\w+)*", quote.casefold()):
        if word.strip(",").replace(",", "").isdigit() or word.removesuffix("s") in scales:
            return str(word).strip(",").removesuffix("s")
        tens, _, ones = word.partition("-")
        if tens in small and (not ones or ones in small):
            return str(small[tens] + small.get(ones, 0))
    return ""


def _is_listed(deed: str, key: str) -> bool:
    """Whether the lemma is in a list of words that tell repeats."""
    return deed in words("repeats", key)


@cache
def _occasions() -> tuple[frozenset[str], ...]:
    """The words for talks, for strikes, for votes, cut as `_content` cuts them."""
    return tuple(frozenset(w[:_STEM] for w in words("repeats", key)) for key in ("talks", "strikes", "votes"))


def _content(quote: str) -> frozenset[str]:
    """The content words, cut to their first letters so that forms of one word meet; any word for an agreement is one."""
    treaties = words("reports", "agreements")
    ends = words("reports", "end")
    found = set()
    for word in re.findall(r"\w+", quote.casefold()):
        if word in _SMALL:
            continue
        if word in treaties or word.removesuffix("s") in treaties:
            found.add("=agreement")
        elif word in ends or word in _LEFT:
            found.add("=end")
        elif word in _FORCES:
            found.add("=troops")
        else:
            found.add(word[:_STEM])
    return frozenset(found)


_FORCES = frozenset(["troops", "soldiers", "forces", "army", "armies", "military"])

_LEFT = frozenset(["withdrew", "withdrawn", "withdrawal", "left", "pulled", "pullout", "exited", "quit", "abandoned"])
