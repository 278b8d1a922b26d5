"""Undertakings by a verb that says so: "agreed to", "vowed that it would", "ordered the port closed", "is expected to meet"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.called_off import overtaken
from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    infinitive,
    is_agent,
    is_by_a_day,
    is_occasion,
    is_of_a_day,
    is_passive,
    is_pluperfect,
    is_predicate,
    is_told,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.orders import ordered
from dateline.reading.commitments.provisions import is_deal
from dateline.reading.commitments.threats import is_harm, strikes_back, threatened_with
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_OF_MANY = frozenset(
    {"community", "states", "organisation", "organization", "league", "nations", "court", "association", "federation"}
)
"""Words in the names of bodies in which many decide."""

_ASKS = frozenset({"demand", "condemn", "denounce", "deplore"})
"""What somebody decides to ask or say of others, he does by it."""

_REFUSES = frozenset({"reject", "oppose", "decline"})

_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "people"})

_SETTLES = frozenset({"decide", "agree", "vote", "resolve", "opt", "order", "mandate", "direct", "instruct"})
"""What somebody so does with an occasion is done; what is planned or promised is still to come."""

_ON_A_DAY = frozenset({"for", "on", "in", "at", "by", "from", "between", "within", "before"})
_AWAITED = frozenset({"decision", "ruling", "verdict", "announcement", "result", "reply", "answer", "resumption"})
"""What is expected on a day, as meetings and votes are."""

_KEEPS_ON = frozenset({"continue", "go", "keep", "carry", "stay", "remain", "prolong"})

_OPENS_NOUN = frozenset({"pledge", "promise", "vow", "agree"})


def of_verb(verb: Token) -> Iterator[Undertaking]:
    made = _made_by(verb)
    if first(verb, "prt") is not None and lemma(verb) in ("set", "agree", "plan"):
        return  # "set up", "set out"
    if made is None or is_unreal(verb) or not is_told(verb):
        return
    if negation(verb) is not None and not (lemma(verb) in ("plan", "intend") and infinitive(verb) is not None):
        return  # but "does not intend to talk" rules it out
    kind, status = made
    if kind == "schedule" and any(is_one_of(c, "unreal", "formerly") for c in children(verb, "advmod")):
        return  # "had initially been scheduled": it is no more
    if kind == "pledge" and lemma(verb) == "rule" and future_auxiliary(verb) is not None:
        return
    if lemma(verb) == "opt" and any(c.lower_ == "for" for c in children(verb, "prep")):
        return  # what is chosen, to whatever end
    if lemma(verb) == "vote" and not _is_vote_of_body(verb):
        return
    passive = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN" and not _is_finite_after_all(verb))
    if passive and lemma(verb) in ("intend", "prepare", "resolve"):
        return
    if is_pluperfect(verb) and lemma(verb) == "offer" and verb.dep_ == "relcl":
        return  # whom others had offered to help
    if is_pluperfect(verb) and is_one_of(verb, "verbs", "order") and verb.dep_ != "ccomp":
        return  # "the judge had ordered": what became of it, is told besides
    subject = subject_of(verb)
    if subject is not None and is_predicate(subject):
        subject = None
    if (
        verb.tag_ == "VBZ"
        and subject is not None
        and (subject.tag_ in ("NNS", "NNPS") or verb.nbor(-1).text == ",")
        and verb.lower_ in ("plans", "promises", "offers")
    ):
        return  # "the ministers discussed plans to sign it", the noun taken for a verb
    if subject is not None and subject.lower_ in _ANYBODY:
        return  # "those who plan to travel"
    if lemma(verb) == "prepare" and subject is not None and is_one_of(subject, "subjects", "many"):
        return  # what a whole people is about to do is foretold
    if passive and kind != "schedule" and lemma(verb) != "commit":
        subject = _agent(verb)
    if lemma(verb) == "commit" and subject is not None and is_deal(subject):
        return  # "the deal commits the government to pay": who is bound is told as what the deal holds
    if kind == "threat" and subject is not None and subject.pos_ == "NOUN" and not is_agent(subject):
        return  # an upheaval that "threatens to" topple somebody only makes it likely
    if (
        kind == "agreement"
        and verb.tag_ == "VBG"
        and subject is not None
        and subject.pos_ == "NOUN"
        and not is_agent(subject)
    ):
        return  # "the priority is agreeing a target": the parse takes a noun for a verb
    for action in _undertaken(verb, passive):
        if (lemma(action) == "do" and _is_empty(action)) or (action.pos_ == "VERB" and lemma(action) in _ASKS):
            continue
        refused = negation(action) is not None and is_one_of(action, "reports", "approve")
        if lemma(verb) in ("vote", "decide") and (lemma(action) in _REFUSES or refused):
            continue  # it is done by the vote
        if lemma(verb) == "book" and not names_a_day(action):
            continue  # "who were booked to fly"
        if kind == "schedule" and not _can_be_scheduled(verb, action):
            continue
        planned = kind == "schedule" or lemma(verb) in ("plan", "intend", "prepare")
        if planned and is_pluperfect(verb) and not is_by_a_day(action) and overtaken(verb, action) is None:
            continue  # "had been scheduled for Monday": it may be no more
        kind, status = (
            _on_strike(verb, action) or _of_body(verb, action, subject, passive) or _by_action(verb, action) or made
        )
        if subject is not None and subject.lower_ == "it" and lemma(verb) == "expect":
            subject = own_subject(action)
        harms = is_harm(action, "reports", "tear") or strikes_back(action)
        if kind == "pledge" and harms and negation(action) is None:
            kind = "threat"
        yield Undertaking(
            trigger=verb,
            action=action,
            subject=subject,
            kind=kind,
            status=status,
            shared=subject is None or (passive and kind == "agreement"),
        )


def _is_empty(do: Token) -> bool:
    """Whether "as he had vowed to do", "agreed to do so" tells of nothing by itself."""
    thing = first(do, "dobj")
    return thing is None or thing.lower_ in ("it", "that", "this", "so")


def _made_by(verb: Token) -> Made | None:
    """The kind and status of what the verb makes, or None where it makes nothing."""
    participle = verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ == "acl") and not _is_finite_after_all(verb)
    if is_one_of(verb, "verbs", "threaten"):
        return "threat", "announced"
    if participle and is_one_of(verb, "verbs", "schedule"):
        return "schedule", "announced"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not _is_finite_after_all(verb):
        return None
    accepts = lemma(verb) == "accept" and infinitive(verb) is not None
    if accepts or is_one_of(verb, "verbs", "agree"):
        return "agreement", "agreed"
    if is_one_of(verb, "verbs", "propose"):
        return "pledge", "announced" if lemma(verb) == "offer" else "proposed"
    if is_one_of(verb, "verbs", "pledge") or is_one_of(verb, "verbs", "order"):
        return "pledge", "announced"
    if lemma(verb) == "rule" and any(c.lower_ == "out" for c in children(verb, "prt", "advmod")):
        return None if _is_of_facts(first(verb, "dobj")) else ("pledge", "announced")
    return None


def _is_of_facts(ruled_out: Token | None) -> bool:
    """Whether it is only told not to be so: "ruled out the possibility that the ferry was too full"."""
    clauses = [] if ruled_out is None else children(ruled_out, "acl", "ccomp", "relcl")
    return any(first(c, "mark") is not None or lemma(c) == "be" for c in clauses)


def _is_finite_after_all(verb: Token) -> bool:
    """Whether the "participle" behind an apposition governs a that-clause: "Lind, the judge, ordered on Monday that ..."."""
    comma = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return comma and any(
        c.i > verb.i and any(m.lower_ == "that" for m in children(c, "mark")) for c in children(verb, "ccomp")
    )


def _of_body(verb: Token, action: Token, subject: Token | None, passive: bool) -> Made | None:
    """What a body of several decides is agreed among them: "the council has decided", "it was decided"."""
    if lemma(verb) not in ("decide", "vote"):
        return None
    if passive or _is_to_accept(action):
        return "agreement", "agreed"
    if subject is not None and (_is_body(subject) or is_one_of(subject, "subjects", "bodies")):
        return "agreement", "agreed"
    return None


def _is_body(name: Token) -> bool:
    """Whether the name is that of several who decide, or its capital letters: "the Port Council"; not of a company."""
    if name.ent_type_ != "ORG":
        return False
    words_of = (name, *children(name, "compound", "appos"), *(t for p in children(name, "prep") for t in p.children))
    return any(is_one_of(t, "subjects", "bodies") or t.text.isupper() or t.lower_ in _OF_MANY for t in words_of)


def _is_vote_of_body(verb: Token) -> bool:
    """Whether a body voted to do something itself; what a people voted for others carry out."""
    subject, action = subject_of(verb), infinitive(verb)
    if action is not None and (_is_to_strike(action) or _is_to_accept(action)):
        return own_subject(action) is None
    body = subject is not None and (
        (subject.ent_type_ == "ORG" and not subject.lower_.endswith("s")) or is_one_of(subject, "subjects", "bodies")
    )
    return body and action is not None and own_subject(action) is None


def _on_strike(verb: Token, action: Token) -> Made | None:
    """Deciding to strike or to go on with it, which is of one side alone: "voted to continue the strike", "agreed to go on striking"."""
    on_strike = lemma(action) in _KEEPS_ON and any(is_one_of(t, "repeats", "strikes") for t in action.subtree)
    if not (on_strike or _is_to_strike(action)) or negation(verb) is not None or lemma(verb) == "threaten":
        return None
    return ("threat" if has_condition(action) or has_condition(verb) else "pledge"), "announced"


def _is_to_accept(action: Token) -> bool:
    """Whether it is to accept an offer or to approve a deal, which so is agreed."""
    thing = first(action, "dobj")
    dealt = thing is not None and (is_deal(thing) or lemma(thing) == "offer")
    return dealt and is_one_of(action, "reports", "approve") and negation(action) is None


def _is_to_strike(action: Token) -> bool:
    """Whether what is undertaken is to strike, to walk out or to stage a strike; not to strike a deal."""
    thing = first(action, "dobj")
    if thing is None:
        return lemma(action) == "strike" or (lemma(action) == "walk" and first(action, "prt", "advmod") is not None)
    return lemma(action) in ("stage", "hold", "begin", "start") and is_one_of(thing, "repeats", "strikes")


def _by_action(verb: Token, action: Token) -> Made | None:
    """Deciding to put off or call off what was scheduled."""
    if negation(verb) is not None:
        return None
    thing = first(action, "dobj")
    if thing is not None and is_one_of(thing, "subjects", "occasions"):
        if is_one_of(action, "reports", "postpone"):
            return ("schedule", "postponed") if lemma(verb) in _SETTLES else None
        if is_one_of(action, "reports", "call_off"):
            return ("schedule", "ended") if lemma(verb) in _SETTLES else None
        if lemma(action) in ("hold", "attend", "host"):
            return "schedule", "announced"
    return None


def _agent(verb: Token) -> Token | None:
    by = first(verb, "agent")
    return first(by, "pobj") if by is not None else None


def _undertaken(verb: Token, passive: bool) -> Iterator[Token]:
    """The infinitive, the clause, or the noun that the verb governs; several where they are told apart."""
    if is_one_of(verb, "verbs", "order") or lemma(verb) == "rule":
        yield from ordered(verb)
        return
    action = infinitive(verb)
    if action is not None and action.dep_ == "advcl" and lemma(verb) == "offer" and first(verb, "dobj") is not None:
        return  # to what end it is offered
    if action is None:
        clauses = children(verb, "ccomp", "advcl") if lemma(verb) == "expect" and passive else children(verb, "ccomp")
        action = next((c for c in clauses if c.i > verb.i and _looks_ahead(verb, c)), None)
    if action is None and is_one_of(verb, "verbs", "schedule") and passive:
        dated = [c for c in children(verb, "prep", "agent") if c.lower_ in _ON_A_DAY]
        dated += [c for c in children(verb, "advcl") if c.lower_ in ("beginning", "starting") and c.i > verb.i]
        if any(names_a_day(c) for c in dated):
            yield verb
        return
    if action is None and not passive:
        action = threatened_with(verb) if is_one_of(verb, "verbs", "threaten") else _gerund_or_noun(verb)
    if action is None:
        return
    yield action
    yield from (c for c in children(action, "conj") if has_to(c) and names_a_day(c) and own_subject(c) is None)


def _looks_ahead(verb: Token, clause: Token) -> bool:
    """Whether a that-clause undertakes something: "will", "would", or the bare form that "agree that it be" takes."""
    if future_auxiliary(clause) is None:
        return clause.tag_ == "VB" and not children(clause, "aux", "auxpass")
    if is_one_of(verb, "verbs", "agree"):
        return is_passive(clause) or is_agent(own_subject(clause)) or is_occasion(own_subject(clause))
    return True


def _can_be_scheduled(verb: Token, action: Token) -> bool:
    """What is "expected" is a schedule only where it is an act of a day, not an outcome."""
    if lemma(verb) != "expect":
        return lemma(action) != "affect"
    if action == verb:
        awaited = own_subject(verb)
        return awaited is not None and (is_occasion(awaited) or lemma(awaited) in _AWAITED)
    if lemma(action) == "be":
        return first(action, "prep") is not None and first(action, "attr", "acomp") is None and names_a_day(action)
    if is_passive(action):
        return not is_one_of(action, "actions", "suffered")
    who = own_subject(action) or subject_of(verb)  # "it is expected that the envoys will meet"
    return is_one_of(action, "actions", "meeting") and (is_agent(who) or is_occasion(who))


def _gerund_or_noun(verb: Token) -> Token | None:
    """What follows "agree on", "commit to", "pledge": a gerund or a noun."""
    for preposition in children(verb, "prep"):
        if preposition.i < verb.i:
            continue
        if preposition.lower_ in ("on", "upon", "to") and is_one_of(verb, "verbs", "agree"):
            thing = first(preposition, "pcomp", "pobj")
            if thing is not None and is_of_a_day(thing):
                continue  # "agreed on Monday to a truce"
            return None if thing is None or is_one_of(thing, "issues", "nouns") else thing
        if preposition.lower_ == "to" and lemma(verb) == "commit":
            return first(preposition, "pcomp", "pobj")
        if preposition.lower_ in ("on", "against") and lemma(verb) == "decide":
            return first(preposition, "pcomp")
    thing = first(verb, "dobj") if lemma(verb) in _OPENS_NOUN else None
    return None if thing is None or is_one_of(thing, "issues", "nouns") else thing
