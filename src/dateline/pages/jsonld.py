"""JSON-LD in a page: what schema.org calls an article, among whatever else a page's scripts describe."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from dateline.pages.traced import Traced

_NEWS = re.compile(
    r"(?:\w*(?:News|Blog|Satirical|Scholarly|Tech|Opinion|Medical\w*)?Article|\w*BlogPosting|Report|SocialMediaPosting|Review)$"
)
_BODY = re.compile(r'"articleBody"\s{0,5}:\s{0,5}"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_LOOSE = re.compile(r",(?=\s*[}\]])")
_DEEP = 12

Json = dict[str, Any]
"""A JSON object. Any: what stands in it is checked where it is used."""


def articles_in(scripts: Iterable[str]) -> list[Json]:
    """The objects of the scripts whose type is an article's, in the page's order; broken scripts are mended or left out."""
    found: list[Json] = []
    for script in scripts:
        value = _loaded(script)
        found += [thing for thing in _things(value, 0) if _is_article(thing)]
    return found


def body_in(script: Traced) -> Traced | None:
    """The words of the first `articleBody` in a script, each still leading back to its bytes; None where there is none."""
    found = _BODY.search(script.text)
    if found is None:
        return None
    literal = script.part(*found.span(1))
    return literal.edited((m.start(), m.end(), _read(m[0])) for m in _ESCAPE.finditer(literal.text))


def _read(escape: str) -> str:
    try:
        words: str = json.loads(f'"{escape}"')
    except ValueError:
        return escape[1:]
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def strings(value: object, key: str = "name") -> list[str]:
    """The words of a value that may be a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        words = " ".join(unescape(value).split())
        return [words] if words else []
    if isinstance(value, dict):
        return strings(value.get(key), key) if not isinstance(value.get(key), dict) else []
    if isinstance(value, list):
        return [words for part in value[:50] if isinstance(part, (str, dict)) for words in strings(part, key)]
    return []


def _loaded(script: str) -> object:
    script = re.sub(
        r"^\s*(?:<!--|<!\[CDATA\[|/\*.{0,20}?\*/|//\s*<!\[CDATA\[)+|(?:-->|//\s*\]\]>|\]\]>|;)+\s*$", "", script.strip()
    )
    for words in (script, _LOOSE.sub("", script)):
        try:
            return json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: object, depth: int) -> Iterator[Json]:
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for part in value[:500]:
            yield from _things(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"):
            if isinstance(value.get(key), (list, dict)):
                yield from _things(value[key], depth + 1)


def _is_article(thing: Json) -> bool:
    kinds = thing.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(isinstance(kind, str) and _NEWS.search(kind) for kind in named[:10])
