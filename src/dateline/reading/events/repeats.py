"""An article that tells twice of one event has one record of it: the fuller one."""

import re
from collections.abc import Iterable

from dateline.model import Event, Interval

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a word that counts for the likeness of two clauses."""

_SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "COOPERATE"})

_ATTITUDES = frozenset({"cond", "deno", "depl", "decr", "hail", "laud", "prai", "welc"})
"""First letters of verbs for what one thinks of somebody's deed: who condemned the raid condemned it once."""

_ATTITUDE_TYPES = frozenset({"ACCUSE", "SUPPORT"})

_MOST = 30
"""Events of one key that a further one is compared with, which keeps the work in step with the text."""

_Key = tuple[str, str, tuple[str, ...], str]


def without_repeats(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events without those that say in the same words what another says: type, status, verb or noun, and whom it was done to.

    Two are one only where nothing speaks against it: the one names no actor, place or day, or they name the same. What is done by word
    of mouth, or to nobody named, must also be told in much the same words: who called for peace and for aid did two things. Of the two
    the one that tells more stays, the first where both tell as much.
    """
    kept: list[Event] = []
    places: dict[_Key, list[int]] = {}
    for event in events:
        same = places.setdefault(_key(event), [])
        at = next((k for k in same[-_MOST:] if _may_be_one(kept[k], event)), None)
        if at is None:
            same.append(len(kept))
            kept.append(event)
        elif _tells(event) > _tells(kept[at]):
            kept[at] = event
    return tuple(sorted(kept, key=lambda e: (e.anchor.start, e.trigger.start, e.id)))


def _key(event: Event) -> _Key:
    whom = event.recipients or event.actors
    if event.type == "CONSULT":  # who "met" and "had talks" there met once; "talks resumed", "the negotiations resumed"
        return event.type, event.status, tuple(sorted({*event.actors, *event.recipients})), ""
    deed = _stem(event.trigger.quote) if whom else ""
    if deed in _ATTITUDES and event.actors:
        return event.type, event.status, tuple(sorted(event.actors)), deed
    return event.type, event.status, tuple(sorted(whom)), deed


def _may_be_one(a: Event, b: Event) -> bool:
    if a.type == "CONSULT":
        return _where_and_when_agree(a, b)
    if a.type in _ATTITUDE_TYPES and _key(a)[3] in _ATTITUDES and a.actors == b.actors and a.actors:
        same = a.recipients == b.recipients or not (a.recipients and b.recipients)
        alike = bool(a.recipients or b.recipients) or _are_worded_alike(a.anchor.quote, b.anchor.quote)
        return same and alike and _where_and_when_agree(a, b)
    whom = bool(a.recipients) == bool(b.recipients)
    actors = not a.actors or not b.actors or set(a.actors) == set(b.actors)
    nobody = not (a.actors or a.recipients)
    if (a.type in _SPOKEN or (not a.recipients and not nobody)) and not _are_worded_alike(
        a.anchor.quote, b.anchor.quote
    ):
        return False
    return whom and actors and _where_and_when_agree(a, b)


def _where_and_when_agree(a: Event, b: Event) -> bool:
    places = a.place is None or b.place is None or a.place == b.place
    return places and (Interval() in (a.days, b.days) or a.days == b.days)


def _are_worded_alike(a: str, b: str) -> bool:
    """Whether the clauses share half of the words of the shorter one; small words do not count."""
    one, other = ({w for w in _WORD.findall(text.casefold()) if len(w) >= _SHORTEST} for text in (a, b))
    return 2 * len(one & other) >= min(len(one), len(other))


def _tells(event: Event) -> int:
    """How many of actor, recipient, place and days the record has; of a place that is talked of one cannot be sure."""
    placed = event.place is not None and event.type != "CONSULT"
    return bool(event.actors) + bool(event.recipients) + placed + (event.days != Interval())


_STEM = 4
"""Letters of a trigger's first word that tell deeds apart, however the word is inflected: "accused" and "accusing"."""


def _stem(trigger: str) -> str:
    stem = trigger.split(maxsplit=1)[0].casefold()[:_STEM]
    return "conv" if stem == "foun" else stem  # found guilty, convicted
