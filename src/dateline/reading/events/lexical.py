"""The PLOVER lexicon as tables: which verb or noun, with what, makes which event, and where its recipient stands."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Frame:
    """A type of event and the places where its recipient is looked for: `obj`, `dative` or prepositions."""

    type: EventType
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb with an object of a group of nouns: "lift" with "sanctions"."""

    objects: frozenset[str]
    frame: Frame


@cache
def _frames(part: str) -> dict[str, Frame]:
    made: dict[str, Frame] = {}
    for type_, lists in lexicon("plover")[part].items():
        for places, words in lists.items():
            for word in words.split():
                made.setdefault(word, Frame(cast(EventType, type_), tuple(p for p in places.split() if p != "none")))
    return made


@cache
def _turns() -> dict[str, tuple[Turn, ...]]:
    made: dict[str, list[Turn]] = {}
    for turn in lexicon("plover")["turns"]:
        frame = Frame(turn["type"], tuple(turn["to"].split()))
        for verb in turn["verbs"].split():
            made.setdefault(verb, []).append(Turn(words("groups", turn["objects"]), frame))
    return {verb: tuple(turns) for verb, turns in made.items()}


@cache
def _controls() -> dict[str, str]:
    return {verb: kind for kind, verbs in lexicon("plover")["control"].items() for verb in verbs.split()}


@cache
def words(part: str, key: str, *, optional: bool = False) -> frozenset[str]:
    """A list of words of the lexicon as a set; where it is `optional`, an empty one for a key that is not there."""
    found = lexicon("plover")[part].get(key, "") if optional else lexicon("plover")[part][key]
    return frozenset(found if isinstance(found, list) else found.split())


@cache
def state_words() -> dict[str, str]:
    """The short name of the state for each of its adjectives and names."""
    rows = lexicon("states").values()
    return {word: row["name"] for row in rows for word in (*row["adjectives"], *row["aliases"], row["name"])}


def keys(verb: Token) -> tuple[str, ...]:
    """What a verb is looked up as: with its particles, with its prepositions, alone."""
    lemma = _PASTS.get(verb.lower_, verb.lemma_.lower())
    beside = [
        c
        for c in verb.children
        if (
            c.dep_ in {"prt", "prep"}
            or (c.dep_ == "advmod" and (c.tag_ == "RP" or (c.lower_ in _AWAY and c.i == verb.i + 1)))
        )
        and c.i > verb.i
        and not _is_of_time(c)
        and not (
            c.lower_ in _STANDING and any(c.children) and any(a.dep_ == "auxpass" for a in verb.lefts)
        )  # "was shot at home"
    ]
    ranked = sorted(beside, key=lambda c: (c.dep_ != "prt", c.i))
    found = tuple(f"{lemma}_{c.lower_}" for c in ranked)
    return found if any(c.dep_ == "prt" for c in ranked) else (*found, lemma)


_PASTS = {"broke": "break", "froze": "freeze", "overthrew": "overthrow", "strove": "strive", "threw": "throw"}
"""Pasts that the model takes for a present, and so leaves as they are."""

_AWAY = frozenset({"away", "back", "out"})


_STANDING = frozenset({"at", "on"})


def _is_of_time(preposition: Token) -> bool:
    """Whether it tells when: of "shot on Sunday" nobody was shot on."""
    told = list(preposition.children)
    return bool(told) and all(t.ent_type_ in {"DATE", "TIME"} for t in told)


def verb_frame(verb: Token) -> Frame | None:
    """The frame of a verb that is an event by itself; None where it is none."""
    frames = _frames("verbs")
    return next((frames[key] for key in keys(verb) if key in frames), None)


_JOINED = frozenset(
    {
        "ceasefire",
        "airstrike",
        "wargame",
        "counterattack",
        "counteroffensive",
        "sitin",
        "pullout",
        "airdrop",
        "teargas",
        "watercannon",
    }
)


def name_of(noun: Token) -> str:
    """The noun's lemma, with the part before a hyphen or a space where the two are one word: "cease-fire", "war game"."""
    lemma = noun.lemma_.lower()
    if noun.i == 0:
        return lemma
    before = noun.nbor(-1)
    if before.text == "-" and noun.i > 1:
        before = noun.nbor(-2)
    joined = before.lower_ + lemma
    return joined if joined in _JOINED else lemma


_NEAR = 8
_WORKERS = frozenset({"docker", "driver", "farmer", "miner", "nurse", "pilot", "teacher", "union", "worker"})
_AROUND = 60
"""Tokens on either side of a strike that tell whether it is one of workers."""
_FAR_AROUND = 300
"""Tokens on either side in which somebody on strike tells it."""


def _is_of_labour(strike: Token) -> bool:
    """Whether a strike without an armed word beside it stands among words of work and pay."""
    if any(c.lower_ in words("sets", "armed") for c in strike.lefts):
        return False
    by = [t for c in strike.children if c.dep_ == "prep" and c.lower_ in {"by", "of"} for t in c.children]
    if any(t.lower_ in words("beside", "labour") | words("sets", "labour_words") for t in by):
        return True  # "the strike by nurses"
    doc = strike.doc
    before = doc[max(strike.sent.start, strike.i - _NEAR) : strike.i]
    workers = any(t.lower_ in words("sets", "labour_words") or t.lemma_.lower() in _WORKERS for t in before)
    if workers and not any(t.lower_ in words("sets", "armed") for t in before):
        return True  # "the unions staged a day of strikes"
    near = {t.lower_ for t in doc[max(0, strike.i - _AROUND) : strike.i + _AROUND]}
    if len(near & words("sets", "labour_words")) > 1:
        return True
    wide = doc[max(0, strike.i - _FAR_AROUND) : strike.i + _FAR_AROUND]
    return any(t.lower_ in {"walkout", "walkouts"} or (t.lower_ == "strike" and _is_on(t)) for t in wide)


def _is_on(strike: Token) -> bool:
    """Whether somebody is "on strike"."""
    return strike.i > 0 and strike.nbor(-1).lower_ == "on"


_SHOWN = frozenset({"force", "goodwill", "might", "power", "strength", "support", "will"})


def noun_frame(noun: Token) -> Frame | None:
    """The frame of a noun that names an event; None where it names none."""
    frames = _frames("nouns")
    lemma = name_of(noun)
    beside = {c.lower_ for c in noun.lefts}
    if lemma == "attack" and beside & {"asthma", "heart", "panic"}:
        return None
    if lemma == "release" and beside & {"album", "book", "data", "film", "media", "news", "press"}:
        return None
    if lemma == "rally" and beside & {"campaign", "election", "electoral", "victory"}:
        return None  # of a party for its voters
    if lemma == "demonstration" and any(
        p.lower_ in _SHOWN for c in noun.rights if c.lower_ == "of" for p in c.children
    ):
        return None  # "a demonstration of force"
    if lemma == "action" and beside & {"industrial", "strike"}:
        return frames["protest"]
    if lemma == "blockade" and beside & {
        "highway",
        "motorway",
        "rail",
        "railway",
        "road",
        "street",
        "tractor",
        "traffic",
    }:
        return frames["protest"]
    if lemma == "ban" and beside & {"overtime", "work"}:
        return frames["protest"]  # of workers
    if lemma == "strike" and (beside & words("beside", "labour") or _is_of_labour(noun)):
        return frames["protest"]
    if lemma in {"operation", "mission", "force", "duty"} and beside & {
        "peacekeeping",
        "peace",
        "humanitarian",
        "relief",
        "rescue",
    }:
        return frames["aid"]
    if lemma in {"effort", "process", "bid", "initiative", "push", "mission", "drive"}:
        return next(
            (frames[c.lemma_.lower()] for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() in frames), None
        )
    return frames.get(lemma) or frames.get(noun.lower_) or frames.get(lemma.rstrip("s"))


def is_deed(noun: str) -> bool:
    """Whether a word names force or protest."""
    frame = _frames("nouns").get(noun.casefold().removesuffix("s"))
    return frame is not None and frame.type in {"ASSAULT", "PROTEST"}


def turn(verb: Token, nouns: list[Token]) -> tuple[Turn, Token] | None:
    """The turn that a verb makes with one of its objects, and that object; None where it makes none."""
    return next((found for key in keys(verb) if (found := turn_of(key, nouns))), None)


def turn_of(verb: str, nouns: list[Token]) -> tuple[Turn, Token] | None:
    """The same for a verb as it is looked up."""
    for each in _turns().get(verb, ()):
        for noun in nouns:
            money = noun.ent_type_ == "MONEY" and "money" in each.objects
            plan = name_of(noun) in words("sets", "programmes")
            if plan and any(c.dep_ == "compound" and c.lemma_.lower() in each.objects for c in noun.lefts):
                return each, noun  # "a military aid program"
            named = _kind_named(noun) & each.objects
            if money or named or (noun.lower_ in each.objects and name_of(noun) not in _JOINED):
                return each, noun
    return None


def _kind_named(noun: Token) -> frozenset[str]:
    """The noun's name, and of a pact what makes it a truce: "truce deal", "ceasefire agreement"."""
    name = name_of(noun)
    if name == "action" and any(c.lower_ in {"industrial", "job", "strike"} for c in noun.lefts):
        name = "strike"
    if name == "team" and any(
        c.lower_ in words("sets", "relieving") | {"aid", "emergency", "medical", "search"} for c in noun.lefts
    ):
        name = "rescuer"
    if noun.pos_ == "PROPN" and any(t.lemma_.lower() in {"cargo", "crew"} for t in noun.rights if t.dep_ == "conj"):
        return frozenset({name, "ship"})  # "the Dora 1 and its cargo"
    if noun.pos_ == "PROPN" and (ships := {name_of(c) for c in noun.lefts} & words("groups", "craft")):
        return frozenset({name} | ships)  # "the supertanker Dora 1"
    if name not in words("groups", "pacts"):
        return frozenset({name})
    before = {name_of(c) for c in noun.lefts if c.dep_ == "compound"}
    return frozenset({name} | (before & words("groups", "truces")))


def control(verb: Token) -> str | None:
    """How the verb rules the clause below it: a type, or `plans`, `starts`, `tries`; None where it does not."""
    if any(c.dep_ == "prt" for c in verb.children):
        return None  # "call off" asks for nothing
    return _controls().get(verb.lemma_.lower())


def is_light(verb: Token) -> bool:
    """Whether the verb may only carry an event noun."""
    return any(key in words("light", "verbs") for key in keys(verb))
