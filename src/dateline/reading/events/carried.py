"""Verbs with event nouns: "lifted the siege", "held talks with", "remained on alert"."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from dateline.model import EventStatus, EventType
from dateline.reading.events.arguments import datives, is_passive, objects, subjects
from dateline.reading.events.draft import FROM_COOPERATION, FROM_FORCE, Draft
from dateline.reading.events.lexical import Frame, Turn, is_light, noun_frame, turn, turn_of, verb_frame, words
from dateline.reading.events.nouns import after, deep_after, essence, owners, possessors, with_conjuncts
from dateline.reading.events.senses_of_turns import is_other_turn
from dateline.reading.events.warnings import is_of_danger
from dateline.reading.pacts import is_acronym

_TO_BE_FACED = frozenset({"PROTEST", "ASSAULT", "COERCE"})
_MANY = frozenset(
    {"coalition", "crowd", "federation", "group", "march", "mob", "movement", "opposition", "party", "people", "union"}
)
"""Nouns in the singular for many, who may block a road in protest."""

_COURTS = frozenset({"arbitrator", "court", "judge", "jury", "tribunal"})
"""Whose awards are judgements and no aid."""

_NAMED_TURNS = {
    "cessation": "cease",
    "end": "end",
    "suspension": "suspend",
    "lifting": "lift",
    "cancellation": "cancel",
    "halt": "halt",
    "easing": "ease",
    "severing": "sever",
    "imposition": "impose",
    "resumption": "resume",
}
"""Nouns that say what a verb of the turns says: "announced the lifting of the siege"."""


def _named_turn(verb: Token, nouns: list[Token]) -> tuple[Turn, Token] | None:
    if not is_light(verb) and verb.lemma_ not in words("sets", "effecting"):
        return None  # who welcomes or wins the lifting of a siege has not lifted it
    for noun in nouns:
        as_verb = _NAMED_TURNS.get(noun.lemma_.lower())
        below = [essence(n) for place in ("of", "to") for n in after(noun, place)]
        if as_verb and (found := turn_of(as_verb, below)):
            return found
    return None


def carried(verb: Token, taken: set[int], state: EventStatus | None) -> Iterator[Draft]:
    """Such as "lifted the siege", "held talks with", "launched an attack on", also in the passive."""
    nouns = [essence(n) for o in objects(verb) for n in with_conjuncts(o)]
    if verb.lemma_ in {"engage", "participate", "enter", "attend", "take"}:
        nouns += [essence(n) for p in ("in", "into") for n in after(verb, p)]
    if verb.lemma_ == "come":
        nouns += [n for n in after(verb, "to") if n.lemma_.lower() in words("groups", "pacts")]
    if verb.lemma_ in {"remain", "stay", "be", "place", "put", "keep", "go"}:
        yield from _standing(verb, state)
    if not nouns:
        return
    found = _named_turn(verb, nouns) or turn(verb, nouns)
    if found is not None:
        each, noun = found
        taken.update({noun.i, *(n.i for n in nouns)})
        vague = noun.lemma_.lower() == "measure" and verb.lemma_ in {"adopt", "announce", "introduce", "renew"}
        vague = vague or (
            verb.lemma_ == "declare" and any(c.dep_ in {"oprd", "acomp"} for c in verb.rights)
        )  # "illegal"
        vague = vague or (noun.lemma_.lower() == "confidence" and not after(noun, "in"))  # "confidence that it goes on"
        vague = vague or (noun.lemma_.lower() == "work" and bool(after(noun, "of")))  # "stops the work of the court"
        raised = verb.lemma_ == "raise" and verb.tag_ == "VBG" and verb.dep_ == "advcl"
        vague = vague or raised  # "left the town, raising concerns"
        industrial = noun.lemma_.lower() == "action" and each.frame.type == "ACCUSE" and not after(noun, "against")
        vague = vague or (industrial and not any(c.lower_ in {"court", "legal"} for c in noun.lefts))
        vague = vague or is_other_turn(verb, noun, state)
        vague = vague or (verb.lemma_ == "raise" and noun.lemma_.lower() == "fear")  # what does so is a deed, nobody
        blocked = noun.lemma_.lower() in words("groups", "roads") and each.frame.type == "PROTEST"
        vague = vague or (blocked and all(t.tag_ == "NN" and t.lower_ not in _MANY for t in subjects(verb)))
        vague = vague or (each.frame.type == "AID" and any(t.lemma_.lower() in _COURTS for t in subjects(verb)))
        thrown = noun.lemma_.lower() in words("groups", "thrown") and each.frame.type == "ASSAULT"
        vague = vague or (thrown and not [t for n in (noun, verb) for p in ("at", "on") for t in after(n, p)])
        written = noun.lemma_.lower() in {"letter", "note"}
        if (
            written
            and state is not None
            and (protest := [t for t in (*after(noun, "of"), *noun.lefts) if t.lower_ == "protest"])
        ):
            made = _draft(verb, noun, Frame("ACCUSE", ("dative", "to", "with")), state)
            made.recipients.append(after(protest[0], "to"))
            yield made
            return
        vague = vague or any(
            t.lemma_ in {"article", "report", "story"} for t in after(noun, "for")
        )  # "for this report"
        vague = vague or (verb.lemma_ == "send" and any(c.lower_ in words("sets", "of_messages") for c in noun.lefts))
        own = any(c.tag_ == "PRP$" for c in noun.lefts) and noun.lemma_.lower() in words("groups", "arms")
        if own and verb.lemma_ in {"hand", "turn"} and each.frame.type == "AID":
            each = Turn(each.objects, Frame("RETREAT", ("to",)))  # "handed over its weapons"
        if _is_over(verb, noun):
            each = Turn(each.objects, Frame("CONSULT", ("with", "between")))
        if state is not None and not vague and (verb.lemma_ != "spend" or _is_to_help(verb)):
            yield _draft(verb, noun, each.frame, state)
        return
    if not is_light(verb):
        return
    for noun in nouns:
        frame = noun_frame(noun)
        if frame is None:
            continue
        if verb.lemma_ == "call" and (
            frame.type not in {"CONSULT", "PROTEST"} or any(c.lower_ == "the" for c in noun.lefts)
        ):
            return  # "called the deal a mistake"
        if noun.lemma_.lower() == "appeal" and after(noun, "against"):
            return  # against a judgement
        if noun.lemma_.lower() == "appeal" and verb.lemma_ in words("sets", "filing"):
            return  # in court
        if noun.lemma_.lower() == "warning" and is_of_danger(noun):
            return  # "issued a warning about raids"
        if frame.type == "ASSAULT" and verb.lemma_ in words("sets", "voicing"):
            return  # "issued a statement deploring a raid, as well as the attack on the port"
        if verb.lemma_ == "take" and frame.type == "AGREE":
            return  # "took the deal to its members"
        if verb.lemma_ == "take" and noun.lower_ == "charge":
            return  # "took charge of the post"
        if verb.lemma_ == "impose" and frame.type == "RETREAT":
            return  # "imposed a withdrawal on the rebels"
        if verb.lemma_ == "offer" and frame.type in {"AGREE", "CONSULT"}:
            return  # "offered talks" holds none
        if verb.lemma_ == "have" and frame.type not in {"CONSULT", "AGREE"}:
            return  # "has information" gives none
        if noun.lemma_.lower() == "call" and verb.lemma_ == "pay":
            frame = Frame("CONSULT", ("on", "to"))  # "paid a call on"
        if noun.lemma_.lower() == "call" and verb.lemma_ in {"have", "hold", "join"}:
            frame = Frame("CONSULT", ("with", "between"))
        if frame.type == "PROTEST" and verb.lemma_ in words("sets", "voicing"):
            frame = Frame("ACCUSE", ("to", "with", "against", "at", "over"))  # a protest in words
        if (
            frame.type == "ASSAULT"
            and noun.lemma_.lower() in words("sets", "weak")
            and not _is_armed(verb, noun, frame)
        ):
            return
        taken.add(noun.i)
        if state is None or (
            frame.type == "ASSAULT" and any(c.lower_ in words("sets", "bloodless") for c in noun.lefts)
        ):
            return
        if frame.type == "AID" and verb.lemma_ not in words("sets", "aiding"):
            return  # "carried weapons"
        if noun.lemma_.lower() in {"confidence", "hope"} and not after(noun, "in"):
            return  # "confidence that it goes on"
        if frame.type == "ASSAULT" and any(c.lower_ in words("sets", "verbal") for c in noun.lefts):
            frame = Frame("ACCUSE", frame.recipients)
        if verb.lemma_ in words("light", "suffered"):
            if verb.lemma_ == "face" and verb.tag_ in {"VBZ", "VBP", "VBG"} and frame.type in _TO_BE_FACED:
                state = "possible"  # who faces a walkout has not seen it yet
            by = [t for p in ("by", "from") for each in (noun, verb) for t in after(each, p)]
            yield Draft(frame.type, verb, [verb, noun], by, [subjects(verb)], state)
            return
        yield _draft(verb, noun, frame, state)
        return


def _is_region(noun: Token) -> bool:
    """Whether the noun says no more than where: "attacks in the western region"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words("sets", "lands") | {"area", "part", "territory", "zone"}


def _is_over(verb: Token, noun: Token) -> bool:
    """Whether a meeting merely came to its end: "ended their meeting", not "ended its meetings with Malta"."""
    met = noun.lemma_.lower() in words("sets", "meetings") and verb.lemma_ in {"end", "terminate"}
    return met and not [*after(noun, "with"), *after(verb, "with")]


def _is_to_help(verb: Token) -> bool:
    """Whether money is spent on helping someone."""
    below = [c for c in verb.subtree if c.pos_ == "VERB" and c.dep_ in {"pcomp", "xcomp", "advcl"}]
    frames = [verb_frame(b) for b in below]
    return any(f is not None and f.type in {"AID", "SUPPORT"} for f in frames)


def _is_armed(verb: Token, noun: Token, frame: Frame) -> bool:
    """Whether a campaign, an operation or a war is one of arms: by the words before it, or because it is against someone."""
    if any(c.lower_ in words("sets", "armed") for c in noun.lefts):
        return True
    if any(c.lower_ in words("sets", "unarmed") for c in noun.lefts):
        return False
    places = [p for p in frame.recipients if p in {"against", "on", "at", "into"}]
    return any(n.ent_type_ not in {"DATE", "TIME"} for t in (noun, verb) for place in places for n in after(t, place))


def _of_the_purpose(verb: Token, noun: Token) -> list[list[Token]]:
    """Whom "to help", "commitment to supporting" or "in" a country names, where nothing nearer tells who is helped."""
    found = [
        objects(x)
        for t in (verb, noun)
        for p in t.children
        if p.dep_ == "prep"
        for x in p.children
        if x.dep_ == "pcomp" and x.lemma_ not in {"exchange", "send", "swap"}
    ]
    for below in [c for t in (verb, noun) for c in t.children if c.dep_ in {"xcomp", "advcl", "acl", "relcl"}]:
        if any(c.tag_ == "TO" for c in below.children):
            found += [objects(below), *[after(o, "in") for o in objects(below)]]
    return [
        *found,
        *(
            [
                [t]
                for t in verb.doc[noun.i : noun.i + 40]
                if t.dep_ == "pobj" and t.ent_type_ == "GPE" and t.head.lower_ == "in" and verb.is_ancestor(t)
            ][:1]
        ),
    ]


def _standing(verb: Token, state: EventStatus | None) -> Iterator[Draft]:
    """Such as "remained on alert", "went on strike"."""
    for noun in after(verb, "on"):
        if noun.lemma_.lower() in {"alert", "strike"} and state is not None:
            type_: EventType = "MOBILIZE" if noun.lemma_.lower() == "alert" else "PROTEST"
            recipients = [
                [*after(verb, place), *after(noun, place)] for place in ("against", "in", "along", "at", "near")
            ]
            yield Draft(type_, verb, [verb, noun], subjects(verb), recipients, state)


_FAR = frozenset({"AID", "RETREAT", "MOBILIZE", "COERCE", "ACCUSE", "SANCTION"})
"""Types whose recipient may stand deep below the object: "shipped tons of rice in March to Mali"."""


def _is_abducted(noun: Token) -> bool:
    return noun.lemma_.lower() in {"hostage", "abductee", "captive"}


_FURTHEST = 60
"""Tokens below a verb that may say what troops are for."""


_TO_COME = frozenset({"PROTEST", "CONSULT"})
"""What is only announced is still to come: "announced a walkout"."""


_CARES = frozenset({"alarm", "concern", "fear", "worry"})
"""What is felt for somebody as well as of somebody."""


def _is_of_a_pact(noun: Token) -> bool:
    """Whether the noun is an agreement or a part of one: "the pact", "some aspects of the pact"."""
    if noun.pos_ == "PROPN" and noun.text in {"Framework", "Plan", "Roadmap"}:
        return True  # "the Joint Plan of Action"
    by_letters = is_acronym(noun) and noun.ent_type_ in {"", "ORG", "LAW", "NORP"}
    return by_letters or any(t.lemma_.lower() in words("groups", "pacts") for t in (noun, *after(noun, "of")))


def _is_under_way(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.lefts)


def _draft(verb: Token, noun: Token, frame: Frame, state: EventStatus) -> Draft:
    """A verb with an event noun: the recipient stands below the noun or below the verb."""
    recipients: list[list[Token]] = [found] if (found := datives(verb)) else []
    left = noun.lemma_.lower() == "withdrawal" and any(_is_of_a_pact(t) for t in after(noun, "from"))
    if left:
        frame = Frame("SANCTION", ())  # who announces that it leaves a treaty has left it, for all that others know
    to_come = not left and (frame.type in _TO_COME or noun.lemma_.lower() in {"drawdown", "pullout", "withdrawal"})
    if verb.lemma_ == "announce" and to_come and state == "happened":
        state = "planned"
    heard = frozenset({"in"} if verb.lemma_ in {"announce", "unveil"} else ())  # "curbs were announced in Oslo"
    for place in frame.recipients:
        if place == "obj":
            given = frame.type == "AID" and bool(
                possessors(noun)
            )  # "offered the union's help", which is not for the union
            recipients.append([] if given else [noun])
        elif place == "dative":
            recipients.append(datives(verb))
        elif place == "with" and noun.lemma_.lower() in words("sets", "visits") and after(noun, "to"):
            continue  # "made a trip to Malta with an aide"
        elif place == "in" and frame.type == "ASSAULT":
            recipients += [[t for t in after(n, place) if not _is_region(t)] for n in (noun, verb)]
        else:
            recipients += [after(noun, place), [] if place in heard else after(verb, place)]
            if place in {"against", "into"} or (place == "with" and frame.type != "ACCUSE"):
                recipients.append(deep_after(verb, place))
            recipients += [after(c, place) for o in objects(verb) if o != noun for c in (o,)]
            recipients += [after(c, place) for c in noun.children if c.dep_ in {"acl", "relcl"}]
    if frame.type in _FAR:
        recipients += [
            deep_after(verb, place)
            for place in frame.recipients
            if place not in {"obj", "dative", "of", "for"} | heard
            and (frame.type != "ACCUSE" or place in {"against", "into", "on"})
        ]
    if "for" in frame.recipients:  # "gave approval for Malta to fish"
        clauses = [
            c for t in (noun, verb) for c in t.rights if any(m.dep_ == "mark" and m.lower_ == "for" for m in c.children)
        ]
        recipients += [[c for c in clause.children if c.dep_ == "nsubj"] for clause in clauses]
    if frame.type == "REQUEST":  # "its demand that Malta leave"
        recipients += [
            [s for s in c.children if s.dep_ == "nsubj"] for c in noun.children if c.dep_ in {"acl", "ccomp"}
        ]
    if noun.lemma_.lower() == "mediation" or any(c.lower_ == "mediation" for c in noun.lefts):
        recipients.append([t for p in islice(verb.subtree, _FURTHEST) if p.lower_ == "between" for t in p.children])
    if frame.type == "SANCTION" and noun.lemma_.lower() in words("sets", "trade"):
        near = [(noun, place) for place in ("to", "with", "from", "between", "in")] + [(verb, "to"), (verb, "in")]
        recipients = [after(t, place) for t, place in near]  # not "cut flights amid talks with Malta"
    signed = noun.lemma_.lower() in words("groups", "pacts")  # in a capital, which takes no part
    if frame.type == "REJECT" and noun.lemma_.lower() in words("groups", "sanctions") and owners(noun):
        recipients.insert(0, owners(noun))  # who broke "Malta's curbs on Fiji" defied Malta
    if frame.type in {"AID", "SUPPORT"} and not signed:
        recipients += _of_the_purpose(verb, noun)
    if noun.lemma_.lower() in _CARES:  # "concern over migrants" is for them
        recipients = [[t for t in found if t.tag_ != "NNS"] for found in recipients]
    if verb.dep_ == "acl" and state == "happened" and any(c.lower_ in words("sets", "ahead") for c in noun.lefts):
        state = "planned"  # "planned curbs imposed on it"
    if (
        frame.type == "AGREE"
        and verb.lemma_ in {"finalise", "finalize"}
        and _is_under_way(verb)
        and state == "happened"
    ):
        state = "planned"
    who = subjects(verb)
    if (
        is_passive(verb)
        and not who
        and frame.type in {"MOBILIZE", "AID"}
        and noun.lemma_.lower() in words("groups", "force") | words("groups", "peace")
    ):
        who = [noun]
    theirs = [c for c in noun.lefts if c.tag_ == "PRP$" and c.lower_ == "their"]
    if theirs and who and frame.type in {"RETREAT", "PROTEST"} and all(t.tag_ in {"NN", "NNP"} for t in who):
        who = theirs if len(who) == 1 else who  # "the court stopped the nurses by an order, ending their strike"
    if is_passive(verb) and not who:
        who = [*after(noun, "by"), *[c for c in noun.children if c.dep_ == "poss"]]
        if noun.lemma_.lower() in words("groups", "gatherings"):  # whose march was dispersed dispersed none
            who, recipients = after(noun, "by"), [*recipients, [c for c in noun.children if c.dep_ == "poss"]]
    if not who and not is_passive(verb):
        who = owners(noun)
    mutual = after(noun, "between") + after(verb, "between")
    if signed and is_passive(verb) and not (who or mutual):  # "was signed to widen trade between Malta and Fiji"
        aims = [c for c in verb.rights if any(t.tag_ == "TO" for t in c.lefts)]
        between = (t for c in aims for t in islice(c.subtree, _FURTHEST) if t.lower_ == "between")
        mutual = [p for t in between for p in t.children if p.dep_ == "pobj"][:1]
    if noun.lemma_.lower() == "evacuation" and not any(t.lemma_.lower() in words("groups", "force") for t in who):
        frame = Frame("AID", frame.recipients)
    rescued = frame.type == "RETREAT" and verb.lemma_ in {"free", "liberate", "release"}
    if rescued and any(t.lemma_.lower() in words("sets", "rescuers") for t in who) and _is_abducted(noun):
        frame = Frame("AID", ("obj",))
    told = [t for t in islice(verb.subtree, _FURTHEST) if t != noun]
    if frame.type == "MOBILIZE" and any(
        t.lower_.startswith("peace") or t.lemma_.lower() in words("sets", "relieving") for t in told
    ):
        frame = Frame("AID", frame.recipients)  # troops that keep a peace or dig out the living
    if verb.lemma_ == "order" and state == "happened" and any(t.lemma_.lower() in _COURTS for t in who):
        return Draft(frame.type, verb, [verb, noun], who, recipients, "planned", mutual=mutual)  # for others to do
    if state == "planned" and frame.type in FROM_COOPERATION:
        return Draft("AGREE", verb, [verb, noun], who, recipients, state, mutual=mutual, told=frame.type, deed=verb)
    if state == "planned" and frame.type in FROM_FORCE:
        return Draft("THREATEN", verb, [verb, noun], who, recipients, state, mutual=mutual, told=frame.type)
    return Draft(frame.type, verb, [verb, noun], who, recipients, state, mutual=mutual)
