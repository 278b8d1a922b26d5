"""`dateline dossier`."""

import sys
from datetime import date
from pathlib import Path

import click

from dateline.api import today
from dateline.cli.options import as_of_option, ledger_option, opened, story_option
from dateline.cli.terminal import print_line


@click.command("dossier", short_help="Write one story as a page.")
@click.option(
    "--out", default="dossier.html", show_default=True, metavar="FILE", help="The file; `-` for standard output."
)
@click.option(
    "--days",
    "limit",
    type=click.IntRange(min=1),
    default=60,
    show_default=True,
    metavar="N",
    help="Days of the timeline at most.",
)
@story_option
@ledger_option
@as_of_option
def command(out: str, limit: int, story: str | None, where: str, as_of: date | None) -> None:
    """Write one story as a page: timeline, commitments, positions, conflicts, figures, actors, sources.

    The page is one HTML file that needs no network. Every line leads to its words in the full text of the article.
    Without --story it is the largest story.
    """
    from dateline.export import dossier

    with opened(where) as ledger:
        html = dossier(ledger.record(as_of), on=as_of or today(), story=story, limit=limit)
    if out == "-":
        sys.stdout.write(html)
        return
    Path(out).write_text(html, encoding="utf-8", newline="\n")
    print_line(f"written to {out}")
