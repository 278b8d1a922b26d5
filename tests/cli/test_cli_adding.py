"""read, add, correct, export, verify, dossier: what they print, write and end with."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.terminal import days, safe, safe_lines, source
from dateline.model import Interval
from html_tree import Tree
from pages_of_examples import ROOT

PAGES = ROOT / "examples" / "pages"
TEXT = "Norlandia and Sudmark agreed on Monday to open a ferry line by June 30, 2031, Minister Ida Brandt said."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, "utf-8")
    return path


class TestRead:
    def test_an_article_as_it_is(self, run: Callable[..., Any], article: Path) -> None:
        answer = run("read", article, "--as", "article", "--published", "2031-05-06", "--json")
        [reading] = answer.rows
        assert (answer.code, reading["article"]["text"]) == (0, TEXT)
        assert reading["article"]["published"]["start"] == "2031-05-06"
        assert reading["article"]["page"]["source"] == str(article)

    def test_the_same_article_twice_is_a_copy(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> None:
        again = tmp_path / "again.txt"
        again.write_text(TEXT, "utf-8")
        first, second = run("read", article, again, "--as", "article", "--json").rows
        assert first["article"]["duplicate_of"] is None
        assert second["article"]["duplicate_of"] == first["article"]["id"]
        assert f"a copy of {first['article']['id']}" in run("read", article, again, "--as", "article").out

    def test_a_readable_summary(self, run: Callable[..., Any], article: Path) -> None:
        answer = run("read", article, "--as", "article", "--published", "2031-05-06")
        assert "(no headline)" in answer.out
        assert "2031-05-06 (metadata)" in answer.out
        assert "by 2031-06-30" in answer.out
        assert "Ida Brandt" in answer.out

    def test_standard_input(self, run: Callable[..., Any]) -> None:
        lines = json.dumps({"text": TEXT, "headline": "Ferry", "published": "2031-05-06"}).encode()
        [reading] = run("read", "-", "--json", stdin=lines).rows
        assert (reading["article"]["headline"], reading["article"]["text"]) == ("Ferry", TEXT)

    def test_a_page_without_an_article_is_told_and_the_rest_goes_on(
        self, run: Callable[..., Any], article: Path
    ) -> None:
        paths = (PAGES / "unreadable.txt", article)
        answer = run("read", *paths, "--json")
        nothing, reading = answer.rows
        assert answer.code == 0
        assert nothing["article"] is None
        assert nothing["page"]["source"] == str(paths[0])
        assert len(nothing["page"]["sha256"]) == 64
        assert nothing["problems"][0]["code"]
        assert reading["article"]["id"]
        assert run("read", *paths, "--json", "--strict").code == 1
        assert "unreadable.txt" in run("read", *paths).out

    def test_strict_is_satisfied_where_all_is_well(self, run: Callable[..., Any], article: Path) -> None:
        assert run("read", article, "--as", "article", "--strict").code == 0

    def test_a_file_that_is_not_there_has_no_hash(self, run: Callable[..., Any], tmp_path: Path) -> None:
        answer = run("read", tmp_path / "none.html", "--json")
        [row] = answer.rows
        assert (answer.code, row["article"], row["page"]["sha256"]) == (0, None, None)


class TestAdd:
    def test_adding_twice_is_adding_once(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> None:
        where = tmp_path / "x.db"
        first = run("add", article, "--as", "article", "--published", "2031-05-06", "--ledger", where)
        assert first.out == "1 new page with 1 article\n"
        second = run("add", article, "--as", "article", "--published", "2031-05-06", "--ledger", where)
        assert second.out == "nothing new; 1 page known already\n"
        third = run("add", article, "--as", "article", "--ledger", where, "--json")
        assert third.rows == [{"pages": 1, "new": 0, "known": 1, "articles": 0, "copies": 0, "problems": []}]

    def test_copies_are_counted(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> None:
        again = tmp_path / "again.txt"
        again.write_text(TEXT + "\n", "utf-8")
        answer = run("add", article, again, "--as", "article", "--ledger", tmp_path / "x.db")
        assert answer.out == "2 new pages with 2 articles, 1 of them a copy\n"

    def test_articles_of_a_file_of_lines_are_added_one_by_one(self, run: Callable[..., Any], tmp_path: Path) -> None:
        lines = tmp_path / "articles.jsonl"
        told = [{"text": TEXT, "published": "2031-05-06"}, {"text": "A whale was seen off Westbay on Friday."}]
        lines.write_text("\n".join(map(json.dumps, told)), "utf-8")
        where = tmp_path / "x.db"
        assert run("add", lines, "--ledger", where).out == "2 new pages with 2 articles\n"
        assert run("add", lines, "--ledger", where).out == "nothing new; 2 pages known already\n"
        assert run("verify", "--ledger", where).out == "all is well\n"

    def test_problems_are_told_and_strict_ends_with_one(
        self, run: Callable[..., Any], article: Path, tmp_path: Path
    ) -> None:
        paths = (article, PAGES / "unreadable.txt")
        answer = run("add", *paths, "--ledger", tmp_path / "x.db")
        assert (answer.code, "unreadable.txt" in answer.err) == (0, True)
        assert run("add", *paths, "--ledger", tmp_path / "y.db", "--strict").code == 1

    def test_where_nothing_can_be_opened_it_ends_with_two(self, run: Callable[..., Any], tmp_path: Path) -> None:
        missing = [tmp_path / f"none-{k}" for k in range(25)]
        answer = run("add", *missing, "--ledger", tmp_path / "x.db")
        assert answer.code == 2
        assert "and 5 more problems" in answer.err

    def test_a_terminal_sees_how_far_it_is(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> None:
        answer = run("add", article, "--ledger", tmp_path / "x.db", terminal=True)
        assert "1 pages" in answer.err
        assert answer.out == "1 new page with 1 article\n"

    def test_a_ledger_without_pages_has_no_answers(self, run: Callable[..., Any], tmp_path: Path) -> None:
        where = tmp_path / "x.db"
        (tmp_path / "empty").mkdir()
        assert run("add", tmp_path / "empty", "--ledger", where).out == "nothing new\n"
        for question in ("stories", "timeline", "commitments", "attributions", "positions", "conflicts", "actors"):
            answer = run(question, "--ledger", where)
            assert answer.code == 0
            assert answer.out.startswith("no ")
        assert run("dossier", "--ledger", where, "--out", tmp_path / "d.html").code == 2

    def test_a_file_that_is_no_ledger_is_left_alone(self, run: Callable[..., Any], article: Path) -> None:
        answer = run("add", article, "--ledger", article)
        assert answer.code == 2
        assert article.read_text("utf-8") == TEXT


class TestCorrect:
    @pytest.fixture
    def where(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> Path:
        path = tmp_path / "x.db"
        run("add", article, "--as", "article", "--published", "2031-05-06", "--ledger", path)
        return path

    def test_a_due_day(self, run: Callable[..., Any], where: Path) -> None:
        [row] = run("commitments", "--ledger", where, "--json").rows
        answer = run("correct", "due", row["id"], "2031-07-31", "--by", "me", "--note", "as signed", "--ledger", where)
        assert (answer.code, answer.out) == (0, "kept\n")
        [row] = run("commitments", "--ledger", where, "--json").rows
        assert row["due"]["end"] == "2031-07-31"

    def test_the_same_twice(self, run: Callable[..., Any], where: Path) -> None:
        article = run("search", "ferry", "--ledger", where, "--json").rows[0]["id"]
        both = [run("correct", "published", article, "2031-05-07", "--ledger", where).out for _ in range(2)]
        assert both == ["kept\n", "this was decided already\n"]

    def test_hiding(self, run: Callable[..., Any], where: Path) -> None:
        [row] = run("commitments", "--ledger", where, "--json").rows
        assert run("correct", "hide", row["id"], "--ledger", where).code == 0
        assert run("commitments", "--ledger", where, "--json").out == ""

    def test_not_the_same(self, run: Callable[..., Any], where: Path) -> None:
        answer = run("correct", "not-same-actor", "Norlandia", "Sudmark", "--ledger", where)
        assert (answer.code, answer.out) == (0, "kept\n")

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (("due", "x"), "takes an id and days"),
            (("due", "x", "2031-07-31"), "nothing here is called x"),
            (("hide", "x"), "nothing here is called x"),
            (("same-actor", "Norlandia"), "two different things"),
            (("paint", "x"), "paint"),
        ],
    )
    def test_what_cannot_be_decided(
        self, run: Callable[..., Any], where: Path, arguments: tuple[str, ...], why: str
    ) -> None:
        answer = run("correct", *arguments, "--ledger", where)
        assert answer.code == 2
        assert why in answer.err

    @pytest.mark.parametrize("value", ["soon", "2031-07-31/2031-07-01", "/", "2031-07-31/x"])
    def test_days_that_are_none(self, run: Callable[..., Any], where: Path, value: str) -> None:
        [row] = run("commitments", "--ledger", where, "--json").rows
        assert run("correct", "due", row["id"], value, "--ledger", where).code == 2


class TestTakingAway:
    def test_lines_are_the_same_in_any_order_of_adding(self, run: Callable[..., Any], tmp_path: Path) -> None:
        paths = [tmp_path / name for name in ("a.txt", "b.txt")]
        paths[0].write_text(TEXT)
        paths[1].write_text("A whale was seen off Westbay on Friday.")
        options = ("--as", "article", "--published", "2031-05-06", "--ledger")
        run("add", *paths, *options, tmp_path / "x.db")
        run("add", *reversed(paths), *options, tmp_path / "y.db")
        one, two = (run("export", "--ledger", tmp_path / name) for name in ("x.db", "y.db"))
        assert one.code == 0
        assert one.out == two.out
        assert one.rows
        out = tmp_path / "x.jsonl"
        assert run("export", "--ledger", tmp_path / "x.db", "--out", out).code == 0
        assert out.read_text("utf-8") == one.out

    def test_tables(self, run: Callable[..., Any], ledger: Path, tmp_path: Path) -> None:
        answer = run(
            "export", "--format", "csv", "--out", tmp_path / "csv", "--ledger", ledger, "--as-of", "2026-06-30"
        )
        assert answer.code == 0
        assert (tmp_path / "csv" / "commitments.csv").read_text("utf-8").startswith("id,text,kind,")

    @pytest.mark.parametrize("options", [("--format", "csv"), ("--as-of", "2026-06-30")])
    def test_options_that_do_not_go_together(
        self, run: Callable[..., Any], ledger: Path, options: tuple[str, ...]
    ) -> None:
        assert run("export", "--ledger", ledger, *options).code == 2

    def test_a_dossier(self, run: Callable[..., Any], ledger: Path, tmp_path: Path) -> None:
        out = tmp_path / "dossier.html"
        answer = run("dossier", "--ledger", ledger, "--as-of", "2026-06-30", "--out", out)
        assert (answer.code, answer.out) == (0, f"written to {out}\n")
        tree = Tree(out.read_text("utf-8"))
        assert {link.removeprefix("#") for link in tree.links if link.startswith("#")} <= set(tree.ids)
        printed = run("dossier", "--ledger", ledger, "--as-of", "2026-06-30", "--out", "-")
        assert printed.out == out.read_text("utf-8")

    def test_verify_finds_what_was_changed(self, run: Callable[..., Any], article: Path, tmp_path: Path) -> None:
        where = tmp_path / "x.db"
        run("add", article, "--as", "article", "--ledger", where)
        assert run("verify", "--ledger", where, "--json").out == ""
        with sqlite3.connect(where) as connection:
            connection.execute("UPDATE page SET size = 1")
        connection.close()
        answer = run("verify", "--ledger", where)
        assert answer.code == 1
        assert "page_bytes" in answer.out
        assert run("verify", "--ledger", where, "--json").rows[0]["code"] == "page_bytes"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1bP1$r\x1b\\b", "ab"),
        ("a\x1bc b\x00\x08", "a b"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ud800b", "a\ufffdb"),
        (" a \n b\t", "a b"),
        ("[bold]x[/bold] :smile:", "[bold]x[/bold] :smile:"),
        ("\x9b31mx", "31mx"),
    ],
)
def test_text_of_a_page_is_safe_on_a_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_line_breaks_are_kept_where_they_are_wanted() -> None:
    assert safe_lines("a\r\nb\u2028c\x1b[2J") == "a\nb\nc"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, "–"),
        (None, "2031-05-06", "by 2031-05-06"),
        ("2031-05-06", None, "from 2031-05-06"),
        ("2031-05-06", "2031-05-06", "2031-05-06"),
        ("2031-05-01", "2031-05-31", "2031-05"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-01-01", "2031-11-30", "2031-01-01 to 2031-11-30"),
        ("2031-05-02", "2031-05-31", "2031-05-02 to 2031-05-31"),
    ],
)
def test_days_for_a_narrow_column(start: str | None, end: str | None, shown: str) -> None:
    from datetime import date

    assert days(Interval(*(date.fromisoformat(d) if d else None for d in (start, end)))) == shown


def test_a_source_without_a_name_is_its_id() -> None:
    assert source(None, None, "article-1") == "article-1"
    assert source("Harbour Post", "Ferry", "article-1") == "Harbour Post, “Ferry”"
