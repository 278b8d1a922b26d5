"""Undated articles: the interval that their words allow, and the words."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Article, Caption, Evidence, Interval, PageRef, Published
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import parse
from dateline.reading.times import date_article, find_times


def article(text: str, *captions: Caption, published: Published | None = None) -> Article:
    page = PageRef(source="test", sha256="0" * 64)
    return Article(id="article-0", page=page, text=text, captions=captions, published=published or Published())


def dated(text: str, *captions: Caption) -> Published:
    return date_article(article(text, *captions), parse(text))


def photo(day: str, text: str = "Delegates arrive for talks at the harbour.") -> Caption:
    return Caption(text=text, taken=date.fromisoformat(day))


def span(published: Published) -> tuple[str | None, str | None]:
    return (
        published.start.isoformat() if published.start else None,
        published.end.isoformat() if published.end else None,
    )


def test_what_is_known_stays() -> None:
    known = Published(
        start=date(2020, 1, 1), end=date(2020, 1, 3), basis="metadata", evidence=(Evidence("metadata", "meta"),)
    )
    text = "The pact was signed on 3 May 2022."
    assert date_article(article(text, published=known), parse(text)) == known


def test_the_words_narrow_what_the_page_bounds() -> None:
    post = Evidence("page", "— Ida Lund (@lund) May 4, 2022")
    bound = Published(start=date(2022, 5, 4), end=None, basis="inferred", evidence=(post,))
    text = "The pact was signed on 3 May 2022."
    found = date_article(article(text, published=bound), parse(text))
    assert (found.start, found.end, found.evidence) == (date(2022, 5, 4), None, (post,))
    later = "The pact was signed on 9 May 2022."
    found = date_article(article(later, published=bound), parse(later))
    assert (found.start, found.evidence[0], len(found.evidence)) == (date(2022, 5, 8), post, 2)


def test_without_evidence_the_day_is_unknown() -> None:
    assert dated("The minister resigned on Monday, aides said. He had been ill.") == Published()


def test_an_empty_text_is_unknown() -> None:
    assert dated("") == Published()


@pytest.mark.parametrize(
    ("text", "captions", "expected"),
    [
        # A picture of the day, and the weekday of the news.
        ("The minister said on Thursday that talks had failed.", [photo("2022-03-06")], ("2022-03-10", "2022-03-12")),
        ("The minister said on Thursday that talks had failed.", [photo("2022-03-10")], ("2022-03-10", "2022-03-14")),
        ("Rebels took the port on Wednesday. The curfew lasts until 6 am on Thursday.", [photo("2022-03-07")], ("2022-03-09", "2022-03-10")),
        ("The ministers agreed to talk.", [photo("2022-03-07")], ("2022-03-07", "2022-03-27")),
        # An old picture bounds from below only.
        ("The minister said on Thursday that talks had failed.", [photo("2022-03-06", "Delegates at the harbour (file)")], ("2022-03-06", None)),
        # The newest picture counts, and none that is older than what the text tells as past.
        ("The ministers agreed to talk.", [photo("2021-01-05"), photo("2022-03-07"), photo("2022-03-06")], ("2022-03-07", "2022-03-26")),
        ("The pact was signed on 3 May 2022.", [photo("2022-03-07")], ("2022-05-02", None)),
        # Events bound from below, plans from above.
        ("The pact was signed on 3 May 2022. Troops will leave by June 2023.", [], ("2022-05-02", "2023-06-30")),
        ("The alliance was formed in 2014.", [], ("2014-01-01", None)),
        ("Troops will leave by June 2023.", [], (None, "2023-06-30")),
        ("The plan would see troops leave by June 2023.", [], (None, "2023-06-30")),
        # A plan for one month or another is near; "last April" is not said in March or April.
        ("They met last April. A round will be held in July or August of 2022.", [], ("2022-05-01", "2022-08-31")),
        # Lengths that end now, beside what began then.
        ("The alliance was formed in 2009. The round ends ten years of joint patrols. Troops will leave by June 2020.", [], ("2019-01-01", "2019-12-31")),
        ("The pact was signed in 2019. It follows more than five months of talks, started in March. Troops will leave by June 2020.", [], ("2019-08-01", "2020-02-29")),
        # The weekday of a date tells its year.
        ("The pact was signed in 2018. Envoys met on Friday, 29 November. Troops will leave by May 2022.", [], ("2019-11-29", "2020-09-24")),
        # Words that came into being on a known day.
        ("The ministry said in a statement on X that talks had failed.", [], ("2023-07-24", None)),
        ("The film was posted on X Channel.", [], (None, None)),
        ("The envoy flew to Türkiye for talks.", [], ("2022-06-01", None)),
        # The text's own dateline.
        ("Friday, 4 March 2022\nThe port fell at dawn, aides said.", [], ("2022-03-04", "2022-03-04")),
        ("PORT HARLOW, March 4, 2022 (Agency) -- The port fell at dawn.", [], ("2022-03-04", "2022-03-04")),
        ("The vote is expected in March 2031.", [], (None, "2031-03-31")),
        ("Shells fell at 6 p.m. on 3 May 2018.", [], ("2018-05-02", None)),
        ("Voting was held on 3-5 May 2018.", [], ("2018-05-03", None)),
        ("The pact was signed in 2018. Envoys will meet on Friday, 29 November. Troops will leave by May 2022.", [], ("2019-02-02", "2019-11-29")),
        ("The alliance has stood since 2009. It ends ten years of joint patrols. It will close by June 2020.", [], ("2019-01-01", "2019-12-31")),
        ("The alliance was formed in 2009. It ends a hundred years of feuds. It will close by June 2020.", [], ("2009-01-01", "2020-06-30")),
        ("The alliance was formed in 2009. It ends two and a half years of feuds. It will close by June 2020.", [], ("2009-01-01", "2020-06-30")),
        ("The pact was signed in 2019. It ends thirteen months of talks, started in March. It will close by June 2020.", [], ("2019-01-01", "2020-06-30")),
        # Pieces of like size are not chosen between.
        ("They met last May. A round will be held in July or August of 2022.", [], ("2021-12-30", "2022-08-31")),
        # The date of a thing that a past sentence speaks of; not of one that is still to come.
        ("The raid in May 2018 had left two men dead.", [], ("2018-05-01", None)),
        ("The candidate for the vote in 2018 spoke of peace.", [], (None, None)),
        ("The planned vote in 2018 divided the party.", [], (None, None)),
        ("Hope of a vote in 2018 faded.", [], (None, None)),
        ("The quake was felt at 2053 Wednesday night.", [], (None, None)),
        # Posts that are pasted in; the clock of their reader may be a day ahead.
        ("The port fell at dawn. — Ilda Marr (@ildamarr) May 3, 2018", [], ("2018-05-02", None)),
        ("The port fell at dawn. — Ilda Marr (@ildamarr) May 3", [], (None, None)),
        # Weekdays that fit no day, and days on both ends.
        ("Friday, 4 March 2022\nRebels took the port on Saturday.", [], ("2022-03-04", "2022-03-04")),
        ("Rebels took the port on Wednesday. The curfew lasts until 6 am on Thursday.", [photo("2022-03-10")], ("2022-03-10", "2022-03-16")),
        ("The ministers agreed to talk.", [Caption(text="The port at dawn.")], (None, None)),
        # A plan that is past belongs to the story told, not to now.
        ("He vowed then that troops will leave by June 2012. The pact was signed on 3 May 2018.", [], ("2018-05-02", None)),
    ],
)  # fmt: skip
def test_interval(text: str, captions: list[Caption], expected: tuple[str | None, str | None]) -> None:
    assert span(dated(text, *captions)) == expected


def test_every_bound_comes_with_its_words() -> None:
    published = dated("The pact was signed on 3 May 2022. Troops will leave by June 2023.")
    assert published.basis == "inferred"
    assert published.evidence == (Evidence("text", "on 3 May 2022"), Evidence("text", "by June 2023"))


def test_a_caption_is_evidence_of_its_own() -> None:
    published = dated("The ministers agreed to talk.", photo("2022-03-07"))
    assert published.evidence == (Evidence("caption", "Delegates arrive for talks at the harbour."),)


def test_a_stated_day_is_stated() -> None:
    assert dated("Friday, 4 March 2022\nThe port fell at dawn, aides said.").basis == "stated"


@pytest.mark.parametrize(
    "text",
    [
        "He hopes to leave in 2031.",
        "The vote was scheduled for 2031.",
        "If he was elected in 2031, he would resign.",
        "The lease was extended to 2031.",
        "The 2031 championship drew crowds.",
        "He drives a 2008 roadster.",
        "The pact was not signed in 2008.",
        "They may have met in 2008.",
        "They met last April.",
        "It will be the worst since 1979.",
        "They met in June last year.",
        "The deadline was extended in 2008.",
        "The law applies in 2031.",
        "Envoys met on Friday, 29 November.",
        "The meeting in 2008 of the council.",
        "",
    ],
)
def test_what_might_be_bounds_nothing(text: str) -> None:
    assert dated(text) == Published()


def test_days_resolve_once_the_article_is_dated() -> None:
    text = "The minister said on Thursday that talks had failed. Rebels had taken the port on Tuesday and the road on March 1."
    published = dated(text, photo("2022-03-06"))
    found = {one.anchor.quote: one.value for one in find_times(parse(text), published)}
    assert found == {"Thursday": "2022-03-10", "Tuesday": "2022-03-08", "March 1": "2022-03-01"}


@given(st.dates(date(1990, 1, 1), date(2045, 1, 1)), st.integers(0, 2))
@settings(deadline=None, max_examples=40)
def test_news_of_the_day_is_held_by_its_interval(event: date, lag: int) -> None:
    """Written up to two days after its lede's weekday, with a picture of the day of the event."""
    text = f"Rebels took the port on {event:%A}, officials said."
    published = dated(text, photo(event.isoformat()))
    assert published.interval.holds(event + timedelta(lag))
    assert (published.interval.days or 99) <= 5


@given(st.text(alphabet="0123456789 /:-.,abMay June Friday'\n", max_size=80))
@settings(deadline=None, max_examples=60)
def test_no_text_raises(text: str) -> None:
    published = dated(text)
    for one in find_times(parse(text), published):
        assert text[one.anchor.start : one.anchor.end] == one.anchor.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A stamp, as sites print it.
        ("Talks fail Sun 3 Mar 2030 9:52 am GMT The envoys left the port.", ("2030-03-03", "2030-03-03")),
        ("Xylo News | Updated: 2030-03-03 17:52\nThe envoys left the port.", ("2030-03-03", "2030-03-03")),
        ("The envoys left the port on 3 March 2030 9:52 am, aides said.", ("2030-03-02", None)),
        # The day of the news, as agencies give it.
        ("Envoys leave the port at dusk, Sunday, March 3, 2030. They met on Sunday.", ("2030-03-03", "2030-03-10")),
        ("Envoys leave the port at dusk, Sunday, March 3, 2030. They met on Friday.", (None, None)),
        # A picture from the archive: what is told of happened long after it.
        (
            "Envoys at dusk, Sunday, March 3, 2030. They met on Sunday, after the truce broke on January 5.",
            ("2030-03-03", "2030-03-10"),
        ),
        (
            "Envoys at dusk, Sunday, March 3, 2030. They met on Sunday, after the truce broke on May 5.",
            ("2030-03-02", None),
        ),
        # The stamp of a comment.
        ("The port closed. At 4:15 pm on 11 Jun 2029, Ilda wrote: good.", (None, None)),
        # A holder of an office who acts now; none who is called former, none of an earlier year.
        ("Pope John Paul II said on Monday that talks were near.", ("1978-10-16", "2005-04-05")),
        ("Former Prime Minister Gordon Brown said on Monday that talks were near.", (None, None)),
        ("In 1995, Chancellor Helmut Kohl came to the port.", ("1995-01-01", None)),
        ("Prime Minister Tony Blair said so. It was signed in 2003.", ("2003-01-01", "2007-06-30")),
        ("The port closed after Prime Minister Tony Blair left.", (None, None)),
        # Two terms of one man: the one that holds the last year that is named.
        ("President Vladimir Putin said on Monday it would end. It was signed in 2014.", ("2014-01-01", None)),
        ("President Vladimir Putin said on Monday it would end. It was signed in 2003.", ("2003-01-01", "2008-05-10")),
    ],
)
def test_stamps_news_and_holders_of_offices(text: str, expected: tuple[str | None, str | None]) -> None:
    assert span(dated(text)) == expected


def test_terms_are_in_order_and_apart() -> None:
    """The table's own laws: no term ends before it begins, and no office is held by two of one time."""
    for office in lexicon("times_incumbents")["office"]:
        ends: dict[date, date] = {}
        for term in office["terms"]:
            until = term.get("until", date.max)
            assert term["since"] < until, (office["name"], term)
            ends.setdefault(term["since"], until)
        starts = sorted(ends)
        assert all((ends[a] - b).days <= 120 for a, b in itertools.pairwise(starts)), office["name"]


def test_windows_about_a_day_within_years_stay_open() -> None:
    text = "Chancellor Angela Merkel said on Monday that the port would open in the coming days."
    days = {t.anchor.quote: t.days for t in find_times(parse(text), dated(text))}
    assert days["the coming days"] == Interval()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day beside "today", near the start and outside a quotation, is the day.
        ("The union handed the offer in today, Tuesday 6th of March 2029. It said no more.", ("2029-03-06", "2029-03-06")),
        ("The offer runs out on 7 March 2029 (tomorrow), the union said.", ("2029-03-06", "2029-03-06")),
        ("“The offer runs out today, 7 March 2029,” the union said.", (None, None)),
        ("The offer was made. " * 30 + "The rule holds from today, 7 March 2029, until further notice.", (None, None)),
        # A dateline, and a "tomorrow", without their year narrow what is bounded.
        ("PORT LINDT, March 7 (KNA) — Prime Minister Liz Truss met the envoys on Monday.", ("2022-09-06", "2022-10-28")),
        ("PORT LINDT, October 7 (KNA) — Prime Minister Liz Truss met the envoys on Thursday.", ("2022-10-07", "2022-10-08")),
        ("Prime Minister Liz Truss meets the envoys tomorrow, October 8.", ("2022-10-07", "2022-10-07")),
        # A copyright line gives the year, a range of years none.
        ("The minister said no. Copyright 2029 Kestrel Agency. All rights reserved.", ("2028-12-31", "2029-12-31")),
        ("The minister said no. © 1995-2029 Kestrel Agency.", (None, None)),
        # Holders of offices whose terms are known by the year.
        ("Prime Minister Mariano Rajoy said no to the envoys.", ("2011-01-01", "2018-12-31")),
        ("President Michelle Bachelet said no to the envoys. It was signed in 2015.", ("2015-01-01", "2018-12-31")),
    ],
)  # fmt: skip
def test_days_beside_today_datelines_copyrights_and_years_of_terms(text: str, expected: tuple[str | None, ...]) -> None:
    assert span(dated(text)) == expected


def test_years_of_terms_are_in_order() -> None:
    for title, holders in lexicon("times_incumbents_by_year").items():
        assert title in {"President", "Prime Minister", "Premier"}
        for names, terms in holders.items():
            years = [year for term in terms for year in term]
            assert years == sorted(years), names
            assert years[0] > 1970, names
            assert all(name.strip() == name and name for name in names.split("|"))


TRUSS = (
    "Prime Minister Liz Truss said no to the envoys."  # 6 September to 28 October 2022, three days of grace included
)


@pytest.mark.parametrize(
    ("text", "captions", "expected"),
    [
        # Holders of offices in captions count where the caption is worded now.
        ("The envoys went home.", [Caption(text="Prime Minister Liz Truss speaks at the port last year.")], ("2022-09-06", "2022-10-28")),
        ("The envoys went home.", [Caption(text="Prime Minister Liz Truss speaks at the port (file photo).")], (None, None)),
        # A bare month that is over: most lie a few months back, so that one year of two is the likely one.
        ("Copyright 2029 Kestrel. All rights reserved. Talks broke down in November.", [], ("2028-12-31", "2029-12-31")),
        ("Copyright 2029 Kestrel. All rights reserved. Talks broke down in June.", [], ("2029-07-01", "2029-12-31")),
        ("Copyright 2029 Kestrel. All rights reserved. Talks broke down in June and were resumed in July.", [], ("2029-08-01", "2029-12-31")),
        ("Copyright 2029 Kestrel. All rights reserved. Talks will be held in November.", [], ("2028-12-31", "2029-12-31")),
        # Where no year stands out, or nothing bounds, the month says nothing.
        ("President Emmanuel Macron said no. Talks broke down in June.", [], ("2017-05-14", None)),
        (TRUSS + " Talks broke down in June.", [], ("2022-09-06", "2022-10-28")),
    ],
)  # fmt: skip
def test_captions_with_offices_and_months_without_years(
    text: str, captions: list[Caption], expected: tuple[str | None, ...]
) -> None:
    assert span(dated(text, *captions)) == expected
