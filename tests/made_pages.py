"""Small made-up pages with their articles and readings, as a ledger takes them."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.ledger import Store
from dateline.model import Article, OffsetMap, Page, Piece, Problem, Reading
from fictional import Told

RECORDED = date(2031, 12, 1)


@dataclass(frozen=True)
class Kept:
    """What `Store.add` takes."""

    page: Page
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...] = ()

    def add_to(self, store: Store, recorded: date = RECORDED) -> bool:
        return store.add(self.page, self.articles, self.readings, self.problems, recorded)


def kept(*told: Told, source: str = "page.txt", problems: tuple[Problem, ...] = (), ending: str = "") -> Kept:
    """A page that holds the articles one after another, with offsets that lead to its bytes."""
    content, readings = b"", []
    for one in told:
        text = one.text.encode()
        piece = Piece(0, len(one.text), len(content), len(text))
        readings.append((one.reading(), OffsetMap((piece,))))
        content += text + b"\n\n"
    page = Page(
        source=source, content=content + ending.encode(), url="https://example.org/a", fetched=date(2031, 11, 30)
    )
    made = tuple(replace(r, article=replace(r.article, page=page.ref, offsets=offsets)) for r, offsets in readings)
    return Kept(page, tuple(r.article for r in made), made, problems)


def ferry(number: int, published: str | None = None, more: str = "") -> Told:
    """One of a series of articles on a ferry channel."""
    told = Told(
        f"Report {number}. Governor Lena Marchetti of Kestria said Kestria will reopen the ferry channel by August {2030 + number}. "
        f"Boats shelled the breakwater; pilots, salvage insurers and lighthouse keepers fled the dredging barge.{more}",
        f"Ferry channel, {number}",
        published,
    )
    told.actor("Lena Marchetti", side="Kestria", roles=["Governor"]).actor("Kestria", "state", side="Kestria")
    told.event("ASSAULT", "Boats shelled the breakwater", [], ["Kestria"], "2031-05-01")
    return told.commitment("Kestria will reopen the ferry channel", ["Kestria"], f"{2030 + number}-08-31")
