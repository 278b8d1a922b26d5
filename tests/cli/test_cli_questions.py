"""Every question to a ledger of the example pages: as JSON Lines and as text that fits 80 columns."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.group import COMMANDS

QUESTIONS = [
    "stories",
    "timeline",
    "commitments",
    "attributions",
    "positions",
    "conflicts",
    "actors",
    "quantities",
    "search patrol boats",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_rows_have_anchors_that_quote_their_articles(run: Callable[..., Any], ledger: Path, question: str) -> None:
    answer = run(*question.split(), "--ledger", ledger, "--json")
    assert (answer.code, answer.err) == (0, "")
    texts: dict[str, str] = {}
    for row in answer.rows:
        assert row["anchors"]
        for anchor in row["anchors"]:
            article = anchor["article"]
            if article not in texts:
                [shown] = run("show", article, "--ledger", ledger, "--json").rows
                texts[article] = shown["passages"][0]["text"]
            assert texts[article][anchor["start"] : anchor["end"]] == anchor["quote"]
    assert answer.rows


@pytest.mark.parametrize("question", QUESTIONS)
def test_text_fits_eighty_columns(run: Callable[..., Any], ledger: Path, question: str) -> None:
    answer = run(*question.split(), "--ledger", ledger)
    assert answer.code == 0
    assert len(answer.out.splitlines()) > 2
    assert [line for line in answer.out.splitlines() if len(line.rstrip()) > 80 and "─" in line] == []
    assert not re.search("\x1b", answer.out)


def test_the_state_is_that_of_the_day(run: Callable[..., Any], ledger: Path) -> None:
    early = run("commitments", "--ledger", ledger, "--json", "--as-of", "2024-07-01").rows
    late = run("commitments", "--ledger", ledger, "--json", "--as-of", "2030-01-01").rows
    assert len(early) < len(late)
    assert "overdue" in {row["state"] for row in late}
    for row in (row for row in early if row["due"] and row["due"]["end"]):
        assert (row["state"] == "overdue") <= (row["due"]["end"] < "2024-07-01")
    dues = [row["due"]["end"] or row["due"]["start"] for row in late if row["due"]]
    assert dues == sorted(dues)


def test_filters_keep_some_rows(run: Callable[..., Any], ledger: Path) -> None:
    def count(*arguments: str) -> int:
        answer = run(*arguments, "--ledger", ledger, "--json")
        assert answer.code == 0, answer.err
        return len(answer.rows)

    [story, *_] = run("stories", "--ledger", ledger, "--json").rows
    assert len({row["day"] for row in run("timeline", "--limit", "3", "--ledger", ledger, "--json").rows}) == 3
    assert 0 < count("timeline", "--from", "2025-01-01", "--to", "2025-12-31") < count("timeline")
    assert 0 < count("timeline", "--story", story["id"]) < count("timeline")
    assert 0 < count("attributions", "--denials") < count("attributions")
    assert 0 < count("attributions", "--actor", "Hanna Bjarnadottir") < count("attributions")
    assert 0 < count("attributions", "--from", "2025-01-01", "--to", "2025-12-31") < count("attributions")
    assert 0 < count("positions", "--actor", "Hanna Bjarnadottir") < count("positions")
    assert 0 < count("actors", "--kind", "person") < count("actors")
    assert count("actors", "--name", "hanna bjarnadottir") == 1
    assert 0 < count("quantities", "--unit", "tonnes") < count("quantities")
    assert 0 < count("commitments", "--kind", "agreement") < count("commitments")
    assert count("conflicts", "--kind", "account", "--story", story["id"]) <= count("conflicts")


def test_show_marks_a_record_in_its_paragraph(run: Callable[..., Any], ledger: Path) -> None:
    [row, *_] = run("commitments", "--ledger", ledger, "--json").rows
    answer = run("show", row["id"], "--ledger", ledger)
    assert answer.code == 0
    assert answer.out.startswith(f"commitment {row['id']}\n")
    assert " ".join(row["anchors"][0]["quote"].split())[:30] in " ".join(answer.out.split())


def test_show_prints_an_article(run: Callable[..., Any], ledger: Path) -> None:
    [story, *_] = run("stories", "--ledger", ledger, "--json").rows
    answer = run("show", story["articles"][0]["id"], "--ledger", ledger)
    assert "published" in answer.out
    assert len(answer.out) > 500


def test_a_story_shows_how_an_article_without_a_headline_begins(run: Callable[..., Any], tmp_path: Path) -> None:
    where = tmp_path / "ledger.db"
    for day, more in (("2031-05-04", "on Sunday"), ("2031-05-05", "a day after it began")):
        page = tmp_path / f"{day}.txt"
        text = f"The crew of the Olden ferry ended its strike over pay {more}, the ferry company said. It began on Saturday in Olden harbour."
        page.write_text(text, "utf-8")
        run("add", page, "--published", day, "--ledger", where)
    assert "“The crew of the Olden ferry ended its strike" in run("stories", "--ledger", where).out


def test_nothing_found_is_said(run: Callable[..., Any], ledger: Path) -> None:
    assert "nothing holds all these words" in run("search", "zeppelin", "--ledger", ledger).out
    assert run("search", "zeppelin", "--ledger", ledger, "--json").out == ""
    assert "no actors" in run("actors", "--name", "Nobody", "--ledger", ledger).out


@pytest.mark.parametrize("question", [*QUESTIONS, "show x", "export", "verify", "dossier", "correct hide x"])
def test_a_missing_ledger_says_what_to_do(run: Callable[..., Any], tmp_path: Path, question: str) -> None:
    answer = run(*question.split(), "--ledger", tmp_path / "none.db")
    assert (answer.code, answer.out) == (2, "")
    assert "dateline add" in answer.err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q != "stories"])
def test_an_unknown_story_says_what_to_do(run: Callable[..., Any], ledger: Path, question: str) -> None:
    answer = run(*question.split(), "--ledger", ledger, "--story", "story-0")
    assert answer.code == 2
    assert "dateline stories" in answer.err


def test_a_malformed_day_says_how_to_write_one(run: Callable[..., Any], ledger: Path) -> None:
    answer = run("timeline", "--ledger", ledger, "--as-of", "yesterday")
    assert answer.code == 2
    assert "2026-11-21" in answer.err


def test_an_unknown_id_is_an_error(run: Callable[..., Any], ledger: Path) -> None:
    answer = run("show", "nobody", "--ledger", ledger)
    assert (answer.code, answer.out) == (2, "")


def test_an_output_that_is_not_utf8_gets_escapes(run: Callable[..., Any], ledger: Path) -> None:
    answer = run("attributions", "--ledger", ledger, "--json", encoding="ascii")
    assert answer.code == 0
    assert answer.rows == run("attributions", "--ledger", ledger, "--json").rows
    assert run("attributions", "--ledger", ledger, encoding="ascii").code == 0


def test_help_lists_every_command(run: Callable[..., Any]) -> None:
    answer = run("--help")
    assert answer.code == 0
    assert all(f"\n  {name} " in answer.out for name in COMMANDS)


def test_no_such_command(run: Callable[..., Any]) -> None:
    assert run("ask").code == 2


def test_the_version(run: Callable[..., Any]) -> None:
    assert re.search(r"\d+\.\d+", run("--version").out)
