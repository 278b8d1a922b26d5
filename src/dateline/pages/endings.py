"""What is left among an article's lines once its parts are told: lists of topics and headlines, its author's life, what was said already."""

import re
from collections.abc import Sequence

from dateline.pages.lines import Line

_BIO = re.compile(
    r"[A-Z][\w’-]+(?: [A-Z]\.)? (?P<last>[A-Z][\w’-]{2,})(?: [A-Z][\w’-]{2,})?,? (?:(?:is|was) [^.]{0,80}?\b(?:journalist|reporter|editor|correspondent|columnist|writer|author|"
    r"fellow|contributor|freelancer|commentator|analyst|professor|lecturer)\b|(?:covers|writes (?:about|on|for)|reports (?:on|for)) )"
)

_SHOUTED = 6
"""Words in capitals that are more than a subheading."""

_REPEATED = 10
"""Words of a paragraph that nobody says twice; a page that shows its article twice does."""

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
        kept = [line for line in kept if line not in capitals]
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
    """How many of the last lines are headlines of other articles."""
    listed = 0
    while listed < len(kept) - 1:
        line = kept[-1 - listed]
        if not (line.title and line.title_case and line.count >= 5):
            break
        listed += 1
    return listed if listed >= 3 else 0


def _topics(kept: Sequence[Line]) -> int:
    """How many of the last lines are the topics under which a page files its article, with what else stands among them."""
    end = len(kept)
    while end > 1 and not (kept[end - 1].prose or kept[end - 1].sentence or kept[end - 1].bullet):
        end -= 1
    text = " ".join(line.key for line in kept[:end])
    listed = [line for line in kept[end:] if line.count <= _TOPIC and not any(c.isdigit() for c in line.text)]
    named = [line for line in listed if f" {line.key} " in f" {text} "]
    return len(kept) - end if len(listed) >= _TOPICS and 2 * len(named) >= len(kept) - end else 0


def _is_bio(line: Line, before: Sequence[Line]) -> bool:
    """Whether the last line tells who its author is: a name that the article does not hold, and a writer's work."""
    found = _BIO.match(line.text) if line.count <= 60 else None
    return found is not None and not any(re.search(rf"\b{re.escape(found['last'])}\b", other.text) for other in before)
