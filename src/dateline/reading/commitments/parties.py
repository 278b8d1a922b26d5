"""Who undertakes, and towards whom."""

from collections.abc import Iterable

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against", "for"})
_SPEAKER = frozenset({"i", "we", "me", "us"})


class Parties:
    """Resolves the parties of undertakings, asked in the order of the text; remembers who agreed last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._agreed: tuple[str, ...] = ()
        self._sides: dict[str, str] = {}
        for actor in cast.actors():
            for name in (actor.name, *actor.names):
                self._sides.setdefault(name, actor.id)

    def of(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The ids of those who undertake; none where the text does not say."""
        parties = self._direct(found, speech)
        if found.kind == "agreement":
            parties = _once((*parties, *self._partners(found)))
            if len(parties) > 1:
                self._agreed = parties
        return parties

    def toward(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of those towards whom it is undertaken, as far as the article names them."""
        ids: list[str] = []
        for verb in dict.fromkeys((found.action, found.trigger)):
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i:
                    ids += self._known(child)
                elif child.dep_ in ("prep", "dative") and child.lower_ in _TOWARDS:
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(i for i in _once(ids) if i not in parties)

    def _direct(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        subject = found.subject
        if found.shared:
            said = self._between(found) or (self._owners(subject) if subject is not None else ())
            return said or self._agreed or (self._known(subject) if subject is not None else ())
        if subject is None:
            return ()
        if subject.lower_ in _SPEAKER:
            return self._speaker(subject, speech) or self._means(subject)
        if _is_thing(subject):
            return self._between(found) or self._owners(subject) or self._known(subject)
        parties = self._means(subject)
        if found.told and found.status == "ended":
            moved = first(found.action, "dobj")
            parties = _once((*parties, *(self._known(moved) if moved is not None else ())))
        return parties

    def _means(self, subject: Token) -> tuple[str, ...]:
        """Whoever the noun phrase means, added to the cast where it is a phrase for people or a body."""
        span = phrase(subject)
        return self._cast.actors_for(span) if self._cast.can_act(span) else ()

    def _speaker(self, pronoun: Token, speech: Speech) -> tuple[str, ...]:
        """Who says "I", and for "we" also the side that is spoken for."""
        source = speech.source
        if source is None:
            return ()
        side = self._sides.get(source.side or "") if pronoun.lower_ in ("we", "us") else None
        return _once((source.id, *([side] if side is not None else [])))

    def _between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "will be held between A and B", "will be signed by A"."""
        ids: list[str] = []
        for verb in (found.action, found.subject):
            for child in children(verb, "prep", "agent") if verb is not None else ():
                inner = first(child, "pobj") if child.lower_ in ("between", "by", "among") else None
                if inner is not None:
                    ids += self._known(inner)
        return _once(ids)

    def _owners(self, subject: Token) -> tuple[str, ...]:
        """Those of "Norland's plan", "the Norland-Sudland plan"."""
        return _once(i for child in children(subject, "poss", "amod", "compound", "nmod") for i in self._known(child))

    def _partners(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "agreed with B", "signed a deal with B", "a deal between A and B"."""
        ids: list[str] = []
        for holder in (found.trigger, first(found.trigger, "dobj")):
            for child in children(holder, "prep") if holder is not None else ():
                inner = first(child, "pobj") if child.lower_ in ("with", "between") else None
                if inner is not None:
                    ids += self._known(inner)
        return _once(ids)

    def _known(self, noun: Token) -> tuple[str, ...]:
        """The actors that a noun phrase means, where the article names them already."""
        ids: list[str] = []
        for token in (noun, *noun.conjuncts):
            end = token.idx + len(token)
            if self._cast.kind_at(token.idx, end) in ("person", "state", "organisation", "group"):
                known = self._cast.actor_at(token.idx, end)
                ids += [known] if known is not None else []
        return _once(ids)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _is_thing(subject: Token) -> bool:
    """Whether the subject is a meeting, plan or draft, whose parties undertake what it says."""
    return any(is_one_of(subject, "subjects", key) for key in ("occasions", "provisions", "proposals"))


def phrase(noun: Token) -> DocSpan:
    """The noun phrase around its head, with "of ..." and what is joined by "and", without clauses that hang on it."""
    low, high = noun.left_edge.i, noun.i
    for child in noun.children:
        if child.i > noun.i and (
            child.dep_ in ("conj", "cc", "case") or (child.dep_ == "prep" and child.lower_ == "of")
        ):
            high = max(high, _without_clauses(child))
    return noun.doc[low : high + 1]


def _without_clauses(token: Token) -> int:
    """The last token under this one that stands before any clause."""
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ not in ("relcl", "acl", "appos", "punct", "advcl"):
            last = max(last, _without_clauses(child))
    return last
