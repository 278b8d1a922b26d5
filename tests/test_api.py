"""The public verbs in Python."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline import intake
from dateline.errors import LedgerError, LedgerNotFound, QuestionError
from dateline.intake import Taken, stated, taken, to_day
from dateline.model import Article, Page, Reading

TEXT = "Norlandia and Sudmark agreed on Monday to open a ferry line by June 30, 2031, Minister Ida Brandt said."


def test_read_text_takes_the_text_unchanged() -> None:
    odd = f"  {TEXT}\r\n\n\x00 end \ud800"
    reading = dateline.read_text(odd)
    assert reading.article.text == odd
    assert all(odd[a.start : a.end] == a.quote for a in reading.anchors())
    assert dateline.to_json(reading).encode()


def test_a_split_pair_of_surrogates_is_its_character() -> None:
    assert dateline.read_text("a \ud83d\udea2 b").article.text == "a 🚢 b"


@pytest.mark.parametrize("day", ["2031-05-06", date(2031, 5, 6)])
def test_a_given_day_of_publication(day: str | date) -> None:
    published = dateline.read_text(TEXT, published=day).article.published
    assert (published.start, published.end, published.basis) == (date(2031, 5, 6), date(2031, 5, 6), "metadata")


def test_a_day_that_is_none_is_an_error() -> None:
    for wrong in ("yesterday", "2031-13-01", ""):
        with pytest.raises(QuestionError, match="write it as"):
            to_day(wrong)


def test_cut_and_read() -> None:
    [article] = dateline.cut(Page(source="x.txt", content=TEXT.encode()))
    assert TEXT in dateline.read(article).article.text


def test_taken_gives_pages_articles_and_problems(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{TEXT}\n")
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "One is here.", "outlet": "Post"}\n{"text": 1}\n')
    found = list(taken([page, lines, tmp_path / "none"], published="2031-05-06"))
    kinds = [(one.page is not None, len(one.articles), len(one.problems)) for one in found]
    assert kinds == [(True, 1, 0), (True, 1, 0), (False, 0, 1), (False, 0, 1)]
    assert all(article.published == stated("2031-05-06") for one in found for article in one.articles)
    [article] = found[1].articles
    assert found[1].page is not None
    assert article.page == found[1].page.ref


class TestLedger:
    def test_the_verbs(self, tmp_path: Path) -> None:
        page = tmp_path / "ferry.txt"
        page.write_text(TEXT)
        told: list[Taken] = []
        with dateline.open_ledger(tmp_path / "x.db") as ledger:
            added = ledger.add(page, "2031-05-06", as_article=True, told=told.append)
            assert (added.pages, added.new, added.articles, len(told)) == (1, 1, 1, 1)
            [row] = ledger.commitments(as_of="2031-06-15")
            assert row.state == "due"
            assert ledger.commitments(as_of=date(2031, 1, 1)) == ()
            assert ledger.timeline(first="2031-05-01", last=date(2031, 12, 31))
            assert ledger.attributions(first="2031-05-01", last="2031-12-31", as_of="2031-06-15")
            assert ledger.positions()
            assert ledger.actors(kind="person")
            assert ledger.search("ferry", as_of="2031-06-15")
            assert ledger.search("ferry", as_of="2031-01-01") == ()
            assert ledger.quantities() == ()
            assert ledger.conflicts() == ()
            assert ledger.stories() == ()
            assert ledger.show(row.id, as_of="2031-06-15")[0].kind == "commitment"
            assert ledger.correct("due", [row.id], "unknown")
            assert [r.due for r in ledger.commitments()] == [None]
            assert ledger.verify() == []

    def test_a_defect_stops_no_other_page(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("bad", "good"):
            (tmp_path / f"{name}.txt").write_text(f"{TEXT} The {name} ferry.")

        def fails(article: Article) -> Reading:
            if "bad ferry" in article.text:
                raise ValueError("no such day")
            return Reading(article=article)

        monkeypatch.setattr(intake, "read", fails)
        with dateline.open_ledger(tmp_path / "x.db") as ledger:
            added = ledger.add([tmp_path / "bad.txt", tmp_path / "good.txt"], as_article=True)
            assert (added.new, added.articles) == (2, 2)
            [(source, problem)] = added.problems
            assert (Path(source).name, problem.stage, problem.code) == ("bad.txt", "read", "defect")
            assert "ValueError in test_api, line" in problem.message
            assert ledger.verify() == []

    def test_a_defect_in_cutting_is_a_problem(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "bad.html").write_text("<p>The ferry.</p>")

        def fails(page: Page) -> None:
            raise KeyError(page.source)

        monkeypatch.setattr("dateline.pages.cut", fails)
        [found] = taken([tmp_path / "bad.html"])
        assert [(p.stage, p.code) for p in found.problems] == [("cut", "defect")]

    def test_a_question_to_nowhere(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerNotFound, match="dateline add"):
            dateline.open_ledger(tmp_path / "none.db", create=False)

    def test_a_folder_is_no_ledger(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError):
            dateline.open_ledger(tmp_path)


def test_importing_and_asking_for_help_load_no_model() -> None:
    code = (
        "import sys, dateline, dateline.cli.group as g\n"
        "try: g.dateline(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'sqlalchemy', 'trafilatura', 'lxml', 'jinja2', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
