"""What stands around an article on raw pages: outlets as headlines, points, topics, notices of embedded posts, repeated text, other days."""

import pytest

from dateline.model import Article, Page
from dateline.pages import cut

HEAD = "Ferry to Olden Stays in Port over Pay"
TEXT = (
    "The ferry to Olden stayed in port on Tuesday because its crew wants better pay, the company said.",
    "The crew has asked the Harbour Board for a tenth more in each of the next two years, a spokesman said.",
    "The company said that it would put a new offer on the table by the end of the week, and went no further.",
)


def article(*lines: str) -> Article:
    [found] = cut(Page(source="page.txt", content="\n\n".join(lines).encode())).articles
    return found


def test_an_outlet_above_the_headline_is_not_the_headline() -> None:
    found = article("Olden Evening News", "Olden Evening News", "Harbour", HEAD, *TEXT)
    assert (found.headline, found.text) == (HEAD, "\n\n".join(TEXT))
    assert article("Olden Network", *TEXT).headline is None


def test_a_headline_that_is_said_twice_may_end_in_a_full_stop() -> None:
    head = "Ferry to Olden Stays in Port, Says Harbour Min."
    assert article(head, "Story Code : 4471", head, *TEXT).headline == head


def test_the_headline_is_the_line_that_the_whole_text_takes_up() -> None:
    head = "Olden ferry crew and company LIVE: harbour board and spokesman on the offer"
    assert article(head, "The crew of two boats also quit", "Spare us.", *TEXT).headline == head


def test_a_path_and_a_list_of_icons_above_the_headline_are_no_headline() -> None:
    icons = "Clock An icon of a clock. Tick An icon of a tick. Tag An icon of a tag. Home An icon of a house. Play An icon of a play button."
    found = article(icons, f"Home » Harbour » {HEAD}", HEAD, *TEXT)
    assert (found.headline, found.text) == (HEAD, "\n\n".join(TEXT))


def test_points_above_the_text_are_text() -> None:
    points = ("• The ferry to Olden stays in port until Friday", "• The crew wants a tenth more in each year")
    assert article(HEAD, *points, *TEXT).text == "\n\n".join((*points, *TEXT))
    assert article(HEAD, "• Harbour", "• Weather", *TEXT).text == "\n\n".join(TEXT)


def test_headlines_below_the_text_are_of_other_articles_where_their_names_are_new() -> None:
    rows = (
        "Go to video",
        "School at Brenn to get a new roof before the winter",
        "01:30",
        "Miners at Karsk vote on the offer of the Drozd company",
        "Go to video",
        "Bishop of Lund to leave at the end of the year",
    )
    assert article(HEAD, *TEXT, *rows).text == "\n\n".join(TEXT)
    points = ("a tenth more in each year for the crew", "a new pier at the harbour before the winter", "two boats more")
    assert article(HEAD, *TEXT, *points).text.endswith("two boats more")


def test_other_outlets_below_the_text_are_no_text_and_a_paragraph_that_breaks_off_is() -> None:
    cut_off = "The crew has not met the company since May and both sides say that they are eager to talk about the"
    rows = ("Reuters Business", "Karsk Daily News", "Click2Lund", "ABC 7 Olden")
    assert article(HEAD, *TEXT, cut_off, *rows).text == "\n\n".join((*TEXT, cut_off))


def test_the_name_of_a_place_alone_is_no_headline() -> None:
    assert article("South Olden", *TEXT).headline is None
    assert article("Ferry stays", *TEXT).headline == "Ferry stays"


def test_topics_below_the_text_are_none_and_names_are() -> None:
    topics = ("Olden", "Ferry", "Harbour Board", "Company", "Weather News")
    assert article(HEAD, *TEXT, *topics).text == "\n\n".join(TEXT)
    names = ("Mara Lindqvist", "Pavel Drozd", "Jonas Berg", "Ada Moen")
    assert article(HEAD, *TEXT, *names).text.endswith("Ada Moen")


@pytest.mark.parametrize(
    "notice",
    [
        "Skip Twitter post",
        "End of Twitter post",
        "Allow Chirper content?",
        "This article contains content provided by Chirper. We ask for your permission before anything is loaded.",
        "This Chirper post cannot be displayed in your browser. Please enable scripts.",
        "The Olden Post is not responsible for the content of external sites.",
        "Image source, KNA",
        "READ MORE LIVE: Harbour latest",
        "To read the full story",
        "Are you already a subscriber?",
        "Like Harbour News on Facebook, follow @harbour on Twitter to join in.",
        "(This story has not been edited by Harbour staff and comes from a feed.)",
        "All quotes delayed a minimum of 15 minutes.",
        "News Source: www.olden.example",
        "(You can now subscribe to our Olden Times channel)",
        "(Catch all the Business News and Breaking News on The Olden Times.)",
        "Similar Articles: ferry crew harbour",
        "By Jane Roe",
    ],
)
def test_a_notice_between_paragraphs_is_no_text(notice: str) -> None:
    assert article(HEAD, TEXT[0], TEXT[1], "So it was said.", notice, TEXT[2]).text == "\n\n".join(
        (*TEXT[:2], "So it was said.", TEXT[2])
    )


def test_what_follows_the_reporters_names_is_no_text() -> None:
    tail = ("Reporting by Jane Roe; Editing by A. Rahm", "0 : 0", "• narrow-window-and-more", "• wide-window")
    assert article(HEAD, *TEXT, *tail).text == "\n\n".join(TEXT)


def test_a_text_that_is_shown_twice_is_kept_once() -> None:
    assert article(HEAD, *TEXT, *TEXT[:2]).text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published in The Olden Post, March 3rd, 2031.", "2031-03-03"),
        ("KNA | Olden | Updated: 03-03-2031 02:12 GMT | Created: 03-03-2031", "2031-03-03"),
        ("3 March 2031", "2031-03-03"),
        ("Ad: Ad created on March 3, 2031 1:04 am (51053)", None),
    ],
)
def test_a_day_below_the_text_counts_where_it_is_that_of_publication(line: str, day: str | None) -> None:
    found = article(HEAD, *TEXT, line).published
    assert (str(found.start) if found.start else None) == day


def test_a_day_among_the_words_of_a_menu_counts_where_it_says_published() -> None:
    found = article("Category: World Published on Thursday, 3 April 2031 12:23 Hits: 2", HEAD, *TEXT).published
    assert str(found.start) == "2031-04-03"


def test_an_agency_and_its_photographer_are_a_credit() -> None:
    said = "The ferry lies at the quay in Olden, March 3, 2031."
    [caption] = article(HEAD, f"{said} REUTERS/Jane Roe", *TEXT).captions
    assert (caption.text, caption.credit, str(caption.taken)) == (said, "REUTERS/Jane Roe", "2031-03-03")


def test_a_summary_that_repeats_the_first_paragraph_does_not_make_a_caption_of_it() -> None:
    found = article(HEAD, TEXT[0].removesuffix("."), *TEXT)
    assert (found.text, found.captions) == ("\n\n".join(TEXT), ())


def test_the_day_under_the_headline_comes_before_the_one_on_which_the_page_was_shown() -> None:
    assert str(article("• Sun. May 4th, 2031", HEAD, "March 3, 2031", *TEXT).published.start) == "2031-03-03"
    assert str(article("May 4, 2031", HEAD, *TEXT).published.start) == "2031-05-04"
    assert str(article("Published: May 4, 2031", HEAD, "March 3, 2031", *TEXT).published.start) == "2031-05-04"


def test_an_agency_may_give_the_day_in_brackets_below_the_text() -> None:
    found = article(*TEXT, "(Harbour News Agency March 3, 2031)")
    assert (str(found.published.start), found.text) == ("2031-03-03", "\n\n".join(TEXT))
    assert article(*TEXT, "(The crew had asked for it on March 3, 2031)").published.basis == "unknown"


def test_a_headline_that_runs_into_the_text_is_taken_off_it() -> None:
    found = article(HEAD, f"{HEAD}{TEXT[0]}", *TEXT[1:])
    assert (found.headline, found.text) == (HEAD, "\n\n".join(TEXT))


def test_a_headline_may_stand_behind_its_rubric_first() -> None:
    assert article(f"Home WORLD {HEAD}", HEAD, *TEXT).headline == HEAD


def test_a_day_beside_a_section_or_a_source() -> None:
    for line in ("General News of Sunday, 4 May 2031", "Sun, 4 May 2031 Source: Olden Daily Post"):
        found = article(HEAD, line, "Source: Olden Daily Post", *TEXT)
        assert (found.headline, str(found.published.start)) == (HEAD, "2031-05-04")
        assert found.text == "\n\n".join(TEXT)
    assert article("General News of Sunday, 4 May 2031", "Source: Ida Lund", *TEXT).headline is None
    assert article(HEAD, *TEXT, "The Battle of Olden, 4 May 2031 and After").published.basis == "unknown"


def test_headlines_behind_their_days_are_of_other_articles() -> None:
    rows = tuple(f"May {k}, 2031 - Mayor of Brenn asks for a new roof on the old school" for k in (4, 3, 2))
    found = article("Breaking News", *rows, HEAD, HEAD, *TEXT)
    assert (found.headline, found.text) == (HEAD, "\n\n".join(TEXT))
    assert found.published.basis == "unknown"
    told = tuple(f"May {k}, 2031 - The mayor of Brenn asks for a new roof." for k in (2, 3, 4))
    assert told[0] in article(HEAD, *TEXT, *told).text


def test_an_article_that_shows_a_post_is_not_older_than_the_post() -> None:
    post = ("Olden ferry crew: we stay in port", "— Olden Ferries (@oldenferries) March 3, 2031")
    found = article(HEAD, TEXT[0], *post, *TEXT[1:])
    assert (str(found.published.start), found.published.end, found.published.basis) == ("2031-03-03", None, "inferred")
    assert found.published.evidence[0].quote == post[1]
    assert str(article(HEAD, "March 5, 2031", TEXT[0], *post, *TEXT[1:]).published.start) == "2031-03-05"


def test_a_picture_that_is_labelled_with_the_headline_begins_no_article() -> None:
    byline = ("By Ida Lund", "Published 4 May 2031", "Last updated")
    picture = ("Supporting image for story: " + HEAD, "Crews wait at the pier in Olden (Ida Lund/Harbour Pictures)")
    page = Page(source="page.txt", content="\n\n".join((HEAD, TEXT[1], *byline, *picture, *TEXT, TEXT[0])).encode())
    [found] = cut(page).articles
    assert (found.headline, str(found.published.start)) == (HEAD, "2031-05-04")


def test_a_heading_over_points_is_no_headline() -> None:
    assert article("What we’re covering", "Key points", *TEXT).headline is None
