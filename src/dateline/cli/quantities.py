"""`dateline quantities`."""

from datetime import date

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_table
from dateline.model import Interval
from dateline.views import QuantityRow
from dateline.views.phrases import figure_in_words


@click.command("quantities", short_help="What was counted or measured.")
@click.option("--of", metavar="WORDS", help="Only figures of this thing.")
@click.option("--unit", metavar="WORDS", help="Only figures in this unit.")
@story_option
@question
def command(where: str, as_of: date | None, as_json: bool, story: str | None, unit: str | None, of: str | None) -> None:
    """What was counted or measured, figures of one thing together."""
    with opened(where) as ledger:
        rows = ledger.quantities(story=story, of=of, unit=unit, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["figure", "as of", "sentence"],
        ([plain(_figure(row)), plain(days(Interval(row.start, row.end))), plain(_text(row))] for row in rows),
        "no figures",
    )


def _figure(row: QuantityRow) -> str:
    return f"{figure_in_words(row.low, row.high, approximate=row.approximate)} {row.unit}"


def _text(row: QuantityRow) -> str:
    return f"{row.text} [{row.outlet}]" if row.outlet else row.text
