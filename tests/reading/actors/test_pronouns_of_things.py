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
    ("Norway's main opposition called a strike to press its demand.", "Norway", False),
]


@pytest.mark.parametrize(("text", "name", "means"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_it(text: str, name: str, means: bool) -> None:
    mentions = {m.quote.lower() for a in read_text(text, "2031-05-01").actors if a.name == name for m in a.mentions}
    assert bool(mentions & {"it", "its"}) == means


OWNERS = [
    # text, whom "their" or "its" means; None where nobody is told of
    ("Envoys called on the Lindt authorities and their friends to wait.", "Lindt authorities"),
    ("The drivers joined the march, along with nurses who took part during their rest.", None),
    ("The drivers said they were tired. The Harbour Council was late. Their lorries stood in the road.", None),
    ("The drivers said they were tired. Their lorries stood in the road.", "drivers"),
]


@pytest.mark.parametrize(("text", "name"), OWNERS, ids=[text[:40] for text, _ in OWNERS])
def test_whose(text: str, name: str | None) -> None:
    at = text.lower().rindex("their")
    owners = [a.name for a in read_text(text, "2031-05-01").actors for m in a.mentions if m.start == at]
    assert owners[:1] == ([] if name is None else [name])


def test_it_may_be_what_has_a_name_and_is_nobody() -> None:
    text = "The Harbour Council met. On Friday Lindt reached the shore. It was sunk by pirates."
    mentions = [
        m.quote for a in read_text(text, "2031-05-01").actors if a.name == "Harbour Council" for m in a.mentions
    ]
    assert "It" not in mentions


@pytest.mark.parametrize(
    ("text", "pronoun", "whose"),
    [
        ("Norway condemned Chad for its raids.", "its", "Chad"),
        ("Chad was criticised by Norway for its raids.", "its", "Chad"),
        ("President Carl Berg said Juan Ose's attacks on his own people must end.", "his", "Juan Ose"),
        ("The army said its losses were light.", "its", "army"),
        ("Juan Ose replied to remarks by Minister Carl Berg in which he accused Malta of theft.", "he", "Carl Berg"),
        ("President Juan Ose spoke after an interview with Carl Berg in which he promised rain.", "he", "Carl Berg"),
        ("President Juan Ose gave a speech on Friday in which he promised rain.", "he", "Juan Ose"),
    ],
)
def test_whose_the_form_of_the_clause_tells(text: str, pronoun: str, whose: str) -> None:
    means = {a.name for a in read_text(text).actors for m in a.mentions if m.quote.lower() == pronoun}
    assert means == {whose}
