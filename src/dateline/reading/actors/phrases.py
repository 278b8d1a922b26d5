"""Noun phrases that describe an actor without naming one: "a senior official", "the ministry", "armed groups", "the statement"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.reading.actors import titles
from dateline.reading.actors.names import Name
from dateline.reading.actors.words import folded, is_role_head, plural_office, words

_MOST_JOINED = 24
_MOST_BEFORE_HEAD = 40
"""Tokens before its head in which a phrase may begin."""

PhraseKind = Literal["unnamed", "group", "organisation", "government", "document", "other"]
"""`government` also stands for "the Iraqi side": the state itself acts."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A described actor: its tokens without articles in front, its head noun, number, side, and whether it takes up someone told of before."""

    start: int
    end: int
    head: int
    noun: str
    kind: PhraseKind
    plural: bool
    definite: bool
    fresh: bool
    side: str | None
    modifiers: frozenset[str]
    core: tuple[int, int]
    owner: int | None = None


def joined_to(token: Token) -> tuple[Token, ...]:
    """What "and" and commas join to a token, as `Token.conjuncts` has it, but no more than the nearest: a list of a thousand joins nobody."""
    first = token
    for _ in range(_MOST_JOINED):
        if first.dep_ != "conj":
            break
        first = first.head
    found = [first]
    for other in found:
        found += [child for child in islice(other.rights, _MOST_JOINED) if child.dep_ == "conj"]
        if len(found) > _MOST_JOINED:
            break
    return tuple(other for other in found if other.i != token.i)


def head_of(span: DocSpan) -> Token:
    """The token that a noun phrase is about: of "a number of officials", the officials; of "army and rebel sources", the sources."""
    token = span.root
    last = span[-1]
    joined = last != token and last.dep_ == "conj" and last.tag_ == "NNS"
    if joined and folded(last) in words("unnamed", "sources") and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        counted = any(c.dep_ in ("det", "nummod") for c in last.children)
        if not counted and token.tag_ not in ("NNS", "NNPS"):
            return last
    for _ in range(3):
        if token.lower_ not in words("naming", "quantities"):
            break
        of = next((c for c in token.children if c.lower_ == "of"), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if inner is None:
            break
        token = inner
    return token


def antecedent(token: Token) -> Token:
    """Of a relative pronoun, the noun that it stands for; else the token itself."""
    if token.tag_ not in ("WP", "WDT", "WP$") and not (token.lower_ == "that" and token.dep_ == "nsubj"):
        return token
    verb = token.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        verb = verb.head
    return token


_NATIONAL = frozenset({"state", "adjective", "people"})
"""What a name before "government" must be for the government to be the state."""


def describe(doc: Doc, head: Token, at: Mapping[int, Name]) -> Phrase:
    """What the noun phrase around a head noun says of its actor."""
    start, end = _extent(doc, head)
    inside = [doc[k] for k in range(start, end)]
    lowered = frozenset(t.lower_ for t in inside)
    office = plural_office(head)  # "Foreign Ministers" with a title's capitals
    noun = folded(head) if office is None else office.lower()
    plural = office is not None or head.tag_ in ("NNS", "NNPS") or head.lower_ in words("groups", "plural_words")
    plural = plural or _joined(head, noun)
    first = doc[start].lower_ if start < end else ""
    owner = next((c.i for c in head.children if c.dep_ == "poss"), None)
    names = [at[t.i] for t in inside if t.i in at and at[t.i].start == t.i]
    modifiers = frozenset(
        t.lower_
        for t in inside
        if t.i != head.i
        and t.i not in at
        and t.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
        and t.lower_ not in words("naming", "fresh")
    )
    kind = _kind_of(head, noun, plural, modifiers)
    if noun == "government" and kind == "government" and any(n.kind not in _NATIONAL for n in names):
        kind = "organisation"  # of a province, a town, a movement
    stop = end
    if noun in words("naming", "leaning"):
        stop = _with_of(doc, head, end)
    apart = noun in words("naming", "apart") or not lowered.isdisjoint(words("naming", "apart"))
    side = None if apart or _is_of_two(inside, at) else _side(doc, head, names, at)
    known = first in words("naming", "definite") or _is_official(noun, modifiers) or _is_bare_government(head, start)
    known = known or (not plural and side is not None and _opens_with(names, start, noun))
    return Phrase(
        start=start + 1 if first in ("the", "a", "an") and end - start > 1 else start,
        end=stop,
        head=head.i,
        noun=noun,
        kind=kind,
        plural=plural,
        definite=known or (owner is not None and doc[start].tag_ == "PRP$"),
        fresh=bool(lowered & words("naming", "fresh"))
        or not (known or owner is not None)
        or _are_of_several(doc, names),
        side=side,
        modifiers=modifiers,
        core=(start if owner is None else min(doc[owner].right_edge.i + 1, head.i), head.i + 1),
        owner=owner,
    )


def _are_of_several(doc: Doc, names: Sequence[Name]) -> bool:
    """Whether several states are named before the noun: "the X and Y ministers" are none of those told of without them."""
    sides = {titles.side_of(n) for n in names if n.kind in _NATIONAL and not is_backed(doc, n)}
    return len(sides) > 1


def _is_of_two(inside: Sequence[Token], at: Mapping[int, Name]) -> bool:
    """Whether the phrase joins a noun to a name: "government and Norland negotiators" are of two sides."""
    for before, token, behind in zip(inside, inside[1:], inside[2:], strict=False):
        if token.dep_ == "cc" and (before.i in at) != (behind.i in at):
            other = behind if before.i in at else before
            return other.pos_ in ("NOUN", "PROPN") and other.dep_ in ("compound", "nmod", "conj", "poss")
    return False


def _opens_with(names: Sequence[Name], start: int, noun: str) -> bool:
    """Whether an office begins with its state or body and has no article, as headlines write it: "Norway president", "UN chief"."""
    if not names or names[0].start != start:
        return False
    if noun in ("chief", "head", "boss"):
        return names[0].kind in ("organisation", "group")
    return noun in words("naming", "one_holder") and names[0].kind in _NATIONAL


def _is_official(noun: str, modifiers: frozenset[str]) -> bool:
    """Whether the phrase needs no article to take up one told of before: "state media"."""
    return "state" in modifiers and noun in words("naming", "state_outlets")


def _is_bare_government(head: Token, start: int) -> bool:
    """Whether "government" acts without an article, as much of the world's press writes it: "the pact with government"."""
    if head.lower_ != "government" or start != head.i or head.tag_ not in ("NN", "NNP"):
        return False
    party = head.dep_ == "pobj" and head.head.lower_ in ("against", "between", "by", "with")
    return party or head.dep_ in ("nsubj", "nsubjpass", "conj")


def _joined(head: Token, noun: str) -> bool:
    return (
        head.pos_ == "NOUN"
        and any(c.dep_ == "nummod" and c.lower_ not in ("1", "one") for c in head.children)
        and noun != head.lower_
    )


def _extent(doc: Doc, head: Token) -> tuple[int, int]:
    """The tokens of the phrase, from its first modifier to its head."""
    start = head.i
    low = max(head.sent.start, head.i - _MOST_BEFORE_HEAD)
    for child in islice(head.lefts, _MOST_BEFORE_HEAD):
        if (
            child.dep_
            in (
                "det",
                "amod",
                "compound",
                "nummod",
                "poss",
                "nmod",
                "quantmod",
                "predet",
                "npadvmod",
                "advmod",
                "punct",
            )
            and child.left_edge.i >= low
        ):
            start = min(start, child.left_edge.i)
    for k in range(start, head.i):
        if (doc[k].text in ("-", "–", "—", "|", ":") and doc[k].whitespace_) or (
            doc[k].text == ")" and all(doc[j].text != "(" for j in range(start, k))
        ):
            start = k + 1
    k = start + (doc[start].dep_ == "det")
    if k < head.i and doc[k].ent_type_ in ("DATE", "TIME") and doc[k].tag_ == "NNP":
        while k < head.i and doc[k].ent_type_ in ("DATE", "TIME"):
            k += 1
        start = k  # "the July 12 nurses"
    for k in range(start, head.i):
        if doc[k].lower_ == "but":
            start = k + 1  # "rose to 42 but officials fear"
    while start < head.i and (
        doc[start].is_space or doc[start].is_punct or (doc[start].lower_ == "dead" and doc[start - 1].pos_ == "VERB")
    ):
        start += 1  # "shot dead two divers"
    return start, head.i + 1


def _with_of(doc: Doc, head: Token, end: int) -> int:
    """The end of the "of" phrase right after a head noun, as far as its own head."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "for") or doc[end].head.i != head.i:
        return end
    inner = next((c for c in doc[end].children if c.dep_ == "pobj"), None)
    return inner.i + 1 if inner is not None and inner.i - end < 8 and inner.sent.start == head.sent.start else end


@cache
def _people_ends() -> tuple[str, ...]:
    return tuple(sorted(words("unnamed", "ends")))


_MANY = frozenset(("dozens", "hundreds", "scores", "thousands"))


def _kind_of(head: Token, noun: str, plural: bool, modifiers: frozenset[str]) -> PhraseKind:
    if noun == "side" and not plural and not modifiers - {"other"}:
        return "government"
    if head.lower_ in _MANY and all(c.lower_ != "of" for c in head.children):
        return "group"  # "thousands rallied"
    if noun == "government":
        plain = modifiers <= {"federal", "central", "national", "transitional", "coalition", "current"}
        return "government" if plain and not plural else "organisation" if not plural else "group"
    if plural and (noun in words("unnamed", "sources") or head.lower_ in words("unnamed", "sources")):
        return "unnamed"
    if not plural and noun in words("unnamed", "singular"):
        return "unnamed"
    if head.lower_ in words("groups", "heads") or noun in words("groups", "heads"):
        return "group"
    if plural and (noun in words("unnamed", "singular") or noun.endswith(_people_ends())):
        return "group"
    if noun in words("organisations", "common") or head.lower_ in words("organisations", "common"):
        return "organisation"
    if noun in words("unnamed", "documents") or head.lower_ in words("unnamed", "documents"):
        return "document"
    return "group" if plural and head.ent_type_ == "NORP" else "other"


def _side(doc: Doc, head: Token, names: list[Name], at: Mapping[int, Name]) -> str | None:
    """The side that modifiers, a possessor or a phrase after the head give; None where they name two."""
    own = [
        s for n in names if n.kind != "nothing" and not is_backed(doc, n) and (s := _side_of_person_too(n)) is not None
    ]
    if len(set(own)) == 1:
        return own[0]
    if own:
        return None
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "in", "at", "for", "with") and prep.i <= head.i + 3:
            if (prep.lower_ == "for" and not is_role_head(head)) or (
                prep.lower_ == "in" and folded(head) not in words("naming", "of_a_place")
            ):
                continue
            for obj in prep.children:
                if obj.dep_ == "pobj":
                    named = at.get(obj.i)
                    if joined_to(obj):
                        return None
                    body = named if prep.lower_ in ("of", "from", "with", "at") else None
                    bodys = titles.side_of(body) if body is not None and body.kind == "organisation" else None
                    words_of = (
                        obj.text if named is None else doc[named.start : named.end].text
                    )  # "South Sudan" is not Sudan
                    return titles.state_word(words_of) or bodys
    return None


def _side_of_person_too(name: Name) -> str | None:
    return None if name.kind == "person" else titles.side_of(name)


def is_backed(doc: Doc, name: Name) -> bool:
    """Whether the name is only a part of a compound: "Iran-backed", "anti-ISIS", "US-led"."""
    follows = doc[name.end].text if name.end < len(doc) else ""
    precedes = doc[name.start - 1].text if name.start > 0 else ""
    if follows in ("-", "–") and name.end + 1 < len(doc):
        return doc[name.end + 1].pos_ in ("VERB", "ADJ", "ADV", "NOUN") and not doc[name.end + 1].text[0].isupper()
    return precedes in ("-", "–") and name.start >= 2 and doc[name.start - 2].lower_ in words("naming", "prefixes")
