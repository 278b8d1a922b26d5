"""By when: the days that the clause of an undertaking gives, from the time expressions inside it."""

import re
from datetime import date, timedelta

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
)
from dateline.reading.commitments.lengths import counted_on
from dateline.reading.commitments.neighbours import Neighbours
from dateline.reading.commitments.terms import term_of
from dateline.reading.commitments.time_wording import BY, FROM, LENGTH, has_count, is_vague, preposition_of
from dateline.reading.commitments.told_before import LONG_AGO, made_on, seen_from, told_on
from dateline.reading.commitments.which_days import (
    bounded,
    coming,
    is_bare_weekday,
    met,
    named,
    names_weekday,
    next_year,
)
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.parse import text_of

_MOVED_TO = frozenset({"to", "until", "till"})
_BEGINS = frozenset({"begin", "start", "commence", "launch", "come", "enter", "go", "take"})
_YEAR = re.compile(r"\d{4}")
_TWO_YEARS = re.compile(r"(?<!\d)\d{4}/(?:\d{4}|\d\d)(?![\d/])")
_HOUR = re.compile(
    r"(?:about |around )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|noon|midnight)", re.IGNORECASE
)

_WEEK = timedelta(days=7)


class Times:
    """The time expressions of one article, with the tokens that they stand on."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...], published: date | None = None) -> None:
        self._doc, self._published = doc, published
        self._times = Neighbours(text_of(doc), times)

    def between(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that lie within `text[start:end]`, in the order of the text."""
        return self._times.between(start, end)

    def is_far_for_a_past_plan(self, trigger: Token, run: list[Token], due: Interval | None) -> bool:
        """Whether something "was scheduled for December", a bare month long ahead: the December before was rather meant."""
        be = [trigger, *(c for c in trigger.children if c.dep_ in ("aux", "auxpass"))]
        past = any(t.lower_ in ("was", "were") for t in be)
        if not past or due is None or due.start is None or self._published is None:
            return False
        years = any(_YEAR.fullmatch(t.text) for t in run)
        return not years and due.start - self._published > LONG_AGO and due.start != due.end

    def is_long_past(self, trigger: Token, due: Interval | None) -> bool:
        """Whether the present tells of a day that was long over: "the ministers meet on May 4, 2020", read in 2024."""
        if trigger.tag_ not in ("VBP", "VBZ") or due is None or due.end is None or self._published is None:
            return False
        return self._published - due.end > LONG_AGO

    def counts_from_condition(self, run: list[Token]) -> bool:
        """Whether the only times of the clause are lengths, which count from when its condition is met."""
        times = self.between(run[0].idx, run[-1].idx + len(run[-1]))
        return bool(times) and all(
            LENGTH.search(t.anchor.quote.casefold()) and has_count(t) and " from " not in t.anchor.quote for t in times
        )

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
            if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.nbor(-1).pos_ != "ADV":
                continue  # "as 5 May nears", but "as soon as Friday"
            word = "on" if self._times.begins_range(time) else preposition_of(head, time)
            if moved and word in FROM:
                continue  # "was moved from 4 May"
            if not self._is_of_action(time, head, word, trigger, action, told=told, made=made):
                continue
            if made is not None:
                meant = seen_from(time, made)
            else:
                ahead = _speaks_of_coming(trigger, action) or (moved and word in _MOVED_TO)
                meant = self._meant(time, head, word, trigger, action, ahead=ahead)
                extended = is_one_of(trigger, "reports", "extend")  # "renewed it until 30 September": the one to come
                to_be = word == "in" and has_to(action) and is_one_of(trigger, "verbs", "agree")
                meant = (
                    next_year(meant, self._published)
                    if (word in BY or to_be) and (moved or not told or extended)
                    else meant
                )
            days = named(meant) if moved and word in _MOVED_TO else bounded(meant, word, action)
            if days is not None and days != Interval():
                told_days.append((word, days))
        new = [days for word, days in told_days if moved and word in _MOVED_TO]
        term = self._term(tokens, action)
        return term or met(new or [days for _, days in told_days]) or self._when(trigger, action)

    def _when(self, trigger: Token, action: Token) -> Interval | None:
        """The day at which its clause hangs: "on 3 March, when both are to vote"."""
        clause = next((t for t in (action, trigger) if t.dep_ == "relcl"), None)
        if clause is None or not any(c.lower_ == "when" for c in children(clause, "advmod", "mark")):
            return None
        day = clause.head
        times = self.between(day.left_edge.idx, clause.left_edge.idx) if day.ent_type_ == "DATE" else []
        start = times[0].days.start if times else None
        coming = start is not None and (self._published is None or start > self._published)
        return times[0].days if coming and lies_ahead(trigger) else None

    def _is_of_action(
        self,
        time: TimeExpression,
        head: Token,
        word: str,
        trigger: Token,
        action: Token,
        *,
        told: bool,
        made: Interval | None,
    ) -> bool:
        """Whether a time says when the thing is due, not when it was told, agreed, or when something else was."""
        if self._tells_when_told(time, head, trigger, told=told):
            return False
        if self._is_gone(time, trigger) or (made is None and self._is_of_telling(time, word, trigger, action)):
            return False  # "will be held on the proposal made in the round on 20 January"
        if trigger.tag_ == "VBD" and word not in BY | FROM and follows_what_was_before(trigger, head):
            return False
        to_come = self._is_ahead(time)
        has_bound = word in BY or to_come
        its_own = hangs_on(head, action, ahead=to_come)
        if not (its_own or (has_bound and hangs_on(head, trigger))) or (told and not has_bound):
            return False
        long_gone = made is None and self._is_long_gone(time, head, trigger, action)
        return not (long_gone and (word == "before" or word not in BY | FROM))  # "committed to free them back in 2018"

    def _meant(
        self, time: TimeExpression, head: Token, word: str, trigger: Token, action: Token, *, ahead: bool
    ) -> TimeExpression:
        """The time expression with the days that it means where it stands: the Monday to come, both of two days, a length's last day."""
        from_day = self._times.counted_from_day(time, word)
        if from_day is not None:
            return from_day
        day = coming(time, word, self._published, ahead=ahead)
        counted = counted_on(day, word if _is_of_a_verb(head) else "", trigger, self._decided(trigger, action))
        return self._times.joined(counted)

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
        """The days from which a length counts: of "had decided on Monday to leave within two weeks", "said on Monday that they
        meet in two days" that Monday, else the last day told of.
        """
        sentence = trigger.sent
        times = self.between(sentence.start_char, sentence.end_char)
        if is_pluperfect(trigger):
            return told_on(trigger, action, times) or Interval()
        clauses = (t for t in (trigger, action) if t.dep_ == "ccomp" and is_one_of(t.head, "verbs", "tell"))
        saying = next((t.head for t in clauses), None)
        said = None if saying is None else told_on(saying, action, times)
        day, written = None if said is None else said.day, self._published
        if day is not None and written is not None and timedelta() < written - day < _WEEK:
            return Interval(day, day)
        return Interval(None, written)

    def _names_no_day(self, time: TimeExpression) -> bool:
        """Whether it is vague, or only an hour or the end of days that another expression names."""
        return (
            is_vague(time)
            or self._is_of_two_years(time)
            or self._times.counts_from_other(time)
            or self._times.ends_range(time)
            or self._times.is_hour_of_next(time)
            or self._times.is_base(time)
            or self._is_bare_hour(time)
        )

    def _is_of_two_years(self, time: TimeExpression) -> bool:
        """Whether it is but one of the years of "the 2024/2025 season", whose days nobody tells."""
        start, end = time.anchor.start - len("2024/"), time.anchor.end + len("/2025")
        return _TWO_YEARS.search(text_of(self._doc)[max(0, start) : end]) is not None

    def _is_bare_hour(self, time: TimeExpression) -> bool:
        """Whether it names an hour only, "at 10 a.m.", of a day that was taken from the article's own."""
        return (
            time.type == "TIME" and time.days.day == self._published and _HOUR.fullmatch(time.anchor.quote) is not None
        )

    def _tells_when_told(self, time: TimeExpression, head: Token, trigger: Token, *, told: bool) -> bool:
        """Whether "ruled out the visit Monday", "voted to close it on Monday" only tells on which day it was said: a bare weekday, just gone."""
        day, written = time.days.day, self._published
        bare = is_bare_weekday(time)
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
            and not names_weekday(time)
        )

    def _is_of_telling(self, time: TimeExpression, word: str, trigger: Token, action: Token) -> bool:
        """Whether a day just gone, no weekday, tells when it was agreed: "they agreed to form a league yesterday"."""
        end, written = time.days.end, self._published
        if end is None or written is None or end >= written or word in BY | FROM or trigger.tag_ != "VBD":
            return False
        weekday = names_weekday(time)
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


def day_of(published: Interval) -> date | None:
    """The last day on which the article may have been published, where it is known: what is ahead of it was ahead then."""
    return published.end
