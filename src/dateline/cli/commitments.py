"""`dateline commitments`."""

from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from dateline.cli.options import opened, question, story_option
from dateline.cli.terminal import days, plain, print_json, print_table, safe
from dateline.model import CommitmentKind, CommitmentState
from dateline.views import CommitmentRow

if TYPE_CHECKING:
    from rich.text import Text

_STYLES: dict[CommitmentState, str] = {
    "overdue": "bold red",
    "broken": "red",
    "due": "yellow",
    "fulfilled": "green",
    "ended": "dim",
}


@click.command("commitments", short_help="What was promised, and what became of it.")
@click.option("--state", type=click.Choice(get_args(CommitmentState)), help="Only those in this state.")
@click.option("--kind", type=click.Choice(get_args(CommitmentKind)), help="Only those of this kind.")
@click.option("--actor", metavar="NAME", help="Only those of this party, or towards it.")
@story_option
@question
def command(
    where: str,
    as_of: date | None,
    as_json: bool,
    story: str | None,
    actor: str | None,
    kind: CommitmentKind | None,
    state: CommitmentState | None,
) -> None:
    """What was agreed, pledged, scheduled or threatened, soonest due first, and what became of it.

    The state is that of the day given with --as-of, else of today: open, due (within 30 days), overdue, fulfilled,
    broken or ended.
    """
    with opened(where) as ledger:
        rows = ledger.commitments(as_of=as_of, story=story, actor=actor, state=state, kind=kind)
    if as_json:
        print_json(rows)
        return
    print_table(
        ["due", "state|", "who", "what"],
        (
            [plain(days(row.due)), plain(row.state, _STYLES.get(row.state, "")), plain(_who(row)), _what(row)]
            for row in rows
        ),
        "no commitments",
    )


def _who(row: CommitmentRow) -> str:
    toward = f" → {', '.join(row.toward)}" if row.toward else ""
    return f"{', '.join(row.parties) or '–'}{toward}"


def _what(row: CommitmentRow) -> "Text":
    text = plain(row.text)
    if row.condition is not None:
        text.append(f" [{safe(row.condition.anchor.quote)}]", style="italic")
    text.append(f"\n{row.kind}, {row.status}", style="dim")
    if row.slips:
        text.append(f"; moved to a later day {'once' if row.slips == 1 else f'{row.slips} times'}", style="dim")
    for step in row.history if len(row.history) > 1 else ():
        told = f"\n{days(step.day)} {step.told}, {days(step.due)}"
        text.append(told + (f" ({safe(step.outlet)})" if step.outlet else ""), style="dim")
    return text
