"""Feeds that were saved as files: each item is a page that is cut as any other."""

from pathlib import Path

import pytest

from dateline.model import Article, Page, Problem
from dateline.pages import cut
from dateline.sources import Found, open_pages

BODY = (
    "The ferry company said on Monday that its boats would sail again in the spring, once the pier at Olden had been mended.",
    "The islanders have gone without a boat for five months, and the school at Brenn has lost a third of its pupils.",
)
HTML = "".join(f"<p>{p}</p>" for p in BODY)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Olden Post</title>
<item><title>Ferry &amp; pier &lt;b&gt;again&lt;/b&gt;</title><link>https://olden.example/ferry</link><pubDate>Wed, 03 Mar 2021 23:30:00 -0500</pubDate>
<dc:creator>Jane Roe</dc:creator><description>Short.</description><content:encoded><![CDATA[{HTML}]]></content:encoded></item>
<item><title>No content</title><link>https://olden.example/none</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Olden Post</title><entry><title>Ferry</title>
<link rel="self" href="https://olden.example/self"/><link href="https://olden.example/ferry"/><published>2021-03-03T10:00:00Z</published>
<author><name>Jane Roe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content></entry></feed>"""


def read(path: Path, content: str) -> list[Found]:
    path.write_bytes(content.encode())
    return list(open_pages([str(path)]))


def article(found: Found) -> Article:
    assert isinstance(found.what, Page)
    [made] = cut(found.what).articles
    return made


def test_an_rss_item_with_its_content_is_an_article(tmp_path: Path) -> None:
    first, second = read(tmp_path / "feed.xml", RSS)
    made = article(first)
    assert made.text == "\n\n".join(BODY)
    assert (made.headline, made.byline, made.outlet, made.url) == (
        "Ferry & pier again",
        "Jane Roe",
        "Olden Post",
        "https://olden.example/ferry",
    )
    assert (str(made.published.start), made.published.basis) == ("2021-03-03", "metadata")
    assert first.source.endswith("feed.xml#https://olden.example/ferry")
    assert isinstance(second.what, Problem)
    assert second.what.code == "no_text"


def test_an_atom_entry_is_an_article(tmp_path: Path) -> None:
    [found] = read(tmp_path / "feed.atom", ATOM)
    made = article(found)
    assert made.text == "\n\n".join(BODY)
    assert (made.headline, made.byline, made.url, str(made.published.start)) == (
        "Ferry",
        "Jane Roe",
        "https://olden.example/ferry",
        "2021-03-03",
    )


def test_a_short_item_gives_its_description(tmp_path: Path) -> None:
    feed = f"<rss><channel><item><description>{BODY[0]}</description><pubDate>some day</pubDate></item></channel></rss>"
    [found] = read(tmp_path / "feed.rss", feed)
    assert article(found).text == BODY[0]
    assert found.source.endswith("#1")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<rss><channel></channel></rss>", "empty"),
        ("<rss><channel><item><title>x</title>", "damaged"),
        ("<rss >\x01", "damaged"),
        ("<feed \x00", "damaged"),
    ],
)
def test_a_bad_feed_is_a_problem(tmp_path: Path, content: str, code: str) -> None:
    things = read(tmp_path / "feed.xml", content)
    assert code in [t.what.code for t in things if isinstance(t.what, Problem)]


def test_a_damaged_feed_gives_what_can_be_saved(tmp_path: Path) -> None:
    things = read(tmp_path / "feed.xml", RSS.replace("</channel>", "<broken &nope;"))
    assert [t.what.code for t in things if isinstance(t.what, Problem)] == ["damaged", "no_text"]
    assert sum(isinstance(t.what, Page) for t in things) == 1


def test_no_entity_is_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sesame")
    feed = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><rss><channel><item><description>&x; {BODY[0]}</description></item></channel></rss>'
    for found in read(tmp_path / "feed.rss", feed):
        assert "sesame" not in str(getattr(found.what, "content", ""))


def test_other_xml_is_a_page(tmp_path: Path) -> None:
    [found] = read(tmp_path / "page.xml", "<?xml version='1.0'?><html><body><p>x</p></body></html>")
    assert isinstance(found.what, Page)
