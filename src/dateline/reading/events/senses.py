"""Verbs of the lexicon in another sense: figures of speech, matches, courts, papers, things said of others."""

from collections.abc import Callable

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, who_does
from dateline.reading.events.figures_of_speech import LONGEST, are, is_by_a_text, is_by_nature, is_no_force
from dateline.reading.events.lexical import Frame, name_of, noun_frame, words
from dateline.reading.events.nouns import after, is_nation
from dateline.reading.events.warnings import is_harm, is_of_danger

_FREED = frozenset({"PERSON", "NORP", "GPE"})
"""What spaCy may take the name of somebody for who is freed."""

_COMPLEMENTS = frozenset({"prep", "ccomp", "xcomp", "dobj", "advcl", "prt"})

_MATTERS = frozenset({"importance", "issue", "matter", "necessity", "need", "point", "question", "subject"})

_BACK = 5
"""Tokens before "asked" in which a question ends."""

_OWN = frozenset({"army", "country", "force", "government", "military", "party", "troop", "union"})
"""Whom one speaks for: "his government"."""


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
    """Such as "agreed that a deal is near", "agree on such issues": of one mind on what is so, not on what is to be done."""
    if verb.tag_ in {"VBP", "VBZ"} and verb.lemma_ == "agree" and are(after(verb, "on"), _MATTERS):
        return True
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


def is_question(verb: Token) -> bool:
    """Such as "asked the mayor whether he knew", "asked what was meant"."""
    clauses = [c for c in verb.rights if c.dep_ in {"advcl", "ccomp", "xcomp"}]
    if verb.lemma_ == "ask" and any(t.text == "?" for t in verb.doc[max(0, verb.i - _BACK) : verb.i]):
        return True  # "'Is that so?' he asked Juan Ose"
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
    return is_plea_in_court(verb) or are(objects(verb), frozenset({"anonymity", "comment"}))


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


def _is_no_retreat(verb: Token) -> bool:
    """Such as "withdrew from its claim", "returned to Malta", "released a report", "handed over a note"."""
    papers = words("parties", "documents") | words("groups", "messages") | {"work"}
    back = verb.lemma_ == "return" and not objects(verb)
    elsewhere = words("sets", "stances") | words("sets", "races")
    firms = are(who_does(verb), words("sets", "firms") | {"carmaker", "maker"}) and not objects(verb)
    return back or firms or are(objects(verb), papers) or are(after(verb, "from"), elsewhere)


def _is_of_no_one_freed(verb: Token) -> bool:
    """Such as "released the Coral Report"."""
    return any(t.pos_ == "PROPN" and t.ent_type_ not in _FREED for t in objects(verb))


def _is_shown(verb: Token) -> bool:
    """Such as "the visit demonstrates trust", "rallied for a relief operation"."""
    relief = words("groups", "relief") | {"operation", "support"}
    helped = [t for place in ("for", "behind", "around", "to") for t in after(verb, place)]
    rallied = verb.lemma_ == "rally" and are(helped, relief)
    return rallied or bool(objects(verb)) or any(c.dep_ == "ccomp" for c in verb.children)


def _is_walk(verb: Token) -> bool:
    """Such as "walked out of the court", "walked off the stage"."""
    out_of = [t for o in (verb, *verb.rights) for t in after(o, "of")]
    off = after(verb, "off")
    stage = bool(off) and all(t.lower_ != "job" for t in off)
    return stage or are(out_of, words("targets", "nouns") | {"court"})


def _is_known(verb: Token) -> bool:
    """Such as "recognised reports of theft"."""
    return any(
        t.lemma_.lower() in words("sets", "known") or (t.tag_ == "NNS" and noun_frame(t) is not None)
        for t in objects(verb)
    )


def _is_mobilised(verb: Token) -> bool:
    """For a walkout, or "mobilised support"."""
    return are(after(verb, "for"), words("groups", "protests")) or are(objects(verb), words("sets", "means"))


def _is_met(verb: Token) -> bool:
    """Such as "meet a deadline", "met with stiff opposition"."""
    return are(objects(verb), words("sets", "met")) or any(_is_answer(t) for t in after(verb, "with"))


def _is_defended(verb: Token) -> bool:
    """Such as "defended the raid", one's own, and "defended the port from rebels"."""
    whom = [t for place in ("from", "against") for t in after(verb, place)]
    own = any(c.tag_ == "PRP$" for t in objects(verb) if t.tag_ in {"NN", "NNS"} for c in t.lefts)
    own = own or are(objects(verb), frozenset({"democracy", "freedom", "interest", "peace", "right", "title", "value"}))
    return own or any(is_harm(t) for t in objects(verb)) or any(not _is_spoken(t) for t in whom)


_CHARGES = frozenset(
    {"charge", "accusation", "allegation", "wrongdoing", "corruption", "fraud", "murder", "misconduct"}
)
"""Of what a court clears."""

_TOLD = frozenset({"copy", "detail", "evidence", "figure", "list", "name", "proof"})
"""What is given by who tells something: "supplied a list of prisoners"."""

_BY_TYPE: dict[str, Callable[[Token], bool]] = {
    "REQUEST": _is_of_other_request,
    "REJECT": lambda verb: are(objects(verb), frozenset({"fact", "possibility"})),  # "disregarded the fact that"
    "AGREE": _is_of_other_pact,
    "ASSAULT": is_no_force,
    "COERCE": lambda verb: is_by_a_text(verb) or is_by_nature(verb),
    "THREATEN": is_by_nature,
    "RETREAT": _is_no_retreat,
    "AID": lambda verb: (
        (are(who_does(verb), words("sets", "firms")) and verb.lemma_ in {"equip", "supply", "train"})
        or are(objects(verb), _TOLD)
    ),
    "SUPPORT": lambda verb: are(who_does(verb), words("sets", "equipment")),  # "backed by tanks"
}


_PAYING = frozenset({"buyer", "client", "customer", "fee", "guest", "passenger", "price", "user"})
"""Who is charged a price, and what is."""

_GODS = frozenset({"allah", "god", "lord"})


def _is_passed_over(verb: Token) -> bool:
    """Such as "the paper ignores the seasons": nothing that anybody had asked or ordered."""
    heeded = words("groups", "demands") | words("groups", "sanctions") | words("groups", "policies") | _HEEDED
    named = any(t.pos_ == "PROPN" or is_person(t) for t in objects(verb))
    return are(who_does(verb), words("parties", "documents")) or not (named or are(objects(verb), heeded))


_HEEDED = frozenset({"advice", "law", "pressure", "rule", "threat", "warning", "wish", "will"})


def _is_of_a_cause(verb: Token) -> bool:
    """Such as "is investigating the crash": nobody is accused of anything."""
    whom = [*objects(verb), *after(verb, "into")]
    of = [t for o in whom for t in after(o, "of")]
    return are(whom, words("sets", "causes")) and not any(is_person(t) or t.pos_ == "PROPN" for t in of)


def _is_own_loss(verb: Token) -> bool:
    """Such as "lamented his side's defeat"."""
    own = [c for o in objects(verb) for x in (o, *o.lefts) for c in x.lefts]
    return any(c.tag_ == "PRP$" for c in own)


def _is_how_it_was_said(verb: Token) -> bool:
    """Such as "Speaking to Radio Four, she said"."""
    says = verb.head.lemma_ in words("sets", "saying") | words("sets", "speech")
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and says


_BY_VERB: dict[str, Callable[[Token], bool]] = {
    "ally": lambda verb: not [*after(verb, "with"), *after(verb, "behind")],  # "the allied group"
    "appeal": lambda verb: not [*after(verb, "to"), *after(verb, "for")],  # against a judgement
    "appreciate": _is_known,
    "bar": lambda verb: are(verb.sent[:LONGEST], words("sets", "contests")),  # from a match
    "blast": lambda verb: bool(after(verb, "into")),
    "challenge": lambda verb: (
        any(is_person(t) for t in objects(verb))  # in an election
        or not are(objects(verb), words("groups", "demands"))  # "challenged diplomacy"
    ),
    "bless": lambda verb: are(who_does(verb), _GODS),
    "forgive": lambda verb: are(who_does(verb), _GODS),
    "charge": lambda verb: are(
        objects(verb), words("sets", "bodies") | _PAYING
    ),  # "the body charged with watching over it"
    "clear": lambda verb: (
        not are([t for n in (verb, *objects(verb)) for t in after(n, "of")], _CHARGES)
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
    "hack": lambda verb: any(t.lower_ == "death" for t in after(verb, "to")),
    "ignore": _is_passed_over,
    "investigate": _is_of_a_cause,
    "probe": _is_of_a_cause,
    "speak": _is_how_it_was_said,
    "talk": _is_how_it_was_said,
    "visit": lambda verb: are(who_does(verb), words("sets", "visitors_for_fun")),
    "welcome": lambda verb: (
        are(objects(verb), words("sets", "told_us")) or are(who_does(verb), frozenset({"investor", "market", "trader"}))
    ),
    "intervene": lambda verb: are(after(verb, "in"), words("sets", "affairs")),  # "intervened in the market"
    "lament": _is_own_loss,
    "bemoan": _is_own_loss,
    "look": _is_of_a_cause,
    "march": _is_shown,
    "liberate": lambda verb: (
        are(objects(verb), words("targets", "nouns") | words("sets", "lands"))
        or any(t.ent_type_ in {"GPE", "LOC"} for t in objects(verb))  # a country
    ),
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
