"""What the words above an event noun make of it: whether it happened, is planned or possible, or is only spoken of."""

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.lexical import Frame, is_light, words
from dateline.reading.events.spoken_of import is_only_spoken_of
from dateline.reading.events.status import status


def occurs(noun: Token) -> bool:
    """Whether its verb merely says that it took place."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ != "VERB":
        return False
    beside = {c.lower_ for c in verb.children}
    if verb.lemma_ in {"hold", "stage"} and noun.dep_ != "nsubjpass":
        return False  # "the truce is holding"
    broke_out = verb.lemma_ == "break" and "out" in beside  # talks that broke off did not
    return (
        (verb.lemma_ == "take" and "place" in beside)
        or broke_out
        or verb.lemma_
        in {
            "erupt",
            "occur",
            "happen",
            "hold",
            "stage",
            "flare",
            "begin",
            "resume",
        }
    )


_LEADING_TO = frozenset({"for", "in", "into", "on", "to", "with"})
"""What joins a verb to an agreement that it may bring; the agreement that "will expire under" or "amid" it there is already."""

_AT_OR_FOR = frozenset({"at", "by", "during", "for", "in", "on"})
"""What joins a verb of the future to what is then to come: "will be in the capital for talks", "will fish there during a visit"."""

_CONVENING = frozenset({"attend", "chair", "facilitate", "host", "join", "mediate", "moderate", "oversee"})

_TALKING = frozenset({"consider", "debate", "discuss", "explore", "weigh"})

_TALKED_OF = frozenset({"dobj", "nsubjpass"})

_FURTHERING = frozenset({"advance", "deepen", "enhance", "expand", "intensify", "promote", "pursue", "strengthen"})

_YET_OPEN = frozenset({"agenda", "date", "place", "time", "timing", "venue"})


def _is_yet_to_be(verb: Token) -> bool:
    """Whether it has not come so far: "has yet to be decided"."""
    return any(t.lower_ == "yet" for v in (verb, verb.head) for t in v.children)


_DEPARTING = frozenset({"arrive", "depart", "fly", "head", "leave"})


def noun_status(noun: Token, frame: Frame) -> EventStatus | None:
    """What the words above an event noun make of it; None where it is only spoken of as wished, feared or forbidden.

    An agreement under a future or a possibility is one itself: "will lead to an agreement between Malta and Fiji".
    """
    at, near = noun, True
    for _ in range(6):
        head = at.head
        if head == at:
            return "happened"
        if (
            at == noun
            and noun.dep_ == "nsubjpass"
            and frame.type in _HELD
            and head.lemma_ in words("sets", "scheduling")
        ):
            return "planned" if status(head) == "happened" else status(head)
        if at == noun and noun.dep_ == "nsubj" and head.lower_ == "ended" and frame.type == "CONSULT":
            return status(head)  # "the talks ended without a breakthrough"
        if {head.lemma_.lower(), head.lower_} & words("status", "unreal_heads"):
            return None
        if head.lemma_ == "blame" and at.dep_ == "prep":
            return "happened"  # "is to blame for the raid"
        if is_only_spoken_of(at, head, noun):
            return None
        if near and frame.type in _HELD and head.lower_ == "ahead":
            return "planned"  # "arrived ahead of a meeting"
        near = near and (at == noun or at.dep_ == "pobj" or at.lower_ in _ABOUT)
        if near and head.pos_ != "ADP":
            if head.lemma_.lower() in words("status", "unreal_beside") and _is_of_what(at, noun):
                ahead = frame.type == "PROTEST" and head.lemma_ in {"brace", "gear"}
                return "planned" if ahead else None  # "braces for a strike"; "warned of an attack", "an offer of talks"
            if head.lemma_.lower() in words("sets", "alleged") | _TOLD and at.lower_ == "of":
                return _alleged(head)
        if frame.type == "AGREE" and at == noun and noun.dep_ in _SUBJECT and head.lemma_ in words("sets", "ending"):
            return None  # "the truce collapsed": what came of it is more than that it was made
        agreed = words("groups", "pacts") | {"sign"}
        if frame.type == "CONSULT" and head.lower_ == "for" and head.head.lemma_.lower() in agreed:
            return None  # "a memorandum for consultations"
        if head.lower_ == "for" and head.head.lemma_.lower() in words("sets", "preparing"):
            return None  # "a date for talks"
        if head.lower_ == "of" and head.head.lemma_.lower() in _YET_OPEN and _is_yet_to_be(head.head.head):
            return "planned" if frame.type == "CONSULT" else None  # "the venue of the talks had yet to be decided"
        if frame.type in {"AGREE", "CONSULT"} and head.lemma_ in _TALKING and at != noun and at.dep_ in _TALKED_OF:
            return None  # "the start of talks was discussed"
        if (
            frame.type == "CONSULT"
            and at.dep_ == "dobj"
            and head.lemma_ in _FURTHERING
            and any(c.tag_ == "TO" for c in head.lefts)
        ):
            return None  # "its commitment to deepen the dialogue"
        if head.lemma_ in {"concern", "relate"} and head.dep_ == "acl":
            at = head
            continue  # "matters related to talks"
        if head.pos_ in {"VERB", "AUX"} and not head.tag_.startswith("N"):
            verb_state = status(head)
            led_to = at.dep_ == "dobj" or at.lower_ in _LEADING_TO
            if frame.type == "AGREE" and verb_state in {"planned", "possible"} and noun.i > head.i and led_to:
                return verb_state
            if at.dep_ in {"nsubjpass", "dobj"} and head.lemma_ in words("sets", "scheduling"):
                return "planned" if verb_state == "happened" else verb_state
            if frame.type == "CONSULT" and at.dep_ == "dobj" and head.lemma_ in _CONVENING and verb_state == "planned":
                return "planned"
            if at.dep_ in {"nsubj", "nsubjpass", "dobj"}:
                ahead = frame.type == "CONSULT" or (frame.type == "PROTEST" and head.lemma_ not in _GOING_ON)
                to_be_held = ahead and verb_state == "planned" and at.dep_ != "dobj"
                if to_be_held and head.lemma_ == "be" and any(c.lower_ == "would" for c in head.lefts):
                    return None  # "a meeting would be useful"
                carries = (
                    (is_light(head) and at.dep_ != "nsubj") or occurs(at) or to_be_held
                )  # "the talks will focus on fishing"
                return (
                    verb_state
                    if carries and verb_state in {"planned", "possible", "denied"}
                    else None
                    if verb_state is None
                    else "happened"
                )
            if at.lower_ == "for" and head.lemma_ in _DEPARTING and verb_state == "happened":
                visit = noun.lemma_.lower() in words("sets", "visits") and head.lemma_ == "arrive"
                return "planned" if frame.type == "CONSULT" and not visit else "happened"  # "left for talks"
            aim = noun.dep_ == "pobj" and noun.head.head == head and noun.head.lower_ in _AT_OR_FOR
            is_it = at.dep_ == "attr" and head.lemma_ == "be"  # "this will be their first visit"
            if (aim or is_it) and verb_state == "planned":
                return "planned"  # "will be in the capital for talks"
            return "happened" if verb_state is not None else None
        at = head
    return "happened"


_GOING_ON = frozenset({"continue", "end", "enter", "extend", "go", "last", "spread", "stop"})
"""What a strike will do that is there already."""

_HELD = frozenset({"AGREE", "CONSULT", "COOPERATE", "PROTEST"})
"""What is prepared and announced before it comes."""

_ABOUT = frozenset({"about", "against", "for", "of", "on", "to", "with"})
"""What joins a word to that which it is about."""

_TOLD = frozenset({"accuse", "report", "suspect"})
"""What one is told of "of" these may not be so."""

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def _is_of_what(at: Token, noun: Token) -> bool:
    """Whether the noun is what is warned of, offered or agreed to: its object, or behind a preposition that joins them."""
    return at.dep_ in {"dobj", "nsubjpass"} if at == noun else at.lower_ in _ABOUT


def _alleged(report: Token) -> EventStatus:
    """Of what a report or rumour is about: possible, and denied where the report is."""
    denied = report.dep_ in {"dobj", "nsubjpass"} and report.head.lemma_ in {"deny", "dismiss", "refute", "reject"}
    return "denied" if denied else "possible"
