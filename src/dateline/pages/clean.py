"""Cleaning in named steps. Each takes a traced text and gives one, so that every code point still leads back to its bytes.

Doing a step twice is doing it once, and so is doing all of them.
"""

import re
from collections.abc import Callable

from dateline.pages.traced import Traced

Step = Callable[[Traced], Traced]

_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\u2060\ufeff\ufffc\ufff9-\ufffb"  # soft hyphens, zero-width blanks, marks of objects and notes
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"  # marks of the direction of writing
)
_BLANKS = re.compile("  +")
_EDGES = re.compile("^ +| +$", re.MULTILINE)


def line_ends(text: Traced) -> Traced:
    """Every kind of line end becomes a line feed."""
    return text.edited((m.start(), m.end(), "\n") for m in _LINE_END.finditer(text.text))


def blanks(text: Traced) -> Traced:
    """Tabs, no-break spaces and spaces of other widths become plain spaces."""
    return text.edited((m.start(), m.end(), " ") for m in _BLANK.finditer(text.text))


def invisible(text: Traced) -> Traced:
    """Control characters, soft hyphens, zero-width blanks and direction marks go."""
    return text.edited((m.start(), m.end(), "") for m in _INVISIBLE.finditer(text.text))


def runs(text: Traced) -> Traced:
    """Several spaces become one."""
    return text.edited((m.start(), m.end(), " ") for m in _BLANKS.finditer(text.text))


def edges(text: Traced) -> Traced:
    """Spaces at the beginning and end of lines go."""
    return text.edited((m.start(), m.end(), "") for m in _EDGES.finditer(text.text))


STEPS: tuple[Step, ...] = (line_ends, blanks, invisible, runs, edges)


def clean(text: Traced) -> Traced:
    """All steps, in their order."""
    words = text.text
    if words.isprintable() and "  " not in words and words.strip(" ") == words:
        return text  # nothing for any step to do, and quickly known
    for step in STEPS:
        text = step(text)
    return text
