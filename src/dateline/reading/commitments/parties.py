"""Who undertakes, and towards whom."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against", "for"})
_ALONE = frozenset(["who", "which", "that", "this", "these", "those", "there", "it", "one", "another"])


class Parties:
    """Resolves the parties of undertakings in the order of the text; remembers who agreed last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._agreed: tuple[str, ...] = ()

    def of(self, found: Undertaking) -> tuple[str, ...]:
        """The ids of those who undertake."""
        parties = self._direct(found)
        if found.kind == "agreement":
            others = self._partners(found, parties)
            parties = tuple(dict.fromkeys((*parties, *others)))
            if parties:
                self._agreed = parties
        return parties

    def toward(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of those towards whom it is undertaken, as far as the article knows them."""
        ids: list[str] = []
        for verb in dict.fromkeys((found.action, found.trigger)):
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i:
                    ids += self._known(child)
                elif child.dep_ in ("prep", "dative", "agent") and child.lower_ in _TOWARDS:
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(i for i in dict.fromkeys(ids) if i not in parties)

    def _direct(self, found: Undertaking) -> tuple[str, ...]:
        subject = found.subject
        if found.shared:
            between = self._between(found)
            if between:
                return between
            if subject is not None:
                owned = self._owners(subject)
                if owned:
                    return owned
            if self._agreed:
                return self._agreed
        if subject is None or subject.lower_ in ("there",):
            return ()
        if (
            is_one_of(subject, "subjects", "occasions")
            or is_one_of(subject, "subjects", "provisions")
            or is_one_of(subject, "subjects", "proposals")
        ):
            return self._between(found) or self._owners(subject) or self._known(subject)
        if found.shared:
            return self._known(subject)
        if subject.lower_ in _ALONE:
            return self._known(subject)
        return self._cast.actors_for(phrase(subject))

    def _between(self, found: Undertaking) -> tuple[str, ...]:
        """ "Will be held between A and B", "will be signed by A", "with A"."""
        ids: list[str] = []
        for verb in (found.action, found.subject):
            if verb is None:
                continue
            for child in verb.children:
                if child.dep_ in ("prep", "agent") and child.lower_ in ("between", "by", "among"):
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(dict.fromkeys(ids))

    def _owners(self, subject: Token) -> tuple[str, ...]:
        """ "Iraq's plan", "the US-Iraqi plan"."""
        ids: list[str] = []
        for child in children(subject, "poss", "amod", "compound", "nmod"):
            ids += self._known(child)
        return tuple(dict.fromkeys(ids))

    def _partners(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """ "Agreed with B", "signed a deal with B"."""
        ids: list[str] = []
        thing = first(found.trigger, "dobj")
        for verb in (found.trigger, thing):
            if verb is None:
                continue
            for child in verb.children:
                if child.dep_ == "prep" and child.lower_ in ("with", "between"):
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(i for i in dict.fromkeys(ids) if i not in parties)

    def _known(self, noun: Token) -> tuple[str, ...]:
        """The actors that a noun phrase means, where the cast already has one for it."""
        ids: list[str] = []
        for token in (noun, *noun.conjuncts):
            known = self._cast.actor_at(token.idx, token.idx + len(token))
            if known is not None:
                ids.append(known)
        if ids and len(ids) == 1:
            return self._cast.actors_for(phrase(noun))
        return tuple(dict.fromkeys(ids))


def phrase(noun: Token) -> DocSpan:
    """The noun phrase around its head, without clauses that hang on it."""
    low, high = noun.i, noun.i
    for child in noun.children:
        if child.dep_ in ("relcl", "acl", "appos", "punct", "prep") and child.i > noun.i:
            if child.dep_ != "prep" or child.lower_ != "of":
                continue
        low = min(low, child.left_edge.i)
        high = max(high, child.right_edge.i if child.dep_ not in ("relcl", "acl") else high)
    return noun.doc[low : high + 1]
