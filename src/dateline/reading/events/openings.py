"""What a sentence opens with that has no part in it: datelines, and towns before a colon or a comma."""

from itertools import takewhile

from spacy.tokens import Token

from dateline.model import dateline_of

_LONGEST_PLACE = 3

_LONGEST_DATELINE = 40
"""Tokens of a dateline, and of the name of a place in it."""


def dateline_before(token: Token) -> int:
    """The index of the first token behind the dateline that the token's sentence opens with; of its first token where there is none."""
    start = token.sent.start
    opening = token.doc[start : start + _LONGEST_DATELINE].text
    found = dateline_of(opening, 0, len(opening))
    end = token.sent.start_char + found.span.end if found is not None else 0
    return start + sum(t.idx < end for t in token.doc[start : start + _LONGEST_DATELINE])


def _behind_colon(subject: Token) -> int:
    """The index behind the colon of "OSLO, Norway: Police arrested"; 0 where no names lead to one."""
    opening = subject.doc[subject.sent.start : subject.sent.start + 2 * _LONGEST_PLACE]
    names = list(takewhile(lambda t: t.text != ":", opening))
    closed = len(names) < len(opening) and bool(names) and (names[0].is_upper or len(names) == 1)
    return opening.start + len(names) + 1 if closed and all(t.pos_ == "PROPN" or t.text == "," for t in names) else 0


def _behind_town(subject: Token) -> int:
    """The index behind the comma of "New York, The Minister met"; 0 where no town leads to one."""
    opening = subject.doc[subject.sent.start : subject.sent.start + 2 * _LONGEST_PLACE]
    names = list(takewhile(lambda t: t.ent_type_ == "GPE", opening))
    k = opening.start + len(names)
    behind = subject.doc[k : k + 2]
    closed = bool(names) and len(behind) > 1 and behind[0].text == "," and behind[1].text in {"A", "An", "The"}
    return k + 1 if closed else 0


def without_dateline(subject: Token, verb: Token) -> Token:
    """Such as "VALLETTA, Malta -- Police arrested": the parser takes the town for the subject."""
    if subject.i - subject.sent.start > _LONGEST_PLACE:
        return subject
    opened = max(dateline_before(subject), _behind_colon(subject), _behind_town(subject))
    if opened <= subject.i:
        return subject
    behind = [
        t
        for t in subject.doc[opened : verb.i]
        if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "poss", "pobj", "amod", "npadvmod", "nmod"}
    ]
    if behind:
        return behind[0]
    return subject.doc[opened - 1]  # a mark, which means nobody
