"""`dateline verify`."""

import sys

import click

from dateline.cli.options import json_option, ledger_option, opened
from dateline.cli.terminal import print_json, print_line, safe


@click.command("verify", short_help="Check the ledger against itself.")
@ledger_option
@json_option
def command(where: str, as_json: bool) -> None:
    """Check every page's bytes, every anchor and the ledger itself; exit code 1 where something is not as it should be."""
    with opened(where) as ledger:
        problems = ledger.verify()
    if as_json:
        print_json(problems)
    else:
        for problem in problems:
            print_line(f"{problem.code}: {safe(problem.message)}")
        if not problems:
            print_line("all is well")
    if problems:
        sys.exit(1)
