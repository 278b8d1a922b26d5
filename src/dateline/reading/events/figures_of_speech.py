"""Force in a figure of speech: on the pitch, in a vote, against an evil, by the weather or by a text."""

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.reading.events.arguments import objects, subjects, who_does
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after

LONGEST = 80
"""Tokens of a sentence that are looked at for what it is about."""


def are(nouns: Iterable[Token], names: frozenset[str]) -> bool:
    """Whether one of the nouns is of the names."""
    return any(t.lemma_.lower() in names for t in nouns)


def _is_attacker(noun: Token) -> bool:
    return noun.lemma_.lower() in words("sets", "attacks") | words("sets", "fighters")


def _is_figure_of_speech(verb: Token) -> bool:
    """Force in a match, on a business or on an evil: "beat them in the final", "targeted two firms", "fought corruption"."""
    if verb.lemma_.lower() not in words("checks", "physical") | {"attack", "target", "assault", "pound"}:
        return False
    if are(verb.sent[:LONGEST], words("sets", "contests")):
        return True
    if any(_is_attacker(t) for t in who_does(verb)):
        return False  # "a bomber struck a market"
    whom = [*objects(verb), *after(verb, "against")]
    return are(whom, words("sets", "firms") | words("sets", "evils"))


_BLOWS = frozenset({"assault", "attack", "broadside", "onslaught", "salvo"})


def is_in_words(blows: Iterable[Token], *, by_speaker: bool) -> bool:
    """Whether an attack is one of words: "a scathing attack", "his attacks on the press", "the attack on the treaty", or `by_speaker`, whom one knows to speak."""
    for noun in blows:
        in_turn = (by_speaker and bool(after(noun, "over"))) or are(after(noun, "for"), words("sets", "spoken"))
        if noun.lemma_ == "attack" and noun.pos_ == "VERB" and in_turn:
            return True  # "the mayor attacked the council over its plan", "for its remarks"
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _BLOWS:
            continue
        spoken = words("sets", "in_words")
        described = {c.lemma_.lower() for c in noun.lefts if c.dep_ == "amod"}
        at = [t for place in ("on", "against", "at") for t in after(noun, place)]
        texts = [
            t
            for t in at
            if _is_text(t)
            or t.lemma_.lower() in words("sets", "attacked_in_words") | words("groups", "pacts")
            or (by_speaker and t.ent_type_ == "PERSON")
        ]
        beside = {c.lemma_.lower() for c in noun.lefts if c.dep_ in {"amod", "compound"}} - words("sets", "incessant")
        armed = bool(beside) and described.isdisjoint(spoken)
        if described & spoken or texts or (by_speaker and not armed):
            return True
    return False


def is_scare_quoted(tokens: Iterable[Token]) -> bool:
    """Whether force is named in quotation marks for what is none: "a “war on hope”", "taken as “hostage”"."""
    quoted = (t for t in tokens if t.lemma_.lower() in {"battle", "crusade", "hostage", "war"} and t.i)
    return any(t.nbor(-1).text in {"“", '"', "‘", "'", "``"} for t in quoted)


def _is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in words("parties", "documents") or noun.lemma_.lower() == "act"


def is_by_a_text(verb: Token) -> bool:
    """Such as "a law that targets firms"."""
    described = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else []
    return any(_is_text(t) for t in (*described, *subjects(verb)))


def is_by_nature(verb: Token) -> bool:
    """Such as "wildfires threatened the village"."""
    who, forces = who_does(verb), words("checks", "natural")
    who += [c for t in who if t.pos_ == "PROPN" for c in t.lefts if c.dep_ == "compound"]  # "Typhoon Vala"
    who = [t for t in who if t.ent_type_ != "PERSON" or t.dep_ == "compound" or t.lower_.endswith("s")]  # a Mr Frost
    armed = words("sets", "armed") | {"gun", "gunship", "machine"}
    who = [t for t in who if t.lower_ != "fire" or not any(c.lower_ in armed for c in t.lefts)]  # "artillery fire"
    return are(who, forces) or any(t.lower_.removesuffix("s") in forces for t in who)  # a plural taken for a name


def is_no_force(verb: Token) -> bool:
    """Such as "struck a bargain", "the car struck him", "abused by sanctions"."""
    who = who_does(verb)
    if verb.lemma_ in {"kill", "slaughter", "hunt", "poison", "shoot"} and are(objects(verb), words("sets", "beasts")):
        return True
    if _is_vote_won(verb) or are(objects(verb), words("sets", "intangible")):
        return True  # "blew up the last channel", "targeted the livelihood of many"
    if are(objects(verb), words("sets", "figurative")) and not any(_is_attacker(t) for t in who):
        return True
    curbs = [*who, *(o for o in objects(verb.head) if verb.lemma_ == "target" and verb.dep_ == "advcl")]
    curbed = any((f := noun_frame(t)) is not None and f.type == "COERCE" for t in curbs)
    return curbed or is_by_nature(verb) or _is_figure_of_speech(verb) or is_by_a_text(verb)


def _is_vote_won(verb: Token) -> bool:
    """Such as "beat his rival in the vote"."""
    polls = words("sets", "polls")
    return verb.lemma_ in {"beat", "crush", "defeat", "edge", "rout", "thrash", "topple", "trounce", "unseat"} and are(
        verb.sent[:LONGEST], polls
    )
