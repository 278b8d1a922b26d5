"""`dateline read`."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from dateline.cli.options import json_option, pages_options
from dateline.cli.terminal import (
    days,
    print_json_line,
    print_line,
    print_table,
    safe,
)
from dateline.codec import dumps, encode_problem, to_json
from dateline.intake import Taken, read_or_problem, taken
from dateline.model import Problem, Reading
from dateline.views.phrases import figure_in_words

if TYPE_CHECKING:
    from dateline.linking import CopyFinder


@click.command("read", short_help="Read pages and print what they say.")
@pages_options
@json_option
def command(paths: tuple[str, ...], form: str, published: date | None, strict: bool, as_json: bool) -> None:
    """Read pages and print what they say, without a ledger.

    PATH is a file, a folder or `-` for standard input: saved pages, web archives (WARC), feeds, or articles as JSON
    Lines. Articles are printed as they are read.
    """
    from dateline.linking import CopyFinder

    finder = CopyFinder()
    wrong = False
    for one in taken(paths, stdin=sys.stdin.buffer, as_article=form == "article", published=published):
        found = False
        for reading in _readings(one, finder):
            found = True
            wrong = wrong or bool(reading.problems)
            if as_json:
                print_json_line(to_json(reading))
            else:
                _print(reading)
        if not found:
            wrong = True
            _print_nothing(one, as_json=as_json)
    if strict and wrong:
        sys.exit(1)


def _readings(one: Taken, finder: "CopyFinder") -> Iterator[Reading]:
    """The readings of a page, one at a time; the page's own problems stand in the first."""
    problems = one.problems
    for article in one.articles:
        reading = read_or_problem(replace(article, duplicate_of=finder.original(article)))
        yield replace(reading, problems=(*problems, *reading.problems))
        problems = ()


def _print_nothing(one: Taken, *, as_json: bool) -> None:
    problems = one.problems or (Problem(stage="cut", code="no_article", message="no article was found on the page"),)
    if as_json:
        page = {"source": one.source, "sha256": one.page.ref.sha256 if one.page else None}
        print_json_line(dumps({"article": None, "page": page, "problems": [encode_problem(p) for p in problems]}))
        return
    for problem in problems:
        print_line(f"{safe(one.source)}: {safe(problem.message)}\n")


def _print(reading: Reading) -> None:
    article = reading.article
    print_line(safe(article.headline or "(no headline)"))
    published = f"published {days(article.published.interval)} ({article.published.basis})"
    print_line(", ".join(safe(part) for part in (article.outlet, published, article.page.source, article.id) if part))
    if article.duplicate_of:
        print_line(f"a copy of {article.duplicate_of}")
    for problem in reading.problems:
        print_line(f"problem: {safe(problem.message)}")
    print_table(["", "", ""], _lines(reading), "nothing was found in it")
    print_line("")


def _lines(reading: Reading) -> Iterator[list[str]]:
    """What a person wants to see of a reading: what happened, what was promised, who said what, figures, who."""
    names = {actor.id: actor.name for actor in reading.actors}
    for event in reading.events:
        if event.status in {"happened", "planned"}:
            yield ["event", days(event.days), event.anchor.quote]
    for promise in reading.commitments:
        who = ", ".join(names.get(party, party) for party in promise.parties)
        yield [promise.kind, days(promise.due), f"{who}: {promise.anchor.quote}" if who else promise.anchor.quote]
    for said in reading.attributions:
        content = " … ".join(part.quote for part in said.content)
        yield ["denied" if said.denial else "said", days(said.said), f"{names.get(said.source or '', '–')}: {content}"]
    for figure in reading.quantities:
        amount = figure_in_words(figure.low, figure.high, approximate=figure.approximate)
        yield ["figure", days(figure.days), f"{amount} {figure.unit}: {figure.anchor.quote}"]
    for actor in reading.actors:
        if actor.kind != "unnamed":
            side = f" ({actor.side})" if actor.side else ""
            yield [actor.kind, "", f"{actor.name}{side}{', ' if actor.roles else ''}{', '.join(actor.roles)}"]
