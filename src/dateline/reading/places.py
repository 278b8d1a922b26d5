"""Named places, with coordinates."""

from dateline.model import Place
from dateline.reading.parse import Parsed


def find_places(parsed: Parsed) -> tuple[Place, ...]:
    """The places that the text names, in the order of the text."""
    del parsed
    return ()
