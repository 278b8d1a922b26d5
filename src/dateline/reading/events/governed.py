"""Verbs that rule a clause: what is agreed, threatened, refused, demanded, allowed, forced, or judged."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus, EventType
from dateline.reading.events.arguments import datives, is_passive, objects, subjects
from dateline.reading.events.carried import carried
from dateline.reading.events.draft import FROM_FORCE, Draft
from dateline.reading.events.lexical import control, noun_frame, words
from dateline.reading.events.mood import is_condition, is_negated, is_only_if
from dateline.reading.events.nouns import NAMED, after
from dateline.reading.events.offices import is_to_court
from dateline.reading.events.plain import plain
from dateline.reading.events.requested import requested
from dateline.reading.events.senses import is_opinion
from dateline.reading.events.warnings import is_harm


def judged(verb: Token, state: EventStatus | None) -> Iterator[Draft]:
    """Such as "found him guilty", "called the envoy a liar", "held Malta responsible", "said the rebels were responsible"."""
    if state is None or (is_condition(verb) and state == "possible"):
        return  # "if found guilty"
    below = [c for c in verb.children if c.dep_ in {"ccomp", "oprd", "acomp", "xcomp", "amod"}]
    if verb.lemma_ in {"find", "hold", "deem", "declare", "rule"}:
        for clause in below:
            if clause.i and clause.nbor(-1).lower_ in {"not", "-"}:
                continue
            if clause.lower_ in words("sets", "guilty") or any(
                c.lower_ in words("sets", "guilty") for c in clause.children
            ):
                named = {"nsubj", "nsubjpass", "compound"}
                whom = [c for c in clause.children if c.dep_ in named] or objects(verb)
                yield Draft("ACCUSE", verb, [verb], subjects(verb), [whom], state)
                return
    if verb.lemma_ == "say":
        for clause in below:
            if clause.lemma_ == "be" and any(
                c.lower_ in words("sets", "guilty") for c in clause.children if c.dep_ == "acomp"
            ):
                whom = [c for c in clause.children if c.dep_ == "nsubj"]
                yield Draft(
                    "ACCUSE",
                    clause,
                    [clause, *(c for c in clause.children if c.lower_ in words("sets", "guilty"))],
                    subjects(verb),
                    [whom],
                    state,
                    clause=verb,
                )
                return
    if verb.lemma_ == "allege" and not is_passive(verb):
        whom = [s for c in below if c.dep_ == "ccomp" for s in c.lefts if s.dep_ in {"nsubj", "nsubjpass"}]
        if whom and whom[0].pos_ != "PRON":
            yield Draft("ACCUSE", verb, [verb], subjects(verb), [whom], state, clause=verb)
            return
    if verb.lemma_ in words("sets", "saying"):
        for clause in below:
            critics = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in {"critic", "detractor"}]
            whom = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
            if critics and clause.dep_ == "ccomp" and whom and whom[0].tag_ not in {"WDT", "WP"}:
                yield Draft("ACCUSE", verb, [verb], critics, [whom], state, clause=verb)
                return
    if verb.lemma_ in {"call", "brand", "label", "dub"}:
        for clause in below:
            if clause.dep_ in {"ccomp", "oprd"} and any(
                t.lower_ in words("sets", "slurs") for t in (clause, *clause.children)
            ):
                whom = [c for c in clause.children if c.dep_ == "nsubj"] or objects(verb)
                if whom:
                    yield Draft("ACCUSE", verb, [verb], subjects(verb), [whom], state, clause=verb)
                    return


def _below(verb: Token) -> list[Token]:
    """The infinitives and clauses that a verb rules, through an adjective ("is ready to") or a noun ("has a plan to")."""
    found = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.pos_ in {"VERB", "AUX"}]
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.tag_ == "TO" for c in child.children) and not found:
            found.append(child)
    return found


_COOPERATIVE = frozenset({"RETREAT", "CONCEDE", "AID", "AGREE", "CONSULT", "SUPPORT", "COOPERATE"})


def refused(draft: Draft) -> Draft:
    """Such as "will not lift the ban" refuses what "will lift the ban" would promise."""
    head = draft.head
    willed = any(c.dep_ == "aux" and c.lower_ in {"will", "wo", "would", "shall"} for c in head.children)
    if (
        draft.status == "denied"
        and willed
        and draft.type in _COOPERATIVE
        and any(c.dep_ == "neg" for c in head.children)
        and not any(c.dep_ == "aux" and c.lower_ == "have" for c in head.children)  # "would not have met"
    ):
        draft.type, draft.status = "REJECT", "possible" if is_only_if(head) else "happened"
    return draft


def ruled(verb: Token, taken: set[int], state: EventStatus | None) -> Iterator[Draft]:
    """Such as "agreed to lift the siege", "refused to meet the envoy", "urged Malta to sign": the upper verb makes the event."""
    kind = control(verb)
    if verb.lemma_ in {"order", "force"} and state is not None:
        yield from _forced(verb, state, taken)
    if verb.lemma_ == "be":
        willing = [
            c for c in verb.children if c.dep_ == "acomp" and c.lower_ in {"ready", "willing", "prepared", "committed"}
        ]
        below = [x for w in willing for x in w.children if x.dep_ in {"xcomp", "ccomp"} and x.pos_ == "VERB"]
        below += [x for w in willing for p in w.children if p.lower_ == "to" for x in p.children if x.dep_ == "pcomp"]
        if below and state is not None and state != "denied":
            promised = _promised(verb, below[0], "AGREE", state, [verb, *willing], taken)
            yield from (d for d in promised if d.told or any(d.recipients))  # not "is ready to go on"
        opposed = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ == "opposed"]
        if opposed and state is not None and not below:
            yield Draft("REJECT", verb, [verb, *opposed], subjects(verb), [after(o, "to") for o in opposed], state)
        return
    if verb.lemma_ == "tell" and state is not None:
        told = [x for x in _below(verb) if x.i > verb.i and x.tag_ == "VB" and any(c.tag_ == "TO" for c in x.lefts)]
        if told:
            yield from requested(verb, told[:1], state, taken)
        return
    if kind is None or kind in {"plans", "starts", "tries"} or state is None:
        if kind == "tries" and verb.lemma_ == "fail" and state == "happened" and (below := _below(verb)):
            failed = list(_promised(verb, below[0], "REJECT", state, [verb], taken))
            inner = list(carried(below[0], set(), state)) or list(plain(below[0], state))
            if inner and inner[0].type in _COOPERATIVE:  # "failed to reach a deal", not "failed to win"
                yield from failed
        return
    if kind == "REJECT" and any(_is_to_say(x) for x in _below(verb)):
        return  # "declined to comment"
    below = [
        x
        for x in _below(verb)
        if any(c.tag_ == "TO" or c.lower_ in {"that", "will", "would", "should"} for c in x.children)
        or x.tag_ in {"VB", "VBG"}
        or kind == "REQUEST"
    ]
    if kind == "REQUEST":
        yield from requested(verb, below, state, taken)
    elif below and kind == "CONCEDE":
        yield from _conceded(verb, below[0], state, taken)
    elif below and not (kind == "REJECT" and verb.lemma_ == "deny") and not is_opinion(verb):
        yield from _promised(verb, below[0], kind, state, [verb], taken)


def _is_to_say(verb: Token) -> bool:
    """Such as "comment", "give details"."""
    told = any(
        o.lemma_.lower() in {"answer", "comment", "detail", "information", "interview", "reason"} for o in objects(verb)
    )
    return verb.lemma_ in words("sets", "commenting") or told


def _forced(verb: Token, state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    """Such as "forced the plane to land", "ordered the paper to close"."""
    for below in verb.children:
        if below.dep_ in {"ccomp", "xcomp"} and any(c.tag_ == "TO" for c in below.children):
            whom = [c for c in below.children if c.dep_ in {"nsubj", "nsubjpass"}] or objects(verb)
            if any(t.lemma_.lower() in words("checks", "natural") for t in after(below, "by")):
                return  # "forced to land by fog"
            if whom and (
                subjects(verb) or after(below, "by") or not is_passive(verb)
            ):  # who "was forced" by nobody had no choice
                taken.add(below.i)
                if verb.lemma_ == "force" and any(noun_frame(s) is not None for s in subjects(verb)):
                    return  # "the strike forced them to walk"
                if (
                    verb.lemma_ == "order"
                    and below.lemma_ in words("sets", "stopping")
                    and any(map(_is_own_staff, whom))
                ):
                    yield Draft("RETREAT", verb, [verb], subjects(verb), [objects(below)], state)
                    return
                asked = verb.lemma_ == "order" and below.lemma_ not in words("sets", "stopping")
                yield Draft("REQUEST" if asked else "COERCE", verb, [verb], subjects(verb), [whom], state)


def _is_own_staff(noun: Token) -> bool:
    """Such as "its diplomats", "all embassy staff"; not "the Maltese diplomats"."""
    of_another = any(t.ent_type_ in {"GPE", "NORP"} for t in noun.lefts)
    own = any(c.tag_ == "PRP$" for c in noun.lefts) and noun.lemma_.lower() in words("groups", "envoys")
    return own or (noun.lemma_.lower() in {"dependant", "employee", "personnel", "staff", "staffer"} and not of_another)


def _promised(
    verb: Token, below: Token, kind: str, state: EventStatus, trigger: list[Token], taken: set[int]
) -> Iterator[Draft]:
    """What is agreed, threatened or refused, with the recipients of the clause below."""
    inner = list(carried(below, set(), state)) or list(plain(below, state))
    harm = bool(inner) and inner[0].type in {*FROM_FORCE, "THREATEN", "REJECT", "PROTEST"}
    if kind == "AGREE" and is_negated(below):
        kind = "AGREE" if harm or not inner else "REJECT"  # "promised not to arrest", "vowed not to negotiate"
    elif kind == "AGREE" and any(_is_struggle(c) for c in below.lefts if c.dep_ == "nsubj"):
        return  # "pledged that the struggle would go on"
    elif kind == "AGREE" and harm:
        kind = "THREATEN"
    harmed = not inner and any(is_harm(o) for o in objects(below))
    met_with = is_passive(below) and any(is_harm(o) for o in after(below, "with"))
    loosened = below.lemma_ in words("sets", "reconsidering") and any(
        o.lemma_.lower() in words("groups", "ties") for o in objects(below)
    )
    if kind == "AGREE" and (harmed or met_with or loosened):
        kind = "THREATEN"  # "are ready to slam new sanctions on it", "vowed to review its ties with Malta"
    if (
        kind == "THREATEN"
        and verb.lemma_ in {"promise", "pledge", "vow"}
        and below.lemma_ in {"oppose", "resist", "withstand"}
    ):
        kind = "REJECT"  # "vowed to resist the pressure"
    against = any(t.ent_type_ in NAMED for noun in (below, *objects(below)) for t in after(noun, "against"))
    if kind == "AGREE" and not inner and against:
        kind = "THREATEN"  # "pledged to take a hard line against Malta"
    back = below.lemma_ in {"fight", "hit", "strike"} and any(c.lower_ == "back" for c in below.rights)
    back = back or below.lemma_ == "retaliate"
    if kind == "AGREE" and not inner and (back or is_to_court(below)):
        kind = "THREATEN"  # "vowed to hit back", "is prepared to take the firm to court"
    recipients = [with_ for with_ in (after(verb, "with"),) if with_]
    recipients += inner[0].recipients if inner else [[t for t in f if not _is_own(t)] for f in _somewhere(below)]
    if inner and inner[0].type == "CONSULT" and kind == "REJECT":
        recipients = [*inner[0].recipients, *recipients]
    for each in below.subtree:
        if (
            each.i not in taken
            and each.pos_ in {"VERB", "NOUN"}
            and (each == below or each.dep_ in {"dobj", "xcomp", "conj", "pobj"})
        ):
            taken.add(each.i)
    made = Draft(kind, verb, trigger, subjects(verb), recipients, state, inner[0].inside if inner else None)  # type: ignore[arg-type] # kinds of `control` that are types
    if not [*after(verb, "to"), *after(verb, "on")]:  # "agreed to a truce to end the war" is between them
        made.deed, made.told = below, (inner[0].told or inner[0].type) if inner else None
    yield made


def _is_struggle(noun: Token) -> bool:
    frame = noun_frame(noun)
    return noun.lemma_.lower() in {"resistance", "struggle"} or (frame is not None and frame.type in _OF_STRIFE)


_OF_STRIFE = frozenset({"ASSAULT", "PROTEST"})


def _is_own(noun: Token) -> bool:
    """Whether the noun is of the one who agrees: "agreed to remove its nurses", "to finish at its meeting"."""
    return noun.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in noun.lefts)


def _leading(token: Token) -> list[Token]:
    """The prepositions right below a word that may lead to a recipient."""
    leads = {"with", "to", "from", "for", "on", "against", "in", "between", "into", "at"}
    return [c for c in token.children if c.dep_ == "prep" and c.lower_ in leads]


def _somewhere(verb: Token) -> list[list[Token]]:
    """Where no frame says it, the recipient is the object's owner or the object, then the noun of any preposition."""
    to = any(c.tag_ == "TO" for c in verb.children)
    found = [[c for c in verb.children if c.dep_ == "nsubj"]] if to else []  # "refused the council leave to meet"
    made = verb.lemma_.lower() in words("sets", "making")  # what is set up is nobody yet
    found += [[] if made else objects(verb), datives(verb)]
    prepositions = _leading(verb)
    if verb.lemma_ in words("sets", "motion") | {"bring", "move", "take", "transfer", "transport"}:
        prepositions = [c for c in prepositions if c.lower_ not in {"to", "into", "in", "at"}]  # where it goes
    prepositions += [c for thing in objects(verb) for c in _leading(thing)]
    if any(c.lower_ in {"to", "into"} and c.dep_ == "prep" for c in verb.subtree):
        prepositions = [c for c in prepositions if c.lower_ != "from"]  # "to ship fuel from Fiji to Malta"
    found += [[p for p in c.children if p.dep_ == "pobj"] for c in prepositions]
    for lower in verb.children:
        marked = any(c.dep_ == "mark" and c.lower_ != "for" for c in lower.children)
        if lower.dep_ in {"xcomp", "advcl", "ccomp"} and lower.pos_ == "VERB" and not marked:
            found += [[c for c in lower.children if c.dep_ == "nsubj"], objects(lower)]
    return [f for f in found if f]


def _conceded(verb: Token, below: Token, state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    """Such as "allowed aid workers to enter": who is let in or given leave is the recipient."""
    if state == "denied":
        kind: EventType = "REJECT"
        state = "happened"
    else:
        kind = "AGREE" if state == "planned" else "CONCEDE"
    recipients = [[c for c in below.children if c.dep_ == "nsubj"], objects(verb), *_somewhere(below)]
    devices = words("sets", "devices")
    if not subjects(verb) or any(t.lemma_.lower() in devices for s in subjects(verb) for t in (s, *s.lefts)):
        return  # "the channel would allow goods to be paid"
    taken.add(below.i)
    drafted = Draft(kind, verb, [verb], subjects(verb), [r for r in recipients if r], state, directly=True)
    drafted.told = "CONCEDE" if kind == "AGREE" else None
    yield drafted
