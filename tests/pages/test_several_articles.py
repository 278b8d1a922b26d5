"""Pages of markup that hold several articles in full, and those that only look as if they did."""

import json

import pytest

from dateline.model import Article, Page
from dateline.pages import cut
from ferry_and_mine import FERRY, FERRY_HEAD, MINE, MINE_HEAD

PIT = "<figure><img src=a.jpg><figcaption>Miners leave the pit at Karsk. (KNA)</figcaption></figure>"


def told(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{p}</p>" for p in paragraphs)


def articles(inside: str, head: str = "") -> tuple[Article, ...]:
    page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body><nav>Home</nav>{inside}<footer>© 2021 Olden Post</footer></body></html>"
    return cut(Page(source="p.html", content=page.encode())).articles


SEVERAL = {
    "elements": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><h1>{MINE_HEAD}</h1>{PIT}{told(MINE)}</article>",
    "elements with lower headings": f"<article><h2>{FERRY_HEAD}</h2>{told(FERRY)}</article><article><h2>{MINE_HEAD}</h2>{PIT}{told(MINE)}</article>",
    "an element that is not closed": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><h1>{MINE_HEAD}</h1>{PIT}{told(MINE)}",
    "headings of the first rank": f"<div><h1>{FERRY_HEAD}</h1>{told(FERRY)}</div><div><h1>{MINE_HEAD}</h1>{PIT}{told(MINE)}</div>",
    "headings with bylines and days": (
        f"<div><h2>{FERRY_HEAD}</h2><p>By Jane Roe</p><p>3 March 2021</p>{told(FERRY)}</div>"
        f"<div><h2>{MINE_HEAD}</h2><p>By Tom Lee</p><p>4 March 2021</p>{PIT}{told(MINE)}</div>"
    ),
    "a teaser between": (
        f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><h3><a href=x>School at Brenn Gets New Roof</a></h3><p>It was of slate.</p></article>"
        f"<article><h1>{MINE_HEAD}</h1>{PIT}{told(MINE)}</article>"
    ),
}


@pytest.mark.parametrize("kind", SEVERAL)
def test_a_page_with_several_articles_is_cut(kind: str) -> None:
    ferry, mine = articles(SEVERAL[kind])
    assert (ferry.headline, ferry.text) == (FERRY_HEAD, "\n\n".join(FERRY))
    assert (mine.headline, mine.text) == (MINE_HEAD, "\n\n".join(MINE))
    assert (ferry.outlet, mine.outlet) == ("Olden Post", "Olden Post")
    assert ferry.captions == ()
    assert [c.text for c in mine.captions] == ["Miners leave the pit at Karsk."]
    if "bylines" in kind:
        assert [(a.byline, str(a.published.start)) for a in (ferry, mine)] == [
            ("Jane Roe", "2021-03-03"),
            ("Tom Lee", "2021-03-04"),
        ]


def test_every_word_of_each_leads_back_to_its_bytes() -> None:
    page = f"<!doctype html><html><meta charset=utf-8><body>{SEVERAL['elements']}".encode()
    for article in cut(Page(source="p.html", content=page)).articles:
        for k in range(0, len(article.text), 7):
            place = article.offsets.bytes_of(k, k + 1)
            assert place is None or page[slice(*place)].decode() == article.text[k]


def test_each_is_told_of_by_its_own_markup_and_by_the_pages() -> None:
    thing = {
        "@type": "NewsArticle",
        "headline": MINE_HEAD,
        "datePublished": "2021-03-04T09:00",
        "author": {"name": "Tom Lee"},
        "url": "https://olden.example/mine",
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(thing)}</script><meta property="og:title" content="{FERRY_HEAD}">'
        '<meta property="article:published_time" content="2021-03-03"><meta name="author" content="Jane Roe">'
        '<link rel="canonical" href="https://olden.example/ferry">'
    )
    ferry, mine = articles(SEVERAL["elements"], head)
    assert (ferry.byline, str(ferry.published.start), ferry.url) == (
        "Jane Roe",
        "2021-03-03",
        "https://olden.example/ferry",
    )
    assert (mine.byline, str(mine.published.start), mine.url) == ("Tom Lee", "2021-03-04", "https://olden.example/mine")
    stamped = SEVERAL["elements"].replace("</h1>", "</h1><time datetime=2021-03-05>Friday</time>")
    assert [str(a.published.start) for a in articles(stamped)] == ["2021-03-05"] * 2


POSTS = "".join(
    f"<article><h2>{head}</h2><p>10:15</p>{told(paragraphs[:3])}</article>"
    for head, paragraphs in (
        (FERRY_HEAD, FERRY),
        (MINE_HEAD, MINE),
        ("School at Brenn Gets New Roof of Slate", FERRY[::-1]),
    )
)
ONE = {
    "teasers": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article>"
    + "".join(f"<article><h2><a href=x>{MINE_HEAD} {k}</a></h2><p>{MINE[0]}</p></article>" for k in range(4)),
    "sections": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}<h2>What the council has promised</h2>{told(FERRY[::-1])}</article>",
    "sections under headings of the first rank": f"<h1>{FERRY_HEAD}</h1>{told(FERRY)}<h1>What Lindqvist has promised</h1>{told(FERRY[::-1])}",
    "an element that only shows a list": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><h2>What others say today</h2><ul><li>{'<li>'.join(MINE)}</ul></article>",
    "a heading that is not closed": f"<h1>{FERRY_HEAD}<div>{told(FERRY)}{told(FERRY[::-1])}</div>",
    "comments": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><p>By Ann</p>{told(MINE)}</article>",
    "the same twice": f"<article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article><article><h1>{FERRY_HEAD}</h1>{told(FERRY)}</article>",
    "the posts of a live page": f"<h1>{FERRY_HEAD}</h1>{told(FERRY)}{POSTS}",
}


@pytest.mark.parametrize("kind", ONE)
def test_one_article_stays_one(kind: str) -> None:
    [article] = articles(ONE[kind])
    assert article.text.startswith(FERRY[0])
