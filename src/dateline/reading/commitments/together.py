"""Who is told of in one breath, "the government and the rebels": whom "the two sides" of an article may mean."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Doc, Token

from dateline.reading.actors import Cast
from dateline.reading.actors.mediating import is_mediator, mediates
from dateline.reading.commitments.sides import Sides

_TWICE = 2
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_BESIDE = ("compound", "appos", "amod", "nmod")


class Together:
    """Counts those that an article names together, once it is asked for the first time. `known` gives the actors of a noun and those joined to it."""

    def __init__(self, doc: Doc, cast: Cast, sides: Sides, known: Callable[[Token], tuple[str, ...]]) -> None:
        self._doc, self._cast, self._sides, self._known = doc, cast, sides, known

    def mediate(self, ids: tuple[str, ...]) -> bool:
        """Whether all of these are told to mediate anywhere in the article, and so are none of its "two sides"."""
        return bool(ids) and self._mediators.issuperset(self._sides.represented(ids))

    @cached_property
    def _mediators(self) -> frozenset[str]:
        """Who mediates, by the words beside the name or as "the X and Y mediators", and the states of these."""
        found: set[str] = set()
        for token in self._doc:
            if token.ent_type_ in _NAMES and token.dep_ != "conj" and is_mediator(token):
                ids = self._known(token)
                found.update(ids, self._sides.represented(ids))
            elif token.lower_.startswith("mediator") and token.pos_ == "NOUN":
                lands = [one for c in token.children if c.dep_ in _BESIDE for one in (c, *c.conjuncts)]
                ids = tuple(i for one in lands for i in self._cast.actors_for(self._doc[one.i : one.i + 1]))
                found.update(ids, (side for i in ids if (side := self._sides.side_of(i)) is not None))
        return frozenset(found)

    @cached_property
    def _counts(self) -> Counter[tuple[str, ...]]:
        counts: Counter[tuple[str, ...]] = Counter()
        for token in self._doc:
            if token.dep_ != "conj" and bool(token.conjuncts) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
                ids = self._known(token)
                rest = any(self._is_rest(i) for i in ids)
                if self._sides.are_several(ids) and not rest and not mediates(token) and not self.mediate(ids):
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
