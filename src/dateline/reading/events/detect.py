"""Events in the parse: verbs, verbs with event nouns, and event nouns alone, with the nouns that stand for the parties."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.model import EventStatus, EventType
from dateline.reading.events.arguments import (
    after,
    datives,
    deep_after,
    essence,
    is_passive,
    objects,
    owners,
    subjects,
    with_conjuncts,
)
from dateline.reading.events.lexical import Frame, Turn, control, is_light, noun_frame, turn, turn_of, verb_frame, words
from dateline.reading.events.status import status

_BARE: dict[str, frozenset[str]] = {
    "ASSAULT": frozenset(
        [
            "attack",
            "assault",
            "strike",
            "airstrike",
            "raid",
            "bombing",
            "shelling",
            "offensive",
            "bombardment",
            "ambush",
            "assassination",
            "massacre",
            "invasion",
            "incursion",
            "kidnapping",
            "clash",
            "onslaught",
            "killing",
        ]
    ),
    "CONSULT": frozenset(
        ["talks", "talk", "negotiation", "meeting", "summit", "dialogue", "visit", "consultation", "discussion"]
    ),
    "PROTEST": frozenset(["protest", "demonstration", "rally", "riot"]),
    "COERCE": frozenset(["crackdown", "arrest", "curfew"]),
    "AGREE": frozenset(["agreement", "accord", "pact", "deal", "truce", "ceasefire"]),
    "REQUEST": frozenset(["request", "appeal", "plea"]),
    "COOPERATE": frozenset(["drill", "exercise", "manoeuvre"]),
}
"""Event nouns that are events without a verb that carries them."""

_OCCUR = frozenset(
    [
        "take_place",
        "occur",
        "happen",
        "erupt",
        "break_out",
        "begin",
        "start",
        "continue",
        "resume",
        "end",
        "hold",
        "stage",
        "organise",
        "organize",
        "conduct",
        "convene",
        "flare",
        "follow",
        "come",
        "be",
        "kill",
        "leave",
        "wound",
        "injure",
        "launch",
        "carry",
        "target",
        "hit",
    ]
)
_FROM_COOPERATION = frozenset({"AID", "RETREAT", "CONCEDE", "COOPERATE"})
_FROM_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@dataclass(slots=True)
class Draft:
    """An event before its parties are known: nouns instead of actors."""

    type: EventType
    head: Token
    trigger: list[Token]
    actors: list[Token]
    recipients: list[list[Token]]
    status: EventStatus
    inside: tuple[str, ...] | None = None
    nominal: bool = False
    mutual: list[Token] = field(default_factory=list)
    clause: Token | None = None


def detect(doc: Doc) -> Iterator[Draft]:
    """All drafts of the text, verbs before the nouns that no verb has taken."""
    taken: set[int] = set()
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.i not in taken:
            yield from _verb(token, taken)
    for token in doc:
        if token.pos_ == "NOUN" and token.i not in taken:
            yield from _noun(token, taken)


def _verb(verb: Token, taken: set[int]) -> Iterator[Draft]:
    if verb.dep_ in {"aux", "auxpass", "amod", "compound", "nmod"}:
        return
    if verb.ent_type_ in {"ORG", "PERSON", "WORK_OF_ART", "LAW"}:
        return
    drafts = (
        list(_judged(verb))
        or list(_ruled(verb, taken))
        or list(_obliged(verb))
        or list(_carried(verb, taken))
        or list(_plain(verb))
    )
    yield from map(_refused, drafts)


_GUILTY = frozenset({"guilty", "liable", "responsible", "complicit", "culpable"})


def _judged(verb: Token) -> Iterator[Draft]:
    """Such as "found him guilty", "called the envoy a liar", "held Malta responsible", "said the rebels were responsible"."""
    state = status(verb)
    if state is None:
        return
    below = [c for c in verb.children if c.dep_ in {"ccomp", "oprd", "acomp", "xcomp", "amod"}]
    if verb.lemma_ in {"find", "hold", "deem", "declare", "rule"}:
        for clause in below:
            if clause.lower_ in _GUILTY or any(c.lower_ in _GUILTY for c in clause.children):
                whom = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}] or objects(verb)
                yield Draft("ACCUSE", verb, [verb], subjects(verb), [whom], state)
                return
    if verb.lemma_ == "say":
        for clause in below:
            if clause.lemma_ == "be" and any(c.lower_ in _GUILTY for c in clause.children if c.dep_ == "acomp"):
                whom = [c for c in clause.children if c.dep_ == "nsubj"]
                yield Draft(
                    "ACCUSE",
                    clause,
                    [clause, *(c for c in clause.children if c.lower_ in _GUILTY)],
                    subjects(verb),
                    [whom],
                    state,
                    clause=verb,
                )
                return
    if verb.lemma_ in {"call", "brand", "label", "dub"}:
        for clause in below:
            if clause.pos_ in {"NOUN", "ADJ"} and clause.dep_ in {"ccomp", "oprd"}:
                whom = [c for c in clause.children if c.dep_ == "nsubj"] or objects(verb)
                if whom:
                    yield Draft("ACCUSE", verb, [verb], subjects(verb), [whom], state)
                    return


def _below(verb: Token) -> list[Token]:
    """The infinitives and clauses that a verb rules, through an adjective ("is ready to") or a noun ("has a plan to")."""
    found = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.pos_ in {"VERB", "AUX"}]
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.tag_ == "TO" for c in child.children) and not found:
            found.append(child)
    return found


_COOPERATIVE = frozenset({"RETREAT", "CONCEDE", "AID", "AGREE", "CONSULT", "SUPPORT", "COOPERATE"})


def _refused(draft: Draft) -> Draft:
    """Such as "will not lift the ban" refuses what "will lift the ban" would promise."""
    head = draft.head
    willed = any(c.dep_ == "aux" and c.lower_ in {"will", "wo", "would", "shall"} for c in head.children)
    if (
        draft.status == "denied"
        and willed
        and draft.type in _COOPERATIVE
        and any(c.dep_ == "neg" for c in head.children)
    ):
        draft.type, draft.status = "REJECT", "happened"
    return draft


def _ruled(verb: Token, taken: set[int]) -> Iterator[Draft]:
    """Such as "agreed to lift the siege", "refused to meet the envoy", "urged Malta to sign": the upper verb makes the event."""
    kind = control(verb)
    state = status(verb)
    if verb.lemma_ in {"order", "force"} and state is not None:
        yield from _forced(verb, state, taken)
    if verb.lemma_ == "be":
        willing = [
            c for c in verb.children if c.dep_ == "acomp" and c.lower_ in {"ready", "willing", "prepared", "committed"}
        ]
        below = [x for w in willing for x in w.children if x.dep_ in {"xcomp", "ccomp"} and x.pos_ == "VERB"]
        below += [x for w in willing for p in w.children if p.lower_ == "to" for x in p.children if x.dep_ == "pcomp"]
        if below and state not in {None, "denied"}:
            yield from _promised(verb, below[0], "AGREE", state or "happened", [verb, *willing], taken)
        return
    if kind is None or kind in {"plans", "starts", "tries"} or state is None:
        if kind == "tries" and verb.lemma_ == "fail" and state == "happened" and (below := _below(verb)):
            yield from _promised(verb, below[0], "REJECT", state, [verb], taken)
        return
    below = [
        x
        for x in _below(verb)
        if any(c.tag_ == "TO" or c.lower_ in {"that", "will", "would", "should"} for c in x.children)
        or x.tag_ in {"VB", "VBG"}
        or kind == "REQUEST"
    ]
    if kind == "REQUEST":
        yield from _requested(verb, below, state, taken)
    elif below and kind == "CONCEDE":
        yield from _conceded(verb, below[0], state, taken)
    elif below and not (kind == "REJECT" and verb.lemma_ == "deny"):
        yield from _promised(verb, below[0], kind, state, [verb], taken)


_STOPPING = frozenset("stop suspend close leave halt shut vacate evacuate cease surrender wait disband dissolve withdraw quit abandon hand".split())


def _forced(verb: Token, state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    """Such as "forced the plane to land", "ordered the paper to close"."""
    for below in verb.children:
        if below.dep_ in {"ccomp", "xcomp"} and any(c.tag_ == "TO" for c in below.children):
            if verb.lemma_ == "order" and below.lemma_ not in _STOPPING:
                continue
            whom = [c for c in below.children if c.dep_ in {"nsubj", "nsubjpass"}] or objects(verb)
            if whom:
                taken.add(below.i)
                yield Draft("COERCE", verb, [verb], subjects(verb), [whom], state)


def _promised(
    verb: Token, below: Token, kind: str, state: EventStatus, trigger: list[Token], taken: set[int]
) -> Iterator[Draft]:
    """What is agreed, threatened or refused, with the recipients of the clause below."""
    inner = list(_carried(below, set(), state)) or list(_plain(below, state))
    if kind == "AGREE" and inner and inner[0].type in _FROM_FORCE:
        kind = "THREATEN"
    recipients = [with_ for with_ in (after(verb, "with"),) if with_]
    recipients += inner[0].recipients if inner else _somewhere(below)
    if inner and inner[0].type == "CONSULT" and kind == "REJECT":
        recipients = [*inner[0].recipients, *recipients]
    for each in below.subtree:
        if (
            each.i not in taken
            and each.pos_ in {"VERB", "NOUN"}
            and (each == below or each.dep_ in {"dobj", "xcomp", "conj", "pobj"})
        ):
            taken.add(each.i)
    yield Draft(kind, verb, trigger, subjects(verb), recipients, state, inner[0].inside if inner else None)  # type: ignore[arg-type] # kinds of `control` that are types


def _somewhere(verb: Token) -> list[list[Token]]:
    """Where no frame says it, the recipient is the object's owner or the object, then the noun of any preposition."""
    found = [objects(verb), datives(verb)]
    prepositions = [
        c
        for c in verb.children
        if c.dep_ == "prep"
        and c.lower_ in {"with", "to", "from", "for", "on", "against", "in", "between", "into", "at"}
    ]
    found += [[p for p in c.children if p.dep_ == "pobj"] for c in prepositions]
    for thing in objects(verb):
        found += [
            [p for p in c.children if p.dep_ == "pobj"]
            for c in thing.children
            if c.dep_ == "prep"
            and c.lower_ in {"with", "to", "from", "for", "on", "against", "in", "between", "into", "at"}
        ]
    for lower in verb.children:
        if lower.dep_ in {"xcomp", "advcl", "ccomp"} and lower.pos_ == "VERB":
            found += [[c for c in lower.children if c.dep_ == "nsubj"], objects(lower)]
    return [f for f in found if f]


def _requested(verb: Token, below: list[Token], state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    clause = below[0] if below else None
    recipients: list[list[Token]] = []
    if clause is not None:
        recipients = [[c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]]
    recipients += [
        after(verb, "on"),
        after(verb, "upon"),
        after(verb, "to") if verb.lemma_ == "appeal" else [],
        objects(verb) if verb.lemma_ not in {"demand", "request", "seek"} else [],
    ]
    if verb.lemma_ in {"demand", "request"}:
        recipients += [
            after(verb, "from"),
            after(verb, "of"),
            *[[*after(o, "from"), *after(o, "of"), *owners(o)] for o in objects(verb)],
            objects(verb),
        ]
    if verb.lemma_ in {"call", "appeal", "press", "push", "ask"}:
        wanted = after(verb, "for")
        if any(w.lemma_.lower() in words("groups", "sanctions") for w in wanted) and (
            against := [t for w in wanted for pre in ("against", "on") for t in after(w, pre)]
        ):
            yield Draft("THREATEN", verb, [verb, *wanted[:1]], subjects(verb), [against], state)
            return
        recipients += [[*after(w, "from"), *after(w, "by"), *after(w, "between")] for w in wanted]
        if (
            verb.lemma_ in {"press", "push"}
            and clause is None
            and not wanted
            and not after(verb, "on")
            and not after(verb, "upon")
        ):
            return
    elif clause is None and verb.lemma_ in {"insist", "tell", "ask"}:
        return
    if (
        verb.lemma_ == "call"
        and any(_is_person(t) for t in objects(verb))
        and not (
            [t for t in after(verb, "on") if t.ent_type_ not in {"DATE", "TIME"}]
            or after(verb, "upon")
            or after(verb, "for")
        )
    ):
        yield Draft("CONSULT", verb, [verb], subjects(verb), [objects(verb)], state)
        return
    if (
        verb.lemma_ == "call"
        and clause is not None
        and not (after(verb, "on") or after(verb, "upon") or after(verb, "for"))
    ):
        return
    if clause is not None:
        for each in clause.subtree:
            if each.pos_ == "VERB":
                taken.add(each.i)
    for wanted_noun in [*after(verb, "for"), *objects(verb)]:
        taken.update(t.i for t in wanted_noun.subtree if t.pos_ in {"NOUN", "VERB"})
    yield Draft(
        "REQUEST",
        verb,
        [
            verb,
            *(
                c
                for c in verb.children
                if c.i > verb.i
                and c.dep_ in {"prt", "prep"}
                and c.lower_ in {"for", "on", "upon", "to"}
                and c.i - verb.i < 5
            ),
        ],
        subjects(verb),
        [r for r in recipients if r],
        state,
    )


def _conceded(verb: Token, below: Token, state: EventStatus, taken: set[int]) -> Iterator[Draft]:
    """Such as "allowed aid workers to enter": who is let in or given leave is the recipient."""
    if state == "denied":
        kind: EventType = "REJECT"
        state = "happened"
    else:
        kind = "AGREE" if state == "planned" else "CONCEDE"
    recipients = [[c for c in below.children if c.dep_ == "nsubj"], objects(verb), *_somewhere(below)]
    if not subjects(verb):
        return
    taken.add(below.i)
    yield Draft(kind, verb, [verb], subjects(verb), [r for r in recipients if r], state)


def _obliged(verb: Token) -> Iterator[Draft]:
    """Such as "The union said Malta must pay": a request to Malta."""
    if not any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children):
        return
    head = verb.head
    if (
        verb.dep_ != "ccomp"
        or head.lemma_ not in {"say", "insist", "stress", "declare", "tell", "add", "state", "warn"}
        or status(head) != "happened"
    ):
        return
    whom = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    yield Draft(
        "REQUEST",
        verb,
        [c for c in verb.children if c.dep_ == "aux"][:1] + [verb],
        subjects(head),
        [whom],
        "happened",
        clause=head,
    )


_NAMED_TURNS = {
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


def _named_turn(nouns: list[Token]) -> tuple[Turn, Token] | None:
    for noun in nouns:
        as_verb = _NAMED_TURNS.get(noun.lemma_.lower())
        if as_verb and (found := turn_of(as_verb, [essence(n) for n in after(noun, "of")])):
            return found
    return None


_VERBAL = frozenset(
    [
        "verbal",
        "scathing",
        "blistering",
        "stinging",
        "bitter",
        "sharp",
        "personal",
        "scornful",
        "withering",
        "rhetorical",
        "fierce",
        "extraordinary",
        "veiled",
        "angry",
        "furious",
        "public",
    ]
)


def _carried(verb: Token, taken: set[int], state: EventStatus | None = None) -> Iterator[Draft]:
    """Such as "lifted the siege", "held talks with", "launched an attack on", also in the passive."""
    state = state or status(verb)
    nouns = [essence(n) for o in objects(verb) for n in with_conjuncts(o)]
    nouns += [below for n in nouns if n.lemma_.lower() in _NAMED_TURNS for below in after(n, "of")]
    if verb.lemma_ in {"engage", "participate", "enter", "attend", "take"}:
        nouns += [essence(n) for p in ("in", "into") for n in after(verb, p)]
    if verb.lemma_ in {"remain", "stay", "be", "place", "put", "keep", "go"}:
        yield from _standing(verb, state)
    if not nouns:
        return
    found = turn(verb, nouns) or _named_turn(nouns)
    if found is not None:
        each, noun = found
        taken.update({noun.i, *(n.i for n in nouns)})
        if state is not None:
            yield _draft(verb, noun, each.frame, state)
        return
    if not is_light(verb):
        return
    for noun in nouns:
        frame = noun_frame(noun)
        if frame is None:
            continue
        taken.add(noun.i)
        if state is None:
            return
        if frame.type == "ASSAULT" and any(c.lower_ in _VERBAL for c in noun.lefts):
            frame = Frame("ACCUSE", frame.recipients)
        if verb.lemma_ in words("light", "suffered"):
            by = [t for p in ("by", "from") for t in after(noun, p)]
            yield Draft(frame.type, verb, [verb, noun], by, [subjects(verb)], state)
            return
        yield _draft(verb, noun, frame, state)
        return


def _of_the_purpose(verb: Token, noun: Token) -> list[list[Token]]:
    """Whom "to help", "commitment to supporting" or "in" a country names, where nothing nearer tells who is helped."""
    found = [objects(x) for t in (verb, noun) for p in t.children if p.dep_ == "prep" for x in p.children if x.dep_ == "pcomp"]
    for below in [c for t in (verb, noun) for c in t.children if c.dep_ in {"xcomp", "advcl", "acl", "relcl"}]:
        if any(c.tag_ == "TO" for c in below.children):
            found += [objects(below), *[after(o, "in") for o in objects(below)]]
    return [*found, *([[t] for t in verb.subtree if t.i > noun.i and t.dep_ == "pobj" and t.ent_type_ == "GPE" and t.head.lower_ == "in"][:1])]


def _standing(verb: Token, state: EventStatus | None) -> Iterator[Draft]:
    """Such as "remained on alert", "went on strike"."""
    for noun in after(verb, "on"):
        if noun.lemma_.lower() in {"alert", "strike"} and state is not None:
            type_: EventType = "MOBILIZE" if noun.lemma_.lower() == "alert" else "PROTEST"
            recipients = [after(verb, place) for place in ("against", "in", "along", "at", "near")]
            yield Draft(type_, verb, [verb, noun], subjects(verb), recipients, state)


_FAR = frozenset({"AID", "RETREAT", "MOBILIZE", "COERCE", "ACCUSE", "SANCTION"})
"""Types whose recipient may stand deep below the object: "shipped tons of rice in March to Mali"."""


def _draft(verb: Token, noun: Token, frame: Frame, state: EventStatus) -> Draft:
    """A verb with an event noun: the recipient stands below the noun or below the verb."""
    recipients: list[list[Token]] = [found] if (found := datives(verb)) else []
    for place in frame.recipients:
        if place == "obj":
            recipients.append([noun])
        elif place == "dative":
            recipients.append(datives(verb))
        else:
            recipients += [after(noun, place), after(verb, place)]
            if place in {"against", "with", "into"}:
                recipients.append(deep_after(verb, place))
            recipients += [after(c, place) for o in objects(verb) if o != noun for c in (o,)]
            recipients += [after(c, place) for c in noun.children if c.dep_ in {"acl", "relcl"}]
    if frame.type in _FAR:
        recipients += [
            deep_after(verb, place) for place in frame.recipients if place not in {"obj", "dative", "of", "for"}
        ]
    who = subjects(verb)
    if (
        is_passive(verb)
        and not who
        and frame.type in {"MOBILIZE", "AID"}
        and noun.lemma_.lower() in words("groups", "force")
    ):
        who = [noun]
    if is_passive(verb) and not who:
        who = [*after(noun, "by"), *[c for c in noun.children if c.dep_ == "poss"]]
    if not who and not is_passive(verb):
        who = owners(noun)
    mutual = after(noun, "between") + after(verb, "between")
    if state == "planned" and frame.type in _FROM_COOPERATION:
        return Draft("AGREE", verb, [verb, noun], who, recipients, state, mutual=mutual)
    if state == "planned" and frame.type in _FROM_FORCE:
        return Draft("THREATEN", verb, [verb, noun], who, recipients, state, mutual=mutual)
    return Draft(frame.type, verb, [verb, noun], who, recipients, state, mutual=mutual)


def _is_person(token: Token) -> bool:
    return (
        token.ent_type_ == "PERSON"
        or token.lemma_.lower() in _VISITORS
        or any(c.ent_type_ == "PERSON" and c.dep_ in {"compound", "appos"} for c in token.children)
    )


_VISITORS = frozenset(
    [
        "minister",
        "president",
        "ambassador",
        "envoy",
        "delegation",
        "counterpart",
        "leader",
        "king",
        "prince",
        "chancellor",
        "secretary",
        "premier",
        "representative",
        "chief",
        "commander",
        "general",
        "official",
        "diplomat",
        "governor",
        "mayor",
        "lawmaker",
        "senator",
        "emir",
        "sultan",
        "commissioner",
    ]
)


def _plain(verb: Token, state: EventStatus | None = None) -> Iterator[Draft]:
    """A verb that is an event by itself: "attacked", "met with"."""
    frame = verb_frame(verb)
    state = state or status(verb)
    if frame is None or state is None:
        return
    if frame.recipients[:1] == ("obj",) and frame.type not in {"CONSULT", "PROTEST", "MOBILIZE"} and not objects(verb):
        return
    if verb.lemma_ in {"ask", "seek", "demand", "request"} and (
        verb.dep_ == "advcl" or any(c.dep_ == "xcomp" or c.lower_ == "about" for c in verb.children)
    ):
        return
    if verb.lemma_ == "defend" and any(c.dep_ == "prep" and c.lower_ in {"from", "against"} for c in verb.children):
        return
    recipients: list[list[Token]] = []
    for place in frame.recipients:
        if place == "obj":
            recipients.append(objects(verb))
        else:
            recipients += [after(verb, place), *[after(o, place) for o in objects(verb)]]
    who = subjects(verb)
    type_ = frame.type
    if (
        type_ == "CONSULT"
        and verb.lemma_ in {"call", "receive", "ring", "phone"}
        and not any(_is_person(t) for t in objects(verb))
    ):
        return
    if type_ == "RETREAT" and any(t.lemma_.lower() in words("groups", "pacts") for t in after(verb, "from")):
        type_ = "SANCTION"  # "withdrew from the treaty"
    if state == "planned" and type_ in _FROM_COOPERATION:
        type_ = "AGREE"
    elif state == "planned" and type_ in _FROM_FORCE:
        type_ = "THREATEN"
    inside = ("with", "between", "from", "by") if type_ == "REJECT" else None
    particles = [c for c in verb.children if c.dep_ == "prt"]
    yield Draft(type_, verb, [verb, *particles], who, recipients, state, inside, mutual=after(verb, "between"))


def _noun(noun: Token, taken: set[int]) -> Iterator[Draft]:
    """An event noun without a verb of its own: "the attack by X on Y", "talks between X and Y"."""
    frame = noun_frame(noun)
    if (
        frame is None
        or noun.dep_ in {"compound", "nmod", "amod", "npadvmod"}
        or noun.lemma_.lower() not in _BARE.get(frame.type, ())
    ):
        return
    if any(
        c.lower_ in {"any", "no", "every", "further", "future", "possible", "potential", "alleged"} for c in noun.lefts
    ):
        return
    state = _noun_status(noun)
    if state is None:
        return
    who = (
        [c for c in noun.children if c.dep_ == "poss" and c.i < noun.i]
        or after(noun, "by")
        or [
            c
            for c in noun.children
            if c.dep_ in {"amod", "compound", "nmod"} and c.ent_type_ in {"NORP", "GPE", "ORG"} and c.i < noun.i
        ]
    )
    recipients = [after(noun, place) for place in frame.recipients if place not in {"between", "in", "among"}]
    recipients = [r for r in recipients if r]
    if frame.type == "CONSULT" and not who:
        who = after(noun, "of")
    if (
        frame.type == "CONSULT"
        and not who
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"for", "during", "after", "in", "before"}
        and after(noun, "with")
    ):
        above = noun.head.head
        who = subjects(above) if above.pos_ == "VERB" and status(above) is not None else []
    mutual = after(noun, "between") + after(noun, "among")
    for place in ("on", "against"):
        if place in frame.recipients and not recipients and (far := deep_after(noun, place)):
            recipients.append(far)
    including = noun.head
    if not recipients and including.lower_ == "including" and noun.dep_ in {"pobj", "dobj"}:
        recipients = _of_the_whole(including, frame)
    occurs = _occurs(noun)
    if occurs and not who:
        mutual = mutual or after(noun.head, "between")
        recipients = recipients or [after(noun.head, place) for place in ("with", "against")]
        yield Draft(
            frame.type,
            noun.head,
            [noun, noun.head],
            who,
            recipients,
            state,
            nominal=True,
            mutual=mutual,
            clause=noun.head,
        )
        return
    if who or any(recipients) or mutual or frame.type == "PROTEST":
        yield Draft(frame.type, noun, [noun], who, recipients, state, nominal=True, mutual=mutual)


def _of_the_whole(including: Token, frame: Frame) -> list[list[Token]]:
    """Such as "attacks on the mission, including a rocket strike": the strike hit the mission too."""
    at = including
    for _ in range(6):
        if at.head == at:
            return []
        at = at.head
        above = noun_frame(at) if at.pos_ == "NOUN" else None
        if above is not None and above.type == frame.type:
            return [found for place in frame.recipients if (found := after(at, place))]
    return []


def _occurs(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ != "VERB":
        return False
    place = any(c.lower_ == "place" for c in verb.children)
    return (verb.lemma_ == "take" and place) or verb.lemma_ in {
        "erupt",
        "occur",
        "happen",
        "hold",
        "stage",
        "break",
        "flare",
        "begin",
        "resume",
    }


def _noun_status(noun: Token) -> EventStatus | None:
    """What the words above an event noun make of it; None where it is only spoken of as wished, feared or forbidden."""
    at = noun
    for _ in range(4):
        head = at.head
        if head == at:
            return "happened"
        if head.lemma_.lower() in words("status", "unreal_heads"):
            return None
        if head.pos_ in {"VERB", "AUX"}:
            verb_state = status(head)
            if at.dep_ in {"nsubj", "nsubjpass", "dobj"}:
                carries = is_light(head) or _occurs(at)
                return (
                    verb_state
                    if carries and verb_state in {"planned", "possible"}
                    else None
                    if verb_state is None
                    else "happened"
                )
            return "happened" if verb_state is not None else None
        at = head
    return "happened"
