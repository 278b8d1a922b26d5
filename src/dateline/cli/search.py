"""`dateline search`."""

from datetime import date

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import day, plain, print_json, print_table, source


@click.command("search", short_help="Articles that hold words.")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most N articles."
)
@story_option
@question
def command(
    query: tuple[str, ...], where: str, as_of: date | None, as_json: bool, story: str | None, limit: int
) -> None:
    """The articles that hold all the words, best first; a phrase in quotation marks stays together."""
    with opened(where) as ledger:
        rows = ledger.search(" ".join(query), story=story, limit=limit, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["published", "sentence"],
        ([plain(day(row.day)), plain(f"{row.text} [{source(row.outlet, row.headline, row.id)}]")] for row in rows),
        "nothing holds all these words",
    )
