"""The ordered list of steps that make a record of many readings, and nothing else."""

from collections.abc import Iterable, Sequence

from dateline.linking.choose import one_per_article
from dateline.linking.corrections import corrected
from dateline.model import Appearance, Correction, Reading, Record

LINKER = "1"
"""The version of the rules; judgements that another version made are not taken up again."""


def link(
    readings: Sequence[Reading],
    appearances: Sequence[Appearance] = (),
    corrections: Sequence[Correction] = (),
) -> Record:
    """What the readings say together. A pure function of the set of readings and corrections: their order does not matter."""
    known = prepared(readings, corrections)
    return Record(readings=known, appearances=tuple(sorted(appearances, key=_where)))


def prepared(readings: Iterable[Reading], corrections: Iterable[Correction]) -> dict[str, Reading]:
    """The readings of a record: one for each article, corrected."""
    return corrected(one_per_article(readings), corrections)


def _where(appearance: Appearance) -> tuple[str, str, str, str]:
    return (appearance.article, appearance.page.sha256, appearance.page.source, appearance.headline or "")
