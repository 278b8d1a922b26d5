"""`dateline attributions`."""

from datetime import date

import click

from dateline.cli.options import days_options, opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_table
from dateline.views import AttributionRow


@click.command("attributions", short_help="Who said what.")
@click.option("--actor", metavar="NAME", help="Only what this source said.")
@click.option("--denials", is_flag=True, help="Only denials.")
@days_options
@story_option
@question
def command(
    where: str,
    as_of: date | None,
    as_json: bool,
    story: str | None,
    first: date | None,
    last: date | None,
    denials: bool,
    actor: str | None,
) -> None:
    """Who said what, latest first."""
    with opened(where) as ledger:
        rows = ledger.attributions(story=story, actor=actor, denials=denials, first=first, last=last, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["day", "who", "how", "what"],
        ([plain(days(row.said)), plain(_who(row)), plain(row.cue or "–"), plain(_said(row))] for row in rows),
        "no statements",
    )


def _who(row: AttributionRow) -> str:
    side = f" ({row.side})" if row.side and row.side != row.source else ""
    return f"{row.source or 'no source named'}{side}"


def _said(row: AttributionRow) -> str:
    denied = "DENIED: " if row.denial else ""
    told = f" [{row.outlet}]" if row.outlet else ""
    return f"{denied}{row.text}{told}"
