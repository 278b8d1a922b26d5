"""The ordered list of steps that make a reading of an article, and nothing else."""

from dataclasses import replace

from dateline.model import Article, Attribution, Commitment, Event, Problem, Reading
from dateline.reading.actors import find_cast
from dateline.reading.attributions import find_attributions
from dateline.reading.commitments import View, find_commitments
from dateline.reading.events import find_events
from dateline.reading.parse import READ_AT_MOST, parse
from dateline.reading.places import find_places
from dateline.reading.quantities import find_quantities
from dateline.reading.times import date_article, find_times


def read(article: Article) -> Reading:
    """Everything that the article says, each thing with its anchor. A pure function: the same article, the same reading."""
    parsed = parse(article.text)
    published = date_article(article, parsed)
    article = replace(article, published=published)
    times = find_times(parsed, published)
    places = find_places(parsed)
    cast = find_cast(article, parsed, places)
    view = View(len(parsed.doc))
    attributions = find_attributions(article, parsed, cast, times, published, view.show)
    events = find_events(article, parsed, cast, times, places, attributions)
    commitments = find_commitments(article, parsed, cast, times, attributions, view)
    quantities = find_quantities(article, parsed, cast, times, places)
    cast.rest(_told(attributions, events, commitments))
    return Reading(
        article=article,
        actors=cast.actors(),
        times=times,
        places=places,
        attributions=attributions,
        events=events,
        commitments=commitments,
        quantities=quantities,
        problems=_problems(article),
    )


def _told(
    attributions: tuple[Attribution, ...], events: tuple[Event, ...], commitments: tuple[Commitment, ...]
) -> frozenset[str]:
    """The ids of those whom a record tells of."""
    speaking = {said.source for said in attributions if said.source is not None}
    acting = {id_ for event in events for id_ in (*event.actors, *event.recipients)}
    promising = {id_ for promise in commitments for id_ in (*promise.parties, *promise.toward)}
    return frozenset(speaking | acting | promising)


def _problems(article: Article) -> tuple[Problem, ...]:
    if len(article.text) <= READ_AT_MOST:
        return ()
    message = f"only the first {READ_AT_MOST} of {len(article.text)} characters were read; the rest is kept as text"
    return (Problem(stage="read", code="too_long", message=message),)
