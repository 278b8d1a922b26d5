"""What a page's own lines state about an article: when it was published, by whom it was written, its address."""

import re
from collections.abc import Sequence

from dateline.model import Evidence, Published
from dateline.pages.bundles import Item
from dateline.pages.days import url_day, written_days
from dateline.pages.lines import Line, dateline_of

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated|modified|last (?:update|modified))\b", re.IGNORECASE)


def published_in(item: Item, url: str | None = None) -> Published:
    """When the article was published, where a line beside it, its dateline or its address says so in full.

    A line that says when it was updated counts only where none says when it was published.
    """
    found: list[tuple[int, Published]] = []
    for line in item.around:
        if not (
            line.dated
            or (
                line.count <= 24 and len(line.text) <= 300 and re.match(r"(?i)by\b|published|posted|updated", line.text)
            )
        ):
            continue
        for day in written_days(line.text)[:1]:
            said = Published(start=day.day, end=day.day, basis="stated", evidence=(Evidence("page", line.text),))
            found.append((int(bool(_LATER.match(line.text))), said))
    opening = dateline_of(item.body[0].text) if item.body else None
    if opening:
        for day in written_days(opening.group())[:1]:
            words = opening.group().rstrip(" -–—:")
            found.append(
                (2, Published(start=day.day, end=day.day, basis="stated", evidence=(Evidence("text", words),)))
            )
    address = url or url_in(item)
    by_url = url_day(address) if address else None
    if address and by_url:
        said = Published(start=by_url.day, end=by_url.day, basis="metadata", evidence=(Evidence("url", address),))
        found.append((3, said))
    return min(found, key=lambda f: f[0])[1] if found else Published()


def stated_by(lines: Sequence[str]) -> Published | None:
    """The day that lines beside an article give, and nothing else; one of publication before one of an update."""
    found = [(bool(_LATER.search(text)), k, text) for k, text in enumerate(lines) if Line(0, 1, text, 0).dated]
    for _, _, text in sorted(found):
        day = written_days(text)[0].day
        return Published(start=day, end=day, basis="stated", evidence=(Evidence("page", text),))
    return None


def byline_in(item: Item) -> str | None:
    """Who wrote the article, where a line beside it says so."""
    return next((line.byline for line in item.around if line.byline), None)


def url_in(item: Item) -> str | None:
    """The article's address, where one line beside it is nothing else."""
    return next((line.text for line in item.around if _ADDRESS.fullmatch(line.text)), None)
