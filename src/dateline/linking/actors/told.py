"""An actor as articles tell of it, gathered by spelling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from dateline.linking.names import folded, sounded
from dateline.linking.words import is_common, listed, stem
from dateline.model import Actor, Reading

Family = Literal["person", "body", "state"]
Word = TypeVar("Word", bound=str)
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "a", "&"})
_TITLES = listed("titles")
_SPELLED_OUT = {
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
}
LETTERS = frozenset(_SPELLED_OUT.values())
"""Letters that stand for a state or union inside the names of its bodies."""
_FAMILIES: Mapping[str, Family] = {"person": "person", "organisation": "body", "group": "body", "state": "state"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One actor of one article. `key` tells it from all others; `story` is the article's."""

    key: str
    article: str
    actor: Actor
    story: str | None


@dataclass(frozen=True, eq=False)
class Spelling:
    """One folded name in one family, with everyone who carries it (of one side, where a name is shared by several)."""

    key: str
    family: Family
    tokens: tuple[str, ...]
    told: Sequence[Told]

    @cached_property
    def written(self) -> str:
        """How it is written most often."""
        return commonest(t.actor.name for t in self.told)

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides it is said to be on."""
        return frozenset(t.actor.side for t in self.told if t.actor.side)

    @cached_property
    def stories(self) -> frozenset[str]:
        """The stories it is in."""
        return frozenset(t.story for t in self.told if t.story)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The words of its roles."""
        return role_words(self.told)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """Its tokens but for small words."""
        return tuple(t for t in self.tokens if t not in SMALL)

    @cached_property
    def common(self) -> bool:
        """Whether many a body is called so."""
        return generic(self.bare)

    @cached_property
    def sound(self) -> str:
        """How it sounds, without small words and spaces."""
        return sounded("".join(self.bare))


def told_of(readings: Mapping[str, Reading], story: Mapping[str, str]) -> list[Told]:
    """Every actor of every reading, ascending by key."""
    return sorted(
        (
            Told(key=f"{article} {actor.id}", article=article, actor=actor, story=story.get(article))
            for article, reading in readings.items()
            for actor in reading.actors
        ),
        key=lambda t: t.key,
    )


def family_of(actor: Actor) -> Family | None:
    """Which names may be its; None for unnamed sources, who are never linked."""
    return _FAMILIES.get(actor.kind)


def role_words(told: Iterable[Told]) -> frozenset[str]:
    """The words of all roles, stemmed."""
    return frozenset(stem(word) for t in told for role in t.actor.roles for word in folded(role) if len(word) > 2)


def person_tokens(name: str) -> tuple[str, ...]:
    """A person's folded name without titles that a reading left before it: `Presidents Obama` is `Obama`."""
    tokens = folded(name)
    kept = next((k for k, token in enumerate(tokens) if token not in _TITLES), 0)
    return tokens[kept:]


def body_tokens(name: str) -> tuple[str, ...]:
    """A body's or a state's folded name without an article before it, with the letters of a state or union that it spells out: `us navy`."""
    tokens = folded(name)
    tokens = tokens[1:] if len(tokens) > 1 and tokens[0] in ("the", "a", "an") else tokens
    made: list[str] = []
    for token in tokens:
        letters = _SPELLED_OUT.get((made[-1], token)) if made else None
        made[len(made) - (letters is not None) :] = [letters or token]
    return tuple(made)


def describes(name: str) -> bool:
    """Whether a name is only a description: `residents`, `the armed factions`."""
    return not any(c.isupper() for c in name)


def generic(tokens: tuple[str, ...]) -> bool:
    """Whether many a state has a body of this name: all its words are common words (`foreign ministry`)."""
    return all(is_common(stem(token)) for token in tokens)


def commonest(names: Iterable[str]) -> str:
    """The name that is used most, the longest and then the first of equals."""
    counts = counted(names)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def ranked(values: Iterable[Word]) -> tuple[Word, ...]:
    """Each of the values once, the commonest first, equals ascending."""
    counts = counted(values)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def counted(values: Iterable[Word]) -> dict[Word, int]:
    """How often each value is there: as a Counter, which takes longer to make than the few values of most actors."""
    counts: dict[Word, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts
