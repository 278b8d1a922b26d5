"""What was undertaken, over time: one undertaking in many articles, with its history."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.actors import Links
from dateline.linking.clusters import Clusters
from dateline.linking.commitment_history import due_of, in_history, status_of
from dateline.linking.commitment_pairs import ORDINALS, Told, alike_pairs, fits, last_day
from dateline.linking.decisions import Decisions
from dateline.linking.order import publication
from dateline.linking.vectors import Vector
from dateline.linking.wording import undertaking_vector
from dateline.linking.words import listed, words
from dateline.model import (
    Actor,
    Citation,
    Commitment,
    Interval,
    LinkedCommitment,
    Member,
    Reading,
    Step,
    content_id,
    dateline_of,
)

_GOVERNING = listed("governing")
_LASTING = listed("lasting")
_ANYBODY = listed("anybody")
_HOLDING, _DUE_BY, _CALENDAR = listed("holding"), listed("due_by"), listed("calendar")
_TERM = re.compile(
    r"\bfrom\b.{1,60}?\b(?:to|until|till|through)\b"
    r"|\b(?:for|by|of) (?:[\w-]+ ){1,4}(?:hour|day|week|month|year)s\b|\w-(?:hour|day|week|month|year)\b",
    re.IGNORECASE,
)
"""A term as such: from when to when, or how long."""
_UNTIL = re.compile(r"\b(?:until|till|through)\b")
"""What stands before the last day of something that holds."""
_BEFORE_A_DAY = frozenset({"the", "end", "of", "at", "least", "next", "this"})


def commitment_id(key: str) -> str:
    """The id of the linked commitment whose smallest member this is (`ARTICLE COMMITMENT`)."""
    return content_id("undertaking", key)


def find_linked_commitments(
    readings: Mapping[str, Reading], links: Links, story: Mapping[str, str], decisions: Decisions
) -> tuple[LinkedCommitment, ...]:
    """Every undertaking with its history; soonest due first, those without a deadline last."""
    told = {t.key: t for t in _told(readings, links, story)}
    known = {t.commitment.id: t.key for t in told.values()} | {commitment_id(key): key for key in told}
    same, apart = decisions.pairs("commitment", known)
    clusters = Clusters(told, apart)
    for first, second in sorted(same):
        clusters.join(first, second)
    for _, first, second in alike_pairs(list(told.values())):
        if clusters.root(first) != clusters.root(second) and fits(clusters, told, first, second):
            clusters.join(first, second)
    made = [_linked([told[k] for k in keys]) for keys in clusters.sets()]
    return tuple(sorted(made, key=lambda c: (_soonest(c.due), c.id)))


def _soonest(due: Interval | None) -> tuple[bool, str]:
    last = due.end or due.start if due else None
    return (last is None, str(last))


def _told(readings: Mapping[str, Reading], links: Links, story: Mapping[str, str]) -> list[Told]:
    states = _states(links)
    nobody = frozenset(a.id for a in links.actors if a.kind == "group" and _ANYBODY.issuperset(words(a.name)))
    made = []
    for article, reading in readings.items():
        for commitment in reading.commitments:
            parties = links.of(article, commitment.parties)
            said = _words_of(commitment, {a.id: a for a in reading.actors})
            known = tuple(who for who in parties if who not in nobody)
            made.append(
                Told(
                    key=f"{article} {commitment.id}",
                    reading=reading,
                    commitment=commitment,
                    parties=known or parties,
                    toward=links.of(article, commitment.toward),
                    sides=frozenset(known) | {states[who] for who in known if who in states},
                    words=said,
                    ordinals=ORDINALS.intersection(said),
                    story=story.get(article),
                    place=publication(reading),
                )
            )
    return sorted(made, key=lambda t: t.key)


def _words_of(commitment: Commitment, actors: Mapping[str, Actor]) -> Vector:
    """What is undertaken, in words: not those that only name the body that undertakes it."""
    bodies = (actors[who].name for who in commitment.parties if who in actors and actors[who].kind != "person")
    naming = {word for name in bodies for word in words(name)}
    return undertaking_vector(without_dateline(commitment.anchor.quote), naming)


def _states(links: Links) -> dict[str, str]:
    """The state that a person or a part of a government undertakes for, by the id of who does."""
    by_name = {name: a.id for a in reversed(links.actors) if a.kind == "state" for name in (a.side, a.name) if name}
    return {
        a.id: by_name[a.side]
        for a in links.actors
        if a.side and a.side in by_name and (a.kind == "person" or _GOVERNING.intersection(words(a.name)))
    }


def _linked(told: Sequence[Told]) -> LinkedCommitment:
    ordered = in_history(told)
    due = due_of(ordered)
    fullest = max(
        ordered,
        key=lambda t: (
            last_day(t.commitment.due) == last_day(due),
            t.commitment.due == due,
            len(t.words),
            t.place,
            t.key,
        ),
    )
    condition = next(
        (Citation(t.reading.article.id, t.commitment.condition) for t in reversed(ordered) if t.commitment.condition),
        None,
    )
    kinds = Counter(t.commitment.kind for t in ordered)
    parties = _ranked(t.parties for t in ordered if t.sides) or _ranked(t.parties for t in ordered)
    return LinkedCommitment(
        id=commitment_id(min(t.key for t in told)),
        text=without_dateline(fullest.commitment.anchor.quote),
        kind=min(kinds, key=lambda k: (-kinds[k], k)),
        parties=parties,
        toward=tuple(who for who in _ranked(t.toward for t in ordered) if who not in parties),
        due=due,
        condition=condition,
        status=status_of(ordered),
        history=tuple(
            Step(
                day=t.reading.article.published.interval,
                status=t.commitment.status,
                due=t.commitment.due,
                member=Member(t.reading.article.id, t.commitment.id),
                citation=Citation(t.reading.article.id, t.commitment.anchor),
            )
            for t in ordered
        ),
        story=min((t.story for t in told if t.story), default=None),
        lasts=any(_lasts(t.commitment) for t in ordered if t.commitment.due == due),
    )


def _lasts(commitment: Commitment) -> bool:
    """Whether its days are a term for which it is to hold: "strike from Monday to Friday", "extend the truce for 60 days", "... until May 4"."""
    due, quote = commitment.due, commitment.anchor.quote
    if due is None or due.end is None:
        return False
    if _holds_until_a_day(quote):
        return True
    if due.start is None or due.start == due.end:
        return False
    return _TERM.search(quote) is not None and not _LASTING.isdisjoint(words(quote))


def _holds_until_a_day(quote: str) -> bool:
    """Whether something holds until a day: "extend the pact until May 4", but not "extend the deadline until May 4"."""
    before, *after = _UNTIL.split(quote, maxsplit=1)
    told = words(before) if after else []
    if _HOLDING.isdisjoint(told) or not _DUE_BY.isdisjoint(told):
        return False
    day = next((word for word in after[0].lower().split() if word not in _BEFORE_A_DAY), "")
    return day[:1].isdigit() or not _CALENDAR.isdisjoint(words(day))


def without_dateline(quote: str) -> str:
    """The clause behind the dateline that it may begin with."""
    found = dateline_of(quote, 0, len(quote))
    return quote if found is None else quote[found.span.end :]


def _ranked(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(who for ids in lists for who in ids)
    return tuple(sorted(counts, key=lambda w: (-counts[w], w)))
