"""Whether a truce or pact stands: in force, holding, over, left by somebody as a noun tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import CommitmentKind
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    is_passive,
    is_year,
    names_a_day,
    negation,
    own_subject,
    takes_effect,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_LEADS = frozenset({"away", "from", "with", "by", "to", "into", "on", "of", "out"})


def in_force(verb: Token) -> Iterator[Undertaking]:
    """A truce that "came into force" at dawn, "took effect on Monday": it holds from then on."""
    truce = own_subject(verb)
    if truce is None or not is_one_of(truce, "reports", "truces") or not takes_effect(verb) or not _has_come(verb):
        return
    long_ago = any(t.lower_ in ("last", "ago") or is_year(t) for t in verb.subtree)
    if names_a_day(verb) and not long_ago:
        yield Undertaking(trigger=verb, action=verb, subject=truce, kind="agreement", status="ongoing", told=True)


def holding(verb: Token) -> Iterator[Undertaking]:
    """A truce that "is holding", "remains in force"."""
    truce = own_subject(verb)
    if truce is not None and is_one_of(truce, "reports", "truces") and _lasts(verb) and _has_come(verb):
        yield Undertaking(trigger=verb, action=verb, subject=truce, kind="agreement", status="ongoing", told=True)


def _lasts(verb: Token) -> bool:
    """Whether a truce "is holding", "remains in force"."""
    if lemma(verb) == "hold":
        return (
            verb.tag_ == "VBG" and any(lemma(a) == "be" for a in children(verb, "aux")) and not children(verb, "dobj")
        )
    inner = (t for c in children(verb, "prep") if c.lower_ == "in" for t in children(c, "pobj"))
    return lemma(verb) == "remain" and any(is_one_of(t, "subjects", "force") or lemma(t) == "place" for t in inner)


def over(verb: Token) -> Iterator[Undertaking]:
    """A truce or treaty that "expired", "collapsed", "ended on Sunday": it holds no more."""
    pact = own_subject(verb)
    offered = pact is not None and is_one_of(pact, "reports", "offers")
    if (
        pact is None
        or not (offered or is_one_of(pact, "reports", "agreements"))
        or not is_one_of(verb, "reports", "over")
    ):
        return
    if _has_come(verb) and not is_passive(verb) and not children(verb, "dobj"):
        kind: CommitmentKind = "pledge" if offered else "agreement"
        yield Undertaking(trigger=verb, action=verb, subject=pact, kind=kind, status="ended", told=True)


def left_by(leaving: Token, treaties: frozenset[str]) -> Iterator[Undertaking]:
    """What "the Norland withdrawal from the pact", "Brel's exit from the treaty" tells of its owner."""
    if (
        not is_one_of(leaving, "reports", "left")
        or leaving.dep_ not in ("pobj", "nsubj", "dobj")
        or leaving.tag_ != "NN"
    ):
        return
    owner = next((c for c in children(leaving, "poss", "compound") if c.ent_type_ in ("GPE", "PERSON", "NORP")), None)
    told = is_one_of(leaving.head, "reports", "announce") or is_one_of(leaving.head, "unreal", "governors")
    told = told or any(is_one_of(c, "unreal", "open") for c in children(leaving, "amod"))
    if owner is None or told or is_unreal(leaving) or not any(is_treaty(t, treaties) for t in led_to(leaving)):
        return
    yield Undertaking(trigger=leaving, action=leaving, subject=owner, kind="agreement", status="ended", told=True)


def _has_come(verb: Token) -> bool:
    """Whether the clause tells by itself what came to pass: no condition of another, nothing to come, denied or unreal."""
    waits = verb.dep_ == "advcl" or future_auxiliary(verb) is not None or negation(verb) is not None
    return not waits and not is_unreal(verb)


def still_holds(verb: Token, pact: Token) -> bool:
    """Whether a relative clause behind says that it "is still valid", "remains in force"."""
    behind = [
        *children(pact, "relcl"),
        *(c for p in children(verb, "prep") for t in p.children for c in children(t, "relcl")),
    ]
    for clause in behind:
        lasts = lemma(clause) == "remain" or any(c.lower_ == "still" for c in children(clause, "advmod"))
        said = {t.lower_ for t in clause.subtree}
        if clause.tag_ in ("VBZ", "VBP") and lasts and said & {"valid", "force", "effect", "binding", "holds"}:
            return True
    return False


def is_owed(noun: Token) -> bool:
    """Whether it is what an agreement lays on its parties: "its commitments", "the obligations", not "a commitment to reform"."""
    return noun.tag_ == "NNS" and lemma(noun) in ("commitment", "obligation")


def is_treaty(thing: Token, treaties: frozenset[str]) -> bool:
    return is_one_of(thing, "reports", "agreements") or thing.text in treaties


def led_to(holder: Token) -> Iterator[Token]:
    for preposition in children(holder, "prep", "prt", "advmod"):
        if preposition.lower_ not in _LEADS:
            continue
        inner = first(preposition, "pobj")
        deeper = first(preposition, "prep") if inner is None else None
        inner = first(deeper, "pobj") if deeper is not None else inner
        if inner is not None:
            yield inner
