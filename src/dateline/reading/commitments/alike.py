"""Whether two actors that the cast keeps apart may be one: "nurses" and "striking nurses", "the union" and "the Dockers' Union"."""

from dateline.model import Actor
from dateline.reading.lexicon import lexicon

_ACT_FOR = frozenset(
    {"staff", "authorities", "officials", "government", "negotiators", "delegation", "leadership", "management"}
)


def are_alike(one: Actor, other: Actor) -> bool:
    """Whether they are the same, or end in the same common noun and no name or people tells them apart."""
    if one.id == other.id or _is_of(one, other) or _is_of(other, one):
        return True
    a, b = one.name.split(), other.name.split()
    short, long = sorted((a, b), key=len)
    if long[: len(short)] == short and all(w.islower() for w in long[len(short) :]):
        return True  # "Unity" and "Unity union"
    last = {_bare(a[-1]), _bare(b[-1])}
    if len(last) > 1 or not (a[-1].islower() or b[-1].islower()):
        return False
    told, others = _names(a), _names(b)
    return not told or not others or bool(told & others)


def _is_of(one: Actor, other: Actor) -> bool:
    """Whether those without a name act for the other: "the league's staff" for the league."""
    nameless = one.kind in ("unnamed", "group") and one.side is not None and one.name.split()[-1] in _ACT_FOR
    return nameless and one.side in (other.side, other.name, *other.names) and other.kind in ("state", "organisation")


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s")


def _names(name: list[str]) -> frozenset[str]:
    """The capital words before the last one that are no numbers."""
    numbers = lexicon("numbers")["cardinals"]
    return frozenset(_bare(w) for w in name[:-1] if w[:1].isupper() and w.casefold() not in numbers)
