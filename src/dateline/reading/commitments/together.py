"""Who is told of in one breath, "the government and the rebels": whom "the two sides" of an article may mean."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Doc, Token

from dateline.reading.actors import Cast
from dateline.reading.commitments.sides import Sides

_TWICE = 2
_MEDIATE = ("mediat", "intermediar", "broker", "facilitat", "guarantor", "sponsor")


def mediates(noun: Token) -> bool:
    """Whether those of a noun mediate between others: "A and B, acting as intermediaries", "mediated by A and B"."""
    beside = [noun, noun.head, *noun.children, *noun.head.children, noun.head.head]
    told = (c for one in (noun, *noun.conjuncts) for c in one.children if c.dep_ in ("acl", "appos", "relcl"))
    below = (t for c in told for t in c.subtree)
    return any(t.lower_.startswith(_MEDIATE) for t in (*beside, *below))


class Together:
    """Counts those that an article names together, once it is asked for the first time. `known` gives the actors of a noun and those joined to it."""

    def __init__(self, doc: Doc, cast: Cast, sides: Sides, known: Callable[[Token], tuple[str, ...]]) -> None:
        self._doc, self._cast, self._sides, self._known = doc, cast, sides, known

    @cached_property
    def _counts(self) -> Counter[tuple[str, ...]]:
        counts: Counter[tuple[str, ...]] = Counter()
        for token in self._doc:
            if token.dep_ != "conj" and bool(token.conjuncts) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
                ids = self._known(token)
                if self._sides.are_several(ids) and not any(self._is_rest(i) for i in ids) and not mediates(token):
                    counts[self._key(ids)] += 1
        return counts

    def _is_rest(self, id_: str) -> bool:
        """Whether an actor is but "other states"."""
        return "other" in self._cast.named(id_).name.casefold().split()

    def _key(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({self._sides.side_of(i) or i for i in ids}))

    def are_main(self, ids: tuple[str, ...]) -> bool:
        """Whether no others are told together far more often, so that the sides of the article may be these."""
        most = max(self._counts.values(), default=0)
        return _TWICE * self._counts[self._key(ids)] >= most

    def main(self) -> tuple[str, ...]:
        """Those who are told together most often, twice at least; none where several are so equally often."""
        ranked = self._counts.most_common(2)
        clear = bool(ranked) and ranked[0][1] >= _TWICE and (len(ranked) == 1 or ranked[1][1] < ranked[0][1])
        return ranked[0][0] if clear else ()
