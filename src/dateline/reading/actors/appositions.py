"""Roles and sides that a comma sets off from a name: "X, the head of Y", "Iraq's top envoy, X", "Aide to Y, X"."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.reading.actors.names import Name
from dateline.reading.actors.titles import WHEN, Described, gender_of, modifies, role_of, side_of
from dateline.reading.actors.words import folded, is_modifier, is_role_head, is_title, words

_MOST_BEFORE = 14
_APPOSITION = 18
_AFFILIATION = frozenset({"of", "for", "at", "with", "from"})


def after(doc: Doc, name: Name, at: Mapping[int, Name]) -> Described:
    """The role in the apposition that follows a person's name: ", the head of Y," or ", a former minister,"."""
    end = doc[name.end - 1].sent.end
    k = name.end
    if k >= end or doc[k].text not in (",", "(", "–", "—"):
        return Described()
    k += 1
    if k + 1 < end and doc[k].like_num and doc[k + 1].text == ",":  # an age
        k += 2
    stop = served = k
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
            while ahead + 1 < end and is_modifier(doc[ahead]) and not is_role_head(doc[ahead]) and ahead not in at:
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
                if nxt is not None and nxt.tag_ == "POS":
                    served = nxt.i + 1  # "the president's chief of staff" is no president
                else:
                    head = token
        stop += 1
    if head is None or head.tag_ == "NNS" or (stop < end and _goes_on(doc[stop], head)):
        return Described()
    tokens = [doc[j] for j in range(k, stop)]
    up_to = [
        t
        for t in tokens
        if served <= t.i <= head.i
        and t.i not in at
        and t.text not in ("'s", "’s")
        and t.pos_ != "DET"
        and t.tag_ != "PRP$"
        and t.lower_ not in WHEN | {"then"}
        and not (t.text in ("(", ")") or doc[t.i - 1].text == "(")
    ]
    side = _side_after(doc, tokens, head, at)
    return Described(role_of(up_to), side, name.start, gender_of([head]), (head.i,))


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
    while k > 0 and (_is_style(doc[k]) or (doc[k].text in (")", "(") and any(map(_is_style, doc[k - 1 : k + 2])))):
        k -= 1  # "army spokesman, Colonel X", "the secretary, Hon. (Mrs) X"
    ranked = k < name.start - 1
    if ranked and doc[k].lower_ == "the":
        k -= 1  # "the Minister of Trade, the Hon X"
    if k < 1 or doc[k].text != ",":
        return Described()
    sentence = doc[k].sent
    low = max(sentence.start, k - _MOST_BEFORE)
    head = None
    last = k - 1
    if doc[last].text == ")":  # "the Director General (Trade & Ports), X"
        last = next((j - 1 for j in range(last, max(low, last - _MOST_BEFORE), -1) if doc[j].text == "("), last)
    for j in range(last, low - 1, -1):
        token = doc[j]
        if _is_letters(doc, j) or (_is_letters(doc, j - 1) and _is_letters(doc, j + 1)):
            continue  # "the head of the Harbour Union (HU), X"
        if token.pos_ in ("VERB", "AUX", "PUNCT") and token.text != "-":
            break
        if is_role_head(token) and token.i not in at and token.tag_ != "NNS":
            head = token
            break
    if head is None and (shared := _of_its_land(doc, k, low, at)) is not None:
        return shared
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
            or (token.pos_ in ("ADJ", "NOUN") and modifies(token, k))
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
    own = role_of(role)
    return Described(
        own, side, first, gender_of([head]), (head.i,), serves if folded(head) in words("naming", "serves") else None
    )


def _is_style(token: Token) -> bool:
    """Whether the token is a rank or a form of address, which may stand between an office and its holder: "the mayor, Mrs X"."""
    if any(
        token.lower_ in words("roles", key) for key in ("ranks", "honorifics", "honorifics_male", "honorifics_female")
    ):
        return True
    return token.text in ("Engineer", "Chief", "Professor", "Doctor", "Barrister")


def _of_its_land(doc: Doc, comma: int, low: int, at: Mapping[int, Name]) -> Described | None:
    """The office and land of one of several: of "the presidents of Norland, X, and of Varn, Y," each has his own land."""
    land = at.get(comma - 1)
    if land is None or land.kind != "state" or land.end != comma:
        return None
    for j in range(land.start - 1, low - 1, -1):
        token = doc[j]
        if token.tag_ == "NNS" and token.lemma_ in words("naming", "one_holder"):
            role = [t for t in doc[max(low, j - 2) : j] if is_modifier(t) and t.lower_ != "the"]
            return Described((" ".join([*(t.text for t in role), token.lemma_]),), side_of(land), land.start)
        if not (j in at or token.text in (",", "-") or token.lower_ in ("of", "and", "the")):
            return None
    return None


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
    where = at.get(root.head.i) if root.dep_ == "appos" and root.head.dep_ == "pobj" else None
    if where is not None and where.kind in ("state", "place") and root.head.head.head.i == head.i:
        return True  # "the envoy in Lindt, X": the model takes the town for X
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
