"""A pronoun that may as well stand for a thing, or for two together, is nobody's."""

import pytest

from dateline import read_text

CASES = [
    # text, name, whether "it" or "its" is among the actor's mentions
    ("The Harbour Council rejected the plan as it offered only a form of rest.", "Harbour Council", False),
    ("The Harbour Council said it would go.", "Harbour Council", True),
    ("Malta and Norway began a long march on the town. It killed six sailors on Thursday.", "Norway", False),
    ("Norway began a long march. Norway said it would go on.", "Norway", True),
    ("The Harbour Council hopes to keep a strike from entering its third week.", "Harbour Council", False),
    ("The Harbour Council hopes to end its talks.", "Harbour Council", True),
    ("Norway's strike entered its third week.", "Norway", False),
    ("Norway and its allies met.", "Norway", True),
]


@pytest.mark.parametrize(("text", "name", "means"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_it(text: str, name: str, means: bool) -> None:
    mentions = {m.quote.lower() for a in read_text(text, "2031-05-01").actors if a.name == name for m in a.mentions}
    assert bool(mentions & {"it", "its"}) == means
