"""Two who tell of different days on which one thing began or ended: a truce, a strike, talks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.conflicts.denials import conflict
from dateline.linking.conflicts.tellers import Teller, one_teller, teller_in_words
from dateline.model import Citation, Conflict, Interval, Reading

_BEGUN = re.compile(
    r"\b(?P<thing>it|they|vote|election|elections|referendum|summit|meeting|trial|hearing|ceremony|exercise|exercises|drills|truce|cease-?fire|armistice|strike|walkout|talks|negotiations|blockade|siege|offensive|lockout|curfew|withdrawal|pullout)\b"
    r"(?:\s+(?!and\b|but\b)[\w’'-]+){0,4}?\s+(?P<deed>beg[ai]n|begun|start(?:s|ed)?|(?:took|takes?|came|comes?|went|goes?|come|go)\s+into\s+(?:force|effect)|"
    r"(?:took|takes?|take)\s+effect|end(?:s|ed)?|expire[sd]?|(?:be\s+)?held|take\s+place|took\s+place|(?:postponed|moved|put\s+off|delayed|brought\s+forward)\s+to|(?:set|scheduled|fixed)\s+for)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:should|must|may|might|could|if|unless|whether|not|never|wants?|hop\w+|propos\w+)\b")
"""In lower case: no month."""

_SAME = {"truce": "ceasefire", "cease-fire": "ceasefire", "negotiations": "talks", "walk-out": "walkout"}
_PRONOUNS = frozenset({"it", "they"})
_REACH = 40
"""Code points behind the verb in which its day is named."""

_POSSESSOR = re.compile(r"([\w-]+)(?:['’]s|s['’])\s+(?:\w+\s+)?\Z")
_TAKEN_UP = 200
"""Code points behind a thing's name in which a pronoun takes it up."""

_NEAR = 600
"""Code points within which two tell of one thing."""


@dataclass(frozen=True, slots=True)
class _Begun:
    thing: str
    whose: str
    ends: bool
    days: Interval
    citation: Citation
    teller: Teller


def find_begun(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """The pairs of days, told by two in one article, on which the same thing began or ended and which do not meet."""
    for reading in readings:
        for one, other in combinations(list(_told(reading)), 2):
            if (
                one.thing != other.thing
                or one.whose != other.whose
                or one.ends != other.ends
                or one_teller(one.teller, other.teller)
            ):
                continue
            apart = other.citation.anchor.start - one.citation.anchor.start
            if apart <= _NEAR and one.days.meet(other.days) is None:
                days = (
                    f"{one.days.start or '..'} ({one.teller.name}) and {other.days.start or '..'} ({other.teller.name})"
                )
                yield conflict("date", one.citation, other.citation, f"two dates for one thing: {days}")


def _whose(text: str, start: int, at: int) -> str:
    """Whose it is, where a possessor stands before it: "the pilots' strike"."""
    found = _POSSESSOR.search(text, start, at)
    return found[1].casefold() if found else ""


def _told(reading: Reading) -> Iterator[_Begun]:
    text = reading.article.text
    dates = sorted(
        (t for t in reading.times if t.type == "DATE" and t.days.start and t.days.end), key=lambda t: t.anchor.start
    )
    starts = [t.anchor.start for t in dates]
    before: tuple[str, int] | None = None
    for found in _BEGUN.finditer(text) if dates else ():
        start = max(text.rfind("\n", 0, found.start()), text.rfind(". ", 0, found.start())) + 1
        ends = [k for k in (text.find("\n", found.end()), text.find(". ", found.end())) if k >= 0]
        end = min([*ends, len(text)])
        near = dates[bisect_left(starts, found.end()) : bisect_right(starts, min(end, found.end() + _REACH))]
        if not near or _OPEN.search(text, start, near[0].anchor.end):
            continue
        day = near[0]
        teller = teller_in_words(text, start, found.start(), day.anchor.end, end)
        if teller is None:
            continue
        thing = _SAME.get(found["thing"].casefold(), found["thing"].casefold())
        if thing in _PRONOUNS:
            if before is None or found.start() - before[1] > _TAKEN_UP:
                continue
            thing = before[0]  # "it had begun on Monday"
        before = thing, found.start()
        yield _Begun(
            thing=thing,
            whose=_whose(text, start, found.start()),
            ends=found["deed"].casefold().startswith(("end", "expire")),
            days=day.days,
            citation=Citation(reading.article.id, day.anchor),
            teller=Teller(teller),
        )
