"""Datelines: what stands before a report's first words, and what only looks like it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Span, dateline_at, dateline_of, find_datelines

DATELINES = [
    # dateline, first words behind it, place
    ("PORT LINDT (Courier) \u2014 ", "The ferry sank.", "PORT LINDT"),
    ("PORT LINDT, May 3. /KNA/. ", "Ferries sank.", "PORT LINDT"),
    ("PORT LINDT, May 3 /KNA/ - ", "Ferries sank.", "PORT LINDT"),
    ("PORT LINDT, May 3. ", "The ferry sank.", "PORT LINDT"),
    ("PORT LINDT, Norland -- ", "\u201cFerries sank,\u201d he said.", "PORT LINDT"),
    ("Port Lindt, May 3 (IANS) ", "The ferry sank.", "Port Lindt"),
    ("Port Lindt, May 3, KNA - ", "The ferry sank.", "Port Lindt"),
    ("Port Lindt \u2013 Morning Courier: ", "The ferry sank.", "Port Lindt"),
    ("Port Lindt (Courier) : ", "The ferry sank.", "Port Lindt"),
    ("LINDT/TORN | ", "The ferry sank.", "LINDT"),
    ("LINDT (Reuters) ", "The ferry sank.", "LINDT"),
    ("LINDT (Courier News / Torn - 22nd May, 2031) ", "The ferry sank.", "LINDT"),
    ("LINDT/TORN (Reuters) -", "The ferry sank.", "LINDT"),
    ("LINDT (Courier)\u2014", "The ferry sank.", "LINDT"),
    ("PORT LINDT, Norland\u2014", "Ferries sank.", "PORT LINDT"),
    ("LINDT\u2014", "The ferry sank.", "LINDT"),
    ("LINDT | Mon May 3, 2010 2:05 pm EDT LINDT (Courier) - ", "The ferry sank.", "LINDT"),
    ("LINDT | Mon May 3 , 2010 2:05 pm EDT LINDT -LRB- Courier -RRB- - ", "The ferry sank .", "LINDT"),
]


@pytest.mark.parametrize(("head", "rest", "place"), DATELINES)
def test_datelines(head: str, rest: str, place: str) -> None:
    """The span ends where the report begins."""
    found = dateline_of(head + rest, 0, len(head + rest))
    assert found is not None
    assert (found.span, found.place, found.sure) == (Span(0, len(head)), place, "Morning" not in head)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry \u2013 an old one \u2013 sank.",
        "NORLAND - the largest island - voted.",
        "Frey \u2013 Reis: the talks that failed",
        "WTO (World Ferry Organisation) said so.",
        "Lindt-Torn: the road is open.",
        "Frey: The ferry sank.",
        "Frey\u2014The ferry sank.",
        "North-led forces \u2013 The Tigers \u2013 left.",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    """A dash or a colon in a sentence makes no dateline."""
    assert dateline_of(text, 0, len(text)) is None


def test_a_name_before_a_colon_may_open_a_report_only() -> None:
    """Further down, capitals before a colon are a speaker in a transcript; at the top they are not sure."""
    text = "LINDT: The ferry sank."
    opening = dateline_of(text, 0, len(text))
    assert opening is not None
    assert not opening.sure
    below = "x" * 700 + "\n"
    assert dateline_of(below + text, len(below), len(below + text)) is None


def test_the_datelines_of_a_text() -> None:
    """Each paragraph may have one, and is asked by offset."""
    text = "LINDT \u2014 The ferry sank.\nIt was old.\nTORN (KNA) - Nobody swam."
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(".+", text)]
    found = find_datelines(text, paragraphs)
    assert [d.place for d in found] == ["LINDT", "TORN"]
    assert dateline_at(found, 3) == found[0]
    assert dateline_at(found, 30) is None


@given(st.text(alphabet="AB a.,/()-\u2013:|3\n May", max_size=200))
@settings(deadline=None)
def test_nothing_raises(text: str) -> None:
    """Any text has a dateline inside it or none."""
    found = dateline_of(text, 0, len(text))
    assert found is None or 0 < found.span.end < len(text)
