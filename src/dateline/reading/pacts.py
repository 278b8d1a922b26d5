"""Capital letters that an article explains as an agreement: "the trade pact, known as the NTA"."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from dateline.reading.lexicon import lexicon

_NEAR = 20
"""Tokens from the word for an agreement to its capital letters."""

_BEFORE = 5
"""Tokens before the word for an agreement, where the letters come first: "the NTA (the trade pact)"."""


@lru_cache(maxsize=1)
def named_pacts(doc: Doc) -> frozenset[str]:
    """The capital letters that stand for an agreement anywhere in the text."""
    listed = frozenset(lexicon("undertakings")["reports"]["agreements"])
    found: set[str] = set()
    last = -1
    for token in doc:
        if token.lower_ in listed or token.lemma_.lower() in listed:
            last = token.i
        if is_acronym(token) and _abbreviates_plan(doc, token.i):
            found.add(token.text)
        if last < 0 or token.i - last > _NEAR:
            continue
        if last == token.i:
            before = next((t for t in doc[max(0, last - _BEFORE) : last] if is_acronym(t)), None)
            if before is not None and _is_explained(doc, last, before.i) and doc[before.i + 1].text in ("(", "["):
                found.add(before.text)
        if is_acronym(token) and _is_explained(doc, last, token.i):
            found.add(token.text)
    return frozenset(found)


def _abbreviates_plan(doc: Doc, name: int) -> bool:
    """Whether the letters stand in brackets behind the name of a plan: "the Joint Northern Plan of Action (JNPA)"."""
    if name < 2 or doc[name - 1].text not in ("(", "["):
        return False
    before = doc[max(0, name - 1 - 2 * len(doc[name].text)) : name - 1]
    return any(t.text in ("Plan", "Framework", "Accords", "Roadmap") for t in before)


def is_acronym(token: Token) -> bool:
    """Whether the token is a name of three capital letters or more."""
    return token.is_alpha and token.is_upper and len(token.text) > 2  # two are a state or a union


def _is_explained(doc: Doc, pact: int, name: int) -> bool:
    if name > 0 and doc[name - 1].text in ("(", "["):
        return True
    if pact > name:
        return doc[name + 1].text in ("(", "[", ",")
    return any(t.lower_ in ("known", "called", "dubbed", "named") for t in doc[pact:name])
