"""The states of an article by their names, how often it tells of each, and which of them "the government" is of."""

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc

from dateline.reading.actors.metonyms import means_place
from dateline.reading.actors.names import Name
from dateline.reading.actors.phrases import Phrase, is_backed
from dateline.reading.actors.roster import Roster

_AT_HOME = 2
"""How much oftener another state may be told of than the dateline's before "the government" is no more that one's."""

_INSIDE = frozenset(("in", "inside", "across", "throughout", "within", "of", "for", "over"))
"""Prepositions before a land that the government may be its own of."""


class States:
    """The roster's states, as far as they are known by now: `index` gives each by its name; `home` is that of the dateline."""

    def __init__(self, roster: Roster, names: Mapping[int, Name], home: str | None) -> None:
        self._roster, self._names, self._home = roster, names, home
        self._doc: Doc = roster.doc
        self.index: dict[str, int] = {}
        self._told: Counter[str] = Counter()

    def get(self, side: str | None) -> int | None:
        """The state of this name; None where there is no name, or nothing was told of it yet."""
        return None if side is None else self.index.get(side)

    def mention(self, state: str, start: int, end: int) -> int:
        """The state of this name, which tokens `[start, end)` mean; a new one where nothing was told of it before."""
        if state in self.index:
            self._roster.mention(self.index[state], start, end)
        else:
            self.index[state] = self._roster.add("state", state, start, end, state)
        return self.index[state]

    def in_phrase(self, start: int, end: int, state: str) -> int:
        """The state of this name, which tokens `[start, end)` name as an adjective; a new one where nothing was told of it before."""
        if state not in self.index:
            held = [self._names[k] for k in range(start, end) if k in self._names and self._names[k].short == state]
            first, last = (held[0].start, held[0].end) if held else (start, end)
            self.index[state] = self._roster.add("state", state, first, last, state)
        return self.index[state]

    def of_government(self, phrase: Phrase) -> int | None:
        """The state whose government acts; "the government" alone is that of the only state in the article."""
        if phrase.side is not None:
            return self.index.get(phrase.side)
        own = self._doc[phrase.start : phrase.end]
        if any(t.lower_ == "other" for t in own):
            return None  # "the other side" is never the one of which the article tells most
        if any(t.text[0].isupper() and not t.is_sent_start and t.pos_ != "DET" for t in own):
            return None  # a state's adjective that the lists do not have, or that two states share
        if not phrase.definite or any(t.tag_ == "PRP$" for t in own):
            return None  # "its government" is whoever's the pronoun means
        leads = [p for c in self._doc[phrase.head].rights if c.lower_ == "of" for p in c.rights if p.dep_ == "pobj"]
        if any((name := self._names.get(p.i)) is not None and name.kind == "person" for p in leads):
            lands = (self._names.get(t.i) for p in leads for t in p.lefts)
            of_land = [name.short for name in lands if name is not None and name.kind in ("state", "adjective")]
            return self.index.get(of_land[0]) if of_land else None  # "the government of Norland's President Ana Brel"
        return self._most_told_of(self._others(phrase))

    def _others(self, phrase: Phrase) -> frozenset[str]:
        """The states that the sentence sets at the other end of what the government does: "the government closed the border with Norland"."""
        found: set[str] = set()
        head = self._doc[phrase.head]
        if head.dep_ != "nsubj":
            return frozenset()
        for token in head.head.subtree:
            name = self._names.get(token.i)
            if name is None or name.kind != "state":
                continue
            if token.dep_ in ("dobj", "dative") or (token.dep_ == "pobj" and token.head.lower_ not in _INSIDE):
                found.add(name.short)
        return frozenset(found)

    def _most_told_of(self, others: frozenset[str]) -> int | None:
        """The state that a government without a name is of: that of the dateline, the only one, or the one of which the article tells most.

        It is none of `others`.
        """
        named = self._more_than_places()
        told = Counter({state: n for state, n in self._times_told().items() if state not in others and state in named})
        index = {state: at for state, at in self.index.items() if state not in others and state in named}
        if self._home in index and _AT_HOME * told[self._home] >= max(told.values(), default=0):
            return index[self._home]
        if len(index) == 1:
            only, at = next(iter(index.items()))
            return at if all(told[only] > n for state, n in told.items() if state != only) else None
        first, *rest = told.most_common(2) or [("", 0)]
        clear = first[1] > 1 and all(first[1] > n for _, n in rest)
        return index.get(first[0]) if clear else None

    def _more_than_places(self) -> frozenset[str]:
        """The states of which the article tells more than that something is there; all that it names, where it tells of none."""
        names = {name.start: name for name in self._names.values() if name.kind in ("state", "adjective", "people")}
        acting = {
            name.short
            for name in names.values()
            if (name.kind != "state" or not means_place(self._doc, name)) and not is_backed(self._doc, name)
        }
        return frozenset(acting or (name.short for name in names.values()))

    def is_most_told_of(self, state: str) -> bool:
        """Whether the article names this state or its people more often than any other one."""
        told = self._times_told()
        return all(told[state] > n for other, n in told.items() if other != state)

    def _times_told(self) -> Counter[str]:
        """How often the article names each state or its people; counted once."""
        if not self._told:
            self._told.update(
                name.short
                for k, name in self._names.items()
                if k == name.start and name.kind in ("state", "adjective", "people") and not is_backed(self._doc, name)
            )
        return self._told
