"""Whether two names are one body's: an organisation's or a group's."""

from dateline.linking.actors.told import Spelling, generic
from dateline.linking.names import sounded, tokens_alike

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "a", "&"})


def same_body(first: Spelling, second: Spelling) -> tuple[float, str] | None:
    """How alike two spellings are and in which way, where they may be one body's; else None."""
    a, b = _bare(first.tokens), _bare(second.tokens)
    if not a or not b:
        return None
    conflicting = bool(first.sides and second.sides) and not first.sides & second.sides
    if generic(a) or generic(b):
        return None if a != b or conflicting or not first.sides & second.sides else (1.0, "has the same name and side")
    if sounded("".join(a)) == sounded("".join(b)):
        return None if conflicting and a != b else (1.0, "sounds the same")
    if conflicting:
        return None
    return (
        _alike(a, b)
        or _acronym(first.tokens, second.tokens)
        or _sided(a, b, first, second)
        or _sided(b, a, second, first)
    )


def _bare(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in tokens if t not in _SMALL)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str] | None:
    if len(a) != len(b) or max(map(len, a)) < 5:
        return None
    alike = [1.0 if x == y else _word(x, y) for x, y in zip(a, b, strict=True)]
    return (sum(alike) / len(alike), "is spelled alike") if min(alike) >= 0.88 else None


def _word(first: str, second: str) -> float:
    if first.isdigit() or second.isdigit() or min(len(first), len(second)) < 4:
        return 0.0
    return tokens_alike(first, second)


def _acronym(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[float, str] | None:
    short, long = (first, second) if len(first) < len(second) else (second, first)
    if len(short) != 1 or not 3 <= len(short[0]) <= 8 or len(long) < 3:
        return None
    letters = {"".join(t[0] for t in long), "".join(t[0] for t in long if t not in _SMALL)}
    return (0.9, "is made of its first letters") if short[0] in letters else None


def _sided(
    plain: tuple[str, ...], longer: tuple[str, ...], of_plain: Spelling, of_longer: Spelling
) -> tuple[float, str] | None:
    """`Lebanese Hezbollah` is the Hezbollah of Lebanon: the one word that is added names the side of both."""
    extra = [t for t in longer if t not in plain]
    if len(longer) != len(plain) + 1 or len(extra) != 1 or not of_plain.sides & (of_longer.sides or of_plain.sides):
        return None
    named = any(side.casefold()[:4] == extra[0][:4] for side in of_plain.sides)
    return (0.9, "is the same with its side named") if named else None
