"""Undertakings by "will" and "would": who may say so, and of what; the rest foretells and is left out."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.deeds import follows_deal
from dateline.reading.commitments.foretold import is_habit, is_unreal_future
from dateline.reading.commitments.grammar import (
    FUTURE,
    ancestors,
    children,
    first,
    future_auxiliary,
    going_to,
    has_perfect,
    is_of_a_day,
    is_passive,
    is_would,
    is_year,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.scene import Scene
from dateline.reading.commitments.speech import Voices
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma

_SHORT = 5
"""Tokens from "or" to the auxiliary behind it, with a short subject between them."""


def find_future(doc: Doc, voices: Voices) -> Iterator[Undertaking]:
    """The clauses with "will", "shall" or "would" that are undertakings, in the order of the text."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass") or _is_joined(verb):
            continue
        aux = future_auxiliary(verb) or going_to(verb)
        if aux is None or has_perfect(verb):
            continue
        undertaking = _undertaking(verb, aux, voices)
        if undertaking is not None:
            yield undertaking
            yield from _remainder(undertaking)


def _is_joined(verb: Token) -> bool:
    """Whether the clause is part of another undertaking.

    So is a conjunct without a subject and a day of its own, and what a relative clause tells of an occasion: "will be
    carried out in the next round, which will be held in May".
    """
    if verb.dep_ == "relcl" and is_passive(verb) and is_one_of(verb.head, "subjects", "occasions"):
        return any(future_auxiliary(head) is not None for _, head in ancestors(verb))
    if verb.dep_ != "conj" or own_subject(verb) is not None:
        return False
    if negation(verb.head) is not None and not children(verb, "aux", "neg") and not _turns_round(verb):
        return True  # "will not sit down and allow it"
    if names_a_day(verb) or _says_will_again(verb):
        return False
    return future_auxiliary(verb.head) is not None


def _says_will_again(verb: Token) -> bool:
    """Whether it has a "will" of its own: "will recall its envoy and will close the port"."""
    again = any(a.lower_ in FUTURE for a in children(verb, "aux")) and not is_passive(verb)
    return again and first(verb, "dobj") is not None


def _is_alternative(verb: Token) -> bool:
    """Whether it is what comes unless something else is done: "has a day to back down or the port will close"."""
    aux = future_auxiliary(verb)
    if verb.dep_ not in ("conj", "parataxis", "ROOT") or aux is None or not verb.sent.start < aux.i <= verb.i:
        return False
    near = list(verb.doc[max(verb.sent.start + 1, aux.i - _SHORT) : aux.i])
    joint = next((t for t in reversed(near) if t.lower_ == "or" or t.pos_ in ("VERB", "PUNCT")), None)
    return joint is not None and joint.lower_ == "or"


def _turns_round(verb: Token) -> bool:
    """Whether "but" stands between it and the verb that it is joined to: "will not leave but stay"."""
    return any(c.lower_ == "but" and c.i < verb.i for c in children(verb.head, "cc"))


def _undertaking(verb: Token, aux: Token, voices: Voices) -> Undertaking | None:
    subject = subject_of(verb)
    if subject is None or is_of_a_day(subject) or is_unreal_future(verb):
        return None  # "planned until 22 March will go ahead": a day does nothing
    speech = voices.at(verb)
    if speech.bystander:
        return None
    if _is_alternative(verb):
        return None
    scene = Scene(verb, subject, speech)
    if is_would(aux) and not _is_told_of_later(verb, scene, voices):
        return None
    if speech.commented and not names_a_day(verb) and not scene.is_proposal:
        return None
    seen = _small_clause(verb)
    if seen is not None and (scene.is_provision or scene.is_proposal):
        return Undertaking(
            trigger=seen,
            action=seen,
            subject=own_subject(seen),
            kind="agreement",
            status="proposed" if scene.is_proposal else "announced",
            shared=True,
            ground=subject,
        )
    if scene.is_contents:
        return Undertaking(
            trigger=verb,
            action=verb,
            subject=subject,
            kind="agreement",
            status="announced",
            shared=True,
            ground=subject,
        )
    if not scene.is_undertaken():
        return None
    return Undertaking(
        trigger=going_to(verb) or verb,
        action=verb,
        subject=subject,
        kind=scene.kind(),
        status="proposed" if scene.is_proposal else scene.status(),
        shared=not scene.lies_with_subject,
    )


def _is_told_of_later(verb: Token, scene: Scene, voices: Voices) -> bool:
    """Whether "would" is the future of what was told, not a mere wish or possibility.

    In somebody's own words it is the mood of what might be, unless it says on what it hangs.
    """
    wished = is_one_of(verb, "unreal", "would") and not is_passive(verb) and not _convokes(verb)
    if is_habit(verb) or _is_without(verb) or wished:
        return False
    if scene.is_proposal or scene.is_provision or scene.is_under_deal:
        return True
    if voices.in_quotation(verb) and voices.in_quotation(scene.subject) and not has_condition(verb):
        return False
    return scene.speech.reported or (scene.has_agent and (_has_near_day(verb) or follows_deal(verb)))


def _convokes(verb: Token) -> bool:
    """Whether it is to call an occasion: "would call a referendum", not "would call it a mistake"."""
    return is_one_of(verb, "verbs", "convoke") and any(
        is_one_of(thing, "subjects", "occasions") for thing in children(verb, "dobj")
    )


def _is_without(verb: Token) -> bool:
    """Whether "without the bill, ..." opens the clause: it tells what would come if something were not done."""
    return any(c.lower_ in ("without", "absent") and c.i < verb.i for c in children(verb, "prep"))


def _has_near_day(verb: Token) -> bool:
    """Whether a day without a year stands with the verb: "would meet later on Thursday" is told of what is still to come."""
    days = [t for t in verb.subtree if t.ent_type_ in ("DATE", "TIME")]
    return bool(days) and not any(is_year(t) for t in days)


def _small_clause(verb: Token) -> Token | None:
    """What the plan "would see troops" do."""
    if lemma(verb) not in ("see", "have", "let"):
        return None
    return next((c for c in children(verb, "ccomp", "xcomp") if own_subject(c) is not None), None)


def _remainder(found: Undertaking) -> Iterator[Undertaking]:
    """A second undertaking of the same parties with its own day: "with the rest departing by 2030"."""
    for start in (found.action, found.action.head):
        for preposition in children(start, "prep"):
            if preposition.lower_ != "with" or preposition.i < found.action.i or preposition.nbor(-1).text != ",":
                continue
            noun = first(preposition, "pobj")
            if noun is not None and is_one_of(noun, "nouns", "aim"):
                continue
            inner = first(preposition, "pcomp") or (first(noun, "acl") if noun is not None else None) or noun
            if inner is None or not names_a_day(inner):
                continue
            yield Undertaking(
                trigger=inner,
                action=inner,
                subject=own_subject(inner) or noun,
                kind=found.kind,
                status=found.status,
                shared=found.shared,
            )
            return
