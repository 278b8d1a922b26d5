"""Reports on what was undertaken before: made, approved, kept, broken, extended, put off, called off, left."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.actors.mediating import mediates
from dateline.reading.commitments.called_off import is_called_off, is_pushed
from dateline.reading.commitments.grammar import (
    SUBJECTS,
    ancestors,
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    is_passive,
    is_year,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.kept import failure_of, find_kept
from dateline.reading.commitments.measures import of_measure
from dateline.reading.commitments.standing import (
    holding,
    in_force,
    is_owed,
    is_treaty,
    led_to,
    left_by,
    over,
    still_holds,
)
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.pacts import is_acronym, named_pacts

_WAITS = frozenset(("until", "till", "unless", "if", "whether"))
_PREPOSITIONAL = frozenset(
    ["withdraw", "pull", "comply", "abide", "adhere", "renege", "walk", "deliver", "exit", "enter"]
)
_NEAR = 6
"""Tokens behind a resolution in which a participle says what it asks for, with a day between them."""
_TELLS = frozenset(["announce", "declare", "confirm", "order"])


def find_reports(doc: Doc) -> Iterator[Undertaking]:
    """The clauses that tell what became of an earlier undertaking, in the order of the text."""
    treaties = named_pacts(doc)
    resumed = frozenset(lemma(t) for verb in doc if _has_resumed(verb) for t in children(verb, "dobj"))
    for verb in doc:
        if verb.pos_ == "VERB" and future_auxiliary(verb) is None and _is_told(verb):
            yield from (one for one in _report(verb, treaties) if not _goes_on(one, resumed))
        if verb.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBD", "VBN"):
            yield from in_force(verb)
            yield from over(verb)
        if verb.pos_ == "NOUN":
            yield from left_by(verb, treaties)
        if verb.pos_ == "VERB":
            yield from holding(verb)
            yield from find_kept(verb)
            yield from of_measure(verb)


def _has_resumed(verb: Token) -> bool:
    """Whether it tells that somebody "has resumed" something."""
    return is_one_of(verb, "reports", "resume") and verb.tag_ in ("VBD", "VBN") and negation(verb) is None


def _goes_on(found: Undertaking, resumed: frozenset[str]) -> bool:
    """Whether what was put off or called off is told as resumed elsewhere: "have resumed a strike that was suspended"."""
    things = children(found.action, "dobj", "nsubjpass")
    return found.status in ("postponed", "ended") and any(lemma(t) in resumed for t in things)


def _is_told(verb: Token) -> bool:
    if negation(verb) is not None:
        return False
    if has_to(verb) or verb.tag_ == "VB":
        failed = failure_of(verb)
        return failed is not None and not is_unreal(failed)
    of_some = verb.head.dep_ == "pobj" and own_subject(verb) == verb.head and is_agent(verb.head)
    if (
        verb.dep_ == "relcl"
        and (of_some or verb.head.dep_ == "attr")
        and any(c.lower_ in ("a", "an") for c in verb.head.children)
    ):
        return False  # "was a man who kept his promises"
    if verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ") and not children(verb, *SUBJECTS, "aux", "auxpass"):
        return False  # torn from its subject: "said they would go after weeks of talks | ended a truce"
    if verb.tag_ == "VBG" and not any(lemma(a) == "be" for a in children(verb, "aux")):
        return False
    return not is_unreal(verb) and not _is_awaited(verb)


def _is_awaited(verb: Token) -> bool:
    """Whether it is only what something else waits for or hangs on: "will not leave until it finds that they keep to the deal"."""
    bare = verb.tag_ == "VBG" and children(verb, "aux") and not children(verb, "nsubj")
    torn = bool(bare) and (verb.dep_ == "ccomp" or (verb.dep_ == "conj" and verb.head.tag_ == "VB"))
    return (
        torn
        or any(  # "would not leave until it found the rebels | were keeping to it": the clause is torn from its head
            child.dep_ == "advcl" and any(m.lower_ in _WAITS for m in children(child, "mark", "advmod"))
            for child, _ in ancestors(verb)
        )
    )


def _report(verb: Token, treaties: frozenset[str]) -> Iterator[Undertaking]:
    failed = failure_of(verb)
    if _is_general(verb):
        return
    for thing in _objects(verb):
        became = _became(verb, thing, treaties)
        if became is None or any(c.lower_ in ("no", "any") for c in children(thing, "det")):
            continue
        if failed is not None:
            if became[1] != "fulfilled":
                return
            became = became[0], "violated"
        if became[1] == "fulfilled" and any(is_one_of(c, "reports", "in_part") for c in children(verb, "advmod")):
            return
        if became[1] == "agreed" and still_holds(verb, thing):
            became = became[0], "ongoing"
        subject = None if lemma(verb) == "broker" else _agent_or_subject(verb, thing)
        if _is_of_the_past(verb, became) or (subject is not None and _is_paper(subject, verb)):
            return
        yield Undertaking(
            trigger=failed or verb,
            action=_planned(verb, thing),
            subject=subject,
            kind=became[0],
            status=became[1],
            shared=subject is None,
            told=True,
        )
        return


def _is_of_the_past(verb: Token, became: Made) -> bool:
    """Whether it only tells in what year a pact was made: "signed the deal in July 2015"."""
    when = children(verb, "prep", "npadvmod")
    year = any(is_year(t) for c in when for t in c.subtree if t.ent_type_ == "DATE")
    return year and became == ("agreement", "agreed") and is_one_of(verb, "reports", "make")


def _is_paper(subject: Token, verb: Token) -> bool:
    """Whether a paper does it: "the resolution, which endorsed the deal"."""
    if verb.dep_ == "advcl" and any(m.lower_ == "when" for m in children(verb, "advmod", "mark")):
        return is_one_of(verb, "reports", "approve")  # "when the council adopted it": told of before
    named = (subject, *children(subject, "compound", "nmod"))
    return is_one_of(verb, "reports", "approve") and any(is_one_of(t, "reports", "acts") for t in named)


def _planned(verb: Token, plan: Token) -> Token:
    """What a plan that is approved "will" do, told with it; else the verb."""
    if not is_one_of(verb, "reports", "approve") or not is_one_of(plan, "reports", "acts"):
        return verb
    return next((c for c in children(plan, "relcl") if future_auxiliary(c) is not None), verb)


def _is_general(verb: Token) -> bool:
    """Whether the present tells what should be or ever is, not what became of it: "when a party breaks its word"."""
    present = any(t.tag_ in ("VBZ", "VBP") and lemma(t) != "have" for t in (verb, *children(verb, "aux", "auxpass")))
    if not present or any(lemma(t) == "have" for t in children(verb, "aux")):
        return False
    if verb.dep_ == "advcl" or (verb.dep_ == "relcl" and is_passive(verb)):
        return True  # "the pact, which is brokered by the league"
    return verb.dep_ == "ccomp" and verb.i > verb.head.i and not is_one_of(verb.head, "verbs", "tell")


def _objects(verb: Token) -> Iterator[Token]:
    """What the verb does something to: its object, the subject of a passive, or what "from", "out of", "with" leads to."""
    if is_passive(verb):
        subject = subject_of(verb) if verb.dep_ == "acomp" else own_subject(verb)
        if subject is not None:
            yield subject
        return
    if is_called_off(verb):  # the parse may take the particle for a preposition
        yield from (t for c in children(verb, "prt") for t in children(c, "pobj"))
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return
    direct = _whole(first(verb, "dobj"))
    if lemma(verb) in _PREPOSITIONAL:
        for holder in (verb, direct):
            if holder is not None:
                yield from led_to(holder)
    if direct is not None:
        yield direct


def _whole(thing: Token | None) -> Token | None:
    """The "races" of "most of its races"."""
    part = thing is not None and (lemma(thing) in _PARTS or is_one_of(thing, "subjects", "counts"))
    if thing is None or not part:
        return thing
    of = next((c for c in children(thing, "prep") if c.lower_ == "of"), None)
    return (first(of, "pobj") if of is not None else None) or thing


_PARTS = frozenset(
    {"day", "week", "wave", "most", "some", "all", "many", "one", "part", "half", "rest", "several", "both"}
)


def _became(verb: Token, thing: Token, treaties: frozenset[str]) -> Made | None:
    """The kind and status that the verb gives to a treaty, a promise or an occasion; None where it gives none."""
    treaty = is_one_of(thing, "reports", "agreements") or thing.text in treaties
    if treaty and is_one_of(thing, "reports", "truces") and is_one_of(verb, "reports", "announce"):
        subject = subject_of(verb)
        if is_one_of(verb, "reports", "announce") and any(
            c.lower_ in ("the", "this", "that") for c in children(thing, "det")
        ):
            return None  # "announced the truce at a briefing": who made it, is told elsewhere
        if subject is not None and mediates(subject):
            return None
        several = subject is not None and (bool(subject.conjuncts) or subject.tag_ == "NNS" or subject.lower_ == "they")
        between = several or any(c.lower_ == "between" for c in children(thing, "prep"))
        alone = any(c.lower_ == "unilateral" for c in children(thing, "amod"))
        return ("agreement", "agreed") if between and not alone else ("pledge", "announced")
    if treaty:
        return _treaty_became(verb)
    halted = is_one_of(verb, "reports", "postpone") or lemma(verb) == "freeze"
    if is_one_of(thing, "reports", "part_in") and halted:
        of_treaty = any(is_treaty(t, treaties) for holder in (thing, verb) for t in _led_into(holder))
        return ("agreement", "postponed") if of_treaty else None
    if lemma(verb) == "sign" and lemma(thing) == "plan" and thing.pos_ == "PROPN":
        return "agreement", "agreed"  # "signed the Plan of Action"
    if is_one_of(thing, "reports", "offers") and is_one_of(verb, "reports", "take_back"):
        return "pledge", "ended"
    if is_one_of(thing, "reports", "undertakings"):
        of_treaty = any(
            c.lower_ == "under" and any(is_treaty(t, treaties) for t in c.children) for c in children(thing, "prep")
        )
        kind: CommitmentKind = "agreement" if of_treaty or is_owed(thing) else "pledge"
        if is_one_of(verb, "reports", "breach"):
            return kind, "violated"
        if is_one_of(verb, "reports", "raise") and first(thing, "poss") is not None:
            return kind, "announced"
        return (kind, "fulfilled") if is_one_of(verb, "reports", "keep") else None
    if lemma(thing) == "plan" and is_one_of(verb, "reports", "call_off") and children(thing, "acl"):
        return "pledge", "ended"
    if is_one_of(thing, "reports", "acts"):
        return (
            ("agreement", "agreed") if is_one_of(verb, "reports", "approve") and not _only_asks(verb, thing) else None
        )
    if is_one_of(thing, "reports", "left") and lemma(verb) in _TELLS:
        left = any(is_treaty(t, treaties) for p in children(thing, "prep") for t in p.subtree) or any(
            is_acronym(t) and t.ent_type_ != "GPE" for t in led_to(thing)
        )
        return ("agreement", "ended") if left else None
    if is_one_of(verb, "reports", "announce") and (gone := _stops(thing)) is not None:
        return "schedule", gone
    if lemma(thing) in ("deadline", "mandate", "ultimatum") and is_one_of(verb, "reports", "extend"):
        if lemma(thing) == "mandate":
            return "agreement", "agreed"
        if lemma(thing) == "ultimatum":
            return "threat", "postponed"
        return "schedule" if _is_one_persons(verb) else "agreement", "postponed"
    occasion = is_one_of(thing, "subjects", "occasions") or lemma(thing) in ("deadline", "date")
    if occasion and is_pushed(verb, thing):
        return "schedule", "postponed"
    if lemma(thing) == "deadline" and lemma(verb) == "miss":
        return "schedule", "violated"
    if is_one_of(verb, "reports", "postpone") and _until_a_day(verb, thing):
        return "schedule", "postponed"
    if occasion:
        if is_one_of(verb, "reports", "postpone"):
            return "schedule", "postponed"
        if is_one_of(verb, "reports", "call_off") or is_called_off(verb):
            return "schedule", "ended"
    return None


def _led_into(holder: Token) -> list[Token]:
    """What "in" and "of" lead to: the pact of "its part in the pact"."""
    inner = (first(c, "pobj") for c in children(holder, "prep") if c.lower_ in ("in", "of", "with"))
    return [t for t in inner if t is not None]


def _stops(deed: Token) -> CommitmentStatus | None:
    """What "the suspension of its strike", "the cancellation of the talks" makes of an occasion."""
    of = next((c for c in children(deed, "prep") if c.lower_ == "of"), None)
    thing = first(of, "pobj") if of is not None else None
    if thing is None or not is_one_of(thing, "subjects", "occasions"):
        return None
    if lemma(deed) in ("suspension", "postponement", "deferral", "adjournment"):
        return "postponed"
    return "ended" if lemma(deed) == "cancellation" else None


def _only_asks(verb: Token, act: Token) -> bool:
    """Whether a resolution only calls for something, or says what its authors think: "a resolution condemning the raid"."""
    near = act.doc[act.i + 1 : act.i + _NEAR]
    said = children(act, "acl", "relcl") + [t for t in near if t.tag_ == "VBG" and verb.is_ancestor(t)]
    return any(is_one_of(c, "unreal", "governors") or is_one_of(c, "reports", "judge") for c in said)


def _is_one_persons(verb: Token) -> bool:
    """Whether somebody does it alone: nobody agrees with himself."""
    subject = None if is_passive(verb) else subject_of(verb)
    return subject is not None and subject.ent_type_ == "PERSON" and not subject.conjuncts


def _until_a_day(verb: Token, thing: Token) -> bool:
    """Whether "has delayed the new rules until 4 May" names the new day, so that any thing is put off."""
    led = [*children(verb, "prep"), *children(thing, "prep")]
    return any(c.lower_ in ("until", "till", "to") and names_a_day(c) for c in led)


def _treaty_became(verb: Token) -> Made | None:
    if is_one_of(verb, "reports", "make") or is_one_of(verb, "reports", "approve"):
        return "agreement", "agreed"
    if is_one_of(verb, "verbs", "agree") and is_passive(verb):
        return "agreement", "agreed"
    if is_one_of(verb, "reports", "breach"):
        return "agreement", "violated"
    if is_one_of(verb, "reports", "end"):
        return ("pledge", "announced") if verb.tag_ == "VBG" and children(verb, "aux") else ("agreement", "ended")
    if is_one_of(verb, "reports", "keep"):
        return "agreement", "fulfilled"
    if is_one_of(verb, "reports", "extend"):
        return "agreement", "agreed"
    taken_up = any(c.lower_ in ("the", "this", "that") for t in children(verb, "dobj") for c in children(t, "det"))
    if is_one_of(verb, "reports", "announce") and not is_passive(verb) and not taken_up:
        return "agreement", "agreed"
    return None


def _agent_or_subject(verb: Token, thing: Token) -> Token | None:
    if not is_passive(verb):
        owner = first(thing, "poss", "compound", "amod") if is_one_of(thing, "reports", "left") else None
        subject = subject_of(verb)
        if subject is not None and not is_agent(subject) and verb.dep_ == "conj" and verb.head.dep_ == "ccomp":
            subject = subject_of(verb.head.head)  # "said its patience was over and announced its withdrawal"
        return owner if owner is not None and owner.ent_type_ else subject
    by = first(verb, "agent")
    agent = first(by, "pobj") if by is not None else None
    return None if agent is not None and agent.ent_type_ in ("DATE", "TIME") else agent  # "extended by 30 days"
