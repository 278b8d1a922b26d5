"""`dateline correct`."""

import click

from dateline.cli.options import ledger_option, opened
from dateline.cli.terminal import print_line
from dateline.model import CorrectionKind

_JOINING: dict[str, CorrectionKind] = {
    "same-actor": "same_actor",
    "not-same-actor": "not_same_actor",
    "same-story": "same_story",
    "not-same-story": "not_same_story",
    "same-event": "same_event",
    "not-same-event": "not_same_event",
    "same-commitment": "same_commitment",
    "not-same-commitment": "not_same_commitment",
}
_DATING: dict[str, CorrectionKind] = {"published": "published", "days": "days", "due": "due"}


@click.command("correct", short_help="Keep a decision about the record.")
@click.argument("what", metavar="WHAT", type=click.Choice([*_JOINING, *_DATING, "hide"]))
@click.argument("arguments", nargs=-1, required=True, metavar="ID...")
@click.option("--by", "author", metavar="NAME", help="Who decided it.")
@click.option("--note", metavar="TEXT", help="Why.")
@ledger_option
def command(what: str, arguments: tuple[str, ...], where: str, author: str | None, note: str | None) -> None:
    """Keep a decision about the record; nothing that was stored is changed, and answers follow the decision from now on.

    \b
    WHAT is one of
      same-actor ID ID         the two are one (names will do for actors)
      not-same-actor ID ID     the two are not one
      same-story, not-same-story, same-event, not-same-event,
      same-commitment, not-same-commitment ID ID
      published ARTICLE DAYS   when an article was published
      days EVENT DAYS          when an event was
      due COMMITMENT DAYS      when a commitment is due
      hide ID...               leave records or whole articles out

    DAYS is 2026-11-21, 2026-11-01/2026-11-30 with an open side left empty, or `unknown`.
    """  # noqa: D301 -- click's mark for lines that it must not wrap is a real backspace
    kind: CorrectionKind
    value = None
    if what in _DATING:
        kind = _DATING[what]
        if len(arguments) != 2:
            raise click.UsageError(f"`correct {what}` takes an id and days")
        value = arguments[1]
        arguments = arguments[:1]
    else:
        kind = _JOINING.get(what, "hide")
    with opened(where) as ledger:
        kept = ledger.correct(kind, arguments, value, author=author, note=note)
    print_line("kept" if kept else "this was decided already")
