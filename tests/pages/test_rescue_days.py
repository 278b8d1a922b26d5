"""A day that only htmldate finds is kept where the page holds words for it."""

from datetime import date

from dateline.pages.rescue import rescued, scripted


def test_a_day_in_the_markup_is_kept_with_its_words() -> None:
    made = rescued(
        "<html><body><p>Olden, the 3rd of March 2021. The ferry sails again in the spring.</p></body></html>",
        None,
        None,
    )
    assert made is not None
    assert (str(made.start), made.basis, made.evidence[0].where) == ("2021-03-03", "stated", "page")
    assert "2021" in made.evidence[0].quote


def test_a_day_in_the_address_is_metadata() -> None:
    made = rescued(
        "<html><body><p>The ferry sails in 2021.</p></body></html>", "https://olden.example/2021/03/03/f", None
    )
    assert made is not None
    assert (str(made.start), made.basis, made.evidence[0].where) == ("2021-03-03", "metadata", "url")


def test_nothing_is_dated_after_it_was_fetched_or_without_a_year() -> None:
    page = "<html><body><p>3 March 2021</p></body></html>"
    assert rescued(page, None, date(2020, 1, 1)) is None
    assert rescued("<html><body><p>The ferry sails.</p></body></html>", None, None) is None


def test_scripts_that_name_no_day_are_passed_over() -> None:
    made = scripted('{"publishedAt": "yesterday morning"} {"datePublished": "2021-03-03"}')
    assert made is not None
    assert str(made.start) == "2021-03-03"
    assert scripted("{}") is None
