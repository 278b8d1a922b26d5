"""Whether two full names are one person's."""

from dateline.linking.names import sounded, tokens_alike

_FIRST, _LAST, _ANY, _MEAN = 0.85, 0.85, 0.81, 0.88
"""How alike the first, the last and any other tokens must be, and all on average; single vowels that differ are forgiven from four letters on."""


Reason = tuple[float, str]
"""How alike two names are, and in which way."""

BEGINS = "is the beginning of the name"


def same_person(first: tuple[str, ...], second: tuple[str, ...]) -> Reason | None:
    """How alike two folded full names are and in which way, where they may be one person's; else None. Single tokens never are."""
    if len(first) > len(second):
        first, second = second, first
    if len(first) < 2:
        return None
    if sounded("".join(first)) == sounded("".join(second)):
        return 1.0, "sounds the same"
    if len(first) == len(second):
        if _alike(first[-1], second[-1]) < _LAST or _alike(first[0], second[0]) < _FIRST:
            return None
        alike = [_alike(a, b) for a, b in zip(first, second, strict=True)]
        mean = sum(alike) / len(alike)
        return (mean, "is spelled alike") if min(alike) >= _ANY and mean >= _MEAN else None
    return _shorter(first, second)


def begins(first: tuple[str, ...], second: tuple[str, ...]) -> Reason | None:
    """The same where one full name goes on behind the other: a father's, a mother's or a clan's name that most papers leave out.

    Two people may share such a beginning, so it takes more than the names to call them one.
    """
    short, long = sorted((first, second), key=len)
    if len(short) < 2 or len(short) == len(long):
        return None
    alike = [_alike(a, b) for a, b in zip(short, long, strict=False)]
    return (0.9 * sum(alike) / len(alike), BEGINS) if min(alike) >= _FIRST else None


def _shorter(short: tuple[str, ...], long: tuple[str, ...]) -> Reason | None:
    last = _alike(short[-1], long[-1])
    if last < _LAST:
        return None
    if len(short[0]) == 1 and short[0] != long[0][0]:
        return None
    ends = len(long) - len(short)
    tail = [_alike(a, b) for a, b in zip(short, long[ends:], strict=True)]
    if min(tail) >= _FIRST and len(short[0]) > 1:
        return 0.9 * sum(tail) / len(tail), "is the end of the name"
    if _alike(short[0], long[0]) < _FIRST:
        return None
    at = 1
    for token in short[1:-1]:
        while at < len(long) - 1 and _alike(token, long[at]) < _ANY:
            at += 1
        if at >= len(long) - 1:
            return None
        at += 1
    return 0.9 * (_alike(short[0], long[0]) + last) / 2, "leaves out a middle name"


def _alike(first: str, second: str) -> float:
    if len(first) == 1 or len(second) == 1:
        return 0.86 if first[0] == second[0] else 0.0
    return tokens_alike(first, second, _ANY)  # what is less is never enough
