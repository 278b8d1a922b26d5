"""What cannot all be true: denials, opposed accounts, two figures, two dates."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.conflicts.answers import find_answers
from dateline.linking.conflicts.begun import find_begun
from dateline.linking.conflicts.blame import find_blame
from dateline.linking.conflicts.dates import find_dates
from dateline.linking.conflicts.denials import find_denials
from dateline.linking.conflicts.doers import find_doers
from dateline.linking.conflicts.durations import find_durations
from dateline.linking.conflicts.figures import find_figures
from dateline.linking.conflicts.rivals import find_rivals
from dateline.linking.conflicts.statements import statements
from dateline.linking.conflicts.told import find_told_denials
from dateline.linking.order import publication
from dateline.model import Citation, Conflict, Reading

_ENDED = re.compile(r"[.!?\n]")
_ONE_SENTENCE = 40
"""Code points between a denial and the report that it denies."""

_TELLING = 40
"""Code points of a quote that is the same in copies of an article only."""


def find_conflicts(readings: Sequence[Reading], story: Mapping[str, str] | None = None) -> tuple[Conflict, ...]:
    """The conflicts within and between the readings, in the order of publication; the order of the readings does not matter.
    `story` has the story of each article that is in one.

    Two passages are compared only where they share telling words, a unit with its place, or a kind of record with its
    words, so that the work grows with the number of readings. A conflict that copies of an article repeat is told once.
    """
    ordered = sorted(readings, key=publication)
    known = [statement for reading in ordered for statement in statements(reading)]
    denied = _one_claim_each(list(find_denials(known)), list(find_told_denials(ordered)))
    answers = list(find_answers(known, story or {}))
    denied = [one for one in denied if not (_is_report(one) and _is_among(one, answers))]
    answered = [one for one in answers if not _is_among(one, denied)]
    found = [
        *denied,
        *answered,
        *(one for one in find_rivals(known, story or {}) if not _is_among(one, [*denied, *answered])),
        *find_blame(ordered, story),
        *(one for one in find_doers(known) if not _is_among(one, [*denied, *answered])),
        *find_figures(ordered, story),
        *find_dates(ordered),
        *find_begun(ordered),
        *find_durations(ordered),
    ]
    rank = {reading.article.id: place for place, reading in enumerate(ordered)}
    texts = {reading.article.id: reading.article.text for reading in ordered}
    return _told_once(sorted(found, key=lambda c: (_places(c, rank), c.kind, c.id)), texts)


def _places(conflict: Conflict, rank: dict[str, int]) -> tuple[tuple[int, int], ...]:
    return tuple((rank[side.article], side.anchor.start) for side in conflict.sides)


def _one_claim_each(said: Sequence[Conflict], told: Sequence[Conflict]) -> list[Conflict]:
    """Denials found by who says what, and by how the article tells them: of one denial with one claim the former, with two the latter."""
    by_article: dict[str, list[Conflict]] = {}
    for one in told:
        by_article.setdefault(one.sides[1].article, []).append(one)
    kept, known = [], set()
    for one in said:
        same = [other for other in by_article.get(one.sides[1].article, ()) if _overlap(one.sides[1], other.sides[1])]
        agreed = {other.id for other in same if _overlap(one.sides[0], other.sides[0])}
        known |= agreed
        if agreed or not same:
            kept.append(one)
    return [*kept, *(one for one in told if one.id not in known)]


def _is_report(conflict: Conflict) -> bool:
    """Whether the claim is only the report that the sentence denies, which others may tell."""
    claim, answer = conflict.sides
    apart = max(claim.anchor.start - answer.anchor.end, answer.anchor.start - claim.anchor.end)
    return claim.article == answer.article and apart <= _ONE_SENTENCE and conflict.note.startswith("others say it")


def _is_among(one: Conflict, known: Sequence[Conflict]) -> bool:
    """Whether what answers in a conflict does so in one that is known, or both its sides are sides of one."""
    return any(
        _overlap(one.sides[1], other.sides[1])
        or (_overlap(one.sides[0], other.sides[1]) and _overlap(one.sides[1], other.sides[0]))
        for other in known
    )


def _overlap(one: Citation, other: Citation) -> bool:
    first, second = one.anchor, other.anchor
    return one.article == other.article and first.start < second.end and second.start < first.end


def _told_once(conflicts: Iterable[Conflict], texts: Mapping[str, str]) -> tuple[Conflict, ...]:
    """The first of the conflicts that quote the same two passages, and of one claim that an article denies twice over the first."""
    kept: dict[frozenset[str], Conflict] = {}
    repeated: set[tuple[str, str, Citation, str]] = set()
    for one in conflicts:
        claim, answer = one.sides
        again = (one.kind, one.note, claim, answer.article)
        if again in repeated:
            continue  # denied in the headline and in the report
        repeated.add(again)
        passages = (_passage(side, texts[side.article]) for side in one.sides)
        kept.setdefault(frozenset(" ".join(passage.casefold().split()) for passage in passages), one)
    return tuple(kept.values())


def _passage(side: Citation, text: str) -> str:
    """What is quoted, and with a few words what stands around it in its sentence: "22" alone says nothing."""
    quote, start, end = side.anchor.quote, side.anchor.start, side.anchor.end
    if len(quote) >= _TELLING:
        return quote
    before = text[max(0, start - _TELLING) : start].rpartition("\n")[2]
    return before + quote + _ENDED.split(text[end : end + _TELLING])[0]
