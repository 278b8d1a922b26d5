"""The ordered list of steps that make a record of many readings, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.linking.actors import find_actors
from dateline.linking.choose import one_per_article
from dateline.linking.commitments import find_linked_commitments
from dateline.linking.conflicts import find_conflicts
from dateline.linking.copies import find_origins, origin_of
from dateline.linking.corrections import corrected, without_hidden
from dateline.linking.dating import dated_by_story
from dateline.linking.decisions import Decisions
from dateline.linking.events import find_linked_events
from dateline.linking.join import joined
from dateline.linking.marks import concerning, decided_edges, marks_of
from dateline.linking.regions import Edge, Place, Postings, Spot, bond, cut, first_known, place_of
from dateline.linking.regions.cut import WHOLE
from dateline.linking.stories import find_stories, in_order, story_of
from dateline.model import Appearance, Conflict, Correction, Reading, Record

LINKER = "17"
"""The version of the rules; judgements that another version made are not taken up again."""


def link(
    readings: Sequence[Reading],
    appearances: Iterable[Appearance] = (),
    corrections: Sequence[Correction] = (),
) -> Record:
    """What the readings say together. A pure function of the set of readings and corrections: their order does not matter.

    Many articles are cut into regions, each of which is linked by itself; then it is seen who is who over all of them.
    """
    known = prepared(readings, corrections)
    regions = find_regions(readings, corrections)
    parts = [link_region({a: known[a] for a in articles}, corrections) for articles in regions]
    return joined(parts, appearances, corrections)


def find_regions(readings: Sequence[Reading], corrections: Sequence[Correction] = ()) -> list[list[str]]:
    """The ids of the articles of each region."""
    standing = placed(readings, corrections)
    if len(standing) <= WHOLE:
        return [list(standing)]
    marks = marks_of(readings, corrections)
    places = {place.spot: place for place in (place_of(r.article) for r in standing.values())}
    meant = {spot: marks[place.article] for spot, place in places.items() if place.article in marks}
    edges = [*bonds_of(places), *decided_edges(meant, corrections)]
    return [[places[spot].article for spot in spots] for spots in cut(sorted(places), edges)]


def placed(readings: Iterable[Reading], corrections: Iterable[Correction]) -> dict[str, Reading]:
    """The readings by which articles have their places: of each the one that was known first, corrected."""
    return corrected(first_known(readings), corrections)


def bonds_of(places: Mapping[Spot, Place]) -> list[Edge]:
    """What each place is bound to, where it is to any."""
    looks = Postings(places.values())
    words = {spot: place.words for spot, place in places.items()}
    found = ((spot, bond(places[spot], looks, lambda _: words)) for spot in sorted(places))
    return [(spot, bound.parent, bound.alike) for spot, bound in found if bound is not None]


def link_region(
    known: Mapping[str, Reading], corrections: Sequence[Correction] = (), *, undertakings_only: bool = False
) -> Record:
    """The record of one region's readings (`prepared`); only corrections that concern them change it.

    With `undertakings_only` it has no events and no conflicts, and all else is as it is with them.
    """
    known = dict(sorted(known.items()))
    decisions = Decisions(concerning(known.values(), corrections))
    origins, repeats = find_origins(known)
    stories = find_stories(known, decisions)
    known = dated_by_story(known, stories, repeats)
    stories = in_order(stories, known)
    story = story_of(stories)
    links = find_actors(known, story, decisions)
    record = Record(
        readings=repeating(known, repeats),
        actors=links.actors,
        origins=origins,
        stories=stories,
        commitments=find_linked_commitments(known, links, story, decisions),
    )
    if not undertakings_only:
        record = replace(
            record,
            events=find_linked_events(known, links, story, origin_of(known, origins), decisions),
            conflicts=tuple(_in_story(c, story) for c in find_conflicts(tuple(known.values()), story)),
        )
    return without_hidden(record, corrections)


def prepared(readings: Iterable[Reading], corrections: Iterable[Correction]) -> dict[str, Reading]:
    """The readings that are linked: one for each article, corrected; which repeats which is not said yet."""
    bare = (replace(r, article=replace(r.article, duplicate_of=None)) for r in one_per_article(readings).values())
    return corrected({r.article.id: r for r in bare}, corrections)


def repeating(readings: Mapping[str, Reading], repeats: Mapping[str, str]) -> dict[str, Reading]:
    """The readings, each near copy with the id of what it repeats."""
    return {
        id_: replace(r, article=replace(r.article, duplicate_of=repeats[id_])) if id_ in repeats else r
        for id_, r in readings.items()
    }


def _in_story(conflict: Conflict, story: Mapping[str, str]) -> Conflict:
    first, second = (story.get(side.article) for side in conflict.sides)
    return replace(conflict, story=first) if first is not None and first == second else conflict
