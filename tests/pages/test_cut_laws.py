"""Whatever a page holds, cutting it ends, raises nothing, and loses no word's place."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Page, article_id
from dateline.pages import Cut, cut
from dateline.pages.cut import CUT_AT_MOST

SENTENCE = "The minister of the harbours said on Monday that the talks in Olden would go on until the end of the week. "
LINES = st.sampled_from(
    [
        "Ferry to Brenn Will Sail Again", "The pier at Olden (KNA)", "KK", "By Jane Roe", "March 3, 2021", "Related", "Share", "-----", "", "", "\u00a0",
        SENTENCE, SENTENCE * 3, "OLDEN, March 3 (KNA) - " + SENTENCE, "Q: Why?", "- a bullet", "© 2021 Olden Post", "Read more: x", "12:30", "(KNA)",
        "https://olden.example/2021/03/03/x", "\u202eright to left\u200f", "\ud800", "\x00", "Will it sail?", "“We told Olden Evening Post,” a source said.",
    ]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<article>", "<h1>Ferry Will Sail</h1>", SENTENCE, "<script>", "</script>", "<figure><figcaption>", "</figure>", "<br>", "<li>", "&nbsp;",
     "<meta property=og:title content='x'>", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-03"}</script>', "<table><tr><td>",
     "<time datetime=2021-03-03>", "<div class=caption>", "<!--", "<a href='", ">", "\x00", "é", "<title>", "<blockquote>", "2021-03-03", "<body>", "</html>"]
)  # fmt: skip


def sound(made: Cut, content: bytes) -> None:
    for article in made.articles:
        assert article.id == article_id(article.text)
        assert article.text.strip() == article.text != ""
        assert not any("\ud800" <= c <= "\udfff" for c in article.text)
        for piece in article.offsets.pieces:
            assert 0 <= piece.source <= piece.source + piece.source_length <= len(content)
            assert piece.start + piece.length <= len(article.text)
        for k in range(0, len(article.text), 1 + len(article.text) // 40):
            letter, place = article.text[k], article.offsets.bytes_of(k, k + 1)
            if letter.isascii() and letter.isalnum():
                assert place is not None
                came_from = content[slice(*place)]
                assert letter.encode() in came_from or came_from[:1] in b"&\\"
    for problem in made.problems:
        assert problem.message
    if not made.articles:
        assert made.problems


@given(st.lists(LINES, max_size=40))
@settings(deadline=None)
def test_pages_of_text(lines: list[str]) -> None:
    content = "\n".join(lines).encode("utf-8", "surrogatepass")
    made = cut(Page(source="p", content=content))
    sound(made, content)
    assert cut(Page(source="p", content=content)) == made


@given(st.lists(TAGS, max_size=40))
@settings(deadline=None, max_examples=40)
def test_pages_of_markup(parts: list[str]) -> None:
    content = ("<html>" + "".join(parts)).encode()
    sound(cut(Page(source="p", content=content)), content)


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda t: t.encode("utf-8", "surrogatepass")))
@settings(deadline=None)
def test_any_bytes(content: bytes) -> None:
    sound(cut(Page(source="p", content=content)), content)


@given(st.lists(LINES, max_size=25))
@settings(deadline=None, max_examples=40)
def test_cutting_an_articles_text_again_never_adds_a_word(lines: list[str]) -> None:
    for article in cut(Page(source="p", content="\n".join(lines).encode("utf-8", "replace"))).articles:
        again = cut(Page(source="p", content=article.text.encode())).articles
        assert sum(len(a.text.split()) for a in again) <= len(article.text.split())


HOSTILE = {
    "one long line": SENTENCE.encode() * 20_000,
    "one word": b"x" * 2_500_000,
    "open tags": b"<html><body>" + b"<div>" * 100_000 + SENTENCE.encode() * 10,
    "open lists": b"<html><body>" + b"<ul><li>" * 20_000 + SENTENCE.encode() * 10,
    "angles": b"<html>" + b"<" * 500_000,
    "open quotes": b"<html>" + b'<a href=">"' * 50_000,
    "open comments": b"<html>" + b"<!-- " * 300_000,
    "open scripts": b"<html>" + b"<script>" * 200_000,
    "open titles": b"<html>" + b"<title>a" * 40_000,
    "ampersands": b"<html><p>" + b"&" * 1_000_000,
    "articles": b"<html><body>" + b"<article><h2>Talks Go On in Olden</h2>x</article>" * 4_000,
    "open headings": b"<html><body>" + b"<h1>Talks Go On in Olden " * 6_000,
    "templates": b"{{" * 200_000,
    "posts": b"-- a (@b)\n" * 6_000,
    "headlines": b"Talks Go On in Olden\n" * 10_000,
    "dates": b"2021-03-03," * 100_000,
    "told": b"told Olden Evening Post " * 40_000,
    "brackets": b"(" * 1_000_000,
    "deep json": b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>" + SENTENCE.encode() * 5,
    "noise": os.urandom(300_000),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_end_within_seconds(kind: str) -> None:
    began = time.process_time()
    made = cut(Page(source=kind, content=HOSTILE[kind]))
    assert time.process_time() - began < 30
    sound(made, HOSTILE[kind])


def test_a_line_of_fifty_megabytes_is_cut_short_and_the_problems_say_so() -> None:
    made = cut(Page(source="big.txt", content=SENTENCE.encode() * (50_000_000 // len(SENTENCE))))
    assert [p.code for p in made.problems] == ["too_large", "too_long"]
    assert str(CUT_AT_MOST) in made.problems[1].message
    assert len(made.articles[0].text) <= CUT_AT_MOST


def test_a_binary_page_has_one_problem() -> None:
    made = cut(Page(source="p", content=b"%PDF-1.7"))
    assert made.articles == ()
    assert [p.code for p in made.problems] == ["binary"]
