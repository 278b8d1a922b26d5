"""Two figures for one crowd or one toll that stand in two articles of a story, by those who stand against each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.linking.conflicts.counted import people_words, same_people
from dateline.linking.conflicts.figure import CROWD, Figure, apart, told_alike
from dateline.linking.conflicts.tellers import one_teller, opposed
from dateline.linking.order import within

_BLOCK_AT_MOST = 60


def figures_across(
    found: Sequence[Figure], story: Mapping[str, str], known: Sequence[tuple[Figure, Figure]]
) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of whole figures of one story, published on one day, that an official side and another side give for one thing.

    A toll grows and a crowd is counted once: figures of two days, and of two officials, are a change and no conflict. What one article sets
    against each other already (`known`) is not told again.
    """
    blocks: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        whole = not (figure.partial or figure.local or figure.own or figure.wished)
        if whole and figure.teller is not None and _is_of_people(figure) and figure.citation.article in story:
            blocks[story[figure.citation.article], figure.unit].append(figure)
    for key in sorted(blocks):
        if len(blocks[key]) > _BLOCK_AT_MOST:
            continue
        told = [pair for pair in known if pair[0].unit == key[1] and story.get(pair[0].citation.article) == key[0]]
        for a, b in combinations(sorted(blocks[key], key=lambda f: f.citation), 2):
            if _disagree(a, b) and not any(_again(a, b, *pair) for pair in told):
                told.append((a, b))
                yield a, b


def _disagree(a: Figure, b: Figure) -> bool:
    if (
        a.teller is None
        or b.teller is None
        or a.citation.article == b.citation.article
        or one_teller(a.teller, b.teller)
    ):
        return False
    if not within(0, a.published, b.published) or not opposed(a.teller, b.teller) or a.is_of_other_weekdays(b):
        return False
    if a.unit == CROWD:
        return bool(a.crowd & b.crowd) and (not a.where or not b.where or a.where == b.where) and apart(a, b)
    if a.unit != "=dead" and not told_alike(a, b):
        return False
    alike = not a.places or not b.places or bool(a.places & b.places)
    return alike and same_people(a.quantity, b.quantity) and apart(a, b)


def _is_of_people(figure: Figure) -> bool:
    counted = figure.unit in (CROWD, "=dead") or figure.quantity.unit.casefold() in people_words()
    return counted or figure.unit in ("=injured", "=detained", "=displaced")


def _again(a: Figure, b: Figure, one: Figure, other: Figure) -> bool:
    """Whether a pair of figures is another pair, told again."""
    straight = not apart(a, one) and not apart(b, other)
    return straight or (not apart(a, other) and not apart(b, one))
