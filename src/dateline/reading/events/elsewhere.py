"""Sentences of sport: what is won, lost, attacked and met there is no news of a crisis."""

from spacy.tokens import Span, Token

from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import words

_LONGEST = 80
"""Tokens of a sentence that are looked at."""

_TWO = 2


def is_of_sport(draft: Draft) -> bool:
    """Whether the sentence of a draft tells of a match; not where police or arms are in it."""
    return _tells_of_match(draft.head.sent[:_LONGEST])


def _tells_of_match(sentence: Span) -> bool:
    lemmas = {t.lemma_.lower() for t in sentence} | {t.lower_ for t in sentence}
    if lemmas & words("sport", "never"):
        return False
    if lemmas & words("sport", "strong"):
        return True
    return len({t.lemma_.lower() for t in sentence if t.pos_ != "ADJ"} & words("sport", "weak")) >= _TWO or any(
        _is_score(t) and lemmas & words("sport", "won") for t in sentence
    )


def _is_score(token: Token) -> bool:
    """Such as the hyphen of "3-0"."""
    if token.text not in {"-", "–"} or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(-1).text.isdigit() and token.nbor(1).text.isdigit() and len(token.nbor(1).text) < _TWO + 1
