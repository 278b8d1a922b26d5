"""Event nouns without a verb of their own: "the attack by X on Y", "talks between X and Y"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.arguments import subjects
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import Frame, is_light, noun_frame, state_words, words
from dateline.reading.events.nouns import after, deep_after, names_before, possessors
from dateline.reading.events.status import status


def nominal(noun: Token) -> Iterator[Draft]:
    """An event noun without a verb of its own: "the attack by X on Y", "talks between X and Y"."""
    frame = noun_frame(noun)
    if (
        frame is None
        or (noun.text[:1].isupper() and not noun.is_sent_start)
        or noun.dep_ in {"compound", "nmod", "amod", "npadvmod"}
        or noun.lemma_.lower() not in words("bare", frame.type, optional=True)
    ):
        return
    if noun.lemma_.lower() == "appeal" and not [*after(noun, "to"), *after(noun, "for")]:
        return  # against a judgement
    before = {c.lower_ for c in noun.lefts}
    noted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in {"letter", "note"}
    if frame.type == "PROTEST" and (noted or before & words("sets", "formal")):
        return  # "a diplomatic protest" is made in words
    if frame.type == "ASSAULT" and before & words("sets", "worded"):
        frame = Frame("ACCUSE", frame.recipients)
    if before & words("sets", "imagined") or any(c.dep_ == "neg" for c in noun.lefts):
        return  # "no attack", "not a single attack"
    state = _noun_status(noun, frame)
    if state is None:
        return
    if _is_of_any_time(noun) or _is_bare(noun):
        return
    if before & words("sets", "ahead"):
        if frame.type not in {"CONSULT", "AGREE", "COOPERATE"}:
            return  # "an imminent invasion"
        state = "planned"
    if any(c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in words("sets", "planning") for c in noun.rights):
        state = "planned"
    who = possessors(noun) or after(noun, "by")
    if frame.type == "PROTEST":
        who = [
            w
            for w in who
            if w.ent_type_ not in {"GPE", "LOC", "DATE"} and w.lemma_.lower() not in words("sets", "lands")
        ]
    if not who and frame.type != "PROTEST":  # "Maltese protests" say where
        who = [c for c in names_before(noun) if c.ent_type_ != "PERSON" and not _says_where(c, noun)]
    victims: list[Token] = []
    by_person = [t for t in after(noun, "of") if t.ent_type_ == "PERSON"] if frame.type == "ASSAULT" else []
    if noun.lemma_.lower() in words("sets", "victims"):  # "his arrest" was done to him
        whom = after(noun, "of")  # "Malta's arrest of two divers" was done by Malta
        victims, who = (whom, possessors(noun)) if whom else (possessors(noun), after(noun, "by"))
        who = who or after(noun, "by")
    elif by_person and not who:  # "the invasion of Napoleon" was his
        who = by_person
    blamed = noun.dep_ == "dobj" and noun.head.lemma_ == "blame"  # "blamed the raid on Malta"
    nowhere = {*(["on"] if blamed else []), "between", "in", "among", *(["to"] if frame.type == "COERCE" else [])}
    if noun.lemma_.lower() in words("sets", "visits") and after(noun, "to"):
        nowhere.add("with")  # "his trip to Malta with an aide"
    recipients = [after(noun, place) for place in frame.recipients if place not in nowhere]
    recipients = [r for r in (victims, *recipients) if r and r != who]
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
        who = subjects(above) if above.pos_ in {"VERB", "AUX"} and status(above) is not None else []
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if (
        frame.type == "CONSULT"
        and not who
        and above.lemma_ in words("sets", "motion")
        and noun.head.lower_ in {"on", "for"}
    ):
        who = subjects(above) if status(above) is not None else []
        recipients = recipients or [after(above, place) for place in ("in", "to")]
    mutual = after(noun, "between") + after(noun, "among")
    for place in ("on", "against"):
        if place in frame.recipients and not (recipients or blamed) and (far := deep_after(noun, place)):
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


def _is_of_any_time(noun: Token) -> bool:
    """Whether the noun tells of deeds at any time: "raids on ships are common"."""
    verb = noun.head
    frequent = any(c.dep_ == "acomp" and c.lower_ in _FREQUENT for c in verb.rights)
    return noun.dep_ == "nsubj" and frequent and noun.tag_ == "NNS"


def _is_bare(noun: Token) -> bool:
    """Whether the noun tells of deeds in general: several, and neither which, how many, on whom, where nor when: "feared Maltese raids"."""
    several = noun.tag_ == "NNS" and noun.lemma_.lower() in words("bare", "ASSAULT")
    return (
        several
        and not _occurs(noun)
        and all(c.dep_ in {"compound", "amod", "punct"} and c.pos_ != "NUM" for c in noun.children)
    )


_FREQUENT = frozenset(
    {"common", "frequent", "infrequent", "likely", "possible", "rare", "regular", "unlikely", "usual"}
)


def _says_where(name: Token, noun: Token) -> bool:
    """Such as "the Tavaru massacre": a name before a killing that is no nation's is a place or the dead; a town's is a place."""
    nation = name.ent_type_ == "NORP" or name.text in state_words()
    if name.ent_type_ == "GPE" and not nation and name.lower_ not in {"u.s.", "u.k."}:
        return True
    return noun.lemma_.lower() in words("sets", "killings") and not nation


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
    beside = {c.lower_ for c in verb.children}
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
_DEPARTING = frozenset({"depart", "head", "leave"})


def _noun_status(noun: Token, frame: Frame) -> EventStatus | None:
    """What the words above an event noun make of it; None where it is only spoken of as wished, feared or forbidden.

    An agreement under a future or a possibility is one itself: "will lead to an agreement between Malta and Fiji".
    """
    at = noun
    for _ in range(6):
        head = at.head
        if head == at:
            return "happened"
        if {head.lemma_.lower(), head.lower_} & words("status", "unreal_heads"):
            return None
        if head.lower_ == "for" and head.head.lemma_.lower() in words("sets", "preparing"):
            return None  # "a date for talks"
        if frame.type in {"AGREE", "CONSULT"} and head.lemma_ in _TALKING and at != noun and at.dep_ in _TALKED_OF:
            return None  # "the start of talks was discussed"
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
                to_be_held = frame.type == "CONSULT" and verb_state == "planned" and at.dep_ != "dobj"
                carries = is_light(head) or _occurs(at) or to_be_held  # "the talks will focus on fishing"
                return (
                    verb_state
                    if carries and verb_state in {"planned", "possible", "denied"}
                    else None
                    if verb_state is None
                    else "happened"
                )
            if at.lower_ == "for" and head.lemma_ in _DEPARTING and verb_state == "happened":
                return "planned" if frame.type == "CONSULT" else "happened"  # "left for talks"
            aim = noun.dep_ == "pobj" and noun.head.head == head and noun.head.lower_ in _AT_OR_FOR
            if aim and verb_state == "planned":
                return "planned"  # "will be in the capital for talks"
            return "happened" if verb_state is not None else None
        at = head
    return "happened"
