"""Event nouns without a verb of their own: "the attack by X on Y", "talks between X and Y"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.events.arguments import subjects
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import Frame, noun_frame, state_words, words
from dateline.reading.events.noun_status import noun_status, occurs
from dateline.reading.events.nouns import after, deep_after, names_before, possessors, with_conjuncts
from dateline.reading.events.spoken_of import is_said_not_to_be
from dateline.reading.events.status import status

_GOING_AHEAD = frozenset({"continuation", "escalation", "intensification", "launch", "resumption", "start"})
"""Whose these are, his the deed is that follows behind "of"."""


def nominal(noun: Token) -> Iterator[Draft]:
    """An event noun without a verb of its own: "the attack by X on Y", "talks between X and Y"."""
    frame = noun_frame(noun)
    if (
        frame is None
        or (noun.text[:1].isupper() and not noun.is_sent_start)
        or noun.dep_ in {"compound", "nmod", "amod", "npadvmod"}
        or not {noun.lemma_.lower(), noun.lower_} & words("bare", frame.type, optional=True)
    ):
        return
    if noun.lemma_.lower() == "appeal" and not [*after(noun, "to"), *after(noun, "for")]:
        return  # against a judgement
    before = {c.lower_ for c in noun.lefts}
    if noun.lower_ == "protest" and noun.dep_ == "pobj" and noun.head.lower_ == "in" and not before:
        return  # "called off what they planned in protest": why something else is done
    noted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in {"letter", "note"}
    if frame.type == "PROTEST" and (noted or before & words("sets", "formal")):
        return  # "a diplomatic protest" is made in words
    if frame.type == "ASSAULT" and before & words("sets", "bloodless"):
        return  # "a charm offensive"
    if frame.type == "ASSAULT" and before & words("sets", "worded"):
        frame = Frame("ACCUSE", frame.recipients)
    none = is_said_not_to_be(noun)
    if not none and (before & words("sets", "imagined") or any(c.dep_ == "neg" for c in noun.lefts)):
        return  # "no attack", "not a single attack"
    state = "denied" if none else noun_status(noun, frame)
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
    if not who and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _GOING_AHEAD:
        who = possessors(noun.head.head)  # "Malta's launch of raids on Fiji"
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
        if noun.lemma_.lower() in words("sets", "visits"):
            recipients = recipients or [after(above, place) for place in ("in", "to")]
    led = above.lemma_ == "lead" and noun.head.lower_ == "on" and noun.lemma_.lower() in words("sets", "visits")
    if led and not who and status(above) is not None:
        who = subjects(above)  # "led a team on a visit to Malta"
    mutual = _sides(after(noun, "between") + after(noun, "among"))
    for place in ("on", "against"):
        if place in frame.recipients and not (recipients or blamed) and (far := deep_after(noun, place)):
            recipients.append(far)
    including = noun.head
    if not recipients and including.lower_ == "including" and noun.dep_ in {"pobj", "dobj"}:
        recipients = _of_the_whole(including, frame)
    told_to_occur = occurs(noun)
    if told_to_occur and not who:
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


_TWO = 2


def _sides(named: list[Token]) -> list[Token]:
    """Who stands on both sides, where the parser hangs the second on the first's "of": "between heads of the union, the port and"."""
    if len(named) != 1 or len(with_conjuncts(named[0])) > 1:
        return named
    rows = [with_conjuncts(of) for of in after(named[0], "of")]
    return [*named, *(c for row in rows if len(row) > _TWO for c in row[1:])]  # not "delegations of Chad and Mali"


def _is_of_any_time(noun: Token) -> bool:
    """Whether the noun tells of deeds at any time: "raids on ships are common"."""
    verb = noun.head
    frequent = any(c.dep_ == "acomp" and c.lower_ in _FREQUENT for c in verb.rights)
    counted = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"} and noun.head.head.lemma_ in _COUNTS
    return noun.tag_ == "NNS" and (counted or (noun.dep_ == "nsubj" and frequent))


def _is_bare(noun: Token) -> bool:
    """Whether the noun tells of deeds in general: several, and neither which, how many, on whom, where nor when: "feared Maltese raids"."""
    several = noun.tag_ == "NNS" and noun.lemma_.lower() in words("bare", "ASSAULT")
    return (
        several
        and not occurs(noun)
        and all(c.dep_ in {"compound", "amod", "punct"} and c.pos_ != "NUM" for c in noun.children)
    )


_FREQUENT = frozenset(
    {"common", "frequent", "infrequent", "likely", "possible", "rare", "regular", "unlikely", "usual"}
)


_COUNTS = frozenset({"decline", "decrease", "drop", "fall", "increase", "jump", "rise", "spike", "surge", "uptick"})
"""What there is more or less of."""


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
