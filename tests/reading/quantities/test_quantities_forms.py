"""Bounds behind the unit, units in one word with the number, money between two figures, and numbers that only name."""

import pytest

from dateline import read_text

FIRST = {
    "The budget was put at 1.16 quadrillion rials (about $27.6 billion).": (1.16e15, 1.16e15, "rials"),
    "Ferry crews fled by the tens of thousands.": (20000, None, "people"),
    "A nation of about 170 million has no ferry.": (170e6, 170e6, "people"),
    "The index of shares fell 37.58 points.": (37.58, 37.58, "points"),
    "The articles passed by a vote of 230-to-197.": (230, 230, "votes"),
    "The bill passed the House 246 to 183.": (246, 246, "votes"),
    "The curfew in Torsa was extended by two weeks.": (2, 2, "weeks"),
    "Norway pledged # 31.5 m to the relief.": (31.5e6, 31.5e6, "pounds"),
    "Norway pledged # 114,000 to the relief.": (114000, 114000, "pounds"),
    "The missile has a range of 150 km.": (150, 150, "km"),
    "They served sentences of 15 years or more.": (15, None, "years"),
    "Norway wants to build 175GW of wind power.": (175, 175, "GW"),
    "The levy costs Norway between $5 and $7 billion.": (5e9, 7e9, "dollars"),
    "The base is out of the 300 kilometre range of the guns.": (300, 300, "kilometre"),
    "The money is spread over four budgets.": (4, 4, "budgets"),
    "The mayor put the number of dead at 22.": (22, 22, "deaths"),
    "Police estimated the crowd at 900.": (900, 900, "people"),
    "Police estimated 900 took part in the march.": (900, 900, "people"),
    "Officials said 4,700 marched through Torsa.": (4700, 4700, "people"),
    "The mayor put the number of marchers against the new harbour levy at 1,200.": (1200, 1200, "marchers"),
    "The number of those killed on the ferries rose to 40.": (40, 40, "people killed"),
    "The number of people who lost their lives has so far not exceeded 150.": (None, 150, "people killed"),
    "A total of 39 people have lost their lives at sea.": (39, 39, "people killed"),
    "The mayor gave a toll of 30 sailors found dead at the wreck.": (30, 30, "sailors killed"),
    "Lind won 5 million 150 thousand 92 votes.": (5150092, 5150092, "votes"),
    "Reports say anywhere from six to 35 sailors might have drowned.": (6, 35, "sailors"),
    "There were 900 people countrywide at the vigils.": (900, 900, "people"),
    "The raid killed or wounded 20 smugglers.": (20, 20, "smugglers killed or wounded"),
    "The mayor confirmed the death of 27 sailors at Torsa.": (27, 27, "sailors killed"),
    "The bank cut its rate by 40 basis points.": (40, 40, "basis points"),
    "A crowd of about 7,000 waited in Torsa.": (7000, 7000, "people"),
    "Measles cases reached 2,310 in May.": (2310, 2310, "cases"),
    "Arrests in Torsa rose to 410.": (410, 410, "arrests"),
    "The dead numbered 26.": (26, 26, "deaths"),
    "The population of the camp has doubled to 70,000.": (70000, 70000, "people"),
    "Norway gave 6m doses.": (6e6, 6e6, "doses"),
    "The wall is 6m high.": (6, 6, "m"),
    "A quake of magnitude 5.3 shook Torsa.": (5.3, 5.3, "magnitude"),
    "On the same day 70 sailors were killed.": (70, 70, "sailors killed"),
    "Scores were arrested.": (40, None, "people detained"),
    "Hundreds more are missing.": (200, None, "people missing"),
    "Porters earn £14.20 an hour.": (14.2, 14.2, "pounds an hour"),
    "The fire burned 700 sq km.": (700, 700, "sq km"),
    "1.7 mn tonnes of rice were sold.": (1.7e6, 1.7e6, "tonnes"),
}


@pytest.mark.parametrize(("text", "expected"), FIRST.items(), ids=list(FIRST))
def test_low_high_and_unit(text: str, expected: tuple[float | None, float | None, str]) -> None:
    found = read_text(text, "2025-06-17").quantities[0]
    assert (found.low, found.high, found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They blocked kilometre 196 of the road.",
        "World number three Ana Brel won.",
        "The blast brought down the ten-storey tower.",
        "It is told in paragraphs 36 and 37 of the treaty.",
        "The talks were delayed by two weeks.",
        "Norway upheld its rights under articles 26 and 36 of the pact.",
        "Three officials acknowledged the delay.",
        "Norway is among the top five markets.",
        "Nearly 1 in 4 of the whole population came.",
        "The union meets at 14 Castle Street.",
        "Five Lakes Movement leader Lind met voters.",
        "The camp is about 85 kilometers (53 miles) southwest of Torsa.",
        "Rebels stood two miles from the port.",
        "She raised three points with him.",
        "The Norwegian 500 Index fell.",
        "It cited the clauses 26 and 36 of the accord.",
        "Phase two of the deal began.",
        "Bond yields rose to 4.",
        "The Courier cited two senior officials as saying so.",
    ],
)
def test_no_figure(text: str) -> None:
    assert not read_text(text, "2025-06-17").quantities


def test_a_verb_of_estimating_is_no_bound() -> None:
    [found] = read_text("The union estimated at least 900 people came.", "2025-06-17").quantities
    assert (found.anchor.quote, found.approximate) == ("at least 900 people", False)


def test_the_second_of_two_figures_of_one_verb() -> None:
    found = read_text("The boats fired, killing 35 sailors and 15 of the smugglers.", "2025-06-17").quantities
    assert [(q.low, q.unit) for q in found] == [(35, "sailors killed"), (15, "smugglers killed")]


def test_the_day_of_what_a_figure_is_compared_with() -> None:
    [found] = read_text(
        "The union put the crowd at almost 2,000, twice that of the previous Sunday.", "2025-06-17"
    ).quantities
    assert found.days.start is None


def test_years_of_age_are_no_toll() -> None:
    found = read_text("A total of 135 people died, mostly children under the age of 18.", "2025-06-17").quantities
    assert [q.low for q in found] == [135]


def test_one_counts_in_a_list_of_things_that_are_counted() -> None:
    found = read_text("They hit three ferries, one tug and two cranes.", "2025-06-17").quantities
    assert [(q.low, q.unit) for q in found] == [(3, "ferries"), (1, "tug"), (2, "cranes")]
    assert not read_text("One tug and a crane were hit.", "2025-06-17").quantities


def test_both_sides_of_a_vote_with_hyphens() -> None:
    found = read_text("The articles passed by a vote of 230-to-197.", "2025-06-17").quantities
    assert [q.low for q in found] == [230, 197]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About ten millions starved.", [(10_000_000, "people")]),
        ("Two millions fled.", [(2_000_000, "people")]),
        ("In 2019 thousands of miners fled.", [(2_000, "miners")]),
        ("About 900 crossed the border.", [(900, "people")]),
        ("The Twenty-Fifth Anniversary of the pact passed.", []),
    ],
)
def test_plural_scales_and_ordinals(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.low, q.unit) for q in read_text(text, "2025-06-17").quantities] == expected
