"""What an article's own words say about the day it was written: clues, each with the words that it rests on.

A clue names the days on which the article may have been written, as ascending intervals without overlap. It claims no
more than its words bear: an event told in the past bounds from below, a plan from above, a caption's day from both
sides, for pictures of the day are the rule in news and the archive's are marked.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.model import Article, Evidence, Interval
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed, parse
from dateline.reading.times.calendar import add_days
from dateline.reading.times.clue import LEDE, Clue, WeekdayClue, bare_weekday
from dateline.reading.times.clues_dated import ages, dated
from dateline.reading.times.clues_news import days_of_news
from dateline.reading.times.clues_stated import copyright_year, datelines, stated, todays
from dateline.reading.times.incumbents import incumbents, names_office
from dateline.reading.times.understand import Read

PICTURE_DAYS = 6
"""A news picture that names its day runs within a week, where the text speaks of weekdays (as news of the day does)."""

PICTURE_DAYS_ALONE = 20
"""The same where nothing else in the text tells that it is news of the day."""

LEDE_LAGS = (0.49, 0.34, 0.07, 0.03, 0.02)
"""How often the day of publication lies so many days after the weekday of the lede: shares of 132 dated articles of 2014 to
2017 (news_cluster of the gold sets); the rest, 5 %, lies later."""


def clues(article: Article, parsed: Parsed, read: list[Read]) -> list[Clue]:
    """Every clue of the article, the hardest first."""
    found = [*stated(parsed, read), *todays(parsed.text, read), *datelines(parsed, read), *_coinages(parsed.text)]
    found += copyright_year(parsed.text)
    for one in read:
        if one.end_of != "last":
            found += dated(one)
    found += days_of_news(parsed, read)
    found += _incumbents(parsed)
    found += _incumbents_in_captions(article)
    found += _captions(article, read)
    found += ages(read)
    return found


def weekday_clues(read: list[Read]) -> list[WeekdayClue]:
    """What the text's weekdays tell: the lede's is at most some days old; the day lies between those told and those ahead."""
    past: dict[int, Read] = {}
    ahead: dict[int, Read] = {}
    found = []
    for one in read:
        day = bare_weekday(one)
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


def _incumbents_in_captions(article: Article) -> Iterator[Clue]:
    """The same of captions that are worded now; an archive's picture may keep the words that it came with."""
    for caption in article.captions:
        said = f" {' '.join(re.findall(r'[a-z]+', f'{caption.text} {caption.credit or str()}'.lower()))} "
        if names_office(caption.text) and not any(f" {word} " in said for word in _FILED):
            for one in incumbents(parse(caption.text)):
                yield Clue("incumbent", one.terms, Evidence("caption", caption.text))


_FILED = ("file", "archive", "archives", "archival", "undated", "historic")


def _incumbents(parsed: Parsed) -> list[Clue]:
    """The holders of offices that act in the text, those of the newest terms first: nobody is called by an office before."""
    found = sorted(incumbents(parsed), key=lambda one: one.terms[-1].start or date.min, reverse=True)
    return [Clue("incumbent", one.terms, one.evidence) for one in found]


@cache
def _coined() -> tuple[tuple[re.Pattern[str], date], ...]:
    return tuple((re.compile(one["pattern"]), one["since"]) for one in lexicon("times_coinages")["coinage"])


def _coinages(text: str) -> Iterator[Clue]:
    for pattern, since in _coined():
        match = pattern.search(text)
        if match:
            yield Clue("coinage", (Interval(since, None),), Evidence("text", match[0][-80:]))


def _captions(article: Article, read: list[Read]) -> Iterator[Clue]:
    news = any(bare_weekday(one) is not None for one in read)
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
