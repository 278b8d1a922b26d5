"""The words of undertakings, as sets."""

from functools import cache

from spacy.tokens import Token

from dateline.reading.lexicon import lexicon


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The list `key` of `[section]` in `lexicon/undertakings.toml`."""
    return frozenset(lexicon("undertakings")[section][key])


@cache
def condition_words(key: str) -> frozenset[str]:
    """The list `key` of `lexicon/conditions.toml`."""
    return frozenset(lexicon("conditions")[key])


def lemma(token: Token) -> str:
    """The token's lemma in lower case; "ceasefire" for the last of the three tokens of "cease-fire"."""
    found = str(token.lemma_).lower()
    parted = found == "fire" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "cease"
    return "ceasefire" if parted else found


def is_one_of(token: Token, section: str, key: str) -> bool:
    """Whether the token's lemma (or itself, in lower case) is in a list."""
    listed = words(section, key)
    return lemma(token) in listed or token.lower_ in listed
