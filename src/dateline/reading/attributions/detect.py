"""Detection: the source, cue and content of every attribution, as stretches of the text."""

from dateline.reading.attributions.carry import carry
from dateline.reading.attributions.choose import choose
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.nouns import find_nominal
from dateline.reading.attributions.phrases import find_according
from dateline.reading.attributions.verbs import find_verbal
from dateline.reading.parse import Parsed


def detect(parsed: Parsed) -> list[Detected]:
    """Every attribution of the text, in its order. A learned tagger can stand in for this function."""
    page = open_page(parsed)
    found = [*find_verbal(page), *find_nominal(page)]
    return carry(page, choose(parsed.text, found, find_according(page)))
