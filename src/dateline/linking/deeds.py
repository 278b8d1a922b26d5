"""The deed that an event's trigger names, whatever its form: `killed`, `killing` and `the deaths of` are one."""

from functools import cache, lru_cache

from dateline.linking.words import lines, listed, stem, words

_STEM_SHARED = 5
"""Letters that two words of one deed open with: `negotiated` and `negotiations`, `assassinate` and `assassination`."""
_REST = 8
"""Letters that may follow these."""


def deeds_of(trigger: str) -> frozenset[str]:
    """The deeds that a trigger's words name, each by one word that stands for all of its forms."""
    empty = listed("empty")
    return frozenset(_deed(word) for word in words(trigger) if word not in empty and len(word) > 2)


def akin(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether some of the deeds may be one, told more and less closely: an attack in which somebody was killed."""
    return not _lines(first).isdisjoint(_lines(second))


def _deed(word: str) -> str:
    known = _families().get(word)
    if known is not None:
        return known
    return word[:_STEM_SHARED] if _STEM_SHARED < len(word) <= _STEM_SHARED + _REST else word


@cache
def _families() -> dict[str, str]:
    """Each stemmed word of the list of deeds, and the first of its line."""
    return {stem(word): stem(line.split()[0]) for line in lines("deeds") for word in line.split()}


@lru_cache(maxsize=4096)
def _lines(deeds: frozenset[str]) -> frozenset[int]:
    """The lines of kin that the deeds are in."""
    return frozenset(k for k, line in enumerate(_kin()) if not line.isdisjoint(deeds))


@cache
def _kin() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_families().get(stem(word), word) for word in line.split()) for line in lines("kin"))
