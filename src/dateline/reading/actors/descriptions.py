"""Who is meant by "the minister", "the official", "the ministry", "the two sides", and new actors that are only described."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.model import ActorKind
from dateline.reading.actors.names import Name
from dateline.reading.actors.phrases import Phrase, describe
from dateline.reading.actors.roster import Draft, Roster
from dateline.reading.actors.words import same_role, words

_TWO = frozenset({"both", "two"})
_PAIR_NOUNS = {
    "state": frozenset("side party country government nation state capital neighbour neighbor ally power".split()),
    "person": frozenset("leader official president minister man woman diplomat politician counterpart candidate".split()),
}
_DOCUMENT_OF = frozenset({"from", "by", "of"})


class Descriptions:
    """Finds described actors, links them to those named before, and adds the others as latent ones."""

    def __init__(self, roster: Roster, at: Mapping[int, Name]) -> None:
        self._roster, self._names = roster, at
        self._doc: Doc = roster.doc
        self._pairs: list[tuple[int, tuple[int, int], str]] = []

    def gather(self) -> None:
        """Goes through the noun phrases in order."""
        self._find_pairs()
        for token in self._doc:
            if token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") and token.i not in self._roster.at and token.i not in self._names:
                if self.is_actor_noun(token) and token.dep_ not in ("compound", "amod", "nmod") and token.pos_ != "PRON":
                    self._place(token)

    def is_actor_noun(self, token: Token) -> bool:
        """Whether the noun is one for people, a body, or a document that speaks."""
        return token.pos_ in ("NOUN", "PROPN", "ADJ") and describe(self._doc, token, self._names).kind != "other"

    def add(self, token: Token) -> int:
        """A new actor for a phrase that none is known for."""
        phrase = describe(self._doc, token, self._names)
        known = self._known(phrase)
        return known if known is not None else self._new(phrase)

    # -- linking ---------------------------------------------------------------------------------------------------

    def _place(self, token: Token) -> None:
        phrase = describe(self._doc, token, self._names)
        if self.pair_for(token):
            return
        known = self._known(phrase)
        if known is None:
            self._new(phrase)
        else:
            self._roster.mention(known, phrase.start, phrase.end)

    def _known(self, phrase: Phrase) -> int | None:
        """The actor told of before whom the phrase takes up."""
        if phrase.kind == "government":
            return self._state(phrase)
        if phrase.kind == "document":
            return self._issuer(phrase)
        if not phrase.definite or phrase.fresh:
            return None
        options = [k for k, d in enumerate(self._roster.drafts) if d.first_token < phrase.start and self._takes_up(phrase, d)]
        if not options:
            return None
        persons = [k for k in options if self._roster.drafts[k].kind == "person"]
        options = persons or options
        return max(options, key=lambda k: (self._last_before(k, phrase.start), k))

    def _last_before(self, index: int, token: int) -> int:
        limit = self._doc[token].idx
        return max((s for s, _ in self._roster.drafts[index].spans if s < limit), default=-1)

    def _takes_up(self, phrase: Phrase, draft: Draft) -> bool:
        if phrase.side is not None and draft.side is not None and phrase.side != draft.side:
            return False
        if draft.kind == "person":
            if phrase.plural or phrase.kind != "unnamed":
                return False
            want = same_role(" ".join([*sorted(phrase.modifiers), phrase.noun]))
            roles = [same_role(r) for r in draft.roles]
            return any(same_role(phrase.noun) == r or want == r or r.split()[-1:] == [phrase.noun] for r in roles if r)
        if draft.kind in ("unnamed", "group") and draft.head:
            same = draft.head == phrase.noun or (phrase.noun == "source" and draft.head in ("official", "diplomat"))
            return same and draft.plural == phrase.plural and (phrase.side is None or phrase.side == draft.side)
        if draft.kind in ("organisation", "group"):
            return phrase.noun in draft.name.lower().split() and not phrase.plural
        return False

    def _state(self, phrase: Phrase) -> int | None:
        states = {d.name: k for k, d in enumerate(self._roster.drafts) if d.kind == "state"}
        if phrase.side is not None:
            return states.get(phrase.side)
        return next(iter(states.values())) if len(states) == 1 and phrase.definite else None

    def _issuer(self, phrase: Phrase) -> int | None:
        """Whose document it is, where it says so."""
        head = self._doc[phrase.head]
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("from", "by"):
                for obj in child.children:
                    if obj.dep_ == "pobj" and obj.i in self._roster.at:
                        return self._roster.at[obj.i]
            if child.dep_ in ("poss", "compound") and child.i in self._roster.at and child.i >= phrase.start - 3:
                return self._roster.at[child.i]
        return None

    def _new(self, phrase: Phrase) -> int:
        kinds: dict[str, ActorKind] = {"unnamed": "unnamed", "group": "group", "organisation": "organisation", "government": "organisation"}
        if phrase.kind == "government" and phrase.side is not None:
            index = self._roster.add("state", phrase.side, phrase.start, phrase.end, phrase.side)
        else:
            kind = kinds.get(phrase.kind, "unnamed")
            index = self._roster.add(kind, self._doc[phrase.start : phrase.end].text, phrase.start, phrase.end, phrase.side)
        draft = self._roster.drafts[index]
        draft.head, draft.plural, draft.latent = phrase.noun, phrase.plural, True
        if kinds.get(phrase.kind) == "unnamed":
            draft.roles = [phrase.noun]
        return index

    # -- pairs -----------------------------------------------------------------------------------------------------

    def _find_pairs(self) -> None:
        for token in self._doc:
            index = self._roster.at.get(token.i)
            if index is None or token.dep_ == "conj":
                continue
            for other in token.conjuncts:
                second = self._roster.at.get(other.i)
                if second is None or second == index or len(token.conjuncts) != 1:
                    continue
                kinds = {self._roster.drafts[k].kind for k in (index, second)}
                if len(kinds) == 1 or kinds <= {"state", "organisation", "group"}:
                    self._pairs.append((max(token.i, other.i), (index, second), "person" if kinds == {"person"} else "state"))

    def pair_for(self, token: Token) -> tuple[int, ...]:
        """The two whom "the two sides" or "both leaders" means; empty where the text does not settle it."""
        noun = token.lemma_.lower()
        kind = next((k for k, nouns in _PAIR_NOUNS.items() if noun in nouns), None)
        if kind is None or token.tag_ not in ("NNS", "NNPS"):
            return ()
        if not any(c.lower_ in _TWO for c in token.children):
            return ()
        before = [pair for at, pair, of in self._pairs if of == kind and at < token.i]
        if before:
            return before[-1]
        if kind == "state":
            states = [k for k, d in enumerate(self._roster.drafts) if d.kind == "state" and d.first_token < token.i]
            return tuple(states) if len(states) == 2 else ()
        return ()


__all__ = ["Descriptions", "words"]
