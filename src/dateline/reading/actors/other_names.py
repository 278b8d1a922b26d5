"""Other names of one who is named right before: "X, alias Y", "X, formerly known as Y"."""

from spacy.tokens import Doc

_BETWEEN = frozenset(
    ("(", ",", '"', "“", "‘", "'", "the", "as", "who", "is", "was", "also", "better", "best", "popularly", "commonly")
)
_SAYS = frozenset(("alias", "aka", "a.k.a.", "a.k.a", "nicknamed", "dubbed", "formerly", "né", "née", "known"))
_ADVERBS = frozenset(
    ("previously", "widely", "locally", "once", "simply", "fondly", "otherwise", "now", "called", "named")
)
_MOST = 8
"""Tokens between two names of one actor."""


def end_of_name_before(doc: Doc, start: int) -> int | None:
    """The token behind the name that the name at token `start` is another one of; None where the words between say no such thing."""
    k, told = start - 1, False
    while k >= 0 and start - k <= _MOST:
        word = doc[k].lower_
        if word in _SAYS:
            told = True
        elif word not in _BETWEEN and word not in _ADVERBS:
            break
        k -= 1
    if not told or k < 0 or start - k > _MOST or not (doc[k].text[0].isupper() or doc[k].text == ")"):
        return None
    if doc[k].text == ")":
        return k - 2 if k > 2 and doc[k - 2].text == "(" else None
    return k + 1
