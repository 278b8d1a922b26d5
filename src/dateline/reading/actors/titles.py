"""Roles and sides that stand right before a name: "Iraqi Prime Minister X", "NATO chief X"."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.reading.actors.known import countries, known_at, known_from
from dateline.reading.actors.names import Name
from dateline.reading.actors.words import (
    folded,
    given_name_gender,
    is_modifier,
    is_role_head,
    is_title,
    plural_office,
    words,
)

_MOST_BEFORE = 14
_LONGEST_LIST = 24
WHEN = frozenset({"also", "earlier", "later", "meanwhile"})
"""Words before an office that are no part of it: "Earlier UN chief X"."""


@dataclass(frozen=True, slots=True)
class Described:
    """What stands around a name. `first` is the first token of the description before it, `serves` a name whom the person serves."""

    roles: tuple[str, ...] = ()
    side: str | None = None
    first: int = 0
    gender: str | None = None
    role_tokens: tuple[int, ...] = ()
    serves: Name | None = None


def side_of(name: Name) -> str | None:
    """The state or body that a name used as a modifier stands for."""
    if name.kind in ("state", "adjective", "people"):
        return name.short
    if name.kind == "place":
        return countries().get(name.country or "")
    if name.kind in ("organisation", "group", "outlet"):
        return name.side or name.short
    return None


def state_word(text: str) -> str | None:
    """The short name of the state that a word names or describes; capitals do not count."""
    hit = known_at(text, 0)
    if hit is None or hit[0] != len(text) or hit[1].kind not in ("state", "adjective"):
        return None
    return hit[1].name


def state_or_seat(doc: Doc, k: int, bodies: bool) -> str | None:
    """The state whose name starts with token k; with `bodies` also the one whose body's name does."""
    hit = known_from(doc, k)
    if hit is None or hit[1].kind not in (("state", "adjective", "organisation") if bodies else ("state", "adjective")):
        return None
    return hit[1].side


def before(doc: Doc, name: Name, at: Mapping[int, Name]) -> Described:
    """The titles directly before a person's name."""
    first = _first_of_title(doc, name, at)
    tokens = [doc[k] for k in range(first, name.start)]
    heads = [t for t in tokens if is_role_head(t) and t.i not in at and t.lower_ not in words("roles", "honorifics")]
    gender = gender_of(tokens)
    plural = not heads or heads[-1].tag_ == "NNS" or plural_office(heads[-1]) is not None
    if plural and (office := shared_office(doc, name.start)) is not None:
        sides = [at[t.i] for t in tokens if t.i in at and t.i == at[t.i].start]
        side = side_of(sides[0]) if len(sides) == 1 else None
        return Described((office,), side, first, gender, tuple(t.i for t in heads))
    heads = [
        t for t in heads if not (t.i > 0 and t.text[0].isupper() and given_name_gender(doc[t.i - 1].text) is not None)
    ]
    if len(heads) > 1 and heads[-1].lower_ in words("roles", "honorifics_male"):  # "the emir, Sheikh X"
        heads, tokens = heads[:-1], [t for t in tokens if t is not heads[-1]]
    honoured = _from_honorific(doc, name.start, first)
    if honoured > first and doc[honoured - 1].pos_ == "ADP":
        return Described(first=honoured, gender=gender)
    tokens = [t for t in tokens if not _honorific(t)]
    if not heads:
        return Described(first=_from_honorific(doc, name.start, first), gender=gender)
    head = heads[-1]
    role = [
        t
        for t in tokens
        if t.i not in at
        and t.text not in ("'s", "’s", "(", ")")
        and t.pos_ != "DET"
        and t.tag_ != "PRP$"
        and t.lower_ not in WHEN
        and not (t.pos_ == "NOUN" and doc[t.i + 1].text in ("'s", "’s"))  # "the country's prime minister"
    ]
    if not role:
        return Described(first=_from_honorific(doc, name.start, first), gender=gender)
    role = role if head.i == role[-1].i else _with_phrase(tokens, role, head)
    side, serves = None, None
    for t in tokens:
        other = at.get(t.i)
        if other is None or t.i != other.start or doc[other.end].lower_ in ("bureau", "correspondent", "office"):
            continue
        link = doc[t.i - 1].lower_ if t.i - 1 >= first else ""
        link = doc[t.i - 2].lower_ if link == "the" and t.i - 2 >= first else link
        if t.i < head.i or link == "of":
            side = side_of(other) or side
    return Described(role_of(role), side, first, gender, tuple(t.i for t in heads), serves)


def shared_office(doc: Doc, start: int) -> str | None:
    """The office that a plural before a list of names gives to the one that starts at token `start`: "Presidents X and Y"."""
    k = start - 1
    low = max(0, start - _LONGEST_LIST, doc[start].sent.start)
    while k >= low:
        token = doc[k]
        office = plural_office(token) or (_plural_in_small(token) if token.is_lower else None)
        if office is not None:
            if doc[k + 1].text == "," or doc[k + 1].lower_ == "of" or doc[start - 1].lower_ == "of":
                return None  # "the Union of Teachers, Lindt", "the Presidents of Norland and Varn"
            held = k
            while held > low and is_modifier(doc[held - 1]) and doc[held - 1].text[0].isupper():
                held -= 1
            return " ".join([*(t.text for t in doc[held:k]), office])
        if not (token.text in (",", "-") or token.lower_ in ("and", "al", "of") or token.pos_ == "PROPN"):
            return None
        k -= 1
    return None


def _plural_in_small(token: Token) -> str | None:
    """The office of a plural that stands right before the first of its holders: "minister" of "ministers X of Norland and Y of Varn"."""
    follows = token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN" and token.nbor().text[0].isupper()
    apart = token.tag_ != "NNS" or not follows or token.lower_ in words("roles", "heads")
    return token.lemma_ if not apart and token.lemma_ in words("naming", "one_holder") else None


def _with_phrase(tokens: list[Token], role: list[Token], head: Token) -> list[Token]:
    """The role with what follows its head: "of State", "to Baghdad"."""
    rest = [t for t in tokens if t.i > head.i]
    return [t for t in role if t.i <= head.i] + rest if not any(t.text in ("'s", "’s") for t in rest) else role


def role_of(tokens: list[Token]) -> tuple[str, ...]:
    """The words of a role; two offices joined by "and" stay one."""
    if not tokens:
        return ()
    pieces: list[str] = []
    for k, token in enumerate(tokens):
        glued = (
            k > 0 and not tokens[k - 1].whitespace_ and (tokens[k - 1].i == token.i - 1 or tokens[k - 1].text == "-")
        )
        pieces.append(token.text if glued or not pieces else " " + token.text)
    while len(pieces) > 1 and pieces[-1].strip().lower() in ("of", "for", "to", "and", "the", "at"):
        pieces.pop()
    text = "".join(pieces).strip(" -,'’")
    for opening in ("then-", "new "):
        if text.lower().startswith(opening):
            text = text[len(opening) :]
    return (text,) if text else ()


def _honorific(token: Token) -> bool:
    lists = ("honorifics", "honorifics_male", "honorifics_female")
    return any(token.lower_ in words("roles", key) for key in lists) and token.lower_ not in words("roles", "heads")


def _from_honorific(doc: Doc, start: int, first: int) -> int:
    k = start
    while k > first and _honorific(doc[k - 1]):
        k -= 1
    return k


def gender_of(tokens: list[Token]) -> str | None:
    """The gender that titles show."""
    for token in tokens:
        if token.lower_ in words("roles", "honorifics_female") or folded(token) in words("roles", "female"):
            return "f"
        if token.lower_ in words("roles", "honorifics_male") or folded(token) in words("roles", "male"):
            return "m"
    return None


def _first_of_title(doc: Doc, name: Name, at: Mapping[int, Name]) -> int:
    """Where the description begins that runs without a break up to the name."""
    low = max(doc[name.start].sent.start, name.start - _MOST_BEFORE)
    k = name.start
    while k > low:
        token = doc[k - 1]
        known = at.get(token.i)
        if known is not None:
            if known.kind in ("person", "nothing"):
                break
            k = known.start
            continue
        if token.text == "-" and (token.whitespace_ or doc[token.i - 1].whitespace_):
            break
        if token.text == ")" and k - 4 > low and doc[k - 3].text == "(" and k - 4 in at and k < name.start + 1:
            k -= 3  # "secretary of the Harbour Union (HU) X"
            continue
        if is_title(token) or (is_modifier(token) and token.pos_ != "VERB") or token.text in ("'s", "’s", "-"):
            k -= 1
            continue
        if token.lower_ in ("of", "to", "for", "the", "and", "at", "in"):
            if (
                k == name.start
                or any(is_role_head(doc[j]) for j in range(k, name.start))
                or not _leads_to_role(doc, k - 1, low)
            ):
                break
            k -= 1
            continue
        if token.pos_ in ("ADJ", "NOUN", "PROPN") and modifies(token, name.end):
            k -= 1
            continue
        break
    while k < name.start and (
        doc[k].text in ("'s", "’s", "-") or doc[k].lower_ in ("of", "to", "for", "the", "and", "at", "in")
    ):
        k += 1
    return k


def _leads_to_role(doc: Doc, k: int, low: int) -> bool:
    """Whether a small word stands inside a title: a role's head comes shortly before it, and it hangs on that."""
    j = k
    while j > low and j > k - 5 and doc[j].pos_ not in ("PUNCT", "VERB", "AUX"):
        j -= 1
        if is_role_head(doc[j]):
            word = doc[k]
            return (
                word.lower_ == "the"
                or word.head.i in (j, k - 1)
                or word.head.head.i == j
                or (word.lower_ == "of" and j == k - 1)
            )
    return False


def modifies(token: Token, stop: int) -> bool:
    """Whether the token says more of an office, or of a noun, that stands between it and token `stop`."""
    head = token
    for _ in range(4):
        if head.dep_ not in ("compound", "amod", "nmod", "poss", "appos"):
            return False
        head = head.head
        if token.i < head.i < stop and (is_role_head(head) or head.i >= stop - 6):
            return True
    return False
