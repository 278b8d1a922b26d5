"""The day of publication of a page of markup that does not say it in its metadata: htmldate's choice, with the words it rests on.

htmldate (Barbaresi 2020) weighs everything in a page that looks like a date. It gives a day and no words, so its day is kept
only where the page holds words for it. Its latest day is the end of the last year that the page names: no clock is read.
"""

import re
from datetime import date

from htmldate import find_date

from dateline.model import Basis, Evidence, Published
from dateline.pages.days import written_days

_STATED = re.compile(
    r"[\"'](?:datePublished|dateCreated|published_time|publish_date|publishDate|pubDate|publicationDate|published_at|publishedAt|first_published_at)"
    r"[\"']\s{0,3}:\s{0,3}[\"']([^\"']{8,40})[\"']"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LOOK_AT = 2_000_000


def scripted(text: str) -> Published | None:
    """What a script of the page (and no JSON-LD) calls its day of publication."""
    for m in _STATED.finditer(text):
        days = written_days(m[1].replace("T", " ", 1))
        if days:
            day = days[0].day
            return Published(start=day, end=day, basis="metadata", evidence=(Evidence("metadata", m[0]),))
    return None


def rescued(lean: str, url: str | None, fetched: date | None) -> Published | None:
    """Htmldate's day for the markup, where words of the page stand for it."""
    look = lean[:_LOOK_AT]
    years = [int(y) for y in _YEARS.findall(look)]
    latest = fetched or (date(max(years), 12, 31) if years else None)
    if latest is None:
        return None
    found = find_date(look, original_date=True, url=url, max_date=latest.isoformat())
    if not found:
        return None
    day = date.fromisoformat(found)
    evidence = _words_for(day, look, url)
    if evidence is None:
        return None
    basis: Basis = "stated" if evidence.where == "page" else "metadata"
    return Published(start=day, end=day, basis=basis, evidence=(evidence,))


def _words_for(day: date, markup: str, url: str | None) -> Evidence | None:
    """Words of the page that mean the day, in any order of its parts and with the month in any language."""
    y, m, d = day.year, day.month, day.day
    forms = (
        rf"(?<!\d){y}[-/._]?0?{m}[-/._]?0?{d}(?!\d)",
        rf"(?<!\d)0?{d}[-/. ]{{1,2}}0?{m}[-/. ]{{1,2}}(?:{y}|{y % 100:02d})(?!\d)",
        rf"(?<!\d)0?{m}[-/.]0?{d}[-/.](?:{y}|{y % 100:02d})(?!\d)",
        rf"(?<!\d)0?{d}(?!\d)[^\d<>\n]{{1,24}}{y}(?!\d)",
        rf"[^\W\d_]{{3,12}}\.?\s+0?{d}(?!\d)[^\d<>\n]{{0,6}}\s*{y}(?!\d)",
        rf"(?<!\d){y}\W{{0,3}}\s*[^\W\d_]{{3,12}}\W{{0,2}}\s*0?{d}(?!\d)",
    )
    for form in forms:
        pattern = re.compile(form)
        if url and (found := pattern.search(url)):
            return Evidence("url", url)
        found = pattern.search(markup)
        if found:
            inside = markup.rfind("<", 0, found.start()) > markup.rfind(">", 0, found.start())
            return Evidence("metadata" if inside else "page", found.group())
    return None
