"""`dateline add`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import click

from dateline.api import Added, open_ledger
from dateline.cli.options import json_option, ledger_option, pages_options
from dateline.cli.terminal import print_json_line, print_line, safe
from dateline.codec import dumps, encode_problem
from dateline.intake import Taken
from dateline.views.phrases import counted

_SHOWN = 20
"""Problems that are printed one by one."""


@click.command("add", short_help="Read pages and keep them in the ledger.")
@pages_options
@ledger_option
@json_option
def command(paths: tuple[str, ...], form: str, published: date | None, strict: bool, where: str, as_json: bool) -> None:
    """Read pages and keep them in the ledger, which is made where there is none.

    PATH is a file, a folder or `-` for standard input: saved pages, web archives (WARC), feeds, or articles as JSON
    Lines. What is in the ledger already is not read again,
    so an addition that was broken off can simply be repeated.
    """
    with open_ledger(where) as ledger, _progress() as told:
        added = ledger.add(paths, published, as_article=form == "article", stdin=sys.stdin.buffer, told=told)
    if as_json:
        print_json_line(dumps(_plain(added)))
    else:
        print_line(_summary(added))
    for source, problem in added.problems[:_SHOWN]:
        click.echo(f"{safe(source)}: {safe(problem.message)}", err=True)
    if len(added.problems) > _SHOWN:
        click.echo(f"... and {len(added.problems) - _SHOWN} more problems; --json lists them all", err=True)
    if added.problems and not added.pages:
        sys.exit(2)
    if added.problems and strict:
        sys.exit(1)


def _summary(added: Added) -> str:
    known = f"; {counted(added.known, 'page')} known already" if added.known else ""
    if not added.new:
        return f"nothing new{known}"
    copies = f", {added.copies} of them {'a copy' if added.copies == 1 else 'copies'}" if added.copies else ""
    return f"{counted(added.new, 'new page')} with {counted(added.articles, 'article')}{copies}{known}"


def _plain(added: Added) -> dict[str, object]:
    return {
        "pages": added.pages,
        "new": added.new,
        "known": added.known,
        "articles": added.articles,
        "copies": added.copies,
        "problems": [{"source": source, **encode_problem(problem)} for source, problem in added.problems],
    }


@contextmanager
def _progress() -> Iterator[Callable[[Taken], None] | None]:
    """A line that counts the pages, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} pages"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda one: bar.update(task, advance=1, description=escape(safe(one.source)[-40:]))
