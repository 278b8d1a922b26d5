"""`dateline actors`."""

from datetime import date
from typing import get_args

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import plain, print_json, print_table
from dateline.model import ActorKind
from dateline.views import ActorRow


@click.command("actors", short_help="Who acts and speaks.")
@click.option("--kind", type=click.Choice(get_args(ActorKind)), help="Only those of this kind.")
@click.option("--name", metavar="NAME", help="Only the one with this name.")
@story_option
@question
def command(
    where: str, as_of: date | None, as_json: bool, story: str | None, name: str | None, kind: ActorKind | None
) -> None:
    """Who acts and speaks, those of most articles first."""
    with opened(where) as ledger:
        rows = ledger.actors(story=story, kind=kind, name=name, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["articles|", "said|", "kind|", "who"],
        ([str(len(row.articles)), str(row.said), row.kind, plain(_who(row))] for row in rows),
        "no actors",
    )


def _who(row: ActorRow) -> str:
    side = f" ({row.side})" if row.side and row.side != row.name else ""
    roles = f", {', '.join(row.roles)}" if row.roles else ""
    others = [name for name in row.names if name != row.name]
    return f"{row.name}{side}{roles}{' – also ' + '; '.join(others) if others else ''}"
