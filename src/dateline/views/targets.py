"""What a correction is about: names and ids of answers, as the ids of what was read.

Linked records change as articles are added; what was read of an article does not. So a decision is kept about the latter.
"""

from collections.abc import Iterable

from dateline.errors import QuestionError
from dateline.model import CorrectionKind, Member, Record
from dateline.views.lookup import Lookup

_ONE_EACH = frozenset(
    [
        "same_actor",
        "not_same_actor",
        "same_story",
        "not_same_story",
        "same_event",
        "not_same_event",
        "same_commitment",
        "not_same_commitment",
    ]
)
"""Kinds that join or part two things: one member stands for each."""


def targets(record: Record, kind: CorrectionKind, named: Iterable[str]) -> tuple[str, ...]:
    """The ids of records of readings, articles and conflicts that are meant, in the order named.

    An actor may be named by a spelling. Raises QuestionError for what is unknown, and for two names of one thing.
    """
    look = Lookup(record)
    made: list[str] = []
    for name in named:
        found = _meant(look, kind, name)
        if not found:
            raise QuestionError(f"nothing here is called {name}; ids stand in the answers of --json")
        made += [found[0]] if kind in _ONE_EACH else found
    if kind in _ONE_EACH and (len(made) < 2 or len(set(made)) < len(made)):
        raise QuestionError(f"{kind} needs two different things")
    return tuple(dict.fromkeys(made))


def _meant(look: Lookup, kind: CorrectionKind, name: str) -> list[str]:
    record = look.record
    if name in record.readings or name in _own(record):
        return [name]
    if name in look.stories:
        return list(look.stories[name].articles)
    if name in look.actors:
        return _ids(look.actors[name].members)
    for event in record.events:
        if event.id == name:
            return _ids(event.reports)
    for commitment in record.commitments:
        if commitment.id == name:
            return _ids(step.member for step in commitment.history)
    if any(conflict.id == name for conflict in record.conflicts):
        return [name] if kind == "hide" else []
    return _spelled(look, name) if kind in {"same_actor", "not_same_actor"} else []


def _own(record: Record) -> set[str]:
    found: set[str] = set()
    for reading in record.readings.values():
        found.update(actor.id for actor in reading.actors)
        found.update(said.id for said in reading.attributions)
        found.update(event.id for event in reading.events)
        found.update(commitment.id for commitment in reading.commitments)
        found.update(quantity.id for quantity in reading.quantities)
    return found


def _ids(members: Iterable[Member]) -> list[str]:
    return list(dict.fromkeys(member.id for member in members))


def _spelled(look: Lookup, name: str) -> list[str]:
    wanted = name.casefold()
    return [
        member.id
        for member, actor in look.own_actors.items()
        if any(wanted == spelling.casefold() for spelling in (actor.name, *actor.names))
    ]
