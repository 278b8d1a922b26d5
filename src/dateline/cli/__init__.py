"""The command line."""

import sys
from pathlib import Path

from dateline.codec import to_json
from dateline.model import Page
from dateline.pages import cut
from dateline.reading import read


def main() -> None:
    """`dateline read PATH... --json`."""
    for path in [a for a in sys.argv[2:] if not a.startswith("--")]:
        for article in cut(Page(source=path, content=Path(path).read_bytes())).articles:
            sys.stdout.write(to_json(read(article)) + "\n")
