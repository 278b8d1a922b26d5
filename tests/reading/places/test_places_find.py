"""Which places a text names, and where they are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.parse import parse
from dateline.reading.places import find_places
from dateline.reading.places.gazetteer import folded, towns

CASES = [
    # the text; the country of each place
    ("The talks were held in Geneva, Washington said. The US was glad.", {"Geneva": "CH"}),
    ("The talks went on in Geneva. Washington was glad, and so were US officials.", {"Geneva": "CH"}),
    ("Jordan praised rebels in Benghazi, Jordan said.", {"Benghazi": "LY"}),
    ("He lives in South Bend, Indiana.", {"South Bend": "US", "Indiana": "US"}),
    ("Canada sent aid to London.", {"London": "GB"}),
    ("The army entered Homs on Monday.", {"Homs": "SY"}),
    ("Clashes broke out in Tartous and Aleppo.", {"Tartous": "SY", "Aleppo": "SY"}),
    ("He lives in Paris, Texas.", {"Paris": "US", "Texas": "US"}),
    ("He lives in Paris.", {"Paris": "FR"}),
    ("Iraq rejected the offer of Turkey.", {}),
    ("Troops in Iraq went home.", {"Iraq": "IQ"}),
    ("Washington spoke of a partnership with Baghdad.", {}),
    ("The talks were held in Baghdad or Washington.", {"Baghdad": "IQ", "Washington": "US"}),
    ("They flew to Amman, Jordan.", {"Amman": "JO", "Jordan": "JO"}),
    ("Drones hit the Ain al-Hasan base in western Iraq.", {"Ain al-Hasan": "IQ", "Iraq": "IQ"}),
    ("Rebels took the village of Kafr Zarqa in northern Syria.", {"Kafr Zarqa": "SY", "Syria": "SY"}),
    ("Police searched the Iraqi town of Qasr Banat.", {"Qasr Banat": "IQ"}),
    ("Ships sailed through the Strait of Hormuz to the Middle East.", {"Strait of Hormuz": None, "Middle East": None}),
    ("He teaches at the University of Damascus.", {}),
    ("The Washington Post reported it.", {}),
    ("Paris Whitcombe sang.", {}),
    ("The deal was made in Tbilisi, Georgia.", {"Tbilisi": "GE", "Georgia": "GE"}),
    ("They moved to Atlanta, Georgia. The United States is large.", {"Atlanta": "US", "Georgia": "US"}),
    ("Voters in Georgia went to the polls in the United States.", {"Georgia": "US", "United States": "US"}),
    ("The US-led coalition met.", {}),
    ("The bombing of a market in El Fasher killed a baker.", {"El Fasher": "SD"}),
    ("Nurses rescued 30 villagers in Malakal.", {"Malakal": "SS"}),
    ("Carl Santos met the king. Miners have no confidence in Santos.", {}),
    ("The Houthis met in Sanaa with Reuters.", {"Sanaa": "YE"}),
    ("The U.S. and Iran met in Geneva.", {"Geneva": "CH"}),
    ("Lebanon sent troops to Tripoli, in Lebanon.", {"Tripoli": "LB", "Lebanon": "LB"}),
    ("The Paris-based group met.", {"Paris": "FR"}),
    ("Planes flew over Iraq, and sanctions on Iran went on.", {"Iraq": "IQ"}),
    ("Northern Iraq was quiet.", {"Iraq": "IQ"}),
    ("Protests reached California.", {"California": "US"}),
    ("They met in the capital Damascus.", {"Damascus": "SY"}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "places"), CASES, ids=[text for text, _ in CASES])
def test_places(text: str, places: dict[str, str | None]) -> None:
    """States and capitals are places only where they do not act; towns are looked up; sites are where the text puts them."""
    assert {p.anchor.quote: p.country for p in find_places(parse(text))} == places


def test_coordinates() -> None:
    """Towns of the gazetteer have coordinates and GeoNames' number; states its number alone; sites neither."""
    found = {p.name: p for p in find_places(parse("Drones hit the Ain al-Hasan base in Iraq and a house in Mosul."))}
    assert (found["Mosul"].geonameid, round(found["Mosul"].lat or 0), round(found["Mosul"].lon or 0)) == (99072, 36, 43)
    assert (found["Iraq"].geonameid, found["Iraq"].lat) == (99237, None)
    assert (found["Ain al-Hasan"].geonameid, found["Ain al-Hasan"].lat) == (None, None)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("homs", ("SY", None)),
        ("tartous", ("SY", None)),
        ("kiev", ("UA", None)),
        ("paris", ("FR", None)),
        ("springfield", ("US", "MO")),
    ],
)
def test_towns_by_name(name: str, first: tuple[str, str | None]) -> None:
    """The largest town of a name is first; other spellings lead to it too."""
    assert (towns(name)[0].country, towns(name)[0].region) == first


def test_no_town() -> None:
    """A name of no town has none, also at the ends of the list."""
    assert towns("no such town anywhere") == ()
    assert towns("") == ()
    assert towns("zzzzzz") == ()


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(name: str) -> None:
    """A folded name stays as it is."""
    assert folded(folded(name)) == folded(name)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Iraq",
                "Paris",
                "Homs",
                "the",
                "of",
                "in",
                ",",
                "Texas",
                "base",
                "village",
                "Al",
                "-",
                "al",
                "'s",
                "Georgia",
                "Gulf",
                "New",
                "York",
                "north",
                ".",
            ]
        ),
        max_size=20,
    )
)
def test_places_quote_the_text(words: list[str]) -> None:
    """Places stand in order, do not overlap, and quote the text."""
    text = " ".join(words)
    found = find_places(parse(text))
    assert all(text[p.anchor.start : p.anchor.end] == p.anchor.quote for p in found)
    assert all(a.anchor.end <= b.anchor.start for a, b in pairwise(found))
