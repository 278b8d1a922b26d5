"""Pages of text and the articles that are in them."""

import pytest

from dateline.model import Article, Page
from dateline.pages import cut
from ferry_and_mine import FERRY, FERRY_HEAD, MINE, MINE_HEAD

PIER = "The pier at Olden after the storm (KNA)"
PIT = "Miners leave the pit after the early shift on March 3, 2021. (Photo by A. Rahm / KNA)"


def paragraphs(*parts: str) -> str:
    return "\n\n".join(parts)


def articles(text: str) -> tuple[Article, ...]:
    return cut(Page(source="p.txt", content=text.encode())).articles


def doubled(head: str, caption: str, body: tuple[str, ...]) -> str:
    captions = f"{caption}\n{caption}"
    return paragraphs(head, f"{captions}\nKK", head, captions, *body)


BUNDLES = {
    "headlines and captions said twice": (
        doubled(FERRY_HEAD, PIER, FERRY) + "\n\n\n\n" + doubled(MINE_HEAD, PIT, MINE),
        (1, 1),
    ),
    "headlines said twice": (paragraphs(FERRY_HEAD, FERRY_HEAD, *FERRY, MINE_HEAD, MINE_HEAD, *MINE), (0, 0)),
    "bylines and days": (
        paragraphs(FERRY_HEAD, "By Jane Roe\nMarch 3, 2021", *FERRY, MINE_HEAD, "By Tom Lee\n4 March 2021", *MINE),
        (0, 0),
    ),
    "datelines": (
        paragraphs(
            FERRY_HEAD,
            "OLDEN, March 3 (KNA) - " + FERRY[0],
            *FERRY[1:],
            MINE_HEAD,
            "KARSK, March 4 (KNA) - " + MINE[0],
            *MINE[1:],
        ),
        (0, 0),
    ),
    "white space": (paragraphs(FERRY_HEAD, *FERRY) + "\n\n\n\n\n" + paragraphs(MINE_HEAD, *MINE), (0, 0)),
    "a rule": (paragraphs(FERRY_HEAD, *FERRY, "----------", MINE_HEAD, *MINE), (0, 0)),
    "a list of other articles between": (
        paragraphs(FERRY_HEAD, "March 3, 2021", *FERRY, "Related")
        + "\nCounty Buys New Snow Plough\nSchool at Brenn Gets a Roof\n\n"
        + paragraphs(MINE_HEAD, "March 4, 2021", *MINE),
        (0, 0),
    ),
    "captions": (paragraphs(FERRY_HEAD, PIER, *FERRY) + "\n\n\n" + paragraphs(MINE_HEAD, PIT, *MINE), (1, 1)),
    "a menu before": (
        "Home\nWorld\nWeather\nSubscribe\n\n"
        + paragraphs(FERRY_HEAD, *FERRY)
        + "\n\n\n\n"
        + paragraphs(MINE_HEAD, *MINE),
        (0, 0),
    ),
}


@pytest.mark.parametrize("layout", BUNDLES)
def test_a_bundle_is_cut_into_its_articles(layout: str) -> None:
    text, captions = BUNDLES[layout]
    made = articles(text)
    assert [a.headline for a in made] == [FERRY_HEAD, MINE_HEAD]
    assert [len(a.captions) for a in made] == list(captions)
    for article, body in zip(made, (FERRY, MINE), strict=True):
        assert article.text.split("\n\n")[1:] == list(body[1:])
        assert article.text.split("\n\n")[0].endswith(body[0])


def test_captions_are_told_once_with_their_credit_and_day() -> None:
    ferry, mine = articles(BUNDLES["headlines and captions said twice"][0])
    assert [(c.text, c.credit, c.taken) for c in ferry.captions] == [("The pier at Olden after the storm", "KNA", None)]
    [pit] = mine.captions
    assert (pit.credit, str(pit.taken)) == ("A. Rahm / KNA", "2021-03-03")
    assert pit.text == "Miners leave the pit after the early shift on March 3, 2021."


SINGLE = {
    "bare paragraphs": paragraphs(*FERRY),
    "subheadings": paragraphs(
        FERRY_HEAD, *FERRY[:2], "What the Council Promised", FERRY[2], "A School in Trouble", FERRY[3]
    ),
    "subheadings after white space": paragraphs(FERRY_HEAD, *FERRY[:2])
    + "\n\n\n\n"
    + paragraphs("Lindqvist Hopes for Easter", FERRY[2], FERRY[3]),
    "bullets": paragraphs(FERRY_HEAD, *FERRY[:2])
    + "\n\n- two engines\n- a new pier\n- a crew of nine\n\n"
    + paragraphs(*FERRY[2:]),
    "questions and answers": paragraphs(
        FERRY_HEAD,
        "Q: When will the boats sail?",
        "A: " + FERRY[0],
        FERRY[1],
        "Q: And who pays?",
        "A: " + FERRY[2],
        FERRY[3],
    ),
    "times of posts": paragraphs(
        FERRY_HEAD, "10:15", FERRY[0], "11:40", FERRY[1], "12:05", FERRY[2], "14:30", FERRY[3]
    ),
    "one line breaks": FERRY_HEAD + "\n" + "\n".join(FERRY),
    "a picture inside": paragraphs(FERRY_HEAD, *FERRY[:2], PIT, *FERRY[2:]),
    "a share bar and a list at the end": paragraphs(FERRY_HEAD, *FERRY, "Share on Facebook", "Most read")
    + "\nCounty Buys New Snow Plough\nSchool at Brenn Gets a Roof\nKarsk Miners to Vote\n\n© 2021 Olden Post. All rights reserved.",
    "a pair inside": paragraphs(FERRY_HEAD, *FERRY[:2], "Read also\nCounty Buys New Snow Plough", *FERRY[2:]),
    "a pair before the last paragraph": paragraphs(
        FERRY_HEAD,
        *FERRY[:2],
        FERRY[2] + " The people of Brenn agreed.",
        "Read also\nCounty Buys New Snow Plough",
        FERRY[3],
    ),
    "template leftovers": paragraphs(
        FERRY_HEAD, *FERRY, "{{item.snow_plough}}", "Show more", "Topics\nFerries\nIn other media\nРеклама"
    ),
    "an advertisement": paragraphs(FERRY_HEAD, *FERRY[:2], "- Advertisement -", *FERRY[2:], "- Advertisement -"),
    "posts": paragraphs(
        FERRY_HEAD,
        *FERRY[:2],
        "A pity about the Snow Plough, though!",
        "— Olden Post (@oldenpost) March 3, 2021",
        *FERRY[2:],
        "Snow Plough for all: https://t.co/AbCd123456 pic.twitter.com/XyZ987",
        "— Jane Roe (@jane_roe) March 3, 2021",
    ),
    "who wrote it": paragraphs(FERRY_HEAD, *FERRY, "Ann Holm is a reporter for the Snow Plough and lives in Brenn."),
    "another script at the end": paragraphs(FERRY_HEAD, *FERRY, "Новости партнёров", "Реклама на сайте"),
    "a hint inside": paragraphs(FERRY_HEAD, *FERRY[:2], "Read more: County buys new snow plough", *FERRY[2:]),
}


@pytest.mark.parametrize("kind", SINGLE)
def test_one_article_stays_one_and_keeps_its_paragraphs(kind: str) -> None:
    [article] = articles(SINGLE[kind])
    for paragraph in FERRY:
        assert paragraph in article.text
    assert article.text.startswith(("Q: ", FERRY[0]) if "questions" in kind else (FERRY[0], "10:15"))
    assert article.text.endswith(FERRY[3])
    assert "Snow Plough" not in article.text
    assert PIT not in article.text
    assert article.headline == (None if kind == "bare paragraphs" else FERRY_HEAD)


def test_subheadings_and_bullets_are_kept() -> None:
    assert "What the Council Promised" in articles(SINGLE["subheadings"])[0].text
    assert "- a new pier" in articles(SINGLE["bullets"])[0].text


def test_the_posts_of_a_live_page_stay_together() -> None:
    posts = [
        ("Harbour at Olden closed as the storm draws near", "The harbour master said the harbour at Olden was closed."),
        ("Power lost in three villages of the north", "Power was lost in three villages, the county announced."),
        ("Trains to Karsk stopped until the morning", "Trains to Karsk were stopped, the railway said."),
        ("Mayor urges people to stay at home tonight", "The mayor urged people to stay at home, she said on radio."),
    ]
    filler = "The wind was expected to turn to the west before midnight and to drop in the early hours of the day."
    text = paragraphs(FERRY_HEAD, *FERRY) + "".join(
        "\n\n\n\n" + paragraphs(head, first + " " + filler, filler + " So it did.", filler + " Now it has.")
        for head, first in posts
    )
    assert len(articles(text)) == 1


def test_a_copyright_line_a_byline_and_a_day_are_not_text() -> None:
    [article] = articles(
        paragraphs(FERRY_HEAD, "By Jane Roe, Olden Post", "Published: 3 March 2021 10:15 GMT", *FERRY, "(KNA)")
    )
    assert article.text == paragraphs(*FERRY)
    assert article.byline == "Jane Roe, Olden Post"
    assert str(article.published.start) == str(article.published.end) == "2021-03-03"
    assert article.published.basis == "stated"
    assert article.published.evidence[0].where == "page"


def test_paragraphs_are_set_apart_in_one_way() -> None:
    assert articles("\n".join(FERRY))[0].text == articles("\r\n\r\n\r\n".join(FERRY))[0].text == paragraphs(*FERRY)
    assert articles("\n".join(FERRY))[0].id == articles("\n\n".join(FERRY))[0].id


def test_a_question_may_be_a_headline() -> None:
    [article] = articles(paragraphs("Will the Ferry Sail Again?", *FERRY))
    assert (article.headline, article.text) == ("Will the Ferry Sail Again?", paragraphs(*FERRY))


def test_an_acronym_that_is_explained_is_no_credit() -> None:
    first = "The ferries are run for the county by the Olden Steam Navigation Company (OSNC)."
    [article] = articles(paragraphs(first, *FERRY))
    assert article.text.startswith(first)
    assert article.captions == ()


def test_the_same_article_twice_is_one() -> None:
    page = doubled(FERRY_HEAD, PIER, FERRY)
    assert len(articles(page + "\n\n\n\n" + page)) == 1


@pytest.mark.parametrize("text", ["", " \n\t\n", "....\n\n----", "Menu\nShare\n© 2021"])
def test_a_page_without_an_article_says_so(text: str) -> None:
    made = cut(Page(source="empty.txt", content=text.encode()))
    assert made.articles == ()
    [problem] = made.problems
    assert (problem.stage, problem.code) == ("cut", "no_article")
    assert "empty.txt" in problem.message


def test_a_page_that_repeats_one_paragraph_is_still_an_article() -> None:
    [article] = articles(paragraphs(*[FERRY[0]] * 12))
    assert FERRY[0] in article.text


def test_a_list_of_headlines_at_the_end_is_no_text_and_a_list_of_names_is() -> None:
    heads = "County Buys New Snow Plough Today\nSchool at Brenn Gets New Roof\nKarsk Miners to Vote on Offer"
    assert articles(paragraphs(FERRY_HEAD, *FERRY) + "\n\n" + heads)[0].text == paragraphs(*FERRY)
    names = "Mara Lindqvist\nPavel Drozd\nJonas Berg"
    assert articles(paragraphs(FERRY_HEAD, *FERRY) + "\n\n" + names)[0].text.endswith("Jonas Berg")


def test_bits_before_the_first_headline_are_no_article_and_what_they_tell_is_kept() -> None:
    page = "Olden Weather: rain, four degrees\nThe tide is high.\n\n" + BUNDLES["headlines said twice"][0]
    made = articles(page)
    assert [a.headline for a in made] == [FERRY_HEAD, MINE_HEAD]
    assert made[0].text == paragraphs(*FERRY)


def test_a_list_inside_an_article_ends_where_its_paragraphs_go_on() -> None:
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY[:2], "Related", "School at Brenn Gets New Roof", *FERRY[2:]))
    assert article.text == paragraphs(*FERRY)


def test_a_list_of_teasers_does_not_go_on_as_text() -> None:
    teasers = (
        "School at Brenn gets a new roof",
        "A roof of slate was put on the school at Brenn.",
        "Snow plough sold",
        "It was old.",
    )
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY, "Read also", *teasers))
    assert article.text == paragraphs(*FERRY)
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY, "Read also", *teasers[:2]))
    assert article.text == paragraphs(*FERRY)
    [article] = articles(
        paragraphs(FERRY_HEAD, *FERRY, "Read also", "Snow plough sold in Karsk", "It was old, said Drozd.")
    )
    assert article.text == paragraphs(*FERRY)


def test_headlines_in_capitals_between_paragraphs_are_of_other_articles() -> None:
    link = "COUNTY BUYS NEW SNOW PLOUGH AND SOME GRIT"
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY[:2], link, FERRY[2], "THE SCHOOL", FERRY[3], "It will rain."))
    assert article.text == paragraphs(*FERRY[:3], "THE SCHOOL", FERRY[3], "It will rain.")


def test_the_last_paragraph_stays_where_it_tells_of_someone_in_the_article() -> None:
    last = "Mara Lindqvist was a reporter before she came to the company."
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY, last))
    assert article.text == paragraphs(*FERRY, last)


def test_an_article_in_another_script_is_kept() -> None:
    words = "Переговоры о пароме продолжатся в понедельник, сказал представитель компании."
    [article] = articles(paragraphs("Паром", words, words + " И ещё раз.", words + " И снова."))
    assert article.text.endswith("И снова.")


def test_a_paragraph_that_is_there_twice_is_kept_once() -> None:
    [article] = articles(paragraphs(FERRY_HEAD, *FERRY[:3], FERRY[2], FERRY[3]))
    assert article.text == paragraphs(*FERRY)
