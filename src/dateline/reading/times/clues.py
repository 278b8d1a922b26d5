"""What an article's own words say about the day it was written: clues, each with the words that it rests on.

A clue names the days on which the article may have been written, as ascending intervals without overlap. It claims no
more than its words bear: an event told in the past bounds from below, a plan from above, a caption's day from both
sides, for pictures of the day are the rule in news and the archive's are marked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dateline.model import Article, Evidence, Interval
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed
from dateline.reading.times.calendar import add_days, add_months, day_or_none
from dateline.reading.times.context import Context
from dateline.reading.times.direction import told_as
from dateline.reading.times.incumbents import incumbents
from dateline.reading.times.meaning import Calendar, Length, Range, TimeOfDay, Weekday
from dateline.reading.times.resolve import resolve
from dateline.reading.times.understand import Read

Kind = Literal["stated", "coinage", "past", "news", "incumbent", "plan", "caption", "age", "month", "dated_weekday"]

FIRST_YEAR, LAST_YEAR = 1980, 2060
"""Years that yearly clues are laid out over; bounds with a year of their own may lie beyond."""

PICTURE_DAYS = 6
"""A news picture that names its day runs within a week, where the text speaks of weekdays (as news of the day does)."""

PICTURE_DAYS_ALONE = 20
"""The same where nothing else in the text tells that it is news of the day."""

LEDE = 500
"""Code points at the start of a text in which a weekday is that of the news itself."""

LEDE_LAGS = (0.49, 0.34, 0.07, 0.03, 0.02)
"""How often the day of publication lies so many days after the weekday of the lede: shares of 132 dated articles of 2014 to
2017 (news_cluster of the gold sets); the rest, 5 %, lies later."""

PLAN_AHEAD = 183
"""Days ahead at most for a plan that is set for one month or another ("in July or August")."""

REACH = 300
"""Days that a date without its year lies away at most; one further off would be given its year."""

_FEW = 3
"""Months of one sentence, and lengths of one text, that are looked at; more are a table or a list."""


@dataclass(frozen=True, slots=True)
class Clue:
    """The days that the words allow, in ascending order, and the words. Weaker clues give way where clues contradict."""

    kind: Kind
    days: tuple[Interval, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class WeekdayClue:
    """The weekdays (Monday is 1) on which the article may have been written, with the weight of each."""

    weights: tuple[tuple[int, float], ...]
    evidence: Evidence


def clues(article: Article, parsed: Parsed, read: list[Read]) -> list[Clue]:
    """Every clue of the article, the hardest first."""
    found = [*_stated(parsed, read), *_coinages(parsed.text)]
    for one in read:
        if one.end_of != "last":
            found += _dated(one)
    found += _days_of_news(parsed, read)
    found += _incumbents(parsed)
    found += _captions(article, read)
    found += _ages(read)
    return found


def weekday_clues(read: list[Read]) -> list[WeekdayClue]:
    """What the text's weekdays tell: the lede's is at most some days old; the day lies between those told and those ahead."""
    past: dict[int, Read] = {}
    ahead: dict[int, Read] = {}
    found = []
    for one in read:
        day = _bare_weekday(one)
        if day is None:
            continue
        if one.direction == "future":
            ahead.setdefault(day, one)
        else:
            first_of_all = not past
            past.setdefault(day, one)
            if one.found.start < LEDE and one.direction == "past" and first_of_all:
                near = tuple(((day - 1 + k) % 7 + 1, weight) for k, weight in enumerate(LEDE_LAGS))
                found.append(WeekdayClue(near, Evidence("text", one.quote)))
    for before, first in past.items():
        for after, second in ahead.items():
            between = tuple(((before - 1 + k) % 7 + 1, 1.0) for k in range((after - before) % 7 + 1))
            if before != after:
                found.append(WeekdayClue(between, Evidence("text", f"{first.quote} … {second.quote}")))
    return found


def _bare_weekday(one: Read) -> int | None:
    meaning = one.normalised.meaning
    if isinstance(meaning, TimeOfDay):
        meaning = meaning.of if meaning.of is not None else meaning
    if isinstance(meaning, Weekday) and meaning.shift is None and meaning.week is None and not meaning.plus:
        return meaning.index
    return None


def _incumbents(parsed: Parsed) -> list[Clue]:
    """The holders of offices that act in the text, those of the newest terms first: nobody is called by an office before."""
    found = sorted(incumbents(parsed), key=lambda one: one.terms[-1].start or date.min, reverse=True)
    return [Clue("incumbent", one.terms, one.evidence) for one in found]


def _stated(parsed: Parsed, read: list[Read]) -> Iterator[Clue]:
    """A date with its time of day near the start, a first line that is a date, or a dateline before the first sentence."""
    if not parsed.paragraphs or not read:
        return
    stamp = next((one for one in read if one.found.start < LEDE and _is_stamp(one, parsed.text)), None)
    if stamp is not None:
        yield Clue("stated", (resolve(stamp.normalised, Context(None)).days,), Evidence("text", stamp.quote))
        return
    line = parsed.paragraphs[0]
    for one in read[:2]:
        meaning = one.normalised.meaning
        if not (isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day):
            continue
        before = parsed.text[line.start : one.found.start]
        after = parsed.text[one.found.end : line.end]
        alone = not after.strip(" .—–-|") and not before.strip(" —–-|:,") and one.found.end <= line.end
        dateline = (
            before.strip(" ,(/") == before.strip(" ,(/").upper()
            and len(before) < 40
            and re.match(r"\s*(?:\([^)]{2,30}\))?\s*(?:--|[—–:]|-\s)", after)
        )
        if alone or (dateline and before.strip()):
            days = resolve(one.normalised, Context(None)).days
            yield Clue("stated", (days,), Evidence("text", parsed.text[one.found.start : one.found.end]))
        return


_CLOCK = re.compile(r"\s*[,;|@·–-]?\s*\d{1,2}\s?(?:[:.]\s?\d\d(?!\d)|[ap]\.?m\b)")
_LABEL = re.compile(r"(?:updated|published|posted|modified|issued|filed)(?: on)?\W{0,3}$", re.IGNORECASE)


def _is_stamp(one: Read, text: str) -> bool:
    """Whether it is a stamp as sites print them: "Wed 2 Mar 2031 9:52 am", "Updated: 2031-03-02"; no preposition leads to it."""
    told = one.normalised.meaning
    meaning = told.of if isinstance(told, TimeOfDay) else told
    if not (isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day):
        return False
    if _LABEL.search(text, max(0, one.found.start - _LABELS), one.found.start):
        return True
    if one.found.before[-1:] and one.found.before[-1] in _LED:
        return False
    dated_first = not one.found.words[0][0].isdigit() or ":" not in one.found.words[0]
    clocked = isinstance(told, TimeOfDay) or _CLOCK.match(text, one.found.end) is not None
    return clocked and dated_first


_LABELS = 24
_LED = frozenset(("on", "at", "by", "until", "since", "from", "of", "in", "before", "after", "for", "to"))


@cache
def _coined() -> tuple[tuple[re.Pattern[str], date], ...]:
    return tuple((re.compile(one["pattern"]), one["since"]) for one in lexicon("times_coinages")["coinage"])


def _coinages(text: str) -> Iterator[Clue]:
    for pattern, since in _coined():
        match = pattern.search(text)
        if match:
            yield Clue("coinage", (Interval(since, None),), Evidence("text", match[0][-80:]))


def _dated(one: Read) -> Iterator[Clue]:
    """A date with its year: a past event bounds from below, a plan from above. A month without one: "last April"."""
    meaning, preposition = one.normalised.meaning, one.preposition
    if isinstance(meaning, TimeOfDay) and isinstance(meaning.of, Calendar):
        if meaning.of.year and any(token.lemma_ == "write" for token in one.found.tokens.sent):
            return  # "At 4:15 pm on 11 June 2029, Doe wrote": a reader's comment, which is younger than the article
        meaning, preposition = meaning.of, "on"
    evidence = Evidence("text", one.quote)
    year = meaning.first.year if isinstance(meaning, Range) else meaning.year if isinstance(meaning, Calendar) else None
    if year is not None:
        days = resolve(one.normalised, Context(None)).days
        told = told_as(one.found.tokens, preposition)
        if told == "future" and days.end is not None:
            near = isinstance(meaning, Range) and (days.days or PLAN_AHEAD) < PLAN_AHEAD
            first = add_days(days.start, -PLAN_AHEAD) if near and days.start is not None else None
            yield Clue("plan", (Interval(first, days.end),), evidence)
        elif told == "past" and days.start is not None and not _may_lie_ahead(one):
            yield Clue("past", (Interval(days.start, None),), evidence)
    elif isinstance(meaning, Calendar) and meaning.month is not None and meaning.year_shift is None:
        yield from _yearless(meaning, one, evidence)


def _may_lie_ahead(one: Read) -> bool:
    """Whether the date is that of a thing that was still to come ("the planned vote in May 2031 divided the party")."""
    words = lexicon("times_direction")
    ahead = {*words["future_adjectives"], *words["scheduling"], *words["planning"], *words["awaited"]}
    token = one.found.tokens.root
    if token.dep_ == "pobj":
        token = token.head.head
    for _ in range(_AHEAD_OF):
        if token.pos_ not in ("NOUN", "PROPN", "ADP"):
            return False
        near = (token, *(child for child in token.children if child.dep_ in ("amod", "acl", "compound")))
        if any(word.lemma_.lower() in ahead or word.lower_ in ahead for word in near):
            return True
        token = token.head
    return False


_AHEAD_OF = 6
"""Steps from a date to its verb that are looked at, over nouns and prepositions."""


_POST = re.compile(r"\(@\w{1,30}\) (?=[A-Z])")

POST_DAYS = 75
"""A page that pastes posts in runs within so many days of the newest, where it tells of days of the week and so is no review of a
year: 18 of 19 articles with a day, of news_cluster and PolNeAR."""

NEWS_DAYS = 7
"""A page runs within a week of the newest day that it gives with weekday and year and no preposition ("Tuesday, Jan. 2, 2031"), as
agencies give the day of the news, where its text speaks of that weekday too; a picture from the archive is given so as well."""

YEARLESS_DAYS = 200
"""The newest day without its year lies no further back, a bound chosen by eye over dated articles of Wikinews, news_cluster, T17 and PolNeAR."""


def _days_of_news(parsed: Parsed, read: list[Read]) -> Iterator[Clue]:
    """The newest post that is pasted in with its signature, and the newest day of the agencies' kind."""
    ends = {match.end(): match.start() for match in _POST.finditer(parsed.text)}
    spoken = {_bare_weekday(one) for one in read} - {None}
    newest: dict[int, tuple[date, str]] = {}
    for one in read:
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or not (meaning.year and meaning.day):
            continue
        day = resolve(one.normalised, Context(None)).days.day
        if day is None:
            continue
        start, reach = one.found.start, POST_DAYS
        if start in ends:
            start = ends[start]
        elif meaning.weekday and one.found.before[-1:] and not one.preposition and day.isoweekday() in spoken:
            reach = NEWS_DAYS
        else:
            continue
        if reach not in newest or day > newest[reach][0]:
            newest[reach] = day, parsed.text[start : one.found.end]
    for reach, (day, quote) in sorted(newest.items()):
        fresh = bool(spoken) and _is_recent(day, reach, read)
        # A post's day is that of its reader's clock, an agency's that of its bureau: the page's may be one less.
        yield Clue(
            "news", (Interval(add_days(day, -1), add_days(day, reach) if fresh else None),), Evidence("text", quote)
        )


def _is_recent(day: date, reach: int, read: list[Read]) -> bool:
    """Whether the days without a year that the text tells as past may lie shortly before a writing soon after the day."""
    last = add_days(day, reach)
    for one in read:
        meaning = one.normalised.meaning
        if not isinstance(meaning, Calendar) or not meaning.day or meaning.year or one.direction != "past":
            continue
        told = [day_or_none(year, meaning.month or 1, meaning.day) for year in (last.year - 1, last.year)]
        if not any(then <= last and add_days(then, YEARLESS_DAYS) >= day for then in told if then is not None):
            return False
    return True


def _yearless(meaning: Calendar, one: Read, evidence: Evidence) -> Iterator[Clue]:
    """Days that come round every year, and yet not on every day of it."""
    month = meaning.month or 1
    years = range(FIRST_YEAR, LAST_YEAR)
    if meaning.day is not None and meaning.weekday is not None and one.direction is not None and one.bound:
        # The weekday tells the year: 29 November is a Friday in some years only.
        fits = [day_or_none(year, month, meaning.day) for year in years]
        days = [day for day in fits if day is not None and day.isoweekday() == meaning.weekday]
        ahead = one.direction == "future"
        spans = (Interval(add_days(d, -REACH), d) if ahead else Interval(d, add_days(d, REACH)) for d in days)
        yield Clue("dated_weekday", tuple(spans), evidence)
    elif meaning.day is None and meaning.shift == "last":
        # "last April" is said from May on, and no longer when the next April is at hand.
        firsts = [date(year, month, 1) for year in years]
        spans = (Interval(add_months(first, 1), add_days(add_months(first, 11), -1)) for first in firsts)
        yield Clue("month", tuple(spans), evidence)


def _captions(article: Article, read: list[Read]) -> Iterator[Clue]:
    news = any(_bare_weekday(one) is not None for one in read)
    reach = PICTURE_DAYS if news else PICTURE_DAYS_ALONE
    dated = [(caption.taken, caption) for caption in article.captions if caption.taken is not None]
    # The newest picture first: an older one beside it is from the archive, and gives way.
    for taken, caption in sorted(dated, key=lambda pair: pair[0], reverse=True):
        evidence = Evidence("caption", caption.text)
        words = re.findall(r"[a-z]+", f"{caption.text} {caption.credit or ''}".lower())
        joined = f" {' '.join(words)} "
        old = any(f" {word} " in joined for word in lexicon("times_direction")["archive"])
        end = None if old else add_days(taken, reach)
        yield Clue("caption", (Interval(taken, end),), evidence)


def _ages(read: list[Read]) -> Iterator[Clue]:
    """Lengths that end with the writing: "ten years of joint work" beside "formed in 2014"; "six months of talks, begun in January"."""
    years = sorted(
        {
            one.normalised.meaning.year: one
            for one in read
            if isinstance(one.normalised.meaning, Calendar)
            and one.normalised.meaning.year
            and one.direction == "past"
            and _begins(one)
        }.items()
    )
    months: dict[int, list[Read]] = {}
    for one in read:
        meaning = one.normalised.meaning
        if isinstance(meaning, Calendar) and meaning.month and not (meaning.year or meaning.day or meaning.shift):
            sentence = months.setdefault(one.found.tokens.sent.start, [])
            if len(sentence) < _FEW and _begins(one):
                sentence.append(one)
    lengths = [one for one in read if _lasted(one)]
    if len(lengths) > _FEW:
        return
    for one in lengths:
        meaning = one.normalised.meaning
        assert isinstance(meaning, Length)  # noqa: S101 -- chosen so
        [(count, unit)] = meaning.amounts
        assert count is not None  # noqa: S101 -- chosen so
        if unit == "year" and count >= 2 and len(years) == 1:
            [(year, origin)] = years
            then = year + int(count)
            if year + count <= LAST_YEAR:
                span = Interval(date(then, 1, 1), date(then, 12, 31))
                yield Clue("age", (span,), Evidence("text", f"{one.quote} … {origin.quote}"))
        if unit == "month":
            yield from _months_since(one, int(count), months.get(one.found.tokens.sent.start, []))


def _lasted(one: Read) -> bool:
    """Whether it is one whole length of something: "ten years of joint work"; a list of such lengths tells of many things."""
    meaning = one.normalised.meaning
    if not isinstance(meaning, Length) or len(meaning.amounts) != 1 or meaning.window is not None:
        return False
    count = meaning.amounts[0][0]
    return count is not None and count == int(count) and one.found.after[:1] in (("of",), ("since",))


def _begins(one: Read) -> bool:
    if one.preposition == "since":
        return True
    token = one.found.tokens.root
    beginnings = lexicon("times_direction")["beginnings"]
    for _ in range(4):
        token = token.head
        if token.lemma_.lower() in beginnings:
            return True
    return False


def _months_since(one: Read, count: int, months: list[Read]) -> Iterator[Clue]:
    """For "six months of talks, begun in January": written at least so long after the first of January, and within its year."""
    if not 2 <= count <= 10:
        return
    for other in months:
        meaning = other.normalised.meaning
        assert isinstance(meaning, Calendar)  # noqa: S101 -- the caller has chosen them
        firsts = [date(year, meaning.month or 1, 1) for year in range(FIRST_YEAR, LAST_YEAR)]
        spans = (Interval(add_months(first, count), add_days(add_months(first, 12), -1)) for first in firsts)
        yield Clue("age", tuple(spans), Evidence("text", f"{one.quote} … {other.quote}"))
