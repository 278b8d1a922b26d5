"""Two who tell of one thing in words that exclude each other: shot down and engine failure, captured and still held, murdered and heart attack."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.negated import is_open
from dateline.linking.conflicts.statements import (
    Statement,
    capitals,
    content_stems,
    of_other_times,
    telling,
    two_voices,
)
from dateline.linking.order import within
from dateline.linking.words import listed
from dateline.model import Conflict

_NEAR = 500
"""Code points between two accounts in one article."""

_NEXT = 250
"""Within which the second may take up the first by a pronoun."""

_ENOUGH = 6.0
"""Weight of the words that two accounts of different articles share."""

_DAYS_APART = 3
"""Days between the publication of two accounts; none where the thing may have changed."""

_PHRASE = 40
"""From this length on what makes an account one holds what it is of."""

_AT_MOST = 60
"""Accounts of one kind in one article or story that are compared."""

_PRONOUN = re.compile(r"\W*(?:that\s+)?(?:he|she|it|they|this|these|those|the|its|his|her|their|our)\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\bthe (?:town|city|village|camp|area|district|port|base|airport|island|province|region)\b(?! of)", re.IGNORECASE
)
"""A place that was named before."""

_BOUND = re.compile(
    r"[;:.!?]|,(?!\s*(?:who|which)\b)|\b(?:and|but|while|although|though|after|before|because of reports)\b"
)
_ANOTHER = re.compile(r"\b(?:another|a (?:second|third|different|separate))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    poles: tuple[re.Pattern[str], re.Pattern[str]]
    of: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    place: bool
    changes: bool
    alone: bool
    of_one: bool


@dataclass(frozen=True, slots=True)
class _Account:
    """What one tells, as one of two accounts of a kind: `stems` are the telling words of its clause beside those that make it so."""

    statement: Statement
    kind: _Kind
    second: bool
    clause: str
    stems: frozenset[str]
    capitals: frozenset[str]


def find_rivals(known: Sequence[Statement], story: Mapping[str, str]) -> Iterator[Conflict]:
    """The pairs of accounts of one thing that exclude each other: in an article near each other, or in two of a `story` at one time."""
    blocks: dict[tuple[str, str], list[_Account]] = defaultdict(list)
    for statement in known:
        if statement.source is None or not statement.told or statement.denies or statement.withholds:
            continue
        for account in _accounts(statement):
            article = statement.order[0]
            blocks[account.kind.name, article].append(account)
            if article in story:
                blocks[account.kind.name, f"story {story[article]}"].append(account)
    told: list[tuple[_Account, _Account]] = []
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda account: account.statement.order)[:_AT_MOST]
        firsts, seconds = ([a for a in block if a.second == second] for second in (False, True))
        for one in firsts:
            rivals = [other for other in seconds if _exclude(one, other)]
            if not rivals:
                continue
            other = min(rivals, key=lambda other: (_likeness(one, other), _apart(one, other), other.statement.order))
            if not any(_again(one, other, *pair) for pair in told):
                told.append((one, other))
                sides = sorted(
                    (one.statement, other.statement),
                    key=lambda s: (s.published.start is None, s.published.start, s.order),
                )
                note = f"{sides[0].source} and {sides[1].source} tell it differently: {one.kind.name}"
                yield conflict("account", sides[0].citation, sides[1].citation, note)


def _accounts(statement: Statement) -> Iterator[_Account]:
    words = statement.words
    for kind in _kinds():
        found = [(second, match) for second, pole in enumerate(kind.poles) for match in pole.finditer(words)]
        told = [(bool(second), match) for second, match in found if not is_open(words, match.start())]
        if len({second for second, _ in told}) != 1:
            continue  # none, or both: "captured and driven out again"
        second, match = told[0]
        clause = _clause(words, match)
        plain = kind.poles[second].sub(" ", clause) if len(match[0]) < _PHRASE else clause
        yield _Account(
            statement=statement,
            kind=kind,
            second=second,
            clause=clause,
            stems=content_stems(plain) - listed("calendar"),
            capitals=capitals(plain),
        )


def _clause(words: str, match: re.Match[str]) -> str:
    start = max((m.end() for m in _BOUND.finditer(words, 0, match.start())), default=0)
    after = _BOUND.search(words, match.end())
    return words[start : after.start() if after else len(words)]


def _exclude(a: _Account, b: _Account) -> bool:
    first, second = a.statement, b.statement
    if not two_voices(first, second):
        return False
    if of_other_times(first, second) or _ANOTHER.search(f"{a.clause} {b.clause}"):
        return False
    kind = a.kind
    if kind.of is not None and not (kind.of.search(a.clause) or kind.of.search(b.clause)):
        return False
    if kind.place and not a.capitals & b.capitals:
        two = a.capitals and b.capitals and not _TAKEN_UP.search(max(a, b, key=lambda x: x.statement.order).clause)
        if two or first.order[0] != second.order[0] or not a.stems & b.stems:
            return False
    named = bool(first.named & second.named)
    if kind.whole is not None and not kind.whole.search(a.clause) and not named:
        return False
    if kind.of_one:
        about = second.named | {name.casefold() for name in (second.side, second.source) if name}
        return first.order[0] == second.order[0] and not about.isdisjoint(first.named - {first.side})
    shared = a.stems & b.stems
    if first.order[0] == second.order[0]:
        later = max(first, second, key=lambda s: s.order)
        taken_up = kind.alone or _PRONOUN.match(later.words) is not None
        return _gap(first, second) <= _NEAR and (bool(shared) or named or (taken_up and _gap(first, second) <= _NEXT))
    days = 0 if kind.changes else _DAYS_APART
    return within(days, first.published, second.published) and telling(shared) >= _ENOUGH and len(shared) > 1


def _gap(a: Statement, b: Statement) -> int:
    first, second = sorted((a.content, b.content))
    return max(0, second.start - first.end)


def _apart(a: _Account, b: _Account) -> int:
    same = a.statement.order[0] == b.statement.order[0]
    return _gap(a.statement, b.statement) if same else _NEAR * 1000


def _likeness(a: _Account, b: _Account) -> float:
    """The less the more words two accounts share that may stand anywhere in an article; else the nearest is taken."""
    return -telling(a.stems & b.stems) if a.kind.of_one else 0.0


def _again(a: _Account, b: _Account, one: _Account, other: _Account) -> bool:
    """Whether the pair tells what another tells already: of one kind, by the same articles or of the same things."""
    if a.kind != one.kind:
        return False
    if a.statement.order[0] == b.statement.order[0]:
        return a.statement == one.statement or b.statement == other.statement
    return bool((a.stems & b.stems) & (one.stems | other.stems))


@cache
def _kinds() -> tuple[_Kind, ...]:
    table = tomllib.loads((files("dateline.linking.conflicts") / "rivals.toml").read_text("utf-8"))
    return tuple(
        _Kind(
            name=row["name"],
            poles=(_any(row["first"]), _any(row["second"])),
            of=_any([row["of"]]) if "of" in row else None,
            whole=_any([row["whole"]]) if "whole" in row else None,
            place=row.get("place", False),
            changes=row.get("changes", False),
            alone=row.get("alone", False),
            of_one=row.get("of_one", False),
        )
        for row in table["rival"]
    )


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
