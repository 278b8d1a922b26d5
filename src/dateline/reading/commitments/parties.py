"""Who undertakes, and towards whom."""

from collections.abc import Iterable

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first, is_passive, own_subject
from dateline.reading.commitments.speech import Speech
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words

_TOWARDS = frozenset({"with", "to", "toward", "towards", "against", "for"})
_TOGETHER = frozenset({"meet", "talk", "speak", "discuss", "negotiate", "hold", "agree", "sign", "confer"})
_LOOK_BACK = 120
"""Tokens before a sentence that are searched for a meeting: three or four sentences."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
_THIRD = frozenset({"he", "she", "it", "they"})
_HOME = frozenset({"country", "government", "nation", "side", "kingdom", "republic", "state", "army", "administration"})
_AGREED_NEAR = 800
"""Code points after an agreement within which what "will be built" is its parties' undertaking."""
_DASHES = frozenset({"--", "–", "—", "-"})
_SPEAKER = frozenset({"i", "we", "me", "us"})


class Parties:
    """Resolves the parties of undertakings, asked in the order of the text; remembers who agreed last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._agreed: tuple[str, ...] = ()
        self._agreed_at = 0
        self._sides: dict[str, str] = {}
        for actor in cast.actors():
            for name in (actor.name, *actor.names):
                self._sides.setdefault(name, actor.id)
        for actor in cast.actors():
            if actor.kind == "organisation" and actor.side is not None and actor.side in _initials(actor.name):
                self._sides.setdefault(actor.side, actor.id)

    def of(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The ids of those who undertake; none where the text does not say."""
        parties = tuple(i for i in self._direct(found, speech) if self._is_somebody(i))
        if found.kind == "agreement":
            parties = _once((*parties, *self._partners(found)))
            if len(parties) > 1:
                self._agreed, self._agreed_at = parties, found.action.idx
        return parties

    def _is_somebody(self, id_: str) -> bool:
        """Whether an actor is more than a pronoun that nobody stands behind, or a paper."""
        actor = self._cast.named(id_)
        name = actor.name.casefold()
        if name in _PRONOUNS:
            return False
        return actor.kind != "unnamed" or name.split()[-1] not in words("subjects", "documents")

    def toward(self, found: Undertaking, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of those towards whom it is undertaken, as far as the article names them."""
        ids: list[str] = []
        for verb in dict.fromkeys((found.action, found.trigger)):
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i and child.pos_ != "ADP":
                    ids += self._known(child) if _is_towards(found, verb) else ()
                    for preposition in children(child, "prep"):
                        if preposition.lower_ in ("to", "with", "for") and verb == found.action:
                            ids += self._known(first(preposition, "pobj"))
                elif child.dep_ in ("prep", "dative") and child.lower_ in _TOWARDS:
                    inner = first(child, "pobj")
                    if inner is not None:
                        ids += self._known(inner)
        return tuple(i for i in _once(ids) if i not in parties)

    def _direct(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        subject = found.subject
        if found.shared:
            return self._shared(found, speech)
        if subject is None:
            return ()
        if subject.lower_ in _SPEAKER:
            return self._speaker(subject, speech)
        if _is_thing(subject):
            return self._between(found) or self._owners(subject) or self._known(subject)
        parties = (
            self._teller(found, speech) or self._sent(subject) or self._means(subject) or self._self(subject, speech)
        )
        if is_one_of(found.action, "reports", "end"):
            moved = first(found.action, "dobj")
            owner = first(moved, "poss", "compound", "amod") if moved is not None else None
            for one in (moved, owner):
                if one is not None and one.ent_type_ in ("GPE", "ORG", "NORP"):
                    parties = _once((*parties, *self._alone(one)))
        if found.kind == "agreement" and len(parties) < 2 and _is_plural(subject):
            parties = self._named_between(found) or self._met_before(subject) or parties
        return parties

    def _shared(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The parties of what the clause does not lay on its subject: those it names, the owners of the plan, those who
        agreed last, and else who announces it.
        """
        plan = found.ground or found.subject
        named = self._between(found)
        if len(named) > 1:
            self._agreed, self._agreed_at = named, found.action.idx
        named = named or self._owners(plan)
        agreed = self._agreed
        if plan is None or not _is_thing(plan):
            agreed = agreed if found.action.idx - self._agreed_at <= _AGREED_NEAR else ()
        if (
            found.told
            and found.subject is None
            and any(is_one_of(t, "reports", "acts") for t in children(found.action, "nsubjpass"))
        ):
            return named  # who passed a resolution is not who agreed on something before
        if found.kind == "agreement" and plan is not None:
            named = named or self._named_between(found) or agreed or self._met_before(plan)
        if named or agreed:
            return named or agreed
        undergoes = found.ground is not None or is_passive(found.action)
        known = () if undergoes else self._known(plan)
        if known or found.kind == "agreement" or speech.source is None or speech.source.kind == "unnamed":
            return known
        if speech.source.kind in ("state", "organisation"):
            return (speech.source.id,)
        side = self._side_of(speech.source.id)
        return (side,) if side is not None else ()

    def _named_between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "between A and B" anywhere in the clause."""
        for token in found.trigger.subtree:
            if token.lower_ == "between":
                inner = first(token, "pobj")
                ids = self._known(inner)
                if len(ids) > 1:
                    return ids
        return ()

    def _met_before(self, subject: Token) -> tuple[str, ...]:
        """Who met or talked in the two sentences before: those whom "the officials agreed" means."""
        start = subject.sent.start
        for token in reversed(subject.doc[max(0, start - _LOOK_BACK) : start]):
            if lemma(token) not in _TOGETHER or token.pos_ != "VERB":
                continue
            ids = [*self._known(own_subject(token)), *self._known(first(token, "dobj"))]
            for child in children(token, "prep"):
                if child.lower_ == "with":
                    ids += self._known(first(child, "pobj"))
            if len(_once(ids)) > 1:
                return self._represented(_once(ids))
        return ()

    def _represented(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The states or bodies for which people act, where each acts for another one; else the people."""
        sides = [self._sides.get(self._cast.named(i).side or "") for i in ids]
        known = [side for side in sides if side is not None]
        return _once(known) if len(set(known)) == len(ids) else ids

    def _means(self, subject: Token) -> tuple[str, ...]:
        """Whoever the noun phrase means, added to the cast where it is a phrase for people or a body."""
        span = phrase(subject)
        ids = self._cast.actors_for(span) if self._cast.can_act(span) else ()
        if len(ids) == 1 and lemma(subject) in _HOME:
            state = self._side_of(ids[0])
            return ids if state is None else (state,)  # "the government" means the state that it governs
        return ids

    def _side_of(self, id_: str) -> str | None:
        """The state or body for which somebody acts, where the article names it."""
        actor = self._cast.named(id_)
        return self._sides.get(actor.side or "")

    def _teller(self, found: Undertaking, speech: Speech) -> tuple[str, ...]:
        """The source, where a body says of itself "it will": the nearest verb of saying settles who "it" is."""
        subject, source = found.subject, speech.source
        if subject is None or source is None or subject.lower_ != "it" or not speech.told_by_subject:
            return ()
        return (source.id,) if source.kind in ("state", "organisation", "group") else ()

    def _sent(self, subject: Token) -> tuple[str, ...]:
        """The states of "experts from A and B", "leaders of A and B": those who act through them."""
        if subject.tag_ != "NNS" or not (
            is_one_of(subject, "subjects", "teams") or is_one_of(subject, "subjects", "bodies")
        ):
            return ()
        for preposition in children(subject, "prep"):
            inner = first(preposition, "pobj") if preposition.lower_ in ("from", "of") else None
            if inner is None:
                continue
            span = phrase(inner)
            ids = self._cast.actors_for(span) if self._cast.can_act(span) else ()
            if len(ids) > 1 and all(self._cast.named(i).kind == "state" for i in ids):
                return ids
        return ()

    def _self(self, subject: Token, speech: Speech) -> tuple[str, ...]:
        """The source, where "he" or "the country" is left to mean whoever says so."""
        source = speech.source
        if source is None:
            return ()
        if subject.lower_ in _THIRD:
            return (source.id,) if speech.own else ()
        if lemma(subject) in _HOME and any(c.lower_ in ("the", "his", "her", "their", "its") for c in subject.children):
            side = source.side or (source.name if source.kind == "state" else "")
            known = self._sides.get(side)
            return (known,) if known is not None else ()
        return ()

    def _speaker(self, pronoun: Token, speech: Speech) -> tuple[str, ...]:
        """Who says "I", and for "we" also the side that is spoken for."""
        source = speech.source
        if source is None or (source.kind == "unnamed" and _is_document(source.name)):
            return ()
        if source.name.casefold() in _PRONOUNS:
            return ()
        side = self._sides.get(source.side or "")
        for_side = side is not None and (
            pronoun.lower_ in ("we", "us") or self._cast.named(side).kind == "organisation"
        )
        return _once((source.id, *([side] if side is not None and for_side else [])))

    def _between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "will be held between A and B", "will be signed by A"."""
        ids: list[str] = []
        for verb in (found.action, found.subject):
            for child in children(verb, "prep", "agent") if verb is not None else ():
                mediated = child.lower_ == "by" and lemma(found.action) == "broker"
                told = child.lower_ in ("between", "by", "among") and not mediated
                inner = first(child, "pobj") if told else None
                if inner is not None:
                    ids += self._known(inner)
        return _once(ids)

    def _owners(self, subject: Token | None) -> tuple[str, ...]:
        """Those of "Norland's plan", "the Norland-Sudland plan", "the second of Norland's boats", "the parliament of Norland"."""
        if subject is None:
            return ()
        owned = children(subject, "poss", "amod", "compound", "nmod")
        ids = _once(i for child in owned for i in self._known(child))
        if ids:
            return ids
        for of in children(subject, "prep"):
            inner = first(of, "pobj") if of.lower_ == "of" else None
            if inner is not None:
                return self._owners(inner) or self._known(inner)
        return ()

    def _partners(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "agreed with B", "signed a deal with B", "a deal between A and B"."""
        ids: list[str] = []
        for holder in (found.trigger, first(found.trigger, "dobj")):
            for child in children(holder, "prep") if holder is not None else ():
                inner = first(child, "pobj") if child.lower_ in ("with", "between") else None
                if inner is not None:
                    ids += self._known(inner)
        return _once(ids)

    def _alone(self, token: Token) -> tuple[str, ...]:
        known = self._cast.actor_at(token.idx, token.idx + len(token))
        return (known,) if known is not None else ()

    def _known(self, noun: Token | None) -> tuple[str, ...]:
        """The actors that a noun phrase means, where the article names them already."""
        ids: list[str] = []
        if noun is None:
            return ()
        for token in (noun, *noun.conjuncts):
            end = token.idx + len(token)
            if self._cast.kind_at(token.idx, end) in ("person", "state", "organisation", "group"):
                known = self._cast.actor_at(token.idx, end)
                ids += [known] if known is not None else []
        return _once(ids)


def _initials(name: str) -> tuple[str, ...]:
    """The capitals with which a body's name may be written for short."""
    words_of = name.replace(".", "").split()
    return "".join(w[0] for w in words_of if w[0].isupper()), "".join(words_of)


def _is_towards(found: Undertaking, verb: Token) -> bool:
    """Whether the verb's object is somebody towards whom it is done: "promised them", "will meet them"."""
    return verb != found.action or is_one_of(verb, "actions", "towards") or is_one_of(verb, "actions", "hostile")


def _is_document(name: str) -> bool:
    """Whether what speaks is a paper, not somebody: a statement, a letter."""
    words_of = {w.strip(".,").casefold() for w in name.split()}
    return bool(words_of & words("subjects", "documents"))


def _is_plural(subject: Token) -> bool:
    return subject.lower_ == "they" or subject.tag_ == "NNS"


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _is_thing(subject: Token) -> bool:
    """Whether the subject is a meeting, plan or draft, whose parties undertake what it says."""
    return any(is_one_of(subject, "subjects", key) for key in ("occasions", "provisions", "proposals"))


def phrase(noun: Token) -> DocSpan:
    """The noun phrase around its head, with "of ..." and what is joined by "and", without clauses that hang on it."""
    low, high = noun.left_edge.i, noun.i
    low = max([k + 1 for k in range(low, high) if noun.doc[k].text in _DASHES], default=low)  # after a dateline
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
