"""Verbs of the lexicon in another sense: figures of speech, matches, courts, papers, things said of others."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, subjects
from dateline.reading.events.lexical import Frame, name_of, noun_frame, words
from dateline.reading.events.nouns import after, is_nation, with_conjuncts
from dateline.reading.events.warnings import is_harm, is_of_danger

_FREED = frozenset({"PERSON", "NORP", "GPE"})
"""What spaCy may take the name of somebody for who is freed."""

_LONGEST = 80
"""Tokens of a sentence that are looked at for what it is about."""

_COMPLEMENTS = frozenset({"prep", "ccomp", "xcomp", "dobj", "advcl", "prt"})

_OWN = frozenset({"army", "country", "force", "government", "military", "party", "troop", "union"})
"""Whom one speaks for: "his government"."""


def who_does(verb: Token) -> list[Token]:
    """The subjects with what is coordinated with them."""
    return [t for s in subjects(verb) for t in with_conjuncts(s)]


def is_person(token: Token) -> bool:
    """Whether the noun is of one in an office or of a name for a person."""
    return (
        token.ent_type_ == "PERSON"
        or token.lemma_.lower() in words("sets", "visitors")
        or any(c.ent_type_ == "PERSON" and c.dep_ in {"compound", "appos"} for c in token.children)
    )


def is_plea_in_court(verb: Token) -> bool:
    """Such as "pleaded not guilty"."""
    beside = [t for c in verb.children for t in (c, *c.children)]
    return verb.lemma_ == "plead" and any(t.lower_ in words("sets", "guilty") | {"innocent"} for t in beside)


def is_opinion(verb: Token) -> bool:
    """Such as "agreed that a deal is near": of one mind on what is so, not on what is to be done."""
    clauses = [c for c in verb.rights if c.dep_ == "ccomp"] if verb.lemma_ in {"agree", "concur"} else []
    if any(x.dep_ == "expl" for c in clauses for x in c.lefts):
        return True  # "agreed there should be a vote"
    return bool(clauses) and all(c.tag_ != "VB" and all(a.tag_ not in {"MD", "TO"} for a in c.lefts) for c in clauses)


def is_another_sense(verb: Token, frame: Frame, state: EventStatus) -> bool:
    """Whether the verb of a frame states no event of its type here, by its subject, its objects or what stands beside it."""
    other = _BY_VERB.get(verb.lemma_)
    if other is not None and other(verb):
        return True
    if any(t.tag_ == "PRP" and t.lower_.endswith(("self", "selves")) for t in objects(verb)):
        return True  # "defend itself"
    if verb.lemma_ == "retaliate" and state == "happened":
        return True  # with what, other words tell
    if verb.lemma_ in {"exclude", "rule"} and frame.type == "REJECT" and state == "denied":
        return True  # "did not rule out"
    by_type = _BY_TYPE.get(frame.type)
    return by_type is not None and by_type(verb)


def _are(nouns: Iterable[Token], names: frozenset[str]) -> bool:
    """Whether one of the nouns is of the names."""
    return any(t.lemma_.lower() in names for t in nouns)


def is_question(verb: Token) -> bool:
    """Such as "asked the mayor whether he knew", "asked what was meant"."""
    clauses = [c for c in verb.rights if c.dep_ in {"advcl", "ccomp", "xcomp"}]
    return verb.lemma_ == "ask" and any(
        c.tag_ in {"WRB", "WP", "WDT"} or c.lower_ in {"if", "whether"} for x in clauses for c in (x, *x.lefts)
    )


def _is_of_other_request(verb: Token) -> bool:
    if is_question(verb):
        return True
    if verb.lemma_ in {"ask", "seek", "demand", "request"} and (
        verb.dep_ == "advcl" or any(c.dep_ == "xcomp" or c.lower_ == "about" for c in verb.children)
    ):
        return True
    if verb.lemma_ == "call" and objects(verb):
        return True  # "called the election for him"
    if verb.lemma_ == "press" and any((f := noun_frame(o)) is not None and f.type == "ASSAULT" for o in objects(verb)):
        return True
    return is_plea_in_court(verb) or _are(objects(verb), frozenset({"anonymity", "comment"}))


def _is_answer(noun: Token) -> bool:
    """Whether the noun is how something is received: "opposition", not "the opposition"."""
    bare = all(c.lower_ != "the" for c in noun.lefts)
    answer = noun.lemma_.lower() in words("sets", "received") or noun_frame(noun) is not None
    return noun.pos_ == "NOUN" and bare and answer


def _is_spoken(noun: Token) -> bool:
    """Whether the noun is criticism, from which one is defended by word of mouth."""
    frame = noun_frame(noun)
    return frame is not None and frame.type == "ACCUSE"


def _is_told_of_others(verb: Token) -> bool:
    """Whether what is said is no deed of the one who says it."""
    told = [c for c in verb.rights if c.dep_ == "ccomp"]
    whom = [c for c in verb.rights if c.dep_ == "dobj"]
    if any(d.lower_ == "that" and d.tag_ == "IN" for c in whom for d in c.lefts):
        return True  # the parser takes "that" for an article
    who = [s for c in told for s in c.lefts if s.dep_ == "nsubj"]
    return bool(told) and not any(s.pos_ == "PRON" or _is_own_side(s) for s in who)


def _is_own_side(noun: Token) -> bool:
    own = any(c.tag_ == "PRP$" and c.lower_ != "your" for c in noun.lefts)
    return own and noun.lemma_.lower() in _OWN


def _is_assent(verb: Token) -> bool:
    """Whether one person merely "agreed" with what somebody said."""
    told = [c for c in verb.rights if c.dep_ in _COMPLEMENTS]
    alone = all(t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"} for t in who_does(verb))
    return verb.lemma_ == "agree" and not told and alone


def _is_of_other_pact(verb: Token) -> bool:
    """Such as "the truce agreed in May", "a list of names agreed in May", "agreed that a deal is near"."""
    before = verb.nbor(-1) if verb.i else verb
    told_of = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ == "agent" for c in verb.children)
    named = verb.tag_ != "VB" and before.pos_ == "NOUN" and name_of(before) in words("groups", "pacts")
    return told_of or named or is_opinion(verb) or _is_assent(verb)


def _is_attacker(noun: Token) -> bool:
    return noun.lemma_.lower() in words("sets", "attacks") | words("sets", "fighters")


def _is_figure_of_speech(verb: Token) -> bool:
    """Force in a match, on a business or on an evil: "beat them in the final", "targeted two firms", "fought corruption"."""
    if verb.lemma_.lower() not in words("checks", "physical") | {"attack", "target", "assault", "pound"}:
        return False
    if _are(verb.sent[:_LONGEST], words("sets", "contests")):
        return True
    if any(_is_attacker(t) for t in who_does(verb)):
        return False  # "a bomber struck a market"
    whom = [*objects(verb), *after(verb, "against")]
    return _are(whom, words("sets", "firms") | words("sets", "evils"))


def _is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in words("parties", "documents") or noun.lemma_.lower() == "act"


def _is_by_a_text(verb: Token) -> bool:
    """Such as "a law that targets firms"."""
    described = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else []
    return any(_is_text(t) for t in (*described, *subjects(verb)))


def _is_by_nature(verb: Token) -> bool:
    """Such as "wildfires threatened the village"."""
    who, forces = who_does(verb), words("checks", "natural")
    who += [c for t in who if t.pos_ == "PROPN" for c in t.lefts if c.dep_ == "compound"]  # "Typhoon Vala"
    who = [t for t in who if t.ent_type_ != "PERSON" or t.dep_ == "compound" or t.lower_.endswith("s")]  # a Mr Frost
    return _are(who, forces) or any(t.lower_.removesuffix("s") in forces for t in who)  # a plural taken for a name


def _is_no_force(verb: Token) -> bool:
    """Such as "struck a bargain", "the car struck him", "abused by sanctions"."""
    who = who_does(verb)
    if verb.lemma_ in {"kill", "slaughter", "hunt", "poison", "shoot"} and _are(objects(verb), words("sets", "beasts")):
        return True
    if _is_vote_won(verb):
        return True
    if _are(objects(verb), words("sets", "figurative")) and not any(_is_attacker(t) for t in who):
        return True
    curbed = any((f := noun_frame(t)) is not None and f.type == "COERCE" for t in who)
    return curbed or _is_by_nature(verb) or _is_figure_of_speech(verb) or _is_by_a_text(verb)


def _is_vote_won(verb: Token) -> bool:
    """Such as "beat his rival in the vote"."""
    polls = words("sets", "polls")
    return verb.lemma_ in {"beat", "crush", "defeat", "edge", "rout", "thrash", "topple", "trounce", "unseat"} and _are(
        verb.sent[:_LONGEST], polls
    )


def _is_no_retreat(verb: Token) -> bool:
    """Such as "withdrew from its claim", "returned to Malta", "released a report", "handed over a note"."""
    papers = words("parties", "documents") | words("groups", "messages")
    back = verb.lemma_ == "return" and not objects(verb)
    elsewhere = words("sets", "stances") | words("sets", "races")
    firms = _are(who_does(verb), words("sets", "firms") | {"carmaker", "maker"}) and not objects(verb)
    return back or firms or _are(objects(verb), papers) or _are(after(verb, "from"), elsewhere)


def _is_of_no_one_freed(verb: Token) -> bool:
    """Such as "released the Coral Report"."""
    return any(t.pos_ == "PROPN" and t.ent_type_ not in _FREED for t in objects(verb))


def _is_shown(verb: Token) -> bool:
    """Such as "the visit demonstrates trust", "rallied for a relief operation"."""
    relief = words("groups", "relief") | {"operation", "support"}
    helped = [t for place in ("for", "behind", "around", "to") for t in after(verb, place)]
    rallied = verb.lemma_ == "rally" and _are(helped, relief)
    return rallied or bool(objects(verb)) or any(c.dep_ == "ccomp" for c in verb.children)


def _is_walk(verb: Token) -> bool:
    """Such as "walked out of the court", "walked off the stage"."""
    out_of = [t for o in (verb, *verb.rights) for t in after(o, "of")]
    off = after(verb, "off")
    stage = bool(off) and all(t.lower_ != "job" for t in off)
    return stage or _are(out_of, words("targets", "nouns") | {"court"})


def _is_known(verb: Token) -> bool:
    """Such as "recognised reports of theft"."""
    return any(
        t.lemma_.lower() in words("sets", "known") or (t.tag_ == "NNS" and noun_frame(t) is not None)
        for t in objects(verb)
    )


def _is_mobilised(verb: Token) -> bool:
    """For a walkout, or "mobilised support"."""
    return _are(after(verb, "for"), words("groups", "protests")) or _are(objects(verb), words("sets", "means"))


def _is_met(verb: Token) -> bool:
    """Such as "meet a deadline", "met with stiff opposition"."""
    return _are(objects(verb), words("sets", "met")) or any(_is_answer(t) for t in after(verb, "with"))


def _is_defended(verb: Token) -> bool:
    """Such as "defended the raid", one's own, and "defended the port from rebels"."""
    whom = [t for place in ("from", "against") for t in after(verb, place)]
    own = any(c.tag_ == "PRP$" for t in objects(verb) if t.tag_ in {"NN", "NNS"} for c in t.lefts)
    return own or any(is_harm(t) for t in objects(verb)) or any(not _is_spoken(t) for t in whom)


_CHARGES = frozenset(
    {"charge", "accusation", "allegation", "wrongdoing", "corruption", "fraud", "murder", "misconduct"}
)
"""Of what a court clears."""

_BY_TYPE: dict[str, Callable[[Token], bool]] = {
    "REQUEST": _is_of_other_request,
    "REJECT": lambda verb: _are(objects(verb), frozenset({"fact", "possibility"})),  # "disregarded the fact that"
    "AGREE": _is_of_other_pact,
    "ASSAULT": _is_no_force,
    "COERCE": lambda verb: _is_by_a_text(verb) or _is_by_nature(verb),
    "THREATEN": _is_by_nature,
    "RETREAT": _is_no_retreat,
    "AID": lambda verb: _are(who_does(verb), words("sets", "firms")) and verb.lemma_ in {"equip", "supply", "train"},
    "SUPPORT": lambda verb: _are(who_does(verb), words("sets", "equipment")),  # "backed by tanks"
}


def _is_passed_over(verb: Token) -> bool:
    """Such as "the paper ignores the seasons": nothing that anybody had asked or ordered."""
    heeded = words("groups", "demands") | words("groups", "sanctions") | words("groups", "policies") | _HEEDED
    named = any(t.pos_ == "PROPN" or is_person(t) for t in objects(verb))
    return _are(who_does(verb), words("parties", "documents")) or not (named or _are(objects(verb), heeded))


_HEEDED = frozenset({"advice", "law", "pressure", "rule", "threat", "warning", "wish", "will"})


def _is_of_a_cause(verb: Token) -> bool:
    """Such as "is investigating the crash": nobody is accused of anything."""
    of = [t for o in objects(verb) for t in after(o, "of")]
    return _are(objects(verb), words("sets", "causes")) and not any(is_person(t) or t.pos_ == "PROPN" for t in of)


def _is_how_it_was_said(verb: Token) -> bool:
    """Such as "Speaking to Radio Four, she said"."""
    says = verb.head.lemma_ in words("sets", "saying") | words("sets", "speech")
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and says


_BY_VERB: dict[str, Callable[[Token], bool]] = {
    "ally": lambda verb: not [*after(verb, "with"), *after(verb, "behind")],  # "the allied group"
    "appeal": lambda verb: not [*after(verb, "to"), *after(verb, "for")],  # against a judgement
    "appreciate": _is_known,
    "bar": lambda verb: _are(verb.sent[:_LONGEST], words("sets", "contests")),  # from a match
    "blast": lambda verb: bool(after(verb, "into")),
    "challenge": lambda verb: (
        any(is_person(t) for t in objects(verb))  # in an election
        or not _are(objects(verb), words("groups", "demands"))  # "challenged diplomacy"
    ),
    "bless": lambda verb: _are(who_does(verb), frozenset({"god", "lord"})),
    "charge": lambda verb: _are(objects(verb), words("sets", "bodies")),  # "the body charged with watching over it"
    "clear": lambda verb: (
        not _are([t for n in (verb, *objects(verb)) for t in after(n, "of")], _CHARGES)
    ),  # "cleared the road of snow"
    "clash": lambda verb: bool(after(verb, "over")),  # in words
    "concur": is_opinion,
    "contribute": lambda verb: not objects(verb),  # "contributed to the calm"
    "contest": lambda verb: any(is_person(t) for t in objects(verb)),  # in an election
    "decline": lambda verb: any(t.lower_ in {"comment", "interview"} for t in objects(verb)),
    "defend": _is_defended,
    "demonstrate": _is_shown,
    "dispute": lambda verb: verb.dep_ == "acl",  # "land disputed between"
    "exchange": lambda verb: any(t.lemma_.lower() not in words("sets", "views") for t in objects(verb)),  # prisoners
    "free": _is_of_no_one_freed,
    "host": lambda verb: not any(is_person(t) or t.ent_type_ == "ORG" for t in objects(verb)),  # "hosts refugees"
    "ignore": _is_passed_over,
    "investigate": _is_of_a_cause,
    "probe": _is_of_a_cause,
    "speak": _is_how_it_was_said,
    "talk": _is_how_it_was_said,
    "visit": lambda verb: _are(who_does(verb), words("sets", "visitors_for_fun")),
    "welcome": lambda verb: _are(objects(verb), words("sets", "told_us")),
    "intervene": lambda verb: _are(after(verb, "in"), words("sets", "affairs")),  # "intervened in the market"
    "march": _is_shown,
    "liberate": lambda verb: _are(objects(verb), words("targets", "nouns") | words("sets", "lands")),  # a country
    "meet": _is_met,
    "mobilise": _is_mobilised,
    "mobilize": _is_mobilised,
    "open": lambda verb: not [*after(verb, "on"), *after(verb, "at")],  # "open up exports"
    "rally": _is_shown,
    "recognise": _is_known,
    "recognize": _is_known,
    "reconcile": lambda verb: bool(objects(verb)),  # things, not people
    "refuse": lambda verb: any(t.lower_ in {"comment", "interview"} for t in objects(verb)),
    "regret": lambda verb: not any(is_person(t) for t in objects(verb)),  # "regrets the loss of lives"
    "release": _is_of_no_one_freed,
    "settle": lambda verb: bool(objects(verb)) and not after(verb, "with"),  # "settled the case"
    "slam": lambda verb: bool(after(verb, "into")),  # "slammed a car into the gate"
    "strike": lambda verb: is_passive(verb) and bool(after(verb, "between")),  # "the pact was struck between them"
    "suspend": lambda verb: not any(is_nation(t) or t.ent_type_ == "ORG" for t in objects(verb)),  # "the game"
    "walk": _is_walk,
    "warn": lambda verb: _is_told_of_others(verb) or is_of_danger(verb),  # "warned that violence had grown"
    "yield": lambda verb: bool(objects(verb)),
}
"""What a verb of the lexicon may also mean."""
