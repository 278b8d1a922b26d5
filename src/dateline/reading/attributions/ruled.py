"""The rules: source, cue and content of every attribution by words and parse, as stretches of the text."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from dateline.reading.attributions.carry import carry
from dateline.reading.attributions.choose import choose
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page
from dateline.reading.attributions.labels import find_labelled
from dateline.reading.attributions.links import without_links
from dateline.reading.attributions.nouns import find_nominal
from dateline.reading.attributions.phrases import find_according
from dateline.reading.attributions.verbs import find_verbal


def by_rules(page: Page) -> list[Detected]:
    """Every attribution of the text that the rules find, in its order."""
    labelled = find_labelled(page)
    found = [*find_verbal(page), *find_nominal(page)]
    chosen = choose(page.text, _outside(found, labelled), _outside(find_according(page), labelled))
    made = [*carry(page, chosen), *labelled]
    kept = [replace(one, content=said) for one in made if (said := without_links(page.text, one.content))]
    return sorted(kept, key=lambda one: one.place)


def _outside(found: Iterable[Detected], labelled: list[Detected]) -> list[Detected]:
    """Those that stand in no labelled paragraph, which is one statement of its speaker."""
    starts = [one.order[0] for one in labelled]
    kept = []
    for one in found:
        k = bisect_right(starts, one.order[0]) - 1
        if k < 0 or one.order[0] >= labelled[k].order[1]:
            kept.append(one)
    return kept
