"""The outlet, the byline, the day and the address that a page's own words tell."""

import pytest

from dateline.model import Article, Page
from dateline.pages import cut
from dateline.pages.days import url_day, written_days, yearless_day
from dateline.pages.outlet import is_media

FIRST = "The ferry company said on Monday that its boats would sail again in the spring, once the pier had been mended."
LAST = "The islanders have gone without a boat for five months, and the school has lost a third of its pupils."
HEAD = "Ferry to Brenn Will Sail Again in the Spring"


def article(*parts: str, url: str | None = None) -> Article:
    [made] = cut(Page(source="p.txt", content="\n\n".join(parts).encode(), url=url)).articles
    return made


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("A county official told Olden Al-Akhbar that the work had begun.", "Olden Al-Akhbar"),
        ("Two sources told the Olden Evening Post that the work had begun.", "Olden Evening Post"),
        ("Lindqvist told the Olden Morning Herald that the work had begun.", None),
        (
            "Lindqvist told the Olden Morning Herald so. Berg told the Olden Morning Herald more.",
            "Olden Morning Herald",
        ),
        ("A county official told BBC Radio that the work had begun.", None),
        ("A county official told Jonas Berg of WXYZ that the work had begun.", None),
        ("A county official told Reuters that the work had begun.", None),
        ("A county official told Fox News that the work had begun.", None),
        ("A county official told parliament that the work had begun.", None),
        ("A county official told the Olden County Council that the work had begun.", None),
        ("A county official told Mara Lindqvist to wait. Lindqvist waited.", None),
        ("Jonas Berg told Mara Holm that the work had begun.", None),
        ("A county official told Varden that the work had begun.", None),
        ("A county official told the Norwegian daily Dagen that the work had begun.", None),
        ("Nobody was told anything.", None),
    ],
)
def test_the_outlet_that_sources_told(said: str, outlet: str | None) -> None:
    assert article(HEAD, FIRST, said, LAST).outlet == outlet


def test_two_outlets_that_were_told_alike_are_none() -> None:
    said = "A source told Olden Evening Post so. A source told Brenn Morning Herald otherwise."
    assert article(HEAD, FIRST, said, LAST).outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2021 Olden Post", "Olden Post"),
        ("Copyright © 2019-2021 The Olden Post. All rights reserved.", "Olden Post"),
        ("© Olden Post Media Group", "Olden Post"),
        ("© 2021. All rights reserved.", None),
        ("More from The Olden Post", "Olden Post"),
        ("More from the islands", None),
        ("© KNA Photo/Jonas Rahm", None),
        ("© Olden Images", None),
        ("© Jonas Rahm via Olden Post", None),
        ("© Reuters", None),
        ("© 2021 Reuters", "Reuters"),
    ],
)
def test_the_copyright_line_names_the_outlet(line: str, outlet: str | None) -> None:
    assert article(HEAD, FIRST, LAST, line).outlet == outlet


def test_a_byline_names_the_outlet_and_a_dateline_the_agency() -> None:
    assert article(HEAD, "By Jane Roe, Olden Post", FIRST, LAST).outlet == "Olden Post"
    assert article(HEAD, "OLDEN, March 3 (Reuters) - " + FIRST, LAST).outlet == "Reuters"
    assert article(HEAD, "OLDEN, March 3 (Brenn Wire) - " + FIRST, LAST).outlet == "Brenn Wire"
    assert article(HEAD, "OLDEN, March 3 (Xyz) - " + FIRST, LAST).outlet is None


def test_the_articles_of_a_page_share_their_outlet() -> None:
    page = f"{HEAD}\n\n{HEAD}\n\n{FIRST}\n\nA source told Olden Evening Post so.\n\n{LAST}\n\n\n\n"
    other = "Karsk Miners Will Vote on an Offer"
    page += f"{other}\n\n{other}\n\nMiners at Karsk will vote on the owners' offer next week, their union said on Thursday.\n\n{LAST}"
    made = cut(Page(source="p", content=page.encode())).articles
    assert [a.outlet for a in made] == ["Olden Evening Post"] * 2


@pytest.mark.parametrize(
    ("masthead", "said", "outlet"),
    [
        ("OLDEN GAZETTE", LAST, "Olden Gazette"),
        ("THE OLDEN GAZETTE", LAST, "Olden Gazette"),
        ("VOICE OF OLDEN RADIO", LAST, "Voice of Olden Radio"),
        ("OLDEN MCBRENN NEWS", "She told Olden McBrenn News so. " + LAST, "Olden McBrenn News"),
        ("LATEST NEWS", LAST, None),
        ("WORLD PRESS REVIEW", LAST, None),
        ("FERRY", LAST, None),
        ("Olden Gazette", LAST, None),
    ],
)
def test_a_masthead_in_capitals(masthead: str, said: str, outlet: str | None) -> None:
    made = article(masthead, HEAD + "\nBy Jane Roe\nMarch 3, 2021", FIRST, said, LAST)
    assert (made.headline, made.outlet) == (HEAD, outlet)


@pytest.mark.parametrize(
    ("credit", "sign", "outlet"),
    [
        ("Olden Post", "OP", "Olden Post"),
        ("The Olden Post/Jonas Rahm", "OP", "Olden Post"),
        ("Olden Post", "XY", None),
        ("Associated Press", "AP", None),
    ],
)
def test_a_papers_own_picture_and_its_initials(credit: str, sign: str, outlet: str | None) -> None:
    caption = f"The pier at Olden after the storm. ({credit})"
    assert article(HEAD, f"{caption}\n{caption}\n{sign}", HEAD, caption, FIRST, LAST).outlet == outlet


def test_names_of_the_press() -> None:
    assert is_media("Olden Post")
    assert not is_media("Post")
    assert not is_media("Jane Roe")


@pytest.mark.parametrize(
    ("parts", "day", "where"),
    [
        ((HEAD, "March 3, 2021", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "By Jane Roe | 3 March 2021", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "Updated: March 5, 2021", "Published: March 3, 2021", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "Updated: March 5, 2021", FIRST, LAST), "2021-03-05", "page"),
        ((HEAD, "OLDEN, 3 March 2021 (KNA) - " + FIRST, LAST), "2021-03-03", "text"),
        (("https://olden.example/2021/03/03/ferry", HEAD, FIRST, LAST), "2021-03-03", "url"),
        ((HEAD, FIRST, LAST, "Published on March 3, 2021"), "2021-03-03", "page"),
        (("date 2021-03-03 Home Islands Weather", HEAD, FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "Posted on 3 March 2021 by Jane Roe in Islands", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "Jane Roe | Olden Post | March 3, 2021", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "March 3, 10:15 UTC+3 OLDEN", "Updated: March 4, 2021", FIRST, LAST), "2021-03-03", "page"),
        ((HEAD, "December 30, 10:15", "Updated: January 2, 2022", FIRST, LAST), "2021-12-30", "page"),
        ((HEAD, "Wednesday, 3 March", FIRST, LAST, "© 2021 Olden Post"), "2021-03-03", "page"),
        ((HEAD, "OLDEN, March 3, 2021. /KNA/. " + FIRST, LAST), "2021-03-03", "text"),
        (("https://olden.example/2021/ferry", HEAD, "OLDEN, March 3. /KNA/. " + FIRST, LAST), "2021-03-03", "text"),
    ],
)
def test_the_day_that_is_stated(parts: tuple[str, ...], day: str, where: str) -> None:
    published = article(*parts).published
    assert (str(published.start), str(published.end)) == (day, day)
    assert published.evidence[0].where == where
    assert published.basis == ("metadata" if where == "url" else "stated")


@pytest.mark.parametrize(
    "parts",
    [
        (HEAD, FIRST, LAST),
        (HEAD, "OLDEN, March 3 (KNA) - " + FIRST, LAST),
        (HEAD, FIRST, "The pier burned on March 3, 2021, and was mended since.", LAST),
        (HEAD, "The pier on March 3, 2021 (KNA)", FIRST, LAST),
        (HEAD, "3 hours ago", FIRST, LAST),
        (HEAD, "Published: 2 days ago", FIRST, LAST),
        (HEAD, "March 3, 10:15", FIRST, LAST),
        (HEAD, "March 3, 10:15", FIRST, LAST, "© 2021 Olden Post"),
        (HEAD, "Thursday, 3 March", FIRST, LAST, "© 2021 Olden Post"),
        (HEAD, "29 February, 10:15", FIRST, LAST, "https://olden.example/2021/ferry"),
    ],
)
def test_no_day_is_made_up(parts: tuple[str, ...]) -> None:
    assert article(*parts).published.basis == "unknown"


def test_the_address_of_a_page_is_kept_and_dates_it() -> None:
    made = article(HEAD, FIRST, LAST, url="https://olden.example/20210303/ferry")
    assert made.url == "https://olden.example/20210303/ferry"
    assert str(made.published.start) == "2021-03-03"
    assert article("https://olden.example/ferry", HEAD, FIRST, LAST).url == "https://olden.example/ferry"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 March 2021", ["2021-03-03"]), ("3rd of March 2021", ["2021-03-03"]), ("March 3, 2021", ["2021-03-03"]), ("Mar. 3rd 2021", ["2021-03-03"]),
        ("2021-03-03", ["2021-03-03"]), ("2021/3/3", ["2021-03-03"]), ("20210303", ["2021-03-03"]), ("23/03/2021", ["2021-03-23"]),
        ("03/23/2021", ["2021-03-23"]), ("3.4.2021", ["2021-04-03"]), ("03/04/2021", []), ("04/04/2021", ["2021-04-04"]), ("31 February 2021", []),
        ("2021-02-31", []), ("March 2021", []), ("3 March", []), ("from 1 May 2020 to June 2, 2021", ["2020-05-01", "2021-06-02"]),
        ("$3 march 2021", []), ("12 Sept 2021", ["2021-09-12"]), ("31/31/2021", []),
    ],
)  # fmt: skip
def test_written_days(text: str, days: list[str]) -> None:
    found = written_days(text)
    assert [str(d.day) for d in found] == days
    assert all(text[d.start : d.end].strip() == text[d.start : d.end] for d in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 3, 10:15", (3, 3)), ("on 3 March at noon", (3, 3)), ("29 Feb", (2, 29)), ("March 3, 2021", None), ("3 March 2021", None),
        ("March 33", None), ("31 June, then 1 July", (7, 1)), ("$3 march", None), ("no day", None),
    ],
)  # fmt: skip
def test_days_without_a_year(text: str, day: tuple[int, int] | None) -> None:
    found = yearless_day(text)
    assert (found and (found.month, found.day)) == day
    if found:
        assert text[found.start : found.end].strip(".")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://olden.example/2021/03/03/ferry", "2021-03-03"), ("https://olden.example/2021/mar/03/ferry", "2021-03-03"),
        ("https://olden.example/ferry-2021-03-03.html", "2021-03-03"), ("https://olden.example/news_20210303_ferry", "2021-03-03"),
        ("https://olden.example/ferry-20213399", None), ("https://olden.example/2021/ferry", None), ("https://olden.example/2021133/x", None),
    ],
)  # fmt: skip
def test_days_in_addresses(url: str, day: str | None) -> None:
    found = url_day(url)
    assert (str(found.day) if found else None) == day
