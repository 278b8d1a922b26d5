"""Where an article tells the number of a figure again and says who gives it; a reading keeps one record of both."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.linking.conflicts.counted import counts_deed, is_of_people
from dateline.linking.conflicts.tellers import teller_in_words
from dateline.model import Quantity, anchor

_FAR = 2500
"""Code points behind a figure in which it is looked for again."""

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - as one reads them
_LEAST = 2
_MOST = 20
"""Figures of an article that are looked for."""


def told_again(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures of people of whom the sentence does not say who gives them, at the place further on where one does, if there is any."""
    starts = [quantity.anchor.start for quantity in quantities]
    exact = (
        q for q in quantities if q.low == q.high and (q.low or 0) >= _LEAST and (counts_deed(q) or is_of_people(q))
    )
    for quantity, _ in zip(exact, range(_MOST), strict=False):
        at, behind = quantity.anchor.start, quantity.anchor.end
        if teller_in_words(text, *_sentence(text, at, behind)) is not None:
            continue
        for found in _form(quantity).finditer(text, behind, min(len(text), behind + _FAR)):
            last = bisect_right(starts, found.start()) - 1
            if last >= 0 and found.start() < quantities[last].anchor.end:
                continue  # a figure of its own
            if teller_in_words(text, *_sentence(text, found.start(), found.end())) is not None:
                yield replace(quantity, anchor=anchor(text, found.start(), found.end()))
                break


def _form(quantity: Quantity) -> re.Pattern[str]:
    """The number in figures or in words, with what is counted behind it."""
    number = int(quantity.low or 0)
    written = {str(number), f"{number:,}", *_WORDS[number : number + 1]}
    noun = re.escape(quantity.unit.split()[0][:-1])
    return re.compile(
        rf"(?<![\d.,])(?:{'|'.join(sorted(written))})(?![\d.,]*\d)\s+(?:[a-z]+\s+)?(?:{noun}\w*|people|dead|killed|deaths|bodies|injured|wounded)\b",
        re.IGNORECASE,
    )


def _sentence(text: str, at: int, behind: int) -> tuple[int, int, int, int]:
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1
    ends = [k for k in (text.find("\n", behind), text.find(". ", behind)) if k >= 0]
    return start, at, behind, min([*ends, len(text)])
