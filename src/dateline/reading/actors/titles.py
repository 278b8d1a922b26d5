"""Roles and sides that stand around a name: "Iraqi Prime Minister X", "X, the head of Y", "NATO chief X", "Role to X, Name"."""

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
_APPOSITION = 18
_WHEN = frozenset({"also", "earlier", "later", "meanwhile"})
_AFFILIATION = frozenset({"of", "for", "at", "with", "from"})


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
    if (not heads or plural_office(heads[-1]) is not None) and (office := shared_office(doc, name.start)) is not None:
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
        and t.text not in ("'s", "’s")
        and t.pos_ != "DET"
        and t.tag_ != "PRP$"
        and t.lower_ not in _WHEN
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
    return Described(_roles(role), side, first, gender, tuple(t.i for t in heads), serves)


def shared_office(doc: Doc, start: int) -> str | None:
    """The office that a plural before a list of names gives to the one that starts at token `start`: "Presidents X and Y"."""
    k = start - 1
    low = max(0, start - _LONGEST_LIST, doc[start].sent.start)
    while k >= low:
        token = doc[k]
        office = plural_office(token)
        if office is not None:
            held = k
            while held > low and is_modifier(doc[held - 1]) and doc[held - 1].text[0].isupper():
                held -= 1
            return " ".join([*(t.text for t in doc[held:k]), office])
        if not (token.text in (",", "-") or token.lower_ in ("and", "al") or token.pos_ == "PROPN"):
            return None
        k -= 1
    return None


def _with_phrase(tokens: list[Token], role: list[Token], head: Token) -> list[Token]:
    """The role with what follows its head: "of State", "to Baghdad"."""
    rest = [t for t in tokens if t.i > head.i]
    return [t for t in role if t.i <= head.i] + rest if not any(t.text in ("'s", "’s") for t in rest) else role


def _roles(tokens: list[Token]) -> tuple[str, ...]:
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
        if token.pos_ in ("ADJ", "NOUN", "PROPN") and _modifies(token, name.end):
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


def _modifies(token: Token, stop: int) -> bool:
    head = token
    for _ in range(4):
        if head.dep_ not in ("compound", "amod", "nmod", "poss", "appos"):
            return False
        head = head.head
        if token.i < head.i < stop and (is_role_head(head) or head.i >= stop - 6):
            return True
    return False


def after(doc: Doc, name: Name, at: Mapping[int, Name]) -> Described:
    """The role in the apposition that follows a person's name: ", the head of Y," or ", a former minister,"."""
    end = doc[name.end - 1].sent.end
    k = name.end
    if k >= end or doc[k].text not in (",", "(", "–", "—"):
        return Described()
    k += 1
    if k + 1 < end and doc[k].like_num and doc[k + 1].text == ",":  # an age
        k += 2
    stop = k
    head = None
    while stop < min(end, k + _APPOSITION):
        token = doc[stop]
        if token.text == "(" and stop + 2 < end and doc[stop + 1].is_upper and doc[stop + 2].text == ")":
            stop += 3  # a body's letters: "Varga, the Harbour Party (HP) leader,"
            continue
        if token.text in (",", ";", ")", "–", "—", ".") or (token.pos_ in ("VERB", "AUX") and head is not None):
            break
        known = at.get(token.i)
        if known is not None and known.kind == "person":
            if head is None:
                return Described()
            break
        if head is None:
            if (
                token.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON")
                and token.tag_ != "PRP$"
                and not is_modifier(token)
                and not is_title(token)
                and known is None
            ):
                return Described()
            ahead = stop + 1
            while ahead + 1 < end and is_modifier(doc[ahead]) and doc[ahead].i not in at:
                ahead += 1
            nxt = doc[ahead] if ahead < end else None
            if (
                nxt is not None
                and nxt.i in at
                and at[nxt.i].kind == "person"
                and (is_title(token) or known is not None)
            ):
                return Described()
            ends = nxt is None or not (is_role_head(nxt) or (nxt.pos_ in ("NOUN", "PROPN") and nxt.i not in at))
            if is_role_head(token) and known is None and ends:
                head = token
        stop += 1
    if head is None or head.tag_ == "NNS" or (stop < end and _goes_on(doc[stop], head)):
        return Described()
    tokens = [doc[j] for j in range(k, stop)]
    up_to = [
        t
        for t in tokens
        if t.i <= head.i
        and t.i not in at
        and t.text not in ("'s", "’s")
        and t.pos_ != "DET"
        and t.tag_ != "PRP$"
        and t.lower_ not in _WHEN | {"then"}
        and not (t.text in ("(", ")") or doc[t.i - 1].text == "(")
    ]
    side = _side_after(doc, tokens, head, at)
    return Described(_roles(up_to), side, name.start, gender_of([head]), (head.i,))


def _goes_on(verb: Token, head: Token) -> bool:
    """Whether the noun is no apposition but the subject of what follows: "Without Varga, justice took its course"."""
    return verb.pos_ in ("VERB", "AUX") and head.dep_ in ("nsubj", "nsubjpass") and head.head.i >= verb.i


def _side_after(doc: Doc, tokens: list[Token], head: Token, at: Mapping[int, Name]) -> str | None:
    side = None
    for t in tokens:
        other = at.get(t.i)
        if other is None or t.i != other.start or other.kind == "person":
            continue
        if t.i < head.i:
            side = side_of(other) or side
            continue
        link = next((doc[j] for j in range(t.i - 1, head.i, -1) if doc[j].pos_ == "ADP"), None)
        if (
            side is None
            and link is not None
            and link.lower_ in _AFFILIATION
            and folded(head) not in ("resident", "native", "candidate")
        ):
            side = side_of(other)
    return side


def introduced(doc: Doc, name: Name, at: Mapping[int, Name]) -> Described:
    """The role before a comma: "Iraq's top envoy, X," and "Aide to Y, X"."""
    k = name.start - 1
    while k > 0 and is_title(doc[k]) and doc[k].lower_ in words("roles", "ranks"):
        k -= 1  # "army spokesman, Colonel X"
    ranked = k < name.start - 1
    if k < 1 or doc[k].text != ",":
        return Described()
    sentence = doc[k].sent
    low = max(sentence.start, k - _MOST_BEFORE)
    head = None
    for j in range(k - 1, low - 1, -1):
        token = doc[j]
        if _is_letters(doc, j) or (_is_letters(doc, j - 1) and _is_letters(doc, j + 1)):
            continue  # "the head of the Harbour Union (HU), X"
        if token.pos_ in ("VERB", "AUX", "PUNCT") and token.text != "-":
            break
        if is_role_head(token) and token.i not in at and token.tag_ != "NNS":
            head = token
            break
    if head is None or not (_apposed(doc, head, name, at) or (ranked and head.i == k - 1)):
        return Described()
    first = head.i
    while first > low:
        token = doc[first - 1]
        known = at.get(token.i)
        if known is not None and known.kind != "person":
            first = known.start
        elif (
            is_modifier(token)
            or is_title(token)
            or token.text in ("'s", "’s", "-")
            or (token.pos_ in ("ADJ", "NOUN") and _modifies(token, k))
        ):
            first -= 1
        else:
            break
    tokens = [doc[j] for j in range(first, k)]
    role = [
        t
        for t in tokens
        if t.i <= head.i and t.i not in at and t.text not in ("'s", "’s") and t.pos_ != "DET" and t.tag_ != "PRP$"
    ]
    side = _side_after(doc, tokens, head, at)
    serves = next((at[t.i] for t in tokens if t.i > head.i and t.i in at and at[t.i].kind == "person"), None)
    if serves is None and first >= 2 and doc[first - 1].tag_ == "PRP$":
        first -= 1
    own = _roles(role)
    return Described(
        own, side, first, gender_of([head]), (head.i,), serves if folded(head) in words("naming", "serves") else None
    )


def _is_letters(doc: Doc, j: int) -> bool:
    """Whether the token is a bracket around capital letters: "(HU)"."""
    if doc[j].text == ")":
        return j > 1 and doc[j - 2].text == "(" and doc[j - 1].is_upper
    return doc[j].text == "(" and j + 2 < len(doc) and doc[j + 2].text == ")" and doc[j + 1].is_upper


def _apposed(doc: Doc, head: Token, name: Name, at: Mapping[int, Name]) -> bool:
    """Whether a role before a comma belongs to the name after it, and not to a name of its own."""
    root = doc[name.start : name.end].root
    if root.dep_ == "appos" and root.head.i == head.i:
        return True
    taken = any(
        at[j].kind == "person" and j == at[j].start and doc[j - 1].pos_ != "ADP"
        for j in range(head.i + 1, name.start)
        if j in at
    )
    if taken:
        return False
    opens = doc[head.i].sent.start
    lead = doc[opens : head.i]
    starts = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADV") or t.text == "-" for t in lead)
    closes = name.end < len(doc) and (doc[name.end].text == "," or doc[name.end].pos_ in ("VERB", "AUX"))
    return starts and closes
