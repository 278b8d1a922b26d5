"""Which articles follow one process: threads over what they tell, over days or years."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.linking.decisions import Decisions
from dateline.linking.order import midpoint, publication
from dateline.linking.threads import threads
from dateline.linking.vectors import Vector, product, unit, vector
from dateline.linking.words import plain_words, stem
from dateline.model import Reading, Story, content_id

_WORDS_SHOWN = 6


def find_stories(readings: Mapping[str, Reading], decisions: Decisions) -> tuple[Story, ...]:
    """The stories of two articles and more, in the order of their first article's publication."""
    ordered = sorted(readings.values(), key=publication)
    ids = [r.article.id for r in ordered]
    place = {id_: k for k, id_ in enumerate(ids)}
    vectors = [vector(r.article) for r in ordered]
    days = [midpoint(r.article.published.interval) for r in ordered]
    same, apart = decisions.pairs("story", {id_: id_ for id_ in ids} | {story_id(id_): id_ for id_ in ids})
    found = threads(vectors, days, _places(same, place), _places(apart, place))
    return tuple(
        _story([ordered[k] for k in members], [vectors[k] for k in members]) for members in found if len(members) > 1
    )


def in_order(stories: Iterable[Story], readings: Mapping[str, Reading]) -> tuple[Story, ...]:
    """The stories with their articles in the order of publication, once more is known of when that was."""
    return tuple(
        replace(s, articles=tuple(sorted(s.articles, key=lambda a: publication(readings[a])))) for s in stories
    )


def story_id(article: str) -> str:
    """The id of the story whose smallest article this is."""
    return content_id("story", article)


def story_then(articles: Iterable[str], told: Callable[[str], Mapping[str, str | None]]) -> str | None:
    """Which story a story was on a past day: of these articles, in their order, the one that the first that was in any was in.

    `told` gives all articles that stood around one on that day (none where it was not known), each with its story, if it was in one.
    """
    then: dict[str, str | None] = {}
    for article in articles:
        if article not in then:
            then.update(told(article))
        if (found := then.get(article)) is not None:
            return found
    return None


def story_of(stories: Sequence[Story]) -> dict[str, str]:
    """The story's id by article."""
    return {article: story.id for story in stories for article in story.articles}


def _places(pairs: Collection[tuple[str, str]], place: Mapping[str, int]) -> list[tuple[int, int]]:
    made = []
    for first, second in pairs:
        low, high = sorted((place[first], place[second]))
        made.append((low, high))
    return sorted(made)


def _story(readings: Sequence[Reading], vectors: Sequence[Vector]) -> Story:
    total: Vector = {}
    having: dict[str, int] = {}
    for one in vectors:
        for word, x in one.items():
            total[word] = total.get(word, 0.0) + x
            having[word] = having.get(word, 0) + 1
    middle = unit(dict(sorted(total.items())))
    shared = sorted((w for w in middle if 2 * having[w] > len(vectors)), key=lambda w: (-middle[w], w))[:_WORDS_SHOWN]
    written = _written(readings, shared)
    articles = tuple(r.article.id for r in readings)
    return Story(
        id=story_id(min(articles)),
        title=_title(readings, [product(v, middle) for v in vectors]),
        articles=articles,
        why=(f"most of them share the words {', '.join(written.get(w, w) for w in shared)}",) if shared else (),
    )


def _written(readings: Sequence[Reading], stems: Collection[str]) -> dict[str, str]:
    """How stemmed words stand in the last article that has them, where they stand first."""
    made: dict[str, str] = {}
    for reading in reversed(readings):
        missing = set(stems).difference(made)
        if not missing:
            break
        for word in reversed(plain_words(f"{reading.article.headline or ''} {reading.article.text}")):
            if (stemmed := stem(word)) in missing:
                made[stemmed] = word
    return made


def _title(readings: Sequence[Reading], central: Sequence[float]) -> str:
    """The headline of the article that is most like all of them, the newest of equals; where none has one, how it begins."""
    ranked = sorted(range(len(readings)), key=lambda k: (-round(central[k], 6), -k))
    for k in ranked:
        headline = readings[k].article.headline
        if headline and headline.strip():
            return " ".join(headline.split())
    first = readings[ranked[0]].article.text.strip().partition("\n")[0]
    return first if len(first) <= 100 else first[:100].rsplit(" ", 1)[0] + " …"
