"""The outlet of a page's articles, where the page's own words show it."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.pages.captions import caption_of
from dateline.pages.lines import dateline_of
from dateline.pages.parts import Item
from dateline.pages.words import words

_LOOK_AT = 400_000
"""Code points of a page that are searched for each name."""

_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]+(?:[ -](?:[A-Z][\w’'-]*|of|al)(?!\w)){0,4}"
_TOLD = re.compile(rf"\b(?:tells?|told|telling|interview with|speaking to|spoke to|statements? to)\s+(?P<name>{_NAME})")
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?:©|\([cC]\))?\s*(?P<year>(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*,?\s*(?:by\s+)?"
    rf"(?P<name>{_NAME})"
)

_MORE_FROM = re.compile(r"(?i:more from )(?P<name>(?:[Tt]he )?(?:[A-Z][\w’'-]+ ?){2,5}):?")
"""A paper's name as the heading of its own list."""

_PICTURE = re.compile(r"\s*/|[^/]{0,40}\bvia\b")
_PICTURE_WORD = re.compile(r"\b(?:photos?|images?|pictures?|getty|handout|pool)\b", re.IGNORECASE)
"""What only the copyright line of a picture holds."""


def outlet_of(items: Sequence[Item]) -> str | None:
    """The one outlet of all articles of a page, without an article before it; None where none is sure.

    By its copyright line, its masthead, its bylines, whom its sources told, the initials under its own pictures, its dateline.
    """
    found = _by_copyright(items) or _by_masthead(items) or _by_byline(items) or _told(items)
    return found or _by_initials(items) or _by_dateline(items)


def _by_copyright(items: Sequence[Item]) -> str | None:
    for line in (line for item in items for line in item.around):
        own = _MORE_FROM.fullmatch(line.text) if line.section else None
        if own and is_media(bare(own["name"])):
            return bare(own["name"])
        named = _COPYRIGHT.search(line.text) if line.around and len(line.text) <= 300 else None
        if named is None or _PICTURE.match(line.text, named.end("name")) or _PICTURE_WORD.search(named["name"]):
            continue
        name = re.sub(
            r"\W*\b(?:all|inc|ltd|llc|limited|corp|corporation|company|media group)\b.*$",
            "",
            named["name"],
            flags=re.IGNORECASE,
        )
        name = bare(name.strip(" .,"))
        if name and (named["year"] or name.casefold() not in words("agencies")):
            return name
    return None


def bare(name: str) -> str:
    """An outlet's name without the article before two words or more, so that `the Olden Post` and `Olden Post` are one."""
    return re.sub(r"^the\b", "The", re.sub(r"^[Tt]he\s+(?=\S+\s+\S)", "", name))


def _by_masthead(items: Sequence[Item]) -> str | None:
    """A line in capitals above the first headline that is a paper's name, spelled as the page's text does, else as names are."""
    if not items:
        return None
    first = items[0]
    at = first.headline.start if first.headline else first.body[0].start
    for line in sorted((line for line in first.around if line.start < at), key=lambda line: line.start)[:6]:
        name = bare(line.text.title() if line.text.isupper() else "")
        parts = name.casefold().split()
        if not (is_media(name) and len(line.text) <= 60 and re.fullmatch(r"[\w’'& -]+", name)):
            continue
        if all(part in words("media") or part in words("rubrics") for part in parts):
            continue
        text = "\n".join(line.text[:4000] for item in items for line in (*item.captions, *item.body, *item.around))
        spelled = re.findall(rf"\b{re.escape(name)}\b", text[:_LOOK_AT], re.IGNORECASE)
        others = Counter(s for s in spelled if not s.isupper() and not s.islower())
        return _sole(others) or re.sub(r"\b(?:Of|And|The|On|In)\b", lambda m: m[0].lower(), name)
    return None


def _by_initials(items: Sequence[Item]) -> str | None:
    """The name in a picture's credit whose initials stand alone on a line beside the article, as papers sign their own news."""
    found: Counter[str] = Counter()
    for item in items:
        signs = {line.text for line in item.around if re.fullmatch(r"[A-Z]{2,5}", line.text)}
        for line in item.captions:
            credit = caption_of(line.text).credit or ""
            for name in {bare(part.strip()) for part in credit.split("/")[:3]}:
                capitals = re.findall(r"\b[A-Z](?=[\w’'])", name)
                if len(capitals) > 1 and "".join(capitals) in signs and name.casefold() not in words("agencies"):
                    found[name] += 1
    return _sole(found)


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
        name = bare(agency.strip("()/ ")) if agency else ""
        if name.casefold() in words("agencies") or is_media(name):
            found[name] += 1
    return _sole(found) if len(items) == sum(found.values()) else None


def _sole(found: "Counter[str]") -> str | None:
    """The commonest, where no other is as common."""
    best = found.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
