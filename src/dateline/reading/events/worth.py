"""Whether what is known of an event is enough to tell it."""

from spacy.tokens import Token

from dateline.reading.events.arguments import counted_objects, is_passive, objects, subjects
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import control, verb_frame, words
from dateline.reading.events.nouns import after

_TOLD_OF_ITS_RECIPIENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT", "RETREAT", "AID"})
"""Types that are worth telling without an actor: somebody was attacked, arrested, freed."""

SAID_OF_SOMEONE = frozenset({"AGREE", "REJECT", "CONCEDE", "SUPPORT"})
"""Types that tell nothing where they did not come to pass and nobody is at their other end."""

_MEANT = frozenset({"shoot", "execute"})
"""Harm to people that no accident does."""

DONE_TO_SOMEONE = frozenset({"RETREAT", "AID", "COERCE", "SANCTION", "CONCEDE"})
"""Types that a verb alone states only where somebody is at its other end: "released a film" is no release."""


def is_worth_telling(draft: Draft, actors: tuple[str, ...], recipients: tuple[str, ...], *, placed: bool) -> bool:
    """Whether enough is known of the parties for an event. One with a wrong actor is worse than none; one with nobody says little."""
    verb, bare = not draft.nominal, all(t == draft.head or t.dep_ == "prt" for t in draft.trigger)
    if (
        not recipients
        and draft.head.lemma_ == "blame"
        and any(t.tag_ == "NN" for found in draft.recipients for t in found)
    ):
        return False  # "blamed the drought"
    if not recipients and draft.clause is not None and verb:
        return False  # "said the deal must hold" asks nobody
    if draft.type == "ACCUSE" and not recipients and _is_worry(draft.trigger[-1]):
        return False
    if draft.type == "ASSAULT" and draft.head.lemma_ == "end" and draft.status == "happened":
        return False  # "the vote ended his rule": by what, other words tell
    crowd = any(t.lower_ in {"dozens", "hundreds", "tens", "thousands", "crowds"} for t in draft.actors)
    if draft.type == "PROTEST" and verb and draft.actors and not actors and not recipients and not crowd:
        return False  # "prices rallied"
    if draft.head.lemma_ == "force" and draft.actors and not actors:
        return False  # "that forced them to walk"
    if not actors and not recipients:
        return draft.clause is not None or (draft.type == "PROTEST" and (placed or crowd))
    if draft.type == "CONSULT" and draft.status == "denied" and not recipients and not draft.nominal:
        return len(actors) > 1  # "decided not to visit the site"
    if not actors and draft.type == "CONSULT" and is_visit(draft):
        return False  # "a visit to Malta" by nobody knows whom
    if not actors and draft.type == "ACCUSE" and draft.trigger[-1].lower_ in {"trial", "accused", "charged"}:
        return verb  # "went on trial"
    if not actors and draft.type in {"ACCUSE", "SANCTION"}:
        return verb and bare and is_passive(draft.head)  # "was charged with"
    free = draft.trigger[-1].lower_ == "free"  # "walked free"
    if not actors and draft.type == "RETREAT" and verb and not objects(draft.head) and not free:
        return False  # "vehicles withdrew from the area"
    if not actors:
        weak = verb and draft.head.lemma_.lower() in words("checks", "physical") - _MEANT and not _by_attack(draft.head)
        weak = weak and not any(c.dep_ == "prep" and not list(c.children) for c in draft.head.rights)  # "were shot at"
        alone = draft.type == "CONSULT" and verb and not is_passive(draft.head)
        given = draft.type == "AID" and verb and bare
        turned = draft.type == "REJECT" and _is_turned_away(draft.head)
        turned = turned or (draft.type == "CONCEDE" and verb and is_passive(draft.head) and bare)  # "was cleared"
        moved = draft.type == "MOBILIZE" and draft.deed is not None and verb and bare  # "tanks rolled into Lagos"
        told = moved or turned or draft.type in _TOLD_OF_ITS_RECIPIENT
        return not weak and not alone and not given and told
    alone = draft.head.lemma_.lower() in words("sets", "intransitive")
    counted = draft.status == "happened" and bool(counted_objects(draft.head))
    if counted and draft.head.lemma_.lower() in words("checks", "human"):
        return True  # "police arrest three"
    if not recipients and verb and bare and not alone and (draft.type in DONE_TO_SOMEONE or draft.type == "ASSAULT"):
        return False
    if (
        draft.type == "THREATEN"
        and not recipients
        and any(t.lemma_.lower() in words("groups", "deadlines") for t in draft.trigger)
    ):
        return False  # "set a deadline" of one's own
    if draft.type == "AID" and draft.head.lemma_ == "offer" and not recipients and _is_money(draft.trigger[-1]):
        return False  # "offered 50 dollars" in wages
    idle = draft.deed is not None and not objects(draft.deed)
    if draft.type == "THREATEN" and not recipients and draft.head.lemma_ == "be" and idle:
        return False  # "is prepared to intervene"
    trade = draft.type == "SANCTION" or draft.told == "SANCTION"
    if trade and not recipients and any(t.lemma_.lower() in words("sets", "trade") for t in draft.trigger):
        return False  # "cuts its imports"
    sought = draft.type == "REQUEST" and draft.head.lemma_ == "seek" and not recipients
    if sought and any(t.lemma_.lower() in words("groups", "talks") for t in draft.trigger):
        return False  # "seek a better agreement" of nobody
    unsure = draft.type in SAID_OF_SOMEONE and draft.status != "happened" and verb
    if unsure and not recipients and draft.told not in {*DONE_TO_SOMEONE, "ASSAULT"}:
        return False  # "if it agrees", "may reject it": who agrees with whom, or rejects whose, is open
    defiant = draft.type == "AGREE" and draft.head.lemma_ in {"swear", "vow"} and draft.told is None
    if defiant and not recipients:
        return False  # "vowed to go on"
    if draft.type == "SUPPORT" and draft.head.lemma_ == "stand" and not recipients:
        return False  # "stood with flags"
    relents = draft.head.lemma_ in words("sets", "intransitive") or control(draft.head) == "CONCEDE"
    if draft.type == "REJECT" and relents and not recipients:
        return False  # "will not relent", "would not allow the raid to spoil the peace"
    if draft.type == "COOPERATE" and not recipients:
        return False  # "provides useful information"
    if draft.nominal and draft.type == "AGREE" and not recipients:
        return False  # "Iran's deal" names one side of who knows what
    return (
        draft.type != "CONSULT"
        or bool(recipients)
        or len(actors) > 1
        or _met_alone(draft)
        or (is_visit(draft) and placed)
    )


def _is_worry(noun: Token) -> bool:
    """Such as "concern over the raid", "regret over prices", which blames nobody."""
    if noun.lemma_.lower() in {"concern", "doubt", "fear", "worry"}:
        return all(t.lower_ != "with" for t in noun.head.subtree)  # "raised her concerns with the ministry" complains
    about = [t for v in (noun, noun.head) for p in ("about", "at", "for", "over") for t in after(v, p)]
    worried = noun.lemma_.lower() in words("sets", "worries")
    return worried and any(t.lemma_.lower() in words("sets", "conditions") for t in about)


def _is_turned_away(verb: Token) -> bool:
    """Such as "were turned back", "was denied entry"."""
    kept = verb.lemma_ in {"deny", "refuse"} and any(
        c.dep_ in {"dobj", "oprd"} and c.lemma_.lower() in words("groups", "rights") for c in verb.rights
    )
    return verb.lemma_ == "turn" or (kept and is_passive(verb))


def _is_money(noun: Token) -> bool:
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() == "dollar"


def is_visit(draft: Draft) -> bool:
    """Whether the event is a visit or a trip."""
    return any(t.lemma_.lower() in words("sets", "visits") for t in draft.trigger)


def _by_attack(verb: Token) -> bool:
    """Whether force is told of, though not whose: "was killed in a bombing", "a bombing killed two"."""
    nouns = subjects(verb)
    nouns += [n for p in verb.children if p.dep_ in {"prep", "agent"} and p.lower_ in {"in", "by"} for n in p.children]
    joined = [c for c in verb.rights if c.dep_ == "conj" and verb_frame(c) is not None and c.tag_ == "VBN"]
    nouns += [n for v in joined for p in v.children if p.dep_ in {"prep", "agent"} for n in p.children]
    around = [t for n in nouns for t in (n, *(c for c in n.lefts if c.dep_ in {"compound", "amod"}))]
    return any(t.lemma_.lower() in words("sets", "attacks") for t in around)


def _met_alone(draft: Draft) -> bool:
    """Whether a meeting with nobody named is still worth telling: "held talks in Oslo", "talks resumed"."""
    return len(draft.trigger) > 1 and (
        draft.clause is not None
        or draft.head.lemma_ in {"hold", "begin", "resume", "launch", "commence", "convene", "open", "start"}
    )
