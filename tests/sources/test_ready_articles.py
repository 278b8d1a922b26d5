"""JSON with articles: taken unchanged, line by line."""

import json
from pathlib import Path

import pytest

from dateline.model import Article, Problem, article_id
from dateline.sources import Found, open_pages

TEXT = "The ferry sails again.\r\n\r\n It does\u00a0so in spring. "


def read(path: Path, content: str | bytes) -> list[Found]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_pages([str(path)]))


def test_a_line_is_an_article(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "headline": "Ferry",
        "published": "2021-03-03",
        "outlet": "Olden Post",
        "url": "https://olden.example/f",
    }
    things = read(tmp_path / "a.jsonl", "\ufeff" + json.dumps(row) + "\n\n" + json.dumps({"text": TEXT}) + "\r\n")
    first, second = (t.what for t in things)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.id) == (TEXT, article_id(TEXT))
    assert (first.headline, first.outlet, first.url) == ("Ferry", "Olden Post", "https://olden.example/f")
    assert (str(first.published.start), str(first.published.end), first.published.basis) == (
        "2021-03-03",
        "2021-03-03",
        "metadata",
    )
    assert (second.headline, second.outlet, second.published.basis) == (None, None, "unknown")
    assert first.page.sha256 != second.page.sha256


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("not json", "not_an_article"), ("[1, 2]", "not_an_article"), ('"text"', "not_an_article"), ('{"text": 5}', "not_an_article"),
        ('{"text": " "}', "not_an_article"), ("{}", "not_an_article"), ("[" * 100_000, "not_an_article"), ('{"text": "x", "published": "soon"}', "bad_day"),
        ('{"text": "x", "published": 5}', "bad_day"), ('{"text": "x \\ud800"}', "lossy"), ('{"text": "x", "published": "2021-02-31"}', "bad_day"),
    ],
)  # fmt: skip
def test_a_bad_line_is_a_problem_and_the_rest_goes_on(tmp_path: Path, line: str, code: str) -> None:
    things = read(tmp_path / "a.jsonl", line + '\n{"text": "The ferry sails."}')
    problems = [t.what for t in things if isinstance(t.what, Problem)]
    assert [p.code for p in problems] == [code]
    assert "line 1 of" in problems[0].message
    last = things[-1].what
    assert isinstance(last, Article)
    assert last.text == "The ferry sails."


def test_a_half_character_keeps_its_place(tmp_path: Path) -> None:
    [_, found] = read(tmp_path / "a.jsonl", '{"text": "ab \\ud800 cd", "headline": "\\udfff"}')
    assert isinstance(found.what, Article)
    assert (found.what.text, found.what.headline) == ("ab \ufffd cd", "\ufffd")


def test_a_time_stamp_gives_its_day(tmp_path: Path) -> None:
    [found] = read(
        tmp_path / "a.ndjson",
        '{"text": "x y", "published": "2021-03-03T23:30:00-05:00", "headline": 3, "byline": " J. Roe "}',
    )
    assert isinstance(found.what, Article)
    assert (str(found.what.published.start), found.what.headline, found.what.byline) == ("2021-03-03", None, "J. Roe")


@pytest.mark.parametrize(
    ("content", "texts", "codes"),
    [
        ('{"text": "one"}', ["one"], []),
        ('[{"text": "one"}, 5, {"text": "two"}]', ["one", "two"], ["not_an_article"]),
        ('{"articles": [{"text": "one"}]}', ["one"], []),
        ('{"text": "one"}\n{"text": "two"}', ["one", "two"], []),
        ("nothing", [], ["not_an_article"]),
        ('{"title": "no text"}', [], ["not_an_article"]),
        ("", [], ["not_an_article"]),
    ],
)
def test_a_json_file(tmp_path: Path, content: str, texts: list[str], codes: list[str]) -> None:
    things = read(tmp_path / "a.json", content)
    assert [t.what.text for t in things if isinstance(t.what, Article)] == texts
    assert [t.what.code for t in things if isinstance(t.what, Problem)] == codes
