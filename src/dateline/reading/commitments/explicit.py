"""Undertakings by a word that says so: "agreed to", "vowed that it would", "is ready to", "its plan to", "is due to"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import (
    children,
    conjuncts,
    first,
    future_auxiliary,
    has_to,
    infinitive,
    is_passive,
    is_unreal,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma

_BE = ("be", "get", "become", "remain", "stay", "stand")


def find_explicit(doc: Doc) -> Iterator[Undertaking]:
    """The undertakings that a verb, adjective or noun of undertaking states, in the order of the text."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            yield from _of_verb(token)
            if lemma(token) == "be":
                yield from _be_to(token)
        if token.pos_ in ("ADJ", "VERB"):
            yield from _of_adjective(token)
        if token.pos_ == "NOUN":
            yield from _of_noun(token)


def _of_verb(verb: Token) -> Iterator[Undertaking]:
    made = _made_by(verb)
    if made is None or negation(verb) is not None or is_unreal(verb):
        return
    kind, status = made
    passive = is_passive(verb)
    subject = subject_of(verb)
    if passive and kind != "schedule" and lemma(verb) != "commit":
        subject = _agent(verb)
    for action in _undertaken(verb):
        yield Undertaking(
            trigger=verb,
            action=action,
            subject=own_subject(action) or subject if kind == "schedule" and not passive else subject,
            kind=kind,
            status=status,
            shared=kind == "agreement" and subject is None,
        )


def _made_by(verb: Token) -> tuple[CommitmentKind, CommitmentStatus] | None:
    """The kind and status of what the verb makes, or None where it makes nothing."""
    if is_one_of(verb, "verbs", "threaten"):
        return "threat", "announced"
    if is_one_of(verb, "verbs", "schedule") and (is_passive(verb) or verb.dep_ == "acl") and verb.tag_ == "VBN":
        return "schedule", "announced"
    if verb.tag_ == "VBN" and verb.dep_ in ("amod", "acl") and not is_one_of(verb, "verbs", "agree"):
        return None
    if is_one_of(verb, "verbs", "agree"):
        return "agreement", "agreed"
    if is_one_of(verb, "verbs", "propose"):
        return "pledge", "proposed" if lemma(verb) != "offer" else "announced"
    if is_one_of(verb, "verbs", "pledge"):
        return "pledge", "announced"
    return None


def _agent(verb: Token) -> Token | None:
    by = first(verb, "agent")
    return first(by, "pobj") if by is not None else None


def _undertaken(verb: Token) -> Iterator[Token]:
    """The infinitive, the clause, or the noun that the verb governs; several where they are told apart."""
    action = infinitive(verb)
    if action is None:
        action = next((c for c in children(verb, "ccomp") if c.i > verb.i and _looks_ahead(c)), None)
    if action is None and is_one_of(verb, "verbs", "schedule") and (is_passive(verb) or verb.dep_ == "acl"):
        action = next((c for c in children(verb, "prep") if c.lower_ in ("for", "on", "in", "at", "by")), None)
        if action is not None:
            yield verb
        return
    if action is None:
        action = _gerund_or_noun(verb)
    if action is None:
        return
    yield action
    for other in conjuncts(action):
        if other.i > action.i and (future_auxiliary(other) is not None or has_to(other)) and _stands_alone(other):
            yield other


def _stands_alone(verb: Token) -> bool:
    """Whether a joined verb is an undertaking of its own: with its own subject."""
    return own_subject(verb) is not None


def _looks_ahead(clause: Token) -> bool:
    """Whether a that-clause lies in the future: "will", "would", or the bare form of an order."""
    return future_auxiliary(clause) is not None or (clause.tag_ == "VB" and not children(clause, "aux"))


def _gerund_or_noun(verb: Token) -> Token | None:
    """What follows "agree on", "commit to", "pledge": a gerund or a noun."""
    for preposition in children(verb, "prep"):
        if preposition.i > verb.i and preposition.lower_ in ("to", "on", "upon", "against", "for"):
            if preposition.lower_ == "for" and not is_one_of(verb, "verbs", "pledge"):
                continue
            inner = first(preposition, "pcomp", "pobj")
            if inner is not None and (is_one_of(verb, "verbs", "agree") or lemma(verb) in ("commit", "decide")):
                return inner
    wanted = first(verb, "dobj")
    if wanted is not None and lemma(verb) in ("pledge", "promise", "vow", "guarantee", "agree"):
        return wanted
    return None


def _be_to(be: Token) -> Iterator[Undertaking]:
    """ "The council is to meet": a schedule."""
    if negation(be) is not None or be.tag_ not in ("VBZ", "VBP", "VBD") or is_unreal(be):
        return
    subject = own_subject(be)
    action = next((c for c in children(be, "xcomp") if has_to(c) and not children(c, *("nsubj",))), None)
    if subject is None or action is None or subject.pos_ == "PRON" or is_one_of(subject, "nouns", "agreement"):
        return
    if any(c.dep_ in ("attr", "acomp") for c in be.children) or action.i - be.i > 3:
        return
    if not (
        subject.ent_type_ or is_one_of(subject, "subjects", "agents") or is_one_of(subject, "subjects", "occasions")
    ):
        return
    yield Undertaking(trigger=be, action=action, subject=subject, kind="schedule", status="announced")


def _of_adjective(adjective: Token) -> Iterator[Undertaking]:
    """ "Ready to", "committed to", "due to meet"."""
    be = adjective.head
    if adjective.dep_ not in ("acomp", "oprd", "xcomp", "ROOT", "ccomp", "conj", "advcl") or adjective.tag_ == "VBD":
        return
    if adjective.dep_ in ("acomp", "oprd", "xcomp"):
        if lemma(be) not in _BE:
            return
        holder = be
    elif first(adjective, "auxpass") is not None:
        holder = adjective
    else:
        return
    ready = is_one_of(adjective, "adjectives", "ready")
    due = is_one_of(adjective, "adjectives", "schedule")
    if not (ready or due) or negation(holder) or negation(adjective) or is_unreal(holder):
        return
    if due and is_one_of(adjective, "verbs", "schedule") and holder == adjective:
        return  # the passive verb "is scheduled" is found as a verb
    action = infinitive(adjective)
    if action is None and ready:
        to = next((c for c in children(adjective, "prep") if c.lower_ == "to"), None)
        action = first(to, "pcomp", "pobj") if to is not None else None
    if action is None and due:
        action = adjective if first(adjective, "prep", "npadvmod", "pobj") is not None else None
    if action is None:
        return
    ongoing = lemma(holder) in ("remain", "stay") or adjective.lower_ == "committed"
    yield Undertaking(
        trigger=holder,
        action=action,
        subject=subject_of(holder),
        kind="schedule" if due else "pledge",
        status="ongoing" if ongoing else "announced",
    )


def _of_noun(noun: Token) -> Iterator[Undertaking]:
    """ "A deal to swap prisoners", "issued an order to stop", "has no plans to leave"."""
    action = next((c for c in children(noun, "acl", "relcl") if has_to(c) and c.i > noun.i), None)
    if action is None or action.i - noun.i > 6 or own_subject(action) not in (None, noun):
        return
    verb = noun.head if noun.dep_ in ("dobj", "attr") else None
    made: tuple[CommitmentKind, CommitmentStatus] | None = None
    if is_one_of(noun, "nouns", "agreement"):
        if verb is not None and is_one_of(verb, "reports", "make"):
            made = "agreement", "agreed"
    elif is_one_of(noun, "nouns", "pledge"):
        if verb is not None and lemma(verb) in _MAKERS:
            made = "pledge", "announced"
    elif is_one_of(noun, "nouns", "threat"):
        if verb is not None and lemma(verb) in _MAKERS:
            made = "threat", "announced"
    elif is_one_of(noun, "nouns", "order") and verb is not None and lemma(verb) in _MAKERS:
        made = "pledge", "announced"
    if made is None or verb is None or negation(verb) is not None or is_unreal(verb):
        return
    yield Undertaking(trigger=verb, action=action, subject=subject_of(verb), kind=made[0], status=made[1])


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
        "show",
    ]
)
