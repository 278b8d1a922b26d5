"""The example pages that ship with the project, for tests."""

from functools import cache
from pathlib import Path

from dateline.model import Article, Page, Reading
from dateline.pages import cut
from dateline.reading import read

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples" / "pages").iterdir())


def page(path: Path) -> Page:
    """The page of a file, named by its file name, so that nothing depends on where the checkout lies."""
    return Page(source=path.name, content=path.read_bytes())


@cache
def articles() -> tuple[Article, ...]:
    """All articles of the example pages."""
    return tuple(a for path in EXAMPLES for a in cut(page(path)).articles)


@cache
def readings() -> tuple[Reading, ...]:
    """Their readings."""
    return tuple(read(a) for a in articles())
