"""In what something was said: a statement, a post, an interview."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from spacy.tokens import Token

from dateline.model import Medium, MediumKind, anchor
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_LISTS = ("verb", "before", "doing", "beside", "other")
_PART_OF = frozenset(("on", "with", "for", "to", "by", "from", "of"))
"""Prepositions that go on with the medium's name: "a post on Facebook", "an interview with the Courier", "a letter to the council"."""


def medium_of(parsed: Parsed, one: Detected, cue: Token | None) -> Medium | None:
    """The words for it beside the cue, in the cue, or as the source itself ("the letter says"); None where none tells it."""
    if cue is None:
        return None
    taken = {t.i for part in (*one.content, *one.source) for t in tokens_of(parsed, part)}
    for noun in _nouns(parsed, one, cue):
        kind = _kind(noun)
        if kind is not None and noun.i not in taken:
            return _made(parsed, kind, noun, taken)
    told = next((kind for kind, words in _verbs().items() if lemma(cue) in words), None)
    if told is not None:
        return Medium(kind=told, anchor=anchor(parsed.text, cue.idx, cue.idx + len(cue)))
    for part in one.source:
        head = tokens_of(parsed, part).root
        kind = _kind(head) if head.tag_ in {"NN", "NNS"} else None
        if kind is not None and kind not in {
            "meeting",
            "broadcast",
            "call",
        }:  # a meeting says nothing, a channel is an outlet
            return _made(parsed, kind, head, {t.i for s in (*one.content, *one.cue) for t in tokens_of(parsed, s)})
    return None


def _nouns(parsed: Parsed, one: Detected, cue: Token) -> Iterator[Token]:
    """What the cue's prepositions lead to, what was issued by it, and where the speaker spoke, in this order."""
    doing = lexicon("media")["doing"]["verb"].split()
    acts = [c for c in cue.children if c.dep_ == "advcl" and c.tag_ == "VBG" and lemma(c) in doing]
    for verb in (cue, *acts):
        for prep in verb.children:
            if prep.dep_ == "prep" and prep.lower_ in _before():
                yield from (c for c in prep.children if c.dep_ == "pobj")
            elif verb is not cue and prep.dep_ == "dobj":
                yield prep
    for part in one.cue:
        yield from (t for t in tokens_of(parsed, part) if t.dep_ == "dobj" and lemma(t.head) in cue_words().light)
    hearer = next((c for c in cue.rights if c.dep_ == "dobj"), None) if lemma(cue) == "tell" else None
    if hearer is not None:
        yield hearer  # "told a news conference"


def _kind(noun: Token) -> MediumKind | None:
    """The kind of medium that the noun names."""
    word = noun.lower_ if noun.pos_ == "PROPN" else noun.lemma_.lower()
    if word == "remark":
        return "speech" if noun.tag_ == "NNS" else None
    if any(_kinds().get(t.lower_) == "post" for on in noun.rights if on.lower_ == "on" for t in on.rights):
        return "post"  # "a message on Twitter"
    kind, before = _beside().get(word, (None, frozenset()))
    if kind is not None and any(t.lower_ in before for t in noun.lefts):
        return kind
    return _kinds().get(word)


def _made(parsed: Parsed, kind: MediumKind, noun: Token, taken: set[int]) -> Medium:
    """The noun with what stands before it and the prepositions that go on with its name, as far as no source or content does."""
    doc = parsed.doc
    first, last = noun.left_edge.i, noun.i + 1
    for c in noun.rights:
        if c.dep_ != "prep" or c.lower_ not in _PART_OF or c.i != last:
            break
        last = c.right_edge.i + 1
    first = next((i + 1 for i in range(noun.i - 1, first - 1, -1) if i in taken or doc[i].is_space), first)
    last = next((i for i in range(noun.i + 1, last) if i in taken or doc[i].text in {",", ";", "\n"}), last)
    while last - 1 > noun.i and (doc[last - 1].ent_type_ in {"DATE", "TIME"} or doc[last - 1].pos_ == "ADP"):
        last -= 1
    return Medium(kind=kind, anchor=anchor(parsed.text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1])))


@cache
def _kinds() -> dict[str, MediumKind]:
    lists = lexicon("media")
    named = [*((name, words) for name, words in lists.items() if name not in _LISTS), *lists["other"].items()]
    return {word: cast(MediumKind, name) for name, words in named for word in words.split()}


@cache
def _beside() -> dict[str, tuple[MediumKind, frozenset[str]]]:
    rows = {noun: row.split(": ") for noun, row in lexicon("media")["beside"].items()}
    return {noun: (cast(MediumKind, kind), frozenset(words.split())) for noun, (kind, words) in rows.items()}


@cache
def _verbs() -> dict[MediumKind, frozenset[str]]:
    return {cast(MediumKind, name): frozenset(words.split()) for name, words in lexicon("media")["verb"].items()}


@cache
def _before() -> frozenset[str]:
    return frozenset(lexicon("media")["before"]["preposition"].split())
