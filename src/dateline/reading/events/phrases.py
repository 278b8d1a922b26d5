"""Set phrases of force, crowds, courts and talks: "hacked to death", "taken into custody", "gathered to demand", "voted against"."""

from spacy.tokens import Token

from dateline.model import EventStatus, EventType
from dateline.reading.events.arguments import is_passive, objects, subjects, who_does
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after


def drafted(
    type_: EventType, verb: Token, beside: list[Token], recipients: list[list[Token]], state: EventStatus
) -> Draft:
    """The event of that type by the verb's subjects, anchored at the verb and the words beside it."""
    return Draft(type_, verb, [verb, *beside], subjects(verb), recipients, state, deed=verb)


def to_death(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "hacked ten villagers to death"; not of a sentence."""
    ways = {"beat", "burn", "club", "crush", "hack", "kick", "shoot", "stab", "stone", "torture"}
    if verb.lemma_ not in ways or not any(t.lower_ == "death" for t in after(verb, "to")):
        return None
    return drafted("ASSAULT", verb, [], [objects(verb)], state)


def rained(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "rockets rained down on the port"."""
    if verb.lemma_ not in {"rain", "land", "slam"} or is_passive(verb):
        return None
    if not any(t.lemma_.lower() in words("sets", "attacks") for t in subjects(verb)):
        return None
    down = [t for v in (verb, *verb.rights) for p in ("on", "upon", "onto", "into", "in") for t in after(v, p)]
    return Draft("ASSAULT", verb, [verb], [], [down], state, deed=verb) if down else None


def into_custody(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "was taken into custody", "was put behind bars"."""
    custody = [
        t for p in ("into", "in", "behind") for t in after(verb, p) if t.lower_ in {"custody", "detention", "bars"}
    ]
    if verb.lemma_ not in {"take", "place", "put", "remand", "throw"} or not custody:
        return None
    return drafted("COERCE", verb, custody[:1], [objects(verb)], state)


def sent_away(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "ordered the envoy out of the country", "kicked them out of the land"."""
    out = any(c.lower_ == "out" for c in verb.rights)
    lands = [t for c in verb.rights if c.lower_ == "out" for t in after(c, "of")]
    gone = [t for t in lands if t.ent_type_ == "GPE" or t.lemma_.lower() in {"country", "nation"}]
    if verb.lemma_ not in {"order", "kick", "throw", "force"} or not out or not gone or not objects(verb):
        return None
    return drafted("SANCTION", verb, [], [objects(verb)], state)


def walked_free(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "walked free after a year in prison"."""
    free = [c for c in verb.rights if c.lower_ == "free" and c.i == verb.i + 1]
    if verb.lemma_ not in {"walk", "go"} or not free:
        return None
    return Draft("RETREAT", verb, [verb, *free], [], [subjects(verb)], state, deed=verb)


def gave_up_office(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the minister quit over the leak", "handed in her resignation"."""
    if verb.lemma_ in {"hand", "tender", "submit", "announce"} and not is_passive(verb):
        papers = [t for t in objects(verb) if t.lemma_.lower() == "resignation"]
        return drafted("CONCEDE", verb, papers[:1], [], state) if papers else None
    if verb.lemma_ != "quit":
        return None
    offices = words("groups", "offices") | words("sets", "visitors")
    held = any(t.lemma_.lower() in offices or t.ent_type_ == "PERSON" for t in subjects(verb))
    alone = not objects(verb) and not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.rights)
    if held and alone and not is_passive(verb):
        return drafted("CONCEDE", verb, [], [], state)
    return None


def said_no(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "voted against the bill", "said no to talks with Chad"."""
    against = after(verb, "against") if verb.lemma_ == "vote" else []
    if against:
        return drafted("REJECT", verb, [], [against, *[after(t, p) for t in against for p in ("of", "by")]], state)
    no = [c for c in verb.rights if c.lower_ == "no" and c.i == verb.i + 1]
    if verb.lemma_ != "say" or not no:
        return None
    what = [t for n in (verb, *no) for t in after(n, "to")]
    return drafted("REJECT", verb, [*no, *what[:1]], [w for t in what for w in (after(t, "with"), [t])], state)


def gathered(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "crowds gathered to demand a vote", a protest, and "ministers gathered for a summit", a meeting."""
    if verb.lemma_ not in {"assemble", "congregate", "convene", "gather"} or objects(verb):
        return None
    voices = [c for c in verb.rights if c.dep_ in {"xcomp", "advcl"} and c.lemma_ in _VOICED]
    if voices:
        return drafted("PROTEST", verb, [], [after(voices[0], "against")], state)
    talks = [
        t for p in ("for", "at") for t in after(verb, p) if (f := noun_frame(t)) is not None and f.type == "CONSULT"
    ]
    who = who_does(verb)
    if talks and any(t.lemma_.lower() in words("sets", "visitors") for t in who):
        return drafted("CONSULT", verb, talks[:1], [], state)
    return None


_VOICED = frozenset({"chant", "condemn", "demand", "denounce", "oppose", "protest"})


def rang(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "the presidents spoke on the telephone"."""
    lines = [t for p in ("by", "on", "over") for t in after(verb, p) if t.lower_ in {"phone", "telephone"}]
    if verb.lemma_ not in {"speak", "talk"} or not lines:
        return None
    return drafted("CONSULT", verb, lines, [after(verb, "with"), after(verb, "to")], state)


def walked_out(verb: Token, state: EventStatus) -> Draft | None:
    """Such as "lawmakers stormed out of parliament"."""
    houses = [t for c in (verb, *verb.rights) for t in after(c, "of") if t.lower_ in _HOUSES]
    out = any(c.lower_ == "out" for c in verb.rights)
    if verb.lemma_ not in {"storm", "walk"} or not out or not houses:
        return None
    return drafted("PROTEST", verb, houses[:1], [], state)


_HOUSES = frozenset({"assembly", "chamber", "parliament", "senate", "session"})
