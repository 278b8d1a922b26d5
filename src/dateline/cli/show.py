"""`dateline show`."""

from datetime import date

import click

from dateline.cli.options import opened, question
from dateline.cli.terminal import days, print_json, print_line, safe, safe_lines, source
from dateline.views import ShowRow


@click.command("show", short_help="An article or a record with its passages.")
@click.argument("wanted", metavar="ID")
@question
def command(wanted: str, where: str, as_of: date | None, as_json: bool) -> None:
    """An article, or any record with the passages that it stands in; ids stand in the answers of --json."""
    with opened(where) as ledger:
        rows = ledger.show(wanted, as_of=as_of)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        _print(row)


def _print(row: ShowRow) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from dateline.cli.terminal import console

    print_line(f"{row.kind} {row.id}")
    if row.page is not None and row.published is not None:
        print_line(f"page {safe(row.page.source)}, published {days(row.published.interval)} ({row.published.basis})")
    quoted = [(c.article, c.anchor) for c in row.anchors] if row.kind != "article" else []
    for passage in row.passages:
        print_line(f"\n{safe(source(passage.outlet, passage.headline, passage.article))}")
        text = Text()
        at = 0
        for article, anchor in sorted(set(quoted)):
            start, end = anchor.start - passage.start, anchor.end - passage.start
            if article == passage.article and at <= start and end <= len(passage.text):
                text.append(safe_lines(passage.text[at:start]))
                text.append(safe_lines(passage.text[start:end]), style="reverse")
                at = end
        text.append(safe_lines(passage.text[at:]))
        console().print(Padding(text, (0, 0, 0, 2)))
