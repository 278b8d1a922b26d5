"""The head: what it weighs, how it is read, and what it may add to the rules' undertakings."""

import math
from importlib.resources import files

import numpy as np
import pytest

from dateline import read_text
from dateline.reading.commitments.learned.choose import ADDED, candidates, choose
from dateline.reading.commitments.learned.head import ALWAYS, PLACES, UNDERTAKES, WIDTH, Head, head_of, shipped
from dateline.reading.commitments.learned.signs import Sight
from dateline.reading.commitments.learned.view import View
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.parse import parse

LINES = """\
undertakes\talways=\t-2
undertakes\tlemma=hike\t3
kind pledge\talways=\t1
kind threat\tlemma=hike\t2
status announced\talways=\t1
state\tverb 3\t0.5
"""


def head(undertakes: float) -> Head:
    """A head that gives every verb the same log odds."""
    weights = {UNDERTAKES: {ALWAYS: undertakes}, "kind pledge": {ALWAYS: 1.0}, "status announced": {ALWAYS: 1.0}}
    return Head(weights, np.zeros((WIDTH, len(PLACES)), dtype=np.float32))


def verbs_added(text: str, undertakes: float, found: tuple[Undertaking, ...] = ()) -> list[str]:
    """The verbs that stand when the rules found nothing."""
    doc = parse(text).doc
    chosen = choose(doc, found, Sight(doc, (), (), found), View(len(doc)), head(undertakes))
    return [one.action.text for one in chosen]


def test_lines_are_read_as_weights() -> None:
    made = head_of(LINES)
    assert made.likelihood(["lemma=hike"], 0.0) == pytest.approx(1 / (1 + math.exp(-1)))
    assert made.likelihood(["lemma=hike"], 1.0) == pytest.approx(1 / (1 + math.exp(-2)))
    assert made.likelihood([], 0.0) < ADDED
    assert (made.kind(["lemma=hike"]), made.kind([])) == ("threat", "pledge")
    assert made.directions[3, PLACES.index("verb")] == 0.5


def test_unknown_signs_weigh_nothing() -> None:
    assert head_of(LINES).likelihood(["lemma=unheard"], 0.0) == head_of(LINES).likelihood([], 0.0)


def test_what_the_head_is_sure_of_is_added_and_nothing_else() -> None:
    text = "The ministry hikes the fee for the port."
    assert verbs_added(text, 5.0) == ["hikes"]
    assert verbs_added(text, -5.0) == []


def test_what_the_rules_found_is_not_told_twice() -> None:
    doc = parse("The ministry hikes the fee for the port.").doc
    one = Undertaking(trigger=doc[2], action=doc[2], subject=doc[1], kind="schedule", status="announced")
    assert choose(doc, (one,), Sight(doc, (), (), (one,)), View(len(doc)), head(5.0)) == [one]


@pytest.mark.parametrize(
    "text",
    [
        "No ferry runs on Sunday.",
        "Sweden was going to sign the treaty.",
        "Norway ordered the rebels to leave.",
        "He doubted the claim that Sweden will sign.",
        "The snow melts.",
        "If you want a deal, stop the ships.",
    ],
    ids=["nobody", "was going to", "laid on others", "claimed", "just happens", "asked for"],
)
def test_what_the_rules_know_to_undertake_nothing_is_not_added(text: str) -> None:
    assert not {"runs", "sign", "leave", "ordered", "melts", "stop"} & set(verbs_added(text, 5.0))


def test_signs_tell_what_hangs_on_the_verb_and_what_it_hangs_on() -> None:
    doc = parse("The council said it will sign the treaty.").doc
    signs = next(c.signs for c in candidates(doc, Sight(doc, (), (), ())) if c.verb.text == "sign")
    assert {"lemma=sign", "aux=will", "object=treaty", "head=say", "subject is=it", "said=False False"} <= signs


def test_a_view_gives_a_word_s_state_to_all_its_tokens() -> None:
    view = View(5, np.eye(2, dtype=np.float32))
    view.show(np.array([0, 3]), np.array([[1, 2], [3, 4]], dtype=np.float32))
    assert view.rows.tolist() == [[1, 2], [1, 2], [1, 2], [3, 4], [0, 0]]


def test_hardly_any_text_has_no_candidates() -> None:
    for text in ("", "…", "\n\n", "\u0301"):
        doc = parse(text).doc
        assert list(candidates(doc, Sight(doc, (), (), ()))) == []


def test_shipped_weights_are_small_and_finite() -> None:
    text = (files("dateline.reading.commitments.learned") / "weights" / "head.tsv").read_text("utf-8")
    assert len(text) < 2_000_000
    assert all(math.isfinite(float(line.rsplit("\t", 1)[1])) for line in text.splitlines())
    assert set(shipped().weights) >= {UNDERTAKES, "kind agreement", "kind pledge", "kind schedule", "kind threat"}


def test_reading_twice_is_reading_once() -> None:
    text = (
        "Norway is willing to open the port to the ferries. Its envoy ruled out a longer stay and set a date for May."
    )
    assert read_text(text, "2024-07-10").commitments == read_text(text, "2024-07-10").commitments


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ann Lind ordered the reimposition of sanctions against Norway.", ("threat", "fulfilled")),
        ("Norway has fulfilled its obligations under the accord.", ("agreement", "fulfilled")),
        ("Envoy Ann Lind will sit down with officials in Norway.", ("schedule", "announced")),
    ],
)
def test_kinds(text: str, row: tuple[str, str]) -> None:
    told = [(c.kind, c.status) for c in read_text(text, "2024-07-10").commitments]
    assert told == [row]
