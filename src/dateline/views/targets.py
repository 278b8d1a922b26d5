"""What a correction is about: names and ids of answers, as the ids of what was read.

Linked records change as articles are added; what was read of an article does not. So a decision is kept about the latter.
"""

from collections.abc import Iterable

from dateline.errors import QuestionError
from dateline.model import CorrectionKind, Member, Record
from dateline.views.lookup import Lookup

_TAKES: dict[CorrectionKind, tuple[str, ...]] = {
    "same_actor": ("actor",),
    "not_same_actor": ("actor",),
    "same_story": ("article", "story"),
    "not_same_story": ("article", "story"),
    "same_event": ("event",),
    "not_same_event": ("event",),
    "same_commitment": ("commitment",),
    "not_same_commitment": ("commitment",),
    "published": ("article",),
    "days": ("event",),
    "due": ("commitment",),
    "hide": ("article", "attribution", "event", "commitment", "quantity", "conflict"),
}
"""What each kind of correction is about."""


def targets(record: Record, kind: CorrectionKind, named: Iterable[str]) -> tuple[str, ...]:
    """The ids of records of readings, articles and conflicts that are meant, in the order named.

    An actor may be named by a spelling. Kinds that join or part two things take one member of each. Raises
    QuestionError for what is unknown or of another kind, and for two names of one thing.
    """
    look = Lookup(record)
    joins = "same_" in kind
    made: list[str] = []
    for name in named:
        what, found = _meant(look, name)
        if not found:
            raise QuestionError(f"nothing here is called {name}; ids stand in the answers of --json")
        if what not in _TAKES[kind]:
            raise QuestionError(f"{name} is of the kind {what}; {kind} takes {' or '.join(_TAKES[kind])}")
        made += found[:1] if joins else found
    if joins and (len(made) < 2 or len(set(made)) < len(made)):
        raise QuestionError(f"{kind} needs two different things")
    return tuple(dict.fromkeys(made))


def _meant(look: Lookup, name: str) -> tuple[str, list[str]]:
    """What kind of thing is meant, and the ids that stand for it; none where nothing is called so."""
    record = look.record
    if name in record.readings:
        return "article", [name]
    if name in look.stories:
        return "story", list(look.stories[name].articles)
    if name in look.actors:
        return "actor", _ids(look.actors[name].members)
    for event in record.events:
        if event.id == name:
            return "event", _ids(event.reports)
    for commitment in record.commitments:
        if commitment.id == name:
            return "commitment", _ids(step.member for step in commitment.history)
    if any(conflict.id == name for conflict in record.conflicts):
        return "conflict", [name]
    return _read(record, name) or ("actor", _spelled(look, name))


def _read(record: Record, name: str) -> tuple[str, list[str]] | None:
    """A record of a reading by its own id."""
    for reading in record.readings.values():
        kinds: tuple[tuple[str, Iterable[str]], ...] = (
            ("actor", (one.id for one in reading.actors)),
            ("attribution", (one.id for one in reading.attributions)),
            ("event", (one.id for one in reading.events)),
            ("commitment", (one.id for one in reading.commitments)),
            ("quantity", (one.id for one in reading.quantities)),
        )
        for kind, ids in kinds:
            if name in ids:
                return kind, [name]
    return None


def _ids(members: Iterable[Member]) -> list[str]:
    return list(dict.fromkeys(member.id for member in members))


def _spelled(look: Lookup, name: str) -> list[str]:
    wanted = name.casefold()
    return [
        member.id
        for member, actor in look.own_actors.items()
        if any(wanted == spelling.casefold() for spelling in (actor.name, *actor.names))
    ]
