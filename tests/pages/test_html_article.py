"""Pages of markup: one article each, with what the page says of it, and every word led back to its bytes."""

import json

import pytest

from dateline.model import Article, Page
from dateline.pages import cut
from dateline.pages.html import is_html
from dateline.pages.metadata import day_of

BODY = (
    "The ferry company said on Monday that its boats would sail again in the spring, once the pier at Olden had been mended.",
    "Its director, Mara Lindqvist, told the county council that two engines had been replaced since the autumn.",
    "“We shall be ready by Easter,” Lindqvist said, and the council promised to pay for half of the work.",
    "The islanders have gone without a boat for five months, and the school at Brenn has lost a third of its pupils.",
)
MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
FIGURE = '<figure><img src=a.jpg><figcaption>The pier at Olden on March 2, 2021. <span class="credit">A. Rahm/KNA</span></figcaption></figure>'


def html(head: str = "", before: str = "", after: str = "", h1: str = "Ferry to Brenn Will Sail Again") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in BODY)
    return (
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{MENU}<article><h1>{h1}</h1>{before}{body}{after}</article>"
        "<footer><p>© 2021 Olden Post</p></footer></body></html>"
    ).encode()


def only(content: bytes, **known: str) -> Article:
    made = cut(Page(source="p.html", content=content, url=known.get("url")))
    [article] = made.articles
    return article


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})}</script>'


def test_the_body_is_the_paragraphs_and_nothing_else() -> None:
    article = only(html(before=FIGURE, after="<p>Share this article</p><p>Advertisement</p>"))
    assert article.text == "\n\n".join(BODY)
    assert article.headline == "Ferry to Brenn Will Sail Again"
    [caption] = article.captions
    assert (caption.text, caption.credit, str(caption.taken)) == (
        "The pier at Olden on March 2, 2021.",
        "A. Rahm/KNA",
        "2021-03-02",
    )


def test_every_word_leads_back_to_its_bytes() -> None:
    content = (
        html()
        .replace("“We".encode(), b"&ldquo;We")
        .replace(b"Mara Lindqvist", b"<a href=x>Mara</a> <b>Lind&shy;qvist</b>")
    )
    article = only(content)
    assert article.text == "\n\n".join(BODY)
    for k, letter in enumerate(article.text):
        place = article.offsets.bytes_of(k, k + 1)
        if letter == "\n":
            assert place is None
            continue
        assert place is not None
        came_from = content[slice(*place)].decode()
        assert came_from == letter or (letter, came_from) == ("“", "&ldquo;")
    at = article.text.index("Lindqvist")
    assert article.offsets.bytes_of(at, at + 9) is not None


def test_subheadings_and_lists_inside_stay() -> None:
    after = (
        "<h2>What the council promised</h2><p>"
        + BODY[0].replace("Monday", "Friday")
        + "</p><ul><li>a new pier of stone</li></ul>"
    )
    text = only(html(after=after)).text
    assert "What the council promised\n\nThe ferry company said on Friday" in text


@pytest.mark.parametrize(
    ("head", "day", "where"),
    [
        (ld(datePublished="2021-03-03T10:00:00+01:00"), "2021-03-03", "metadata"),
        (ld(datePublished="2021-03-03T23:30:00-05:00", dateModified="2021-03-09"), "2021-03-03", "metadata"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["Article"], "datePublished": "2021-03-03",}]}</script>', "2021-03-03", "metadata"),
        ('<meta property="article:published_time" content="2021-03-03T10:00Z">', "2021-03-03", "metadata"),
        ('<meta name="date" content="3 March 2021">', "2021-03-03", "metadata"),
        ('<meta itemprop="datePublished" content="20210303T100000">', "2021-03-03", "metadata"),
        ('<link rel="canonical" href="https://olden.example/2021/03/03/ferry">', "2021-03-03", "url"),
        ('<script>var page = {"publishedAt": "2021-03-03T10:00"};</script>', "2021-03-03", "metadata"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="2021-03-03">', "2021-03-03", "metadata"),
    ],
)  # fmt: skip
def test_the_day_in_the_metadata(head: str, day: str, where: str) -> None:
    published = only(html(head)).published
    assert (str(published.start), str(published.end), published.basis) == (day, day, "metadata")
    assert published.evidence[0].where == where
    assert published.evidence[0].quote


@pytest.mark.parametrize(
    "before",
    [
        "<p class=x>Published: 3 March 2021</p>",
        '<time class="published" datetime="2021-03-03T10:00">a while ago</time>',
        "<div>By Jane Roe</div><div>March 3, 2021 10:15 GMT</div><div>Updated March 4, 2021</div>",
        "<div>Posted on Wednesday, March 3, 2021 in News by Jane Roe for the paper</div>",
    ],
)
def test_the_day_beside_the_text(before: str) -> None:
    published = only(html(before=before)).published
    assert str(published.start) == "2021-03-03"
    assert published.evidence


def test_a_page_without_any_day_has_none() -> None:
    assert only(html().replace(b"2021", b"")).published.basis == "unknown"


def test_headline_outlet_byline_and_address() -> None:
    head = (
        '<title>Ferry to Brenn Will Sail Again | Olden Post</title><meta property="og:title" content="Ferry to Brenn Will Sail Again - Olden Post">'
        '<meta property="og:site_name" content="Olden Post"><meta property="og:url" content="https://olden.example/ferry">'
        + ld(author=[{"name": "Jane Roe"}, {"name": "By Tom Lee"}], headline="Ferry to Brenn Will Sail Again")
    )
    article = only(html(head, h1="LIVE: boats and all"))
    assert article.headline == "Ferry to Brenn Will Sail Again"
    assert (article.outlet, article.byline, article.url) == (
        "Olden Post",
        "Jane Roe, Tom Lee",
        "https://olden.example/ferry",
    )
    plain = only(
        html('<meta name=author content="Jane Roe"><meta name="application-name" content="Post">'),
        url="https://olden.example/x",
    )
    assert (plain.byline, plain.outlet, plain.url) == ("Jane Roe", "Post", "https://olden.example/x")
    assert only(html(ld(publisher={"name": "Olden Post"}))).outlet == "Olden Post"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>Ferry to Brenn Will Sail Again — Brenn Gazette</title>", "Brenn Gazette"),
        ("<title>Ferry to Brenn Will Sail Again | The Brenn Gazette</title>", "Brenn Gazette"),
        ("<title>Ferry to Brenn Will Sail Again | Islands</title>", "Olden Post"),
        ("<title>Something else | Brenn Gazette</title>", "Olden Post"),
        ('<meta property="og:site_name" content="The Brenn Gazette">', "Brenn Gazette"),
        ('<meta property="og:site_name" content="The Gazette">', "The Gazette"),
    ],
)
def test_the_outlet_of_a_page_of_markup(head: str, outlet: str) -> None:
    assert only(html(head)).outlet == outlet


def test_the_object_that_is_this_pages_article_is_taken() -> None:
    head = (
        '<meta property="og:title" content="Ferry to Brenn Will Sail Again">'
        + ld(headline="Another story altogether", datePublished="2020-01-01", url="https://olden.example/other")
        + ld(headline="Ferry to Brenn Will Sail Again", datePublished="2021-03-03", url="https://olden.example/ferry")
    )
    assert str(only(html(head)).published.start) == "2021-03-03"
    assert str(only(html(head), url="https://olden.example/other").published.start) == "2020-01-01"


@pytest.mark.parametrize("hostile", ["<b>bold</b> ", "<script>alert(1)</script>", "\u202e"])
def test_no_markup_stays_in_a_headline(hostile: str) -> None:
    escaped = hostile.replace("<", "&lt;").replace(">", "&gt;")
    headline = only(html(f'<meta property="og:title" content="{escaped}Ferry to Brenn">', h1="")).headline or ""
    assert "<" not in headline
    assert "\u202e" not in headline
    assert headline.endswith("Ferry to Brenn")


def test_a_page_that_shows_its_text_by_script_gives_it() -> None:
    words = "\n\n".join(BODY) + " The end 😀 of “it”."
    content = f"<html><head>{ld(articleBody=words * 2, headline='Ferry')}</head><body><div id=app></div></body></html>".encode()
    article = only(content)
    assert article.headline == "Ferry"
    assert article.text.startswith(BODY[0])
    assert "😀 of “it”" in article.text
    at = article.text.index("“We")
    place = article.offsets.bytes_of(at, at + 1)
    assert place is not None
    assert content[slice(*place)] == b"\\u201c"


def test_a_page_without_a_body_that_stands_out_is_read_line_by_line() -> None:
    content = b"<html><body><div>Ferry sails again</div><div>The boats sail at noon.</div></body></html>"
    made = cut(Page(source="p", content=content))
    assert [a.text for a in made.articles] in (
        ["The boats sail at noon."],
        ["Ferry sails again\n\nThe boats sail at noon."],
    )
    assert cut(Page(source="p", content=b"<html><body><p></p></body></html>")).articles == ()


def test_a_page_with_more_markup_than_is_looked_at_says_so() -> None:
    content = html(after="<i></i>" * 45_000)
    made = cut(Page(source="p", content=content))
    assert [p.code for p in made.problems] == ["too_long"]
    assert made.articles[0].text.startswith(BODY[0])


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("  \n<html lang=en>", True),
        ("<?xml version='1.0'?>\n<html>", True),
        ("<p>One</p><p>Two</p><br>", True),
        ("Plain words, and 3 < 4.", False),
        ("He wrote <b>once</b> in the long letter. " + BODY[0] * 20, False),
        ("", False),
    ],
)
def test_markup_is_told_by_its_content(text: str, markup: bool) -> None:
    assert is_html(text) is markup


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-03-03T10:00:00Z", "2021-03-03"), ("20210303", "2021-03-03"), ("Wed, 03 Mar 2021 10:00:00 GMT", "2021-03-03"),
        ("3rd of March, 2021", "2021-03-03"), ("1614769200", None), ("2021-13-45", None), ("20211345", None), ("yesterday", None), ("", None),
    ],
)  # fmt: skip
def test_time_stamps(value: str, day: str | None) -> None:
    made = day_of(value)
    assert (str(made) if made else None) == day
