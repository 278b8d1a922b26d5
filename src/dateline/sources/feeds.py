"""RSS and Atom feeds that were saved as files: each item as a page of its own.

An item's page is HTML made of what the feed tells (title, address, day, the feed's name) and of the item's own content, so
that it is cut as any other page. Its bytes are this HTML; the same item gives the same page in any feed file.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape

from lxml import etree

from dateline.model import Page
from dateline.sources.found import Found, problem

_ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_FULL = ("encoded", "content")
_SHORT = ("description", "summary")


def is_feed(head: bytes) -> bool:
    """Whether a file that begins so is a feed."""
    return bool(_ROOT.match(head.removeprefix(b"\xef\xbb\xbf")))


def items_of(source: str, content: bytes) -> Iterator[Found]:
    """The items of a feed, in its order. A feed that is damaged gives what its parser can save, and a problem."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield problem(source, "damaged", f"{source} is no XML: {str(error)[:200]}")
        return
    if root is None:
        yield problem(source, "damaged", f"{source} is no XML")
        return
    if len(parser.error_log):
        yield problem(source, "damaged", f"{source}: {parser.error_log[0].message[:200]}; what could be saved was read")
    outlet = _child_text(root, "title") or next(
        (_child_text(channel, "title") for channel in root if _name(channel) == "channel"), None
    )
    items = [element for element in root.iter(etree.Element) if _name(element) in ("item", "entry")]
    if not items:
        yield problem(source, "empty", f"{source} is a feed without items")
    for number, item in enumerate(items, 1):
        yield _page(source, number, item, outlet)


def _page(source: str, number: int, item: etree._Element, outlet: str | None) -> Found:
    title, link = _child_text(item, "title"), _link(item)
    body = next((b for name in (*_FULL, *_SHORT) if (b := _content(item, name))), None)
    named = f"{source}#{link or number}"
    if not body:
        return problem(named, "no_text", f"item {number} of {source} has no content")
    day = (
        _child_text(item, "pubDate")
        or _child_text(item, "published")
        or _child_text(item, "date")
        or _child_text(item, "updated")
    )
    author = _child_text(item, "creator") or next(
        (_child_text(a, "name") or (a.text or "").strip() for a in item if _name(a) == "author"), None
    )
    head = [
        f"<title>{escape(title)}</title>" if title else "",
        f'<meta property="og:title" content="{escape(title)}">' if title else "",
    ]
    head += [f'<link rel="canonical" href="{escape(link)}">'] if link else []
    head += [f'<meta property="article:published_time" content="{escape(_iso(day))}">'] if day else []
    head += [f'<meta property="og:site_name" content="{escape(outlet)}">'] if outlet else []
    head += [f'<meta name="author" content="{escape(author)}">'] if author else []
    made = f"<!DOCTYPE html><html><head><meta charset=utf-8>{''.join(head)}</head><body><article>"
    made += f"<h1>{escape(title)}</h1>" if title else ""
    made += f"{body if '<' in body else '<p>' + escape(body, quote=False) + '</p>'}</article></body></html>"
    page = Page(
        source=named, content=made.encode("utf-8", "replace"), url=link, media_type="text/html", charset="utf-8"
    )
    return Found(source=named, what=page)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child_text(element: etree._Element, name: str) -> str | None:
    for child in element:
        if _name(child) == name:
            words = " ".join("".join(str(t) for t in child.itertext()).split())
            if words:
                return words
    return None


def _content(item: etree._Element, name: str) -> str | None:
    for child in item:
        if _name(child) == name:
            inner = "".join(etree.tostring(part, encoding="unicode", with_tail=True) for part in child)
            words = (child.text or "") + inner
            if words.strip():
                return words
    return None


def _link(item: etree._Element) -> str | None:
    for child in item:
        if _name(child) == "link":
            href = child.get("href")
            if href and child.get("rel", "alternate") == "alternate":
                return href.strip()
            if child.text and child.text.strip():
                return child.text.strip()
    return None


def _iso(stamp: str) -> str:
    """An RFC 822 date as ISO 8601, anything else as it is."""
    try:
        return parsedate_to_datetime(stamp).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return stamp
