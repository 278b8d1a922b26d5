"""What was counted or measured."""

from dataclasses import dataclass
from datetime import date

from dateline.model import Citation, Interval, Quantity, Reading, Record
from dateline.views.lookup import LATEST, Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """A figure; `text` is the sentence that gives it, `days` as of when, else the day of publication orders it."""

    id: str
    of: str | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    place: str | None
    start: date | None
    end: date | None
    text: str
    article: str
    outlet: str | None
    headline: str | None
    story: str | None
    anchors: tuple[Citation, ...]


def quantities(
    record: Record, *, story: str | None = None, of: str | None = None, unit: str | None = None
) -> tuple[QuantityRow, ...]:
    """The figures, those of one unit and thing together, in the order of their days; those of copies once.

    `of` and `unit` keep the figures whose thing or unit holds these words.
    """
    look = Lookup(record)
    rows = [
        _row(look, reading, found)
        for reading in look.readings(story)
        if reading.article.duplicate_of is None or reading.article.duplicate_of not in record.readings
        for found in reading.quantities
        if (of is None or of.casefold() in (found.of or "").casefold())
        and (unit is None or unit.casefold() in found.unit.casefold())
    ]
    return tuple(sorted(rows, key=lambda row: (row.unit, row.of or "", _when(look, row), row.article, row.anchors)))


def _row(look: Lookup, reading: Reading, found: Quantity) -> QuantityRow:
    article = reading.article
    here = Citation(article.id, found.anchor)
    return QuantityRow(
        id=found.id,
        of=found.of,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        unit=found.unit,
        place=found.place,
        start=found.days.start,
        end=found.days.end,
        text=look.sentence(here).anchor.quote,
        article=article.id,
        outlet=article.outlet,
        headline=article.headline,
        story=look.story_of.get(article.id),
        anchors=(here,),
    )


def _when(look: Lookup, row: QuantityRow) -> date:
    days = Interval(row.start, row.end)
    return days.end or days.start or look.day(row.article) or LATEST
