"""`dateline export`."""

from datetime import date
from pathlib import Path

import click

from dateline.cli.options import as_of_option, ledger_option, opened
from dateline.cli.terminal import print_json_line, print_line


@click.command("export", short_help="Write the ledger out.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, or one CSV file for each table.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file (jsonl; else standard output) or the folder (csv).",
)
@ledger_option
@as_of_option
def command(form: str, out: Path | None, where: str, as_of: date | None) -> None:
    """Write the whole ledger out.

    JSON Lines are canonical: two ledgers of the same pages and corrections give the same lines, whatever the order of
    adding. CSV gives the answers of the questions as tables.
    """
    from dateline.export import canonical_lines, write_tables

    if form == "jsonl" and as_of is not None:
        raise click.UsageError("--as-of goes with --format csv; JSON Lines hold all that was added")
    if form == "csv" and out is None:
        raise click.UsageError("--format csv needs --out FOLDER")
    with opened(where) as ledger:
        if form == "csv" and out is not None:
            files = write_tables(ledger, out, as_of=as_of)
            print_line(f"{len(files)} tables in {out}")
        elif out is None:
            for line in canonical_lines(ledger):
                print_json_line(line)
        else:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in canonical_lines(ledger))
