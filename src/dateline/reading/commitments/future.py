"""Undertakings by "will" and "would": who may say so, and of what; the rest foretells and is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import (
    SUBJECTS,
    ancestors,
    children,
    first,
    future_auxiliary,
    has_perfect,
    is_passive,
    is_unreal,
    is_would,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.speech import Speech, Voices
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import condition_words, is_one_of, lemma

_FIRST_PERSON = ("i", "we")
_PERSONAL = (*_FIRST_PERSON, "he", "she", "they", "who")


def find_future(doc: Doc, voices: Voices) -> Iterator[Undertaking]:
    """The clauses with "will", "shall" or "would" that are undertakings, in the order of the text."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        aux = future_auxiliary(verb)
        if aux is None or has_perfect(verb):
            continue
        undertaking = _undertaking(verb, aux, voices)
        if undertaking is not None:
            yield undertaking
            yield from _remainder(undertaking)


def _undertaking(verb: Token, aux: Token, voices: Voices) -> Undertaking | None:
    subject = subject_of(verb)
    if subject is None or (verb.dep_ == "advcl" and _is_time_clause(verb)):
        return None
    speech = voices.at(verb)
    if speech.bystander or _is_unreal_future(verb):
        return None
    if is_would(aux) and not (speech.reported or _is_proposal(subject) or _is_provision(subject)):
        return None
    scene = _Scene(verb, aux, subject, speech)
    sees = _small_clause(verb)
    if sees is not None and (_is_provision(subject) or _is_proposal(subject)):
        return Undertaking(
            trigger=sees, action=sees, subject=own_subject(sees), kind="agreement", status=scene.status(), shared=True
        )
    if not scene.is_undertaken():
        return None
    return Undertaking(
        trigger=verb,
        action=verb,
        subject=subject,
        kind=scene.kind(),
        status=scene.status(),
        shared=is_passive(verb) or not scene.has_agent,
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """A future verb, its auxiliary, its subject, and who says it."""

    verb: Token
    aux: Token
    subject: Token
    speech: Speech

    @property
    def has_agent(self) -> bool:
        """Whether the subject is one who can undertake."""
        subject = self.subject
        if subject.lower_ in _PERSONAL:
            return True
        if subject.pos_ == "PRON":
            return subject.lower_ == "it" and self.speech.means_an_actor(subject)
        if is_one_of(subject, "subjects", "occasions"):
            return False
        if subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP", "FAC"):
            return True
        return is_one_of(subject, "subjects", "agents")

    @property
    def is_occasion(self) -> bool:
        """Whether the subject is a meeting, vote or the like."""
        return is_one_of(self.subject, "subjects", "occasions")

    def is_undertaken(self) -> bool:
        """Whether somebody undertakes this, rather than foretells it."""
        verb = self.verb
        word = lemma(verb)
        if any(c.lower_ in _GUESSES for c in verb.children if c.dep_ == "advmod"):
            return False
        if is_passive(verb):
            return not is_one_of(verb, "actions", "suffered") and verb.tag_ == "VBN" and self.speech.may_schedule
        if self.is_occasion:
            return word in _HELD or (word == "be" and _has_day(verb))
        if _is_proposal(self.subject) or _is_provision(self.subject):
            return not is_one_of(verb, "actions", "foretold") or word in _PROVIDES
        if not self.has_agent:
            return False
        if self.speech.foreign and not is_one_of(verb, "actions", "meeting"):
            return False
        if is_one_of(verb, "actions", "foretold"):
            if not is_one_of(verb, "actions", "undertaken_by_agents"):
                return False
            thing = first(verb, "dobj", "attr", "oprd", "acomp")
            return not (thing is not None and (is_one_of(thing, "actions", "idle_objects") or thing.pos_ == "ADJ"))
        return True

    def kind(self) -> CommitmentKind:
        """Threat, schedule or pledge."""
        verb = self.verb
        conditional = _has_condition(verb)
        if is_passive(verb) or self.is_occasion or not self.has_agent:
            return "pledge" if _is_proposal(self.subject) else "schedule"
        if negation(verb) is None:
            if is_one_of(verb, "actions", "hostile"):
                return "threat"
            if is_one_of(verb, "actions", "withdrawing") and (conditional or lemma(verb) in ("respond", "react")):
                return "threat"
        elif conditional and is_one_of(verb, "actions", "withheld"):
            return "threat"
        if self.speech.warns and self.speech.own:
            return "threat"
        if lemma(verb) in _MEETS and negation(verb) is None:
            return "schedule"
        if _is_schedule_verb(verb) and not self.speech.own and negation(verb) is None:
            return "schedule"
        return "pledge"

    def status(self) -> CommitmentStatus:
        """Proposed where a draft says it; denied where it is denied; else announced."""
        if _is_proposal(self.subject):
            return "proposed"
        return "denied" if self.speech.denied else "announced"


_HELD = frozenset(
    [
        "begin",
        "start",
        "open",
        "resume",
        "take",
        "continue",
        "convene",
        "last",
        "conclude",
        "end",
        "close",
        "focus",
        "cover",
        "include",
    ]
)
_PROVIDES = frozenset(
    [
        "include",
        "require",
        "allow",
        "see",
        "force",
        "end",
        "reduce",
        "give",
        "put",
        "keep",
        "continue",
        "increase",
        "boost",
        "help",
    ]
)
_MEETS = frozenset(
    [
        "meet",
        "visit",
        "travel",
        "host",
        "attend",
        "convene",
        "vote",
        "arrive",
        "fly",
        "brief",
        "tour",
        "chair",
        "hold",
        "discuss",
    ]
)
_GUESSES = frozenset(
    [
        "likely",
        "probably",
        "possibly",
        "perhaps",
        "maybe",
        "presumably",
        "hopefully",
        "inevitably",
        "surely",
        "eventually",
        "undoubtedly",
        "certainly",
        "naturally_",
        "definitely_",
        "soon_",
    ]
)


def _is_schedule_verb(verb: Token) -> bool:
    return is_one_of(verb, "actions", "meeting")


def _is_proposal(subject: Token) -> bool:
    return is_one_of(subject, "subjects", "proposals")


def _is_provision(subject: Token) -> bool:
    return is_one_of(subject, "subjects", "provisions")


def _has_day(verb: Token) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree)


def _has_condition(verb: Token) -> bool:
    for child in verb.children:
        if child.lower_ in condition_words("otherwise"):
            return True
        if child.dep_ == "advcl" and any(
            m.lower_ in condition_words("conditional_marks") for m in children(child, "mark")
        ):
            return True
    return False


def _is_time_clause(verb: Token) -> bool:
    return any(m.lower_ in condition_words("conditional_marks") for m in children(verb, "mark"))


def _is_unreal_future(verb: Token) -> bool:
    """Whether a future clause is only hoped, feared, asked or guessed: its governor or a relative clause says so."""
    if is_unreal_question(verb):
        return True
    for child, head in ancestors(verb):
        if child.dep_ in ("ccomp", "pcomp", "advcl", "xcomp", "acl") and is_one_of(head, "unreal", "governors"):
            return True
        if child.dep_ in ("ccomp", "acl") and head.pos_ == "ADJ":
            return True
        if child.dep_ in ("acl", "relcl") and is_one_of(head, "unreal", "governors"):
            return True
        if child.dep_ == "ccomp" and any(m.lower_ in ("whether", "if") for m in children(child, "mark")):
            return True
        if child.dep_ == "ccomp" and any(c.tag_ in ("WRB", "WP") and c.i < child.i for c in child.children):
            return True
        if child.dep_ == "advcl" and any(m.lower_ == "if" for m in children(child, "mark")):
            return True
    return False


def is_unreal_question(verb: Token) -> bool:
    """Whether the sentence asks."""
    return any(t.text == "?" for t in list(verb.sent)[-3:])


def _small_clause(verb: Token) -> Token | None:
    """ "leave" of "would see hundreds of troops leave"."""
    if lemma(verb) not in ("see", "have", "let"):
        return None
    return next((c for c in children(verb, "ccomp", "xcomp") if own_subject(c) is not None), None)


def _remainder(found: Undertaking) -> Iterator[Undertaking]:
    """ "..., with the rest departing by 2030": a second undertaking of the same parties, with its own day."""
    for start in (found.action, found.action.head):
        for preposition in children(start, "prep"):
            if preposition.lower_ != "with" or preposition.i < found.action.i:
                continue
            inner = first(preposition, "pcomp")
            if inner is None:
                noun = first(preposition, "pobj")
                inner = first(noun, "acl") if noun is not None else None
            if inner is None or inner.tag_ not in ("VBG", "VBN") or not _has_day(inner):
                continue
            subject = own_subject(inner) or first(preposition, "pobj")
            yield Undertaking(
                trigger=inner,
                action=inner,
                subject=subject,
                kind=found.kind,
                status=found.status,
                shared=found.shared,
            )
            return


__all__ = ["SUBJECTS", "find_future", "is_unreal"]
