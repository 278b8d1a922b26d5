"""Detection: the source, cue and content of every attribution, as stretches of the text."""

from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import Parsed


def detect(parsed: Parsed) -> list[Detected]:
    """Every attribution of the text, in its order."""
    return by_rules(parsed)
