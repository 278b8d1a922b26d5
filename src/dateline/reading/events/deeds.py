"""What was done, by the word of an event's trigger that tells it, however it is inflected and whichever of several words it is."""

from functools import cache

from dateline.reading.lexicon import lexicon

_SHORTEST = 4
"""Letters of a word that may tell a deed."""

_STEM = 4
"""Letters of a trigger's word that tell deeds apart, however the word is inflected: "accused" and "accusing"."""


_FIRST = 2
"""Words of a trigger of which the longest tells the deed where none does so by itself."""


def deed(type_: str, trigger: str) -> str:
    """What was done, of an event of this type: "launched an attack" is an attack, "ambushed" too."""
    if type_ == "CONSULT":
        return ""  # who "met" and "had talks" there met once
    roots = [root(word) for word in trigger.casefold().replace("-", " ").split()]
    known = _deeds("protests" if type_ == "PROTEST" else "deeds")
    told = next((known[r] for r in roots if r in known), None)
    told = told or next((r for r in roots if len(r) >= _SHORTEST and r not in _light()), None)
    return (told or max(reversed(roots[:_FIRST]), key=len))[:_STEM]  # "opened fire"


@cache
def fatal() -> frozenset[str]:
    """The deeds that nobody suffers twice, as `deed` gives them."""
    return frozenset(deed("ASSAULT", word) for word in lexicon("likeness")["fatal"])


@cache
def _deeds(key: str) -> dict[str, str]:
    """The root of each word for a deed that has several, and the first of these: "ambushed", "attacked"."""
    return {root(word): row[0] for row in lexicon("likeness")[key] for word in row}


@cache
def _light() -> frozenset[str]:
    """The roots of verbs that leave the deed to their noun: "announced the closure"."""
    return frozenset(root(word) for word in lexicon("likeness")["light"])


@cache
def root(word: str) -> str:
    """The word without the endings of verbs and plurals: "closing", "closed" and "closes" meet."""
    for ending in ("ings", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word.removesuffix(ending)
    return word
