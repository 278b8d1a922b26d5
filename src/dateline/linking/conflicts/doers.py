"""Two who lay one deed at different doors: "the hostages were killed by their captors", "soldiers shot the hostages"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.negated import is_open
from dateline.linking.conflicts.statements import Statement, content_stems, of_other_times, two_voices
from dateline.model import Conflict

_NEAR = 300
"""Code points between two accounts."""

_AT_MOST = 40
"""Accounts of one article that are compared."""

_DONE = (
    r"(?:kill|shoot|shot|burn|shell|bomb|attack|loot|destroy|fir|poison|abduct|kidnap|beat|beaten|stabb?|murder|execut|tortur|raid|ransack|torch|sabotag|sank|sunk|"
    r"ambush|behead|massacr|strangl|plant|demolish|blew up|blown up|set fire to|cut|stole|stolen|leak)(?:ed|d|ing|t)?"
)
_ACTIVE = re.compile(
    rf"^\W*(?:that\s+)?(?:it (?:was|is) )?(?P<doer>(?:the\s+)?(?:[\w’'-]+\s){{1,4}}?)(?:who |that )?(?:had |have |has )?(?:also |then |first )?(?P<verb>{_DONE})\s+"
    r"(?:(?:on|at|down)\s+)?(?P<object>(?:the|his|her|their|its|him|them)\b[^,;.]{0,60})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?P<object>(?:the|his|her|their|its|he|she|they)\b[^,;.]{{0,60}}?)\s(?:was|were|is|are|been|being)\s+(?P<verb>{_DONE})\b(?:\s+(?:dead|down|to death|on))?\s+by\s+"
    r"(?P<doer>(?:[\w’'-]+\s*){1,4})",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:it|they|we|he|she|i|you|who|that|this|some|others?)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Deed:
    statement: Statement
    doer: frozenset[str]
    suffered: frozenset[str]


def find_doers(known: Sequence[Statement]) -> Iterator[Conflict]:
    """The pairs of statements near each other, of two who are not one, that have different people do one thing to the same."""
    by_article: dict[str, list[_Deed]] = defaultdict(list)
    for statement in known:
        if statement.source is None or not statement.told or statement.denies or statement.negated:
            continue
        deed = _deed(statement)
        if deed is not None:
            by_article[statement.order[0]].append(deed)
    for deeds in by_article.values():
        for a, b in combinations(sorted(deeds[:_AT_MOST], key=lambda deed: deed.statement.content), 2):
            if _differ(a, b):
                note = f"{a.statement.source} and {b.statement.source} say that different people did it"
                yield conflict("account", a.statement.citation, b.statement.citation, note)


def _deed(statement: Statement) -> _Deed | None:
    words = statement.words
    found = _PASSIVE.search(words) or _ACTIVE.match(words)
    if found is None or is_open(words, found.start("verb")) or _PRONOUN.match(found["doer"]):
        return None
    doer, suffered = content_stems(found["doer"]), content_stems(found["object"])
    return _Deed(statement, doer, suffered) if doer else None


def _differ(a: _Deed, b: _Deed) -> bool:
    first, second = a.statement, b.statement
    if (
        second.content.start - first.content.end > _NEAR
        or not two_voices(first, second)
        or of_other_times(first, second)
    ):
        return False
    same = bool(a.suffered & b.suffered) or not b.suffered
    return same and not a.doer & b.doer
