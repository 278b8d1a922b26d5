"""Deeds that verbs of speech tell of, and what things do in a figure: rulings, measures taken, meetings held, lives claimed."""

from functools import cache

from spacy.tokens import Token

from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

SHOWING = frozenset(("suggest", "mean", "imply", "reflect", "signal", "prove", "demonstrate"))
_PACTS = frozenset(("accord", "agreement", "deal", "pact", "plan", "resolution", "treaty", "truce", "ceasefire"))
_PROVIDING = frozenset(("call", "envisage", "foresee", "oblige", "provide", "require", "stipulate", "want"))
_COURTS = frozenset(("court", "judge", "jury", "justice", "magistrate", "tribunal"))
_PEOPLE = frozenset(("her", "him", "them"))


def is_done(noun: Token, cue: Token) -> bool:
    """Whether the verb does it to what the noun names: "recalled its envoy", "declared a state of emergency", "called off the strike"."""
    word, words = lemma(cue), cue_words()
    if word == "call" and any(c.dep_ == "prt" and c.lower_ == "off" for c in cue.children):
        return True
    if word == "declare":
        if any(c.lower_ == "open" for c in (*cue.rights, *noun.children)):
            return True  # "declared open the bridge"
        of = [t for prep in noun.children if prep.lower_ == "of" for t in prep.children]
        state = noun.lemma_.lower() in {"state", "day", "period"}
        return any(t.lemma_.lower() in words.declared for t in (of if state else [noun]))
    governed = noun.head == cue and noun.dep_ == "dobj"
    if word in words.won_or_held and governed and not _is_named_so(cue):
        return noun.lemma_.lower() in words.won_or_held[word]
    return word in words.of_people and governed and (are_people(noun) or noun.lower_ in _PEOPLE)


def is_of_a_thing(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether what "says" it is a thing or a deed: "the strikes cast doubt on the talks", "the insurgency has claimed 40 lives"."""
    words = cue_words()
    roots = [tokens_of(parsed, part).root for part in one.source]
    nouns = bool(roots) and all(t.pos_ == "NOUN" for t in roots)
    if lemma(cue) in words.figurative:
        return nouns and not any(_may_speak(t) for t in roots)
    things = nouns and all(t.lemma_.lower() in words.thing for t in roots)
    if lemma(cue) in _PROVIDING and all(t.lemma_.lower() in _PACTS for t in roots):
        return False  # "the agreement calls for a truce"
    return things and lemma(cue) not in words.finding | SHOWING | words.speech


def _may_speak(noun: Token) -> bool:
    """Whether the noun is one for people, a body, an outlet or a document: "the report warned"."""
    word, organisations = noun.lemma_.lower(), lexicon("organisations")
    if are_people(noun) or word in lexicon("roles")["heads"] or word.endswith(("er", "or", "ist", "man", "woman")):
        return True
    return (
        word in organisations["common"]
        or word in organisations["body_nouns"]
        or word in lexicon("unnamed")["documents"]
    )


def is_judged(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether a court does so by its ruling, of which nothing is quoted: "the judge threw out the claim that the vote was rigged"."""
    roots = [tokens_of(parsed, span).root.lemma_.lower() for span in one.source]
    courts = bool(roots) and all(root in _COURTS for root in roots)
    return courts and lemma(cue) in cue_words().rebuff | {"throw", "uphold", "strike"}


def is_taken(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether measures are taken: "had taken steps against the tariffs"."""
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    taken = lemma(cue) in {"take", "adopt"} and any(t.lemma_.lower() in cue_words().taken for t in (*told, *cue.rights))
    return taken and all(t.lower_ != "offence" for t in told)


def is_met_with(parsed: Parsed, one: Detected) -> bool:
    """Whether the source only gets what others say: "has faced criticism over"."""
    words = cue_words()
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    meets = any(t.pos_ == "VERB" and lemma(t) in words.meeting_it for t in told)
    return meets and any(t.pos_ == "NOUN" and t.lemma_.lower() in words.met_with for t in told)


def _is_named_so(cue: Token) -> bool:
    """Whether the verb goes on to what it calls its object: "called the vote a farce"."""
    return any(c.dep_ in {"acomp", "ccomp", "oprd", "xcomp"} for c in cue.rights)


def is_meeting(noun: Token) -> bool:
    """Whether it is one, or a part of one: "talks", "a second round of talks"."""
    parts = (t for of in noun.children if of.lower_ == "of" for t in of.children)
    return any(t.lemma_.lower() in cue_words().meeting | cue_words().occasion for t in (noun, *parts))


def are_people(noun: Token) -> bool:
    """Whether the noun is one for people who speak: "citing officials" says who told it, and nothing else."""
    word, people = noun.lemma_.lower(), lexicon("unnamed")
    listed = word in people["singular"] or word in people["sources"] or noun.lower_ in lexicon("groups")["heads"]
    return (noun.pos_ == "NOUN" and listed) or noun.ent_type_ == "PERSON"


@cache
def forceful() -> frozenset[str]:
    """The verbs by which PLOVER knows deeds of force, help and retreat, but for those that words do as well."""
    lists, cues = lexicon("plover")["verbs"], cue_words()
    deeds = (
        word
        for of in ("AID", "RETREAT", "MOBILIZE", "COERCE", "ASSAULT")
        for words in lists[of].values()
        for word in words.split()
    )
    return (
        frozenset(deeds) - cues.often_verbal - cues.speech - cues.clause - cues.object - cues.request - cues.infinitive
    )
