"""Pairs of actors that an article names together, and which of them "the two sides" or "both leaders" means."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.reading.actors.mediating import stands_between
from dateline.reading.actors.names import Name
from dateline.reading.actors.phrases import joined_to
from dateline.reading.actors.roster import Roster
from dateline.reading.actors.words import folded, words

_NEAR = 60
"""Tokens back to a pair that "both sides" takes up though other pairs were told of as often."""

_OPTIONS = 30
"""How many of the pairs last told of, and of a state's first mentions, are weighed; keeps the work in step with the text."""

_ANY_TWO = frozenset(("side", "party", "ally", "government"))
"""Of the nouns for two states those that two bodies may be called by; "both neighbours" are states."""

_LOCATIVE = frozenset(("across", "in", "inside", "near"))


class Pairs:
    """Who is told of together in one article; `states` are the roster's states by name, as far as they are known by then."""

    def __init__(self, roster: Roster, names: Mapping[int, Name], states: Mapping[str, int]) -> None:
        self._roster, self._names, self._states = roster, names, states
        self._doc: Doc = roster.doc
        self._between: set[int] = set()

    def find(self) -> None:
        """Notes the pairs of the article in the roster, in the order of the text."""
        for token in self._doc:
            if (mediating := self._of_mediators(token)) is not None:
                self._between.add(mediating)
                continue
            index = self._roster.at.get(token.i)
            if index is None:
                self._adjectives_pair(token)
            if index is None or token.dep_ == "conj":
                continue
            joined = joined_to(token)
            for other in joined:
                second = self._roster.at.get(other.i)
                if second is None or second == index or len(joined) != 1:
                    continue
                if stands_between(token) or stands_between(other):
                    self._between.update((index, second))
                    continue
                kinds = {self._roster.drafts[k].kind for k in (index, second)}
                if len(kinds) == 1 or kinds <= {"state", "organisation", "group"}:
                    self._roster.pairs.append(
                        (max(token.i, other.i), (index, second), "person" if kinds == {"person"} else "state")
                    )
        self._roster.pairs.sort(key=lambda row: row[0])

    def meant_by(self, token: Token) -> tuple[int, ...]:
        """The two whom "the two sides" or "both leaders" means; empty where the text does not settle it."""
        noun = token.lower_.removesuffix("s") if token.pos_ == "PROPN" else token.lemma_.lower()
        kinds = {"state": "pair_of_states", "person": "pair_of_persons"}
        kind = next((kind for kind, nouns in kinds.items() if noun in words("naming", nouns)), None)
        if kind is None or token.tag_ not in ("NNS", "NNPS"):
            return ()
        if not any(c.lower_ in ("both", "two") for c in token.children):
            return ()
        stop = bisect_left(self._roster.pairs, token.i, key=lambda row: row[0])
        drafts = self._roster.drafts
        told = [
            (at, pair)
            for at, pair, of in self._roster.pairs[max(0, stop - _OPTIONS) : stop]
            if of == kind and not self._between.issuperset(pair)
            if kind == "person" or noun in _ANY_TWO or all(drafts[k].kind == "state" for k in pair)
        ]
        if told:
            return self._last_or_most(token, told)
        states = [k for k in self._states.values() if drafts[k].first_token < token.i and self._is_more_than_a_place(k)]
        settled = kind == "state" and len(states) == 2 and self._between.isdisjoint(states)
        return tuple(states) if settled else ()

    def _of_mediators(self, token: Token) -> int | None:
        """The state whose adjective stands before mediators, alone or joined to another: each of "the X and Y mediators"."""
        name = self._names.get(token.i)
        of = token.head.head if token.dep_ == "conj" else token.head
        if name is None or name.kind not in ("adjective", "state") or of.i <= token.i or token.head.pos_ == "VERB":
            return None
        return self._states.get(name.short) if folded(of) in words("naming", "between_sides") else None

    def _adjectives_pair(self, token: Token) -> None:
        """Two states whose adjectives stand before one noun: "X and Y officials"."""
        mine = self._names.get(token.i)
        joined = joined_to(token) if mine is not None and token.dep_ != "conj" else ()
        others = [self._names[t.i] for t in joined if t.i in self._names]
        if mine is None or len(others) != 1 or len(joined) != 1:
            return
        index, second = self._states.get(mine.short), self._states.get(others[0].short)
        if index is not None and second is not None and index != second:
            self._roster.pairs.append((max(token.i, others[0].start), (index, second), "state"))

    def _last_or_most(self, token: Token, told: list[tuple[int, tuple[int, int]]]) -> tuple[int, ...]:
        """The last pair of those told of: where there were several, only near by, or where it is told of most."""
        at, last = told[-1]
        often = Counter(frozenset(pair) for _, pair in told).most_common(2)
        most = often[0][0] == frozenset(last) and (len(often) == 1 or often[0][1] > often[1][1])
        return last if most or token.i - at <= _NEAR else ()

    def _is_more_than_a_place(self, index: int) -> bool:
        """Whether a state is told of at least once, of its first mentions, other than as where something was: "in Oslo, Norway"."""
        spans = [self._doc.char_span(*s, alignment_mode="expand") for s in self._roster.drafts[index].spans[:_OPTIONS]]
        roots = [s.root for s in spans if s is not None]
        return any(
            r.dep_ not in ("appos", "npadvmod") and not (r.dep_ == "pobj" and r.head.lower_ in _LOCATIVE) for r in roots
        )
