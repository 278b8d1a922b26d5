"""The sentences that a timeline is made of: each with a day, and what dates it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from dateline.model import Anchor, EventStatus, EventType, Interval, LinkedEvent, Member, Reading, Span, anchor
from dateline.views.likeness import content_words
from dateline.views.lookup import Lookup
from dateline.views.sentences import after_dateline, sentences
from dateline.views.stamps import after_stamp, is_caption, is_comment

LONGEST_SPAN = 31
"""Days of an interval that still has a place in a timeline; a year has none."""

_QUOTES = ("“", '"', "‘", "«", "`", "'")
_LEANING = frozenset(files("dateline.views").joinpath("leaning_words.txt").read_text("utf-8").split())
"""Words that a sentence opens with when it leans on the one before it."""

_OPENING = 4
"""Sentences of an article before which a page or an agency may have set something."""

_FEWEST_WORDS = 4
_MOST_CHARACTERS = 600
"""Shorter lines are labels; longer ones are not sentences."""

_FEWEST_BESIDE_A_DAY = 2
"""Content words at least that are no words of time: "AG Thursday, 24 May 2031, 01:33" tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence under one interval of days. `dated`: its own words date it, not only its article's publication."""

    article: str
    origin: str
    copy: bool
    sentence: Anchor
    position: int
    days: Interval
    dated: bool
    events: tuple[str, ...]
    types: tuple[EventType, ...]
    statuses: tuple[EventStatus, ...]
    words: tuple[str, ...]


def passages(look: Lookup, story: str | None) -> Iterator[Passage]:
    """The sentences of a story's articles (or of all), once for each day or short interval that they are about.

    A sentence is about the days of the events and of the time expressions in it. Where it names no time at all and its
    article, no copy of another, was published on one known day, it is about that day if it stands alone, and opens the article or tells of
    something that happened.
    """
    events = {member: event for event in look.record.events for member in event.reports}
    for reading in look.readings(story):
        yield from _passages(look, reading, events)


def _passages(look: Lookup, reading: Reading, events: dict[Member, LinkedEvent]) -> Iterator[Passage]:
    article = reading.article
    spans = sentences(article.text)
    starts = [span.start for span in spans]

    def holding(found: Anchor) -> int:
        return max(0, bisect_right(starts, found.start) - 1)

    opened = [_bare(article.text, span, place) for place, span in enumerate(spans)]
    told: dict[int, dict[Interval, list[LinkedEvent]]] = defaultdict(lambda: defaultdict(list))
    within: dict[int, list[LinkedEvent]] = defaultdict(list)
    for event in reading.events:
        linked = events.get(Member(article.id, event.id))
        if linked is None:
            continue
        place = holding(event.trigger)
        within[place].append(linked)
        days = linked.days if linked.days.days is not None else event.days
        if _short(days):
            told[place][days].append(linked)
    timed = set(told)
    times: dict[int, list[Anchor]] = defaultdict(list)
    for time in reading.times:
        place = holding(time.anchor)
        times[place].append(time.anchor)
        if time.anchor.start < opened[place].start:
            continue  # when the report or the page was made
        timed.add(place)
        if time.type in {"DATE", "TIME"} and _short(time.days):
            told[place].setdefault(time.days, [])
    published = None if article.duplicate_of else article.published.interval.day
    for place, span in enumerate(opened):
        text = article.text[span.start : span.end]
        words = content_words(text) if len(text) <= _MOST_CHARACTERS else ()
        if len(words) < _FEWEST_WORDS or _asks(text) or is_caption(text) or is_comment(text):
            continue
        if len(content_words(_without(text, span.start, times[place]))) < _FEWEST_BESIDE_A_DAY:
            continue
        dated = told.get(place, {})
        undated = place not in timed and not leans(text) and (place == 0 or _happened(within[place]))
        if undated and published is not None:
            dated = {Interval(published, published): within[place]}
        for days, linked_events in dated.items():
            yield Passage(
                article=article.id,
                origin=look.origin_of[article.id],
                copy=article.duplicate_of is not None,
                sentence=anchor(article.text, span.start, span.end),
                position=place,
                days=days,
                dated=place in timed,
                events=tuple(dict.fromkeys(event.id for event in linked_events)),
                types=tuple(event.type for event in linked_events),
                statuses=tuple(event.status for event in linked_events),
                words=words,
            )


def _bare(text: str, span: Span, place: int) -> Span:
    """A sentence without what a page or agency sets before it."""
    return after_dateline(text, after_stamp(text, span)) if place < _OPENING else span


def _without(sentence: str, start: int, parts: list[Anchor]) -> str:
    """The sentence without the parts of it."""
    for part in sorted(parts, reverse=True):
        sentence = sentence[: max(0, part.start - start)] + sentence[max(0, part.end - start) :]
    return sentence


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’ ").endswith("?")


def leans(sentence: str) -> bool:
    """Whether a sentence leans on the one before it ("He also ...", "But the ...") or is a quotation."""
    words = sentence.split(maxsplit=1)
    return sentence.startswith(_QUOTES) or words[0].casefold().rstrip(",") in _LEANING


def _happened(events: list[LinkedEvent]) -> bool:
    return any(event.status == "happened" for event in events)


def _short(days: Interval) -> bool:
    return days.days is not None and days.days <= LONGEST_SPAN
