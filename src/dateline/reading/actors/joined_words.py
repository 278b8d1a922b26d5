"""Names of bodies with "and" and commas in them: of a ministry for several matters, of a union of several trades."""

from spacy.tokens import Doc, Token

from dateline.reading.actors.known import known_from
from dateline.reading.actors.words import words

_LONGEST = 16
"""Tokens of a name of several trades."""


def past_matters(doc: Doc, k: int, end: int) -> int:
    """The end of a ministry's name that goes on behind token k - 1, its first matter: ", Housing and Urban Development"; k where it does not.

    What follows must all be matters that ministries have, since another body may follow too: "the Ministry of Health and Kestrel".
    """
    stop = k
    while stop < end:
        j = stop
        if doc[j].text == ",":
            j += 1
        if j < end and doc[j].lower_ in ("and", "&"):
            j += 1
        if j == stop or j >= end:
            break
        j += doc[j].lower_ == "the"
        first = j
        while j < end and doc[j].text[0].isupper() and (doc[j].lower_ in words("organisations", "matters")):
            j += 1
            if (
                j + 1 < end
                and doc[j].lower_ in ("of", "for")
                and doc[j + 1].lower_ in words("organisations", "matters")
            ):
                j += 1
        if j == first or (j < end and doc[j].text[0].isupper() and doc[j].lower_ in words("organisations", "heads")):
            break
        stop = j
    alone = stop > k and all(doc[j].text not in ("and", "&") for j in range(k, stop))
    return k if alone else stop  # "the Ministry of Health, Finance Minister X"


def trades_at(doc: Doc, i: int, end: int) -> int:
    """The end of the name of a body of several trades that starts at token i: "the Carters, Drivers and Porters Union"; i where none does."""
    if not doc[i].text[0].isupper() or doc[i].is_stop:
        return i
    commas = joins = 0
    for k in range(i, min(end, i + _LONGEST)):
        token = doc[k]
        if token.text == "," and k > i and _is_trade(doc[k - 1]):
            commas += 1
        elif token.lower_ in ("and", "&") and commas and _is_trade(doc[k - 1]):
            joins += 1
        elif token.text in ("'", "’") and _is_trade(doc[k - 1]):
            continue
        elif not token.text[0].isupper():
            return i
        elif joins and token.lower_ in words("organisations", "civil") and _is_trade(doc[k - 1]):
            return k + 1
    return i


def _is_trade(token: Token) -> bool:
    """Whether the token may be the plural of those in a trade, or the trade that "Workers" belong to."""
    if token.text in ("'", "’"):
        return True
    known = known_from(token.doc, token.i)
    if not token.text[0].isupper() or (known is not None and known[1].kind in ("state", "capital")):
        return False
    return token.lower_.endswith(("s", "men")) or token.lower_ in words("organisations", "matters")
