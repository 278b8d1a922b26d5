"""Undertakings by a word that says so: "agreed to", "vowed that it would", "is ready to", "its plan to", "is due to"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_perfect,
    has_to,
    infinitive,
    is_agent,
    is_passive,
    is_unreal,
    names_a_day,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma

Made = tuple[CommitmentKind, CommitmentStatus]

_BE = frozenset({"be", "get", "become", "remain", "stay", "stand"})
_DEEDS = ("tion", "sion", "ment", "val", "wal", "sal", "ture", "sure", "probe", "halt", "ban")
"""How nouns end that name a deed, such as is ordered: "ordered the withdrawal of ..."."""
_NEAR = 8
"""Tokens from a noun of undertaking to what is undertaken."""

_OPENS_NOUN = frozenset({"pledge", "promise", "vow", "agree"})


def find_explicit(doc: Doc) -> Iterator[Undertaking]:
    """The undertakings that a verb, adjective or noun of undertaking states, in the order of the text."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token)
            if lemma(token) == "be":
                yield from _be_to(token)
        if token.pos_ in ("ADJ", "VERB"):
            yield from _of_adjective(token)
        if token.pos_ == "NOUN":
            yield from _of_noun(token)
            yield from _plan_is_to(token)
        if token.lower_ in ("calls", "call", "provides", "provide") and token.dep_ in ("ROOT", "conj", "ccomp"):
            yield from _of_draft(token)
        if token.tag_ == "VBG" and lemma(token) in ("draw", "draft", "prepare", "write"):
            yield from _of_drafting(token)


def _of_verb(verb: Token) -> Iterator[Undertaking]:
    made = _made_by(verb)
    if first(verb, "prt") is not None and lemma(verb) in ("set", "agree", "plan"):
        return  # "set up", "set out"
    if made is None or negation(verb) is not None or is_unreal(verb) or not _is_told(verb):
        return
    kind, status = made
    if kind == "pledge" and lemma(verb) == "rule" and future_auxiliary(verb) is not None:
        return
    passive = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN" and not _is_finite_after_all(verb))
    if passive and lemma(verb) in ("intend", "prepare", "resolve"):
        return
    subject = subject_of(verb)
    if lemma(verb) == "prepare" and subject is not None and is_one_of(subject, "subjects", "many"):
        return  # what a whole people is about to do is foretold
    if passive and kind != "schedule" and lemma(verb) != "commit":
        subject = _agent(verb)
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
        if kind == "schedule" and not _can_be_scheduled(verb, action):
            continue
        kind, status = _of_body(verb, subject, passive) or _by_action(action) or made
        if subject is not None and subject.lower_ == "it" and lemma(verb) == "expect":
            subject = own_subject(action)
        if kind == "pledge" and is_one_of(action, "reports", "tear") and negation(action) is None:
            kind = "threat"
        yield Undertaking(
            trigger=verb,
            action=action,
            subject=subject,
            kind=kind,
            status=status,
            shared=subject is None or (passive and kind == "agreement"),
        )


def _is_told(verb: Token) -> bool:
    """Whether the verb tells that something is undertaken: it is finite, or a participle of the sentence's subject."""
    if verb.tag_ == "VBG":
        purpose = lemma(verb) in ("intend", "plan", "resolve", "prepare")
        return (verb.dep_ in ("advcl", "conj", "xcomp", "acl") and not purpose) or any(
            lemma(a) == "be" for a in children(verb, "aux")
        )
    if verb.tag_ == "VB":
        return future_auxiliary(verb) is None and any(lemma(a) == "do" for a in children(verb, "aux"))
    return verb.dep_ != "amod"


def _made_by(verb: Token) -> Made | None:
    """The kind and status of what the verb makes, or None where it makes nothing."""
    participle = verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ == "acl") and not _is_finite_after_all(verb)
    if is_one_of(verb, "verbs", "threaten"):
        return "threat", "announced"
    if participle and is_one_of(verb, "verbs", "schedule"):
        return "schedule", "announced"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not _is_finite_after_all(verb):
        return None
    if is_one_of(verb, "verbs", "agree"):
        return "agreement", "agreed"
    if is_one_of(verb, "verbs", "propose"):
        return "pledge", "announced" if lemma(verb) == "offer" else "proposed"
    if is_one_of(verb, "verbs", "pledge") or is_one_of(verb, "verbs", "order"):
        return "pledge", "announced"
    if lemma(verb) == "rule" and any(c.lower_ == "out" for c in children(verb, "prt", "advmod")):
        return "pledge", "announced"
    return None


def _is_finite_after_all(verb: Token) -> bool:
    """Whether the "participle" behind an apposition governs a that-clause: "Lind, the judge, ordered on Monday that ..."."""
    comma = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return comma and any(
        c.i > verb.i and any(m.lower_ == "that" for m in children(c, "mark")) for c in children(verb, "ccomp")
    )


def _of_body(verb: Token, subject: Token | None, passive: bool) -> Made | None:
    """What a body of several decides is agreed among them: "the council has decided", "it was decided"."""
    if lemma(verb) != "decide":
        return None
    if passive:
        return "agreement", "agreed"
    if subject is not None and (subject.ent_type_ == "ORG" or is_one_of(subject, "subjects", "bodies")):
        return "agreement", "agreed"
    return None


def _by_action(action: Token) -> Made | None:
    """Deciding to put off or call off what was scheduled."""
    thing = first(action, "dobj")
    if thing is not None and is_one_of(thing, "subjects", "occasions"):
        if is_one_of(action, "reports", "postpone"):
            return "schedule", "postponed"
        if is_one_of(action, "reports", "call_off"):
            return "schedule", "ended"
        if lemma(action) in ("hold", "attend", "host"):
            return "schedule", "announced"
    return None


def _agent(verb: Token) -> Token | None:
    by = first(verb, "agent")
    return first(by, "pobj") if by is not None else None


def _undertaken(verb: Token, passive: bool) -> Iterator[Token]:
    """The infinitive, the clause, or the noun that the verb governs; several where they are told apart."""
    if is_one_of(verb, "verbs", "order") or lemma(verb) == "rule":
        yield from _ordered(verb)
        return
    action = infinitive(verb)
    if action is not None and action.dep_ == "advcl" and lemma(verb) == "offer" and first(verb, "dobj") is not None:
        return  # to what end it is offered
    if action is None:
        clauses = children(verb, "ccomp", "advcl") if lemma(verb) == "expect" and passive else children(verb, "ccomp")
        action = next((c for c in clauses if c.i > verb.i and _looks_ahead(verb, c)), None)
    if action is None and is_one_of(verb, "verbs", "schedule") and passive:
        if any(c.lower_ in ("for", "on", "in", "at", "by") and names_a_day(c) for c in children(verb, "prep")):
            yield verb
        return
    if action is None and not passive:
        action = _gerund_or_noun(verb)
    if action is None:
        return
    yield action


def _ordered(verb: Token) -> Iterator[Token]:
    """What an order or a refusal governs: "ordered the port closed", "ordered that it be", "ruled out sending"."""
    if is_passive(verb):
        return
    for child in verb.children:
        if child.i < verb.i:
            continue
        clause = child.dep_ in ("ccomp", "xcomp") and child.tag_ in ("VB", "VBN", "VBG")
        if clause and has_to(child) and _is_demand(verb, child):
            return
        if clause and (lemma(verb) != "rule" or child.tag_ == "VBG") and future_auxiliary(child) is None:
            yield child
            return
        if child.dep_ == "dobj" and (lemma(verb) == "rule" or child.text.endswith(_DEEDS)):
            yield child
            return


def _is_demand(order: Token, clause: Token) -> bool:
    """Whether a state or body "orders" others, who are not its own, to do something: it undertakes nothing."""
    who, whom = subject_of(order), own_subject(clause) or first(order, "dobj")
    if who is None or whom is None or who.pos_ != "PROPN" or who.ent_type_ == "PERSON":
        return False
    return not any(c.dep_ == "poss" for t in whom.subtree for c in t.children)


def _looks_ahead(verb: Token, clause: Token) -> bool:
    """Whether a that-clause undertakes something: "will", "would", or the bare form that "agree that it be" takes."""
    if future_auxiliary(clause) is None:
        return clause.tag_ == "VB" and not children(clause, "aux", "auxpass")
    if is_one_of(verb, "verbs", "agree"):
        return is_passive(clause) or is_agent(own_subject(clause)) or _is_occasion(own_subject(clause))
    return True


def _can_be_scheduled(verb: Token, action: Token) -> bool:
    """What is "expected" is a schedule only where it is an act of a day, not an outcome."""
    if lemma(verb) != "expect":
        return lemma(action) != "affect"
    if lemma(action) == "be":
        return first(action, "prep") is not None and first(action, "attr", "acomp") is None and names_a_day(action)
    if is_passive(action):
        return not is_one_of(action, "actions", "suffered")
    who = own_subject(action) or subject_of(verb)  # "it is expected that the envoys will meet"
    return is_one_of(action, "actions", "meeting") and (is_agent(who) or _is_occasion(who))


def _is_occasion(subject: Token | None) -> bool:
    return subject is not None and is_one_of(subject, "subjects", "occasions")


def _gerund_or_noun(verb: Token) -> Token | None:
    """What follows "agree on", "commit to", "pledge": a gerund or a noun."""
    for preposition in children(verb, "prep"):
        if preposition.i < verb.i:
            continue
        if preposition.lower_ in ("on", "upon", "to") and is_one_of(verb, "verbs", "agree"):
            thing = first(preposition, "pcomp", "pobj")
            return None if thing is None or is_one_of(thing, "issues", "nouns") else thing
        if preposition.lower_ == "to" and lemma(verb) == "commit":
            return first(preposition, "pcomp", "pobj")
        if preposition.lower_ in ("on", "against") and lemma(verb) == "decide":
            return first(preposition, "pcomp")
    thing = first(verb, "dobj") if lemma(verb) in _OPENS_NOUN else None
    return None if thing is None or is_one_of(thing, "issues", "nouns") else thing


def _be_to(be: Token) -> Iterator[Undertaking]:
    """The council "is to meet": a schedule."""
    if negation(be) is not None or be.tag_ not in ("VBZ", "VBP", "VBD") or is_unreal(be):
        return
    subject = subject_of(be) if be.dep_ == "conj" else own_subject(be)
    action = next((c for c in children(be, "xcomp") if has_to(c) and own_subject(c) is None), None)
    if subject is None or action is None or action.i - be.i > 3 or children(be, "attr", "acomp"):
        return
    if has_perfect(action) or any(c.lower_ == "yet" for t in (be, action) for c in t.children):
        return
    end = subject.right_edge.i if subject.right_edge.i < be.i else subject.i
    if be.dep_ != "conj" and any(t.pos_ in ("VERB", "AUX") for t in be.doc[end : be.i]):
        return  # "what she stresses is to ...": the parse took a clause's subject for the sentence's
    if is_passive(action) and is_one_of(action, "actions", "suffered"):
        return
    if lemma(subject) == "mission" and not is_one_of(action, "actions", "meeting"):
        return  # "the mission was to protect ...": what it was for
    if is_agent(subject) or _is_occasion(subject) or (be.dep_ == "conj" and subject.lower_ == "it"):
        yield Undertaking(trigger=be, action=action, subject=subject, kind="schedule", status="announced")


def _of_adjective(adjective: Token) -> Iterator[Undertaking]:
    """Being "ready to", "committed to", "due to meet"."""
    holder = _holder(adjective)
    if holder is None:
        return
    ready = is_one_of(adjective, "adjectives", "ready")
    due = is_one_of(adjective, "adjectives", "schedule")
    if any(c.lower_ in ("more", "less", "too", "most", "hardly") for c in children(adjective, "advmod")):
        return
    if not (ready or due) or negation(holder) or negation(adjective) or is_unreal(holder) or not _is_told(holder):
        return
    if due and holder == adjective:
        return  # the passive verb "is scheduled" is found as a verb
    subject = subject_of(holder)
    action = infinitive(adjective)
    if action is None and ready:
        to = next((c for c in children(adjective, "prep") if c.lower_ == "to"), None)
        action = first(to, "pcomp") or _agreed_noun(to) if to is not None else None
    if action is None and due and (_is_occasion(subject) or is_agent(subject)) and names_a_day(adjective):
        action = adjective
    if action is None:
        return
    ongoing = lemma(holder) in ("remain", "stay") or adjective.lower_ == "committed"
    yield Undertaking(
        trigger=holder,
        action=action,
        subject=subject,
        kind="schedule" if due else "pledge",
        status="ongoing" if ongoing else "announced",
    )


def _holder(adjective: Token) -> Token | None:
    """The "is" or "remains" that the adjective completes; a participle holds itself."""
    if adjective.dep_ in ("acomp", "oprd", "xcomp"):
        return adjective.head if lemma(adjective.head) in _BE else None
    if adjective.tag_ == "VBN" and first(adjective, "auxpass") is not None:
        return adjective
    return None


def _agreed_noun(to: Token) -> Token | None:
    noun = first(to, "pobj")
    if noun is None:
        return None
    listed = is_one_of(noun, "reports", "agreements") or is_one_of(noun, "reports", "undertakings")
    return noun if listed else None


def _of_draft(verb: Token) -> Iterator[Undertaking]:
    """What a draft "calls for": proposed."""
    subject = own_subject(verb) or first(verb, "compound")  # of "the draft calls for", one noun may be made
    asked = any(c.lower_ == "for" for c in children(verb, "prep")) and not any(
        has_to(c) for c in children(verb, "advcl")
    )
    if subject is None or not asked or negation(verb) is not None:
        return
    if any(is_one_of(t, "subjects", "proposals") for t in (subject, *children(subject, "compound", "amod"))):
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind="pledge", status="proposed")


def _of_drafting(verb: Token) -> Iterator[Undertaking]:
    """Who "is drawing up amendments": a proposal on its way."""
    drawn = lemma(verb) != "draw" or first(verb, "prt") is not None
    present = any(lemma(a) == "be" and a.tag_ in ("VBZ", "VBP") for a in children(verb, "aux"))
    thing = first(verb, "dobj")
    if drawn and present and thing is not None and is_one_of(thing, "subjects", "proposals") and not is_unreal(verb):
        yield Undertaking(trigger=verb, action=verb, subject=subject_of(verb), kind="pledge", status="ongoing")


def _of_noun(noun: Token) -> Iterator[Undertaking]:
    """What somebody "reached a deal to", "issued an order to" or "has no plans to" do."""
    action = next((c for c in children(noun, "acl", "relcl") if c.i > noun.i), None) or _beside(noun)
    if action is None or action.i - noun.i > _NEAR:
        return
    intent = noun.dep_ == "attr" and lemma(noun.head) == "be" and first(noun, "poss") is not None
    verb = noun.head if noun.dep_ in ("dobj", "attr") and (intent or noun.head.pos_ == "VERB") else None
    if verb is None or negation(verb) is not None or is_unreal(verb) or not _is_told(verb):
        return
    subject = _holder_of(noun) or subject_of(verb)
    if subject is not None and subject.lower_ in ("it", "this", "that") and lemma(verb) == "show":
        return
    made = _by_noun(noun, verb, action)
    if made is None:
        return
    yield Undertaking(trigger=verb, action=action, subject=subject, kind=made[0], status=made[1])


def _holder_of(noun: Token) -> Token | None:
    """Whose pledge it is that another one repeats: "asserted the determination of the council to ...", "its pledge to ..."."""
    of = next((c for c in children(noun, "prep") if c.lower_ == "of"), None)
    owner = first(of, "pobj") if of is not None else first(noun, "poss")
    return owner if is_agent(owner) else None


def _plan_is_to(noun: Token) -> Iterator[Undertaking]:
    """What somebody's "stated aim is to" do."""
    be = noun.head
    owner = first(noun, "poss")
    if noun.dep_ != "nsubj" or lemma(be) != "be" or be.tag_ not in ("VBZ", "VBP", "VBD") or owner is None:
        return
    if not is_one_of(noun, "nouns", "pledge") or negation(be) is not None or is_unreal(be):
        return
    action = next((c for c in children(be, "xcomp", "ccomp", "attr") if c.i > be.i and has_to(c)), None)
    if action is not None:
        yield Undertaking(trigger=be, action=action, subject=owner, kind="pledge", status="announced")


def _beside(noun: Token) -> Token | None:
    """The infinitive right behind "the determination of the council" or "her intent", where the parse hangs it on the verb."""
    behind = noun.right_edge.i + 1
    for action in children(noun.head, "xcomp", "advcl"):
        if has_to(action) and action.left_edge.i == behind:
            return action
    return None


def _by_noun(noun: Token, verb: Token, action: Token) -> Made | None:
    if is_one_of(noun, "nouns", "proposal") and lemma(verb) in _PROPOSERS:
        return ("pledge", "proposed") if has_to(action) or future_auxiliary(action) is not None else None
    if is_one_of(noun, "nouns", "order") and lemma(verb) in _MAKERS and action.tag_ == "VBG":
        thing = first(action, "dobj")
        if thing is not None and is_one_of(thing, "subjects", "occasions"):
            return "schedule", "postponed" if is_one_of(action, "reports", "postpone") else "announced"
        return "pledge", "announced"
    if lemma(verb) == "be":
        return ("pledge", "announced") if has_to(action) and is_one_of(noun, "nouns", "pledge") else None
    if is_one_of(noun, "nouns", "word") and future_auxiliary(action) is not None and lemma(verb) in _MAKERS:
        return "pledge", "announced"
    if not has_to(action) or own_subject(action) is not None or lemma(action) == "become":
        return None
    if is_one_of(noun, "nouns", "agreement"):
        return ("agreement", "agreed") if is_one_of(verb, "reports", "make") else None
    if lemma(verb) not in _MAKERS:
        return None
    if is_one_of(noun, "nouns", "threat"):
        return "threat", "announced"
    if is_one_of(noun, "nouns", "pledge") or is_one_of(noun, "nouns", "order"):
        return "pledge", "announced"
    return None


_PROPOSERS = frozenset({"propose", "make", "introduce", "table", "draft", "submit", "present", "circulate"})
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
        "assert",
        "affirm",
        "show",
    ]
)
