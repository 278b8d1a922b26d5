"""The dossier: one page, well formed, self-contained, every link leads somewhere, nothing of a page is obeyed."""

import re
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from dateline.errors import QuestionError
from dateline.export import dossier
from dateline.model import Interval, Record
from html_tree import Tree
from records import FIRST, THIRD, ferry

ON = date(2031, 10, 1)
HOSTILE = (
    '</title></mark><script>alert(1)</script><img src=x onerror=alert(2)>" onclick="alert(3)\u202e\x1b[31m{{ 7 * 7 }}'
)


def test_every_link_leads_to_a_place_on_the_page() -> None:
    tree = Tree(dossier(ferry(), on=ON))
    assert len(tree.ids) == len(set(tree.ids))
    inside = [link.removeprefix("#") for link in tree.links if link.startswith("#")]
    assert len(inside) > 40
    assert set(inside) <= set(tree.ids)


def test_every_line_leads_to_its_words_and_back() -> None:
    html = dossier(ferry(), on=ON)
    labels = re.findall(r'<(?:li|article)[^>]* id="([TCPKFA]\d+)"', html)
    assert len(labels) > 10
    for label in labels:
        assert f'<a class="back" href="#{label}"' in html


def test_the_page_needs_no_network_and_runs_only_its_own_script() -> None:
    html = dossier(ferry(), on=ON)
    tree = Tree(html)
    assert not [a for a in tree.attributes if a[1] in {"src", "srcset", "action", "background"} or a[0] == "link"]
    assert not re.search(r"url\(|@import", html)
    assert "default-src 'none'" in html
    assert tree.tags["script"] == 1


def test_the_sections_say_what_the_record_says() -> None:
    html = dossier(ferry(), on=ON)
    assert "A ferry line between two harbours" in html
    assert "Published 6–13 May 2031" in html
    assert re.search(r'<li id="C1" class="overdue">', html)
    assert "moved to a later day once" in html
    assert "+77 days" in html
    assert "2 reports, 1 origin" in html
    assert "repeats 1" in html
    assert "if the dredging is finished" in html
    assert "A whale" not in html


def test_what_a_page_holds_is_never_obeyed() -> None:
    record = ferry()
    reading = record.readings[FIRST.id]
    article = replace(reading.article, headline=HOSTILE, outlet=HOSTILE, byline=HOSTILE, url="javascript:alert(4)")
    actors = tuple(
        replace(actor, name=HOSTILE, names=(HOSTILE, HOSTILE + "2"), roles=(HOSTILE,), side=HOSTILE)
        for actor in record.actors
    )
    quantity = replace(reading.quantities[0], unit=HOSTILE, of=HOSTILE)
    said = replace(reading.attributions[0], addressee=HOSTILE)
    [story, other] = record.stories
    [conflict] = record.conflicts
    [commitment] = record.commitments
    hostile = replace(
        record,
        readings={
            **record.readings,
            FIRST.id: replace(reading, article=article, quantities=(quantity,), attributions=(said,)),
        },
        actors=actors,
        stories=(replace(story, title=HOSTILE), other),
        conflicts=(replace(conflict, note=HOSTILE),),
        commitments=(replace(commitment, text=HOSTILE),),
    )
    html = dossier(hostile, on=ON)
    tree = Tree(html)
    assert tree.tags["script"] == 1
    assert tree.tags["img"] == 0
    assert not [a for a in tree.attributes if a[1].startswith("on")]
    assert not [link for link in tree.links if not link.startswith("#")]
    assert "{{ 7 * 7 }}" in html
    assert "\x1b" not in html


def test_an_address_of_the_web_is_a_link() -> None:
    record = ferry()
    reading = record.readings[FIRST.id]
    linked = replace(reading, article=replace(reading.article, url="https://harbour.example/1"))
    tree = Tree(dossier(replace(record, readings={**record.readings, FIRST.id: linked}), on=ON))
    assert "https://harbour.example/1" in tree.links


def test_a_story_without_anything_read_says_so() -> None:
    html = dossier(ferry(), on=ON, story="story-whale")
    for words in ("Nothing was promised", "Nobody is quoted", "Nothing was counted", "Nobody is named", "No headline"):
        assert words in html
    assert THIRD.text.split(".")[0] in html


def test_many_sides_share_the_last_column_and_long_lists_say_what_is_left_out(monkeypatch: Any) -> None:
    monkeypatch.setattr(import_module("dateline.export.dossier"), "_LISTED", 1)
    record = ferry()
    html = dossier(replace(record, actors=tuple(replace(a, side=None, kind="person") for a in record.actors)), on=ON)
    for words in ("Others", "and 2 earlier statements", "and 1 more figure", "and 2 more actors"):
        assert words in html
    tree = Tree(html)
    assert {link.removeprefix("#") for link in tree.links} <= set(tree.ids)


def test_an_undated_commitment_and_an_unknown_day() -> None:
    record = ferry()
    [kept] = record.commitments
    steps = tuple(replace(step, due=None, day=Interval()) for step in kept.history)
    html = dossier(
        replace(record, commitments=(replace(kept, due=None, condition=None, toward=("actor-ida",), history=steps),)),
        on=ON,
    )
    assert "no day told" in html
    assert "towards <bdi>Ida Brandt</bdi>" in html
    assert "undated" in html


def test_an_article_that_also_tells_of_the_day_before_moves_nothing_back() -> None:
    record = ferry()
    [kept] = record.commitments
    last = kept.history[-1]
    again = replace(last, due=Interval(None, date(2031, 6, 30)))
    html = dossier(replace(record, commitments=(replace(kept, history=(*kept.history, again)),)), on=ON)
    assert "+77 days" in html
    assert "-77 days" not in html


def test_what_has_no_last_day_is_not_due_next() -> None:
    record = ferry()
    [kept] = record.commitments
    html = dossier(replace(record, commitments=(replace(kept, due=Interval(date(2031, 12, 1), None)),)), on=ON)
    assert "Nothing with a day is due." in html
    assert "from 1 December 2031" in html


def test_without_stories_it_tells_of_all_articles() -> None:
    html = dossier(replace(ferry(), stories=()), on=ON)
    assert "<bdi>Two Harbours Agree on Ferry</bdi></h1>" in html
    assert "4 articles" in html
    assert "A whale was seen" in html


def test_errors_say_what_to_do() -> None:
    with pytest.raises(QuestionError, match="dateline add"):
        dossier(Record(readings={}), on=ON)
    with pytest.raises(QuestionError, match="there is no story s"):
        dossier(ferry(), on=ON, story="s")


def test_the_same_record_gives_the_same_page() -> None:
    assert dossier(ferry(), on=ON) == dossier(ferry(), on=ON)
