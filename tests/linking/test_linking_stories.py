"""Stories: articles that follow one process, over days or years, and nothing that merely stands beside them."""

import pytest

from dateline.linking import link
from dateline.linking.neighbours import neighbours
from dateline.linking.order import midpoint
from dateline.linking.threads import threads
from dateline.linking.vectors import product, unit, vector
from dateline.linking.words import is_common, listed, stem, weight, words
from dateline.model import Correction, Interval, Record
from fictional import Told, days

DREDGING = (
    "Pilots and salvage insurers quarrelled over dredging the ferry channel at Eastmere. The lighthouse keepers want the "
    "channel buoys moved before the ferry subsidies end, and the harbourmaster opposes dredging at night."
)
DREDGING_AGAIN = (
    "Years later the Eastmere harbourmaster let the dredging barge into the ferry channel; salvage insurers withdrew their "
    "suit, and pilots hailed the new buoys. The lighthouse is to be sold with the ferry subsidies."
)
DREDGING_ENDS = (
    "With the last barge gone from Eastmere, the ferry channel is deep enough: dredging has ended, said the harbourmaster, "
    "and the pilots, the insurers and the lighthouse keepers signed the buoys' handover."
)
OPERA = (
    "The opera season opened with a tenor, two sopranos and a rebuilt orchestra pit; the libretto was sung in verse, "
    "and the balcony applauded the scenery, the costumes and the conductor's encore."
)


def titles(record: Record) -> list[list[str | None]]:
    return [[record.readings[a].article.headline for a in s.articles] for s in record.stories]


def test_a_process_over_years_is_one_story_in_the_order_of_publication() -> None:
    told = [
        Told(DREDGING_ENDS, "Third", "2034-03-01/2034-05-01"),
        Told(OPERA, "Opera", "2031-05-02"),
        Told(DREDGING, "First", "2031-05-02"),
        Told(DREDGING_AGAIN, "Second", "2032-01-01/2034-12-31"),
    ]
    record = link([t.reading() for t in told])
    assert titles(record) == [["First", "Second", "Third"]]
    (story,) = record.stories
    assert story.title in ("First", "Second", "Third")
    assert "dredging" in story.why[0]


def test_undated_articles_come_last() -> None:
    told = [Told(DREDGING, "Undated"), Told(DREDGING_AGAIN, "Dated", "2033-01-01")]
    assert titles(link([t.reading() for t in told])) == [["Dated", "Undated"]]


def test_a_story_without_headlines_is_called_by_how_an_article_begins() -> None:
    record = link([Told(DREDGING).reading(), Told(DREDGING_AGAIN, "  ").reading()])
    (title,) = [s.title for s in record.stories]
    assert title.endswith(" …")
    assert (DREDGING + DREDGING_AGAIN).find(title.removesuffix(" …")) >= 0
    short = link([Told(f"Ferry dredging at Eastmere.\n{text}").reading() for text in (DREDGING, DREDGING_AGAIN)])
    assert [s.title for s in short.stories] == ["Ferry dredging at Eastmere."]


def test_the_outlet_and_agencies_do_not_make_a_story() -> None:
    name = "Zephyrine Quotidian"
    one = Told(f"{name} reports. {OPERA}", outlet=name).reading()
    other = Told(f"{name} reports. {DREDGING}", outlet=name).reading()
    assert "zephyrine" not in vector(one.article)
    assert product(vector(one.article), vector(other.article)) < 0.05


def test_corrections_join_and_part_stories() -> None:
    told = [Told(DREDGING, "First", "2031-05-02"), Told(DREDGING_AGAIN, "Second", "2032-01-01"), Told(OPERA, "Opera")]
    readings = [t.reading() for t in told]
    plain = link(readings)
    apart = Correction(kind="not_same_story", targets=(told[0].id, told[1].id))
    assert link(readings, (), [apart]).stories == ()
    same = Correction(kind="same_story", targets=(plain.stories[0].id, told[2].id))
    assert titles(link(readings, (), [same])) == [["First", "Second", "Opera"]]
    hidden = Correction(kind="hide", targets=(plain.stories[0].id,))
    assert link(readings, (), [hidden]).stories == ()


def named(**words: float) -> dict[str, float]:
    """A vector of these words and a name that all of them have."""
    return unit({**words, "zubrowka": 0.12})


def test_threads_keep_decisions_and_time() -> None:
    vectors = [named(a=1.0, b=0.2), named(a=1.0, b=0.3), named(a=1.0, c=0.3)]
    assert threads(vectors, [1.0, 2.0, None]) == [[0, 1, 2]]
    assert threads(vectors, [1.0, 2.0, None], apart=[(0, 2)]) in ([[0, 1], [2]], [[0], [1, 2]])
    far = [named(a=0.42, b=1.0), named(a=0.42, c=1.0)]
    assert threads(far, [1.0, 2.0]) == [[0], [1]]
    near = [named(a=0.6, b=1.0), named(a=0.6, c=1.0)]
    assert threads(near, [1.0, 2.0]) == [[0, 1]]
    nearly = [named(a=0.49, b=1.0), named(a=0.49, c=1.0)]
    assert threads(nearly, [1.0, 2.0]) == [[0, 1]]
    assert threads(nearly, [1.0, 2000.0]) == [[0], [1]]
    assert threads(far, [1.0, 2.0], together=[(0, 1), (0, 1)]) == [[0, 1]]
    assert threads([{}, {}], [None, None]) == [[0], [1]]


def test_what_is_told_alike_of_other_names_is_another_story() -> None:
    sinking = "The {0} ferry sank off {1} with {2} passengers. Boats searched for the missing, and the port counted the dead. {1} mourns."
    one = Told(sinking.format("Quibble", "Eastmere", 40), "Ferry sinks, many missing", "2031-05-02").reading()
    other = Told(sinking.format("Zubrowka", "Vostrand", 90), "Ferry sinks, many missing", "2031-05-03").reading()
    again = Told(sinking.format("Quibble", "Eastmere", 44), "Ferry: more dead", "2031-05-04").reading()
    assert titles(link([one, other, again])) == [["Ferry sinks, many missing", "Ferry: more dead"]]


def test_threads_of_many_words_stay_small() -> None:
    vectors = [unit({"ferry": 3.0, "zubrowka": 1.0} | {f"word{k}-{n}": 0.2 for n in range(90)}) for k in range(12)]
    assert threads(vectors, [float(k) for k in range(12)]) == [list(range(12))]


def test_neighbours_are_few_and_share_words() -> None:
    crowd = [unit({"everywhere": 1.0, "too": 1.0, f"only{k}": 0.2}) for k in range(200)]
    assert len(neighbours(crowd)) <= 200 * 8
    assert neighbours([unit({"a": 1.0}), unit({"b": 1.0})]) == []


@pytest.mark.parametrize(
    ("value", "middle"),
    [(None, None), ("2031-05-01", 741563.0), ("2031-05-01/2031-05-04", 741564.5)],
)
def test_midpoint(value: str | None, middle: float | None) -> None:
    assert midpoint(days(value)) == middle


def test_midpoint_of_open_intervals_is_the_known_side() -> None:
    day = days("2031-05-01").start
    assert midpoint(Interval(day, None)) == midpoint(Interval(None, day)) == 741563.0


def test_words() -> None:
    assert words("The envoys’ talks agreed, stopped — parties!") == ["the", "envoy", "talk", "agre", "stopp", "party"]
    assert stem("Kestria's") == "kestria"
    assert weight("the") == 0.0 == weight("x")
    assert weight("zzzunheardof") > weight("ceasefire") > 0
    assert is_common("ministry")
    assert not is_common("zzzunheardof")
    assert "reuters" in listed("agencies")


def test_the_same_people_and_places_alone_are_no_process() -> None:
    people = "Kestrian Ortolan Vossberg, Talwyn Brakspear, the Zephyrim of Ostermark, Quillfeather, Haldane and Umbria"
    one = Told(f"{people} opened a cheese museum.", "Vossberg, Brakspear")
    two = Told(f"{people} mourned an admiral's parrot.", "Brakspear, Vossberg")
    assert link([one.reading(), two.reading()]).stories == ()
    dredging = [Told(f"{people}. {text}", "Vossberg, Brakspear") for text in (DREDGING, DREDGING_AGAIN)]
    assert len(link([t.reading() for t in dredging]).stories) == 1
    assert len(link([*(t.reading() for t in dredging), one.reading()]).stories[0].articles) == 2
