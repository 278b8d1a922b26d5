"""Cuts a page into its articles."""

from dataclasses import dataclass

from dateline.model import Article, Page, Problem, article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a page gave: its articles, and what went wrong."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def cut(page: Page) -> Cut:
    """The articles of a page, in the page's order. Never raises: what cannot be read is a problem."""
    text = page.content.decode("utf-8", "replace")
    return Cut(articles=(Article(id=article_id(text), page=page.ref, text=text),) if text.strip() else ())
