"""Undated articles dated by their story: a month without a year is one of which the story has a dated article."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.linking import link
from dateline.model import Evidence, Published, Reading, TimeExpression
from fictional import Told, days

SCENE = (
    "Pilots and salvage insurers quarrelled over dredging the ferry channel at Eastmere. The lighthouse keepers want the "
    "channel buoys moved before the ferry subsidies end, and the harbourmaster opposes dredging at night. "
)
TOLD_ANEW = (
    "At Eastmere the quarrel over dredging went on: salvage insurers want the ferry channel deeper, and the harbourmaster, who "
    "opposes work at night, sides with pilots. Lighthouse keepers asked for the buoys of the channel before ferry subsidies end. "
)
"""The same matter in other words: of the story, and no copy."""


def undated(sentence: str, phrase: str, value: str, since: str | None = None) -> Reading:
    told = Told(SCENE + sentence, "Undated")
    reading = told.reading()
    published = reading.article.published
    if since:
        published = Published(start=date.fromisoformat(since), basis="inferred", evidence=(Evidence("text", "since"),))
    time = TimeExpression(anchor=told.at(phrase), type="DATE", value=value)
    return replace(reading, article=replace(reading.article, published=published), times=(time,))


def mate(when: str, headline: str | None = "Dated") -> Reading:
    return Told(f"{TOLD_ANEW}So it was on {when}.", headline, when).reading()


def published(*readings: Reading) -> Published:
    record = link(readings)
    assert len(record.stories) == 1
    (found,) = (r.article.published for r in record.readings.values() if r.article.text == readings[0].article.text)
    return found


def test_a_past_month_dates_the_article_to_the_year_after_it() -> None:
    made = published(undated("Talks resumed in February, pilots said.", "February", "XXXX-02"), mate("2031-02-11"))
    assert (made.start, made.end, made.basis) == (date(2031, 2, 1), date(2032, 1, 31), "inferred")
    assert made.evidence == (Evidence("text", "February"), Evidence("story", "Dated"))


def test_what_was_known_stays_known() -> None:
    reading = undated("Talks resumed in February, pilots said.", "February", "XXXX-02", "2031-05-09")
    made = published(reading, mate("2031-02-11/2031-03-02"), mate("2029-02-03"))
    assert (made.start, made.end) == (date(2031, 5, 9), date(2032, 1, 31))
    assert made.evidence[0] == Evidence("text", "since")


@pytest.mark.parametrize(
    ("sentence", "value", "mates"),
    [
        ("Talks will resume in February.", "XXXX-02", ["2031-02-11"]),
        ("Talks are expected by February.", "XXXX-02", ["2031-02-11"]),
        ("Talks resumed in February.", "XXXX-02", ["2031-03-11"]),
        ("Talks resumed in February.", "XXXX-02", ["2031-02-11", "2030-02-11"]),
        ("Talks resumed in February.", "XXXX-02", ["2031-01-11/2031-06-11"]),
        ("Talks resumed in February.", "XXXX-13", ["2031-02-11"]),
        ("Talks resumed in February.", "2031-02", ["2031-02-11"]),
    ],
)
def test_nothing_is_dated_that_is_ahead_or_not_settled(sentence: str, value: str, mates: list[str]) -> None:
    assert published(undated(sentence, "February", value), *map(mate, mates)).basis == "unknown"


def test_dated_articles_and_other_stories_are_left_alone() -> None:
    dated = Told(f"{SCENE}Talks resumed in February.", "Own", "2033-02-01").reading()
    assert published(dated, mate("2031-02-11")).interval == days("2033-02-01")


def test_the_order_of_the_story_follows() -> None:
    first, later = mate("2031-02-11"), mate("2031-06-11", None)
    middle = undated("Talks resumed in February, pilots said.", "February", "XXXX-02")
    middle = replace(middle, times=(*middle.times, replace(middle.times[0], value="XXXX-WXX-1")))
    (story,) = link([middle, mate("2032-12-01", "Last"), later, first]).stories
    assert story.articles.index(middle.article.id) == 2


def test_the_month_has_its_year_then_in_its_event_too() -> None:
    reading = undated("Talks resumed in February, pilots said.", "February", "XXXX-02")
    told = Told(reading.article.text, "Undated").event("CONSULT", "Talks resumed in February")
    record = link([replace(reading, events=told.reading().events), mate("2031-02-11")])
    (found,) = (r for r in record.readings.values() if r.article.id == reading.article.id)
    assert [(t.value, t.days.start) for t in found.times] == [("2031-02", date(2031, 2, 1))]
    assert found.events[0].days == days("2031-02-01/2031-02-28")


def test_a_near_copy_dates_its_twin() -> None:
    twin = Told(f"{SCENE}Pilots met at noon.", "Dated", "2031-02-11").reading()
    copy = Told(f"{SCENE}Pilots had met at noon.", "Copy").reading()
    made = published(copy, twin)
    assert (made.start, made.end) == (date(2031, 2, 8), date(2031, 2, 14))
    assert made.evidence == (Evidence("story", "Dated"),)


@pytest.mark.parametrize(
    ("mates", "expected"),
    [
        (["2031-02-11", "2031-02-14", "2031-03-01"], (date(2031, 1, 28), date(2031, 3, 15))),
        (["2031-02-11", "2031-02-14"], (None, None)),  # too few
        (["2031-02-11", "2031-02-14", "2031-06-01"], (None, None)),  # of different times
    ],
)
def test_neighbours_in_a_story_of_one_time(mates: list[str], expected: tuple[date | None, date | None]) -> None:
    own = Told(f"{SCENE}Nobody knows when it was.", "Undated").reading()
    around = [
        Told(f"{TOLD_ANEW}Thus ended day {k} of it.", f"Mate {k}", when).reading() for k, when in enumerate(mates)
    ]
    made = published(own, *around)
    assert (made.start, made.end) == expected
