"""The same undertaking told twice in one article: the fullest telling is kept."""

import re

from dateline.model import Commitment
from dateline.reading.commitments.words import words

_ALIKE = 0.7
"""Share of the shorter telling's content words that both have."""

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
        groups.setdefault((one.status,), []).append(one)
    dropped: set[str] = set()
    for group in groups.values():
        _drop_repeats(group, dropped)
    return tuple(c for c in commitments if c.id not in dropped)


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
    if one.due is not None and one.due != other.due:
        return False
    if one.condition is not None and other.condition is None:
        return False
    a, b = content[one.id], content[other.id]
    return bool(a) and len(a & b) >= _ALIKE * len(a)


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
            found.add(word[:5])
    return frozenset(found)


_LEFT = frozenset(["withdrew", "withdrawn", "withdrawal", "left", "pulled", "pullout", "exited", "quit", "abandoned"])
