"""Law 5: `decode(encode(x)) == x` for every record."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from dateline import codec
from dateline.model import Article, Reading
from records import ferry
from strategies import articles, readings

SLOW_TO_MAKE = [HealthCheck.too_slow, HealthCheck.data_too_large]


@given(readings())
@settings(deadline=None, max_examples=60, suppress_health_check=SLOW_TO_MAKE)
def test_a_reading_comes_back_from_its_line(reading: Reading) -> None:
    assert codec.from_json(codec.to_json(reading)) == reading


@given(articles())
@settings(deadline=None, max_examples=40, suppress_health_check=SLOW_TO_MAKE)
def test_an_article_comes_back_from_its_object(article: Article) -> None:
    assert codec.decode_article(codec.encode_article(article)) == article


@given(readings())
@settings(deadline=None, max_examples=30, suppress_health_check=SLOW_TO_MAKE)
def test_a_reading_is_one_line_of_utf8_and_of_strict_json(reading: Reading) -> None:
    line = codec.to_json(reading)
    assert "\n" not in line
    assert json.loads(line.encode().decode(), parse_constant=pytest.fail) == codec.encode_reading(reading)


def test_the_example_reads_as_the_contract_says() -> None:
    [reading] = [r for r in ferry().readings.values() if r.article.headline == "Two Harbours Agree on Ferry"]
    made = codec.encode_reading(reading)
    assert list(made) == [
        "article",
        "actors",
        "times",
        "places",
        "attributions",
        "events",
        "commitments",
        "quantities",
        "problems",
    ]
    assert made["article"]["published"] == {
        "start": "2031-05-06",
        "end": "2031-05-06",
        "basis": "metadata",
        "evidence": [{"where": "metadata", "quote": "date: 2031-05-06"}],
    }
    [promise] = made["commitments"]
    assert promise["due"] == {"start": None, "end": "2031-06-30"}
    assert promise["condition"] == {"start": 204, "end": 231, "quote": "if the dredging is finished"}


def test_an_anchor_that_cannot_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot quote"):
        codec.decode_anchor({"start": 0, "end": 3, "quote": "four"})
