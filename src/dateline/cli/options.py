"""Options that several commands share."""

from collections.abc import Callable
from datetime import date

import click

from dateline.api import Ledger, open_ledger
from dateline.errors import QuestionError
from dateline.intake import to_day


def iso_day(value: str) -> date:
    """An ISO day, or a message that says how to write one."""
    try:
        return to_day(value)
    except QuestionError as error:
        raise click.BadParameter(str(error)) from error


Command = Callable[..., None]


def ledger_option(command: Command) -> Command:
    """`--ledger`: which ledger."""
    return click.option(
        "--ledger", "where", metavar="FILE|URL", default="dateline.db", show_default=True, help="The ledger."
    )(command)


def as_of_option(command: Command) -> Command:
    """`--as-of`: what was known on a day."""
    return click.option("--as-of", type=iso_day, metavar="DAY", help="Answer with what was known on that day.")(command)


def json_option(command: Command) -> Command:
    """`--json`: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one object for each row.")(command)


def story_option(command: Command) -> Command:
    """`--story`: one story only."""
    return click.option("--story", metavar="ID", help="Only this story; `dateline stories` lists them.")(command)


def days_options(command: Command) -> Command:
    """`--from` and `--to`: a stretch of days."""
    command = click.option("--to", "last", type=iso_day, metavar="DAY", help="Up to this day.")(command)
    return click.option("--from", "first", type=iso_day, metavar="DAY", help="From this day on.")(command)


def pages_options(command: Command) -> Command:
    """`PATH...`, `--as`, `--published` and `--strict`: the pages that are read, and how."""
    form = click.option(
        "--as",
        "form",
        type=click.Choice(["page", "article"]),
        default="page",
        help="`article`: each file is one clean article, taken unchanged.",
    )
    published = click.option(
        "--published", type=iso_day, metavar="DAY", help="The day of publication, where it is known."
    )
    strict = click.option("--strict", is_flag=True, help="Exit with code 1 where anything went wrong.")
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    return paths(form(published(strict(command))))


def question(command: Command) -> Command:
    """The options of every question to a ledger."""
    return ledger_option(as_of_option(json_option(command)))


def opened(where: str) -> Ledger:
    """The ledger that is asked. Raises LedgerNotFound where there is none."""
    return open_ledger(where, create=False)
