"""What an article says of one event, as far as it helps to know the same event in another article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.actors import Links
from dateline.linking.deeds import deeds_of
from dateline.linking.order import midpoint, publication
from dateline.linking.vectors import Vector, unit
from dateline.linking.wording import clause_vector
from dateline.linking.words import is_common, plain_words, words
from dateline.model import Event, Interval, LinkedActor, Reading

SETTLED = 3
"""Days that settle when something happened, with the errors that papers make across midnight and time zones."""

OPENING = 400
"""Code points that open an article: what stands there is what it is about."""

FEW = 2
"""Telling words but names that a clause has that says more than the deed."""

LONG = 31
"""Days longer than this many say little about when."""

_AGE = re.compile(r"(?<=[a-z]) ?, \d{1,2} ?(?=,|$)")
_FIGURE = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w%]|\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
"""
_SPELLED = {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=2)}


@dataclass(frozen=True, slots=True)
class Role:
    """Those who do a deed, or those whom it befalls."""

    ids: frozenset[str]
    named: frozenset[str]
    """Those of them who have a name of their own."""
    sides: frozenset[str]
    """The states that they are or stand for."""
    state: bool
    """Whether one of them is a state."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article tells it; `sufferers` are the words of the recipients' names where all are persons."""

    key: str
    article: str
    reading: Reading
    event: Event
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    doing: Role
    suffering: Role
    sufferers: frozenset[str]
    deeds: frozenset[str]
    words: Vector
    figures: frozenset[str]
    story: str | None
    place: tuple[float, str]
    around: float | None
    """About when it was, as an ordinal day: the middle of its own days, else that of publication; None where that says little."""
    settled: bool
    """Whether the day is told, give or take one."""
    bare: bool
    """Whether its clause says little more than the deed and who: "the air strikes"."""
    opens: bool
    """Whether the article opens with it."""


def reports_of(readings: Mapping[str, Reading], links: Links, story: Mapping[str, str]) -> list[Report]:
    """Every report of an event, by key (`ARTICLE EVENT`)."""
    people = {actor.id: actor for actor in links.actors}
    return sorted(
        (
            _report(reading, event, links, people, story.get(article))
            for article, reading in readings.items()
            for event in reading.events
        ),
        key=lambda r: r.key,
    )


def figures_of(clause: str) -> frozenset[str]:
    """The figures of a clause, years and shares apart, in digits."""
    found = {figure.replace(",", "") for figure in _FIGURE.findall(_AGE.sub(" ", clause))}
    spelled = {_SPELLED[word] for word in clause.casefold().split() if word in _SPELLED}
    return frozenset(figure for figure in found | spelled if not _YEAR.fullmatch(figure))


def _role(people: Mapping[str, LinkedActor], actors: Sequence[str]) -> Role:
    who = [people[one] for one in actors if one in people]
    return Role(
        ids=frozenset(actors),
        named=frozenset(one.id for one in who if one.kind in ("person", "organisation", "state")),
        sides=frozenset(filter(None, (one.name if one.kind == "state" else one.side for one in who))),
        state=any(one.kind == "state" for one in who),
    )


def _names(people: Mapping[str, LinkedActor], actors: Iterable[str]) -> frozenset[str]:
    """The names, word by word, of those who are persons; empty where one of them is none."""
    who = [people[one] for one in actors if one in people]
    if any(one.kind != "person" for one in who):
        return frozenset()
    return frozenset(word for one in who for name in one.names for word in plain_words(name) if len(word) > 2)


def _about(days: Interval) -> float | None:
    return midpoint(days) if (days.days or LONG + 1) <= LONG else None


def _report(
    reading: Reading,
    event: Event,
    links: Links,
    people: Mapping[str, LinkedActor],
    story: str | None,
) -> Report:
    article = reading.article.id
    actors, recipients = links.of(article, event.actors), links.of(article, event.recipients)
    trigger = frozenset(words(event.trigger.quote))
    said = clause_vector(event.anchor.quote)
    around = midpoint(event.days) if event.days.days is not None else None
    figures = figures_of(event.anchor.quote)
    return Report(
        key=f"{article} {event.id}",
        article=article,
        reading=reading,
        event=event,
        actors=actors,
        recipients=recipients,
        doing=_role(people, actors),
        suffering=_role(people, recipients),
        sufferers=_names(people, recipients),
        deeds=deeds_of(event.trigger.quote),
        words=unit({word: x for word, x in said.items() if word not in trigger}),
        figures=figures,
        story=story,
        place=publication(reading),
        around=around if around is not None else _about(reading.article.published.interval),
        settled=(event.days.days or SETTLED + 1) <= SETTLED,
        bare=not figures and sum(is_common(word) for word in said if word not in trigger) < FEW,
        opens=event.trigger.start < OPENING,
    )
