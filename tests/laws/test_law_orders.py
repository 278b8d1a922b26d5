"""Law 4: the ledger is a function of the set of pages. Five pages in all their 120 orders, read once, give one canonical export."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from dateline.ledger import canonical, open_store
from dateline.model import Page
from dateline.pages import cut
from dateline.reading import read
from made_pages import Kept
from pages_of_examples import ROOT, page

EXAMPLES = ROOT / "examples" / "pages"
SEEDS = ROOT.parent / "shared" / "seeds"
RECORDED = date(2032, 1, 1)
FIVE = (
    "courier-2024-denial.txt",
    "gazette-2024-agreement-copy.txt",
    "gazette-2025-postponed.txt",
    "wire-2024-agreement.html",
    "wire-2025-one-boat.txt",
)
"""A report, its copy under another name, a denial of it, a delay and another story: what joins, parts and supersedes."""


def whole(one: Page) -> Kept:
    """A page with its articles, read."""
    made = cut(one)
    return Kept(one, made.articles, tuple(read(a) for a in made.articles), made.problems)


def exports(pages: Sequence[Kept], folder: Path, *, asking: bool) -> Iterator[list[str]]:
    """The canonical export of each order; with `asking`, a question is answered after each page, as a reader would have it."""
    with open_store(str(folder / "empty.db"), create=True):
        pass
    empty = (folder / "empty.db").read_bytes()
    for number, order in enumerate(permutations(pages)):
        path = folder / f"{number}.db"
        path.write_bytes(empty)
        with open_store(str(path), create=False) as store:
            for one in order:
                one.add_to(store, RECORDED)
                if asking:
                    store.record()
            yield list(canonical(store))
        path.unlink()


def test_all_orders_of_five_pages_give_one_export(tmp_path: Path) -> None:
    pages = [whole(page(EXAMPLES / name)) for name in FIVE]
    first, *others = exports(pages, tmp_path, asking=False)
    assert len(others) == 119
    assert all(other == first for other in others)


def test_questions_in_between_change_no_export(tmp_path: Path) -> None:
    pages = [whole(page(EXAMPLES / name)) for name in FIVE[:4]]
    first, *others = exports(pages, tmp_path, asking=True)
    assert all(other == first for other in others)
    assert first == _at_once(pages, tmp_path / "at once.db")


def _at_once(pages: Sequence[Kept], path: Path) -> list[str]:
    with open_store(str(path), create=True) as store:
        for one in pages:
            one.add_to(store, RECORDED)
        return list(canonical(store))


@pytest.mark.gold
@pytest.mark.slow
def test_all_orders_of_the_seeds_give_one_export(tmp_path: Path) -> None:
    found = sorted(SEEDS.glob("*.txt"))
    if not found:
        pytest.skip(f"the seeds are not at {SEEDS}")
    pages = [whole(page(path)) for path in found[:5]]
    first, *others = exports(pages, tmp_path, asking=False)
    assert all(other == first for other in others)
