"""`dateline stories`."""

from datetime import date
from textwrap import shorten

import click

from dateline.cli.options import opened, question
from dateline.cli.terminal import days, plain, print_json, print_line, print_table, safe
from dateline.views import StoryArticle, StoryRow

_OPENING = 90
"""Code points of an article's first sentence that stand for a headline."""


@click.command("stories", short_help="The stories and their articles.")
@question
def command(where: str, as_of: date | None, as_json: bool) -> None:
    """The stories, the largest first, each with its articles in the order of publication."""
    with opened(where) as ledger:
        rows = ledger.stories(as_of=as_of)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print_line(f"{safe(row.title)}\n{row.id}, {len(row.articles)} articles of {row.origins} origins")
        print_table(
            ["published", "article"],
            (
                [plain(days(a.published.interval)), plain(": ".join(p for p in (a.outlet, _title(row, a)) if p))]
                for a in row.articles
            ),
            "no articles",
        )
        print_line("")
    if not rows:
        print_line("no stories: add pages with `dateline add PATH...`")


def _title(row: StoryRow, article: StoryArticle) -> str:
    """The headline; else how the article begins, in quotation marks; else its id."""
    opening = next((c.anchor.quote for c in row.anchors if c.article == article.id), None)
    return article.headline or (f"“{shorten(opening, _OPENING, placeholder='…')}”" if opening else article.id)
