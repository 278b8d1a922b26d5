"""The timeline: articles with dates -> days with sentences."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import views
from dateline.model import (
    Article,
    Event,
    Interval,
    LinkedEvent,
    Member,
    Origin,
    PageRef,
    Reading,
    Record,
    TimeExpression,
    anchor,
    article_id,
)
from records import COPY, FIRST, dated, ferry


def reading(text: str, published: date, *told: tuple[str, date]) -> Reading:
    """A reading of one article, with the days that words of it denote."""
    times = []
    for words, day in told:
        start = text.index(words)
        found = anchor(text, start, start + len(words))
        times.append(TimeExpression(anchor=found, type="DATE", value=day.isoformat(), days=Interval(day, day)))
    page = PageRef(source=text[:8], sha256="0" * 64)
    return Reading(
        article=Article(id=article_id(text), page=page, text=text, published=dated(published)), times=tuple(times)
    )


def record(*readings: Reading) -> Record:
    return Record(readings={r.article.id: r for r in readings})


def test_days_come_in_order_with_sentences_of_the_articles() -> None:
    rows = views.timeline(ferry())
    assert [(row.day.isoformat(), row.text) for row in rows] == [
        ("2031-05-02", "A whale was seen off Westbay on 2 May 2031."),
        ("2031-05-05", "Norlandia and Sudmark agreed on Monday to open a ferry line by 30 June."),
        ("2031-05-12", "Sudmark denied on 12 May that it had agreed to pay."),
        ("2031-09-15", "The ferry line will now open by 15 September, Norlandia said."),
    ]


def test_a_copy_is_a_report_but_no_origin_and_the_first_article_is_quoted() -> None:
    [row] = [row for row in views.timeline(ferry()) if row.day == date(2031, 5, 5)]
    assert (row.article, row.reports, row.origins, row.events) == (FIRST.id, 2, 1, ("event-agree",))
    assert [c.article for c in row.anchors] == [FIRST.id, COPY.id]


def test_the_limit_counts_days_and_keeps_what_most_articles_tell_of() -> None:
    strike, fire = date(2031, 3, 1), date(2031, 3, 4)
    made = record(
        *(
            reading(
                f"Dockers in {town} went on strike on March 1 over their wages.", date(2031, 3, 2), ("March 1", strike)
            )
            for town in ("Eastport", "Westbay", "Northhaven")
        ),
        reading(
            "A small fire broke out in a shed in Eastport on March 4, nobody was hurt.",
            date(2031, 3, 5),
            ("March 4", fire),
        ),
    )
    assert [row.day for row in views.timeline(made, limit=1)] == [strike]
    assert {row.day for row in views.timeline(made)} == {strike, fire}
    assert views.timeline(made, limit=1)[0].reports == 3


def test_one_event_told_in_two_ways_is_one_row() -> None:
    day = date(2031, 3, 2)
    told = (
        "Port judges threw out on Sunday what Eastport's dockers had asked for in the pay row.",
        "The harbour court dismissed on Sunday the suit over wages that the Eastport union brought.",
    )
    made = []
    for text in told:
        one = reading(text, day, ("Sunday", day))
        event = Event(
            id="event-1",
            type="REJECT",
            anchor=anchor(text, 0, 20),
            trigger=anchor(text, 0, 4),
            actors=(),
            recipients=(),
        )
        made.append(replace(one, events=(event,)))
    linked = LinkedEvent(
        id="happening-1",
        type="REJECT",
        actors=(),
        recipients=(),
        place=None,
        days=Interval(day, day),
        status="happened",
        reports=tuple(Member(r.article.id, "event-1") for r in made),
        origins=2,
        story=None,
    )
    assert len(views.timeline(record(*made))) == 2
    [row] = views.timeline(replace(record(*made), events=(linked,)))
    assert (row.reports, row.events) == (2, ("happening-1",))


def test_near_copies_of_one_origin_count_once_for_a_day() -> None:
    strike, fire = date(2031, 3, 1), date(2031, 3, 4)
    strikes = [
        reading(f"Dockers in {town} went on strike on March 1 over wages.", date(2031, 3, 2), ("March 1", strike))
        for town in ("Eastport", "Westbay", "Northhaven")
    ]
    fires = [
        reading(
            f"A {size} fire broke out in a shed in Eastport on March 4, nobody was hurt.",
            date(2031, 3, 5),
            ("March 4", fire),
        )
        for size in ("small", "large")
    ]
    made = record(*strikes, *fires)
    copies = Origin(id="origin-1", articles=tuple(sorted(r.article.id for r in strikes)))
    assert [row.day for row in views.timeline(made, limit=1)] == [strike]
    assert [row.day for row in views.timeline(replace(made, origins=(copies,)), limit=1)] == [fire]


def test_a_day_that_is_remembered_comes_before_one_that_was_only_news() -> None:
    strike, fire = date(2031, 3, 1), date(2031, 3, 4)
    towns = ("Eastport", "Westbay")
    strikes = [
        reading(f"Dockers in {t} went on strike on March 1 over wages.", date(2031, 3, 20), ("March 1", strike))
        for t in towns
    ]
    fires = [
        reading(f"Sheds in {t} were on fire on March 4 over night.", date(2031, 3, 5), ("March 4", fire)) for t in towns
    ]
    assert [row.day for row in views.timeline(record(*strikes, *fires), limit=1)] == [strike]


def test_a_day_told_of_early_comes_before_one_told_of_late_in_the_article() -> None:
    strike, fire = date(2031, 3, 1), date(2031, 3, 2)
    filler = "They met the mayor of Eastport. " * 12
    made = record(
        reading(
            f"Dockers in Eastport went on strike on March 1. {filler}Dockers in Eastport had a feast on March 2.",
            date(2031, 3, 2),
            ("March 1", strike),
            ("March 2", fire),
        )
    )
    assert [row.day for row in views.timeline(made, limit=1)] == [strike]


def test_a_day_is_told_in_words_of_the_time_when_it_was_news() -> None:
    day = date(2031, 3, 1)
    old, new = "Dockers in Eastport harbour struck on March 1.", "Dockers in Eastport harbour had struck on March 1."
    made = record(
        reading(new, date(2031, 9, 1), ("March 1", day)),
        reading(old, date(2031, 3, 2), ("March 1", day)),
    )
    assert [row.text for row in views.timeline(made)] == [old]


def test_first_and_last_are_included() -> None:
    days = [row.day for row in views.timeline(ferry(), first=date(2031, 5, 5), last=date(2031, 5, 12))]
    assert days == [date(2031, 5, 5), date(2031, 5, 12)]


def test_a_story_has_its_own_timeline() -> None:
    assert [row.story for row in views.timeline(ferry(), story="story-whale")] == ["story-whale"]


def test_an_opening_without_any_time_stands_under_the_day_of_publication_and_says_so() -> None:
    made = record(
        reading("Dockers in Eastport have left their union. Rain fell on the harbour town.", date(2031, 3, 2))
    )
    [row] = views.timeline(made)
    assert (row.day, row.basis, row.text) == (
        date(2031, 3, 2),
        "published",
        "Dockers in Eastport have left their union.",
    )


def test_two_sentences_of_one_day_tell_different_things() -> None:
    day = date(2031, 3, 1)
    made = record(
        reading("Dockers in Eastport went on strike on March 1 over their wages.", day, ("March 1", day)),
        reading("Dockers in Eastport began a strike over wages on March 1, it emerged.", day, ("March 1", day)),
        reading("On March 1 a ferry collided with a fishing trawler near Westbay lighthouse.", day, ("March 1", day)),
    )
    texts = [row.text for row in views.timeline(made)]
    assert len(texts) == 2
    assert sum("strike" in text for text in texts) == 1


def test_what_was_told_under_one_day_is_not_told_again_under_another() -> None:
    first, second = date(2031, 3, 1), date(2031, 3, 9)
    text = "The strike of March 1 ended in Eastport harbour on March 9 after long talks."
    made = record(reading(text, second, ("March 1", first), ("March 9", second)))
    assert len(views.timeline(made)) == 1


@given(st.permutations(range(6)))
@settings(deadline=None, max_examples=20)
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    day = date(2031, 3, 1)
    made = [
        reading(
            f"Crew number {k} left the harbour of Eastport on day {k}.", day, (f"day {k}", day + timedelta(days=k % 3))
        )
        for k in range(6)
    ]
    assert views.timeline(record(*(made[k] for k in order)), limit=2) == views.timeline(record(*made), limit=2)


def test_labels_and_walls_of_text_are_no_sentences() -> None:
    day = date(2031, 3, 1)
    wall = "word " * 200 + "on March 1"
    made = record(reading("Photo: March 1", day, ("March 1", day)), reading(wall, day, ("March 1", day)))
    assert views.timeline(made) == ()


def test_questions_captions_and_lines_of_time_tell_nothing_of_a_day() -> None:
    day = date(2031, 3, 1)
    text = (
        "Page last updated at 07:02 GMT, Saturday, 1 March 2031 Dockers in Eastport went on strike over their wages. "
        "Will the dockers of Eastport strike for long on March 1? "
        "Dockers are seen on strike in Eastport in this photo of March 1."
    )
    made = record(reading(text, day, ("1 March 2031", day), ("March 1?", day), ("March 1.", day)))
    [row] = views.timeline(made)
    assert (row.text, row.basis) == ("Dockers in Eastport went on strike over their wages.", "published")


def test_a_day_is_told_by_a_report_of_it_and_not_by_what_was_expected() -> None:
    day = date(2031, 3, 8)
    made = record(
        reading(
            "Dockers of Eastport vote on the wages of their strike on March 8, the union says.",
            date(2031, 3, 5),
            ("March 8", day),
        ),
        reading(
            "Dockers of Eastport voted on March 8 to end their strike over wages.", date(2031, 3, 9), ("March 8", day)
        ),
    )
    assert views.timeline(made, limit=1)[0].text.startswith("Dockers of Eastport voted")


def test_a_sentence_that_papers_repeat_word_for_word_counts_once() -> None:
    born, strike = date(2030, 3, 1), date(2031, 3, 4)
    card = "The dockers' union of Eastport was founded on March 1 last year."
    papers = [
        reading(f"{card} Paper {k} prints letters on whales, gulls, kelp and fog.", date(2031, 3, 5), ("March 1", born))
        for k in range(4)
    ]
    news = [
        reading(f"Dockers in {town} went on strike on March 4 over wages.", date(2031, 3, 5), ("March 4", strike))
        for town in ("Eastport", "Westbay")
    ]
    [row] = views.timeline(record(*papers, *news), limit=1, first=date(2030, 1, 1))[:1]
    assert row.day == strike


def test_a_line_of_nothing_but_its_time_is_no_news() -> None:
    day = date(2031, 3, 2)
    made = record(
        reading(
            "AG Sunday, March 2, 2031, 01:33\n\nDockers in Eastport went on strike on March 1 over their wages.",
            day,
            ("Sunday, March 2, 2031, 01:33", day),
            ("March 1", date(2031, 3, 1)),
        )
    )
    assert [row.day for row in views.timeline(made)] == [date(2031, 3, 1)]
