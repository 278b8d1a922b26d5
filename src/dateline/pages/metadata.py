"""What a page's markup says of its article: headline, byline, outlet, address, and when it was published, with the evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from dateline.model import Evidence, Published
from dateline.pages.blocks import Markup
from dateline.pages.clean import clean
from dateline.pages.days import url_day, written_days
from dateline.pages.jsonld import Json, articles_in, strings
from dateline.pages.lines import Line
from dateline.pages.markup import attributes, collapsed, unescaped
from dateline.pages.outlet import bare, is_media
from dateline.pages.rescue import rescued, scripted
from dateline.pages.stated import stated_by
from dateline.pages.traced import Traced, untraced

_PUBLISHED = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "publish-date",
    "publishdate",
    "publish_date",
    "published-date",
    "pubdate",
    "pub_date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "published_time",
    "published_at",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxense:publishtime",
    "bt:pubdate",
    "rnews:datepublished",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "article-publish-date",
    "citation_publication_date",
    "citation_date",
    "ptime",
    "gentime",
    "releasedate",
    "release_date",
    "vr:published_time",
    "analyticsattributes.articledate",
    "displaydate",
    "date",
]
_RANK = {name: k for k, name in enumerate(_PUBLISHED)}
_SITE = re.compile(r"\s+(?:[|*•·»«–—]|::|-)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the markup tells; None where it does not."""

    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published = Published()


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    lean: str
    fetched: date | None
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """The head's facts, before anything is chosen among them."""

    metas: dict[str, str]
    links: dict[str, str]
    items: tuple[tuple[str, str], ...]
    times: tuple[dict[str, str], ...]
    things: tuple[Json, ...]


def metadata_of(
    markup: Markup, text: Traced, given_url: str | None = None, fetched: date | None = None, beside: Sequence[str] = ()
) -> Metadata:
    """The metadata of a page's one article.

    `given_url` is the address it was fetched from, and `fetched` when, where that is known; `beside` are the lines above its body.
    """
    head = _head(markup, text)
    url = _address(given_url, head)
    thing = _main(head.things, url, head.metas.get("og:title"))
    outlet = next(iter(strings(thing.get("publisher")) if thing else []), None)
    outlet = head.metas.get("og:site_name") or outlet or head.metas.get("application-name") or _by_title(markup)
    return Metadata(
        headline=_headline(markup, head, thing, outlet),
        byline=_byline(head, thing),
        outlet=bare(_said(outlet) or "") or None,
        url=url,
        published=_published(head, thing, url, _Page(text.text, markup.lean, fetched, tuple(beside))),
    )


def metadata_of_part(
    markup: Markup, text: Traced, whole: Markup, page: Traced, headline: str, beside: Sequence[str]
) -> Metadata:
    """The metadata of one of a page's several articles: of its own markup, and of the page's object with its headline."""
    own, shared = _head(markup, text), _head(whole, page)
    thing = next((t for t in shared.things if any(_alike(h, headline) for h in strings(t.get("headline"))[:1])), None)
    stamps = [*_claims(own, thing), *(("time", said["datetime"]) for said in own.times if said.get("datetime"))]
    made = ((f"{key}: {value}"[:300], day) for key, value in stamps if (day := day_of(value)))
    stamp = next(made, None)
    published = stated_by(beside) or Published()
    if stamp:
        published = Published(
            start=stamp[1], end=stamp[1], basis="metadata", evidence=(Evidence("metadata", stamp[0]),)
        )
    named = (_line(words).byline for words in beside)
    url = next((u for u in strings(thing.get("url"), "@id") if re.match(r"https?://", u)), None) if thing else None
    return Metadata(
        headline=headline,
        byline=_byline(own, thing) or next((who for who in named if who), None),
        url=url,
        published=published,
    )


def _line(words: str) -> Line:
    return Line(0, len(words), words, 0)


def _head(markup: Markup, text: Traced) -> _Head:
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    items: list[tuple[str, str]] = []
    times: list[dict[str, str]] = []
    for token in markup.tags[:5000]:
        said = attributes(text.text[token.start : token.end])
        if token.name == "meta":
            value = _said(said.get("content"))
            for key in ("property", "name", "itemprop", "http-equiv"):
                if value and said.get(key):
                    metas.setdefault(said[key].strip().lower(), value)
        elif token.name == "link" and said.get("href"):
            links.setdefault(said.get("rel", "").strip().lower(), said["href"].strip())
        elif token.name == "time":
            times.append(said)
        if said.get("itemprop") and token.name != "meta":
            value = said.get("datetime") or said.get("content")
            if value:
                items.append((said["itemprop"].lower(), value))
    scripts = [
        text.text[raw.start : raw.end]
        for tag, raw in markup.scripts
        if "ld+json" in text.text[tag.start : min(tag.end, tag.start + 1000)] and raw.end - raw.start <= 2_000_000
    ]
    return _Head(metas, links, tuple(items), tuple(times), tuple(articles_in(scripts)))


def _address(given: str | None, head: _Head) -> str | None:
    for found in (head.links.get("canonical"), head.metas.get("og:url"), given):
        if found and re.match(r"https?://[^\s]{3,2000}$", found):
            return found
    return given


def _main(things: tuple[Json, ...], url: str | None, title: str | None) -> Json | None:
    """The object that describes this page's article: by address, by title, else the first whose headline is of no other one."""
    for thing in things:
        named = (
            strings(thing.get("url"), "@id") + strings(thing.get("mainEntityOfPage"), "@id") + strings(thing.get("@id"))
        )
        if url and any(_path(n) == _path(url) for n in named):
            return thing
    for thing in things:
        heads = strings(thing.get("headline"))
        if title and heads and heads[0][:40].casefold() == title[:40].casefold():
            return thing
    if title:
        things = tuple(t for t in things if not any(_apart(h, title) for h in strings(t.get("headline"))[:1]))
    return next((t for t in things if t.get("headline")), things[0] if things else None)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return url


def _headline(markup: Markup, head: _Head, thing: Json | None, outlet: str | None) -> str | None:
    """What most of the page's own titles agree on: its first heading, JSON-LD, OpenGraph, the title; the heading where none agree."""
    said = [b.text.text for b in markup.blocks if "h1" in b.inside and 2 <= len(b.words) <= 60][:3]
    said += strings(thing.get("headline"))[:1] if thing else []
    said += [t for t in (head.metas.get("og:title"), head.metas.get("twitter:title"), _title(markup)) if t]
    titles = [t for t in (_said(_without_site(words, outlet)) for words in said) if t]
    if not titles:
        return None
    keys = [tuple(re.findall(r"\w+", t.casefold())) for t in titles]
    best = max(range(len(keys)), key=lambda k: (keys.count(keys[k]), -k))
    if keys.count(keys[best]) == 1 and head.metas.get("og:title"):
        shared = [k for k in range(len(titles)) if sum(_alike(titles[k], other) for other in titles) > 1]
        best = shared[0] if shared else best
    return titles[best]


def _title(markup: Markup) -> str | None:
    return clean(collapsed(unescaped(markup.title))).text if markup.title is not None else None


def _by_title(markup: Markup) -> str | None:
    """What the title adds to the page's first heading, where that is a paper's name."""
    title = _title(markup) or ""
    heading = next((b.text.text for b in markup.blocks if "h1" in b.inside), None)
    end = next(reversed(list(_SITE.finditer(title[:1000]))), None)
    if heading is None or end is None or not _alike(title[: end.start()], heading):
        return None
    return title[end.end() :] if is_media(bare(title[end.end() :])) else None


def _without_site(title: str, outlet: str | None) -> str:
    """A title without the names at its end: the outlet's, what stands after a bar, or few words after a dash."""
    for _ in range(2):
        ends = list(_SITE.finditer(title[:1000]))
        if not ends:
            break
        last = ends[-1]
        name = title[last.end() :]
        named = outlet is not None and _alike(name, outlet)
        short = len(name.split()) <= (6 if last.group().strip() in "|*" else 3) and last.start() > 30
        if not (named or short):
            break
        title = title[: last.start()]
    return title


def _alike(one: str, other: str) -> bool:
    """Whether two titles say the same: most words of the shorter one are in the other."""
    a, b = (set(re.findall(r"\w+", w.casefold())) for w in (one, other))
    return bool(a and b) and len(a & b) >= 0.6 * min(len(a), len(b))


def _apart(one: str, other: str) -> bool:
    """Whether two titles have no word of four letters or more in common."""
    a, b = (set(re.findall(r"[^\W\d_]{4,}", w.casefold())) for w in (one, other))
    return bool(a and b) and not a & b


def _byline(head: _Head, thing: Json | None) -> str | None:
    names = strings(thing.get("author")) if thing else []
    for key in (
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "citation_author",
        "cxenseparse:author",
    ):
        if names:
            break
        value = head.metas.get(key, "")
        if value and not re.match(r"https?:|www\.|@", value):
            names = [value]
    kept = list(dict.fromkeys(re.sub(r"(?i)^by\s+", "", n).strip() for n in names if not re.match(r"https?:", n)))
    return _said(", ".join(kept[:12]))


def _published(head: _Head, thing: Json | None, url: str | None, page: _Page) -> Published:
    """The day in the address, else what the markup claims, else what htmldate finds: the order that htmldate's authors measured."""
    by_url = url_day(url) if url else None
    if url and by_url:
        return Published(start=by_url.day, end=by_url.day, basis="metadata", evidence=(Evidence("url", url),))
    for key, value in _claims(head, thing):
        day = day_of(value)
        if day:
            return Published(
                start=day, end=day, basis="metadata", evidence=(Evidence("metadata", f"{key}: {value}"[:300]),)
            )
    return scripted(page.text) or stated_by(page.beside) or rescued(page.lean, url, page.fetched) or Published()


def _claims(head: _Head, thing: Json | None) -> Iterator[tuple[str, str]]:
    """Everything in the markup that says when the article was published, the surest first."""
    if thing:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            for value in strings(thing.get(key)):
                yield key, value
    for key in sorted((k for k in head.metas if k in _RANK), key=_RANK.__getitem__):
        yield key, head.metas[key]
    for key, value in head.items:
        if key in ("datepublished", "pubdate", "dateline", "datecreated"):
            yield key, value
    for said in head.times:
        named = f"{said.get('class', '')} {said.get('itemprop', '')} {said.get('id', '')}"
        if said.get("datetime") and (
            "pubdate" in said or re.search(r"publi|posted|entry-date|created", named, re.IGNORECASE)
        ):
            yield "time", said["datetime"]


def day_of(value: str) -> date | None:
    """The day of a time stamp as pages write them, in the zone that it is written in; None where none is sure."""
    value = value.strip()
    if re.fullmatch(r"1\d{9}|1\d{12}", value):
        return None  # a count of seconds names no day without a zone
    days = written_days(value.replace("T", " ", 1) if re.match(r"\d{4}-\d\d-\d\dT", value) else value)
    if days:
        return days[0].day
    compact = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)", value)
    if compact:
        try:
            return date(*map(int, compact.groups()))
        except ValueError:
            return None
    return None


def _said(words: str | None) -> str | None:
    """Words without markup and in one line; None where nothing is left."""
    if not words:
        return None
    words = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", " ", words)
    return " ".join(clean(untraced(words)).text.split()) or None
