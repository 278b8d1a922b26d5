"""Quantities of whole sentences: what is counted, of whom, where."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import read_text
from dateline.model import Article, Interval, PageRef, Published, Quantity, article_id
from dateline.reading.actors import find_cast
from dateline.reading.parse import parse
from dateline.reading.places import find_places
from dateline.reading.quantities import find_quantities
from dateline.reading.times import find_times

GOLD = Path(__file__).parents[3] / "../shared/gold/negotiation"


def quantities(text: str) -> tuple[Quantity, ...]:
    article = Article(id=article_id(text), page=PageRef(source="test", sha256="0" * 64), text=text)
    parsed = parse(text)
    places = find_places(parsed)
    return find_quantities(article, parsed, find_cast(article, parsed, places), find_times(parsed, Published()), places)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Norway sent four planes and more than soldiers need.", 4, 4, "planes"),
        ("Four steel unions - Harbour, Port and Quay - began to vote.", 4, 4, "unions"),
        ("The convoy carried four Kenyan nurses.", 4, 4, "nurses"),
        ("The 32-nation council met.", 32, 32, "nation"),
        ("Chad has a 340-km canal near Sudan.", 340, 340, "km"),
        ("The plant makes 90,000 barrels a day.", 90_000, 90_000, "barrels a day"),
        ("The loan is worth $14 billion.", 14_000_000_000, 14_000_000_000, "dollars"),
        ("Oil rose to over $85 a barrel.", 85, None, "dollars a barrel"),
        ("The union will lend 300 million euros.", 300_000_000, 300_000_000, "euros"),
        ("The mine offered R12 500 a month.", 12_500, 12_500, "rand a month"),
        ("The state owes at least N4.5 billion to its teachers.", 4_500_000_000, None, "naira"),
        ("The fund got UGX 30 billion.", 30_000_000_000, 30_000_000_000, "shillings"),
        ("The loss was about Sh. 40,000 ($300).", 40_000, 40_000, "shillings"),
        ("Prices rose by 12 percent.", 12, 12, "percent"),
        ("Support fell by 3.5 percentage points.", 3.5, 3.5, "percentage points"),
        ("Two-thirds of the senators voted for it.", 66.7, 66.7, "percent"),
        ("Two-thirds voted for it.", 66.7, 66.7, "percent"),
        ("More than 200 nurses and doctors left.", 200, None, "nurses and doctors"),
        ("The storm hit the thousands left homeless.", 2000, None, "people homeless"),
        ("Around 20,000 fled their homes.", 20_000, 20_000, "people"),
        ("Hundreds of villagers fled.", 200, None, "villagers"),
        ("At least 40 miners were killed in the blast.", 40, None, "miners killed"),
        ("The quake killed 12 people.", 12, 12, "people killed"),
        ("Nine sailors died in the storm.", 9, 9, "sailors killed"),
        ("Guards shot dead three poachers.", 3, 3, "poachers killed"),
        ("The death toll rose to 412.", 412, 412, "deaths"),
        ("The lake takes 40 million cubic meters of water.", 40_000_000, 40_000_000, "cubic meters"),
        ("One vote decided it.", 1, 1, "vote"),
        ("The guild elected 12 of its 40 members.", 12, 12, "members"),
        ("The guild put the toll at 90.", 90, 90, "deaths"),
        ("Officials gave tolls that ranged from 22 to 32, and left.", 22, 32, "deaths"),
        ("The guild put the total dead at up to 95.", None, 95, "deaths"),
        ("Its estimate of gunmen killed was about 25.", 25, 25, "deaths"),
        ("Ten climbers are still missing.", 10, 10, "climbers missing"),
        ("Ten climbers remain unaccounted for.", 10, 10, "climbers missing"),
        ("Ten climbers may be stranded.", 10, 10, "climbers"),
        ("Some ten climbers have been rescued.", 10, 10, "climbers rescued"),
        ("It listed 33 missing climbers.", 33, 33, "climbers missing"),
        ("The number of people on the ridge was 160.", 160, 160, "people"),
        ("The guild put the number of marchers at 12,000.", 12_000, 12_000, "marchers"),
        ("Dozens of storm-hit farms closed.", 24, None, "farms"),
        ("Six vice-presidents left.", 6, 6, "vice-presidents"),
        ("They signed a 2 day truce.", 2, 2, "days"),
        ("He laid 3 km of cable.", 3, 3, "km"),
        ("They signed a 60-day truce.", 60, 60, "days"),
        ("The court sentenced him to six years in prison.", 6, 6, "years"),
        ("The family ruled the islands for 31 years.", 31, 31, "years"),
        ("A term of five years was agreed.", 5, 5, "years"),
        ("The bill passed by a vote of 52-47.", 52, 52, "votes"),
        ("A single soldier was hurt and one guard was killed.", 1, 1, "guard killed"),
        ("The storm left 20 people dead.", 20, 20, "people dead"),
        ("The storm left 20 dead in Haiti.", 20, 20, "people dead"),
        ("The raid left a toll of 40.", 40, 40, "deaths"),
        ("The number of victims rose to 140.", 140, 140, "victims"),
        ("The motion passed with 12 in favour.", 12, 12, "votes"),
        ("A three-way split of two-thirds majority failed.", 66.7, 66.7, "percent"),
        ("They agreed on a thirty day truce.", 30, 30, "days"),
        ("The mine made 20 to 30 tons.", 20, 30, "tons"),
        ("The ship took 40 wounded soldiers and 12 men wounded in Aden.", 40, 40, "soldiers"),
        ("Twelve people dead in the fire were named.", 12, 12, "people dead"),
        ("The government gave them 120 days to sign it.", 120, 120, "days"),
        ("The mission bought 30 trucks worth nearly 700 million rubles ($9 million).", 30, 30, "trucks"),
    ],
)
def test_the_first_quantity(text: str, low: float | None, high: float | None, unit: str) -> None:
    found = quantities(text)
    assert found, text
    assert (found[0].low, found[0].high, found[0].unit) == (low, high, unit)
    assert text[found[0].anchor.start : found[0].anchor.end] == found[0].anchor.quote


@pytest.mark.parametrize(
    "text",
    [
        "The changes, which include dockers retiring at 65 instead of 60, anger them.",
        "The two sides met on 14 July 2015.",
        "Resolution 1701 ended it.",
        "She is 40 years old.",
        "The 40-year-old minister resigned.",
        "He arrived two years ago.",
        "They will meet in three weeks.",
        "He spoke for five minutes.",
        "One of them left, and one never knows.",
        "The team won 3-2.",
        "The 2019 accord holds.",
        "Call 555-0123 for details.",
        "1. Open the door",
        "(2) Close it",
        "The Group of 20 met.",
        "Two-way trade grew, as did zero-sum thinking.",
        "The two ministers smiled at these two things.",
        "They live in the Five Star hotel on Highway 61.",
        "He served eight years as president.",
        "He said it on page 007.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert [q.anchor.quote for q in quantities(text)] == []


def test_the_second_half_of_a_sentence_takes_up_the_first() -> None:
    first, second = quantities("Kenya has around 1,300 nurses in Somalia and 420 in nearby Ethiopia.")
    assert (first.low, first.approximate, first.unit, first.of, first.place) == (
        1300,
        True,
        "nurses",
        "Kenya",
        "Somalia",
    )
    assert (second.low, second.approximate, second.unit, second.of, second.place) == (
        420,
        False,
        "nurses",
        "Kenya",
        "Ethiopia",
    )


def test_killed_and_wounded_without_a_noun_are_people() -> None:
    found = quantities("The blast in Mombasa killed 12 and wounded at least 40.")
    assert [(q.low, q.high, q.unit) for q in found] == [(12, 12, "people killed"), (40, None, "people wounded")]


def test_votes_received_are_votes() -> None:
    found = quantities("Mutua won with 220 votes. Her rival, who led the house before, received 192.")
    assert [(q.low, q.unit) for q in found] == [(220, "votes"), (192, "votes")]


def test_a_nationality_is_a_state() -> None:
    [found] = quantities("Nine Kenyan sailors were badly injured.")
    assert (found.of, found.unit) == ("Kenya", "sailors injured")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The bank gave 12 billion euros in return for cuts.", None),
        ("Kenya's 300 missiles are old.", "Kenya"),
        ("Eight Kenyan and Somali officials came.", "Kenyan and Somali"),
        ("Three officials from Kenya came.", "Kenya"),
        ("The army used 40 tons of explosives.", "explosives"),
        ("The state promised $14 billion in aid.", "aid"),
        ("The mayor saw forty boats.", None),
        ("Kenya wants to keep 300 soldiers there.", "Kenya"),
    ],
)
def test_of_whom(text: str, of: str | None) -> None:
    [found] = quantities(text)
    assert found.of == of


def test_a_strong_force_is_people_of_that_force() -> None:
    [found] = quantities("The 7,200-strong AMISOM mission is in Somalia.")
    assert (found.low, found.unit, found.of) == (7_200, "people", "AMISOM mission")


def test_what_a_share_is_of() -> None:
    [found] = quantities("The plan covers 20 percent of the population.")
    assert found.of == "population"


def test_a_conversion_is_not_a_second_figure() -> None:
    assert [q.unit for q in quantities("Chad has a 340-km (211-mile) canal near Sudan.")] == ["km"]


def test_the_days_of_a_figure_are_those_of_its_clause() -> None:
    [found] = quantities("Gunmen killed 12 people on 14 July 2015.")
    assert found.days.day is not None
    assert found.days.day.isoformat() == "2015-07-14"


def test_what_has_gone_on_since_a_day_is_open() -> None:
    [found] = quantities("Gunmen have killed 12 people since 14 July 2015.")
    assert (str(found.days.start), found.days.end) == ("2015-07-14", None)


def test_what_only_tells_more_of_a_party_has_no_days_of_the_verb() -> None:
    [found] = quantities("Envoys from six Chadian towns met on 14 July 2015.")
    assert found.days.start is None


@pytest.mark.parametrize("text", ["The army plans to free 20 divers.", "Rebels threatened to kill 20 divers."])
def test_nothing_has_befallen_those_of_whom_it_is_only_planned(text: str) -> None:
    assert [q.unit for q in quantities(text)] == ["divers"]


@pytest.mark.parametrize(
    ("text", "unit", "of"),
    [
        ("The house passed four anti-Chadian motions.", "motions", None),
        ("Eight drivers from Norway, Kenya and Chad left.", "drivers", "Norway, Kenya and Chad"),
        ("The party won 17 out of 18 of the area's districts.", "districts", "area"),
    ],
)
def test_whose_in_a_row_of_words(text: str, unit: str, of: str | None) -> None:
    found = quantities(text)[0]
    assert (found.unit, found.of) == (unit, of)


def test_what_befell_the_second_number_is_its_own_word() -> None:
    assert [q.unit for q in quantities("Some 300 people were killed and more than 2,000 displaced.")] == [
        "people killed",
        "people displaced",
    ]


def test_a_figure_has_no_day_of_those_who_told_it() -> None:
    [found] = quantities("According to reports on 15 July 2015, around 300 guests came on 14 July 2015.")
    assert str(found.days.start) == "2015-07-14"


def test_nothing_comes_of_nothing() -> None:
    assert quantities("") == ()


def test_ids_are_those_of_the_content() -> None:
    text = "The convoy carried four nurses and nine doctors."
    assert quantities(text) == quantities(text)
    assert len({q.id for q in quantities(text)}) == 2


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.sampled_from(
            [
                "at least",
                "40",
                "soldiers",
                "killed",
                "and",
                "$",
                "5",
                "million",
                "percent",
                "of",
                "the",
                ",",
                ".",
                "(",
                ")",
                "two-thirds",
                "\n",
                "in",
                "Kenya",
                "years",
                "-",
            ]
        ),
        max_size=14,
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in quantities(text):
        assert text[found.anchor.start : found.anchor.end] == found.anchor.quote
        assert found.unit
        assert found.low is not None or found.high is not None


@pytest.mark.gold
def test_gold_quantities_are_found() -> None:
    import json

    if not GOLD.exists():
        pytest.skip(f"no gold set at {GOLD}")
    articles = {a["id"]: a for a in json.loads((GOLD / "articles.json").read_text("utf-8"))}
    hit = total = 0
    for row in json.loads((GOLD / "gold.json").read_text("utf-8"))[:15]:
        made = quantities(articles[row["id"]]["text"])
        for wanted in row["quantities"]:
            total += 1
            hit += any(q.low == wanted["low"] or q.high == wanted["high"] for q in made)
    assert hit / total >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "Two bakers said the mill would close.",
        "The mill would close, according to three bakers.",
        "The two delegations met, and two delegations left.",
        "They own 12 sh\ufffdips.",
        "They own 12 xq.",
    ],
)
def test_who_tells_it_and_what_is_damaged_are_no_figures(text: str) -> None:
    assert quantities(text) == ()


def test_the_number_stands_for_what_was_counted_before() -> None:
    found = quantities("The army spoke of 300 poachers killed, but the guild put the number at 450.")
    assert [(q.low, q.unit) for q in found] == [(300, "poachers killed"), (450, "poachers killed")]


def test_a_day_of_a_clause_inside_says_nothing_of_the_figure() -> None:
    text = "Norway has about 2,500 troops in Chad and 900 in Niger as part of the mission formed in 2014 to guard the wells."
    assert [q.days for q in quantities(text)] == [Interval(), Interval()]
    [count] = quantities("In 2014 Norway had 2,500 troops in Chad.")
    assert count.days == Interval(date(2014, 1, 1), date(2014, 12, 31))


NO_FIGURE_OF_THE_RECORD = [
    "Tune in to the debate tonight at 7 ET.",
    "The senators serve six-year terms.",
    "She served in the House for nine years.",
    "The mayor is 100 percent sure.",
    "The bank gave the bond a zero risk weighting.",
    "One in two young people is out of work.",
    "He heads the 14 Corps.",
]


@pytest.mark.parametrize("text", NO_FIGURE_OF_THE_RECORD)
def test_clock_times_terms_and_ways_to_say_wholly_are_no_figures(text: str) -> None:
    assert read_text(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "Dozens of Lind's followers camped there.": [(24, "followers")],
        "She cut the number of wards from 30 to 8.": [(30, "wards"), (8, "wards")],
        "Half of them fled.": [(50, "percent")],
        "He got a five-year prison term.": [(5, "years")],
    }.items(),
)
def test_whose_and_how_many(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.low, q.unit) for q in read_text(text).quantities] == expected


def test_another_number_for_what_was_counted_before() -> None:
    found = quantities("The owners say 350 people were on the ferry. But some say the true number was more than 500.")
    assert [(q.low, q.high, q.unit) for q in found] == [(350, 350, "people"), (500, None, "people")]


def test_a_stretch_from_one_place_to_another_is_in_none() -> None:
    [ports] = quantities("The crews left 36 ports from Oslo to Lisbon.")
    assert (ports.unit, ports.place) == ("ports", None)
    [tanks] = quantities("Norway sent 40 tanks to Poland.")
    assert (tanks.unit, tanks.place) == ("tanks", "Poland")
