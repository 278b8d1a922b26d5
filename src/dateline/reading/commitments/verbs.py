"""Undertakings by a verb that says so: "agreed to", "vowed that it would", "ordered the port closed", "is expected to meet"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.called_off import overtaken
from dateline.reading.commitments.decisions import by_action, is_vote_of_body, of_body, on_strike, refuses
from dateline.reading.commitments.grammar import (
    children,
    dated_noun,
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
from dateline.reading.commitments.kept import performed_by
from dateline.reading.commitments.orders import ordered
from dateline.reading.commitments.provisions import is_deal
from dateline.reading.commitments.threats import fights, imposes_sanctions, is_harm, strikes_back, threatened_with
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_ASKS = frozenset({"demand", "condemn", "denounce", "deplore"})
"""What somebody decides to ask or say of others, he does by it."""

_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "people"})

_ON_A_DAY = frozenset({"for", "on", "in", "at", "by", "from", "between", "within", "before"})
_AWAITED = frozenset({"decision", "ruling", "verdict", "announcement", "result", "reply", "answer", "resumption"})
"""What is expected on a day, as meetings and votes are."""

_OPENS_NOUN = frozenset({"pledge", "promise", "vow", "agree"})


_PUNISHMENTS = frozenset({"sanction", "tariff", "embargo", "blockade", "boycott"})
_LAID = frozenset({"imposition", "reimposition", "re-imposition", "return", "reinstatement", "renewal", "snapback"})


def of_verb(verb: Token) -> Iterator[Undertaking]:
    made = _made_by(verb)
    if first(verb, "prt") is not None and lemma(verb) in ("set", "agree", "plan"):
        return  # "set up", "set out"
    if made is None or is_unreal(verb) or not is_told(verb) or performed_by(verb) is not None:
        return
    if negation(verb) is not None and not (lemma(verb) in ("plan", "intend") and infinitive(verb) is not None):
        return  # but "does not intend to talk" rules it out
    if verb.tag_ in ("VBN", "VBD") and verb.i > 0 and verb.nbor(-1).lower_ == "as":
        return  # "the rules as agreed in Lesk will hold": which are meant
    kind, status = made
    if kind == "schedule" and any(is_one_of(c, "unreal", "formerly") for c in children(verb, "advmod")):
        return  # "had initially been scheduled": it is no more
    if kind == "pledge" and lemma(verb) == "rule" and future_auxiliary(verb) is not None:
        return
    if lemma(verb) == "opt" and any(c.lower_ == "for" for c in children(verb, "prep")):
        return  # what is chosen, to whatever end
    if lemma(verb) == "vote" and not is_vote_of_body(verb):
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
    if kind == "schedule" and subject is not None and is_one_of(subject, "subjects", "nature"):
        return  # "snow is expected on Monday"
    if subject is not None and subject.lower_ in _ANYBODY:
        return  # "those who plan to travel"
    if lemma(verb) == "intend" and subject is not None and is_one_of(subject, "reports", "acts"):
        return  # "a resolution intended to press them": what it is for
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
    if kind == "schedule" and verb.dep_ == "acl" and infinitive(verb) is None:
        subject = dated_noun(verb)
    for action in _undertaken(verb, passive):
        if (lemma(action) == "do" and _is_empty(action)) or (action.pos_ == "VERB" and lemma(action) in _ASKS):
            continue
        if refuses(verb, action):
            continue
        if lemma(verb) == "book" and not names_a_day(action):
            continue  # "who were booked to fly"
        if kind == "schedule" and not _can_be_scheduled(verb, action):
            continue
        planned = kind == "schedule" or lemma(verb) in ("plan", "intend", "prepare")
        if planned and is_pluperfect(verb) and not is_by_a_day(action) and overtaken(verb, action) is None:
            continue  # "had been scheduled for Monday": it may be no more
        kind, status = (
            on_strike(verb, action) or of_body(verb, action, subject, passive) or by_action(verb, action) or made
        )
        if subject is not None and subject.lower_ == "it" and lemma(verb) == "expect":
            subject = own_subject(action)
        harms = (
            is_harm(action, "reports", "tear") or strikes_back(action) or fights(action) or imposes_sanctions(action)
        )
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
    if is_one_of(verb, "verbs", "order") and _punishes(verb):
        return "threat", "fulfilled"
    if is_one_of(verb, "verbs", "pledge") or is_one_of(verb, "verbs", "order"):
        return "pledge", "announced"
    if lemma(verb) == "rule" and any(c.lower_ == "out" for c in children(verb, "prt", "advmod")):
        return None if _is_of_facts(first(verb, "dobj")) else ("pledge", "announced")
    return None


def _punishes(order: Token) -> bool:
    """Whether it orders sanctions or the like: "ordered tariffs", "ordered the reimposition of sanctions", not their end."""
    for thing in children(order, "dobj"):
        if lemma(thing) in _PUNISHMENTS:
            return True
        if lemma(thing) in _LAID:
            inner = (t for p in children(thing, "prep") if p.lower_ == "of" for t in children(p, "pobj"))
            if any(lemma(t) in _PUNISHMENTS for t in inner):
                return True
    return False


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
        if is_passive(verb) and (impersonal := own_subject(verb)) is not None and impersonal.lower_ == "it":
            return True  # "it was agreed that the border would reopen"
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
    if thing is not None and is_agent(thing) and _ends_quotation(verb):
        return None  # '"...", pledged the governor'
    return None if thing is None or is_one_of(thing, "issues", "nouns") else thing


def _ends_quotation(verb: Token) -> bool:
    """Whether a quotation or its comma stands right before the verb."""
    return verb.i > 0 and (verb.nbor(-1).is_quote or verb.nbor(-1).text == ",")
