"""Questions to a record, answered as rows: pure functions of a `Record` and parameters, shared by every edge.

Each row is a frozen dataclass with `anchors`; `to_plain` makes it plain data for JSON, tables and templates.
"""

from dateline.views.actors import ActorRow, actors
from dateline.views.attributions import AttributionRow, attributions
from dateline.views.commitments import CommitmentRow, StepRow, commitments, commitments_of
from dateline.views.conflicts import ConflictRow, ConflictSide, conflicts, conflicts_of
from dateline.views.positions import PositionRow, Statement, positions
from dateline.views.quantities import QuantityRow, quantities
from dateline.views.row import to_plain
from dateline.views.search import SearchRow, search
from dateline.views.show import Passage, ShowRow, show
from dateline.views.stories import StoryArticle, StoryRow, stories, stories_of
from dateline.views.targets import targets
from dateline.views.timeline import TimelineRow, timeline

__all__ = [
    "ActorRow",
    "AttributionRow",
    "CommitmentRow",
    "ConflictRow",
    "ConflictSide",
    "Passage",
    "PositionRow",
    "QuantityRow",
    "SearchRow",
    "ShowRow",
    "Statement",
    "StepRow",
    "StoryArticle",
    "StoryRow",
    "TimelineRow",
    "actors",
    "attributions",
    "commitments",
    "commitments_of",
    "conflicts",
    "conflicts_of",
    "positions",
    "quantities",
    "search",
    "show",
    "stories",
    "stories_of",
    "targets",
    "timeline",
    "to_plain",
]
