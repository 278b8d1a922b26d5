"""What a page's own lines state about an article: when it was published, by whom it was written, its address."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.model import Evidence, Published
from dateline.pages.days import url_day, written_days, yearless_day
from dateline.pages.lines import WEEKDAY, Line, dateline_of
from dateline.pages.parts import Item

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}", re.IGNORECASE)
_NEAR = timedelta(days=120)
"""How far from a day in full a day without a year may lie to be of that time."""

_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,30}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)", re.IGNORECASE)
_MONTH_STAMP = re.compile(r"(?:date|published|posted) ((?:19|20)\d\d)-(\d\d)", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated|modified|last (?:update|modified))\b", re.IGNORECASE)


def published_in(item: Item, url: str | None = None) -> Published:
    """When the article was published, where a line beside it, its dateline or its address says so.

    A line that says when it was updated counts only where none says when it was published. A day without a year takes the
    year of the page's other dates: a day in full beside the article, its address, or a copyright line where the weekday agrees.
    """
    found: list[tuple[int, Published]] = []
    first = item.body[0].start if item.body else 0
    for line in item.around:
        if line.start > first and line.dated and not line.labelled:
            continue  # what stands below the text has days of its own: comments, notices, other articles
        if line.dated or (line.count <= 24 and len(line.text) <= 300 and re.match(r"(?i)by\b", line.text)):
            # above the headline stands the day on which the page was shown
            above = item.headline is not None and line.start < item.headline.start and not line.posted
            rank = 3 if _LATER.match(line.text) else int(above)
            found += [(rank, _stated(d.day, Evidence("page", line.text))) for d in line.days[:1]]
    address = url or url_in(item)
    by_url = url_day(address) if address else None
    if address and by_url:
        said = Published(start=by_url.day, end=by_url.day, basis="metadata", evidence=(Evidence("url", address),))
        found.append((5, said))
    opening = dateline_of(item.body[0].text) if item.body else None
    if opening:
        words = opening.group().rstrip(" -–—:")
        found += [(4, _stated(d.day, Evidence("text", words))) for d in written_days(words)[:1]]
        found += [(4, said) for said in _with_year(item, Evidence("text", words), address)]
    for line in item.around:
        if line.day_alone:
            found += [(2, said) for said in _with_year(item, Evidence("page", line.text), address)]
        if month := _MONTH_STAMP.fullmatch(line.text):
            found += [(6, said) for said in _month(int(month[1]), int(month[2]), Evidence("page", line.text))]
    return min(found, key=lambda f: f[0])[1] if found else _not_before(item)


def _not_before(item: Item) -> Published:
    """An article that shows a post was written on the day of the post or later; nothing where it shows none with a day."""
    posts = [(day.day, line.text) for line in item.around if line.tweeted for day in line.days[-1:]]
    if not posts:
        return Published()
    day, words = max(posts)
    return Published(start=day, end=None, basis="inferred", evidence=(Evidence("page", words),))


def _month(year: int, month: int, said: Evidence) -> list[Published]:
    """The days of a month that a stamp gives; none where there is no such month."""
    if not 1 <= month <= 12:
        return []
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return [Published(start=last.replace(day=1), end=last, basis="stated", evidence=(said,))]


def _stated(day: date, *evidence: Evidence) -> Published:
    return Published(start=day, end=day, basis="stated", evidence=evidence)


def _with_year(item: Item, said: Evidence, url: str | None) -> list[Published]:
    """What words that give a day without a year mean, with the words that give the year; nothing where none do."""
    told = yearless_day(said.quote)
    if told is None:
        return []
    weekday = WEEKDAY.search(said.quote)
    for evidence, year, near in _years(item, url):
        years = (year - 1, year, year + 1) if near else (year,)
        days = [day for y in years if (day := told.in_year(y))]
        if near:
            days = [day for day in days if abs(day - near) <= _NEAR]
        if weekday:
            days = [day for day in days if f"{day:%a}".lower() == weekday["weekday"].lower()]
        if days and (weekday or evidence.where == "url" or near):
            return [_stated(days[0], said, evidence)]
    return []


def _years(item: Item, url: str | None) -> Iterator[tuple[Evidence, int, date | None]]:
    """The years that the page's furniture names, the surest first, with the words for each, and the day in full where one is."""
    for line in item.around:
        if line.dated:
            day = line.days[0].day
            yield Evidence("page", line.text), day.year, day
    found = _URL_YEAR.search(url) if url else None
    if url and found:
        yield Evidence("url", url), int(found[1]), None
    for line in item.around:
        named = _COPYRIGHT.search(line.text) if len(line.text) <= 300 else None
        if named:
            yield Evidence("page", line.text), int(named[1]), None


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
