"""The outlet of a page's articles, where the page's own words show it."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.pages.bundles import Item
from dateline.pages.lines import dateline_of
from dateline.pages.words import words

_LOOK_AT = 400_000
"""Code points of a page that are searched for each name."""

_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]+(?:[ -](?:[A-Z][\w’'-]*|of|al)(?!\w)){0,4}"
_TOLD = re.compile(rf"\b(?:tells?|told|telling|interview with|speaking to|spoke to|statements? to)\s+(?P<name>{_NAME})")
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?:©|\([cC]\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*,?\s*(?:by\s+)?"
    rf"(?P<name>{_NAME})"
)


def outlet_of(items: Sequence[Item]) -> str | None:
    """The one outlet of all articles of a page: by its copyright line, its bylines, or whom its sources told; None where none is sure."""
    for line in (line for item in items for line in item.around):
        named = _COPYRIGHT.search(line.text) if line.around and len(line.text) <= 300 else None
        if named:
            name = re.sub(
                r"\W*\b(?:all|inc|ltd|llc|limited|corp|corporation|company|media group)\b.*$",
                "",
                named["name"],
                flags=re.IGNORECASE,
            )
            if name.strip():
                return name.strip(" .,")
    return _by_byline(items) or _told(items) or _by_dateline(items)


def _by_byline(items: Sequence[Item]) -> str | None:
    found = Counter(
        part.strip()
        for item in items
        for line in item.around
        if line.byline
        for part in re.split(r"[,|/]", line.byline)[1:]
        if is_media(part)
    )
    return _sole(found)


def is_media(name: str) -> bool:
    """Whether a name says that it is a paper's, an agency's or a station's."""
    parts = [p.lower() for p in name.split()]
    return 2 <= len(parts) <= 5 and parts[-1] in words("media")


def _told(items: Sequence[Item]) -> str | None:
    """The name that sources on the page told things, where it is no agency that others quote, no person and no body.

    A paper names itself as `told X` when it speaks to its own sources. Once is enough only where an anonymous or consulted
    source tells it, and where the name stands nowhere else, as a person's or a body's would.
    """
    texts = [line.text[:4000] for item in items for line in item.body]
    found: Counter[str] = Counter()
    informed: Counter[str] = Counter()
    for text in texts:
        for m in _TOLD.finditer(text):
            name = re.sub(r"^[Tt]he ", "", re.sub(r"[’']s?$", "", m["name"]))
            parts = name.casefold().split()
            if name.casefold() in words("agencies") or words("agencies") & set(parts) or parts[0] in words("told"):
                continue
            if " of " in name or "’s " in name or "'s " in name or (set(parts) & words("told") and not is_media(name)):
                continue
            found[name] += 1
            said = {
                w.casefold()
                for w in re.findall(r"\w+", re.split(r"[.!?]\s", text[max(0, m.start() - 160) : m.start()])[-1])
            }
            informed[name] += bool(said & words("informants"))
    whole = "\n".join(texts)[:_LOOK_AT]
    safe = Counter({n: c for n, c in found.most_common(40) if _named_alone(n, whole, c) and (c > 1 or informed[n])})
    return _sole(safe)


def _named_alone(name: str, whole: str, told: int) -> bool:
    """Whether the name stands nowhere but where it is told something, nor its last word without the rest."""
    if len(name.split()) < 2:
        return False
    last = name.rsplit(maxsplit=1)[-1]
    return whole.count(name) <= told and len(re.findall(rf"\b{re.escape(last)}\b", whole)) <= told


def _by_dateline(items: Sequence[Item]) -> str | None:
    found: Counter[str] = Counter()
    for item in items:
        opening = dateline_of(item.body[0].text) if item.body else None
        agency = opening["agency"] if opening else None
        if agency and agency.strip("() ").casefold() in words("agencies"):
            found[agency.strip("() ")] += 1
    return _sole(found) if len(items) == sum(found.values()) else None


def _sole(found: "Counter[str]") -> str | None:
    """The commonest, where no other is as common."""
    best = found.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
