"""The cue words of the lexicon as sets, and the lemma of a word as they spell it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from dateline.reading.lexicon import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """The lists of `lexicon/cues.toml`; what each is for stands there."""

    speech: frozenset[str]
    clause: frozenset[str]
    question: frozenset[str]
    object: frozenset[str]
    infinitive: frozenset[str]
    request: frozenset[str]
    description: frozenset[str]
    naming: frozenset[str]
    charge: dict[str, frozenset[str]]
    counting: frozenset[str]
    preposition: dict[str, frozenset[str]]
    noun: dict[str, frozenset[str]]
    won_or_held: dict[str, frozenset[str]]
    document: frozenset[str]
    deed: frozenset[str]
    of_people: frozenset[str]
    declared: frozenset[str]
    evading: frozenset[str]
    disclosing: frozenset[str]
    often_verbal: frozenset[str]
    study: frozenset[str]
    finding: frozenset[str]
    light: frozenset[str]
    occasion: frozenset[str]
    adjective: frozenset[str]
    chance: frozenset[str]
    thing: frozenset[str]
    met_with: frozenset[str]
    meeting_it: frozenset[str]
    figurative: frozenset[str]
    taken: frozenset[str]
    medium: frozenset[str]
    deny: frozenset[str]
    rebuff: frozenset[str]
    refuse: frozenset[str]
    withheld: frozenset[str]
    claim: frozenset[str]
    confirm: frozenset[str]
    holding: frozenset[str]
    untrue: frozenset[str]
    true: frozenset[str]
    nothing_to: frozenset[str]
    addressing: frozenset[str]
    meeting: frozenset[str]


@cache
def cue_words() -> CueWords:
    """The cue words, read once. Shared: do not change them."""
    lists = lexicon("cues")
    nested: dict[str, Any] = {
        name: {key: frozenset(words.split()) for key, words in lists[name].items()}
        for name in ("charge", "preposition", "noun", "won_or_held")
    }
    flat: dict[str, Any] = {name: frozenset(words.split()) for name, words in lists.items() if name not in nested}
    return CueWords(**flat, **nested)


_LEMMAS = {"hop": "hope", "hoping": "hope", "retweete": "retweet", "lambaste": "lambast", "relaunche": "relaunch"}


def lemma(token: Token) -> str:
    """The token's lemma in small letters; the model takes "hoped" for "hopped"."""
    found = token.lemma_.lower()
    if found == "hop" and "pp" in token.lower_:
        return found
    return _LEMMAS.get(found, found)
