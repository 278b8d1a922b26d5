"""Whether a future verb tells a deed, a day, a state or nothing by itself: small questions about one verb or its subject."""

from spacy.tokens import Token

from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.grammar import (
    children,
    first,
    going_to,
    is_of_a_day,
    names_a_day,
    negation,
    own_subject,
)
from dateline.reading.commitments.words import is_one_of, lemma

TAKEN = frozenset({"action", "measure", "step", "decision", "response"})
"""What is taken against others: "will take measures"."""


def follows_deal(verb: Token) -> bool:
    """Whether the clause tells the terms of a deal that its sentence or the one before it says was made: a mediator may tell them."""
    sentence = verb.sent
    before = verb.doc[sentence.start - 1].sent.start if sentence.start > 0 else sentence.start
    deals = (t for t in verb.doc[before : verb.i] if is_one_of(t, "reports", "agreements"))
    return any(t.dep_ in ("dobj", "nsubjpass") and is_one_of(t.head, "reports", "make") for t in deals)


def refused_going(verb: Token) -> Token | None:
    """The "not" of "is not going to be held"."""
    going = going_to(verb)
    return None if going is None else negation(going)


def waits(verb: Token) -> bool:
    """Whether it "will not begin until" something is done: it is still to come."""
    marks = (*children(verb, "prep"), *(m for c in children(verb, "advcl") for m in children(c, "mark")))
    return any(t.lower_ in ("until", "till", "before", "unless") for t in marks)


def is_on_a_day(verb: Token) -> bool:
    """Whether it "will be on Thursday", not "the first in three years"."""
    said = first(verb, "attr", "acomp")
    dated = said is not None and is_of_a_day(said)
    on = said is None and any(names_a_day(c) for c in children(verb, "prep", "npadvmod", "advmod"))
    return lemma(verb) == "be" and (dated or on)


def is_of_a_place(verb: Token) -> bool:
    led = (first(p, "pobj") for p in children(verb, "prep") if p.lower_ == "in")
    return any(t is not None and t.ent_type_ in ("GPE", "LOC") for t in led)


def is_called_to_account(verb: Token) -> bool:
    """Whether somebody "will be punished", "will be held accountable": said by those in office, a threat."""
    if lemma(verb) == "take":
        subject = own_subject(verb)
        return subject is not None and lemma(subject) in TAKEN and has_condition(verb)
    if lemma(verb) == "hold":
        return any(
            t.lower_ in ("accountable", "responsible", "liable") for t in children(verb, "oprd", "acomp", "xcomp")
        )
    return is_one_of(verb, "actions", "punished") and not is_one_of(verb, "actions", "suffered")


MEETS = frozenset(
    {
        "meet",
        "visit",
        "travel",
        "host",
        "attend",
        "convene",
        "vote",
        "arrive",
        "fly",
        "tour",
        "chair",
        "hold",
        "discuss",
        "gather",
        "speak",
        "talk",
        "confer",
        "sit",
        "reconvene",
    }
)
"""What somebody does on a day that is fixed with others."""

_JOURNEYS = frozenset({"visit", "tour", "trip"})


def starts_visit(verb: Token) -> bool:
    """Whether somebody "will start his visit", "will exchange views" with others, "will stop over in" a town."""
    thing = first(verb, "dobj")
    if lemma(verb) == "stop":
        return any(c.lower_ in ("over", "off") for c in children(verb, "prt", "advmod", "prep"))
    if thing is None:
        return False
    return (lemma(verb) in ("start", "begin", "pay", "make") and lemma(thing) in _JOURNEYS) or (
        lemma(verb) == "exchange" and lemma(thing) in ("view", "opinion")
    )


def is_somewhere(verb: Token) -> bool:
    """Whether somebody "will be in the capital on 4 May"."""
    placed = any(c.lower_ in ("in", "at") and not names_a_day(c) for c in children(verb, "prep"))
    return lemma(verb) == "be" and placed and names_a_day(verb) and first(verb, "attr", "acomp") is None


def has_talks(verb: Token) -> bool:
    """Whether somebody "will have meetings with" others."""
    thing = first(verb, "dobj") if lemma(verb) == "have" else None
    with_others = thing is not None and any(c.lower_ == "with" for t in (verb, thing) for c in children(t, "prep"))
    return thing is not None and is_one_of(thing, "subjects", "occasions") and (with_others or names_a_day(verb))


def stays_bound(verb: Token) -> bool:
    """Whether somebody "will stay committed to" something, or "will not be in the lead"."""
    if lemma(verb) not in ("be", "remain", "stay"):
        return False
    until = any(c.lower_ in ("until", "till") for c in children(verb, "prep")) and lemma(verb) != "be"
    office = lemma(verb) == "be" and first(verb, "attr") is not None and names_a_day(verb)
    if until or (office and any(c.lower_ in ("until", "till") for c in (*children(verb, "prep"), *_below(verb)))):
        return True  # "will stay until May", "will be governor until 2020"
    bound = any(c.lower_ == "committed" for c in children(verb, "acomp", "oprd", "xcomp"))
    apart = negation(verb) is not None and any(c.lower_ in ("in", "among") for c in children(verb, "prep"))
    return bound or (apart and lemma(verb) == "be" and first(verb, "attr", "acomp") is None)


def _below(verb: Token) -> list[Token]:
    """The prepositions that hang on what somebody will be."""
    return [p for thing in children(verb, "attr") for p in children(thing, "prep")]


def settles(verb: Token) -> bool:
    """Whether a deal "would end the war": what is to come of it."""
    things = children(verb, "dobj")
    if any(t.tag_ == "JJS" for thing in things for t in children(thing, "amod")):
        return True  # "would create the world's largest fleet"
    return lemma(verb) == "end" and any(is_one_of(t, "actions", "strife") for t in things)


def lasts(verb: Token) -> bool:
    """Whether a day is given until or by which it is to be so, or of an election: "will be left open until May 6"."""
    if lemma(verb) == "elect" and names_a_day(verb):
        return True
    return any(c.lower_ in ("until", "till", "by") and names_a_day(c) for c in children(verb, "prep"))


def is_bare(verb: Token) -> bool:
    """Whether nothing tells what is done, to what or when, and the verb alone does not: "we will prevail", but "we will retaliate"."""
    listed = ("hostile", "withdrawing", "meeting")
    told = ("dobj", "xcomp", "ccomp", "prep", "prt", "advcl", "npadvmod", "attr", "acomp", "neg", "conj", "dative")
    return not any(is_one_of(verb, "actions", key) for key in listed) and not children(verb, *told)


def takes_charge(verb: Token) -> bool:
    """Whether somebody "will be responsible for" doing something, "in charge of" it."""
    holds = (*children(verb, "acomp", "attr"), *(t for p in children(verb, "prep") for t in children(p, "pobj")))
    return lemma(verb) == "be" and any(t.lower_ in ("responsible", "charge") and first(t, "prep") for t in holds)


def just_happens(verb: Token) -> bool:
    """Whether it "will get lost": what befalls a thing is nobody's plan."""
    return any(lemma(c) == "get" for c in children(verb, "auxpass"))


def may_be_put_off(subject: Token) -> bool:
    """Whether it is held or due on a day, so that whoever delays it puts it off: a vote, a payment's deadline."""
    listed = ("occasions", "provisions", "proposals", "put_off")
    return subject.pos_ == "PRON" or any(is_one_of(subject, "subjects", key) for key in listed)


def says_not_what(verb: Token) -> bool:
    """Whether somebody "will do that", which tells of nothing by itself."""
    thing = first(verb, "dobj")
    if lemma(verb) != "do" or thing is None or thing.lower_ not in ("it", "that", "this", "so"):
        return False
    return not (names_a_day(verb) or has_condition(verb))


def looks_on(verb: Token) -> bool:
    """Whether somebody "will not sit down and let", "will not stand by while", "will stand together": that he minds is all he says."""
    if lemma(verb) not in ("sit", "stand"):
        return False
    if negation(verb) is None:
        return any(c.lower_ in ("together", "shoulder", "side", "united") for c in verb.children)
    return bool(children(verb, "prt", "advmod", "acomp", "conj", "advcl"))


def is_small_agent(subject: Token) -> bool:
    """Whether the subject is a team or office that is told what it will do, not a state or its leader."""
    return subject.pos_ == "NOUN" and is_one_of(subject, "subjects", "teams")
