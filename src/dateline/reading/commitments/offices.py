"""Whose office somebody holds, as the words beside the name tell it: "the council's chief envoy, Ana Brel"."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc, Token

from dateline.model import Actor
from dateline.reading.lexicon import lexicon

_REACH = 7
"""Tokens between a name and its office, or the office and whose it is."""

_LOOKED_AT = 12
"""Mentions of somebody that are looked at: an office is told when a name is new."""

_OF = frozenset({"of", "for", "at"})
_POSTED = frozenset({"ambassador", "envoy", "representative", "correspondent", "expert", "analyst"})
"""Who is called by the place where they are sent or what they know: "the Norland envoy" is not Norland's."""

_PAST = frozenset({"former", "ex", "late", "ousted", "then", "onetime"})


@cache
def _offices() -> frozenset[str]:
    return frozenset(lexicon("roles")["heads"])


def body_of_office(actor: Actor, doc: Doc, names_a_body: Callable[[Token], bool]) -> Token | None:
    """The word for the body or state whose office the actor holds, next to one of the first mentions; None where none is told.

    `names_a_body` says whether a token names a state, a body or a part of a state.
    """
    for mention in actor.mentions[:_LOOKED_AT]:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        found = _before(doc, span.start, names_a_body) or _behind(doc, span.end, names_a_body)
        if found is not None:
            return found
    return None


def _before(doc: Doc, start: int, names_a_body: Callable[[Token], bool]) -> Token | None:
    """In "the council's chief envoy, Ana Brel" and "the council chief Ana Brel"; the name begins at `start`."""
    last = start - 1
    if last > 0 and doc[last].text == ",":
        last -= 1
    if last < 1 or doc[last].lower_ not in _offices():
        return None
    owner = _owner(_stretch(doc, range(last - 1, max(-1, last - 1 - _REACH), -1)), names_a_body)
    return _if_its_own(owner, doc[last])


def _behind(doc: Doc, end: int, names_a_body: Callable[[Token], bool]) -> Token | None:
    """In "Ana Brel, the council's chief envoy," and "Ana Brel, the governor of Norland,"; the name ends at `end`."""
    if end >= len(doc) or doc[end].text != ",":
        return None
    described = _stretch(doc, range(end + 1, min(len(doc), end + 1 + _REACH)))
    offices = [t for t in described if t.lower_ in _offices()]
    if not offices:
        return None
    office = offices[0]
    while office.nbor(1) in offices:
        office = office.nbor(1)  # "general secretary for"
    of = office.i + 1
    if of < len(doc) and doc[of].pos_ == "PROPN":
        return None  # "after she met Ana Brel, Norland envoy Juan Ose left": the office of the name behind it
    owner = _if_its_own(_owner([t for t in described if t.i < office.i], names_a_body), office)
    if owner is not None or of >= len(doc) or doc[of].lower_ not in _OF:
        return owner
    behind = _stretch(doc, range(of + 1, min(len(doc), of + 4)))
    return None if any(t.lower_ in _PAST for t in described) else _owner(behind, names_a_body)


def _stretch(doc: Doc, indices: range) -> list[Token]:
    """The tokens up to the first verb or mark."""
    taken: list[Token] = []
    for k in indices:
        token = doc[k]
        mark = (token.is_punct and token.text not in ("-", "'")) or token.is_space
        if mark or token.pos_ in ("VERB", "AUX", "SCONJ") or token.lower_ in ("and", "with", "by", "to", "from"):
            break
        taken.append(token)
    return taken


def _if_its_own(owner: Token | None, office: Token) -> Token | None:
    """The owner, unless it may be where the holder is posted."""
    if owner is None or office.lower_ not in _POSTED:
        return owner
    return owner if owner.nbor(1).lower_ in ("'s", "’s", "'", "’") else None


def _owner(tokens: list[Token], names_a_body: Callable[[Token], bool]) -> Token | None:
    if any(t.lower_ in _PAST for t in tokens):
        return None
    return next((t for t in tokens if names_a_body(t)), None)
