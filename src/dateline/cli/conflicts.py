"""`dateline conflicts`."""

from datetime import date
from typing import get_args

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_line, print_table, safe, source
from dateline.model import ConflictKind


@click.command("conflicts", short_help="Passages that cannot both be true.")
@click.option("--kind", type=click.Choice(get_args(ConflictKind)), help="Only those of this kind.")
@story_option
@question
def command(where: str, as_of: date | None, as_json: bool, story: str | None, kind: ConflictKind | None) -> None:
    """Passages that cannot both be true: denials, figures, dates, accounts."""
    with opened(where) as ledger:
        rows = ledger.conflicts(story=story, kind=kind, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print_line(f"{row.kind}: {safe(row.note)}")
        print_table(
            ["published", "passage"],
            (
                [
                    plain(days(side.published)),
                    plain(f"{side.text} [{source(side.outlet, side.headline, side.article)}]"),
                ]
                for side in row.sides
            ),
            "no passages",
        )
        print_line("")
    if not rows:
        print_line("no conflicts")
