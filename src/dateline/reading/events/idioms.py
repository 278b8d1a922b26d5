"""Events told by a verb with a noun behind a preposition: "went back to work", "rolled into the capital", "fell to rebels"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, subjects, who_does
from dateline.reading.events.draft import FROM_FORCE, Draft
from dateline.reading.events.lexical import name_of, noun_frame, words
from dateline.reading.events.nouns import after, owners, with_conjuncts
from dateline.reading.events.offices import (
    gave_way,
    left_body,
    let_in,
    listed,
    no_confidence,
    shunned,
    silenced,
    sued,
    tried,
    unwanted,
)
from dateline.reading.events.phrases import (
    drafted,
    gathered,
    gave_up_office,
    into_custody,
    rained,
    rang,
    said_no,
    sent_away,
    to_death,
    walked_free,
    walked_out,
)

_FURTHEST = 60
"""Tokens around a return to work that may tell of the strike before it."""


def idiom(verb: Token, taken: set[int], state: EventStatus | None) -> Iterator[Draft]:
    """The event that the verb makes with what stands behind its preposition; the nouns it uses are `taken`."""
    if state is None:
        return
    for read in (
        _back_at_work,
        _confined,
        _answered,
        _moved_in,
        _fell,
        _on_the_streets,
        _walked_away,
        _took,
        _burnt,
        _bidden,
        _left_dead,
        _struck_over,
        _driven_out,
        no_confidence,
        tried,
        unwanted,
        to_death,
        rained,
        into_custody,
        sent_away,
        walked_free,
        gave_up_office,
        said_no,
        gathered,
        rang,
        walked_out,
        left_body,
        listed,
        sued,
        let_in,
        shunned,
        gave_way,
        silenced,
    ):
        made = read(verb, state)
        if made is not None:
            taken.update(t.i for t in made.trigger)
            if state == "planned" and made.type in FROM_FORCE:
                made.told, made.type = made.type, "THREATEN"
            yield made
            return


def _back_at_work(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the nurses returned to work after a strike"."""
    if verb.lemma_ not in {"return", "go", "be", "get"}:
        return None
    back = [c for c in verb.rights if c.lower_ == "back" and c.i == verb.i + 1]
    if verb.lemma_ != "return" and not back:
        return None
    works = [t for place in ("to", "at") for v in (verb, *back) for t in after(v, place) if t.lower_ in _WORK]
    near = verb.doc[max(0, verb.i - _FURTHEST) : verb.i + _FURTHEST]
    if not works or not any(t.lemma_.lower() in {"strike", "walkout", "stoppage"} for t in near):
        return None
    return drafted("RETREAT", verb, [*back, works[0]], [], state)


_WORK = frozenset({"work", "jobs"})


def _confined(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "was placed under house arrest"."""
    held = [t for t in after(verb, "under") if t.lower_ in {"arrest", "curfew", "siege", "lockdown"}]
    if not held or verb.lemma_ not in {"place", "put", "keep", "hold"}:
        return None
    return drafted("COERCE", verb, held[:1], [objects(verb)], state)


def _answered(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "responded with airstrikes"; answers in words are other events."""
    if verb.lemma_ not in {"respond", "retaliate", "reply", "answer"} or is_passive(verb):
        return None
    for noun in after(verb, "with"):
        if name_of(noun) in words("groups", "riot_arms"):
            return drafted("COERCE", verb, [noun], [after(noun, "on"), after(noun, "against")], state)
        frame = noun_frame(noun)
        before = {c.lower_ for c in noun.lefts}
        if frame is None or frame.type not in {"ASSAULT", "COERCE"} or before & words("sets", "bloodless"):
            continue
        if before & (words("sets", "unarmed") | words("sets", "verbal")) and frame.type == "ASSAULT":
            continue
        if name_of(noun) in words("sets", "weak") | _OF_WORDS and not before & words("sets", "armed"):
            continue
        places = [after(t, p) for p in ("on", "against", "at") for t in (noun, verb)]
        return drafted(frame.type, verb, [noun], places, state)
    return None


_OF_WORDS = frozenset({"assault", "attack", "barrage", "campaign", "offensive", "onslaught", "operation"})
"""Attacks that may be in words where no arms are named beside them."""

_MOVES = frozenset({"advance", "cross", "march", "move", "pour", "push", "roll", "stream", "sweep", "thrust"})
_NOT_MOVED = frozenset({"guard", "officer", "personnel", "police", "ship", "vessel", "aircraft", "drone", "unit"})
"""Whose coming is nothing of war."""


def _is_place(noun: Token) -> bool:
    named = noun.ent_type_ in {"GPE", "LOC"} and noun.pos_ == "PROPN"
    return named or noun.lemma_.lower() in words("sets", "settlements") | words("sets", "lands")


def _moved_in(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "tanks rolled into the capital", "troops entered the town"."""
    if verb.lemma_ in _MOVES:
        where = after(verb, "into")
    elif verb.lemma_ == "enter" and not is_passive(verb):
        where = objects(verb)
    else:
        return None
    who = who_does(verb)
    force = words("groups", "force") - _NOT_MOVED
    if not any(t.lemma_.lower() in force for t in who) or not any(_is_place(t) for t in where):
        return None
    return drafted("MOBILIZE", verb, [], [where], state)


def _fell(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the town fell to the rebels": who took it acts."""
    if verb.lemma_ != "fall":
        return None
    hands = [h for place in ("into", "to") for h in after(verb, place) if h.lower_ in {"hand", "hands"}]
    nouns = [n for h in hands for n in after(h, "of")] or after(verb, "to")
    to = [t for noun in nouns for t in with_conjuncts(noun)]
    fallen = who_does(verb)
    if not _are_armed(to) or not any(_can_be_taken(t) or (hands and t.pos_ == "PROPN") for t in fallen):
        return None
    return Draft("ASSAULT", verb, [verb], to, [fallen], state, deed=verb)


def _are_armed(nouns: list[Token]) -> bool:
    armed = words("sets", "fighters") - {"opposition", "coalition", "government"}
    return any(
        t.lemma_.lower() in armed | (words("groups", "force") - _NOT_MOVED) | {"fighter", "junta", "gunman"}
        for t in nouns
    )


def _can_be_taken(noun: Token) -> bool:
    return _is_place(noun) or noun.ent_type_ == "FAC" or noun.lemma_.lower() in words("sets", "facilities")


def _took(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the rebels took control of the airport", "took the town": for armed actors only."""
    if verb.lemma_ not in {"take", "gain", "regain", "retake", "win"}:
        return None
    whom = objects(verb)
    control = [t for t in whom if t.lower_ == "control"]
    taken = [t for place in (*control, verb) for t in after(place, "of")] if control else whom
    if verb.lemma_ in {"gain", "win"} and not control:
        return None
    who = who_does(verb)
    if not _are_armed(who) or not any(_can_be_taken(t) for t in taken):
        return None
    return drafted("ASSAULT", verb, control[:1], [taken], state)


def _driven_out(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "drove the rebels out of the town", "were driven from the hill": of armed people alone."""
    away = any(c.lower_ in {"away", "back", "from", "off", "out"} for c in verb.rights)
    if verb.lemma_ not in {"chase", "dislodge", "drive", "flush", "push"} or not (away or verb.lemma_ == "dislodge"):
        return None
    whom = [t for o in objects(verb) for t in with_conjuncts(o)]
    if not _are_armed(whom):
        return None
    return drafted("ASSAULT", verb, [c for c in verb.rights if c.dep_ == "prt"][:1], [whom], state)


def _burnt(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "houses were set ablaze"."""
    how = [c for c in verb.rights if c.lower_ in {"ablaze", "alight", "afire"}]
    if verb.lemma_ != "set" or not how:
        return None
    if not is_passive(verb) and not any(t.tag_ in {"NNS", "NNP", "NNPS", "PRP"} for t in subjects(verb)):
        return None  # "the song set the crowd alight"
    return drafted("ASSAULT", verb, how[:1], [objects(verb)], state)


def _struck_over(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "nurses strike over pay", "the pilots will strike on Friday"."""
    if verb.lemma_ != "strike" or objects(verb) or is_passive(verb) or any(c.dep_ == "prt" for c in verb.rights):
        return None
    labour = words("beside", "labour") | words("sets", "labour_words")
    if not after(verb, "over") and not any(t.lower_ in labour for t in subjects(verb)):
        return None
    return drafted("PROTEST", verb, [], [], state)


_LEAVING = frozenset({"comply", "disband", "disarm"})


def _bidden(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "gave the army two days to leave", an ultimatum, and "called for the minister to resign"."""
    below = [c for c in verb.rights if c.tag_ == "VB" and c.dep_ in {"xcomp", "advcl", "ccomp"}]
    if verb.lemma_ in {"call", "push", "press"} and not is_passive(verb):
        asked = [b for b in below if any(m.lower_ == "for" and m.dep_ == "mark" for m in b.lefts)]
        whom = [s for b in asked for s in b.lefts if s.dep_ in {"nsubj", "nsubjpass"}]
        return drafted("REQUEST", verb, [], [whom], state) if whom else None
    if verb.lemma_ != "give" or not any(c.lemma_ in words("sets", "stopping") | _LEAVING for c in below):
        return None
    spans = [c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in _SPANS]
    whom = [c for c in verb.children if c.dep_ in {"dative", "nsubjpass"}]
    if not spans or not whom or any(t.lemma_.lower() in _JUDGES for t in subjects(verb)):
        return None
    envoys = any(t.lemma_.lower() in words("groups", "envoys") - {"staff", "worker"} for t in whom)
    return drafted("SANCTION" if envoys else "THREATEN", verb, [], [whom], state)


_SPANS = frozenset({"hour", "day", "week", "month", "minute"})
_JUDGES = frozenset({"court", "judge", "tribunal", "regulator", "landlord", "doctor"})
"""Whose terms are judgements."""


def _left_dead(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the bombing left six people dead"."""
    if verb.lemma_ != "leave":
        return None
    blows = [t for t in subjects(verb) if t.lemma_.lower() in words("sets", "attacks") and t.lower_ != "battle"]
    if not blows:
        return None
    below = [c for c in verb.rights if c.dep_ in {"ccomp", "dobj", "oprd", "acomp", "xcomp"}]
    how = [t for c in below for t in (c, *c.rights) if t.lower_ in {"dead", "wounded", "injured", "hurt"}]
    whom = [t for c in below for t in (c, *c.lefts) if t.dep_ in {"nsubj", "dobj", "nsubjpass"}]
    if not how or not whom:
        return None
    return Draft("ASSAULT", verb, [verb, how[0]], owners(blows[0]), [whom], state, deed=verb)


def _on_the_streets(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "thousands took to the streets"."""
    if verb.lemma_ != "take" or objects(verb):
        return None
    street = [t for t in after(verb, "to") if t.lower_ in {"street", "streets"}]
    whom = [*after(verb, "against"), *(t for s in street for t in after(s, "against"))]
    return drafted("PROTEST", verb, street, [whom], state) if street else None


def _walked_away(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "left the talks without signing"."""
    without = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "without"]
    if verb.lemma_ not in {"leave", "quit"} or is_passive(verb) or not without:
        return None
    talks = [t for t in objects(verb) if (f := noun_frame(t)) is not None and f.type == "CONSULT"]
    unsigned = [c for p in without for c in p.children if c.lemma_ in {"sign", "agree"} or _is_pact(c)]
    if not talks or not unsigned:
        return None
    return drafted("REJECT", verb, talks[:1], [after(talks[0], "with")], state)


def _is_pact(noun: Token) -> bool:
    return noun.lemma_.lower() in words("groups", "pacts")
