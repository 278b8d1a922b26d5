"""Verbs that are events by themselves: "attacked", "met with"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, subjects
from dateline.reading.events.draft import FROM_COOPERATION, FROM_FORCE, Draft
from dateline.reading.events.lexical import Frame, name_of, noun_frame, verb_frame, words
from dateline.reading.events.nouns import after, deep_after, is_nation, with_conjuncts
from dateline.reading.events.warnings import is_harm, is_of_danger
from dateline.reading.pacts import is_acronym


def _is_force(noun: Token) -> bool:
    return noun.lemma_.lower() in words("groups", "force") | words("sets", "fighters")


def _is_told_of_others(verb: Token) -> bool:
    """Whether what is said is no deed of the one who says it."""
    told = [c for c in verb.rights if c.dep_ == "ccomp"]
    whom = [c for c in verb.rights if c.dep_ == "dobj"]
    if any(d.lower_ == "that" and d.tag_ == "IN" for c in whom for d in c.lefts):
        return True  # the parser takes "that" for an article
    who = [s for c in told for s in c.lefts if s.dep_ == "nsubj"]
    return bool(told) and not any(s.pos_ == "PRON" or _is_own_side(s) for s in who)


def _is_own_side(noun: Token) -> bool:
    """Such as "his government": whom one speaks for."""
    own = any(c.tag_ == "PRP$" and c.lower_ != "your" for c in noun.lefts)
    return own and noun.lemma_.lower() in {
        "army",
        "country",
        "force",
        "government",
        "military",
        "party",
        "troop",
        "union",
    }


_KNOWN = frozenset(
    [
        "challenge",
        "concern",
        "danger",
        "difficulty",
        "fact",
        "gap",
        "importance",
        "issue",
        "limit",
        "need",
        "problem",
        "report",
        "risk",
        "role",
        "threat",
        "value",
    ]
)
"""What is recognised by who merely sees it."""


def _is_answer(noun: Token) -> bool:
    """Whether the noun is how something is received: "opposition", not "the opposition"."""
    bare = all(c.lower_ != "the" for c in noun.lefts)
    answer = noun.lemma_.lower() in words("sets", "received") or noun_frame(noun) is not None
    return noun.pos_ == "NOUN" and bare and answer


def _held(verb: Token) -> Frame | None:
    """Such as "holds villagers as human shields", "took two nurses hostage"."""
    as_what = [t.lemma_.lower() for t in after(verb, "as")] + [
        c.lower_ for c in verb.children if c.dep_ in {"oprd", "advmod", "dobj"}
    ]
    held = verb.lemma_ in {"hold", "use", "take"} and any(w in {"shield", "hostage"} for w in as_what)
    return Frame("ASSAULT", ("obj",)) if held else None


def _is_spoken(noun: Token) -> bool:
    """Whether the noun is criticism, from which one is defended by word of mouth."""
    frame = noun_frame(noun)
    return frame is not None and frame.type == "ACCUSE"


def who_does(verb: Token) -> list[Token]:
    """The subjects with what is coordinated with them."""
    return [t for s in subjects(verb) for t in with_conjuncts(s)]


def _pacts_left(verb: Token) -> list[Token]:
    """The agreements that are withdrawn from, by their noun or by capital letters that are no state's."""
    found = after(verb, "from")
    return [
        t
        for t in found
        if t.lemma_.lower() in words("groups", "pacts") or (is_acronym(t) and t.ent_type_ in {"", "ORG", "LAW"})
    ]


_COMPLEMENTS = frozenset({"prep", "ccomp", "xcomp", "dobj", "advcl", "prt"})


def _is_assent(verb: Token) -> bool:
    """Whether one person merely "agreed" with what somebody said."""
    told = [c for c in verb.rights if c.dep_ in _COMPLEMENTS]
    alone = all(t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"} for t in who_does(verb))
    return verb.lemma_ == "agree" and not told and alone


def is_opinion(verb: Token) -> bool:
    """Such as "agreed that a deal is near": of one mind on what is so, not on what is to be done."""
    clauses = [c for c in verb.rights if c.dep_ == "ccomp"] if verb.lemma_ in {"agree", "concur"} else []
    if any(x.dep_ == "expl" for c in clauses for x in c.lefts):
        return True  # "agreed there should be a vote"
    return bool(clauses) and all(c.tag_ != "VB" and all(a.tag_ not in {"MD", "TO"} for a in c.lefts) for c in clauses)


def _is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in words("parties", "documents") or noun.lemma_.lower() == "act"


def _left(verb: Token) -> Frame | None:
    """Such as "the troops left Malta": for an army, leaving is a retreat."""
    result = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "took the fields, leaving a row of towns to the rebels"
    leaves = verb.lemma_ in {"leave", "exit", "vacate", "quit"} and not result
    who = [*subjects(verb)] if leaves and objects(verb) else []
    armed = any(t.lemma_.lower() in words("groups", "force") for t in who)
    return Frame("RETREAT", ("obj",)) if armed else None


def is_person(token: Token) -> bool:
    return (
        token.ent_type_ == "PERSON"
        or token.lemma_.lower() in words("sets", "visitors")
        or any(c.ent_type_ == "PERSON" and c.dep_ in {"compound", "appos"} for c in token.children)
    )


def _is_attacker(noun: Token) -> bool:
    return noun.lemma_.lower() in words("sets", "attacks") | words("sets", "fighters")


def _is_figure_of_speech(verb: Token) -> bool:
    """Force in a match, on a business or on an evil: "beat them in the final", "targeted two firms", "fought corruption"."""
    if verb.lemma_.lower() not in words("checks", "physical") | {"attack", "target", "assault", "pound"}:
        return False
    around = words("sets", "contests")
    if any(t.lemma_.lower() in around for t in verb.sent[:_LONGEST]):
        return True
    if any(_is_attacker(t) for t in who_does(verb)):
        return False  # "a bomber struck a market"
    whom = [*objects(verb), *after(verb, "against")]
    return any(t.lemma_.lower() in words("sets", "firms") | words("sets", "evils") for t in whom)


_FREED = frozenset({"PERSON", "NORP", "GPE"})
"""What spaCy may take the name of somebody for who is freed."""

_STRANDED = frozenset({"at", "on", "upon"})
_LONGEST = 80
"""Tokens of a sentence that are looked at for what it is about."""


def is_plea_in_court(verb: Token) -> bool:
    """Such as "pleaded not guilty"."""
    beside = [t for c in verb.children for t in (c, *c.children)]
    return verb.lemma_ == "plead" and any(t.lower_ in words("sets", "guilty") | {"innocent"} for t in beside)


def plain(verb: Token, state: EventStatus | None) -> Iterator[Draft]:
    """A verb that is an event by itself: "attacked", "met with"."""
    frame = verb_frame(verb) or _held(verb) or _left(verb)
    if frame is None or state is None:
        return
    if frame.recipients[:1] == ("obj",) and frame.type not in {"CONSULT", "PROTEST", "MOBILIZE"} and not objects(verb):
        return
    if verb.lemma_ in {"ask", "seek", "demand", "request"} and (
        verb.dep_ == "advcl" or any(c.dep_ == "xcomp" or c.lower_ == "about" for c in verb.children)
    ):
        return
    if verb.lemma_ in {"decline", "refuse"} and any(t.lower_ in {"comment", "interview"} for t in objects(verb)):
        return
    if frame.type == "REQUEST" and any(t.lemma_.lower() in {"anonymity", "comment"} for t in objects(verb)):
        return
    if is_plea_in_court(verb):
        return
    if verb.lemma_ == "call" and objects(verb) and frame.type == "REQUEST":
        return  # "called the election for him"
    if verb.lemma_ == "appeal" and not [*after(verb, "to"), *after(verb, "for")]:
        return  # against a judgement
    if verb.lemma_ == "defend" and any(not _is_spoken(t) for p in ("from", "against") for t in after(verb, p)):
        return
    recipients: list[list[Token]] = []
    for place in frame.recipients:
        if place == "obj":
            recipients.append([o for o in objects(verb) if o.lower_ not in {"hostage", "captive", "prisoner"}])
        else:
            recipients += [after(verb, place), *[after(o, place) for o in objects(verb)]]
    if frame.type == "ACCUSE" and verb.lemma_ in {"blast", "slam"} and after(verb, "into"):
        return  # "slammed a car into the gate"
    if verb.lemma_ == "dispute" and verb.dep_ == "acl":
        return  # "land disputed between"
    if verb.lemma_ == "walk" and any(
        t.lemma_.lower() in words("targets", "nouns") | {"court"} for o in (verb, *verb.rights) for t in after(o, "of")
    ):
        return  # "walked out of the court"
    if frame.type == "REJECT" and any(t.lemma_.lower() in {"fact", "possibility"} for t in objects(verb)):
        return  # "disregarded the fact that"
    on = [t for o in (verb, *objects(verb)) for t in after(o, "on")] if verb.lemma_ == "blame" else []
    on = on or (deep_after(verb, "on") if verb.lemma_ == "blame" and objects(verb) else [])
    if on:
        recipients = [on]  # "blamed the raid on Malta"
    if verb.lemma_ == "complain" and not any(recipients):  # "complained that guards had shut the port"
        recipients = [[s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]]
    if verb.lemma_ == "agree":  # "agreed to a meeting with Malta"
        recipients = [[w for p in ("to", "on") for t in after(verb, p) for w in after(t, "with")], *recipients]
    if is_passive(verb) and any(
        c.dep_ == "prep" and c.lower_ in _STRANDED and not list(c.children) for c in verb.rights
    ):
        recipients.append(objects(verb))  # "were fired on"
    told_in_figures = any(t.lemma_.lower() in words("sets", "figurative") for t in objects(verb))
    if frame.type == "ASSAULT" and told_in_figures and not any(_is_attacker(t) for t in who_does(verb)):
        return  # "struck a bargain"
    shown = objects(verb) or [c for c in verb.children if c.dep_ == "ccomp"]
    if verb.lemma_ in {"demonstrate", "rally", "march"} and shown:
        return  # "the visit demonstrates trust"
    if verb.lemma_ == "rally" and any(
        t.lemma_.lower() in words("groups", "relief") | {"operation"} or t.lower_ in {"relief", "support"}
        for place in ("for", "behind", "around", "to")
        for t in after(verb, place)
    ):
        return  # "rallied for a relief operation"
    if verb.lemma_ in {"challenge", "contest"} and any(is_person(t) for t in objects(verb)):
        return  # in an election
    if is_opinion(verb) or _is_assent(verb):
        return
    if verb.lemma_ == "host" and not any(is_person(t) or t.ent_type_ == "ORG" for t in objects(verb)):
        return  # "hosts a million refugees"
    if verb.lemma_ in {"mobilise", "mobilize"} and any(
        t.lemma_.lower() in words("groups", "protests") for t in after(verb, "for")
    ):
        return  # for a walkout
    if verb.lemma_ == "reconcile" and objects(verb):
        return  # things, not people
    if verb.lemma_ == "defend" and any(is_harm(t) for t in objects(verb)):
        return  # "defended the raid": one's own
    if verb.lemma_ == "regret" and not any(is_person(t) for t in objects(verb)):
        return  # "regrets the loss of lives"
    if verb.lemma_ == "campaign" and not any(is_person(t) for r in recipients for t in r):
        return  # "campaigned for the presidency"
    if verb.lemma_ == "meet" and any(t.lemma_.lower() in words("sets", "met") for t in objects(verb)):
        return  # "meet a deadline"
    if verb.lemma_ == "meet" and any(_is_answer(t) for t in after(verb, "with")):
        return  # "met with stiff opposition"
    if any(t.tag_ == "PRP" and t.lower_.endswith(("self", "selves")) for t in objects(verb)):
        return  # "defend itself"
    if verb.lemma_ == "strike" and is_passive(verb) and after(verb, "between"):
        return  # "the pact was struck between them": what a pact is, its own words tell
    if verb.lemma_ == "open" and not [*after(verb, "on"), *after(verb, "at")]:
        return  # "open up exports"
    if verb.lemma_ == "warn" and (_is_told_of_others(verb) or is_of_danger(verb)):
        return  # "warned that violence had grown", "warned drivers of ice"
    if verb.lemma_ in {"mobilise", "mobilize"} and any(
        t.lemma_.lower() in words("sets", "means") for t in objects(verb)
    ):
        return  # "mobilised support"
    if verb.lemma_ in {"appreciate", "recognise", "recognize"} and any(
        t.lemma_.lower() in _KNOWN or (t.tag_ == "NNS" and noun_frame(t) is not None) for t in objects(verb)
    ):
        return  # "recognised reports of theft"
    if verb.lemma_ in {"exclude", "rule"} and frame.type == "REJECT" and state == "denied":
        return  # "did not rule out"
    if verb.lemma_ == "walk" and frame.type == "PROTEST" and all(t.lower_ != "job" for t in after(verb, "off")):
        return  # "walked off the stage"
    if verb.lemma_ == "settle" and objects(verb) and not after(verb, "with"):
        return  # "settled the case"
    given = [t for t in objects(verb) if t.lemma_.lower() not in words("sets", "views")]
    if verb.lemma_ == "exchange" and given:
        return  # "exchanged prisoners with"
    if verb.lemma_ == "yield" and objects(verb):
        return
    if frame.type == "RETREAT" and any(t.lemma_.lower() in words("sets", "stances") for t in after(verb, "from")):
        return
    if frame.type == "RETREAT" and (
        (verb.lemma_ == "return" and not objects(verb))  # "returned to Malta"
        or any(  # "released a report", "handed over a note"
            t.lemma_.lower() in words("parties", "documents") | words("groups", "messages") for t in objects(verb)
        )
    ):
        return
    if verb.lemma_ in {"free", "release"} and any(
        t.pos_ == "PROPN" and t.ent_type_ not in _FREED for t in objects(verb)
    ):
        return  # "released the Coral Report"
    before = verb.nbor(-1) if verb.i else verb
    told_of = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ == "agent" for c in verb.children)
    if frame.type == "AGREE" and (
        told_of or (verb.tag_ != "VB" and before.pos_ == "NOUN" and name_of(before) in words("groups", "pacts"))
    ):
        return  # "the truce agreed in May", "a list of names agreed in May"
    if frame.type == "ASSAULT" and _is_figure_of_speech(verb):
        return
    if verb.lemma_ == "intervene" and any(t.lemma_.lower() in words("sets", "affairs") for t in after(verb, "in")):
        return  # "intervened in the market"
    if verb.lemma_ == "suspend" and not any(is_nation(t) or t.ent_type_ == "ORG" for t in objects(verb)):
        return  # "suspended the game"
    if verb.lemma_ == "retaliate" and state == "happened":
        return  # with what, other words tell
    if verb.lemma_ == "ally" and not [*after(verb, "with"), *after(verb, "behind")]:
        return  # "the allied group"
    if verb.lemma_ == "clash" and after(verb, "over"):
        return  # in words
    if verb.lemma_ == "challenge" and not any(t.lemma_.lower() in words("groups", "demands") for t in objects(verb)):
        return  # "challenged diplomacy"
    if frame.type == "SUPPORT" and any(t.lemma_.lower() in words("sets", "equipment") for t in who_does(verb)):
        return  # "backed by tanks"
    if frame.type == "ASSAULT" and any(t.lemma_.lower() in words("checks", "natural") for t in who_does(verb)):
        return  # "the car struck him"
    if frame.type == "ASSAULT" and any((f := noun_frame(t)) is not None and f.type == "COERCE" for t in who_does(verb)):
        return  # "abused by sanctions"
    if verb.lemma_ == "charge" and any(t.lemma_.lower() in words("sets", "bodies") for t in objects(verb)):
        return  # "the body charged with watching over it"
    described = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else []
    if frame.type in {"ASSAULT", "COERCE"} and any(_is_text(t) for t in (*described, *subjects(verb))):
        return  # "a law that targets firms"
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
    left = _pacts_left(verb) if type_ == "RETREAT" else []
    if left:
        type_ = "SANCTION"  # "withdrew from the treaty with Malta"
        recipients = [[*after(pact, "with"), *after(pact, "between")] for pact in left]
    elif type_ == "RETREAT" and any(t.ent_type_ in {"ORG", "LAW"} for t in after(verb, "from")):
        type_ = "SANCTION"
    if (
        verb.lemma_ == "walk"
        and type_ == "REJECT"
        and all(t.ent_type_ in {"DATE", "TIME"} for r in recipients for t in (*r, *after(verb, "of")))
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
