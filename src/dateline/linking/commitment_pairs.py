"""Which articles tell of one undertaking: its parties, its words and its deadline, each weighed by what the others say."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.linking.blocks import near_pairs
from dateline.linking.clusters import Clusters
from dateline.linking.vectors import Vector
from dateline.linking.wording import clauses_alike, shared_words
from dateline.linking.words import contrasting
from dateline.model import Commitment, Interval, Reading

SAME_DUE = 0.35
"""How alike the words must be where the deadlines agree."""
NO_DUE = 0.45
"""... where one of them or both tell no deadline."""
UNSURE = 0.15
"""... more than that where they are of two stories, or one is "the two sides'"."""
WITHIN = 0.75
"""... within one article, which says most things once."""
MOVED = 0.6
"""... where the deadlines differ: only a later article can have moved one, so never within one article, but see `before_the_delay`."""
SAME_DAY_SHARE = 0.3
"""What part of the shorter clause both must say where one party and story have the very same last day in both."""
PUT_OFF_SHARE = 0.5
MOVED_SHARE = 0.65
"""... where a later article moves the deadline, with and without saying that it was put off."""
FEW_WORDS = 5
OUTCOME_SHARE = 0.25
"""An outcome told in so few words (`missed its deadline`) is that of the same party in the same article that has this part of them."""
RENEWED = timedelta(days=31)
"""How long after a deadline a later one may still be its new day; after that it is another round, unless it is said to be put off."""
NARROW = 31
"""Days that a deadline may be told by, to be the very same as another that lies in them."""
ROUND = timedelta(days=180)
"""Between two reports that each tell of something undertaken, and not both its day: more, and the later one is another round."""
WINDOW = 40
"""With how many told before it one is compared, among those of one party in the order of publication."""
_FOLLOWS = frozenset({"fulfilled", "violated", "ended", "postponed", "ongoing", "denied"})
"""What becomes of an undertaking is told in other words than the undertaking itself."""
UNDERTAKEN = frozenset({"agreed", "announced", "proposed"})
_OUTCOMES = frozenset({"fulfilled", "violated"})
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "final"})
_NEW = re.compile(r"\bnew\b", re.IGNORECASE)
_PROLONGED = re.compile(r"\b(?:exten[ds]|prolong|renew)", re.IGNORECASE)
_EARLIER = re.compile(
    r"\bhad\s+(?:\w+ly\s+|earlier\s+|once\s+|also\s+)?\w+(?:ed|n|t|ue)\b|\bhad\s+(?:said|set|put|to)\b"
    r"|\b(?:was|were)\s+(?:\w+ly\s+|once\s+)?(?:to|due|set|supposed|meant|expected|scheduled|planned)\b|\boriginal(?:ly)?\b",
    re.IGNORECASE,
)
"""The past perfect and its kin: what was to be, before something else came."""


@dataclass(frozen=True, slots=True)
class Told:
    """One undertaking as one article tells it.

    `sides` are its parties but for "the two sides" and their kin, and the states that its persons speak for; `ordinals` those of its
    words: the first boat is not the second.
    """

    key: str
    reading: Reading
    commitment: Commitment
    parties: tuple[str, ...]
    toward: tuple[str, ...]
    sides: frozenset[str]
    words: Vector
    ordinals: frozenset[str]
    story: str | None
    place: tuple[float, str]

    @property
    def nobody(self) -> bool:
        """Whether its parties are only called "the two sides"."""
        return bool(self.parties) and not self.sides


def looks_back(told: Told) -> bool:
    """Whether it tells what was to be: `had been due`, `was to leave`."""
    return _EARLIER.search(told.commitment.anchor.quote) is not None


def last_day(due: Interval | None) -> str:
    """The last day of a deadline as ISO text; empty where none is told."""
    day = due.end if due else None
    return day.isoformat() if day else ""


def alike_pairs(told: Sequence[Told]) -> list[tuple[float, str, str]]:
    """(how alike, first key, second key) of all pairs that may be one undertaking, the most alike first."""
    ordered = sorted(told, key=lambda t: (t.place, t.key))
    found = []
    for earlier, later in near_pairs(map(_keys, ordered), WINDOW):
        first, second = ordered[earlier], ordered[later]
        alike = _alike(first, second)
        if alike:
            found.append((alike, min(first.key, second.key), max(first.key, second.key)))
    return sorted(found, key=lambda f: (-f[0], *f[1:]))


def _keys(told: Told) -> Iterator[tuple[str, str]]:
    for side in told.sides:
        yield "side", side
    if told.story:
        yield "story", told.story


def fits(clusters: Clusters, told: Mapping[str, Told], first: str, second: str) -> bool:
    """Whether no first would meet a second, and no two deadlines of one article that differ, but for the day before a delay."""
    members = [told[key] for key in (*clusters.members(first), *clusters.members(second))]
    due: dict[str, list[Told]] = defaultdict(list)
    for one in members:
        if one.commitment.due is not None:
            due[one.reading.article.id].append(one)
    ordinals = [one.ordinals for one in members if one.ordinals]
    if ordinals and not frozenset.intersection(*ordinals):
        return False
    return all(
        _agree(one, other) or before_the_delay(one, other)
        for ones in due.values()
        for k, one in enumerate(ones)
        for other in ones[k + 1 :]
    )


def before_the_delay(one: Told, other: Told) -> bool:
    """Whether of two in one article one was put off, and the other looks back at its earlier day."""
    late, early = (one, other) if one.commitment.status == "postponed" else (other, one)
    return (
        late.commitment.status == "postponed"
        and early.commitment.status != "postponed"
        and looks_back(early)
        and "" < last_day(early.commitment.due) < last_day(late.commitment.due)
    )


def _agree(one: Told, other: Told) -> bool:
    """Whether one deadline is meant, or may be: `by March` and `by May` are two, though both hold all days before."""
    due, others = one.commitment.due, other.commitment.due
    if due is None or others is None or due == others:
        return True
    if due.start is None and others.start is None:
        return due.end == others.end
    return due.meet(others) is not None


def _alike(first: Told, second: Told) -> float:
    """How alike two are, where they may be one undertaking; else 0. The first is told before the second, or in one article with it."""
    common = first.sides & second.sides
    if first.sides and second.sides and not common:
        return 0.0
    if (first.commitment.kind == "threat") != (second.commitment.kind == "threat"):
        return 0.0
    within = first.reading.article.id == second.reading.article.id
    near = first.story is not None and first.story == second.story
    if not (near or within or common):
        return 0.0
    if first.ordinals and second.ordinals and first.ordinals.isdisjoint(second.ordinals):
        return 0.0
    if contrasting(first.words, second.words) or _other_round(first, second) or _new_beside_extended(first, second):
        return 0.0
    if within:
        return _alike_within(first, second, clauses_alike(first.words, second.words))
    needed = _needed(first, second)
    if needed is None:
        return 0.0
    alike = clauses_alike(first.words, second.words)
    by_deadline = _by_deadline(first, second) if near else 0.0
    sure = near and (bool(common) or not (first.nobody or second.nobody))
    return max(by_deadline, alike if alike >= (needed if sure else needed + UNSURE) else 0.0)


def _new_beside_extended(first: Told, second: Told) -> bool:
    """Whether one tells of a new pact and the other prolongs the old one."""
    rounds = [
        (bool(_NEW.search(quote)), bool(_PROLONGED.search(quote)))
        for quote in (first.commitment.anchor.quote, second.commitment.anchor.quote)
    ]
    return sorted(rounds) == [(False, True), (True, False)]


def _other_round(first: Told, second: Told) -> bool:
    """Whether the second is undertaken anew: half a year later, with no day in common, and not told as what was to be before."""
    told, again = (one.reading.article.published.interval for one in (first, second))
    if told.end is None or again.start is None or again.start - told.end <= ROUND:
        return False
    dated = first.commitment.due is not None and second.commitment.due is not None
    return not dated and second.commitment.status in UNDERTAKEN and (_just_said(second) or not looks_back(second))


def _just_said(told: Told) -> bool:
    """Whether somebody is said to have told it within days of the report: "said on Tuesday that they had agreed"."""
    of, published = told.commitment.attribution, told.reading.article.published.interval.start
    said = next((a.said.day for a in told.reading.attributions if a.id == of), None)
    return said is not None and published is not None and abs(published - said) <= _JUST


_JUST = timedelta(days=7)


def _alike_within(first: Told, second: Told, alike: float) -> float:
    if before_the_delay(first, second):
        count, share = shared_words(first.words, second.words)
        return 1 + share if count else 0.0
    if first.commitment.status != second.commitment.status or not _agree(first, second):
        return 0.0
    if first.commitment.status in _OUTCOMES and min(len(first.words), len(second.words)) <= FEW_WORDS:
        count, share = shared_words(first.words, second.words)
        alike = max(alike, WITHIN) if count and share >= OUTCOME_SHARE else alike
    return alike if alike >= WITHIN else 0.0


def _needed(first: Told, second: Told) -> float | None:
    one, other = first.commitment, second.commitment
    if one.due is None or other.due is None:
        follows = (one.status in _FOLLOWS) != (other.status in _FOLLOWS)
        return SAME_DUE if follows else NO_DUE
    if _agree(first, second):
        return SAME_DUE
    return MOVED if _may_move(first, second) else None


def _may_move(first: Told, second: Told, grace: timedelta = RENEWED) -> bool:
    """Whether the later one can tell a new day of the earlier one, and not of another round of the same."""
    if first.ordinals and not second.ordinals:
        return False  # a day for the first of two is none for both
    if _put_off(first, second):
        return True
    told = second.reading.article.published.interval.start
    ends = min((d.end for d in (first.commitment.due, second.commitment.due) if d and d.end), default=None)
    return told is None or ends is None or told - ends <= grace


def _put_off(first: Told, second: Told) -> bool:
    return "postponed" in (first.commitment.status, second.commitment.status)


def _by_deadline(first: Told, second: Told) -> float:
    """In one story the very same deadline, or its move, needs fewer words in common than the length of the clauses would ask.

    The same deadline tells more than words do, so such pairs come first (from 1 to 2); moves come last.
    """
    day, other = last_day(first.commitment.due), last_day(second.commitment.due)
    come = not other and second.commitment.status in _OUTCOMES and _has_come(first, second)
    if not come and not (day and other):
        return 0.0
    count, share = shared_words(first.words, second.words)
    if come:
        return SAME_DUE + share if count and share >= OUTCOME_SHARE else 0.0
    if _same_days(first.commitment.due, second.commitment.due):
        return 1 + share if count and share >= SAME_DAY_SHARE else 0.0
    return SAME_DUE * share if day < other and count > 1 and share >= _moving_share(first, second) else 0.0


def _moving_share(first: Told, second: Told) -> float:
    """What part of the shorter clause both must say where the second moves the day of the first; more than all where it cannot."""
    if not first.sides & second.sides or not _may_move(first, second, timedelta()):
        return 2.0
    return PUT_OFF_SHARE if _put_off(first, second) else MOVED_SHARE


def _has_come(first: Told, second: Told) -> bool:
    """Whether the second was told just after the first was due."""
    told, due = second.reading.article.published.interval.start, first.commitment.due
    if told is None or due is None or due.end is None:
        return False
    return timedelta() <= told - due.end <= RENEWED


def _same_days(one: Interval | None, other: Interval | None) -> bool:
    """Whether two deadlines have the same last day, or are days of the same month or less."""
    if one is None or other is None:
        return False
    narrow = max(one.days or NARROW + 1, other.days or NARROW + 1) <= NARROW
    return one.end == other.end or (narrow and one.meet(other) is not None)
