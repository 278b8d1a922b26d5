"""Verbs that are events by themselves: "attacked", "met with"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import counted_objects, datives, is_passive, objects, subjects, who_does
from dateline.reading.events.draft import FROM_COOPERATION, FROM_FORCE, Draft
from dateline.reading.events.lexical import Frame, verb_frame, words
from dateline.reading.events.nouns import after, deep_after, is_nation
from dateline.reading.events.senses import is_another_sense, is_person
from dateline.reading.events.warnings import is_harm
from dateline.reading.pacts import is_acronym


def _is_force(noun: Token) -> bool:
    return noun.lemma_.lower() in words("groups", "force") | words("sets", "fighters")


def _is_left_by_members(body: Token) -> bool:
    """Whether what is withdrawn from is a body or a treaty, no place whose name the model does not know."""
    named = body.is_upper or any(c.dep_ in {"amod", "compound", "det"} for c in body.lefts)
    return body.ent_type_ in {"LAW", "ORG"} and named


_POLICE = frozenset(
    {"agent", "authority", "detective", "officer", "officers", "police", "prosecutor", "regulator", "investigator"}
)


def _are_rooms(verb: Token) -> bool:
    return any(
        t.lemma_.lower() in {"building", "flat", "headquarters", "home", "house", "office", "newsroom"}
        for t in objects(verb)
    )


_HELD = frozenset({"hostage", "captive", "prisoner"})


def _held(verb: Token) -> Frame | None:
    """Such as "holds villagers as human shields", "took two nurses hostage"."""
    as_what = [t.lemma_.lower() for t in after(verb, "as")] + [
        c.lower_ for c in verb.children if c.dep_ in {"oprd", "advmod", "dobj"}
    ]
    held = verb.lemma_ in {"hold", "use", "take"} and any(w in {"shield", "hostage"} for w in as_what)
    held = held and any(t.ent_type_ not in {"GPE", "LAW", "LOC", "ORG"} for t in objects(verb))  # bodies: in words
    return Frame("ASSAULT", ("obj",)) if held else None


def _pacts_left(verb: Token) -> list[Token]:
    """The agreements that are withdrawn from, by their noun or by capital letters that are no state's."""
    found = [*after(verb, "from"), *(t for c in verb.rights if c.lower_ == "out" for t in after(c, "of"))]
    return [
        t
        for t in found
        if t.lemma_.lower() in words("groups", "pacts") or (is_acronym(t) and t.ent_type_ in {"", "ORG", "LAW"})
    ]


def _left(verb: Token) -> Frame | None:
    """Such as "the troops left Malta": for an army, leaving is a retreat."""
    result = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "took the fields, leaving a row of towns to the rebels"
    leaves = verb.lemma_ in {"leave", "exit", "vacate", "quit"} and not result
    who = [*subjects(verb)] if leaves and objects(verb) else []
    armed = any(t.lemma_.lower() in words("groups", "force") for t in who)
    return Frame("RETREAT", ("obj",)) if armed else None


_BLOWN_UP = frozenset({"bridge", "building", "car", "door", "gate", "lorry", "pickup", "pipeline", "vehicle", "wall"})
"""What is blasted by no word."""

_STRANDED = frozenset({"at", "on", "upon"})


def plain(verb: Token, state: EventStatus | None) -> Iterator[Draft]:
    """A verb that is an event by itself: "attacked", "met with"."""
    frame = verb_frame(verb) or _held(verb) or _left(verb)
    if frame is None or state is None:
        return
    done_to = frame.recipients[:1] == ("obj",) and frame.type not in {"CONSULT", "PROTEST", "MOBILIZE"}
    if done_to and not (objects(verb) or counted_objects(verb)):
        return
    if is_another_sense(verb, frame, state):
        return
    recipients: list[list[Token]] = []
    for place in frame.recipients:
        if place == "obj":
            held = [s for o in objects(verb) if o.lower_ in _HELD for s in o.lefts if s.dep_ == "nsubj"]
            recipients.append(held or [o for o in objects(verb) if o.lower_ not in _HELD])  # "holding nurses hostage"
        else:
            recipients += [after(verb, place), *[after(o, place) for o in objects(verb)]]
    if frame.type == "RETREAT" and verb.lemma_ in {
        "pull",
        "move",
    }:  # "pulled out of Malta", "pulled back from the hill"
        recipients += [after(c, place) for c in verb.rights if c.lower_ in {"out", "back"} for place in ("of", "from")]
    on = [t for o in (verb, *objects(verb)) for t in after(o, "on")] if verb.lemma_ == "blame" else []
    on = on or (deep_after(verb, "on") if verb.lemma_ == "blame" and objects(verb) else [])
    if on:
        recipients = [on]  # "blamed the raid on Malta"
    if frame.type == "AID" and verb.lemma_ in {"lend", "loan"}:
        recipients.insert(0, datives(verb))
    if frame.type == "CONSULT" and not any(recipients):  # "met and talked with the rebels"
        recipients += [after(c, "with") for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB"]
    if verb.lemma_ == "complain" and not any(recipients):  # "complained that guards had shut the port"
        recipients = [[s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]]
    if verb.lemma_ == "agree":  # "agreed to a meeting with Malta"
        recipients = [[w for p in ("to", "on") for t in after(verb, p) for w in after(t, "with")], *recipients]
    if is_passive(verb) and any(
        c.dep_ == "prep" and c.lower_ in _STRANDED and not list(c.children) for c in verb.rights
    ):
        recipients.append(objects(verb))  # "were fired on"
    if verb.lemma_ == "campaign" and not any(is_person(t) for r in recipients for t in r):
        return  # "campaigned for the presidency"
    told_to = [t for r in recipients for noun in r for t in (noun, *(c for c in noun.lefts if c.dep_ == "compound"))]
    if frame.type == "CONSULT" and any(t.lemma_.lower() in words("sets", "press") for t in told_to):
        return  # "talking to reporters" is how it was said
    who = subjects(verb)
    type_ = frame.type
    if verb.lemma_ == "summon":
        if not who:
            return  # "was summoned to the capital": whose envoy it is, is open
        if any(c.tag_ == "PRP$" for o in objects(verb) for c in o.lefts):
            if not any(c.lower_ in {"back", "home"} for c in verb.rights) and not after(verb, "for"):
                return  # "lodged a protest with Malta and summoned its envoy"
            type_ = "SANCTION"  # its own envoy, for consultations
    if (
        type_ == "CONSULT"
        and verb.lemma_ in {"call", "greet", "receive", "ring", "phone"}
        and not any(is_person(t) for t in objects(verb))
    ):
        return
    if verb.lemma_ == "march" and type_ == "ASSAULT" and not any(_is_force(t) for t in who_does(verb)):
        type_ = "PROTEST"
    if verb.lemma_ == "raid" and any(t.lemma_.lower() in _POLICE for t in who) and _are_rooms(verb):
        type_ = "COERCE"  # a search
    left = _pacts_left(verb) if type_ == "RETREAT" else []
    if left:
        type_ = "SANCTION"  # "withdrew from the treaty with Malta"
        if state == "planned" and verb.dep_ == "acl" and verb.head.lemma_ in {"decision", "move"}:
            state = "happened"  # "slammed its decision to pull out of the treaty"
        recipients = [[*after(pact, "with"), *after(pact, "between")] for pact in left]
    elif type_ == "RETREAT" and any(_is_left_by_members(t) for t in after(verb, "from")):
        type_ = "SANCTION"
    elif type_ == "RETREAT" and verb.lemma_ in {"pull", "withdraw"} and any(map(is_nation, objects(verb))):
        type_, recipients = "SANCTION", []  # "withdrew Malta from it"
    if verb.lemma_ == "blast" and any(t.lemma_.lower() in words("sets", "vehicles") | _BLOWN_UP for t in objects(verb)):
        type_ = "ASSAULT"
    if (
        verb.lemma_ == "walk"
        and type_ == "REJECT"
        and all(t.ent_type_ in {"DATE", "TIME"} for r in recipients for t in r)
        and not any(after(c, "of") for c in verb.rights)
    ):
        type_ = "PROTEST"  # "the dockers walked out"
    if type_ == "AGREE" and any(is_harm(o) for o in objects(verb)):
        type_ = "THREATEN"  # "vowed retaliation"
    told = type_
    if state == "planned" and type_ in FROM_COOPERATION:
        type_ = "AGREE"
    elif state == "planned" and type_ in FROM_FORCE:
        type_ = "THREATEN"
    inside = ("with", "between", "from", "by") if type_ == "REJECT" else None
    if type_ == "ASSAULT" and any(t.lemma_.lower() in words("parties", "documents") for t in objects(verb)):
        if verb.lemma_ not in {"assail", "assault", "attack", "hit", "pound", "target"}:
            return  # "eliminated the draft"
        type_ = "ACCUSE"  # "attacked the minister's policy"
    particles = [c for c in verb.children if c.dep_ == "prt"]
    yield Draft(
        type_,
        verb,
        [verb, *particles, *left[:1]],
        who,
        recipients,
        state,
        inside,
        mutual=after(verb, "between"),
        told=told,
        deed=verb,
    )
