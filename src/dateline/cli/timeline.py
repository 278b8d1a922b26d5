"""`dateline timeline`."""

from datetime import date

import click

from dateline.cli.options import days_options, opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_table
from dateline.model import Interval
from dateline.views import TimelineRow


@click.command("timeline", short_help="What happened on which day.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="The N most important days.")
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
    limit: int | None,
) -> None:
    """What happened on which day, in sentences taken from the articles.

    With --limit, the days that most independent articles tell of, in order.
    """
    with opened(where) as ledger:
        rows = ledger.timeline(story=story, first=first, last=last, limit=limit, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["day", "reports|", "what"],
        ([plain(days(Interval(row.start, row.end))), plain(_reports(row)), plain(_text(row))] for row in rows),
        "no dated sentences",
    )


def _reports(row: TimelineRow) -> str:
    return str(row.reports) if row.reports == row.origins else f"{row.reports} ({row.origins})"


def _text(row: TimelineRow) -> str:
    told = f" [{row.outlet}]" if row.outlet else ""
    return f"{row.text}{told}{' (day of publication)' if row.basis == 'published' else ''}"
