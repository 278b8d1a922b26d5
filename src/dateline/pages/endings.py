"""What is left among an article's lines once its parts are told: lists of topics and headlines, its author's life, what was said already."""

import re
from collections.abc import Sequence

from dateline.pages.lines import Line
from dateline.pages.words import words

_BIO = re.compile(
    r"[A-Z][\w’-]+(?: [A-Z]\.)? (?P<last>[A-Z][\w’-]{2,})(?: [A-Z][\w’-]{2,})?,? (?:(?:is|was) [^.]{0,80}?\b(?:journalist|reporter|editor|correspondent|columnist|writer|author|"
    r"fellow|contributor|freelancer|commentator|analyst|professor|lecturer)\b|(?:covers|writes (?:about|on|for)|reports (?:on|for)) )"
)

_SHOUTED = 6
"""Words in capitals that are more than a subheading."""

_REPEATED = 10
"""Words of a paragraph that nobody says twice; a page that shows its article twice does."""

_LIST = 60
"""Lines of a list below a text at most; a longer one is a table or a register, and the article's own."""

_HEADLINES = 3
"""Lines from which on they are a list of headlines."""

_CLOCK = re.compile(r"\d{1,2}:\d\d")
"""How long a video runs, between its headline and the next."""

_HEADLINE_AT_MOST = 16
"""Words from which on a line below the text is none of a list, but a paragraph that breaks off."""

_TOPIC = 6
"""Words of a topic at most."""

_TOPICS = 4
"""Topics from which on they are a list of them, where half of them are named in the text."""


def without_leftovers(kept: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the body, and those that were taken from it."""
    kept, left = _without_repeats(kept)
    if not (kept and kept[0].foreign):
        while len(kept) > 1 and kept[-1].foreign:
            left.append(kept.pop())
    if len(kept) > 2 and _is_bio(kept[-1], kept[:-1]):
        left.append(kept.pop())
    capitals = [
        line for line in kept[1:-1] if line.text.isupper() and line.count >= _SHOUTED and not line.text.endswith(".")
    ]
    if 5 * len(capitals) < len(kept):  # headlines of other articles, as links between paragraphs
        left += capitals
        links = set(capitals)
        kept = [line for line in kept if line not in links]
    for listed in (_topics(kept), _headlines(kept)):
        if listed:
            left += kept[-listed:]
            del kept[-listed:]
    return kept, left


def _without_repeats(kept: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    said: set[str] = set()
    first: list[Line] = []
    again: list[Line] = []
    for line in kept:
        (again if line.count >= _REPEATED and line.key in said else first).append(line)
        said.add(line.key)
    return first, again


def _headlines(kept: Sequence[Line]) -> int:
    """How many of the last lines are headlines of other articles, by their capitals or by names that the text does not hold."""
    listed = 0
    while listed < len(kept) - 1 and (
        _headline(kept[-1 - listed]) or (listed and _CLOCK.fullmatch(kept[-1 - listed].text))
    ):
        listed += 1
    heads = [line for line in kept[len(kept) - listed :] if _headline(line)]
    if not _HEADLINES <= len(heads) <= _LIST:
        return 0
    if all(line.title_case for line in heads):
        return listed
    text = " ".join(line.key for line in kept[: len(kept) - listed])
    told = [name for line in heads for name in line.names]
    new = [name for name in told if name not in text]
    return listed if len(told) >= len(heads) and 3 * len(new) >= 2 * len(told) else 0


def _headline(line: Line) -> bool:
    return line.title and line.count >= 5 and not line.bullet


def _told(line: Line) -> bool:
    return line.prose or line.sentence or line.bullet


def _topics(kept: Sequence[Line]) -> int:
    """How many of the last lines are the topics under which a page files its article, with what else stands among them."""
    end = len(kept)
    while end > 1 and kept[end - 1].count < _HEADLINE_AT_MOST and not _told(kept[end - 1]):
        end -= 1
    if not _TOPICS <= len(kept) - end <= _LIST:
        return 0
    text = f" {' '.join(line.key for line in kept[:end])} "
    listed = [line for line in kept[end:] if line.count <= _TOPIC and not any(c.isdigit() for c in line.text)]
    named = [line for line in listed if f" {line.key} " in text]
    if len(listed) >= _TOPICS and 2 * len(named) >= len(kept) - end:
        return len(kept) - end
    outlets = [line for line in kept[end:] if line.outlet or line.key.split(" ")[0] in words("agencies")]
    return len(kept) - end if len(outlets) > 1 else 0  # where else the news is told


def _is_bio(line: Line, before: Sequence[Line]) -> bool:
    """Whether the last line tells who its author is: a name that the article does not hold, and a writer's work."""
    found = _BIO.match(line.text) if line.count <= 60 else None
    return found is not None and not any(re.search(rf"\b{re.escape(found['last'])}\b", other.text) for other in before)
