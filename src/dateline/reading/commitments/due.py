"""By when: the days that the clause of an undertaking gives, from the time expressions inside it."""

from bisect import bisect_left, bisect_right
from datetime import date

from spacy.tokens import Doc, Token

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.grammar import negation

_BY = frozenset({"by", "until", "till", "before", "through", "within", "to", "up"})
_FROM = frozenset({"from", "after", "since", "starting", "beginning", "effective", "as"})


class Times:
    """The time expressions of one article, with the tokens that they stand on."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...]) -> None:
        self._doc = doc
        self._times = sorted(times, key=lambda t: t.anchor)
        self._starts = [t.anchor.start for t in self._times]

    def between(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that lie within `text[start:end]`, in the order of the text."""
        inside = self._times[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [t for t in inside if t.anchor.end <= end]

    def due(self, trigger: Token, action: Token, run: list[Token] | None = None) -> Interval | None:
        """The due interval of what is undertaken: from the times that hang on it, not on the word that undertakes it."""
        tokens = run or list(action.subtree)
        found: list[Interval] = []
        for time in self.between(tokens[0].idx, tokens[-1].idx + len(tokens[-1])):
            head = self._head(time)
            if head is None or not _hangs_on(head, trigger, action):
                continue
            days = _bounded(time, head, action)
            if days is not None:
                found.append(days)
        if not found:
            return None
        met = found[0]
        for more in found[1:]:
            both = met.meet(more)
            if both is None:
                break
            met = both
        return met

    def _head(self, time: TimeExpression) -> Token | None:
        span = self._doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
        return span.root if span is not None else None


def _bounded(time: TimeExpression, head: Token, action: Token) -> Interval | None:
    """The days of one time expression, opened on the side that its preposition leaves open."""
    days = time.days
    if days.start is None and days.end is None:
        return None
    if time.type == "SET":
        return None
    word = _preposition(head, time)
    if word in ("by", "before", "through", "until", "till", "to", "within"):
        if word in ("until", "till") and negation(action) is not None:
            return Interval(days.start or days.end, None)
        if word == "within" and days.start is not None:
            return days
        return Interval(None, days.end or days.start)
    if word in ("from", "after", "starting", "beginning", "since", "as"):
        if time.type == "DURATION":
            return days
        return Interval(days.start if word != "after" else days.end or days.start, None)
    return days


def _preposition(head: Token, time: TimeExpression) -> str:
    """The preposition before the time expression, or that it begins with."""
    first_word = time.anchor.quote.split()[0].casefold()
    if first_word in _BY | _FROM:
        return first_word
    doc, i = head.doc, head.i
    while i > 0 and doc[i].idx > time.anchor.start:
        i -= 1
    k = i - 1
    while k >= 0 and doc[k].lower_ in ("the", "of", "on", "at", "around", "about", "end", "least", "early", "late"):
        if doc[k].lower_ == "on" and k > 0 and doc[k - 1].lower_ not in _BY | _FROM:
            return "on"
        k -= 1
    if k < 0:
        return ""
    word = doc[k].lower_
    if word == "than" and k > 0 and doc[k - 1].lower_ == "later":
        return "by"
    if word in ("end", "of"):
        return ""
    return word


def _hangs_on(head: Token, trigger: Token, action: Token) -> bool:
    """Whether a time says when the undertaken thing is, and not when it was undertaken, said, or something else was."""
    token = head
    for _ in range(40):
        if token == action:
            return True
        if token == trigger:
            return False
        if token.dep_ in ("relcl", "acl") and token.head != action and not _same_clause(token, action):
            return False
        if token.dep_ in ("ccomp", "advcl") and token.i > action.i and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        if token.head == token:
            return False
        token = token.head
    return False


def _same_clause(token: Token, action: Token) -> bool:
    return token == action or token.head == action


def day_of(published: Interval) -> date | None:
    """The last day on which the article may have been published."""
    return published.end or published.start
