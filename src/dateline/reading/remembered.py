"""The attribute ruler's answers, asked for once for each kind of token instead of matching every pattern against every text.

spaCy's ruler gives tokens their part of speech, their morphology and some lemmas by patterns. All but a few patterns look at one
token only: at its tag, its dependency and whether it is white space, some at its lower-case word too. What the ruler says of such a
token alone holds for every one like it. A text that one of the few longer patterns matches ("gon na", "there is") goes to the
ruler itself; these are tried only where a token may begin one.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_ASKED = ("LOWER", "TAG", "DEP", "IS_SPACE")
_SET = ("POS", "MORPH", "LEMMA")


class Remembered:
    """Does to texts what the ruler does, and remembers what it said of each kind of token.

    `most` is how many words and kinds are remembered before all are forgotten. Raises ValueError for a ruler whose patterns ask for
    more than a token's word, tag, dependency and whether it is white space.
    """

    def __init__(self, ruler: AttributeRuler, most: int = 100_000) -> None:
        rules: list[dict[str, Any]] = ruler.patterns
        patterns: list[list[dict[str, Any]]] = [tokens for rule in rules for tokens in rule["patterns"]]
        if any(not set(token).issubset(_ASKED) for tokens in patterns for token in tokens):
            raise ValueError(f"a pattern of the attribute ruler asks for more than {', '.join(_ASKED)}")
        self._ruler = ruler
        self._reach = max(map(len, patterns), default=0)
        self._most = most
        self._matters: dict[int, int] = {}
        self._said: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._begin: set[tuple[int, ...]] = set()
        self._named, self._longer, self._begins = (Matcher(ruler.vocab) for _ in range(3))
        self._named.add("named", [[{"LOWER": t["LOWER"]}] for tokens in patterns for t in tokens if "LOWER" in t])
        self._longer.add("longer", [tokens for tokens in patterns if len(tokens) > 1])
        self._begins.add("begins", [tokens[:1] for tokens in patterns if len(tokens) > 1])

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The texts, in order, with parts of speech, morphology and lemmas set as the ruler sets them."""
        for doc in docs:
            kinds = self._kinds(doc) if len(doc) else []
            if not kinds:
                yield doc
            elif any(kind in self._begin and self._longer(doc[i : i + self._reach]) for i, kind in enumerate(kinds)):
                yield self._ruler(doc)
            else:
                said: Any = np.array([self._said[kind] for kind in kinds], dtype=np.uint64)
                yield doc.from_array(list(_SET), said)

    def _kinds(self, doc: Doc) -> list[tuple[int, ...]]:
        """Each token's kind, with the ruler asked for those that are new."""
        if len(self._matters) + len(self._said) > self._most:
            for memory in (self._matters, self._said, self._begin):
                memory.clear()
        given = doc.to_array(list(_ASKED)).tolist()
        new = sorted({word for word, *_ in given}.difference(self._matters))
        listed = Doc(doc.vocab, words=[doc.vocab.strings[word] for word in new])
        self._matters.update(dict.fromkeys(new, 0))  # a word that no pattern names is like any other
        self._matters.update({new[start]: new[start] for _, start, _ in self._named(listed)})
        kinds = [(self._matters[word], *rest) for word, *rest in given]
        for kind, (word, tag, dependency, _) in zip(kinds, given, strict=True):
            if kind not in self._said:
                lower, *named = (doc.vocab.strings[one] for one in (word, tag, dependency))
                alone = Doc(doc.vocab, words=[lower], tags=named[:1], deps=named[1:], heads=[0])
                if self._begins(alone):
                    self._begin.add(kind)
                self._said[kind] = tuple(self._ruler(alone).to_array(list(_SET))[0].tolist())
        return kinds
