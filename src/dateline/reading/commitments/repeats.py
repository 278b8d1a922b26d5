"""The same undertaking told twice in one article: the fullest telling is kept."""

import re
from functools import cache

from dateline.model import Commitment
from dateline.reading.commitments.words import words

_ALIKE = 0.7
"""Share of the shorter telling's content words that both have."""

_STEM = 5
"""Letters by which forms of one word meet."""

_MADE = frozenset({"reach", "signe", "sign", "struc", "strik", "seale", "clinc", "concl", "agree"})
"""Making a deal, cut to those letters."""

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


def without_repeats(commitments: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    """The commitments without those that another one, of shared parties and the same status, tells as fully."""
    groups: dict[tuple[object, ...], list[Commitment]] = {}
    for one in commitments:
        groups.setdefault((_stage(one),), []).append(one)
    dropped: set[str] = set()
    for group in groups.values():
        _drop_repeats(group, dropped)
    return tuple(c for c in commitments if c.id not in dropped)


def _stage(one: Commitment) -> str:
    """The status; what is announced and what is agreed to come is one."""
    return "agreed" if one.status == "announced" else one.status


def _drop_repeats(group: list[Commitment], dropped: set[str]) -> None:
    content = {c.id: _content(c.anchor.quote) for c in group}
    kept: list[Commitment] = []
    for one in sorted(
        group, key=lambda c: (c.due is None, c.condition is None, -len(content[c.id]), -len(c.anchor.quote), c.anchor)
    ):
        if any(_repeats(one, other, content) for other in kept[:50]):
            dropped.add(one.id)
        else:
            kept.append(one)


def _repeats(one: Commitment, other: Commitment, content: dict[str, frozenset[str]]) -> bool:
    if one.parties and other.parties and not set(one.parties) & set(other.parties):
        return False
    if one.condition is not None and other.condition is None:
        return False
    a, b = content[one.id], content[other.id]
    if one.condition is None and _is_same_occasion(one, other, a, b):
        return True
    if one.due is not None and one.due != other.due:
        return False
    if one.status == other.status and a and len(a & b) >= _ALIKE * len(a):
        return True
    return one.condition is None and _is_same_deal(one, other, a, b)


def _is_same_occasion(one: Commitment, other: Commitment, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both tell of talks, a strike or a vote on the same days: "talks resume on Monday", "they meet again on Monday"."""
    if one.due is None or other.due is None or one.due.start != other.due.start:
        return False
    return any(kind & a and kind & b for kind in _occasions())


def _is_same_deal(one: Commitment, other: Commitment, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both tell that the same parties made a deal, on a matter that has a word in common."""
    made = one.kind == other.kind == "agreement" and one.status == other.status and one.due is None
    same = bool(one.parties) and set(one.parties) <= set(other.parties)
    both = a & b
    return made and same and "=agreement" in both and bool(_MADE & a and _MADE & b) and len(both - _MADE) > 1


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
        else:
            found.add(word[:_STEM])
    return frozenset(found)


_LEFT = frozenset(["withdrew", "withdrawn", "withdrawal", "left", "pulled", "pullout", "exited", "quit", "abandoned"])
