"""Set phrases of parliaments, courts and ministries: votes of no confidence, trials, unwanted envoys, bodies left, papers shut."""

from itertools import islice

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import is_passive, objects, subjects, who_does
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after, is_nation

_FURTHEST = 40
"""Tokens below a verb that are looked through for a phrase."""


def _below(verb: Token) -> list[Token]:
    return list(islice((t for t in verb.subtree if t.i > verb.i), _FURTHEST))


def no_confidence(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "passed a motion of no confidence in the government", "lost a vote of confidence", "was ousted in a no-confidence vote"."""
    if verb.lemma_ not in _PASSED | _LOST | _OUSTED | _MOVED:
        return None
    votes = [t for t in _below(verb) if t.lower_ in {"confidence", "censure"} and _is_vote(t, verb)]
    if not votes:
        return None
    named = votes[0]
    motion = next((t for t in (named, *_up(named, verb)) if t.lemma_.lower() in _BALLOTS), named)
    none = named.lower_ == "censure" or any(t.lower_ in {"no", "non"} for t in named.doc[max(0, named.i - 2) : named.i])
    against = [t for n in (motion, named, verb) for p in ("in", "against", "at") for t in after(n, p)]
    against = [t for t in against if t.ent_type_ not in {"DATE", "TIME"} and t.lower_ not in _HOUSES and t != named]
    if verb.lemma_ in _LOST and not is_passive(verb):
        house = [t for n in (motion, named, verb) for t in after(n, "in") if t.lower_ in _HOUSES]
        return Draft("REJECT", verb, [verb, motion], house, [subjects(verb)], state, deed=verb)
    if verb.lemma_ in _OUSTED:
        return Draft("REJECT", verb, [verb, motion], subjects(verb), [objects(verb)], state, deed=verb)
    if not none or (verb.lemma_ in _MOVED and is_passive(verb)):
        return None
    if verb.lemma_ in _MOVED:
        return Draft("ACCUSE", verb, [verb, motion], subjects(verb), [against], state, deed=verb)
    said_no = state == "denied" and all(c.dep_ != "neg" or c.lower_ == "no" for c in verb.children)
    return Draft("REJECT", verb, [verb, motion], subjects(verb), [against], "happened" if said_no else state, deed=verb)


_PASSED = frozenset({"adopt", "approve", "back", "carry", "pass", "vote", "win"})
_LOST = frozenset({"lose"})
_OUSTED = frozenset({"bring", "depose", "oust", "remove", "topple", "unseat"})
_MOVED = frozenset({"bring", "file", "move", "submit", "table"})
_BALLOTS = frozenset({"ballot", "motion", "vote"})
_HOUSES = frozenset({"assembly", "chamber", "house", "parliament", "senate", "knesset", "congress"})


def _up(token: Token, verb: Token) -> list[Token]:
    found: list[Token] = []
    while token.head not in (token, verb) and len(found) < _FURTHEST:
        token = token.head
        found.append(token)
    return found


def _is_vote(confidence: Token, verb: Token) -> bool:
    """Whether a vote is told of, no trust in general: "voted no confidence in", "a no-confidence motion"."""
    voted = verb.lemma_ == "vote" and confidence.dep_ == "dobj" and any(c.lower_ == "no" for c in confidence.lefts)
    return voted or any(t.lemma_.lower() in _BALLOTS for t in _up(confidence, verb))


def tried(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "went on trial", "is standing trial", "stands accused of", "is under investigation"."""
    if verb.lemma_ == "stand":
        accused = [c for c in verb.rights if c.lower_ in {"accused", "charged"}]
        trial = [t for t in objects(verb) if t.lower_ == "trial"]
        return _accused(verb, accused or trial, subjects(verb), state) if accused or trial else None
    if verb.lemma_ not in {"be", "go", "put", "place", "come", "appear"}:
        return None
    trial = [t for place in ("on", "to") for t in after(verb, place) if t.lower_ == "trial" and not list(t.lefts)]
    trial += [t for t in after(verb, "under") if t.lower_ == "investigation" and verb.lemma_ in _PUT]
    if not trial or (verb.lemma_ == "be" and _of_things(verb)):
        return None
    whom = objects(verb) if verb.lemma_ in {"put", "place"} else subjects(verb)
    by = subjects(verb) if verb.lemma_ in {"put", "place"} else []
    return _accused(verb, trial, whom, state, by)


_PUT = frozenset({"be", "come", "place", "put"})


def _of_things(being: Token) -> bool:
    return all(t.lower_ in {"it", "this", "that"} for t in subjects(being))


def _accused(
    verb: Token, beside: list[Token], whom: list[Token], state: EventStatus, by: list[Token] | None = None
) -> Draft | None:
    if not whom:
        return None
    return Draft("ACCUSE", verb, [verb, *beside[:1]], by or [], [whom], state, deed=verb)


def is_to_court(verb: Token) -> bool:
    """Such as "take the bank to court", "take Chad to the trade body's tribunal"."""
    courts = {"court", "tribunal", "arbitration", "organization", "organisation", "wto", "icj"}
    return verb.lemma_ in {"take", "bring", "drag", "haul"} and any(t.lower_ in courts for t in after(verb, "to"))


def sued(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "took the bank to court"."""
    if not is_to_court(verb) or not objects(verb):
        return None
    made = Draft("ACCUSE", verb, [verb], subjects(verb), [objects(verb)], state, deed=verb)
    if state == "planned":
        made.told, made.type = made.type, "THREATEN"
    return made


def listed(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "put the general on its sanctions list"."""
    lists = [t for p in ("on", "to") for t in after(verb, p) if t.lemma_.lower() in {"blacklist", "list"}]
    kinds = {"sanctions", "sanction", "terror", "terrorism", "terrorist", "wanted"}
    barred = [t for t in lists if t.lemma_.lower() == "blacklist" or any(c.lower_ in kinds for c in t.lefts)]
    if verb.lemma_ not in {"put", "place", "add"} or not barred:
        return None
    return Draft("COERCE", verb, [verb, barred[0]], subjects(verb), [objects(verb)], state, deed=verb)


def unwanted(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "declared the envoy persona non grata"."""
    if verb.lemma_ not in {"declare", "name", "pronounce"}:
        return None
    told = [t for t in _below(verb) if t.lower_ in {"persona", "personae"}]
    if not told:
        return None
    behind = verb.doc[told[0].i : told[0].i + 3]
    if [t.lower_ for t in behind[1:2]] != ["non"]:
        return None
    whom = objects(verb) or [t for c in verb.children if c.dep_ == "ccomp" for t in c.lefts if t.dep_ == "nsubj"]
    whom = [t for t in whom if t not in behind] or [
        t for t in _below(verb) if t.lemma_.lower() in words("groups", "envoys") and t.i < told[0].i
    ]
    if not whom:
        return None
    return Draft("SANCTION", verb, [verb], subjects(verb), [whom], state, deed=verb)


def gave_way(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "dropped its plan under pressure from the unions", "scrapped the tax after a week of protests"."""
    if verb.lemma_ not in {"abandon", "drop", "scrap", "shelve", "suspend", "withdraw", "cancel"} or is_passive(verb):
        return None
    plans = [t for t in objects(verb) if t.lemma_.lower() in _PLANS]
    if not plans or not any(_is_pressure(t) for t in verb.sent[:_LONGEST]):
        return None
    return Draft("CONCEDE", verb, [verb, plans[0]], subjects(verb), [], state, deed=verb)


_LONGEST = 80
_PLANS = frozenset({"bill", "fee", "law", "levy", "plan", "proposal", "reform", "rise", "increase", "hike", "tax"})


def _is_pressure(noun: Token) -> bool:
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN":
        return False
    if noun.lower_ == "pressure" and noun.head.lower_ == "under":
        return True
    above = noun.head.head if noun.head.lower_ == "of" else noun
    after_ = above.dep_ == "pobj" and above.head.lower_ in {"after", "following", "amid"}
    return after_ and noun.lemma_.lower() in {
        "protest",
        "strike",
        "outcry",
        "demonstration",
        "backlash",
        "unrest",
        "riot",
    }


def shunned(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "pulled out of the talks with the union", "stayed away from the summit"."""
    if verb.lemma_ not in _LEAVING or is_passive(verb):
        return None
    away = [c for c in verb.rights if c.lower_ in {"away", "back", "out"}]
    places = [(v, p) for v in (verb, *away) for p in ("from", "of")]
    talks = [t for v, p in places for t in after(v, p) if (f := noun_frame(t)) is not None and f.type == "CONSULT"]
    if not talks or (verb.lemma_ != "withdraw" and not away) or talks[0].lemma_.lower() in words("sets", "visits"):
        return None
    return Draft("REJECT", verb, [verb, talks[0]], subjects(verb), [after(talks[0], "with")], state, deed=verb)


_LEAVING = frozenset({"back", "drop", "keep", "pull", "stay", "walk", "withdraw"})


def let_in(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "let aid convoys into the town"."""
    if verb.lemma_ != "let" or verb.lower_ == "lets" or not objects(verb):
        return None
    ways = [p for p in ("into", "through", "across", "in", "out") if any(c.lower_ == p for c in verb.rights)]
    if not ways or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.rights):
        return None
    return Draft("CONCEDE", verb, [verb], subjects(verb), [objects(verb)], state, deed=verb)


def left_body(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "Chad quit the regional court", "left the bloc": of states alone."""
    if verb.lemma_ not in {"leave", "quit", "exit"} or is_passive(verb):
        return None
    bodies = [t for t in objects(verb) if t.lemma_.lower() in _BODIES or t.lemma_.lower() in words("groups", "pacts")]
    who = who_does(verb)
    if not bodies or not any(is_nation(t) for t in who):
        return None
    return Draft("SANCTION", verb, [verb, bodies[0]], who, [[*after(bodies[0], "with"), bodies[0]]], state, deed=verb)


_BODIES = frozenset({"alliance", "bloc", "court", "organisation", "organization", "tribunal", "union"})


def silenced(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the authorities shut down the radio station", by whoever rules."""
    if verb.lemma_ not in {"shut", "close", "block", "cut", "restrict", "suspend", "throttle"}:
        return None
    papers = [t for t in objects(verb) if t.lemma_.lower() in _PAPERS or _is_net(t)]
    rule = any(t.lemma_.lower() in _RULERS or t.ent_type_ == "GPE" for t in subjects(verb))
    if not papers or not rule:
        return None
    return Draft("COERCE", verb, [verb], subjects(verb), [papers], state, deed=verb)


def _is_net(noun: Token) -> bool:
    """Such as "internet access", "the internet"."""
    return any(t.lemma_.lower() == "internet" for t in (noun, *noun.lefts))


_PAPERS = frozenset(
    {"broadcaster", "channel", "newspaper", "newsroom", "outlet", "radio", "station", "website", "charity"}
)
_RULERS = frozenset({"army", "authority", "government", "junta", "ministry", "police", "regulator", "soldier", "troop"})
