"""A figure told twice of one thing is one record; figures of one size of two things are two."""

import pytest

from dateline import read_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels freed 42 prisoners in Oslo. The 42 prisoners were freed after talks in Oslo.", ["42 prisoners"]),
        ("Police arrested 12 demonstrators. The mayor said 12 of the protesters were arrested.", ["12 demonstrators"]),
        ("A storm killed 19 people in Chad. The dead are 19 people, Chad's mayor said of the storm.", ["19 people"]),
        ("Norway gave $500,000 to Chad for relief. The other $500,000 went to Mali for relief.", ["$500,000"] * 2),
        ("The port raised wages by 10 percent. The rail raised wages by 10 percent.", ["10 percent"] * 2),
        ("Raiders killed 12 guards. A boat with 12 tourists sank.", ["12 guards", "12 tourists"]),
        ("Raiders killed 12 guards. The raiders wounded 12 guards.", ["12 guards"] * 2),
    ],
)
def test_what_is_counted_twice(text: str, wanted: list[str]) -> None:
    quotes = [q.anchor.quote.split(" of ")[0] for q in read_text(text).quantities]
    assert quotes == wanted
