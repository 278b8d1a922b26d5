"""On the public gold pages: bodies no worse than plain trafilatura's, the right day, one article a page."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from trafilatura import bare_extraction

from dateline.model import Page
from dateline.pages import cut

GOLD = Path(__file__).parents[2] / "../shared/gold/pages/fundus"
SEEDS = Path(__file__).parents[2] / "../shared/seeds"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    found = re.findall(r"\w+", text)
    return Counter(tuple(found[k : k + 4]) for k in range(max(1, len(found) - 3)))


def overlap(one: str, other: str) -> float:
    a, b = shingles(one), shingles(other)
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


@pytest.mark.gold
def test_a_few_saved_pages_beside_trafilatura() -> None:
    if not GOLD.is_dir():
        pytest.skip(f"{GOLD} is not there")
    ours = theirs = days = count = 0.0
    for gold in sorted(GOLD.glob("za/*.json")):
        files = sorted(gold.parent.glob(gold.stem + "_2*.html.gz"))
        for file, version in zip(files, json.loads(gold.read_text("utf-8")).values(), strict=False):
            content = gzip.decompress(file.read_bytes())
            want = "\n".join(p for s in version["body"]["sections"] for p in [*s["headline"], *s["paragraphs"]])
            [article] = cut(Page(source=file.name, content=content)).articles
            plain = bare_extraction(content, include_comments=False)
            ours += overlap(want, article.text)
            theirs += overlap(want, str(getattr(plain, "text", "")))
            days += str(article.published.start) == str(version["publishing_date"])[:10]
            count += 1
    assert count > 5
    assert ours >= theirs
    assert days >= 0.95 * count


@pytest.mark.gold
def test_the_seeds_hold_two_articles_each() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not there")
    for file in sorted(SEEDS.glob("*.txt")):
        made = cut(Page(source=file.name, content=file.read_bytes()))
        assert [len(a.captions) for a in made.articles] == [1, 1]
        assert made.problems == ()
