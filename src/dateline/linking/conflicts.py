"""What cannot all be true."""

from collections.abc import Sequence

from dateline.model import Conflict, Reading


def find_conflicts(readings: Sequence[Reading]) -> tuple[Conflict, ...]:
    """The conflicts between and within the readings."""
    del readings
    return ()
