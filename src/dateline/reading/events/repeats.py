"""An article that tells twice of one event has one record of it: the fuller one."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from dateline.model import Actor, Event, Interval
from dateline.reading.actors.likeness import Likeness
from dateline.reading.events.deeds import deed, fatal, root
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import verb_frame, words
from dateline.reading.events.nouns import names_before, possessors

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a word that counts for the likeness of two clauses."""

_ENOUGH = 5
"""Letters in which two such words agree, whatever their endings."""

_SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "COOPERATE"})

_ATTITUDES = frozenset({"cond", "decr", "hail", "laud", "prai", "welc"})
"""First letters of verbs for what one thinks of somebody's deed: who condemned the raid condemned it once."""

_ATTITUDE_TYPES = frozenset({"ACCUSE", "SUPPORT"})

_MOST = 30
"""Events of one key that a further one is compared with, which keeps the work in step with the text."""

_FURTHER = frozenset({"again", "also", "another", "earlier", "later", "previously", "repeatedly", "separately"})

_TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
_ANOTHER = frozenset(
    [
        "another",
        "earlier",
        "first",
        "former",
        "further",
        "initial",
        "last",
        "new",
        "next",
        "other",
        "past",
        "previous",
        "recent",
        "second",
        "separate",
        "similar",
        "subsequent",
        "third",
    ]
)
"""Words before a noun that set one deed apart from those told of before."""


def takes_up(draft: Draft) -> bool | None:
    """Whether the words take a deed for told already; False where only if it was told by the same noun.

    Such as "the raid", "its raid", "the bus that was attacked", "hurt in a raid", and, by the same noun, "blamed for closing the
    port", "filed the complaint". None where they do not.
    """
    head = draft.head
    if draft.nominal:
        noun = draft.trigger[0]
        set_apart = any(c.tag_ in {"JJS", "RBS"} or c.lower_ in _ANOTHER for c in noun.lefts)
        whose = bool(possessors(noun))
        known = whose or (_is_definite(noun) and not names_before(noun))
        return True if (known and not set_apart) or _is_the_way_of(noun, draft) else None
    if head.dep_ == "pcomp" or any(t != head and _is_definite(t) for t in draft.trigger):
        return False
    known = head.dep_ in {"relcl", "acl"} and _is_definite(head.head)
    return True if known and not draft.actors and any(head.head in found for found in draft.recipients) else None


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in _TAKING_UP and c.dep_ == "det" for c in noun.lefts)


def _is_the_way_of(noun: Token, draft: Draft) -> bool:
    """Whether the verb above tells of the deed as well: "were hurt in an attack"."""
    verb = noun.head.head
    frame = verb_frame(verb) if noun.dep_ == "pobj" and noun.head.lower_ in {"by", "in"} else None
    return frame is not None and frame.type == draft.type and verb.pos_ == "VERB"


def without_repeats(
    events: Iterable[Event], named: Callable[[str], Actor], again: Mapping[str, bool]
) -> tuple[Event, ...]:
    """The events without those that tell of what another tells of; `named` gives the actor of an id, `again` what `takes_up` says, by the ids of the events for which it is not None.

    Two are one where they have one type and status, are told by one verb or noun, were done to those who may be the same, and
    nothing speaks against it: the one names no actor, place or day, or they agree in it. What is done by word of mouth, or to nobody
    named, must also be told in much the same words: who called for peace and for aid did two things. Of the two the one that tells
    more stays, the first where both tell as much. What is taken for told already is one with the last deed of its type that it fits,
    in whatever words, and lends it the place and the days that it lacks where the words are its own.
    """
    like = Likeness(named)
    kept: list[Event] = []
    places: dict[tuple[str, str, str], list[int]] = {}
    by_type: dict[tuple[str, str], list[int]] = {}
    for event in events:
        same = places.setdefault(_key(event), [])
        earlier = by_type.setdefault(("pact" if _is_pact(event) else event.type, event.status), [])
        if event.id in again:
            before = next(
                (
                    k
                    for k in reversed(earlier[-_MOST:])
                    if _takes_up(event, kept[k], like, in_any_words=again[event.id])
                ),
                None,
            )
            if before is not None:
                if _key(event) == _key(kept[before]):
                    kept[before] = _with_place_and_days(kept[before], event)
                continue
        at = next((k for k in same[-_MOST:] if _may_be_one(kept[k], event, like)), None)
        if at is None:
            same.append(len(kept))
            earlier.append(len(kept))
            kept.append(event)
        elif _tells(event, like) > _tells(kept[at], like):
            kept[at] = event
    done: dict[str, list[Event]] = {}
    for event in kept:
        if event.status == "happened":
            done.setdefault(_key(event)[2], []).append(event)
    kept = [e for e in kept if not any(_has_come(e, other, like) for other in done.get(_key(e)[2], [])[-_MOST:])]
    fuller: dict[tuple[str, str], list[Event]] = {}
    for event in kept:
        if event.type in _DONE_TO and event.recipients:
            fuller.setdefault((event.type, event.status), []).append(event)
    kept = [e for e in kept if not any(_tells_less(e, o) for o in fuller.get((e.type, e.status), [])[:_MOST])]
    return tuple(sorted(kept, key=lambda e: (e.anchor.start, e.trigger.start, e.id)))


_DONE_TO = frozenset({"ASSAULT", "COERCE"})


def _tells_less(event: Event, other: Event) -> bool:
    """Whether the event tells no more than that somebody did what the other tells to whom: "troops opened fire"."""
    bare = not event.recipients and event.place is None and event.days == Interval()
    return bare and bool(event.actors) and set(event.actors) <= set(other.actors) and _key(event)[2] not in fatal()


def _has_come(event: Event, done: Event, like: Likeness) -> bool:
    """Whether what is announced or possible is told of as done elsewhere in the article: "will recall its envoy", "has recalled its envoy"."""
    announced = event.status == "planned" and event.type in {"AGREE", "THREATEN"} and done.type != event.type
    if not announced and (_key(event)[0::2] != _key(done)[0::2] or event.status not in {"planned", "possible"}):
        return False
    if not announced and (event.days != Interval() or _is_of_another_time(event.anchor.quote)):
        return False
    if not (event.actors and done.actors and _where_and_when_agree(event, done)):
        return False
    if event.type == "CONSULT" == done.type:
        return _are_in_one_meeting(event, done, like)
    parties = like.covers(event.actors, done.actors) and like.covers(event.recipients, done.recipients)
    idle = announced and not event.recipients and not _told_besides(event, like)  # "its decision to suspend aid"
    return parties and (idle or _are_worded_alike(event, done, like))


def _key(event: Event) -> tuple[str, str, str]:
    """Type, status and deed."""
    return event.type, event.status, deed(event.type, event.trigger.quote)


def _takes_up(event: Event, told: Event, like: Likeness, *, in_any_words: bool) -> bool:
    if event.anchor.start < told.anchor.start or not _where_and_when_agree(event, told):
        return False
    if in_any_words and not event.actors and event.trigger.end <= told.anchor.end and event.type == "ASSAULT":
        return True  # "were killed in a bombing at a mosque"
    there = {told.place, event.place} - {None}
    whom = tuple(r for r in _done_to(event, like) if like.name(r) not in there)
    offices = event.type != "CONSULT"  # ministers who meet are not their states in talks
    signed = event.type == told.type == "SUPPORT"  # whoever signs for a side, the pact is signed once
    if _is_pact(event) and _is_pact(told) and (signed or like.are_among(event.actors, told.actors)):
        return True
    if not like.are_among(event.actors, told.actors, offices=offices):
        return False
    known = bool(told.recipients) or (in_any_words and bool(event.actors))
    if known and not like.are_among(whom, _done_to(told, like), offices=offices):
        return False  # what its own words tell is more than what was told
    named = _WORD.findall(told.anchor.quote.casefold())
    return (
        in_any_words
        or (_is_pact(event) and _is_pact(told))
        or any(w in named for w in event.trigger.quote.casefold().split()[1:] if len(w) >= _SHORTEST)
    )


def _is_pact(event: Event) -> bool:
    """Whether the trigger names a pact: "signed the accord"."""
    return any(w in words("groups", "pacts") for w in event.trigger.quote.split())


def _done_to(event: Event, like: Likeness) -> tuple[str, ...]:
    """The recipients but those that only the trigger names: of "closed the border" whose border it is, is open."""
    trigger = event.trigger.quote.casefold()
    return tuple(r for r in event.recipients if like.name(r).casefold() not in trigger)


def _with_place_and_days(event: Event, later: Event) -> Event:
    return replace(event, place=event.place or later.place, days=later.days if event.days == Interval() else event.days)


def _may_be_one(a: Event, b: Event, like: Likeness) -> bool:
    if _is_death_of_one(a, b, like) or _is_protest_there(a, b):
        return True
    if not _where_and_when_agree(a, b) or _is_told_within(a, b):
        return False
    if a.type == "CONSULT":
        return _are_in_one_meeting(a, b, like)
    if a.type in _ATTITUDE_TYPES and _key(a)[2] in _ATTITUDES and a.actors and like.covers(a.actors, b.actors):
        same = a.recipients == b.recipients or not (a.recipients and b.recipients)
        alike = bool(a.recipients or b.recipients) or _are_worded_alike(a, b, like)
        return same and alike
    if not like.covers(a.actors, b.actors) or _is_set_apart(b):
        return False
    whom, others = _done_to(a, like), _done_to(b, like)
    if bool(whom) != bool(others):
        as_many = len(a.actors) == len(b.actors) > 0
        return as_many and _are_worded_alike(a, b, like)
    if not like.covers(whom, others) or (not whom and bool(a.actors) != bool(b.actors) and not _have_one_object(a, b)):
        return False
    if a.type in _SPOKEN and whom and a.actors == b.actors and whom == others:
        told, other = _told_besides(a, like), _told_besides(b, like)
        return bool(told & other) or not (told and other)
    nobody = not (a.actors or a.recipients)
    spoken = a.type in _SPOKEN or (not whom and not nobody)
    return not spoken or _have_one_object(a, b) or _are_worded_alike(a, b, like)


def _is_death_of_one(a: Event, b: Event, like: Likeness) -> bool:
    """Whether both tell how one man died, or how as many died on one day or in one place: that happens once."""
    if a.type != "ASSAULT" or _key(a)[2] not in fatal() or not (a.recipients and b.recipients):
        return False
    if len(a.recipients) != len(b.recipients) or not like.covers(a.recipients, b.recipients):
        return False
    if not like.covers(a.actors, b.actors) and all(map(like.is_named, (*a.actors, *b.actors))):
        return False
    named = all(map(like.is_named, (*a.recipients, *b.recipients))) or a.recipients == b.recipients
    return named or (_where_and_when_agree(a, b) and not _is_set_apart(b))


def _is_protest_there(a: Event, b: Event) -> bool:
    """Whether the one tells by whom, the other only where or when, what is one protest: "Nurses strike in Chad"."""
    if (
        a.type != "PROTEST"
        or (a.actors and b.actors)
        or a.recipients
        or b.recipients
        or not _where_and_when_agree(a, b)
    ):
        return False
    return (a.place is not None and a.place == b.place) or (a.days != Interval() and a.days == b.days)


def _is_told_within(a: Event, b: Event) -> bool:
    """Whether one clause tells of both, in two words: "the attacks, a rocket strike among them"."""
    words_differ = root(a.trigger.quote.casefold()) != root(b.trigger.quote.casefold())
    return words_differ and a.anchor.start <= b.trigger.start < a.anchor.end and a.type == "ASSAULT"


def _have_one_object(a: Event, b: Event) -> bool:
    """Whether the two triggers tell of one thing: "closed its border", "closing the border"."""
    one, other = (_content(e.trigger.quote) for e in (a, b))
    return len(one & other) > 1 and a.type not in _SPOKEN


def _are_in_one_meeting(a: Event, b: Event, like: Likeness) -> bool:
    """Whether those who met, or one side of them where no other is told, may be the same; ministers who meet are not their states in talks."""
    some, others = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    one_sided = any(e.recipients and not e.actors for e in (a, b)) and bool(some and others)
    row, other = tuple(sorted(some)), tuple(sorted(others))
    as_many = one_sided or len(some) == len(others)
    return like.stands_for(row, other) or (as_many and like.covers(row, other, offices=False))


def _is_of_another_time(clause: str) -> bool:
    """Whether words of the clause set it apart from what was done: "will meet again", "a second round"."""
    told = set(_WORD.findall(clause.casefold()))
    return not told.isdisjoint(_FURTHER | _ANOTHER - {"first"})


def _is_set_apart(later: Event) -> bool:
    """Whether the clause says itself that it tells of a further time: "had previously banned"."""
    before = later.anchor.quote[: later.trigger.start - later.anchor.start]
    return not _FURTHER.isdisjoint(_WORD.findall(before.casefold()))


def _where_and_when_agree(a: Event, b: Event) -> bool:
    places = a.place is None or b.place is None or a.place == b.place
    return places and (Interval() in (a.days, b.days) or a.days == b.days)


def _are_worded_alike(a: Event, b: Event, like: Likeness) -> bool:
    """Whether the clauses share half of the words of the shorter one, the deed and its parties left out.

    What tells nothing else is one with any of these parties; not where only the other tells to whom it was done.
    """
    one, other = _told_besides(a, like), _told_besides(b, like)
    least = min(len(one), len(other))
    return 2 * len(one & other) >= least and (least > 0 or bool(a.recipients) == bool(b.recipients))


def _told_besides(event: Event, like: Likeness) -> frozenset[str]:
    """The words of the clause but the names of its parties and the verb or noun of the deed."""
    names = " ".join(like.name(i) for i in (*event.actors, *event.recipients))
    return _content(event.anchor.quote) - _content(names) - _content(event.trigger.quote.split()[0])


def _content(clause: str) -> frozenset[str]:
    return frozenset(root(w)[:_ENOUGH] for w in _WORD.findall(clause.casefold()) if len(w) >= _SHORTEST)


def _tells(event: Event, like: Likeness) -> tuple[int, int]:
    """How many of actor, recipient, place and days the record has; then how many of its parties have names.

    Of a place that is talked of one cannot be sure.
    """
    placed = event.place is not None and event.type != "CONSULT"
    told = bool(event.actors) + bool(event.recipients) + placed + (event.days != Interval())
    return told, sum(like.is_named(id_) for id_ in {*event.actors, *event.recipients})
