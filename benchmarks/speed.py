"""How fast a reading is beside the bare spaCy pipeline on the same text in the same run, and where the time goes.

    .venv/bin/python benchmarks/speed.py [ARTICLES]

Reads the mixed news of ../shared where a checkout has it, else the example pages of the project.
"""

import importlib
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import dateline
from dateline.model import Page
from dateline.pages import cut
from dateline.reading.pipeline import stock

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "gold" / "corpora" / "mixed_news.json"
STEPS = ("parse", "date_article", "find_times", "find_places", "find_cast", "find_attributions", "find_events")
STEPS += ("find_commitments", "find_quantities")


def texts(most: int) -> list[str]:
    """The texts to read."""
    if NEWS.exists():
        return [row["text"] for row in json.loads(NEWS.read_text("utf-8"))][:most]
    print(f"{NEWS} is not there: reading the example pages instead")
    pages = sorted((ROOT / "examples" / "pages").iterdir())
    return [a.text for p in pages for a in cut(Page(source=p.name, content=p.read_bytes())).articles][:most]


def timed(
    name: str, step: Callable[..., Any], spent: dict[str, float], clock: Callable[[], float] = time.perf_counter
) -> Callable[..., Any]:
    """The step, adding the seconds that it took by the clock to `spent`."""

    @wraps(step)
    def wrapped(*given: Any) -> Any:  # noqa: ANN401 -- whatever the step takes and gives
        began = clock()
        made = step(*given)
        spent[name] += clock() - began
        return made

    return wrapped


def main() -> None:
    """Prints the table."""
    given = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    words = sum(len(text.split()) for text in given)
    for text in given[:5]:  # what loads on first use is not what is measured
        dateline.read_text(text, published="2025-01-15")
    spacy = stock()
    for text in given[:5]:
        spacy(text)
    began = time.perf_counter()
    for text in given:
        spacy(text)
    bare = time.perf_counter() - began
    spent: dict[str, float] = defaultdict(float)
    reader = importlib.import_module("dateline.reading.read")
    for name in STEPS:
        setattr(reader, name, timed(name, getattr(reader, name), spent))
    began = time.perf_counter()
    for text in given:
        dateline.read_text(text, published="2025-01-15")
    whole = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(given)} articles, {words} words, one process; peak memory {peak:.0f} MB")
    print(f"{'':20}{'seconds':>9}{'words/s':>10}{'ratio':>8}")
    for name, seconds in (("spaCy en_core_web_md", bare), ("whole reading", whole), *sorted(spent.items())):
        print(f"{name:20}{seconds:9.2f}{words / (seconds or 1e-9):10.0f}{seconds / bare:8.2f}")


if __name__ == "__main__":
    main()
