"""Law 3: reading twice is reading once; the same text has the same id wherever it was found."""

from dataclasses import replace

from dateline.model import PageRef, article_id
from dateline.pages import cut
from dateline.reading import read
from pages_of_examples import EXAMPLES, articles, page, readings


def test_reading_twice_is_reading_once() -> None:
    article = max(articles(), key=lambda a: len(a.text))
    assert read(article) == read(article)


def test_reading_what_was_read_changes_nothing() -> None:
    reading = max(readings(), key=lambda r: len(r.article.text))
    assert read(reading.article) == reading


def test_cutting_twice_is_cutting_once() -> None:
    for path in EXAMPLES:
        assert cut(page(path)) == cut(page(path))


def test_a_reading_does_not_depend_on_the_articles_read_before() -> None:
    again = tuple(read(a) for a in reversed(articles()[:4]))
    assert again == tuple(reversed(readings()[:4]))


def test_the_same_text_has_the_same_id_on_another_page() -> None:
    article = articles()[0]
    elsewhere = replace(article, page=PageRef(source="elsewhere", sha256="0" * 64))
    assert article_id(elsewhere.text) == article.id == article_id(article.text.replace("\n\n", "\n"))
    assert [a.id for a in read(elsewhere).actors] == [a.id for a in read(article).actors]
