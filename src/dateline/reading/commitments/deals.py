"""Whose a deal, plan or draft is: between whom, by whom, of whom."""

from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.commitments.grammar import children, first
from dateline.reading.commitments.meant import Meant
from dateline.reading.commitments.sides import once
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma

_DRAFTED = 1000
"""Tokens before a draft or plan within which it was told whose it is."""


class Deals:
    """Resolves the parties that a clause names beside a deal, plan, draft or meeting."""

    def __init__(self, cast: Cast, meant: Meant) -> None:
        self._cast, self._meant = cast, meant

    def named_between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "between A and B" anywhere in the clause."""
        for token in found.trigger.subtree:
            if token.lower_ == "between":
                inner = first(token, "pobj")
                ids = self._all_between(token, inner) if inner is not None else ()
                if len(ids) > 1:
                    return ids
        return ()

    def between(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "will be held between A and B", "will be signed by A"."""
        ids: list[str] = []
        made = children(found.subject, "acl") if found.subject is not None else []  # "a truce promised by A"
        of = children(found.subject, "prep") if found.subject is not None else []  # "a cut in arms between A and B"
        below = (first(c, "pobj") for c in of if c.lower_ in ("in", "of"))
        for verb in (found.action, found.subject, *below, *(c for c in made if _is_undertaken(c))):
            for child in children(verb, "prep", "agent") if verb is not None else ():
                mediated = child.lower_ == "by" and lemma(found.action) == "broker"
                told = child.lower_ in ("between", "by", "among") and not mediated
                inner = first(child, "pobj") if told else None
                if inner is not None:
                    ids += self._meant.means(inner) if child.dep_ == "agent" else self._all_between(child, inner)
        return once(ids)

    def _all_between(self, between: Token, inner: Token) -> tuple[str, ...]:
        """Those with or between whom it is; nobody where but one of two is known, "between the rebels and some": it is not his alone.

        Two lands that a deal or talks are between are its parties, though they are told of nowhere else.
        """
        ids = self._meant.known(inner) or once(i for c in children(inner, "poss") for i in self._meant.known(c))
        if between.lower_ != "between" or not inner.conjuncts or len(ids) > 1:
            return ids
        if not ids and not _is_dealt(between.head):
            return ()
        ids = self._meant.means(inner)
        return ids if len(ids) > 1 else ()

    def owners(self, subject: Token | None) -> tuple[str, ...]:
        """Those of "Norland's plan", "the Norland-Sudland plan", "the second of Norland's boats", "the parliament of Norland"."""
        if subject is None:
            return ()
        owned = children(subject, "poss", "amod", "compound", "nmod")
        if is_one_of(subject, "repeats", "strikes") and children(subject, "poss"):
            owned = children(subject, "poss")  # "the union's Northern Line strike" is not the line's
        if subject.dep_ == "compound" and not owned:
            owned = [c for c in subject.head.children if c.i < subject.i]  # "the Norland-Sudland draft calls"
        ids = once(i for child in owned for i in self._meant.known(child))
        ids = ids or once(
            i for child in owned for c in children(child, "poss", "compound") for i in self._meant.known(c)
        )
        if ids:
            return ids
        for of in children(subject, "prep"):
            inner = first(of, "pobj") if of.lower_ == "of" else None
            if inner is not None and (inner.ent_type_ or inner.pos_ == "PROPN"):
                return self.owners(inner) or self._meant.known(inner)
        return ()

    def drafted(self, plan: Token | None) -> tuple[str, ...]:
        """The owners of "the draft", where an earlier sentence told whose it is."""
        if plan is None or not is_one_of(plan, "subjects", "proposals"):
            return ()
        for token in reversed(plan.doc[max(0, plan.i - _DRAFTED) : plan.i]):
            if lemma(token) == lemma(plan):
                noun = token.head if token.dep_ == "compound" else token
                owners = self.owners(noun)
                if owners:
                    return owners
        return ()

    def partners(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "agreed with B", "signed a deal with B", "a deal between A and B"."""
        ids: list[str] = []
        made = first(found.trigger, "dobj") or (first(found.trigger, "nsubjpass") if found.told else None)
        for holder in (found.trigger, made, *_same_deal(made)):
            for child in children(holder, "prep") if holder is not None else ():
                inner = first(child, "pobj") if child.lower_ in ("with", "between") else None
                if inner is not None:
                    ids += self._all_between(child, inner)
        return once(ids)

    def convened(self, found: Undertaking) -> tuple[str, ...]:
        """Those of "at a meeting of the council, it was decided": the body that met."""
        for preposition in children(found.trigger, "prep"):
            occasion = first(preposition, "pobj") if preposition.lower_ in ("at", "in", "during") else None
            if occasion is not None and is_one_of(occasion, "subjects", "occasions"):
                ids = once((*self.owners(occasion),))
                if ids:
                    return tuple(i for i in ids if self._cast.named(i).kind != "person")
        return ()


def _same_deal(made: Token | None) -> list[Token]:
    """The nouns under a deal that mean the deal too, at which the parse may hang "with B": "a memorandum of understanding", "an agreement on a truce"."""
    inner = [first(p, "pobj") for p in children(made, "prep")] if made is not None else []
    return [
        t
        for t in inner
        if t is not None and (is_one_of(t, "nouns", "agreement") or is_one_of(t, "reports", "agreements"))
    ]


def _is_dealt(holder: Token) -> bool:
    """Whether what is between two is a deal or talks, or its making: "a truce between A and B", "was agreed between A and B"."""
    listed = (("reports", "agreements"), ("repeats", "talks"), ("reports", "make"), ("verbs", "agree"))
    return any(is_one_of(holder, section, key) for section, key in listed)


def _is_undertaken(participle: Token) -> bool:
    """Whether the participle tells who undertook a thing: "promised by", "signed by"."""
    listed = (("verbs", "pledge"), ("verbs", "agree"), ("reports", "make"), ("reports", "approve"))
    return (
        participle.tag_ == "VBN"
        and lemma(participle) != "broker"
        and any(is_one_of(participle, section, key) for section, key in listed)
    )
