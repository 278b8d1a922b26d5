"""What a line of a page is taken for."""

import pytest

from dateline.pages.captions import caption_of, credit_of, is_credit, looks_pictured
from dateline.pages.lines import Line, dateline_of, lines_of


def line(text: str) -> Line:
    return Line(0, len(text), text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Related", "Related Articles:", "Recommended for you", "More from Olden Post", "Most read", "Most Popular Stories", "Trending",
        "You may also like", "Editor's Picks", "Leave a comment", "12 Comments", "Comments (4)", "Join the conversation", "Sign up for our newsletter",
        "Newsletter", "Sponsored content", "Up next", "Read next", "View all", "External links", "Topics", "In other media",
    ],
)  # fmt: skip
def test_lines_that_begin_a_list_or_a_form(text: str) -> None:
    assert line(text).section
    assert not line(text).prose


@pytest.mark.parametrize(
    "text",
    [
        "Share this article", "Facebook", "Facebook Twitter WhatsApp", "Follow us on Telegram", "Advertisement", "Read more: Ferry sails again",
        "READ ALSO: Ferry sails again", "We use cookies to make this site better for you.", "Accept all cookies", "Privacy Policy",
        "© 2021 Olden Post", "Copyright 2021 Olden Post. All rights reserved.", "All rights reserved", "Skip to content", "Tags: ferry, pier",
        "5 min read", "Image", "https://olden.example/2021/03/03/ferry", "-----", "* * *", "Click here to subscribe", "Log in to comment",
        "(Reporting by Jane Roe; Editing by Tom Lee)", "Your email address will not be published.", "Article continues below",
        "For the latest news from the islands, sign up for our newsletter.", "Our website is the place for all the islands' news.", "• Email: jane@post.example",
        "Were you there? Get in touch with our news team.", "If you buy a boat here, we may earn a small commission.", "Ferry Sails Again Back to video",
        "Get daily island news", "Join the island conversation", "This is a breaking news story", "More to follow.", "Did you like this article? Tell us.",
        "Olden Post writer Tom Lee in Brenn contributed to this report.", "Jane Roe reported from Olden and Tom Lee from Brenn.", "Additional reporting from KNA",
        "Sign up for the Olden Post newsletter to hear more.", "We want to hear from you: do you sail?", "Support us with a gift today",
        "- Advertisement -", "{{item.title}}", "{% if more %}", "Olden BrennTOPIC: Ferries", "Show more", "3 hours ago", "Updated 5 min ago", "olden-post.example.com",
        "The ferry sails! https://t.co/AbCd123456 pic.twitter.com/XyZ987", "The ferry sails https://t.co/AbCd123456", "2 pages in this article",
    ],
)  # fmt: skip
def test_lines_that_stand_around_articles(text: str) -> None:
    assert line(text).around
    assert not line(text).title


@pytest.mark.parametrize(
    "text",
    [
        "Share prices in Karsk rose on Monday after the owners made their offer, the exchange said.",
        "More than forty people came to the pier.",
        "Related parties must be told of the sale, the court ruled on Friday in a long-awaited judgment.",
        "Latest talks on the pier end without result",
        "Comments by the mayor were met with silence in the council on Tuesday.",
        "Follow the money, the auditor told the council.",
        "Home prices fall",
        "Topics of the talks were the pier and the boats",
        "The pier was mended 3 years ago, the council said.",
        "Tags on the boats were red.",
        "Support US rules on ferries, islanders urge",
        "The crew could not get in touch with the harbour at Olden for two days.",
        "Agents may earn a commission of five per cent on each ticket that they sell.",
        "For the latest talks the ministers will visit Olden, the council said.",
        "Casualties were reported from the harbour after the storm.",
        "Both storms contributed to the loss of the pier, the report said.",
        "Watch out for ice, sailors told",
    ],
)
def test_lines_of_articles_that_begin_alike(text: str) -> None:
    assert not line(text).section
    assert not line(text).around


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("By Jane Roe", "Jane Roe"), ("By JANE ROE", "JANE ROE"), ("by Jane Roe and Tom Lee", "Jane Roe and Tom Lee"),
        ("By Jane Roe, Olden Post", "Jane Roe, Olden Post"), ("By Jane Roe | March 3, 2021", "Jane Roe"), ("Written by Jane Roe", "Jane Roe"),
        ("By Jane Roe Published 3 March 2021", "Jane Roe"), ("By the time the boat came it was dark", None), ("By Monday it was over.", None),
        ("Jane Roe", None), ("From Olden to Brenn by Sea in Winter Storms Again Now", None), ("by and by", None),
    ],
)  # fmt: skip
def test_bylines(text: str, who: str | None) -> None:
    assert line(text).byline == who


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("March 3, 2021", True), ("Published: 3 March 2021 10:15 GMT", True), ("Wednesday, March 3, 2021", True), ("2021-03-03", True),
        ("Updated Mar. 3, 2021 at 5:10 p.m.", True), ("03/03/2021 | 10:15", True), ("March 3", False), ("The pier burned on March 3, 2021", False),
        ("Olden, Norway, 3 March 2021", True), ("no digits", False), ("12 boats", False),
        ("20:15, 3 March 2021", True), ("Mar 3 2021 | 10:15 AM", True), ("03.03.2021 10:15", True), ("Last updated on March 3, 2021", True),
        ("Posted on March 3, 2021 by Jane Roe", True), ("date 2021-03-03 Home Islands Weather", True), ("Islands | 3 March 2021 | Jane Roe", True),
        ("Published on 3 March 2021, the report blames the company for the fire.", False),
    ],
)  # fmt: skip
def test_days(text: str, dated: bool) -> None:
    assert line(text).dated is dated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 3, 10:15 UTC+3 OLDEN", (3, 3)), ("Wednesday, 3 March", (3, 3)), ("Published: March 3", (3, 3)), ("March 3", (3, 3)),
        ("Ferries on March 3 Call at Brenn", None), ("Votes of 3 March", None), ("March 3, 2021", None), ("no digits", None),
    ],
)  # fmt: skip
def test_days_without_a_year_on_lines_of_their_own(text: str, day: tuple[int, int] | None) -> None:
    assert line(text).day_alone == day


@pytest.mark.parametrize(
    ("text", "tweeted"),
    [
        ("— Olden Post (@oldenpost) March 3, 2021", True),
        ("— Jane Roe (@jane_roe)", True),
        ("— Jane Roe (at the pier) said so.", False),
        ("Jane Roe (@jane_roe) said on Monday that the ferry would sail.", False),
    ],
)
def test_who_wrote_an_embedded_post(text: str, tweeted: bool) -> None:
    assert line(text).tweeted is tweeted


def test_lines_in_another_script() -> None:
    assert line("Реклама").foreign
    assert not line("Brücke: café — 12").foreign
    assert not line("123 — ").foreign


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("OLDEN, March 3 (KNA) - The ferry", "(KNA)"), ("OLDEN (KNA) — The ferry", "(KNA)"), ("NEW OLDEN, Norway, 3 March 2021 (KNA) -- The ferry", "(KNA)"),
        ("OLDEN – The ferry", None), ("Olden (KNA) - The ferry", "KNA"), ("OLDEN, March 3 - The ferry", None),
        ("OLDEN, March 3. /KNA/. The ferry", "/KNA/"), ("OLDEN, 3 March 2021 /KNA/ - The ferry", "/KNA/"),
    ],
)  # fmt: skip
def test_datelines(text: str, agency: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert found["agency"] == agency


@pytest.mark.parametrize(
    "text",
    [
        "OSNC - the company that runs the boats - is old.",
        "The ferry - and the pier",
        "UN: a look back",
        "Olden - The ferry",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


@pytest.mark.parametrize(
    ("text", "said", "credit"),
    [
        ("Boats at the quay (KNA)", "Boats at the quay", "KNA"),
        ("Boats at the quay (Photo by A. Rahm / KNA)", "Boats at the quay", "A. Rahm / KNA"),
        ("Boats at the quay. (KNA file)", "Boats at the quay.", "KNA"),
        ("Boats at the quay. (File photo: KNA)", "Boats at the quay.", "KNA"),
        ("Boats at the quay [KNA/A. Rahm]", "Boats at the quay", "KNA/A. Rahm"),
        ("Boats at the quay. Photo: A. Rahm", "Boats at the quay", "A. Rahm"),
        ("Boats at the quay. Image: A. Rahm.", "Boats at the quay", "A. Rahm"),
        ("Boats at the quay. Credit: KNA", "Boats at the quay", "KNA"),
        ("Boats at the quay. Reuters", "Boats at the quay.", "Reuters"),
        ("Boats at the quay. /AFP", "Boats at the quay.", "AFP"),
        (
            "Boats at the quay (County Press Office/Handout via KNA)",
            "Boats at the quay",
            "County Press Office/Handout via KNA",
        ),
    ],
)
def test_credits(text: str, said: str, credit: str) -> None:
    assert credit_of(text) == (said, credit)
    made = caption_of(text)
    assert (made.text, made.credit) == (said, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Boats at the quay",
        "The boats sailed (at last)",
        "They met in the spring (2021)",
        "The Olden Boat Club (OBC)",
        "He left (for good, he said).",
        "The mayor in a photo from the archive of the school",
        "The mayor came. The Boats",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credit_of(text) is None
    assert caption_of(text).credit is None


def test_the_day_of_a_picture_is_the_last_that_is_told() -> None:
    made = caption_of("A march for those lost on May 1, 2019, in Olden, March 3, 2021. (KNA)")
    assert str(made.taken) == "2021-03-03"


def test_a_credit_alone() -> None:
    assert is_credit("(KNA)")
    assert is_credit("Photo: A. Rahm / KNA")
    assert not is_credit("Boats at the quay (KNA)")
    assert line("(KNA)").credit


@pytest.mark.parametrize(
    ("text", "pictured"),
    [
        ("The mayor speaks at the opening of the new pier. (KNA)", True),
        ("The mayor is seen at the pier in this undated picture. (KNA)", True),
        ("Boats at the quay of Olden (Photo by A. Rahm / KNA)", True),
        ("The mayor said that she had spoken at the pier on Monday. (KNA)", False),
        ("The pier was mended in the spring of last year. (KNA)", False),
        ("It rained. The mayor speaks at the pier. Then it rained again all day. (KNA)", False),
        ("No credit here at all", False),
    ],
)
def test_captions_inside_the_text(text: str, pictured: bool) -> None:
    assert looks_pictured(text) is pictured


def test_lines_know_where_they_stand() -> None:
    text = "\n one \n\n\ntwo"
    assert [(text[x.start : x.end], x.gap) for x in lines_of(text)] == [("one", 1), ("two", 2)]
