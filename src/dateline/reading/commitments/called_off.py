"""What became of a plan by the words around it: put off, called off, failed, or no more what it was."""

from spacy.tokens import Token

from dateline.model import CommitmentStatus
from dateline.reading.commitments.grammar import (
    ancestors,
    children,
    first,
    future_auxiliary,
    is_agent,
    is_passive,
    names_a_day,
    negation,
)
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_DELAYS = frozenset({"delay", "postponement", "cancellation", "suspension"})


def is_pushed(verb: Token, thing: Token) -> bool:
    """Whether a day is "pushed back", "moved to April"."""
    if not is_one_of(verb, "reports", "shift"):
        return False
    led = [*children(verb, "prep", "prt", "advmod"), *children(thing, "prep")]
    return any(c.lower_ == "back" or (c.lower_ in ("to", "until", "till", "from") and names_a_day(c)) for c in led)


def is_of_called_off(clause: Token) -> bool:
    """Whether "the strike planned for May", "who was to meet her" tells a plan that the sentence goes on to call off, and tells as that already."""
    for token in (clause, *(head for _, head in ancestors(clause))):
        if token.pos_ in ("NOUN", "PROPN"):
            return False
        if token.dep_ not in ("acl", "relcl"):
            continue
        thing = token.head
        above = thing.head.head if thing.dep_ == "pobj" else thing
        if any(lemma(t) in _DELAYS for t in (above, above.head.head if above.dep_ == "pobj" else above)):
            return True  # "announced a delay in the second round of talks scheduled for May"
        lifeless = clause.lower_ in ("was", "were", "set", "due", "scheduled") and not is_agent(thing)
        if token.tag_ != "VBN" and not (lifeless or is_one_of(thing, "subjects", "occasions") or thing.dep_ == "nsubj"):
            return False
        above = thing
        while above.dep_ == "pobj" and above.head.dep_ == "prep":
            above = above.head.head  # "is suspending a fee on boats from Norland that was set to rise"
        verb = above.head if above.dep_ in ("dobj", "nsubjpass", "nsubj") else above
        verb = next((c for c in children(verb, "acomp") if is_passive(c)), verb)
        likely = (c for a in children(verb, "acomp") for c in children(a, "xcomp"))  # "are likely to be delayed"
        verb = next((c for c in likely if is_stopped(c)), verb)
        return (is_stopped(verb) or is_pushed(verb, thing)) and negation(verb) is None
    return False


def may_be_no_more(plan: Token, action: Token) -> bool:
    """Whether something "was scheduled", "was due", and this sentence or the one before it tells of a delay.

    Not where the clause itself goes on to tell what became of it, see `overtaken`.
    """
    past = plan.lower_ in ("was", "were") or any(c.lower_ in ("was", "were") for c in children(plan, "auxpass"))
    if not past or overtaken(plan, action) is not None:
        return False
    behind = plan.doc[action.i : plan.sent.end]
    if any(t.lower_ == "instead" or (t.lower_ == "now" and future_auxiliary(t.head) is not None) for t in behind):
        return True  # "was set to pay 5, but will now pay 9"
    sentence = plan.sent
    before = plan.doc[sentence.start - 1].sent if sentence.start > 0 else sentence
    told = (t for t in plan.doc[before.start : sentence.end] if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN", "VBZ"))
    nouns = (t for t in plan.doc[before.start : sentence.end] if t.pos_ == "NOUN" and lemma(t) in _DELAYS)
    if any(first(t, "det") is not None and t.dep_ in ("dobj", "nsubj", "nsubjpass") for t in nouns):
        return True  # "announced a 90-day delay"
    ends = is_one_of(action, "actions", "ends") or lemma(action) == "end"
    return any(
        (is_stopped(t) or (ends and is_one_of(t, "reports", "extend"))) and negation(t) is None and _is_of_a_thing(t)
        for t in told
    )


def is_strike_called_off(trigger: Token, action: Token) -> bool:
    """Whether a strike that somebody "had said" they would begin is told elsewhere as called off."""
    strikes = is_one_of(action, "repeats", "strikes") or any(
        is_one_of(t, "repeats", "strikes") for t in children(action, "dobj")
    )
    teller = trigger.head
    before = trigger.dep_ == "ccomp" and any(lemma(a) == "have" and a.tag_ == "VBD" for a in children(teller, "aux"))
    if not strikes or not before:
        return False
    ended = (t for t in trigger.doc if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN") and is_stopped(t))
    return any(is_one_of(c, "repeats", "strikes") for t in ended for c in children(t, "dobj", "nsubjpass"))


def is_turned_down(action: Token) -> bool:
    """Whether the sentence goes on to tell that others rejected what was offered: "would pay 5 crowns, which the union rejected"."""
    after = action.doc[action.i + 1 : action.sent.end]
    if any(
        t.lower_ == "but" and t.i + 3 < len(t.doc) and t.doc[t.i + 1 : t.i + 4].text.lower() == "in the end"
        for t in after
    ):
        return True  # "threatened to leave, but in the end they could not"
    behind = (t for t in after if t.dep_ in ("relcl", "advcl"))
    return any(
        is_one_of(t, "unreal", "turns_down")
        and any(c.lower_ == "which" for v in (t, *children(t, "conj")) for c in children(v, "dobj"))
        for t in behind
    )


def _is_of_a_thing(verb: Token) -> bool:
    """Whether a thing is what is delayed or called off, not a member that is suspended."""
    thing = first(verb, "nsubjpass", "dobj")
    return thing is None or (thing.pos_ != "PROPN" and not is_agent(thing))


def is_stopped(verb: Token) -> bool:
    """Whether the verb calls off or puts off what was planned."""
    return is_called_off(verb) or is_one_of(verb, "reports", "call_off") or is_one_of(verb, "reports", "postpone")


def overtaken(trigger: Token, action: Token) -> CommitmentStatus | None:
    """What became of a plan by the same sentence: "was to open on Friday but was delayed", "planned to go, but dropped the idea"."""
    past = trigger.tag_ in ("VBD", "VBN") and not any(
        t.tag_ in ("VBZ", "VBP") for t in children(trigger, "aux", "auxpass")
    )
    heads = dict.fromkeys((trigger, action))
    if past and (delayed := _gave_way(trigger)) is not None:
        return delayed
    if not past or not any(c.lower_ == "but" for head in heads for c in children(head, "cc")):
        return None
    for verb in (c for head in heads for c in children(head, "conj")):
        if verb.i > trigger.i and verb.tag_ in ("VBD", "VBN") and lemma(verb) == "fail":
            return "violated"  # "agreed to pay by May but failed to"
        if verb.i < trigger.i or negation(verb) is not None or is_unreal(verb):
            continue
        if is_one_of(verb, "reports", "postpone") or (
            is_one_of(verb, "reports", "shift") and first(verb, "dobj") is None
        ):
            return "postponed"
        if is_called_off(verb) or is_one_of(verb, "reports", "call_off") or _gives_in(verb):
            return "ended"
    return None


def _gave_way(trigger: Token) -> CommitmentStatus | None:
    """What became of a threat "before agreeing to a delay", "before backing down"."""
    led = (
        t
        for v in (trigger, *children(trigger, "xcomp"))
        for p in children(v, "prep")
        if p.lower_ == "before"
        for t in children(p, "pcomp")
    )
    for deed in led:
        if lemma(deed) == "agree":
            return "postponed" if any(lemma(t) in _DELAYS for t in deed.subtree) else "ended"
        if _gives_in(deed) or is_called_off(deed):
            return "ended"
    return None


def _gives_in(verb: Token) -> bool:
    """Whether somebody "changed his mind", "backed down", "relented"."""
    minds = any(lemma(t) == "mind" for t in children(verb, "dobj"))
    back = lemma(verb) == "back" and any(c.lower_ in ("down", "off") for c in verb.children)
    return (lemma(verb) == "change" and minds) or back or lemma(verb) == "relent"


def is_called_off(verb: Token) -> bool:
    """Whether the verb is "call off"."""
    return lemma(verb) == "call" and any(c.lower_ == "off" for c in children(verb, "prt"))
