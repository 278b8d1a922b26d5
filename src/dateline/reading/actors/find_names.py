"""The proper names of an article: spotted in its sentences, without its frame, each with its kind."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Place
from dateline.reading.actors.frame import frame_tokens
from dateline.reading.actors.kinds import settled_names
from dateline.reading.actors.names import Name
from dateline.reading.actors.spotting import names_in
from dateline.reading.parse import Parsed


def find_names(parsed: Parsed, places: Iterable[Place]) -> tuple[Name, ...]:
    """The names of the text, in order; they do not overlap."""
    doc = parsed.doc
    outside, headlines = frame_tokens(parsed)
    skip = outside | headlines
    found = [
        name
        for sentence in doc.sents
        for name in names_in(doc, sentence.start, sentence.end)
        if name.start not in skip or (name.listed and name.kind != "outlet" and name.start not in outside)
    ]
    if _georgia_of_the_us(found):
        found = [
            replace(name, kind="place", side=None, country="US") if name.short == "Georgia" else name for name in found
        ]
    return tuple(settled_names(doc, found, places))


def _georgia_of_the_us(found: list[Name]) -> bool:
    """Whether "Georgia" is the American state: the US is named, and nothing of the Caucasus and Russia."""
    states = {name.short for name in found if name.listed}
    demonym = any(name.short == "Georgia" and name.kind == "adjective" for name in found)
    return "US" in states and not demonym and not states & {"Russia", "Armenia", "Azerbaijan", "Ukraine", "Turkey"}
