"""By when: the days that the clause of an undertaking gives, from the time expressions inside it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from spacy.tokens import Doc, Token

from dateline.model import Interval, TimeExpression
from dateline.reading.commitments.dated import follows_what_was_before, hangs_on, is_name, names_other
from dateline.reading.commitments.grammar import (
    children,
    future_auxiliary,
    has_just,
    has_to,
    is_pluperfect,
    is_would,
    lies_ahead,
    negation,
)
from dateline.reading.commitments.lengths import counted_on
from dateline.reading.commitments.listed_days import with_those_beside
from dateline.reading.commitments.terms import term_of
from dateline.reading.commitments.time_wording import (
    BY,
    FROM,
    LENGTH,
    UNTIL,
    has_count,
    has_number,
    is_vague,
    preposition_of,
)
from dateline.reading.commitments.told_before import LONG_AGO, made_on, seen_from, told_on
from dateline.reading.commitments.words import is_one_of, lemma, words
from dateline.reading.parse import text_of

_MOVED_TO = frozenset({"to", "until", "till"})
_BEGINS = frozenset({"begin", "start", "commence", "launch", "come", "enter", "go", "take"})
_WEEK = 7
_NEAR = 12
"""Code points between a length and the day that it counts from."""
_MONTHS = 12
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = re.compile(r"\d{4}")
_COUNTED = re.compile(r" (?:after|following|once|of|from|since) (?!\w+day\b|\d|now\b|today\b)")
_DAY_OR_MONTH_OF_YEAR = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_HOUR = re.compile(
    r"(?:about |around )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|noon|midnight)", re.IGNORECASE
)
_WEEKDAYS = words("days", "weekdays")


class Times:
    """The time expressions of one article, with the tokens that they stand on."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...], published: date | None = None) -> None:
        self._doc, self._published = doc, published
        self._times = sorted(times, key=lambda t: t.anchor)
        self._starts = [t.anchor.start for t in self._times]

    def between(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that lie within `text[start:end]`, in the order of the text."""
        inside = self._times[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [t for t in inside if t.anchor.end <= end]

    def is_far_for_a_past_plan(self, trigger: Token, run: list[Token], due: Interval | None) -> bool:
        """Whether something "was scheduled for December", a bare month long ahead: the December before was rather meant."""
        be = [trigger, *(c for c in trigger.children if c.dep_ in ("aux", "auxpass"))]
        past = any(t.lower_ in ("was", "were") for t in be)
        if not past or due is None or due.start is None or self._published is None:
            return False
        years = any(_YEAR.fullmatch(t.text) for t in run)
        return not years and due.start - self._published > LONG_AGO and due.start != due.end

    def counts_from_condition(self, run: list[Token]) -> bool:
        """Whether the only times of the clause are lengths, which count from when its condition is met."""
        times = self.between(run[0].idx, run[-1].idx + len(run[-1]))
        return bool(times) and all(LENGTH.search(t.anchor.quote.casefold()) and has_count(t) for t in times)

    def due(
        self, trigger: Token, action: Token, run: list[Token] | None = None, *, told: bool = False, moved: bool = False
    ) -> Interval | None:
        """The due interval of what is undertaken: from the times that hang on it, not on the word that undertakes it.

        `run` are the tokens of the clause (else what hangs on the action); `told`: see `Undertaking`. `moved`: it was put
        off, so that "until June" names the new day.
        """
        tokens = run or list(action.subtree)
        made = self._made(trigger, action)
        told_days: list[tuple[str, Interval]] = []
        for time in self.between(tokens[0].idx, tokens[-1].idx + len(tokens[-1])):
            head = self._head(time)
            if head is None or is_name(head) or names_other(head) or self._names_no_day(time):
                continue
            if self._tells_when_told(time, head, trigger, told=told):
                continue
            word = "on" if self._begins_range(time) else preposition_of(head, time)
            if moved and word in FROM:
                continue  # "was moved from 4 May"
            if self._is_gone(time, trigger) or (made is None and self._is_of_telling(time, word, trigger, action)):
                continue  # "will be held on the proposal made in the round on 20 January"
            if trigger.tag_ == "VBD" and word not in BY | FROM and follows_what_was_before(trigger, head):
                continue
            to_come = self._is_ahead(time)
            bounded = word in BY or to_come
            its_own = hangs_on(head, action, ahead=to_come)
            if not (its_own or (bounded and hangs_on(head, trigger))) or (told and not bounded):
                continue
            ahead = _speaks_of_coming(trigger, action) or (moved and word in _MOVED_TO)
            long_gone = made is None and self._is_long_gone(time, head, trigger, action)
            if long_gone and (word == "before" or word not in BY | FROM):
                continue  # "committed to free them back in 2018"
            if made is not None:
                coming = seen_from(time, made)
            else:
                coming = self._joined(
                    counted_on(
                        self._coming(time, word, ahead=ahead),
                        word if _is_of_a_verb(head) else "",
                        trigger,
                        self._decided(trigger, action),
                    )
                )
                to_be = word == "in" and has_to(action) and is_one_of(trigger, "verbs", "agree")
                coming = self._next_year(coming) if (word in BY or to_be) and (moved or not told) else coming
            days = _named(coming) if moved and word in _MOVED_TO else _bounded(coming, word, action)
            if days is not None and days != Interval():
                told_days.append((word, days))
        new = [days for word, days in told_days if moved and word in _MOVED_TO]
        return self._term(tokens, action) or _met(new or [days for _, days in told_days])

    def _term(self, tokens: list[Token], action: Token) -> Interval | None:
        """The term that the clause sets, with what hangs on its action: "agreed to a truce for 24 hours from Saturday".

        Of what is only to begin the day is due on which it does.
        """
        if lemma(action) in _BEGINS:
            return None
        low = min(tokens[0].idx, action.left_edge.idx)
        high = max(tokens[-1].idx + len(tokens[-1]), action.right_edge.idx + len(action.right_edge))
        return term_of(text_of(self._doc), self.between(low, high), self._published)

    def _made(self, trigger: Token, action: Token) -> Interval | None:
        sentence = trigger.sent
        times = self.between(sentence.start_char, sentence.end_char) if trigger.tag_ == "VBD" else []
        return made_on(trigger, action, times, self._published)

    def _decided(self, trigger: Token, action: Token) -> Interval:
        """The days from which a length counts: of "had decided on Monday to leave within two weeks" that Monday, else the last day told of."""
        if is_pluperfect(trigger):
            sentence = trigger.sent
            return told_on(trigger, action, self.between(sentence.start_char, sentence.end_char)) or Interval()
        return Interval(None, self._published)

    def _coming(self, time: TimeExpression, word: str, *, ahead: bool) -> TimeExpression:
        """The time expression, where "will meet on Monday", "agreed to leave by Monday" was resolved to the Monday before: a week later.

        So is "until Monday" in what is told on a Monday.
        """
        days, written = time.days, self._published
        day = days.end if days.start in (None, days.end) else None
        if day is None or written is None or not 0 <= (written - day).days < _WEEK:
            return time
        if not (ahead and day < written) and not (day == written and word in UNTIL):
            return time
        if not any(w.strip(".,").casefold() in _WEEKDAYS for w in time.anchor.quote.split()) or has_number(time):
            return time
        later = day + timedelta(_WEEK)
        return replace(time, days=Interval(None if days.start is None else later, later))

    def _joined(self, time: TimeExpression) -> TimeExpression:
        """The time expression; of "on 18 and 19 January" both days."""
        k = bisect_left(self._starts, time.anchor.start)
        return with_those_beside(self._times, k, text_of(self._doc)) if self._times[k] == time else time

    def _begins_range(self, time: TimeExpression) -> bool:
        """Whether it names the days to an end that stands behind a dash: "from 8-12 May"."""
        k = bisect_right(self._starts, time.anchor.start)
        return k < len(self._times) and self._ends_range(self._times[k])

    def _ends_range(self, time: TimeExpression) -> bool:
        """Whether it only names the end of the days before it: the "12" of "8-12 May"."""
        k = bisect_left(self._starts, time.anchor.start)
        before = self._times[k - 1] if k > 0 else None
        return (
            before is not None
            and text_of(self._doc)[before.anchor.end : time.anchor.start] in ("-", "–", "—")
            and before.days.end is not None
            and before.days.end == time.days.end
        )

    def _names_no_day(self, time: TimeExpression) -> bool:
        """Whether it is vague, or only an hour or the end of days that another expression names."""
        return (
            is_vague(time)
            or self._counts_from_other(time)
            or self._ends_range(time)
            or self._is_hour_of_next(time)
            or self._is_bare_hour(time)
        )

    def _counts_from_other(self, time: TimeExpression) -> bool:
        """Whether it is a length that counts from what has no day: "within 72 hours after the deal takes effect"."""
        follows = _COUNTED.match(text_of(self._doc), time.anchor.end) is not None
        return follows and LENGTH.search(time.anchor.quote) is not None and not self._is_dated_beside(time)

    def _is_dated_beside(self, time: TimeExpression) -> bool:
        """Whether a day that is known stands right behind it: "within a week of 4 May"."""
        k = bisect_right(self._starts, time.anchor.start)
        beside = self._times[k] if k < len(self._times) else None
        return beside is not None and beside.anchor.start - time.anchor.end < _NEAR and beside.days.start is not None

    def _is_bare_hour(self, time: TimeExpression) -> bool:
        """Whether it names an hour only, "at 10 a.m.", of a day that was taken from the article's own."""
        return (
            time.type == "TIME" and time.days.day == self._published and _HOUR.fullmatch(time.anchor.quote) is not None
        )

    def _is_hour_of_next(self, time: TimeExpression) -> bool:
        """Whether it only names the hour of a day that comes right behind it: "midday on 26 March"."""
        k = bisect_right(self._starts, time.anchor.start)
        if time.type != "TIME" or k >= len(self._times) or self._times[k].type != "DATE":
            return False
        return text_of(self._doc)[time.anchor.end : self._times[k].anchor.start].strip() in (
            "on",
            "on the",
            "of",
            ",",
            "",
        )

    def _next_year(self, time: TimeExpression) -> TimeExpression:
        """The time expression, where "until April 20", "by April" was resolved to the April before and the next one is nearer."""
        days, written = time.days, self._published
        end = days.end
        if end is None or written is None or end >= written or time.type != "DATE" or _YEAR.search(time.anchor.quote):
            return time
        if _DAY_OR_MONTH_OF_YEAR.fullmatch(time.value) is None or end.year + 1 >= MAXYEAR:
            return time
        later = _a_year_after(end)
        if not timedelta() <= later - written < written - end:
            return time
        start = None if days.start is None else _a_year_after(days.start)
        return replace(time, days=Interval(start, later), value=f"{later.year}{time.value[4:]}")

    def _tells_when_told(self, time: TimeExpression, head: Token, trigger: Token, *, told: bool) -> bool:
        """Whether "ruled out the visit Monday", "voted to close it on Monday" only tells on which day it was said: a bare weekday, just gone."""
        day, written = time.days.day, self._published
        said = time.anchor.quote.casefold().removeprefix("on ").removesuffix(" night").removesuffix(" evening")
        bare = said in _WEEKDAYS
        if told or trigger.tag_ != "VBD" or not bare or day is None or written is None:
            return False
        beside = head.dep_ == "npadvmod" or (head.dep_ == "pobj" and head.head.lower_ == "on")
        return (
            day == written
            if head.dep_ == "npadvmod"
            else (beside and day < written and (not is_one_of(trigger, "verbs", "agree") or _has_length(head)))
        )

    def _is_gone(self, time: TimeExpression, trigger: Token) -> bool:
        """Whether a day of the month lies before the article, of a clause that says what will be, or has just been agreed."""
        end, aux = time.days.end, future_auxiliary(trigger)
        return (
            ((aux is not None and not is_would(aux)) or has_just(trigger))
            and end is not None
            and self._published is not None
            and end < self._published
            and time.type == "DATE"
            and not any(w.strip(".,").casefold() in _WEEKDAYS for w in time.anchor.quote.split())
        )

    def _is_of_telling(self, time: TimeExpression, word: str, trigger: Token, action: Token) -> bool:
        """Whether a day just gone, no weekday, tells when it was agreed: "they agreed to form a league yesterday"."""
        end, written = time.days.end, self._published
        if end is None or written is None or end >= written or word in BY | FROM or trigger.tag_ != "VBD":
            return False
        weekday = any(w.strip(".,").casefold() in _WEEKDAYS for w in time.anchor.quote.split())
        sentence = trigger.sent
        dated = told_on(trigger, action, self.between(sentence.start_char, sentence.end_char)) is not None
        return is_one_of(trigger, "verbs", "agree") and not weekday and not dated

    def _is_long_gone(self, time: TimeExpression, head: Token, trigger: Token, action: Token) -> bool:
        """Whether a time well before the article says when the word was given, or what something else was, not what was due."""
        end, written = time.days.end, self._published
        if end is None or written is None or written - end <= LONG_AGO:
            return False
        if future_auxiliary(trigger) is not None:
            since = any(t.lower_ == "since" for t in head.doc[action.i : head.i])
            return since or action not in (head.head, head.head.head)
        return trigger.tag_ == "VBD" and lemma(trigger) != "be"

    def _is_ahead(self, time: TimeExpression) -> bool:
        first = time.days.start
        return first is not None and self._published is not None and first > self._published

    def _head(self, time: TimeExpression) -> Token | None:
        span = self._doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
        return span.root if span is not None else None


def _has_length(head: Token) -> bool:
    """Whether a length stands beside a day, so that the day is that of the telling: "to extend it by five days on Monday"."""
    beside = (c for p in children(head.head.head, "prep") if p.i < head.i for c in children(p, "pobj"))
    return any(c.ent_type_ in ("DATE", "TIME") and any(t.like_num for t in c.subtree) for c in beside)


def _is_of_a_verb(head: Token) -> bool:
    """Whether "in two years" hangs on a verb; "the first talks in two years" are not to come in two years."""
    return head.head.dep_ != "prep" or head.head.head.pos_ in ("VERB", "AUX")


def _speaks_of_coming(trigger: Token, action: Token) -> bool:
    """Whether a weekday is the next one: of "will meet", and of "agreed to leave", which is news."""
    told = (
        future_auxiliary(trigger) is not None and trigger.dep_ == "ccomp" and is_one_of(trigger.head, "verbs", "tell")
    )
    return told or lies_ahead(trigger, would=False) or (has_to(action) and is_one_of(trigger, "verbs", "agree"))


def _met(told: list[Interval]) -> Interval | None:
    """What the days have in common, as far as they go together; the last of several that begin alike."""
    met: Interval | None = None
    for days in told:
        both = days if met is None or days.start == met.start else met.meet(days)
        if both is None:
            break
        met = both
    return met


def _bounded(time: TimeExpression, word: str, action: Token) -> Interval | None:
    """The days of one time expression, opened on the side that its preposition leaves open."""
    days = time.days
    if (days.start is None and days.end is None) or time.type == "SET":
        return None
    if word in UNTIL and negation(action) is not None:
        return Interval(_named(time).start or days.end, None)
    if word == "within" and days.start is not None:
        return days
    if word in BY or _is_deadline(action):
        return Interval(None, days.end or days.start)
    if word in FROM and time.type != "DURATION":
        return Interval(days.end or days.start if word == "after" else days.start, None)
    return days


def _named(time: TimeExpression) -> Interval:
    """The days that the words name by themselves: all of June, where "until June" leaves the start open."""
    match = _ISO.fullmatch(time.value)
    if match is None:
        return time.days
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1 <= year < MAXYEAR or not 1 <= (month or 1) <= _MONTHS:
        return time.days
    if day is not None:
        return Interval(time.days.end, time.days.end)
    first = date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (None, _MONTHS) else date(year, (month or 1) + 1, 1)
    return Interval(first, after - timedelta(1))


def _is_deadline(verb: Token) -> bool:
    return any(lemma(c) == "deadline" for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


def _a_year_after(day: date) -> date:
    """The same day of the next year; of the 29th of February the 28th."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def day_of(published: Interval) -> date | None:
    """The last day on which the article may have been published, where it is known: what is ahead of it was ahead then."""
    return published.end
