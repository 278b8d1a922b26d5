"""Undertakings told in the present: "is sending advisers", "is visiting Lesk on Monday", "we do not negotiate under threat"."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.due import Times
from dateline.reading.commitments.grammar import (
    FUTURE,
    SUBJECTS,
    children,
    first,
    infinitive,
    is_agent,
    is_occasion,
    is_passive,
    names_a_day,
    negation,
    subject_of,
)
from dateline.reading.commitments.speech import Voices
from dateline.reading.commitments.threats import is_harm, strikes_back
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_SELF = frozenset({"i", "we"})
_NAMED = frozenset({"GPE", "ORG", "NORP", "PERSON"})
_ALREADY = frozenset({"already", "currently", "now", "still", "increasingly", "slowly", "gradually", "reportedly"})
_NEAR = 3
_RACES = frozenset({"ahead", "behind", "away"})
"""How a race goes: "is pulling ahead in the polls"."""
_SINCE = frozenset({"since", "for", "in"})


def find_under_way(doc: Doc, voices: Voices, times: Times, published: date | None) -> Iterator[Undertaking]:
    """What somebody is doing by his own decision, is doing on a day to come, or does not do, in the order of the text."""
    for verb in doc:
        if verb.pos_ != "VERB" or is_passive(verb):
            continue
        effort = _effort(verb)
        if effort is not None or _expects(verb):
            yield from _begun(verb, effort, voices)
        elif _is_progressive(verb):
            yield from _progressive(verb, voices, times, published)
        elif verb.tag_ in ("VB", "VBZ", "VBP") and negation(verb) is not None:
            yield from _refused(verb, voices)


def _effort(verb: Token) -> Token | None:
    """What somebody "makes efforts to", "is making every effort to" do."""
    thing = first(verb, "dobj") if lemma(verb) == "make" and verb.tag_ in ("VBZ", "VBP", "VBG") else None
    if thing is None or lemma(thing) != "effort" or (verb.tag_ == "VBG" and not children(verb, "aux")):
        return None
    return infinitive(thing) or infinitive(verb)


def _expects(verb: Token) -> bool:
    """Whether somebody expects to do something himself: "said it expected to start"."""
    action = infinitive(verb) if lemma(verb) == "expect" else None
    return (
        action is not None
        and action.dep_ == "xcomp"
        and first(action, *SUBJECTS) is None
        and action.i - verb.i <= _NEAR
    )


def _begun(verb: Token, effort: Token | None, voices: Voices) -> Iterator[Undertaking]:
    """What somebody is at work on, or says that he himself expects to do."""
    subject, action = subject_of(verb), effort or infinitive(verb)
    if subject is None or action is None or negation(verb) is not None or is_unreal(verb):
        return
    speech = voices.at(verb)
    acts = is_agent(subject) or (subject.lower_ == "it" and speech.means_a_body(subject))
    if speech.bystander or not acts or not _decides(subject):
        return
    if effort is None and (not speech.own or is_one_of(action, "actions", "foretold")):
        return  # "the team expects to win": foretold
    status: CommitmentStatus = "announced" if effort is None else "ongoing"
    yield Undertaking(trigger=verb, action=action, subject=subject, kind="pledge", status=status)


def _is_progressive(verb: Token) -> bool:
    """Whether it is "is doing", "are doing", or "was doing" under what somebody said; not "will be doing"."""
    auxiliaries = children(verb, "aux")
    if verb.tag_ != "VBG" or not auxiliaries or verb.lower_ == "going":
        return False
    if any(a.lower_ in FUTURE or a.tag_ in ("MD", "VBN", "VB", "TO") for a in auxiliaries):
        return False
    present = any(lemma(a) == "be" and a.tag_ in ("VBZ", "VBP") for a in auxiliaries)
    past = any(lemma(a) == "be" and a.tag_ == "VBD" for a in auxiliaries)
    told = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and is_one_of(verb.head, "verbs", "tell")
    return present or (past and told)


def _progressive(verb: Token, voices: Voices, times: Times, published: date | None) -> Iterator[Undertaking]:
    subject = subject_of(verb)
    if subject is None or verb.dep_ in ("advcl", "acl") or is_unreal(verb):
        return
    speech = voices.at(verb)
    if speech.bystander:
        return
    acts = is_agent(subject) or (subject.lower_ in ("it", "which") and speech.means_a_body(subject))
    if negation(verb) is not None:
        yield from _refused(verb, voices)
        return
    if (acts or is_occasion(subject)) and _is_to_come(verb, times, published):
        decided = is_one_of(verb, "actions", "decided")
        planned = is_one_of(verb, "actions", "meeting") or is_occasion(subject)
        if planned or decided:
            kind: CommitmentKind = "pledge" if decided else "schedule"
            yield Undertaking(trigger=verb, action=verb, subject=subject, kind=kind, status="announced")
        return
    beside = [c.lower_ for c in children(verb, "advmod")]
    led = any(c.lower_ in _SINCE and names_a_day(c) for c in children(verb, "prep"))
    if not acts or led or any(word in _ALREADY for word in beside) or not is_one_of(verb, "actions", "decided"):
        return
    if not (_decides(subject) or (speech.own and subject.lower_ in (*_SELF, "it", "he", "she"))):
        return
    if first(verb, "dobj", "prep", "prt", "advmod", "xcomp") is None or any(word in _RACES for word in beside):
        return
    threatens = is_harm(verb, "actions", "hostile") or strikes_back(verb)
    yield Undertaking(
        trigger=verb, action=verb, subject=subject, kind="threat" if threatens else "pledge", status="announced"
    )


def _decides(subject: Token) -> bool:
    """Whether it is a state, body or office that acts by decision; troops and rebels on the move do not."""
    if is_one_of(subject, "subjects", "armed") or is_one_of(subject, "subjects", "in_arms"):
        return False
    return subject.ent_type_ in _NAMED or is_agent(subject) or subject.lower_ == "it"


def _is_to_come(verb: Token, times: Times, published: date | None) -> bool:
    """Whether its day is still to come; where the article has no day, whether a day is named at all."""
    if published is None:
        return names_a_day(verb) and not any(t.lower_ in ("today", "now", "currently") for t in verb.subtree)
    due = times.due(verb, verb)
    return due is not None and due.start is not None and due.start > published


def _refused(verb: Token, voices: Voices) -> Iterator[Undertaking]:
    """What somebody says that his own side does not do: "we do not negotiate under threat", "the council is not seeking war"."""
    if not is_one_of(verb, "actions", "refused") or first(verb, *SUBJECTS) is None or is_unreal(verb):
        return
    subject = subject_of(verb)
    speech = voices.at(verb)
    if subject is None or speech.bystander or not is_agent(subject):
        return
    if subject.lower_ == "i" or not (subject.lower_ == "we" or (speech.own and _decides(subject))):
        return
    if first(verb, "dobj", "prep", "xcomp", "ccomp") is None:
        return
    yield Undertaking(trigger=verb, action=verb, subject=subject, kind="pledge", status="announced")
