"""Whether two names are one body's: an organisation's or a group's."""

from itertools import takewhile

from dateline.linking.actors.told import LETTERS, SMALL, Spelling
from dateline.linking.names import tokens_alike

_WORD = 0.88
"""How alike each word must be."""


def same_body(first: Spelling, second: Spelling) -> tuple[float, str] | None:
    """How alike two spellings are and in which way, where they may be one body's; else None."""
    a, b = first.bare, second.bare
    if not a or not b:
        return None
    conflicting = bool(first.sides and second.sides) and not first.sides & second.sides
    if first.common or second.common:
        return None if a != b or conflicting or not first.sides & second.sides else (1.0, "has the same name and side")
    if first.sound == second.sound:
        return None if conflicting and a != b else (1.0, "sounds the same")
    if conflicting:
        return None
    spelled = None if _capitals(first) or _capitals(second) else _alike(a, b)
    return spelled or _acronym(first, second) or _sided(a, b, first, second) or _sided(b, a, second, first)


def _capitals(spelling: Spelling) -> bool:
    """Whether it is a word of capitals, of which every letter counts."""
    return len(spelling.tokens) == 1 and spelling.written.isupper()


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str] | None:
    if len(a) != len(b) or max(map(len, a)) < 5:
        return None
    alike = list(takewhile(lambda x: x >= _WORD, map(_word, a, b)))
    return (sum(alike) / len(alike), "is spelled alike") if len(alike) == len(a) else None


def _word(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if first.isdigit() or second.isdigit() or min(len(first), len(second)) < 4:
        return 0.0
    return tokens_alike(first, second, _WORD)


def _acronym(first: Spelling, second: Spelling) -> tuple[float, str] | None:
    """A short name of first letters; three letters are many a body's, so those need a side that both have."""
    short, long = (first, second) if len(first.tokens) < len(second.tokens) else (second, first)
    if len(short.tokens) != 1 or not abbreviates(short.tokens[0], long.tokens):
        return None
    sure = bool(first.sides & second.sides) or len(short.tokens[0]) > 3
    return (0.9, "is made of its first letters") if sure else None


def abbreviates(short: str, long: tuple[str, ...]) -> bool:
    """Whether a token is made of the first letters of a name (numbers stay whole), with or without its small words."""
    if len(long) < 2 or len(short) < 2:
        return False
    every = "".join(initial(t) for t in long)
    great = "".join(initial(t) for t in long if t not in SMALL)
    return short in {every, great} or (len(short) > 2 and great.endswith(short) and _ends(long, short))


def _ends(long: tuple[str, ...], short: str) -> bool:
    """Whether only words that qualify stand before the part that is abbreviated: the institute of a union is not the union."""
    before = len([t for t in long if t not in SMALL]) - len(short)
    return before > 0 and not SMALL.intersection(long[: before + 1])


def initial(token: str) -> str:
    """What stands for a word of a name in the name's letters: its first letter; a number and a state's own letters stay whole."""
    return token if token.isdigit() or token in LETTERS else token[0]


def _sided(
    plain: tuple[str, ...], longer: tuple[str, ...], of_plain: Spelling, of_longer: Spelling
) -> tuple[float, str] | None:
    """`Lebanese Hezbollah` is the Hezbollah of Lebanon: the one word that is added names the side of both."""
    extra = [t for t in longer if t not in plain]
    if len(longer) != len(plain) + 1 or len(extra) != 1 or not of_plain.sides & (of_longer.sides or of_plain.sides):
        return None
    named = any(side.casefold()[:4] == extra[0][:4] for side in of_plain.sides)
    return (0.9, "is the same with its side named") if named else None
