"""Undertakings by a noun: "reached a deal to", "issued an order to", "its plan is to"; and what drafts call for."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.decisions import is_body
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    is_occasion,
    is_told,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_NEAR = 8
"""Tokens from a noun of undertaking to what is undertaken."""

_PROPOSERS = frozenset({"propose", "make", "introduce", "table", "draft", "submit", "present", "circulate"})

_MAKERS = frozenset(
    [
        "have",
        "make",
        "announce",
        "issue",
        "give",
        "sign",
        "take",
        "declare",
        "reassert",
        "underline",
        "emphasize",
        "emphasise",
        "voice",
        "express",
        "state",
        "repeat",
        "renew",
        "reiterate",
        "reaffirm",
        "unveil",
        "outline",
        "disclose",
        "reveal",
        "confirm",
        "approve",
        "adopt",
        "carry",
        "deliver",
        "stress",
        "assert",
        "affirm",
        "show",
        "indicate",
        "signal",
    ]
)


def of_noun(noun: Token) -> Iterator[Undertaking]:
    """What somebody "reached a deal to", "issued an order to" or "has no plans to" do."""
    action = next((c for c in children(noun, "acl", "relcl") if c.i > noun.i), None) or _beside(noun) or _of_doing(noun)
    if action is None or action.i - noun.i > _NEAR:
        return
    if noun.dep_ == "attr" and first(noun.head, "expl") is not None and any(c.lower_ == "no" for c in noun.children):
        return  # "there is no plan to meet": nobody rules it out
    intent = noun.dep_ == "attr" and lemma(noun.head) == "be" and first(noun, "poss") is not None
    verb = noun.head if noun.dep_ in ("dobj", "attr") and (intent or noun.head.pos_ == "VERB") else None
    if verb is None or is_unreal(verb) or not is_told(verb):
        return
    intends = lemma(noun) in ("plan", "intention", "intent") and lemma(verb) == "have"
    none = any(c.lower_ in ("any", "no") for c in children(noun, "det"))
    if not intends and (negation(verb) is not None or none):
        return  # "made no promise to leave"; but "has no plans to leave" rules it out
    subject = holder_of(noun) or subject_of(verb)
    if subject is not None and subject.lower_ in ("it", "this", "that") and lemma(verb) == "show":
        return
    made = _by_noun(noun, verb, action)
    if made is None:
        return
    yield Undertaking(trigger=verb, action=action, subject=subject, kind=made[0], status=made[1])


def holder_of(noun: Token) -> Token | None:
    """Whose pledge it is that another one repeats: "asserted the determination of the council to ...", "its pledge to ..."."""
    of = next((c for c in children(noun, "prep") if c.lower_ == "of"), None)
    owner = first(of, "pobj") if of is not None else first(noun, "poss")
    return owner if is_agent(owner) else None


def plan_is_to(noun: Token) -> Iterator[Undertaking]:
    """What somebody's "stated aim is to" do."""
    be = noun.head
    owner = first(noun, "poss")
    if noun.dep_ != "nsubj" or lemma(be) != "be" or be.tag_ not in ("VBZ", "VBP", "VBD") or owner is None:
        return
    if not is_one_of(noun, "nouns", "pledge") or negation(be) is not None or is_unreal(be):
        return
    action = next((c for c in children(be, "xcomp", "ccomp", "attr") if c.i > be.i and has_to(c)), None)
    if action is not None:
        yield Undertaking(trigger=be, action=action, subject=owner, kind="pledge", status="announced")


def _beside(noun: Token) -> Token | None:
    """The infinitive right behind "the determination of the council" or "her intent", where the parse hangs it on the verb."""
    behind = noun.right_edge.i + 1
    for action in children(noun.head, "xcomp", "advcl"):
        if has_to(action) and action.left_edge.i == behind:
            return action
    return None


def _of_doing(noun: Token) -> Token | None:
    """The "leaving" of "has no intention of leaving", the "promoting" of "its readiness in promoting"."""
    led = {"intention": ("of",), "readiness": ("in", "for"), "willingness": ("in", "for")}.get(lemma(noun), ())
    of = next((c for c in children(noun, "prep") if c.lower_ in led), None)
    doing = first(of, "pcomp", "pobj") if of is not None else None
    return doing if doing is not None and (doing.dep_ == "pcomp" or is_occasion(doing)) else None


def _by_noun(noun: Token, verb: Token, action: Token) -> Made | None:
    if is_one_of(noun, "nouns", "proposal") and lemma(verb) in _PROPOSERS:
        return ("pledge", "proposed") if has_to(action) or future_auxiliary(action) is not None else None
    if is_one_of(noun, "nouns", "order") and lemma(verb) in _MAKERS and action.tag_ == "VBG":
        thing = first(action, "dobj")
        if lemma(action) == "set":
            return None  # "an order setting the deadlines", which are told one by one
        if thing is not None and is_one_of(thing, "subjects", "occasions"):
            return "schedule", "postponed" if is_one_of(action, "reports", "postpone") else "announced"
        return "pledge", "announced"
    if lemma(verb) == "be":
        return ("pledge", "announced") if has_to(action) and is_one_of(noun, "nouns", "pledge") else None
    if is_one_of(noun, "nouns", "word") and future_auxiliary(action) is not None and lemma(verb) in _MAKERS:
        return "pledge", "announced"
    if (
        not (has_to(action) or action == _of_doing(noun))
        or own_subject(action) is not None
        or lemma(action) == "become"
    ):
        return None
    if is_one_of(noun, "nouns", "agreement"):
        return ("agreement", "agreed") if is_one_of(verb, "reports", "make") else None
    if lemma(verb) not in _MAKERS:
        return None
    if is_one_of(noun, "nouns", "threat"):
        return "threat", "announced"
    decider = subject_of(verb)
    if lemma(noun) == "decision" and decider is not None and is_body(decider):
        return "agreement", "agreed"
    if is_one_of(noun, "nouns", "pledge") or is_one_of(noun, "nouns", "order"):
        return "pledge", "ongoing" if is_given_again(noun) else "announced"
    return None


_AGAIN = frozenset({"reaffirm", "reiterate", "repeat", "renew", "restate", "reassert", "confirm", "affirm", "stress"})
_GIVEN = frozenset({"commitment", "pledge", "promise", "vow", "offer", "threat", "undertaking", "guarantee"})


def is_given_again(noun: Token) -> bool:
    """Whether a word that was given before is given again, and so still holds: "renewed its pledge", "reaffirmed its commitment"."""
    verb = noun.head
    return noun.dep_ == "dobj" and lemma(verb) in _AGAIN and lemma(noun) in _GIVEN and negation(verb) is None


def of_draft(verb: Token) -> Iterator[Undertaking]:
    """What a draft "calls for": proposed."""
    subject = own_subject(verb) or first(verb, "compound")  # of "the draft calls for", one noun may be made
    asked = any(c.lower_ == "for" for c in children(verb, "prep")) and not any(
        has_to(c) for c in children(verb, "advcl")
    )
    if subject is None or not asked or negation(verb) is not None:
        return
    if any(is_one_of(t, "subjects", "proposals") for t in (subject, *children(subject, "compound", "amod"))):
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind="pledge", status="proposed")


def of_drafting(verb: Token) -> Iterator[Undertaking]:
    """Who "is drawing up amendments": a proposal on its way."""
    drawn = lemma(verb) != "draw" or first(verb, "prt") is not None
    present = any(lemma(a) == "be" and a.tag_ in ("VBZ", "VBP") for a in children(verb, "aux"))
    thing = first(verb, "dobj")
    if drawn and present and thing is not None and is_one_of(thing, "subjects", "proposals") and not is_unreal(verb):
        yield Undertaking(trigger=verb, action=verb, subject=subject_of(verb), kind="pledge", status="ongoing")
