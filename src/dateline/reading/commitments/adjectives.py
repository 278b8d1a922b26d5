"""Undertakings by "is to meet", "is ready to", "remains committed to", "is due"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.called_off import overtaken
from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.grammar import (
    children,
    first,
    has_perfect,
    has_to,
    infinitive,
    is_agent,
    is_by_a_day,
    is_occasion,
    is_passive,
    is_pluperfect,
    is_told,
    names_a_day,
    negation,
    own_subject,
    subject_of,
    takes_effect,
)
from dateline.reading.commitments.threats import is_harm, strikes_back
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_by_rule, is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_LEARNS = frozenset({"find", "see", "learn", "know", "show", "prove"})

_BE = frozenset({"be", "get", "become", "remain", "stay", "stand"})


def be_to(be: Token) -> Iterator[Undertaking]:
    """The council "is to meet": a schedule."""
    if negation(be) is not None or be.tag_ not in ("VBZ", "VBP", "VBD") or is_unreal(be) or is_by_rule(be):
        return
    subject = subject_of(be) if be.dep_ == "conj" else own_subject(be)
    action = next((c for c in children(be, "xcomp") if has_to(c) and own_subject(c) is None), None)
    if subject is None or action is None or action.i - be.i > 3 or children(be, "attr", "acomp"):
        return
    if has_perfect(action) or any(c.lower_ in ("yet", "still") for t in (be, action) for c in t.children):
        return
    end = subject.right_edge.i if subject.right_edge.i < be.i else subject.i
    if be.dep_ != "conj" and any(t.pos_ in ("VERB", "AUX") for t in be.doc[end : be.i]):
        return  # "what she stresses is to ...": the parse took a clause's subject for the sentence's
    if is_passive(action) and is_one_of(action, "actions", "suffered"):
        return
    if lemma(action) == "blame" or is_one_of(subject, "subjects", "nature"):
        return  # "is to blame"
    if lemma(action) in _LEARNS and first(action, "ccomp") is not None:
        return  # "they met, as they were to find whether ...": what for
    if is_occasion(subject) and not (
        is_agent(subject)
        or is_passive(action)
        or is_one_of(action, "actions", "held")
        or is_one_of(action, "actions", "meeting")
        or lemma(action) in ("take", "go")
    ):
        return  # "the launch was to warn them": what it was for
    if lemma(subject) == "mission" and not is_one_of(action, "actions", "meeting"):
        return  # "the mission was to protect ...": what it was for
    applies = is_one_of(subject, "subjects", "measures") and is_one_of(action, "actions", "begins")
    dated = (
        (is_passive(action) or applies or takes_effect(action))
        and names_a_day(action)
        and subject.pos_ in ("NOUN", "PROPN")
    )
    if dated and not is_agent(subject):  # "the ships are to be returned on Friday"
        yield Undertaking(trigger=be, action=action, subject=subject, kind="schedule", status="announced", shared=True)
    elif (
        is_agent(subject)
        or subject.pos_ == "PROPN"
        or is_occasion(subject)
        or (be.dep_ == "conj" and subject.lower_ == "it")
    ):
        yield Undertaking(trigger=be, action=action, subject=subject, kind="schedule", status="announced")


def of_adjective(adjective: Token) -> Iterator[Undertaking]:
    """Being "ready to", "committed to", "due to meet"."""
    holder = _holder(adjective)
    if holder is None:
        return
    if any(c.tag_ == "WRB" and c.i < holder.i for c in children(holder, "advmod")):
        return  # "when the union is ready to talk"
    required = _is_required_by_a_day(adjective)
    ready = is_one_of(adjective, "adjectives", "ready")
    due = required or is_one_of(adjective, "adjectives", "schedule")
    if any(c.lower_ in ("more", "less", "too", "most", "hardly") for c in children(adjective, "advmod")):
        return
    if not (ready or due) or negation(holder) or negation(adjective) or is_unreal(holder) or not is_told(holder):
        return
    if due and holder == adjective and not required:
        return  # the passive verb "is scheduled" is found as a verb
    subject = subject_of(holder)
    action = infinitive(adjective)
    befalls = action is not None and lemma(action) == "miss"
    if due and subject is not None and (befalls or is_one_of(subject, "subjects", "nature")):
        return  # "heavy snow is set to fall", "the striker is set to miss the match": foretold
    if action is None and ready:
        to = next((c for c in children(adjective, "prep") if c.lower_ in ("to", "in")), None)
        action = first(to, "pcomp") or _agreed_noun(to) if to is not None else None
    dated = names_a_day(adjective) or (adjective.lower_ == "due" and _dated_beside(holder))
    if action is None and due and (is_occasion(subject) or is_agent(subject)) and dated:
        action = adjective if names_a_day(adjective) else holder
    if (
        due
        and holder.dep_ == "advcl"
        and any(m.lower_ in ("before", "after", "when") for m in children(holder, "mark", "advmod"))
    ):
        return  # "days before it was due to be formed"
    if action is None or (
        due and is_pluperfect(holder) and not is_by_a_day(action) and overtaken(holder, action) is None
    ):
        return  # "had been due to expire on Monday": it may be due no more
    if due and not is_agent(subject) and is_one_of(action, "actions", "held") and not names_a_day(adjective):
        return  # "the truce, which was due to end"
    if lemma(action) in ("move", "go", "press", "push") and any(
        c.lower_ in ("forward", "ahead", "on") for c in children(action, "advmod", "prt")
    ):
        return  # "ready to move forward"
    harmful = is_harm(action, "actions", "hostile") or is_one_of(action, "actions", "withdrawing")
    harms = strikes_back(action) or (harmful and has_condition(action))
    ongoing = lemma(holder) in ("remain", "stay") or adjective.lower_ == "committed"
    yield Undertaking(
        trigger=holder,
        action=action,
        subject=subject,
        kind="schedule" if due else "threat" if harms and negation(action) is None else "pledge",
        status="ongoing" if ongoing else "announced",
    )


def _holder(adjective: Token) -> Token | None:
    """The "is" or "remains" that the adjective completes; a participle holds itself."""
    if adjective.dep_ in ("acomp", "oprd", "xcomp"):
        return adjective.head if lemma(adjective.head) in _BE else None
    auxiliary = first(adjective, "auxpass") if adjective.tag_ == "VBN" else None
    if auxiliary is not None:
        return adjective if auxiliary.lower_ != "being" else None  # "is being prepared to": by others
    return None


def _is_required_by_a_day(participle: Token) -> bool:
    """Whether somebody "is required to rule by Friday"."""
    action = infinitive(participle) if participle.lower_ in ("required", "obliged", "obligated") else None
    return action is not None and is_by_a_day(action)


def _dated_beside(holder: Token) -> bool:
    """Whether a day stands with "is": "is due in Lesk on Monday", where the parse hangs the day on "is"."""
    return any(names_a_day(c) for c in children(holder, "prep", "npadvmod"))


def _agreed_noun(to: Token) -> Token | None:
    noun = first(to, "pobj")
    if noun is None:
        return None
    listed = is_one_of(noun, "reports", "agreements") or is_one_of(noun, "reports", "undertakings")
    return noun if listed else None
