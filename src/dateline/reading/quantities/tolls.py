"""What a number without a noun counts where words before it say so: "the toll rose to 40", "the number of marchers was 900"."""

import re

from spacy.tokens import Token

from dateline.reading.lexicon import lexicon
from dateline.reading.quantities.numbers import Number
from dateline.reading.quantities.tokens import Tokens, noun_after

_REACH = 140
_COMES_TO = (
    r"(?:(?:is|are|was|were|be|being|been|at|to|as|from|between|reached|hit|passed|topped|exceeded|ranged)"
    r"|(?:had |has |have )?(?:risen|rose|climbed|grown|grew|fallen|fell|stood|stands|jumped|increased)) "
)
_OF_A_TOLL = re.compile(
    r"\b(?:tolls?|(?:total|number of) dead)\b(?: [\w’'-]+){0,4}? (?:at|to|from|of|was|is|between|ranged|reached|hit|passed|topped|exceeded) \Z"
    r"|\b(?:killed|deaths|fatalities|dead) (?:was|were|is|stands at|stood at|numbered|number|total(?:led|ed)?) \Z",
    re.IGNORECASE,
)
"""Before a number that stands alone: "tolls that ranged from", "put the total dead at", "an estimate of militants killed was"."""
_NUMBER_OF = re.compile(
    rf"\bnumber of (?:the |its |their )?(?P<thing>[^\W\d_][\w’'-]*)(?: [^\W\d_][\w’'-]*){{0,12}}? {_COMES_TO}\Z",
    re.IGNORECASE,
)
_THE_NUMBER = re.compile(
    rf"\b(?:the|their|its) (?:true |real |actual |total |exact |right |correct |final )?(?:number|figure|total|count) {_COMES_TO}\Z"
    r"|\bputs? (?:it|that|this|the (?:figure|number|total|count)) at \Z",
    re.IGNORECASE,
)
_BACK = 240
"""Code points back to the figure that "the true number" is another one for."""
_CROWDS = frozenset({"attendance", "crowd", "turnout"})
_BODIES_OF_PEOPLE = frozenset({"audience", "congregation", "population", "workforce"})
_TALLIED = frozenset(
    {"abductions", "arrests", "arrivals", "cases", "casualties", "detentions", "fatalities", "hospitalisations"}
    | {"hospitalizations", "infections", "injuries", "kidnappings", "layoffs", "redundancies", "refugees"}
)
_TALLYING = frozenset(
    {
        "climb",
        "exceed",
        "fall",
        "grow",
        "hit",
        "jump",
        "number",
        "pass",
        "reach",
        "rise",
        "stand",
        "swell",
        "top",
        "total",
    }
)
"""What is counted up, and the verbs that say how far: "cases reached 900", "arrests rose to 40"."""
_DEAD = frozenset({"dead", "deaths", "fatalities", "killed", "victims"})


def toll_of(text: str, tokens: Tokens, number: Number, verb: Token | None) -> str | None:
    """The unit that the words before a lone number give it; None where they give none. `verb` is what the number hangs on."""
    token = tokens.at(number.last - 1)
    if token.dep_ == "pobj" and token.head.head.lower_ == "toll":
        return "deaths"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _CROWDS | _BODIES_OF_PEOPLE:
        return "people"  # "a crowd of about 900"
    told = None if verb is None else _told_by(token, verb)
    if told is not None and told != "people":
        return told
    start = max(token.sent.start_char, number.start - _REACH)
    if _OF_A_TOLL.search(text, start, number.start):
        return "deaths"
    found = _NUMBER_OF.search(text, start, number.start)
    if found is None:
        return told
    if found["thing"].casefold() in _ANYBODY:
        return f"people {befallen}" if (befallen := _befallen(found[0])) else "people"
    first = tokens.at(found.start("thing"))
    noun = first if first.pos_ == "NOUN" and first.dep_ != "compound" else noun_after(first)
    if noun is None or noun.idx >= number.first or noun.tag_ not in {"NNS", "NN"}:
        return None
    return "deaths" if noun.lower_ in _DEAD else noun.text


_CROWDING = frozenset(
    {
        "assemble",
        "attend",
        "camp",
        "celebrate",
        "come",
        "cross",
        "demonstrate",
        "emigrate",
        "escape",
        "flee",
        "flock",
        "gather",
        "march",
        "migrate",
        "mourn",
        "participate",
        "protest",
        "queue",
        "rally",
        "shelter",
        "starve",
        "throng",
    }
)


def is_crowd_of(token: Token, verb: Token) -> bool:
    """Whether a number without a noun is of the people who do what people do together: "900 marched", "40 took part", "300 were present"."""
    if token.dep_ != "nsubj" or token.head != verb or any(c.lower_ in {"in", "out"} for c in token.rights):
        return False  # "1 in 4 came"
    said = {c.lower_ for c in verb.children}
    return (
        verb.lemma_ in _CROWDING
        or (verb.lemma_ == "take" and "part" in said)
        or (verb.lemma_ == "turn" and "out" in said)
        or (verb.lemma_ == "be" and "present" in said)
        or (verb.lemma_ == "join" and any(c.dep_ == "dobj" for c in verb.children))
    )


def goes_back_to(text: str, number: Number, before: int) -> bool:
    """Whether the number is another one for what the figure that ends at `before` counts: "the true number was more than 500"."""
    start = max(before, number.start - _REACH)
    return number.start - before <= _BACK and _THE_NUMBER.search(text, start, number.start) is not None


def _told_by(token: Token, verb: Token) -> str | None:
    if verb.lemma_ in {"make", "render"} and any(c.lower_ == "homeless" for c in verb.children):
        return "people homeless"  # "about 900 had been made homeless"
    moved = token.head if token.dep_ == "pobj" and token.head.lower_ in {"from", "to", "by"} else None
    if moved is not None:
        number = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "number"), None)
        if number is not None:
            return _number_of(number)  # "cut the number of wards from 30 to 8"
    if token.dep_ == "pobj" and token.head.lower_ == "at":
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ in _CROWDS:
                return "people"  # "estimated the crowd at 900"
            if child.dep_ == "dobj" and (child.lower_ == "toll" or (child.lower_ == "number" and _of_the_dead(child))):
                return "deaths"  # "put the toll at 90"
            if child.dep_ == "dobj" and child.lower_ == "numbers":
                whose = next((c for c in child.lefts if c.dep_ == "poss" and c.pos_ == "NOUN"), None)
                return None if whose is None else whose.text  # "put the marchers' numbers at 900"
            if child.dep_ == "dobj" and child.lower_ == "number" and (things := _number_of(child)):
                return things  # "put the number of marchers at 900"
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and (tallied := _tallied(child, token, verb)) is not None:
            return tallied
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"toll", "deaths"}:
            return "deaths"
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "number" and token.dep_ in {"pobj", "attr", "dobj"}:
            return _number_of(child)
    return None


def _tallied(subject: Token, token: Token, verb: Token) -> str | None:
    """What a number is that the subject comes to: of "arrests rose to 40", "the dead numbered 12", "the population doubled to 900"."""
    reached = token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in {"to", "at"})
    if not reached or verb.lemma_ not in _TALLYING | {"double", "shrink", "triple"}:
        return None
    if subject.lower_ in _CROWDS | _BODIES_OF_PEOPLE:
        return "people"
    if subject.lower_ in _TALLIED:
        return subject.lower_
    return "deaths" if subject.lower_ in _DEAD else None


_ANYBODY = frozenset({"people", "persons", "those"})
_LIFE = re.compile(r"\b(?:lost|lose|losing) their (?:own )?li(?:fe|ves)\b", re.IGNORECASE)


def _befallen(words: str) -> str | None:
    """What befell those whose number is told: "the number of people who lost their lives"."""
    if _LIFE.search(words):
        return "killed"
    states = lexicon("units")["states"] | {"died": "killed", "dead": "killed"}
    return next((states[word] for word in words.casefold().split() if word in states), None)


def _of_the_dead(number: Token) -> bool:
    return any(t.lower_ in _DEAD for t in number.subtree)


def _number_of(number: Token) -> str | None:
    """The thing of "the number of wards"."""
    things = (thing for of in number.children if of.lower_ == "of" for thing in of.children)
    thing = next((t for t in things if t.dep_ == "pobj" and (t.pos_ == "NOUN" or t.lower_ in _ANYBODY)), None)
    if thing is None or thing.lower_ not in _ANYBODY:
        return None if thing is None else thing.text
    befallen = _befallen(" ".join(t.text for t in thing.subtree))
    return f"people {befallen}" if befallen else "people"
