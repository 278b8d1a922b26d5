"""Whether two actors that the cast keeps apart may be one: "nurses" and "striking nurses", "the union" and "the Dockers' Union"."""

from dateline.model import Actor
from dateline.reading.lexicon import lexicon


def are_alike(one: Actor, other: Actor) -> bool:
    """Whether they are the same, or end in the same common noun and no name or people tells them apart."""
    if one.id == other.id:
        return True
    a, b = one.name.split(), other.name.split()
    last = {_bare(a[-1]), _bare(b[-1])}
    if len(last) > 1 or not (a[-1].islower() or b[-1].islower()):
        return False
    told, others = _names(a), _names(b)
    return not told or not others or bool(told & others)


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s")


def _names(words: list[str]) -> frozenset[str]:
    """The capital words before the last one that are no numbers."""
    numbers = lexicon("numbers")["cardinals"]
    return frozenset(_bare(w) for w in words[:-1] if w[:1].isupper() and w.casefold() not in numbers)
