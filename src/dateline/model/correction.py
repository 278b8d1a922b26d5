"""What a person decided about the record: data, kept and replayed, never an edit of what was read."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.ids import content_id

CorrectionKind = Literal[
    "same_actor",
    "not_same_actor",
    "same_story",
    "not_same_story",
    "same_event",
    "not_same_event",
    "same_commitment",
    "not_same_commitment",
    "published",
    "days",
    "due",
    "hide",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision. `targets` are ids: of records of readings, of linked records as an answer showed them, or of articles.

    The `same_` and `not_same_` kinds join or part their targets (stories: articles, or stories). `published` gives an
    article, `days` an event and `due` a commitment the days in `value` (`DAY`, `DAY/DAY`, with an open side left empty,
    or `unknown`). `hide` takes records, or whole articles, out of the answers.
    """

    kind: CorrectionKind
    targets: tuple[str, ...]
    value: str | None = None
    author: str | None = None
    day: date | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """Made from everything that the correction says."""
        return content_id("correction", self.kind, *self.targets, "", self.value, self.author, self.day, self.note)
