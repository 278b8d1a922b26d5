"""Splits markup into tags and text without building a tree, in linear time whatever it holds, and keeps where each stands.

Follows the HTML standard's tokeniser as far as text and its order go: comments, raw text in scripts and titles, quoted
attributes that hold `>`. What never ends (a comment, a quoted value) ends at the next `>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from dateline.pages.traced import Traced

Kind = Literal["text", "open", "close", "raw"]

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60}+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_PLAIN_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60}+)([^>]*+)>")
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"))
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,80}+)\s*+(?:=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_BLANK = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a run of text, or the raw text of a script or the like; `[start, end)` in the page's text."""

    kind: Kind
    name: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of the markup, in order; comments, declarations and broken tags are left out."""
    at, done, size = 0, 0, len(text)
    tag = _TAG
    endless: set[str] = set()
    while True:
        at = text.find("<", at)
        if at < 0 or text.find(">", at) < 0:
            break
        following = text[at + 1 : at + 4]
        if following.startswith(("!", "?")):
            end = _declared(text, at, endless)
        elif following[:1].isascii() and (
            following[:1].isalpha() or (following[:1] == "/" and following[1:2].isalpha())
        ):
            found = tag.match(text, at)
            if found is None and tag is _TAG:
                tag = _PLAIN_TAG  # a quote that never ends: from here on, a tag ends at the next ">"
                found = tag.match(text, at)
            if found is None:
                at += 1
                continue
            if at > done:
                yield Token("text", "", done, at)
            name, end = found[2].lower(), found.end()
            raw = name in _RAW and not found[1]
            close = None
            if raw and name not in endless:
                close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, end)
            if not raw or close is not None:
                yield Token("close" if found[1] else "open", name, at, end)
            if close is not None:
                yield Token("raw", name, end, close.start())
                end = close.start()
            elif raw:
                endless.add(name)  # never closed: the tag says nothing; in a script or style, nothing is left to show
                end = size if name in ("script", "style") else end
            at = done = end
            continue
        else:
            at += 1
            continue
        if at > done:
            yield Token("text", "", done, at)
        at = done = end
    if done < size:
        yield Token("text", "", done, size)


def _declared(text: str, at: int, endless: set[str]) -> int:
    """Where a comment or declaration ends."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        if text.startswith(opening, at) and closing not in endless:
            end = text.find(closing, at + (2 if closing == "-->" else len(opening)))
            if end >= 0:
                return end + len(closing)
            endless.add(closing)
    return text.find(">", at) + 1


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag's words, names in small letters; the first of two with one name."""
    found: dict[str, str] = {}
    body = re.sub(r"^</?[a-zA-Z][^\s/>]*", "", tag[:20_000]).rstrip(">")
    for m in _ATTRIBUTE.finditer(body):
        value = m[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        found.setdefault(m[1].lower(), unescape(value) if "&" in value else value)
    return found


def unescaped(text: Traced) -> Traced:
    """With character references read; each leads back to its bytes."""
    if "&" not in text.text:
        return text
    return text.edited(
        (m.start(), m.end(), read) for m in _REFERENCE.finditer(text.text) if (read := unescape(m[0])) != m[0]
    )


def collapsed(text: Traced) -> Traced:
    """With each run of white space made one space, as markup means it."""
    return text.edited((m.start(), m.end(), " ") for m in _BLANK.finditer(text.text) if m[0] != " ")
