"""`dateline positions`."""

from datetime import date

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_line, print_table, safe
from dateline.views import PositionRow


@click.command("positions", short_help="What each side said on each story.")
@click.option("--actor", metavar="NAME", help="Only what this actor said.")
@story_option
@question
def command(where: str, as_of: date | None, as_json: bool, story: str | None, actor: str | None) -> None:
    """What each side said on each story, latest first, with denials marked."""
    with opened(where) as ledger:
        rows = ledger.positions(story=story, actor=actor, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    shown: str | None = ""
    for row in rows:
        if row.story != shown:
            shown = row.story
            print_line(f"== {safe(row.title or 'In no story')} ==\n")
        print_line(_heading(row))
        print_table(
            ["day", "how", "what"],
            (
                [plain(days(s.said)), plain(s.cue or "–"), plain(f"{'DENIED: ' if s.denial else ''}{s.text}")]
                for s in row.statements
            ),
            "nothing",
        )
        print_line("")
    if not rows:
        print_line("no statements")


def _heading(row: PositionRow) -> str:
    side = f" ({safe(row.side)})" if row.side and row.side != row.name else ""
    return f"{safe(row.name)}{side}"
